"""A document too large for one sheet, in parts that fit: whole chapters as long as they do, else tasks, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from raci.drawing.model import DrawingModel, Link, part

__all__ = ["chapters", "split_model"]


def split_model(model: DrawingModel, fits: Callable[[DrawingModel], bool]) -> list[DrawingModel]:
    """The model, or parts of it that each fit and together hold each of its tasks and links once.

    As few parts as the order of the chapters allows, and these about equally full. A task with more links than fit
    stands in several parts, as the same task.
    """
    if fits(model):
        return [model]
    parts = _packed(model, fits)
    low, high = max(_load(model) // len(parts), 1), max(map(_load, parts))
    while low < high:
        most = (low + high) // 2
        even = _packed(model, _at_most(most, fits))
        if len(even) > len(parts):
            low = most + 1
        else:
            parts, high = even, min(most, max(map(_load, even)))
    return parts


def _at_most(most: int, fits: Callable[[DrawingModel], bool]) -> Callable[[DrawingModel], bool]:
    """Whether a part fits and carries no more than ``most``."""
    return lambda part: _load(part) <= most and fits(part)


def _load(model: DrawingModel) -> int:
    return len(model.tasks) + len(model.links)


def _packed(model: DrawingModel, fits: Callable[[DrawingModel], bool]) -> list[DrawingModel]:
    """The parts as they come, each as full as it gets."""
    links: dict[int, list[Link]] = {}
    for link in model.links:
        links.setdefault(link.task, []).append(link)

    def holding(tasks: Sequence[int]) -> DrawingModel:
        return part(model, tasks, [link for task in tasks for link in links.get(task, ())])

    parts: list[DrawingModel] = []
    pending: list[int] = []
    for chapter in chapters(model):
        if pending and fits(holding([*pending, *chapter])):
            pending += chapter
            continue
        if pending:
            parts.append(holding(pending))
        pending = chapter
        if not fits(holding(chapter)):
            *full, pending = _cut(chapter, lambda tasks: fits(holding(tasks)))
            parts += map(holding, full)
        if not fits(holding(pending)):  # one task
            parts += _of_links(model, pending, links[pending[0]], fits)
            pending = []
    return [*parts, holding(pending)] if pending else parts


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


def _of_links(
    model: DrawingModel, tasks: list[int], links: list[Link], fits: Callable[[DrawingModel], bool]
) -> list[DrawingModel]:
    number = 2
    while number < len(links):
        size = -(-len(links) // number)
        parts = [part(model, tasks, links[start : start + size]) for start in range(0, len(links), size)]
        if all(map(fits, parts)):
            return parts
        number += 1
    return [part(model, tasks, [link]) for link in links]
