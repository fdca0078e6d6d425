"""明细: the rows that every export agrees on."""

from __future__ import annotations

from typing import NamedTuple

from raci.model import Analysis, Profile
from raci.storage.marks import ROW_MARK
from raci.storage.parse_rows import flat_row
from raci.storage.rows import records
from raci.views.tables.table import Column, TableView

__all__ = ["HEADINGS", "RowPlace", "detail", "row_places"]

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
    "document_id": ("文件编号", 12),
    "task_id": ("任务编码", 12),
    "layer": ("是否计入", 7),
}


def detail(analysis: Analysis, profile: Profile) -> TableView:
    """The rows of ``raci.rows`` with the keys of ``HEADINGS``: an assignment, or a task that nobody is named for.

    What is not known is empty. A last column names the bodies that carry the duty at the date asked for, where one was.
    """
    with_current = any(assignment.department.current for assignment in analysis.assignments)
    rows: list[tuple[str | int, ...]] = []
    breaks, marked = set(), set()
    places = row_places(analysis)
    for index, (place, row) in enumerate(zip(places, records(analysis, profile, current=True), strict=True)):
        if index and place.clause != places[index - 1].clause:
            breaks.add(index)
        if place.assignment is None:
            marked.add(index)
        values = flat_row(row)
        cells = tuple(value if isinstance(value := values[key], int) else str(value or "") for key in HEADINGS)
        rows.append((*cells, "、".join(row.get("current", ()))) if with_current else cells)
    columns = tuple(Column(key, *heading) for key, heading in HEADINGS.items())
    if with_current:
        columns += (Column("current", "现名", 12),)
    return TableView(columns, tuple(rows), frozenset(marked), frozenset(breaks), empty="没有读出分工")


class RowPlace(NamedTuple):
    """What a row of 明细 tells of: an assignment (by its place) of a clause, or a clause that nobody is named for."""

    clause: int
    assignment: int | None

    @property
    def id(self) -> str:
        """What the row is known by: hidden beside it, it stays with it when rows are sorted."""
        return f"{ROW_MARK}:task-{self.clause}" if self.assignment is None else f"{ROW_MARK}:{self.assignment}"


def row_places(analysis: Analysis) -> tuple[RowPlace, ...]:
    """What each row of 明细 tells of, in the order of ``raci.storage.rows.records``."""
    waiting = [RowPlace(clause.index, None) for clause in reversed(analysis.unassigned())]
    places = []
    for index, assignment in enumerate(analysis.assignments):
        while waiting and waiting[-1].clause < assignment.clause.index:
            places.append(waiting.pop())
        places.append(RowPlace(assignment.clause.index, index))
    return (*places, *reversed(waiting))
