"""What leads where in a workbook: the names of the sheets, and the rows of the tasks in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from raci.storage import sheet_names
from raci.views.grid import Grid
from raci.views.tables.body_order import by_load
from raci.views.tables.column_heads import heads
from raci.writers.job import Job
from raci.writers.xlsx.matrix.layout import MatrixLayout
from raci.writers.xlsx.styles import CellStyles
from raci.writers.xlsx.tabs import SheetNames, link

__all__ = ["FIRST_ROW", "MOST_BODY_SHEETS", "WorkbookContext", "WorkbookLinks"]

#: with more sheets of departments than this nobody finds their way in the workbook
MOST_BODY_SHEETS = 60
#: the first row of a table below its title, legend and heads
FIRST_ROW = 3


@dataclass(frozen=True, slots=True)
class WorkbookLinks:
    """The sheets that others lead to; ``body_sheets``: body → the name of its sheet,
    ``body_heads`` what it is called.

    ``left_out`` counts the departments without a sheet of their own.
    """

    matrix_rows: tuple[int, ...]
    body_sheets: Mapping[int, str]
    body_heads: Mapping[int, str]
    left_out: int = 0

    @classmethod
    def of(cls, layout: MatrixLayout, taken: tuple[str, ...], department: str = "") -> WorkbookLinks:
        """Sheets for the departments with most to do; for a part of a plan, for that ``department`` alone.

        ``taken`` are the names of the other sheets.
        """
        grid = layout.grid
        names = SheetNames()
        for name in taken:
            names.of(name)
        wanted = [body for body in by_load(grid) if _is_named(grid, body, department)]
        shown = wanted[:MOST_BODY_SHEETS]
        body_heads = dict(zip(shown, heads(grid, shown), strict=True))
        body_sheets = {body: names.of(head) for body, head in body_heads.items()}
        return cls(layout.task_rows, body_sheets, body_heads, max(0, len(wanted) - MOST_BODY_SHEETS))

    def to_matrix(self, task: int | None = None) -> str:
        """The link to a task in the matrix, or to the head of the sheet."""
        return link(sheet_names.MATRIX, 0 if task is None else self.matrix_rows[task])

    def to_division(self, task: int) -> str:
        """The link to a task in the 任务分工."""
        return link(sheet_names.DIVISION, FIRST_ROW + task)


def _is_named(grid: Grid, body: int, department: str) -> bool:
    names = grid.bodies[body]
    return any(department in name for name in (names.label, names.canonical or "", *names.names))


@dataclass(frozen=True, slots=True)
class WorkbookContext:
    """What all sheets of one workbook share: the job, the styles of cells, what leads where, the matrix's layout."""

    job: Job
    styles: CellStyles
    links: WorkbookLinks
    matrix: MatrixLayout
