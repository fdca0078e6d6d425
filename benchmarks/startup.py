"""How long ``raci --help`` takes, as a multiple of ``python -c "import click"``; and ``raci extract`` of a small file.

    python benchmarks/startup.py [--short]

Best of many, one after the other in turn, with bytecode at hand, as where raci is installed; the second in seconds of
the processor, all that is loaded among it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from corpus import report
from installed import bytecode

PLAN = """青溪县绿道工作方案
一、整修绿道
（一）完善设施。（牵头单位：县水利局；配合单位：县财政局；完成时限：2025年6月底）
"""


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """The time that one run takes, by the clock."""
    began = perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment)
    return perf_counter() - began


def processor_seconds(command: list[str], environment: dict[str, str]) -> float:
    """The time that one run takes of the processor."""
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure and print."""
    script = Path(sys.executable).with_name("raci")
    raci = [str(script)] if script.exists() else [sys.executable, "-m", "raci"]
    theirs = [sys.executable, "-c", "import click"]
    rounds = 10 if "--short" in sys.argv[1:] else 40
    with bytecode() as environment, TemporaryDirectory() as folder:
        pairs = [(seconds([*raci, "--help"], environment), seconds(theirs, environment)) for _ in range(rounds)]
        best, base = min(a for a, _ in pairs), min(b for _, b in pairs)
        print(f"raci --help {best * 1000:.0f} 毫秒，import click {base * 1000:.0f} 毫秒（{rounds} 次中最快）")
        report("启动之比", best / base, "倍", 2, at_least=False)
        if sys.platform == "win32":
            return
        plan = Path(folder, "方案.txt")
        plan.write_text(PLAN, encoding="utf-8")
        command = [*raci, "extract", str(plan), "--format", "jsonl"]
        taken = min(processor_seconds(command, environment) for _ in range(rounds))
        report("raci extract 一个小文件的处理器用时", taken, "秒", 0.35, at_least=False)


if __name__ == "__main__":
    main()
