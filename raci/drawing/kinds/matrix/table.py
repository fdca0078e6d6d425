"""The rows and columns of a matrix, in the order of the document or seriated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from raci.drawing.model import DrawingModel, DrawnTask
from raci.drawing.seriate import METHOD, differing, seriate
from raci.views.grid import join_letters
from raci.views.tables.bands import ROWS_HEADING, is_row
from raci.views.tables.body_order import grouped
from raci.views.tables.column_heads import short_heads

__all__ = ["DrawnMatrixRow", "MatrixTable", "in_order", "seriated"]

_SEPARATOR = " › "
#: the longest name above a column, in characters
_NAME = 14
#: how much a role says of who belongs to a task, for the seriation; the others 1
_WEIGHTS = {"lead": 3.0, "responsible": 2.0}


@dataclass(frozen=True, slots=True)
class DrawnMatrixRow:
    """What stands in a row: the band of a chapter (``task`` None), or a task. ``chapter`` -1: none."""

    text: str
    task: int | None
    chapter: int = 0


@dataclass(frozen=True, slots=True)
class MatrixTable:
    """All rows and columns (bodies of the model) in order, the names above these, the chapters of the rows.

    ``bodies_of`` are the bodies of each task, ``cells`` (task, body) their letter and the words that it comes from;
    with a ``strip`` each row shows its chapter by a colour. ``seriated``: not in the order of the document.
    """

    rows: tuple[DrawnMatrixRow, ...]
    columns: tuple[int, ...]
    names: dict[int, str]
    chapters: tuple[str, ...]
    bodies_of: dict[int, set[int]]
    cells: dict[tuple[int, int], tuple[str, str]]
    strip: bool = False
    seriated: bool = False


def in_order(model: DrawingModel) -> MatrixTable:
    """Tasks in the order of the document under bands of their chapters, bodies by level and load."""
    rows: list[DrawnMatrixRow] = []
    chapters: list[str] = []
    chapter: tuple[str, ...] | None = None
    called = {task.label for task in model.tasks}
    for index, task in enumerate(model.tasks):
        if task.chapter != chapter and task.chapter:
            chapters.append(_SEPARATOR.join(task.chapter))
            if band := _band(chapter or (), task, called):
                rows.append(DrawnMatrixRow(band, None, len(chapters) - 1))
        elif chapter and not task.chapter and is_row(model.grid.tasks[task.index]):
            chapters.append(ROWS_HEADING)
            rows.append(DrawnMatrixRow(ROWS_HEADING, None, len(chapters) - 1))
        chapter = task.chapter
        of_rows = bool(chapters) and chapters[-1] == ROWS_HEADING
        rows.append(DrawnMatrixRow(task.label, index, len(chapters) - 1 if task.chapter or of_rows else -1))
    place = {index: position for position, index in enumerate(model.grid.columns())}
    columns = [place[index] for _, group in grouped(model.grid) for index in group]
    return _table(model, rows, columns, chapters)


def _band(above: tuple[str, ...], task: DrawnTask, called: Collection[str]) -> str:
    """The headings of a task's chapter that do not stand above it already; back from a chapter within it, its own.

    A task that is itself the heading of those below it (``called`` are the labels of all tasks) is no band besides.
    """
    chapter = task.chapter[:-1] if task.chapter[-1] == task.label else task.chapter
    pairs = enumerate(zip(chapter, above, strict=False))
    common = next((depth for depth, (heading, there) in pairs if heading != there), min(len(chapter), len(above)))
    back = chapter == task.chapter and any(heading not in called for heading in above[common:])
    return _SEPARATOR.join(chapter[common:] or (chapter[-1:] if back else ()))


def seriated(model: DrawingModel) -> tuple[MatrixTable, dict[str, object]]:
    """Like tasks and like bodies side by side; and what run.json says of the order."""
    weights: Counter[tuple[int, int]] = Counter()
    for link in model.links:
        weights[link.task, link.body] += int(_WEIGHTS.get(link.role, 1.0))
    cells = {cell: float(weight) for cell, weight in weights.items()}
    tasks, columns = seriate(cells)
    tasks += [task for task in range(len(model.tasks)) if task not in set(tasks)]
    chapters = list(dict.fromkeys(task.chapter[0] for task in model.tasks if task.chapter))
    number = {chapter: position for position, chapter in enumerate(chapters)}
    drawn = [(task, model.tasks[task]) for task in tasks]
    rows = [DrawnMatrixRow(task.label, index, number[task.chapter[0]] if task.chapter else -1) for index, task in drawn]
    before = differing(range(len(model.tasks)), cells, 0) + differing(range(len(model.bodies)), cells, 1)
    after = differing(tasks, cells, 0) + differing(columns, cells, 1)
    facts = {"order": {"method": METHOD, "neighbours_differ": {"before": before, "after": after}}}
    return _table(model, rows, columns, chapters, strip=len(chapters) > 1, seriated=True), dict(facts)


def _table(
    model: DrawingModel,
    rows: Sequence[DrawnMatrixRow],
    columns: Sequence[int],
    chapters: Sequence[str],
    *,
    strip: bool = False,
    seriated: bool = False,
) -> MatrixTable:
    short = short_heads([model.bodies[column].name for column in columns], _NAME)
    names = dict(zip(columns, short, strict=True))
    bodies_of: dict[int, set[int]] = {}
    for link in model.links:
        bodies_of.setdefault(link.task, set()).add(link.body)
    return MatrixTable(tuple(rows), tuple(columns), names, tuple(chapters), bodies_of, _cells(model), strip, seriated)


def _cells(model: DrawingModel) -> dict[tuple[int, int], tuple[str, str]]:
    place = {index: position for position, index in enumerate(model.grid.columns())}
    quotes = {(link.task, link.body): link.quote for link in model.links}
    return {
        (task, place[index]): (join_letters(entry.letter for entry in entries), quotes.get((task, place[index]), ""))
        for (task, index), entries in model.grid.cells().items()
    }
