"""What leads where in a workbook: the names of the sheets, and the rows of the tasks in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from raci.views.grid import Grid
from raci.views.tables.bodies import by_load
from raci.writers.xlsx.hidden import Notes
from raci.writers.xlsx.tabs import Tabs

__all__ = ["FIRST", "MOST", "Book"]

#: more sheets of departments than this no one finds their way in
MOST = 60
#: the first row of a table below its title, legend and heads
FIRST = 3


@dataclass(frozen=True, slots=True)
class Book:
    """The names of the sheets; ``bodies``: body → the name of its sheet, ``left_out`` counts those without one.

    ``notes`` collects how the sheets were written.
    """

    matrix: str
    division: str
    bodies: Mapping[int, str]
    left_out: int = 0
    notes: Notes = field(default_factory=Notes)

    @classmethod
    def of(cls, grid: Grid, names: tuple[str, ...], department: str = "") -> Book:
        """Sheets for the departments with most to do; for a slice, for that ``department`` alone.

        ``names`` are the names of the other sheets, matrix and division first.
        """
        tabs = Tabs()
        taken = [tabs.of(name) for name in names]
        wanted = [index for index in by_load(grid) if _is(grid, index, department)]
        bodies = {index: tabs.of(grid.bodies[index].label) for index in wanted[:MOST]}
        return cls(taken[0], taken[1], bodies, max(0, len(wanted) - MOST))

    def division_row(self, task: int) -> int:
        """The row of a task in the division."""
        return FIRST + task


def _is(grid: Grid, body: int, department: str) -> bool:
    one = grid.bodies[body]
    return any(department in name for name in (one.label, one.canonical or "", *one.names))
