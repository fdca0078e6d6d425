"""What to do with a document of which nothing, or not everything, was read: one sentence for the closing line."""

from __future__ import annotations

from collections.abc import Sequence

from raci.analysis.tables.column_cells import NOTICED
from raci.model import Analysis, Stretch, TableColumn
from raci.rules.cell_content import cell_content

__all__ = ["advice"]

#: what parts columns and their roles in the option, and an example where the table gives none
_SYNTAX = frozenset(",，=＝")
_ANY = "主抓=lead,▲=support"
#: so many places are named
_MOST_PLACES = 3
#: what was not understood → what a person can do about it; the first that holds is said
_REMEDIES = {
    "cells": (
        "表头、符号不认识的，可用 --columns 说明（如 {example}），或用 --rules 加一条 column 规则；"
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
    remedy = _REMEDIES[chosen[0].form].format(example=_example(analysis, chosen))
    said = f"有 {len(reported)} 处像是分工，没有读懂{_places(analysis, chosen)}；{remedy}"
    return said if analysis.assignments else f"没有读出分工：{said}"


def _example(analysis: Analysis, stretches: Sequence[Stretch]) -> str:
    """What ``--columns`` may be given: the first head or sign that was not understood, as one may type it."""
    for stretch in stretches:
        table = next((table for table in analysis.tables if table.start <= stretch.start < table.end), None)
        heads = [column.head.split()[-1] for column in table.columns if _is_unknown(column)] if table else []
        words = analysis.document.text[stretch.start : stretch.end].strip()
        signs = [words] if cell_content(words).kind == "mark" else []
        for words, role in [*((sign, "lead") for sign in signs), *((head, "responsible") for head in heads)]:
            if not set(words) & _SYNTAX:
                return f"{words}={role}"
    return _ANY


def _is_unknown(column: TableColumn) -> bool:
    """Whether bodies stand below the head of a column that is not known; a body is no head (县教育局)."""
    unknown = column.role is None and not column.rule and column.fit >= NOTICED
    return unknown and cell_content(column.head).kind in ("text", "person")


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
