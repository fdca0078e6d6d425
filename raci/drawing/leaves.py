"""A plan too large for one sheet, in parts that fit: whole chapters as long as they do, else tasks, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from raci.drawing.model import DrawingModel, Link, part

__all__ = ["chapters", "leaves"]


def leaves(plan: DrawingModel, fits: Callable[[DrawingModel], bool]) -> list[DrawingModel]:
    """The plan, or parts of it that each fit and together hold each of its tasks and links once.

    As few parts as the order of the chapters allows, and these about equally full. A task with more links than fit
    stands in several parts, as the same task.
    """
    if fits(plan):
        return [plan]
    found = _packed(plan, fits)
    low, high = max(_load(plan) // len(found), 1), max(map(_load, found))
    while low < high:
        most = (low + high) // 2
        even = _packed(plan, lambda one, most=most: _load(one) <= most and fits(one))  # type: ignore[misc]
        if len(even) > len(found):
            low = most + 1
        else:
            found, high = even, min(most, max(map(_load, even)))
    return found


def _load(plan: DrawingModel) -> int:
    return len(plan.tasks) + len(plan.links)


def _packed(plan: DrawingModel, fits: Callable[[DrawingModel], bool]) -> list[DrawingModel]:
    """The parts as they come, each as full as it gets."""
    links: dict[int, list[Link]] = {}
    for link in plan.links:
        links.setdefault(link.task, []).append(link)

    def of(tasks: Sequence[int]) -> DrawingModel:
        return part(plan, tasks, [link for task in tasks for link in links.get(task, ())])

    found: list[DrawingModel] = []
    open_: list[int] = []
    for chapter in chapters(plan):
        if open_ and fits(of([*open_, *chapter])):
            open_ += chapter
            continue
        if open_:
            found.append(of(open_))
        open_ = chapter
        if not fits(of(chapter)):
            *full, open_ = _cut(chapter, lambda tasks: fits(of(tasks)))
            found += map(of, full)
        if not fits(of(open_)):  # one task
            found += _of_links(plan, open_, links[open_[0]], fits)
            open_ = []
    return [*found, of(open_)] if open_ else found


def chapters(plan: DrawingModel) -> list[list[int]]:
    """The tasks under each outermost heading that parts them, in order."""
    found: list[list[int]] = []
    last: str | None = None
    for at, task in enumerate(plan.tasks):
        head = task.chapter[0] if task.chapter else ""
        if not found or head != last:
            found.append([])
        found[-1].append(at)
        last = head
    return found


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
    for at in range(number):
        yield tasks[at * len(tasks) // number : (at + 1) * len(tasks) // number]


def _of_links(
    plan: DrawingModel, tasks: list[int], links: list[Link], fits: Callable[[DrawingModel], bool]
) -> list[DrawingModel]:
    number = 2
    while number < len(links):
        size = -(-len(links) // number)
        parts = [part(plan, tasks, links[at : at + size]) for at in range(0, len(links), size)]
        if all(map(fits, parts)):
            return parts
        number += 1
    return [part(plan, tasks, [link]) for link in links]
