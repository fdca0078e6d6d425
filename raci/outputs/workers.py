"""Plan after plan on several processors: processes that each build one plan at a time, the results in order.

Processes are forked, so only on Linux, where that is safe and quick; elsewhere one plan is built after another.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any

__all__ = ["Task", "available_processes", "in_order"]

log = logging.getLogger("raci")

#: more processes take memory (200 MB each) that a small machine does not have
_MOST = 8
#: how many plans are read ahead for each process
_AHEAD = 3


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work: what it is, and whether another process may do it."""

    arguments: tuple[Any, ...]  # Any: what the function takes that does the work
    movable: bool = True


def available_processes() -> int:
    """How many plans may be built at the same time: as many as there are processors for this process."""
    return min(_MOST, len(os.sched_getaffinity(0))) if sys.platform == "linux" else 1


def in_order(
    work: Callable[..., Any],
    items: Iterable[Task | Any],
    processes: int,
    load: Callable[[], object] = lambda: None,
) -> Generator[Any, None, None]:  # Any: results are whatever the work returns
    """For each Task what ``work`` makes of its arguments, for any other item the item itself, in order.

    With ``processes`` the tasks are done by others as soon as there are two; what ``work`` raises is raised here when
    its turn comes, and what it logs is logged here. ``load`` is called before they begin: what it loads, and what
    ``work`` holds, is there for all of them; only arguments and results are handed over, and must be picklable.
    """
    if processes < 2 or sys.platform != "linux":
        for item in items:
            yield work(*item.arguments) if isinstance(item, Task) else item
        return
    pool = _Pool(work, processes, load)
    try:
        for item in items:
            pool.add(item)
            yield from pool.ready()
        yield from pool.rest()
    finally:
        pool.close()


@dataclass(frozen=True, slots=True)
class _Submitted:
    task: Task
    future: Future[tuple[Any, list[logging.LogRecord]]]


class _Pool:
    """The items in order, with the tasks among them done by other processes from the second on."""

    def __init__(self, work: Callable[..., Any], processes: int, load: Callable[[], object]) -> None:
        self._work, self._processes, self._load = work, processes, load
        self._items: deque[Any] = deque()
        self._executor: ProcessPoolExecutor | None = None
        self._seen = 0

    def add(self, item: Any) -> None:
        """The next item; a task is begun, but for the first, which is begun when there is a second."""
        movable = isinstance(item, Task) and item.movable
        self._seen += movable
        if movable and self._executor is None and self._seen > 1:
            self._load()
            self._executor = _executor(self._processes, self._work)
            self._items = deque(map(self._begun, self._items))
        self._items.append(self._begun(item))

    def ready(self) -> Iterator[Any]:
        """The results from the front that are there, and those without which too much would wait."""
        while self._items and (self._is_ready(self._items[0]) or len(self._items) > _AHEAD * self._processes):
            yield self._result(self._items.popleft())

    def rest(self) -> Iterator[Any]:
        """All other results."""
        while self._items:
            yield self._result(self._items.popleft())

    def close(self) -> None:
        """End the processes when they have done what they are at."""
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)

    def _begun(self, item: Any) -> Any:
        if self._executor is None or not (isinstance(item, Task) and item.movable):
            return item
        try:
            return _Submitted(item, self._executor.submit(_do, item.arguments))
        except BrokenProcessPool:
            return item  # done here

    def _is_ready(self, item: Any) -> bool:
        if isinstance(item, _Submitted):
            return item.future.done()
        return not isinstance(item, Task)

    def _result(self, item: Any) -> Any:
        if isinstance(item, _Submitted):
            try:
                result, records = item.future.result()
            except BrokenProcessPool:  # a process was killed, perhaps for want of memory
                item = item.task
            else:
                for record in records:
                    logging.getLogger(record.name).handle(record)
                return result
        return self._work(*item.arguments) if isinstance(item, Task) else item


def _executor(processes: int, work: Callable[..., Any]) -> ProcessPoolExecutor | None:
    """The processes; None where the system has no room for what they share (no /dev/shm, or one that is full)."""
    try:
        return ProcessPoolExecutor(processes, get_context("fork"), _begin, (work,))
    except (OSError, NotImplementedError) as error:
        log.debug("one plan after another: %s", error)
        return None


class _LogKeeper(logging.Handler):
    """Keeps what is logged, as text, so that it can be handed to the process that waits."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        record.msg, record.args, record.exc_info = record.getMessage(), None, None
        self.records.append(record)


class _Process:
    """What a process of the pool does with the arguments that it is given."""

    work: Callable[..., Any]


def _begin(work: Callable[..., Any]) -> None:
    _Process.work = work
    gc.freeze()  # what was loaded before stays: it is neither looked through for garbage nor copied
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that waits is told, and ends this one
    log.handlers.clear()
    log.propagate = False


def _do(arguments: tuple[Any, ...]) -> tuple[Any, list[logging.LogRecord]]:
    keeper = _LogKeeper()
    log.addHandler(keeper)
    try:
        return _Process.work(*arguments), keeper.records
    finally:
        log.removeHandler(keeper)
