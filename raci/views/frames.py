"""Rows as DataFrames, and from DataFrames (edited by hand or not) to matrix, graph and tasks.

Importing this module (``raci.rows`` does) registers the accessor ``df.raci``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pandas as pd

from raci.config.profiles import load_profile
from raci.model import ROLES, Analysis, Assignment, Profile
from raci.storage.parse_rows import PATH_MARK
from raci.storage.rows import COLUMNS, records
from raci.views.grid import Grid, grid, parse_frame, row_letters

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["TASK_COLUMNS", "RaciAccessor", "rows", "tasks"]

#: the columns of ``tasks``: a role's column holds the bodies' names as written, parted by 、
TASK_COLUMNS: tuple[str, ...] = ("document", "source", "path", "number", "task", *ROLES, "deadline", "due")


def rows(source: Analysis | Iterable[Assignment], profile: Profile | str | None = None) -> pd.DataFrame:
    """The assignments as a DataFrame with the columns of ``raci.storage.rows.COLUMNS``, in document order.

    ``path`` is one text, its headings parted by `` > ``; what is not known is None; ``start`` and ``end``
    are whole numbers. Without ``profile`` the letters are those of ``raci.storage.rows.records``. ``df.raci.matrix()``,
    ``df.raci.graph()`` and ``df.raci.tasks()`` go on from there, also after edits.

    Raises ProfileError for an unknown profile.
    """
    flat_rows = [{**row, "path": PATH_MARK.join(row["path"])} for row in records(source, profile)]
    frame = pd.DataFrame(flat_rows, columns=list(COLUMNS), dtype=object)
    return frame.astype({"start": "int64", "end": "int64"})


def tasks(source: Analysis | Iterable[Assignment] | pd.DataFrame, profile: Profile | str | None = None) -> pd.DataFrame:
    """A row a task, with who has which role (columns ``TASK_COLUMNS``), unassigned tasks of an Analysis included.

    Raises ProfileError for an unknown profile, OptionError for a DataFrame that does not hold rows.
    """
    return _tasks(grid(source, profile))


def _tasks(grid: Grid) -> pd.DataFrame:
    entries_of = grid.of_task()
    task_rows = []
    for index, task in enumerate(grid.tasks):
        row: dict[str, str] = {
            "document": task.document,
            "source": task.source,
            "path": task.chapter,
            "number": task.number,
            "task": task.heading,
            "deadline": task.deadline,
            "due": task.due,
        }
        for role in ROLES:
            names = (entry.assignment.department.name for entry in entries_of.get(index, ()) if entry.role == role)
            row[role] = "、".join(dict.fromkeys(names))
        task_rows.append(row)
    return pd.DataFrame(task_rows, columns=list(TASK_COLUMNS), dtype=object)


@pd.api.extensions.register_dataframe_accessor("raci")
class RaciAccessor:
    """``df.raci``: matrix, graph and tasks from rows, edited by hand or not.

    Needed columns: ``task``, ``department``, ``role`` (a key like ``lead`` or a word like 牵头); the others of
    ``raci.storage.rows.COLUMNS`` are used where present.

    **Letters.** A ``letter`` that stands in a row is kept. Where it is missing it is worked out from the
    role, the roles beside it in the task, and the row's ``profile`` (``explicit`` where there is none). So
    empty the letter of a row whose role you change, or give ``profile=``: then all letters are worked out
    anew with that profile.

    **Names.** A row counts for its ``canonical`` body, and for ``department`` as written only where
    ``canonical`` is empty: change or empty ``canonical`` when you change the body. A row whose
    ``department`` is empty stands for a task that nobody is named for.
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        # pandas takes an AttributeError here for a missing accessor, so the check waits for the call
        self._frame = frame

    def matrix(self, profile: Profile | str | None = None) -> pd.DataFrame:
        """The responsibility matrix of the rows; see ``raci.matrix``."""
        from raci.views.matrix import matrix

        return matrix(self._frame, profile)

    def graph(self, profile: Profile | str | None = None) -> nx.Graph[str]:
        """The bipartite graph of the rows; see ``raci.graph``."""
        from raci.views.graph import graph

        return graph(self._frame, profile)

    def tasks(self, profile: Profile | str | None = None) -> pd.DataFrame:
        """A row a task; see ``raci.views.frames.tasks``."""
        return tasks(self._frame, profile)

    def relettered(self, profile: Profile | str | None = None) -> pd.DataFrame:
        """A copy with the letters filled in, or with ``profile`` all worked out anew."""
        letters = row_letters(parse_frame(self._frame), profile)
        copy = self._frame.copy()
        copy["letter"] = pd.Series(letters, index=copy.index, dtype=object)
        if profile is not None:
            copy["profile"] = profile.name if isinstance(profile, Profile) else load_profile(profile).name
        return copy
