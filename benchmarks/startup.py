"""How long ``raci --help`` takes, as a multiple of ``python -c "import click"``.

    python benchmarks/startup.py [--short]

Best of many, the two in turn.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import perf_counter

from corpus import report


def seconds(command: list[str]) -> float:
    """The time that one run takes, by the clock."""
    began = perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - began


def main() -> None:
    """Measure and print."""
    script = Path(sys.executable).with_name("raci")
    ours = [str(script), "--help"] if script.exists() else [sys.executable, "-m", "raci", "--help"]
    theirs = [sys.executable, "-c", "import click"]
    rounds = 10 if "--short" in sys.argv[1:] else 40
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    best, base = min(a for a, _ in pairs), min(b for _, b in pairs)
    print(f"raci --help {best * 1000:.0f} 毫秒，import click {base * 1000:.0f} 毫秒（{rounds} 次中最快）")
    report("启动之比", best / base, "倍", 3, at_least=False)


if __name__ == "__main__":
    main()
