"""明细: the rows that every export agrees on."""

from __future__ import annotations

from raci.model import Analysis, Profile
from raci.storage.parse_rows import PATH_MARK
from raci.storage.rows import records
from raci.views.tables.table import Column, TableView

__all__ = ["HEADINGS", "detail"]

#: key of a row → its Chinese heading and the most that its column may take
HEADINGS: dict[str, tuple[str, int]] = {
    "document": ("文件", 14),
    "source": ("来源", 12),
    "number": ("编号", 8),
    "task": ("任务", 20),
    "path": ("章节", 16),
    "department": ("单位（原文）", 12),
    "canonical": ("规范名称", 12),
    "department_id": ("单位编码", 8),
    "kind": ("单位类别", 8),
    "level": ("层级", 6),
    "jurisdiction": ("辖区", 8),
    "role": ("角色", 9),
    "letter": ("字母", 4),
    "profile": ("角色方案", 8),
    "deadline": ("时限（原文）", 10),
    "due": ("到期日", 8),
    "basis": ("依据类别", 8),
    "rule": ("规则", 14),
    "inherited_from": ("沿用自", 12),
    "start": ("起", 5),
    "end": ("止", 5),
    "quote": ("原文依据", 30),
    "origin": ("文字来源", 8),
}


def detail(analysis: Analysis, profile: Profile) -> TableView:
    """A row an assignment, with the keys of ``HEADINGS`` and the values of ``raci.rows``; what is not known is empty.

    A last column names the bodies that carry the duty at the date asked for, where one was.
    """
    with_current = any(assignment.department.current for assignment in analysis.assignments)
    rows: list[tuple[str | int, ...]] = []
    breaks = set()
    clause = None
    for assignment, row in zip(analysis.assignments, records(analysis.assignments, profile), strict=True):
        if clause not in (None, assignment.clause.index):
            breaks.add(len(rows))
        clause = assignment.clause.index
        values = {**row, "path": PATH_MARK.join(row["path"])}
        cells = tuple(value if isinstance(value := values[key], int) else str(value or "") for key in HEADINGS)
        rows.append((*cells, "、".join(assignment.department.current)) if with_current else cells)
    columns = tuple(Column(key, *heading) for key, heading in HEADINGS.items())
    if with_current:
        columns += (Column("current", "现名", 12),)
    return TableView(columns, tuple(rows), breaks=frozenset(breaks), empty="没有读出分工")
