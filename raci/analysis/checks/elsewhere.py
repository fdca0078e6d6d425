"""Bodies of another place of the same level among those of the document's own place."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.by_task import counted
from raci.analysis.checks.listing import of_bodies
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Assignment

__all__ = ["CHECK"]

#: so many times as many bodies are of the place itself: a plan of several places names those of each
_OWN = 3


def _find(analysis: Analysis) -> Iterator[Issue]:
    """All of them in one finding: the level word is another place's (区财政局 in a county's plan), or its name is."""
    if analysis.place is None or analysis.level is None:
        return
    own: set[str] = set()
    others: dict[str, Assignment] = {}
    for one in counted(analysis):
        body = one.department
        if body.kind != "government" or body.level != analysis.level or not body.canonical or body.reason:
            continue
        if body.jurisdiction == analysis.place:
            own.add(body.canonical)
        else:
            others.setdefault(body.name, one)
    if others and len(own) >= _OWN * len(others):
        yield of_bodies(others, f"文件是{analysis.place}的，有 {{count}} 个同级单位不是这里的")


CHECK = Check(
    "elsewhere",
    "外地单位",
    "warning",
    _find,
    why="照抄别处的方案时漏改的单位，函发不出去，事也没有人做。",
    remedy="对照原件，改为本地的单位；确由外地单位承担的可不管。",
    finds=(
        "临泽县河道整治方案\n一、整治河道。（县水利局牵头，区财政局、县公安局配合）\n二、清理垃圾。（县城管局牵头）\n",
        "临泽县河道整治方案\n一、整治河道。（县水利局牵头，高台县财政局、县公安局配合）\n二、清理垃圾。（县城管局牵头）\n",
    ),
    passes=(
        "临泽县河道整治方案\n一、整治河道。（县水利局牵头，县财政局、县公安局配合）\n二、清理垃圾。（市城管局牵头）\n",
        "临泽县、高台县联合整治方案\n一、整治河道。（临泽县水利局、高台县水利局牵头）\n",
    ),
)
