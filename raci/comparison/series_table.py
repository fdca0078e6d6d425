"""各稿沿革: each task through all versions, what each version has new marked in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from raci.comparison.marked_sides import marked_sides
from raci.comparison.segments import MarkedText
from raci.comparison.series import Series, SeriesRow
from raci.comparison.table import told
from raci.comparison.values import Change, ChangeKind, ComparedTask

__all__ = ["SeriesTableRow", "VersionCell", "series_table"]


class VersionCell(NamedTuple):
    """What one version has of a task: its words in stretches (none where it has not), and what changed towards it."""

    words: tuple[MarkedText, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeriesTableRow:
    """A task: its cells, one a version, and of which kinds the changes are."""

    order: int
    cells: tuple[VersionCell, ...]
    kinds: tuple[ChangeKind, ...]


def series_table(series: Series, *, all_pairs: bool = False) -> Iterator[SeriesTableRow]:
    """A row a task that changed somewhere, in order; with ``all_pairs`` every task.

    Raises OptionError where RapidFuzz is not installed.
    """
    shown = (row for row in series.rows if all_pairs or row.differs)
    for order, row in enumerate(shown, 1):
        loud = [tuple(change for change in own if all_pairs or not change.type.quiet) for own in row.changes]
        kinds = dict.fromkeys(change.kind for own in loud for change in own)
        yield SeriesTableRow(order, tuple(_cells(row, loud)), tuple(kinds))


def _cells(row: SeriesRow, changes: list[tuple[Change, ...]]) -> Iterator[VersionCell]:
    before: ComparedTask | None = None
    for task, own in zip(row.tasks, changes, strict=True):
        anew = any(change.kind == "rewritten" for change in own)
        yield VersionCell(_words(before, task, anew=anew), tuple(told(change) for change in own))
        before = task


def _words(before: ComparedTask | None, task: ComparedTask | None, *, anew: bool) -> tuple[MarkedText, ...]:
    """The words of a version, those that the one before had not marked; none of a task that is new or written anew."""
    if task is None:
        return ()
    return marked_sides((before,) if before is not None else (), (task,), words=not anew)[1]
