"""The cluster that does the work: one that is there (``--scheduler``), or processes of this machine."""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from raci.batch.extra import need_extra
from raci.errors import OptionError

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["available_processes", "cluster_client"]

#: seconds in which a scheduler must answer
_PATIENCE = 8
#: seconds that the local cluster gets to end by itself
_ENDING = 15
#: how the local cluster is set up: a chunk waits in the scheduler, not behind another one in a worker, so that a worker
#: that ends takes one chunk with it; and of one that has ended two workers the files are looked into
_SETTINGS = {
    "DASK_LOGGING__DISTRIBUTED": "critical",
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",  # takes time and memory, and is shown nowhere
    # how often each process looks at itself: fifty times a second would be a twelfth of its time on a busy machine
    "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "1s",
    "DASK_DISTRIBUTED__ADMIN__SYSTEM_MONITOR__INTERVAL": "2s",
    "MALLOC_ARENA_MAX": "1",  # of glibc: what one thread frees, another one uses again
    "ARROW_DEFAULT_MEMORY_POOL": "system",  # one heap for Python and Arrow: 40 MB less at the peak
    "DASK_DISTRIBUTED__SCHEDULER__WORKER_SATURATION": "1.0",
    "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
    # forked from a process that has loaded everything (``warm_start``), where that is safe
    "DASK_DISTRIBUTED__WORKER__MULTIPROCESSING_METHOD": "forkserver" if sys.platform == "linux" else "spawn",
}


def available_processes() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


@contextmanager
def cluster_client(processes: int, scheduler: str = "") -> Iterator[Client]:
    """A client of the cluster at the address ``scheduler``, or of so many ``processes`` of this machine.

    Raises OptionError where the scheduler does not answer, or the processes cannot be started.
    """
    need_extra("distributed", "pyarrow")
    if scheduler:
        with _client(scheduler) as client:
            yield client
        return
    with _local_scheduler(processes) as address, _client(address) as client:
        yield client


@contextmanager
def _client(address: str) -> Iterator[Client]:
    from distributed import Client

    with _quiet():
        try:
            _ask(address)
            client = Client(address, timeout=_PATIENCE, set_as_default=False)
        except Exception as error:  # whatever answers there is not always Dask
            what = f"Dask 调度器没有应答（{_PATIENCE} 秒）" if isinstance(error, OSError) else "不是 Dask 调度器的地址"
            raise OptionError(what, place=address, remedy="请检查地址（如 tcp://主机:8786）、端口和防火墙") from error
        try:
            yield client
        finally:
            with suppress(OSError, RuntimeError):
                client.close(timeout=2)


def _ask(address: str) -> None:
    """Raises OSError where nobody answers in time. A Client waits for ever for one who listens and says nothing."""
    from distributed import Security, rpc

    async def ask() -> None:
        security = Security().get_connection_args("client")
        async with rpc(address, connection_args=security, timeout=_PATIENCE) as scheduler:
            await scheduler.identity()

    if not address.startswith("inproc:"):  # that one is here
        with ThreadPoolExecutor(1) as thread:  # a notebook has a loop of its own in this one
            thread.submit(lambda: asyncio.run(asyncio.wait_for(ask(), _PATIENCE))).result()


@contextmanager
def _quiet() -> Iterator[None]:
    """While this is open, Dask logs nothing: what of it matters, raci says in its own words."""
    if os.environ.get("RACI_DEBUG"):
        yield
        return
    levels = {
        name: logger.level
        for name, logger in logging.root.manager.loggerDict.items()
        if name.partition(".")[0] in ("distributed", "asyncio", "tornado") and isinstance(logger, logging.Logger)
    }
    for name in levels:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


@contextmanager
def _local_scheduler(processes: int) -> Iterator[str]:
    """The address of a cluster on this machine, which ends behind this."""
    searched = os.pathsep.join(path for path in sys.path if path)
    environment = {**os.environ, **_SETTINGS, "PYTHONPATH": searched}
    with subprocess.Popen(
        [sys.executable, "-m", "raci.batch.local_cluster", str(processes)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if os.environ.get("RACI_DEBUG") else subprocess.DEVNULL,
        env=environment,
        start_new_session=True,  # Ctrl-C is for this process, which then ends the others
    ) as cluster:
        assert cluster.stdin is not None and cluster.stdout is not None
        try:
            address = cluster.stdout.readline().decode("ascii").strip()
            if not address:
                remedy = "请看 RACI_DEBUG=1 时的输出；或用 --scheduler 指明已有的集群"
                raise OptionError("本机的进程启动不了", place="raci corpus", remedy=remedy)
            yield address
        finally:
            with suppress(OSError):
                cluster.stdin.close()
            try:
                cluster.wait(_ENDING)
            except subprocess.TimeoutExpired:
                cluster.kill()
