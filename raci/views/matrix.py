"""Tasks × departments as a table of letters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from raci.views.grid import Grid, grid, join_letters

if TYPE_CHECKING:
    import pandas as pd

    from raci.model import Analysis, Assignment, Profile

__all__ = ["INDEX", "cell_letters", "matrix", "of_grid"]

#: the levels of the matrix's index
INDEX = ("document", "path", "number", "task")


def matrix(
    source: Analysis | Iterable[Assignment] | pd.DataFrame, profile: Profile | str | None = None
) -> pd.DataFrame:
    """The responsibility matrix of an Analysis (unassigned tasks are empty rows), of assignments, or of rows.

    Index: ``document``, ``path`` (the headings above, parted by `` > ``), ``number``, ``task``, one row a
    clause, in document order. Columns: the departments by canonical name where that is known, else by the
    name as written, in order of appearance. A cell holds the letters, those of several roles joined
    (``A/C``), and is empty text where the department has no part. Persons (责任领导) and roles to which the
    profile gives no letter are not in it. ``attrs["profile"]`` names the profile.

    Without ``profile`` an Analysis gets ``explicit``, and rows keep their letters (a row without one gets
    that of its own ``profile`` column); with it all letters are the profile's.

    Raises ProfileError for an unknown profile, OptionError for a DataFrame that does not hold rows.
    """
    return of_grid(grid(source, profile))


def cell_letters(grid: Grid) -> dict[tuple[int, int], str]:
    """The letters of a grid by task and body; empty cells left out."""
    return {cell: join_letters(entry.letter for entry in entries) for cell, entries in grid.cells().items()}


def of_grid(grid: Grid) -> pd.DataFrame:
    """The matrix of a grid; see ``matrix``."""
    import pandas as pd

    letters, columns = cell_letters(grid), grid.columns()
    index = pd.MultiIndex.from_tuples(
        [(task.document, task.chapter, task.number, task.heading) for task in grid.tasks], names=list(INDEX)
    )
    frame = pd.DataFrame(
        [[letters.get((row, column), "") for column in columns] for row in range(len(grid.tasks))],
        index=index,
        columns=pd.Index([grid.bodies[column].label for column in columns], dtype=object, name="department"),
        dtype=object,
    )
    frame.attrs["profile"] = "、".join(grid.profiles)
    return frame
