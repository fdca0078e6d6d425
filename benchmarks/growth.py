"""Whether time and memory grow no faster than the input, family by family.

    python benchmarks/growth.py [--short] [WORDS of a family's name …]

Each family (``growth_families.py``, ``growth_pages.py``) is analysed with n and with 2n repetitions; the figures are
the ratios of processor time and of memory, which are 2 where both grow as the input does. n is doubled until the work
takes a noticeable time, so that what is loaded once does not count. What misses the target is measured again: the best
of several times, and the memory of n, 2n and 4n by what each takes more, as pools that are free at first hide some.
``--short`` takes every sixth family. Each measurement runs in a child of its own (Linux), with the collections of the
command line: as Python has them by default, the more objects there are the more time they take of each (CSV: 2.6
instead of 2.1).
"""

from __future__ import annotations

import gc
import os
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import NamedTuple

from growth_families import FAMILIES, Family
from growth_pages import PAGES

import raci
from raci.cli import COLLECTIONS
from raci.errors import RaciError
from raci.readers.registry import read_bytes

#: the most that time and memory may grow where the input doubles
TARGET = 2.2
#: n is doubled until the work takes so long (seconds); what begins with; the longest that one measurement may take
ENOUGH, SMALLEST, LONGEST = 0.5, 250, 15
#: so often a time is taken again that misses the target
AGAIN = 4
#: the largest n
MOST = 256_000
#: memory below this (MiB) is noise: pools, caches, garbage that waits
LITTLE = 16.0


class Taken(NamedTuple):
    """What one run took: seconds of the processor, MiB at the peak over those before."""

    seconds: float
    memory: float


def peak(what: str = "VmHWM") -> float:
    """MiB of this process, at its peak or now (VmRSS)."""
    return int(re.search(rf"{what}:\s+(\d+)", Path("/proc/self/status").read_text())[1]) / 1024  # type: ignore[index]


def in_child(work: Callable[[], object]) -> Taken | None:
    """What the work took in a child of its own; None where that took too long."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        signal.setitimer(signal.ITIMER_PROF, LONGEST)  # ends the child
        before, began = peak("VmRSS"), process_time()
        work()
        os.write(write_end, f"{process_time() - began} {peak() - before}".encode())
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as pipe:
        said = pipe.read().split()
    os.waitpid(child, 0)
    return Taken(*map(float, said)) if said else None


def analyse(data: bytes, suffix: str) -> None:
    """All that is known of a file; one that is refused is done too."""
    try:
        documents = read_bytes(data, f"x{suffix}")
    except RaciError as fault:
        print(" ", str(fault)[:100])
        return
    for document in documents:
        raci.analyse(document)


def measure(family: Family, enough: float) -> tuple[int, Taken, Taken | None] | None:
    """n, what n and what 2n took; None where the least n took too long."""
    n = SMALLEST
    while True:
        data = family.make(n)
        taken = in_child(lambda data=data: analyse(data, family.suffix))  # type: ignore[misc]
        if taken is None:
            return None
        if taken.seconds >= enough or n >= MOST:
            break
        n *= 4 if taken.seconds < enough / 5 else 2
    double = family.make(2 * n)
    twice = in_child(lambda: analyse(double, family.suffix))
    if twice is not None and twice.seconds > TARGET * taken.seconds:
        # what else the machine does falls on one of both: the best of several counts
        for _ in range(AGAIN):
            twice = min(twice, in_child(lambda: analyse(double, family.suffix)) or twice)
            taken = min(taken, in_child(lambda: analyse(data, family.suffix)) or taken)
    return n, taken, twice


def more_memory(family: Family, n: int, once: Taken, twice: Taken) -> float:
    """How many times more memory twice the input takes."""
    ratio = max(twice.memory, LITTLE) / max(once.memory, LITTLE)
    if ratio <= TARGET:
        return ratio
    largest = family.make(4 * n)
    four_times = in_child(lambda: analyse(largest, family.suffix))
    if four_times is None:
        return ratio
    return max(four_times.memory - twice.memory, LITTLE) / max(twice.memory - once.memory, LITTLE)


def main() -> None:
    """Measure and print."""
    if not sys.platform.startswith("linux"):
        sys.exit("内存峰值取自 Linux 的 /proc，这里量不了")
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    short = "--short" in sys.argv[1:]
    enough = ENOUGH / 2 if short else ENOUGH
    families = {**FAMILIES, **PAGES}
    for suffix, one in {family.suffix: family for family in families.values()}.items():
        analyse(one.make(3), suffix)
    gc.freeze()
    gc.set_threshold(*COLLECTIONS)
    missed = []
    for name, family in list(families.items())[:: 6 if short and not words else 1]:
        if words and not any(word in name for word in words):
            continue
        measured = measure(family, enough)
        if measured is None:
            print(f"{name}：{SMALLEST} 个超过 {LONGEST} 秒", flush=True)
            missed.append(name)
            continue
        n, once, twice = measured
        if twice is None:
            print(f"{name}：{2 * n:,} 个超过 {LONGEST} 秒", flush=True)
            missed.append(name)
            continue
        time, memory = twice.seconds / once.seconds, more_memory(family, n, once, twice)
        reached = time <= TARGET and memory <= TARGET
        if not reached:
            missed.append(name)
        print(
            f"{name}：{n:,} → {2 * n:,} 个，时间 ×{time:.2f}（{once.seconds:.2f} 秒），"
            f"内存 ×{memory:.2f}（{once.memory:.0f} MiB）（目标 ≤ {TARGET}，{'达到' if reached else '未达到'}）",
            flush=True,
        )
    print(f"未达到：{'、'.join(missed) or '无'}")


if __name__ == "__main__":
    main()
