"""行文分工: what sentences tell of who does what beside the annotations, a line an assignment."""

from __future__ import annotations

from collections.abc import Sequence

from raci.model import Assignment
from raci.model.labels import ROLE_WORDS
from raci.rules.headings import printed_label
from raci.views.tables.table import Column, TableView

__all__ = ["prose"]


def prose(assignments: Sequence[Assignment]) -> TableView:
    """The second layer (``raci.model.layers.second_layer``): what matrix and tables do not count, with its sentence."""
    columns = (
        Column("task", "条款", 24),
        Column("department", "单位（原文）", 16),
        Column("canonical", "规范名称", 14),
        Column("role", "角色", 8),
        Column("deadline", "时限（原文）", 10),
        Column("quote", "原文依据", 48),
    )
    rows = tuple(
        (
            printed_label(assignment.clause),
            assignment.department.name,
            assignment.department.canonical or "",
            ROLE_WORDS[assignment.role],
            assignment.deadline.text if assignment.deadline else "",
            assignment.quote,
        )
        for assignment in assignments
    )
    return TableView(columns, rows, empty="行文中没有另外的分工")
