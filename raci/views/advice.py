"""What to do with a document of which nothing, or not everything, was read: one sentence for the closing line."""

from __future__ import annotations

from raci.model import Analysis, Stretch

__all__ = ["advice"]

#: so many places are named
_MOST_PLACES = 3
#: what was not understood → what a person can do about it; the first that holds is said
_REMEDIES = {
    "cells": (
        "表头、符号不认识的，可用 --columns 说明（如 主抓=lead,▲=support），或用 --rules 加一条 column 规则；"
        "没有表头的，先在表上加一行表头"
    ),
    "label": "标签不认识的，可用 --rules 加一条 label 规则",
    "bracket": "标签不认识的，可用 --rules 加一条 label 规则",
    "sentence": "正文里的话不读成分工，请对照原文补上",
}


def advice(analysis: Analysis) -> str:
    """What was not understood, where to look, and what to do; empty where every duty that was noticed is in the rows.

    A document without rows is never passed over: it is said that nothing was read, and why.
    """
    reported = analysis.coverage.reported if analysis.coverage is not None else ()
    if not reported:
        return "" if analysis.assignments else _without_rows(analysis)
    urgent = [stretch for stretch in reported if stretch.form != "sentence"]
    if analysis.assignments and not urgent:
        return ""
    chosen = urgent or list(reported)
    said = f"有 {len(reported)} 处像是分工，没有读懂{_places(analysis, chosen)}；{_REMEDIES[chosen[0].form]}"
    return said if analysis.assignments else f"没有读出分工：{said}"


def _without_rows(analysis: Analysis) -> str:
    if not analysis.document.text.strip():
        return "没有读出分工：文件里没有文字"
    if analysis.tasks:
        return f"没有读出分工：{len(analysis.tasks)} 项任务都没有写明单位，请对照原文；分工若在附件里，请一并给出"
    return "没有读出任务和分工：文中没有像分工的话；分工若在附件或图片里，请一并给出，或用 --rules 补充规则"


def _places(analysis: Analysis, stretches: list[Stretch]) -> str:
    """（见第 2 页、第 3 页等）; empty where the source has no places."""
    places = [str(place) for stretch in stretches if (place := analysis.document.place(stretch.start)) is not None]
    known = list(dict.fromkeys(filter(None, places)))
    if not known:
        return ""
    more = "等" if len(known) > _MOST_PLACES else ""
    return f"（见{'、'.join(known[:_MOST_PLACES])}{more}）"
