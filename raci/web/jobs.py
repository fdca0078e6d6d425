"""Work that takes a while: files that were dropped are read one after the other, and the page asks how far it is."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Lock, Thread
from time import monotonic

from raci.errors import InternalError, RaciError

__all__ = ["DeskJob", "Jobs"]

#: jobs that are remembered after they ended
_MOST = 500


@dataclass
class DeskJob:
    """A piece of work: what is being done (``step``), how much of how much, and how it ended.

    ``state`` is ``waiting``, ``running``, ``done`` (then ``result``) or ``failed`` (then ``error``, in words), which
    may have been ``told`` already.
    """

    id: str
    name: str
    state: str = "waiting"
    step: str = "排队"
    done: int = 0
    total: int = 0
    result: str = ""
    error: str = ""
    told: bool = False
    begun: float = field(default_factory=monotonic)

    def report(self, step: str, done: int, total: int) -> None:
        """Say how far it is."""
        self.step, self.done, self.total = step, done, total


class Jobs:
    """Runs work in the background, a few pieces at a time. The threads end with the program, whatever they do."""

    def __init__(self, workers: int = 2) -> None:
        self._known: OrderedDict[str, DeskJob] = OrderedDict()
        self._queue: SimpleQueue[tuple[DeskJob, Callable[[DeskJob], str]]] = SimpleQueue()
        self._lock = Lock()
        for _ in range(workers):
            Thread(target=self._work, daemon=True, name="raci-serve").start()

    def submit(self, name: str, work: Callable[[DeskJob], str]) -> DeskJob:
        """Put work into the queue; it gives the id of what came out."""
        job = DeskJob(secrets.token_hex(8), name)
        with self._lock:
            self._known[job.id] = job
            for old in [key for key, other in self._known.items() if other.state in ("done", "failed")]:
                if len(self._known) <= _MOST:
                    break
                del self._known[old]
        self._queue.put((job, work))
        return job

    def find(self, job_id: str) -> DeskJob | None:
        """The job of that id, as it stands."""
        with self._lock:
            return self._known.get(job_id)

    def news(self) -> list[DeskJob]:
        """The jobs that are not done, and those that failed since this was asked last."""
        with self._lock:
            found = [job for job in self._known.values() if job.state != "done" and not job.told]
            for job in found:
                job.told = job.state == "failed"
            return found

    def _work(self) -> None:
        while True:
            job, work = self._queue.get()
            job.state = "running"
            try:
                job.result = work(job)
                job.state = "done"
            except RaciError as error:
                job.error, job.state = str(error), "failed"
            except Exception as bug:  # one file's bug must not stop the others
                job.error, job.state = _told(bug, job.name), "failed"


def _told(bug: Exception, name: str) -> str:
    try:
        return str(InternalError.of(bug, name))
    except Exception:  # RACI_DEBUG asks for the bug itself, which has nowhere to go from here
        return f"{name}：程序内部错误（{type(bug).__name__}：{bug}）"
