"""Which column or field says by when something is to be done, where several say a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import TypeVar

from raci.analysis.tables.column_cells import by_role
from raci.model import TableColumn
from raci.rules.bare_head import bare_head
from raci.rules.lexicon import lexicon_pattern

__all__ = ["limit_column", "plainest_limit"]

Item = TypeVar("Item")


def limit_column(columns: Sequence[TableColumn]) -> TableColumn | None:
    """The column whose head says most plainly by when something is to be done: 开工时间 alone does not."""
    return plainest_limit(by_role(columns, "deadline"), lambda column: column.head)


def plainest_limit(of: Sequence[Item], head_of: Callable[[Item], str]) -> Item | None:
    """Of what stands below or beside heads of time limits that which is one most plainly; None where none is."""
    begun, done = lexicon_pattern("column.limit-begun"), lexicon_pattern("column.limit-done")
    found = []
    for item in of:
        head = bare_head(head_of(item))
        begins, ends = begun.search(head) is not None, done.search(head) is not None
        if ends or not begins:
            found.append(((begins, not ends), item))
    return min(found, key=itemgetter(0))[1] if found else None
