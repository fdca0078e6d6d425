"""Many documents: how fast ``raci corpus`` is with one worker and with two, and how much memory a worker takes.

    python benchmarks/store.py [--short] [--files N] [--all N]

The corpus is repeated to N files (20,000), each text varied by a seed so that none is there twice. The machine may be
busy with other things, which says nothing of raci: so beside the time that passed stands the processor time of all its
processes, which hardly depends on that. Efficiency is how much of two workers is used: the time of one worker divided
by twice that of two. Where the processors are shared, read it from processor time, which says what the second worker
costs besides. ``--all`` runs so many files with two workers alone.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import psutil
from corpus import files, report

_DIGITS = re.compile(r"(?<=[一-鿿])[0-9](?=[一-鿿])")


class Run(NamedTuple):
    """How a run went: seconds that passed, seconds of processors, the most memory of one worker in MiB."""

    passed: float
    processor: float
    memory: float


def vary(text: str, number: int) -> str:
    """A text with the same words, and figures of its own; no two numbers give the same."""
    chance = random.Random(number)
    return f"{_DIGITS.sub(lambda _: str(chance.randrange(1, 10)), text)}\n\n样本第{number}号\n"


def write(folder: Path, count: int, short: bool) -> None:
    """So many files, in folders of a thousand."""
    texts = [path.read_text(encoding="utf-8") for path in files(short)]
    for number in range(count):
        place = folder / f"{number // 1000:03}"
        place.mkdir(exist_ok=True)
        (place / f"{number:06}.txt").write_text(vary(texts[number % len(texts)], number), encoding="utf-8")


def run(folder: Path, store: Path, jobs: int) -> Run:
    """Runs the command, and looks at its workers while it does."""
    command = [sys.executable, "-m", "raci", "corpus", str(folder), "-o", str(store), "--jobs", str(jobs)]
    begun = time.perf_counter()
    process = psutil.Popen(command)
    memory, seconds = 0.0, {}
    while process.poll() is None:
        try:
            for child in [process, *process.children(recursive=True)]:
                times = child.cpu_times()
                seconds[child.pid] = times.user + times.system
                if child.pid != process.pid and "forkserver" in " ".join(child.cmdline()):
                    memory = max(memory, child.memory_info().rss / 1024**2)
        except psutil.NoSuchProcess:
            pass
        time.sleep(0.2)
    if process.returncode:
        sys.exit(f"raci corpus：退出码 {process.returncode}")
    return Run(time.perf_counter() - begun, sum(seconds.values()), memory)


def main(arguments: list[str]) -> None:
    """Writes the files, runs, and reports."""
    short = "--short" in arguments
    count = int(arguments[arguments.index("--files") + 1]) if "--files" in arguments else 400 if short else 20_000
    everything = int(arguments[arguments.index("--all") + 1]) if "--all" in arguments else 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "语料")
        folder.mkdir()
        write(folder, everything or count, short)
        two = run(folder, Path(place, "库二"), 2)
        report(f"{everything or count} 份，两个进程", two.passed, "秒", 480 * (everything or count) / 100_000, False)
        print(f"  处理器用时 {two.processor:.1f} 秒，每份 {1000 * two.processor / (everything or count):.1f} 毫秒")
        report("每个进程的内存", two.memory, "MiB", 300, False)
        if everything:
            return
        one = run(folder, Path(place, "库一"), 1)
        print(f"一个进程：{one.passed:.1f} 秒，处理器用时 {one.processor:.1f} 秒，内存 {one.memory:.0f} MiB")
        report("一到两个进程的效率（历时）", one.passed / (2 * two.passed), "", 0.9, True)
        report("一到两个进程的效率（处理器用时）", one.processor / two.processor, "", 0.9, True)


if __name__ == "__main__":
    main(sys.argv[1:])
