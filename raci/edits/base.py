"""What the record says, as the sheets are compared with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from raci.analysis.overlaps import with_overlaps
from raci.escaping import clean
from raci.model import Analysis, WorkbookRecord
from raci.views.grid import Grid, GridEntry, grid, task_id

__all__ = ["LIMITS", "Base", "address", "bare", "matched", "same", "task_ids"]

#: what an edit may be of besides bodies: the time limit, as words and as a date
LIMITS: tuple[Literal["deadline", "due"], ...] = ("deadline", "due")

#: what one cell takes; a longer text was cut when it was written
_CUT = 32_000


def bare(text: object) -> str:
    """A cell's text as it is compared: white space as one blank, which programs write each in their way."""
    return " ".join(clean(str(text)).split())


def same(now: str, written: object) -> bool:
    """Whether a cell still holds what was written."""
    before = bare(written)
    return now == before or (len(before) > _CUT < len(now) and before.startswith(now[: _CUT // 2]))


def address(row: int, column: int) -> str:
    """What a spreadsheet program calls the cell (from 0): ``D7``."""
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def matched(
    seen: Sequence[tuple[str, tuple[str, ...]]],
    known: Mapping[str, tuple[str, ...]],
    like: Mapping[str, tuple[str, ...]] | None = None,
    likely: Sequence[tuple[str, ...]] = (),
) -> list[str | None]:
    """Which row is which: ``seen`` are the rows as they stand (id, texts), ``known`` the texts of each id.

    First what has both right; then, where ids are gone or mixed up, what reads as one did; then by id alone (the texts
    were changed), or by ``like``: other texts, of which ``likely`` gives those of the rows. None: a new row.
    """
    found: list[str | None] = [None] * len(seen)
    left = dict.fromkeys(known)

    def take(place: int, wanted: str) -> None:
        found[place] = wanted
        del left[wanted]

    for place, (one, texts) in enumerate(seen):
        if one in left and known[one] == texts:
            take(place, one)
    by_text: dict[tuple[str, ...], list[str]] = {}
    for one in left:
        by_text.setdefault(known[one], []).append(one)
    for place, (_, texts) in enumerate(seen):
        if found[place] is None and any(texts) and (open_ids := by_text.get(texts)):
            take(place, open_ids.pop(0))
    for place, (one, _) in enumerate(seen):
        if found[place] is None and one in left:
            take(place, one)
    for place, texts in enumerate(likely if like else ()):
        if found[place] is None:
            one = next((each for each in left if like and like[each] == texts), "")
            if one:
                take(place, one)
    return found


def task_ids(analysis: Analysis, table: Grid) -> dict[int, str]:
    """Place of a clause → id of its task; those too of rows of an annex that the grid leaves to their clauses."""
    found = {task.clause: task.id for task in table.tasks if task.clause is not None}
    taken = set(found.values())
    for one in analysis.assignments:
        clause = one.clause
        if clause.index not in found:
            name = f"{task_id(analysis.document.title, clause.path, clause.number, clause.heading)}~"
            while name in taken:
                name += "~"
            taken.add(name)
            found[clause.index] = name
    return found


@dataclass(frozen=True)
class Base:
    """A record, with its grid and what is looked up in it."""

    record: WorkbookRecord

    @cached_property
    def grid(self) -> Grid:
        """The grid that the sheets were written from."""
        return grid(with_overlaps(self.record.analysis), self.record.profile)

    @cached_property
    def tasks(self) -> dict[str, int]:
        """Id of a task → its place in the grid."""
        return {task.id: place for place, task in enumerate(self.grid.tasks)}

    @cached_property
    def named(self) -> dict[int, tuple[GridEntry, ...]]:
        """The entries of each task."""
        return self.grid.of_task()

    @cached_property
    def ids(self) -> dict[int, str]:
        """Place of a clause → id of its task."""
        return task_ids(self.record.analysis, self.grid)

    @cached_property
    def names(self) -> dict[str, str]:
        """The names that the document knows, as a cell shows them → as they are written; the longest first."""
        found = {_soft(name): name for body in self.grid.bodies for name in body.names}
        return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))

    def entries(self, task: str) -> tuple[GridEntry, ...]:
        """The entries of a task by its id."""
        place = self.tasks.get(task)
        return () if place is None else self.named.get(place, ())

    def label(self, task: str) -> str:
        """Number and heading of a task by its id."""
        place = self.tasks.get(task)
        return "" if place is None else self.grid.tasks[place].label

    def split(self, text: str) -> list[str]:
        """The names in a cell. A name that the document knows stays whole, whatever it holds."""
        return list(dict.fromkeys(_pieces(_soft(text), self.names)))


_PARTS = "、，,；;\n"
_OPEN, _CLOSE = "（(〔[【", "）)〕]】"


def _soft(text: str) -> str:
    return re.sub(r"[ \t\u3000]+", " ", clean(text)).strip()


def _pieces(text: str, known: Mapping[str, str]) -> Iterable[str]:
    at = 0
    while at < len(text):
        if text[at] in _PARTS or text[at] == " ":
            at += 1
            continue
        for name, written in known.items():
            end = at + len(name)
            if name and text.startswith(name, at) and (end == len(text) or text[end] in _PARTS or text[end] == " "):
                yield written
                break
        else:
            end = _end(text, at)
            piece = text[at:end].strip()
            if any(char.isalnum() for char in piece):  # a dash or a stroke stands for nobody
                yield known.get(piece, piece)
        at = end


def _end(text: str, at: int) -> int:
    depth = 0
    while at < len(text):
        char = text[at]
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif char in _PARTS and (not depth or char == "\n"):
            return at
        at += 1
    return at
