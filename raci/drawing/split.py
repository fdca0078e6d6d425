"""A document too large for one sheet, in parts that fit: whole chapters as long as they do, else tasks, in order."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence

from raci.drawing.model import DrawingModel, Link, part

__all__ = ["chapters", "split_model"]

#: a load that no part exceeds
_ANY = sys.maxsize


def split_model(model: DrawingModel, fits: Callable[[DrawingModel], bool]) -> list[DrawingModel]:
    """The model, or parts of it that each fit and together hold each of its tasks and links once.

    As few parts as the order of the chapters allows, and these about equally full. A task with more links than fit
    stands in several parts, as the same task.
    """
    if fits(model):
        return [model]
    pieces = _Pieces(model, fits)
    parts = _packed(pieces, _ANY)
    low, high = max(_load(model) // len(parts), 1), max(map(_load, parts))
    while low < high:
        most = (low + high) // 2
        even = _packed(pieces, most)
        if len(even) > len(parts):
            low = most + 1
        else:
            parts, high = even, min(most, max(map(_load, even)))
    return parts


def _load(model: DrawingModel) -> int:
    return len(model.tasks) + len(model.links)


class _Pieces:
    """Parts of a model that hold some of its tasks, each made and tried once: the same ones are asked for again."""

    def __init__(self, model: DrawingModel, fits: Callable[[DrawingModel], bool]) -> None:
        self.model = model
        self.links: dict[int, list[Link]] = {}
        for link in model.links:
            self.links.setdefault(link.task, []).append(link)
        self._fits = fits
        self._held: dict[tuple[int, ...], DrawingModel] = {}
        self._fitting: dict[tuple[int, ...], bool] = {}

    def holding(self, tasks: Sequence[int]) -> DrawingModel:
        """The part that holds these tasks."""
        key = tuple(tasks)
        if key not in self._held:
            self._held[key] = part(self.model, tasks, [link for task in tasks for link in self.links.get(task, ())])
        return self._held[key]

    def fit(self, tasks: Sequence[int], most: int) -> bool:
        """Whether the part of these tasks fits, and carries no more than ``most``."""
        if len(tasks) + sum(len(self.links.get(task, ())) for task in tasks) > most:
            return False
        key = tuple(tasks)
        if key not in self._fitting:
            self._fitting[key] = self._fits(self.holding(tasks))
        return self._fitting[key]

    def of_links(self, task: int, most: int) -> list[DrawingModel]:
        """The parts that each hold some of the links of a task: as few as fit."""
        links = self.links[task]
        number = 2
        while number < len(links):
            size = -(-len(links) // number)
            parts = [part(self.model, [task], links[start : start + size]) for start in range(0, len(links), size)]
            if all(_load(piece) <= most and self._fits(piece) for piece in parts):
                return parts
            number += 1
        return [part(self.model, [task], [link]) for link in links]


def _packed(pieces: _Pieces, most: int) -> list[DrawingModel]:
    """The parts as they come, each as full as it gets."""
    parts: list[DrawingModel] = []
    pending: list[int] = []
    for chapter in chapters(pieces.model):
        if pending and pieces.fit([*pending, *chapter], most):
            pending += chapter
            continue
        if pending:
            parts.append(pieces.holding(pending))
        pending = chapter
        if not pieces.fit(chapter, most):
            *full, pending = _cut(chapter, lambda tasks: pieces.fit(tasks, most))
            parts += map(pieces.holding, full)
        if not pieces.fit(pending, most):  # one task
            parts += pieces.of_links(pending[0], most)
            pending = []
    return [*parts, pieces.holding(pending)] if pending else parts


def chapters(model: DrawingModel) -> list[list[int]]:
    """The tasks under each outermost heading that parts them, in order."""
    runs: list[list[int]] = []
    last: str | None = None
    for index, task in enumerate(model.tasks):
        head = task.chapter[0] if task.chapter else ""
        if not runs or head != last:
            runs.append([])
        runs[-1].append(index)
        last = head
    return runs


def _cut(tasks: list[int], fits: Callable[[list[int]], bool]) -> list[list[int]]:
    """Tasks in as few runs as fit, of about one length where that fits too; a run of one may not fit."""
    runs: list[list[int]] = []
    for task in tasks:
        if runs and fits([*runs[-1], task]):
            runs[-1].append(task)
        else:
            runs.append([task])
    even = list(_even(tasks, len(runs)))
    return even if all(map(fits, even)) else runs


def _even(tasks: list[int], number: int) -> Iterator[list[int]]:
    for run in range(number):
        yield tasks[run * len(tasks) // number : (run + 1) * len(tasks) // number]
