"""Cells of tables that look like an assignment of duties and were not understood."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis

__all__ = ["CHECK"]

#: so much of a cell is quoted
_QUOTED = 20


def _find(analysis: Analysis) -> Iterator[Issue]:
    """A finding for each column, cell or table that was passed over, with the first words that stand there."""
    for table in analysis.tables:
        for cells in table.unread:
            words = " ".join(analysis.document.quote(*cells.span).split())
            words = words if len(words) <= _QUOTED else words[:_QUOTED] + "……"
            yield Issue(f"{cells.why}：{words}", cells.span.start, cells.span.end)


CHECK = Check("unread-table", "表格未读全", "warning", _find)
