"""组织架构: the groups that a plan sets up, a line a membership."""

from __future__ import annotations

from collections.abc import Sequence

from raci.model.work_groups import POSITION_WORDS, GroupMember, WorkGroup
from raci.views.tables.table import Column, TableView

__all__ = ["groups_table"]

#: the longest quote that is shown whole, and so much of a longer one before the member and behind, in characters
_LONGEST_QUOTE, _BEFORE, _BEHIND = 80, 20, 40


def groups_table(groups: Sequence[WorkGroup]) -> TableView:
    """Group, position in the document's words, person, post, body as written and what it means, and the quote.

    What a group is a part of stands behind its name where any is one.
    """
    parts = any(group.within for group in groups)
    columns = (
        Column("group", "机构", 22),
        *((Column("within", "上级机构", 16),) if parts else ()),
        Column("position", "身份", 10),
        Column("name", "姓名", 8),
        Column("post", "职务", 22),
        Column("department", "单位（原文）", 16),
        Column("canonical", "规范名称", 14),
        Column("quote", "原文依据", 36),
    )
    rows: list[tuple[str, ...]] = []
    breaks = set()
    for group in groups:
        breaks.add(len(rows))
        for member in group.members:
            body = member.department
            position = member.title if member.position != "office" else POSITION_WORDS[member.position]
            rows.append(
                (
                    group.name,
                    *((group.within,) if parts else ()),
                    position or POSITION_WORDS[member.position],
                    member.name or "",
                    member.post or "",
                    body.name if body else "",
                    (body.canonical or "") if body else "",
                    _evidence(member),
                )
            )
    return TableView(columns, tuple(rows), breaks=frozenset(breaks - {0}), empty="没有设立领导小组、专班一类的机构")


def _evidence(member: GroupMember) -> str:
    """The quote; of a long one, which many members share, what stands around the member."""
    quote = member.quote
    if len(quote) <= _LONGEST_QUOTE:
        return quote
    body = member.department.name if member.department else ""
    place = next((at for words in (member.name, member.post, body) if words and (at := quote.find(words)) >= 0), 0)
    start, end = max(0, place - _BEFORE), min(len(quote), place + _BEHIND)
    return f"{'…' if start else ''}{quote[start:end]}{'…' if end < len(quote) else ''}"
