"""A clause of the body and a row of a table that speak of the same task, as they are compared."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from raci.model.assignments import Assignment
from raci.model.clauses import Clause

__all__ = ["Overlap", "OverlapSide"]


@dataclass(frozen=True, slots=True)
class OverlapSide:
    """A task as it is compared: its key, its clause, whether that is a row of a table, and its assignments."""

    key: Hashable
    clause: Clause
    row: bool
    assignments: tuple[Assignment, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """A clause of the body and a row of a table that speak of the same task.

    ``differences`` holds, for each thing in which they contradict one another, what the body says and what the table
    says. ``same``: the row says nothing that the clause does not; ``finer``: the clause says nothing that the row does
    not, and the row more (牵头 and 配合 where the clause has only 责任单位).
    """

    clause: OverlapSide
    row: OverlapSide
    differences: tuple[tuple[str, str], ...]
    same: bool
    finer: bool = False

    @property
    def agrees(self) -> bool:
        """Whether both name somebody, and say the same or the row says it more finely."""
        both = self.clause.assignments and self.row.assignments
        return bool(both and not self.differences and (self.same or self.finer))

    @property
    def silent(self) -> bool:
        """Whether the body names nobody, and leaves it to the table."""
        return not self.clause.assignments
