"""Task after task on several processors: processes that do some tasks at a time each, the results in order.

Processes are forked, so only on Linux, where that is safe and quick; elsewhere one task is done after another. What
shares the work out (``raci.outputs.pool``) loads when there is something to share.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterable
from typing import Any

from raci.outputs.tasks import Task

__all__ = ["Task", "available_processes", "in_order"]

#: more processes take memory (200 MB each) that a small machine does not have
_MOST = 8


def available_processes() -> int:
    """How many tasks may be done at the same time: as many as there are processors for this process."""
    return min(_MOST, len(os.sched_getaffinity(0))) if sys.platform == "linux" else 1


def in_order(
    work: Callable[..., Any],
    items: Iterable[Task | Any],
    processes: int,
    load: Callable[[], object] = lambda: None,
    *,
    batch: int = 1,
) -> Generator[Any, None, None]:  # Any: results are whatever the work returns
    """For each Task what ``work`` makes of its arguments, for any other item the item itself, in order.

    With ``processes`` the tasks are done by others as soon as there are two, so many at a time as ``batch`` says; what
    ``work`` raises is raised here when its turn comes, and what it logs is logged here. ``load`` is called before they
    begin: what it loads, and what ``work`` holds, is there for all of them; only arguments and results are handed over.
    A task whose arguments or result cannot be pickled is done here.
    """
    if processes < 2 or sys.platform != "linux":
        for item in items:
            yield work(*item.arguments) if isinstance(item, Task) else item
        return
    from raci.outputs.pool import Pool

    pool = Pool(work, processes, load, batch)
    try:
        for item in items:
            pool.add(item)
            yield from pool.ready()
        yield from pool.rest()
    finally:
        pool.close()
