"""How many files a command takes at the same time: ``--jobs``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import click

__all__ = ["are_worth_sharing", "batch_of", "jobs_option", "processes_of"]

#: files of so many bytes in all are worth other processes, which take a while to begin
_WORTH = 400_000
#: files are handed over some at a time, as each handing over takes time of its own; so many times to each process at
#: least, so that none waits long for the others at the end, and so many files at most
_TURNS, _LARGEST_BATCH = 25, 16
_HELP = "同时处理几个文件（默认用全部处理器；文件少而小时逐个处理）。"

Command = TypeVar("Command", bound=Callable[..., object])


def jobs_option(function: Command) -> Command:
    """--jobs: how many files at the same time; None: as many as there are processors."""
    return click.option("--jobs", type=click.IntRange(min=1), metavar="N", help=_HELP)(function)


def processes_of(jobs: int | None) -> int:
    """How many processes are to be used: as many as were asked for, else as the machine has room for."""
    from raci.outputs.workers import available_processes

    return available_processes() if jobs is None else jobs


def batch_of(files: int, processes: int) -> int:
    """How many of so many files a process is given at a time."""
    return max(1, min(_LARGEST_BATCH, files // (_TURNS * processes)))


def are_worth_sharing(files: Iterable[str]) -> bool:
    """Whether files are so large in all that other processes pay; those that are not there count nothing."""
    size = 0
    for file in files:
        try:
            size += Path(file).stat().st_size
        except (OSError, ValueError):
            continue
        if size >= _WORTH:
            return True
    return False
