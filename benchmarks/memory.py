"""The peak memory of the work, over that of the imports it needs.

    python benchmarks/memory.py [--short]

Each figure comes from a process of its own, from Linux's VmHWM: the peak after the work less the peak after
the imports.
"""

from __future__ import annotations

import subprocess
import sys
from tempfile import TemporaryDirectory

from corpus import CORPUS, HERE, files, report

PEAK = """
import re, sys
from pathlib import Path
def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
"""

EXTRACT = """
import raci
raci.extract("一、抓好落实。（责任单位：市财政局）")
base = peak()
for name in sys.stdin.read().splitlines():
    for document in raci.read(name):
        raci.extract(document)
print(peak() - base)
"""

BUILD = """
import raci, networkx, pandas, pydyf, pypdfium2, xlsxwriter
raci.extract("一、抓好落实。（责任单位：市财政局）")
base = peak()
raci.build([sys.argv[1]], sys.argv[2])
print(peak() - base)
"""

# documents of which no two share a name, a task or a sentence; the peak after the first 2,000 of them, and after all
GROWTH = """
import raci
from raci.readers.registry import read_text
signs = "一二三四五六七八九十百千东西南北中金木水火土天地云雨"
def name(number):
    word = ""
    for _ in range(4):
        number, sign = divmod(number, len(signs))
        word += signs[sign]
    return word
def plan(number):
    tasks = []
    for place in range(10):
        word = name(number * 10 + place)
        tasks.append(
            f"{'一二三四五六七八九十'[place]}、推进{word}工程建设。围绕{word}加快项目实施，完善{word}配套。"
            f"（牵头单位：市{word}局；责任单位：{word}区政府、市{word}管理中心、市财政局；完成时限：2025年6月底）"
        )
    return f"云岭市{name(number)}行动方案\\n" + "\\n".join(tasks)
for number in range(int(sys.argv[1])):
    (document,) = read_text(plan(number))
    assert len(raci.analyse(document).assignments) >= 30
    if number == 2_000:
        base = peak()
print(peak() - base)
"""


def measure(program: str, *arguments: str, stdin: str = "") -> float:
    """MiB that the program prints as its last line."""
    command = [sys.executable, "-c", PEAK + program, *arguments]
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, check=True, cwd=HERE.parent)
    return float(done.stdout.split()[-1])


def main() -> None:
    """Measure and print."""
    if not sys.platform.startswith("linux"):
        sys.exit("内存峰值取自 Linux 的 /proc，这里量不了")
    names = "\n".join(map(str, files("--short" in sys.argv[1:])))
    report("逐个读完并抽取全部语料的内存峰值，超出导入", measure(EXTRACT, stdin=names), "MiB", 200, at_least=False)
    if "--short" not in sys.argv[1:]:
        growth = measure(GROWTH, "5000")
        report("分析 5,000 个各不相同的文件，自第 2,000 个起内存峰值的增长", growth, "MiB", 8, at_least=False)
    with TemporaryDirectory() as folder:
        peak = measure(BUILD, str(CORPUS / "seed" / "plans.txt"), folder)
    report("raci build（六个方案）的内存峰值，超出导入", peak, "MiB", 200, at_least=False)


if __name__ == "__main__":
    main()
