"""Several versions of a plan, one after the other: what became of each task."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from raci.comparison.compare import compare
from raci.comparison.values import Change, ComparedTask, Comparison, Side
from raci.errors import OptionError

__all__ = ["Series", "SeriesRow", "series"]


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One task through all versions: where each has it (None: not), and what changed towards each from the one before.

    ``changes`` has one entry a version; that of the first is empty.
    """

    tasks: tuple[ComparedTask | None, ...]
    changes: tuple[tuple[Change, ...], ...]

    @property
    def task(self) -> ComparedTask:
        """The task as the last version that has it says it."""
        return next(task for task in reversed(self.tasks) if task is not None)

    @property
    def differs(self) -> bool:
        """Whether something changed besides number and place."""
        return any(not change.type.quiet for changes in self.changes for change in changes)


@dataclass(frozen=True, slots=True)
class Series:
    """Versions in their order: a row a task, and the comparisons of each version with the one before."""

    sides: tuple[Side, ...]
    rows: tuple[SeriesRow, ...]
    comparisons: tuple[Comparison, ...]


def series(sides: Sequence[Side]) -> Series:
    """The tasks of several versions, in the order of the last one that has them.

    Raises OptionError with less than two versions, and where a library of the extra ``diff`` is not installed.
    """
    if len(sides) < 2:
        raise OptionError("比较至少要两份文件", place="FILE", remedy="请依先后给出各稿")
    comparisons = tuple(compare(old, new) for old, new in pairwise(sides))
    threads: list[list[tuple[ComparedTask | None, tuple[Change, ...]]]] = []
    going: dict[int, int] = {}  # index of a task in the version before → its thread
    for task in sides[0].tasks:
        going[task.index] = len(threads)
        threads.append([(task, ())])
    for place, comparison in enumerate(comparisons, 1):
        going = _continued(threads, going, comparison, place)
    rows = []
    for thread in threads:
        filled = [*thread, *([(None, ())] * (len(sides) - len(thread)))]
        rows.append(SeriesRow(tuple(task for task, _ in filled), tuple(changes for _, changes in filled)))
    return Series(tuple(sides), _ordered(rows), comparisons)


def _continued(
    threads: list[list[tuple[ComparedTask | None, tuple[Change, ...]]]],
    going: dict[int, int],
    comparison: Comparison,
    place: int,
) -> dict[int, int]:
    """Each thread with what the next version has of it; new tasks begin threads of their own."""
    onward: dict[int, int] = {}
    for pair in comparison.pairs:
        first = pair.new[0] if pair.new else None
        for old in pair.old:
            threads[going[old.index]].append((first, pair.changes))
            if first is not None:
                onward.setdefault(first.index, going[old.index])
        for task in pair.new[1:] if pair.old else pair.new:
            onward[task.index] = len(threads)
            threads.append([*([(None, ())] * place), (task, pair.changes)])
    return onward


def _ordered(rows: Sequence[SeriesRow]) -> tuple[SeriesRow, ...]:
    """The rows as the last version has them; tasks that ended earlier stand behind the one that they followed."""

    def place(row: SeriesRow) -> tuple[float, ...]:
        return tuple(-1.0 if task is None else float(task.index) for task in reversed(row.tasks))

    last = [row for row in rows if row.tasks[-1] is not None]
    ordered = sorted(last, key=place)
    for row in (row for row in rows if row.tasks[-1] is None):
        version = max(index for index, task in enumerate(row.tasks) if task is not None)
        own = row.tasks[version]
        before = [
            index
            for index, other in enumerate(ordered)
            if (of_other := other.tasks[version]) is not None and own is not None and of_other.index < own.index
        ]
        ordered.insert(before[-1] + 1 if before else 0, row)
    return tuple(ordered)
