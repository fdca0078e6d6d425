"""``python -m raci.batch.local_cluster N``: a Dask cluster of N processes on this machine, for as long as it is wanted.

It stands in a process of its own, so that the program that calls raci needs no ``if __name__ == "__main__"`` and is not
loaded again by each worker. It prints its address, and ends with its standard input: also where the one that holds the
other end was killed.
"""

from __future__ import annotations

import sys

__all__ = ["serve"]

#: is imported once, by the process from which the workers are forked
_WARM = "raci.batch.warm_start"


def serve(processes: int) -> None:
    """Run the cluster until standard input ends."""
    if sys.platform == "linux":  # where a fork is safe
        from multiprocessing import forkserver

        forkserver.set_forkserver_preload([_WARM])
        forkserver.ensure_running()
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=processes, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        sys.stdout.write(f"{cluster.scheduler_address}\n")
        sys.stdout.flush()
        sys.stdin.buffer.read()


if __name__ == "__main__":
    serve(int(sys.argv[1]))
