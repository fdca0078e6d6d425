"""Rows as DataFrames, and the way back from rows that were edited by hand.

Importing this module (``raci.rows`` does) registers the accessor ``df.raci``.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from raci.edits import restored
from raci.edits.unrecorded import workbook_rows
from raci.errors import ReadError
from raci.escaping import unguard
from raci.model import ROLES, Analysis, Assignment
from raci.model.profiles import Profile
from raci.readers.registry import read_bytes
from raci.storage.parse_rows import NEEDED, PATH_MARK, lines, split_path
from raci.storage.rows import COLUMNS, records
from raci.views.grid import Grid, grid

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["TASK_COLUMNS", "RaciAccessor", "read_rows", "rows", "tasks"]

#: the columns of ``tasks``: a role's column holds the bodies' names as written, parted by 、
TASK_COLUMNS: tuple[str, ...] = ("document", "source", "path", "number", "task", *ROLES, "deadline", "due")


def rows(source: Analysis | Iterable[Assignment], profile: Profile | str | None = None) -> pd.DataFrame:
    """The assignments as a DataFrame with the columns of ``raci.storage.rows.COLUMNS``, in document order.

    ``path`` is one text, its headings parted by `` > ``; what is not known is None; ``start`` and ``end``
    are whole numbers. Without ``profile`` the letters are those of ``raci.storage.rows.records``. ``df.raci.matrix()``,
    ``df.raci.graph()`` and ``df.raci.tasks()`` go on from there, also after edits.

    Raises ProfileError for an unknown profile.
    """
    listed = [{**row, "path": PATH_MARK.join(row["path"])} for row in records(source, profile)]
    frame = pd.DataFrame(listed, columns=list(COLUMNS), dtype=object)
    return frame.astype({"start": "int64", "end": "int64"})


def tasks(source: Analysis | Iterable[Assignment] | pd.DataFrame, profile: Profile | str | None = None) -> pd.DataFrame:
    """A row a task, with who has which role (columns ``TASK_COLUMNS``), unassigned tasks of an Analysis included.

    Raises ProfileError for an unknown profile, OptionError for a DataFrame that does not hold rows.
    """
    return _tasks(grid(source, profile))


def _tasks(table: Grid) -> pd.DataFrame:
    named = table.of_task()
    listed = []
    for index, task in enumerate(table.tasks):
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
            held = (entry.assignment.department.name for entry in named.get(index, ()) if entry.role == role)
            row[role] = "、".join(dict.fromkeys(held))
        listed.append(row)
    return pd.DataFrame(listed, columns=list(TASK_COLUMNS), dtype=object)


def read_rows(path: str | Path) -> pd.DataFrame:
    """The rows of an ``assignments.csv``, ``.jsonl``, or workbook, as raci wrote it or as Excel saved it after edits.

    Of a workbook (``.xlsx``) all counts that was changed by hand (``raci.edits``); of one that lost its record, or was
    written by an older raci, the rows and the letters of the matrix (``raci.edits.unrecorded``). CSV may be UTF-8 or,
    as Chinese Excel saves it, GB18030.

    Raises ReadError where there is no such file or it does not hold rows.
    """
    where = Path(path)
    try:
        raw = where.read_bytes()
    except OSError as error:
        raise ReadError("读不出明细行", place=where, remedy="请给出存在的 assignments.csv、.jsonl 或 .xlsx") from error
    if where.suffix.lower() == ".xlsx":
        with suppress(ReadError):  # of one without a record the rows are told below, or what is wrong with it
            kept = read_bytes(raw, str(where))[0].kept
            if kept is not None:
                return rows(restored(kept), kept.record.profile)
        found = workbook_rows(raw, where)
        return pd.DataFrame(found, columns=None if found else list(COLUMNS), dtype=object)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("gb18030", errors="replace")
    try:
        if where.suffix.lower() == ".jsonl":
            # no lines are no rows: a plan that names nobody
            objects = [json.loads(line) for line in text.split("\n") if line.strip()]
            frame = pd.DataFrame(objects, columns=None if objects else list(COLUMNS), dtype=object)
        else:
            frame = pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
    except ValueError as error:  # those of json and of pandas' parser are such, too
        raise ReadError(
            f"不是表格：{error}", place=where, remedy="请用 raci 写出的 assignments.csv 或 .jsonl"
        ) from error
    if missing := [column for column in NEEDED if column not in frame.columns]:
        raise ReadError(
            f"缺少列 {'、'.join(missing)}", place=where, remedy="请用 raci 写出的 assignments.csv，保留第一行的列名"
        )
    if "path" in frame:
        frame["path"] = [PATH_MARK.join(split_path(path)) for path in frame["path"]]
    return frame.map(lambda value: unguard(value) if isinstance(value, str) else value)


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
        table = grid(self._frame, profile)
        fresh = iter(table.entries)
        made = self._frame.copy()
        letters: list[Any] = [next(fresh).letter if line.assignment else None for line in lines(self._frame)]
        made["letter"] = pd.Series(letters, index=made.index, dtype=object)
        if profile is not None:
            made["profile"] = table.profiles[0]
        return made
