"""Rows as DataFrames, and from DataFrames (edited by hand or not) to matrix, graph and tasks.

Importing this module (``raci.rows`` does) registers the accessor ``df.raci``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pandas as pd

from raci.config.profiles import load_profile
from raci.model import Analysis, Assignment, Profile
from raci.storage.parse_rows import flat_row
from raci.storage.rows import COLUMNS, Row, records
from raci.views.documents import DOCUMENT_COLUMNS, document_rows
from raci.views.grid import grid, parse_frame, row_letters
from raci.views.tasks import TASK_COLUMNS, task_rows

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["TASK_COLUMNS", "RaciAccessor", "documents", "rows", "rows_of_all", "tasks", "tasks_of_all", "typed"]

#: columns of whole numbers, and those of which some may be missing
_WHOLE, _WHOLE_OR_NONE = ("start", "end", "departments", "assignments"), ("characters", "year")


def rows(source: Analysis | Iterable[Assignment], profile: Profile | str | None = None) -> pd.DataFrame:
    """The rows of an Analysis (tasks that nobody is named for among them) or of assignments, in document order.

    The columns are those of ``raci.storage.rows.COLUMNS``. ``path`` is one text, its headings parted by `` > ``; what
    is not known is None; ``start`` and ``end`` are whole numbers, ``due`` is a date. Without ``profile`` the letters
    are those of ``raci.storage.rows.records``. ``df.raci.matrix()``, ``df.raci.graph()`` and ``df.raci.tasks()`` go on
    from there, also after edits.

    Raises ProfileError for an unknown profile.
    """
    return _rows(records(source, profile))


def rows_of_all(analyses: Iterable[Analysis], profile: Profile | str | None = None) -> pd.DataFrame:
    """The rows of several analyses, one after the other; see ``rows``."""
    return _rows(row for analysis in analyses for row in records(analysis, profile))


def _rows(found: Iterable[Row]) -> pd.DataFrame:
    return typed(pd.DataFrame(list(map(flat_row, found)), columns=list(COLUMNS), dtype=object))


def tasks(source: Analysis | Iterable[Assignment] | pd.DataFrame, profile: Profile | str | None = None) -> pd.DataFrame:
    """A row a task, with who has which role (columns ``TASK_COLUMNS``), unassigned tasks of an Analysis included.

    ``document_id`` and ``task_id`` are those of the rows. Only an Analysis knows the ``text`` of its tasks.

    Raises ProfileError for an unknown profile, OptionError for a DataFrame that does not hold rows.
    """
    analysis = source if isinstance(source, Analysis) else None
    return _tasks(task_rows(grid(source, profile), analysis))


def tasks_of_all(analyses: Iterable[Analysis], profile: Profile | str | None = None) -> pd.DataFrame:
    """The tasks of several analyses, one after the other; see ``tasks``."""
    return _tasks(row for analysis in analyses for row in task_rows(grid(analysis, profile), analysis))


def _tasks(found: Iterable[Mapping[str, Any]]) -> pd.DataFrame:  # Any: as rows hold
    return typed(pd.DataFrame(list(map(flat_row, found)), columns=list(TASK_COLUMNS), dtype=object))


def documents(analyses: Iterable[Analysis]) -> pd.DataFrame:
    """A row for each analysis: what its document is (``raci.views.documents.DocumentRow``)."""
    frame = pd.DataFrame(list(document_rows(analyses)), columns=list(DOCUMENT_COLUMNS), dtype=object)
    return typed(frame, (*_WHOLE, "characters", "tasks", "findings", "unassigned"), ("year",))


def typed(
    frame: pd.DataFrame, whole: Sequence[str] = _WHOLE, whole_or_none: Sequence[str] = _WHOLE_OR_NONE
) -> pd.DataFrame:
    """The frame with ``due`` as dates and the columns of numbers as whole numbers, where all their values are such.

    A column in which a person wrote anything else stays as it is.
    """
    changed: dict[str, pd.Series] = {}
    for columns, type_name in ((whole, "int64"), (whole_or_none, "Int64")):
        for column in columns:
            if column in frame and (numbers := _whole_numbers(frame[column], type_name)) is not None:
                changed[column] = numbers
    if "due" in frame and (days := _days(frame["due"])) is not None:
        changed["due"] = days
    return frame.assign(**changed)


def _whole_numbers(values: pd.Series, type_name: str) -> pd.Series | None:
    """The values as whole numbers; None where one is none, or is missing and the type has no place for that."""
    numbers: list[int | None] = []
    for value in values:
        digits = "" if value is None or pd.isna(value) else str(value).strip().removesuffix(".0")
        if not (digits.isdecimal() or (not digits and type_name == "Int64")):
            return None
        numbers.append(int(digits) if digits else None)
    return pd.Series(numbers, index=values.index, dtype=type_name)


def _days(values: pd.Series) -> pd.Series | None:
    """The dates of texts like 2025-06-30 or 2025/6/30 (as Excel saves them); None where a value is no date."""
    days: list[datetime | None] = []
    for value in values:
        try:
            is_number = isinstance(value, int | float) and not pd.isna(value)
            moment = pd.Timestamp(value, unit="ms") if is_number else value  # as DataFrame.to_json writes dates
            written = "" if moment is None or pd.isna(moment) else str(moment)[:10].strip().replace("/", "-")
            year, month, day = map(int, written.split("-")) if written else (0, 0, 0)
            days.append(datetime(year, month, day) if written else None)
        except ValueError:
            return None
    return pd.Series(days, index=values.index, dtype="datetime64[s]")


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

    **Layers.** Rows whose ``layer`` is ``second`` stand in none of them.
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
