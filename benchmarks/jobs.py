"""What two processes gain over one: ``raci extract`` of 400 texts with ``--jobs 1`` and ``--jobs 2`` (Linux).

    python benchmarks/jobs.py [--short]

By the clock, best of several in turn, where the machine has two processors to spare; and by the processor's time, which
says the same on a busy machine: what the one process does alone, and half of what the two do. With bytecode at hand, as
where raci is installed.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from corpus import CORPUS, report
from installed import bytecode

FILES = 400
#: runs the command, and says what this process and its children took of the processor
PROGRAM = """
import resource, sys
from raci.cli.app import run
run(sys.argv[1:])
for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
    used = resource.getrusage(who)
    print(used.ru_utime + used.ru_stime, file=sys.stderr)
"""


class Taken(NamedTuple):
    """Seconds: by the clock, of the process itself, of those that it shared the work out to."""

    clock: float
    own: float
    children: float


def extract(folder: str, jobs: int, environment: dict[str, str]) -> Taken:
    """One run over all texts."""
    command = [sys.executable, "-c", PROGRAM, "extract", folder, "--apart", "--format", "jsonl", "--jobs", str(jobs)]
    began = perf_counter()
    done = subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True, env=environment
    )
    own, children = map(float, done.stderr.split()[-2:])
    return Taken(perf_counter() - began, own, children)


def main() -> None:
    """Measure and print."""
    if not sys.platform.startswith("linux"):
        sys.exit("只在 Linux 上分进程，这里量不了")
    rounds = 1 if "--short" in sys.argv[1:] else 5
    with bytecode() as environment, TemporaryDirectory() as folder:
        texts = sorted(CORPUS.glob("plain/*.txt"))[:FILES]
        for path in texts:
            Path(folder, path.name).symlink_to(path.resolve())
        extract(folder, 1, environment)  # writes the bytecode
        pairs = [(extract(folder, 1, environment), extract(folder, 2, environment)) for _ in range(rounds)]
    one, two = (min(pair[place] for pair in pairs) for place in (0, 1))
    busy = min(a.own for a, _ in pairs) / (2 * min(b.own + b.children / 2 for _, b in pairs))
    print(f"{len(texts)} 个文件：一个进程 {one.clock:.1f} 秒，两个 {two.clock:.1f} 秒")
    report("两个进程的效率，按历时", one.clock / (2 * two.clock), "", 0.85, at_least=True)
    report("两个进程的效率，按处理器用时", busy, "", 0.85, at_least=True)


if __name__ == "__main__":
    main()
