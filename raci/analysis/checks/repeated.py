"""A body that is named twice for one task in one role."""

from __future__ import annotations

import re
from collections.abc import Iterator

from raci.analysis.checks.by_task import body_key, marked_of_tasks
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Assignment, Mention
from raci.rules.headings import printed_label

__all__ = ["CHECK"]

_PARTED = re.compile("[；;]")


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each second mention in one annotation or cell; what a chapter says again for its items is no repetition."""
    for annotation in analysis.annotations:
        if annotation.basis == "inherited":
            continue
        for group in annotation.groups:
            seen: set[str] = set()
            again: dict[str, Mention] = {}
            for mention in group.mentions:
                name = mention.full or mention.text
                if name in seen:
                    again.setdefault(name, mention)
                seen.add(name)
            if again:
                label = printed_label(analysis.clauses[annotation.clauses[0]])
                first = next(iter(again.values()))
                names = "、".join(f"“{mention.text}”" for mention in again.values())
                yield Issue(f"{label}：{names}重复列出", first.start, first.end, annotation.clauses[0])
    yield from _other_names(analysis)


def _other_names(analysis: Analysis) -> Iterator[Issue]:
    """Each body that is named twice in one list, by two names.

    Behind a semicolon begins another list: the 水利厅 of 甲省 is not that of 乙省.
    """
    for index, assignments in marked_of_tasks(analysis).items():
        seen: dict[tuple[str, str, str], Assignment] = {}
        for one in assignments:
            if one.basis == "inherited" or one.added or one.department.kind in ("collective", "person"):
                continue
            first = seen.setdefault((body_key(one), one.role, one.quote), one)
            between = analysis.document.quote(min(first.end, one.end), max(first.start, one.start))
            if first.department.name != one.department.name and not _PARTED.search(between):
                names = f"“{first.department.name}”和“{one.department.name}”"
                message = f"{printed_label(analysis.clauses[index])}：{names}是同一单位，重复列出"
                yield Issue(message, one.start, one.end, index)


CHECK = Check(
    "repeated",
    "单位重复",
    "warning",
    _find,
    why="同一单位在一项任务里列了两次（或写了两种名称），印出来是笑话，多半还漏了本该写的另一家。",
    remedy="对照原件，看第二处本该是哪个单位；确实重复的删去一处。",
    finds=(
        "一、整治河道。（责任单位：市水利局、市城管局、市水利局）\n",
        "一、抓好招商。（责任单位：市发展改革委、市财政局、市发改委）\n",
    ),
    passes=(
        "一、整治河道。（责任单位：市水利局、市城管局）\n二、清理垃圾。（责任单位：市水利局）\n",
        "一、共享数据。（责任单位：云泽省生态环境厅、省水利厅；雁岭省生态环境厅、水利厅）\n",
    ),
)
