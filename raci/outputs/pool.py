"""The processes that tasks are shared out to: words and results are handed over pickled, several tasks at a time."""

from __future__ import annotations

import gc
import logging
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context, util
from typing import Any, NamedTuple

from raci.model.pattern_codes import keep_codes
from raci.outputs.tasks import Task

__all__ = ["Pool"]

log = logging.getLogger("raci")

#: how many batches are read ahead for each process
_AHEAD = 3


class _Outcome(NamedTuple):
    """What a task came to: its result or what it raised, and what it logged."""

    result: Any
    error: BaseException | None
    records: list[logging.LogRecord]


@dataclass(slots=True)
class _Batch:
    """Tasks that are done by one process one after the other; ``pickled`` are their outcomes, once asked for."""

    tasks: list[Task] = field(default_factory=list)
    future: Future[list[bytes]] | None = None
    here: bool = False  # its tasks cannot be handed over


class _Place(NamedTuple):
    """Where in which batch a task stands."""

    batch: _Batch
    position: int


class Pool:
    """The items in order, with the tasks among them done by other processes from the second on.

    What cannot be handed over (rules of a program's own that cannot be pickled) is done here.
    """

    def __init__(self, work: Callable[..., Any], processes: int, load: Callable[[], object], size: int) -> None:
        self._work, self._processes, self._load, self._size = work, processes, load, size
        self._items: deque[Any] = deque()
        self._executor: ProcessPoolExecutor | None = None
        self._open = _Batch()
        self._seen = 0
        self._told = self._tried = False

    def add(self, item: Any) -> None:
        """The next item; a task is begun, but for the first, which is begun when there is a second."""
        movable = isinstance(item, Task) and item.movable
        self._seen += movable
        if movable and not self._tried and self._seen > 1:
            self._tried = True
            self._load()
            self._executor = _executor(self._processes, self._work)
            self._items = deque(map(self._placed, self._items))
        self._items.append(self._placed(item))

    def ready(self) -> Iterator[Any]:
        """The results from the front that are there, and those without which too much would wait."""
        most = _AHEAD * self._processes * self._size
        while self._items and (self._is_ready(self._items[0]) or len(self._items) > most):
            yield self._result(self._items.popleft())

    def rest(self) -> Iterator[Any]:
        """All other results."""
        self._submit()
        while self._items:
            yield self._result(self._items.popleft())

    def close(self) -> None:
        """End the processes when they have done what they are at."""
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)

    def _placed(self, item: Any) -> Any:
        if self._executor is None or not (isinstance(item, Task) and item.movable):
            return item
        self._open.tasks.append(item)
        place = _Place(self._open, len(self._open.tasks) - 1)
        if len(self._open.tasks) >= self._size:
            self._submit()
        return place

    def _submit(self) -> None:
        """Hand over the batch that is being filled."""
        batch, self._open = self._open, _Batch()
        if self._executor is None or not batch.tasks:
            return
        try:
            pickled = pickle.dumps([task.arguments for task in batch.tasks], pickle.HIGHEST_PROTOCOL)
        except Exception as error:  # whatever an object raises that cannot be pickled
            batch.here = True
            self._tell(error)
            return
        try:
            batch.future = self._executor.submit(_do_each, pickled)
        except BrokenProcessPool:
            batch.here = True

    def _tell(self, error: Exception) -> None:
        if not self._told:
            log.warning("规则或选项里有不能交给别的进程的内容（%s），改为逐个处理", error)
            self._told = True

    def _is_ready(self, item: Any) -> bool:
        if isinstance(item, _Place):
            return item.batch.here or (item.batch.future is not None and item.batch.future.done())
        return not isinstance(item, Task)

    def _result(self, item: Any) -> Any:
        if not isinstance(item, _Place):
            return self._work(*item.arguments) if isinstance(item, Task) else item
        if item.batch is self._open:
            self._submit()
        outcome = self._outcome(item)
        if outcome is None:
            return self._work(*item.batch.tasks[item.position].arguments)
        for record in outcome.records:
            logging.getLogger(record.name).handle(record)
        if outcome.error is not None:
            raise outcome.error
        return outcome.result

    def _outcome(self, place: _Place) -> _Outcome | None:
        """What a task came to; None where it is still to be done."""
        if place.batch.future is None:
            return None
        try:
            pickled = place.batch.future.result()[place.position]
            return _Outcome(*pickle.loads(pickled)) if pickled else None
        except BrokenProcessPool:  # a process was killed, perhaps for want of memory
            return None
        except Exception as error:  # what was raised there cannot be made anew here
            self._tell(error)
            return None


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
    util.Finalize(None, keep_codes, exitpriority=1)  # such a process ends without the usual end


def _do_each(pickled: bytes) -> list[bytes]:
    """The outcomes of some tasks, each pickled; empty where that cannot be done."""
    listed: Sequence[tuple[Any, ...]] = pickle.loads(pickled)
    return [_pickled(_do(arguments)) for arguments in listed]


def _do(arguments: tuple[Any, ...]) -> _Outcome:
    keeper = _LogKeeper()
    log.addHandler(keeper)
    try:
        return _Outcome(_Process.work(*arguments), None, keeper.records)
    except Exception as error:  # raised where the result is waited for
        return _Outcome(None, error, keeper.records)
    finally:
        log.removeHandler(keeper)


def _pickled(outcome: _Outcome) -> bytes:
    try:
        return pickle.dumps(tuple(outcome), pickle.HIGHEST_PROTOCOL)
    except Exception:  # as above; done anew by the process that waits
        return b""
