"""Chunk after chunk on a Dask cluster; a file that ends the process that reads it is found, and ends no run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from raci.batch.chunk_work import do_chunk, try_unit
from raci.batch.chunks import Chunk
from raci.batch.job import ChunkResult, CorpusJob
from raci.errors import InternalError, OptionError, RaciError

if TYPE_CHECKING:
    from distributed import Client, Future

__all__ = ["Engine", "Finished"]

#: how many pieces of work the scheduler holds at least, and for each worker
_WINDOW, _WINDOW_OF_WORKER = 16, 4
#: how often a chunk is tried whose worker ends, though none of its files does that by itself
_TRIES = 3
_ENDS_PROCESS = "读它的进程被系统结束了（内存不足，或读它的库出错）"


class Finished(NamedTuple):
    """A piece of work that is done: its place among those that were given, and what came of it."""

    position: int
    result: ChunkResult


class Engine:
    """Does the work of one run on a cluster."""

    def __init__(self, client: Client, job: CorpusJob) -> None:
        self._client = client
        # held by the cluster, which makes it anew where the worker that held it has ended
        self._job = client.submit(_same, job, pure=False)

    def chunks(self, chunks: Sequence[Chunk]) -> Iterator[Finished]:
        """The chunks as they are done, in whatever order.

        Raises what ``do_chunk`` raises, and OptionError where the cluster is lost.
        """
        for index, result in self._each(do_chunk, [(chunk,) for chunk in chunks]):
            found = result
            for _ in range(_TRIES):
                if not isinstance(found, _Killed):
                    break
                stopped = self._stopped_in(chunks[index])
                (_, found), *_ = self._each(do_chunk, [(chunks[index], stopped)])
            yield Finished(index, _whole(found))

    def each(self, work: Callable[..., ChunkResult], arguments: Sequence[tuple[Any, ...]]) -> Iterator[Finished]:
        """What ``work`` makes of the job and of each of the arguments. Raises as ``chunks`` does."""
        for index, result in self._each(work, arguments):
            yield Finished(index, _whole(result))

    def _stopped_in(self, chunk: Chunk) -> dict[str, str]:
        """The sources of a chunk that end the process that reads them."""
        tried = self._each(try_unit, [(unit,) for unit in chunk])
        ending = [index for index, result in tried if isinstance(result, _Killed)]
        return {file.source: _ENDS_PROCESS for index in ending for file in chunk[index]}

    def _each(self, work: Callable[..., Any], arguments: Sequence[tuple[Any, ...]]) -> Iterator[tuple[int, Any]]:
        """Index and result of each piece of work as it is done; ``_Killed`` for one that ended its worker."""
        from distributed import as_completed

        waiting = iter(enumerate(arguments))
        workers = len(self._client.nthreads())
        indexes: dict[Future[Any], int] = {}
        done = as_completed(loop=self._client.loop)

        def submit(count: int) -> None:
            for index, given in islice(waiting, count):
                future = self._client.submit(work, self._job, *given, pure=False)
                indexes[future] = index
                done.add(future)

        submit(max(_WINDOW, _WINDOW_OF_WORKER * workers))
        for future in done:
            index = indexes.pop(future)
            result = _result(future)
            future.release()
            submit(1)
            yield index, result


class _Killed:
    """Stands for the result of work whose worker has ended, several times."""


def _same(job: CorpusJob) -> CorpusJob:
    return job


def _result(future: Future[Any]) -> object:
    """What came of a piece of work. Raises what it raised, or OptionError where the cluster is gone."""
    from concurrent.futures import CancelledError

    from distributed import KilledWorker

    try:
        return future.result()
    except KilledWorker:
        return _Killed()
    except RaciError:
        raise
    except (CancelledError, OSError) as error:
        remedy = "请再运行一次同样的命令，从中断处继续"
        raise OptionError("与 Dask 调度器的连接断了", place="raci corpus", remedy=remedy) from error
    except Exception as bug:
        raise InternalError.of(bug, "raci corpus") from bug


def _whole(result: object) -> ChunkResult:
    """A result of a chunk. Raises OptionError for work that ends whatever worker does it."""
    if not isinstance(result, ChunkResult):
        remedy = "请减少 --jobs 或 --chunk 后再运行一次，从中断处继续"
        raise OptionError("处理的进程一再被系统结束（多半是内存不足）", place="raci corpus", remedy=remedy)
    return result
