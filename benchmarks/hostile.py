"""Whether time grows no faster than length on texts made to hurt.

    python benchmarks/hostile.py [--short]

Each form is made in three sizes, each four times the one before. The figure is the growth: the exponent k of
time ~ length^k between the smallest and the largest, which is 1 where time grows as length does.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from time import process_time

from corpus import report

import raci

FORMS: dict[str, Callable[[int], str]] = {
    "只开不闭的括号": lambda n: "（责任单位：市财政局" * (n // 10),
    "只闭不开的括号": lambda n: "责任单位：市财政局）" * (n // 10),
    "层层相套的括号": lambda n: "（" * (n // 2) + "）" * (n // 2),
    "层层相套的标注": lambda n: "（牵头单位：市财政局" * (n // 22) + "）" * (n // 22),
    "一行到底的正文": lambda n: "推动各项工作落实到位取得实效。" * (n // 15),
    "一行到底的标注": lambda n: "完善制度（市财政局牵头，市教育局配合）。" * (n // 20),
    "没有句号的长句": lambda n: "市财政局、市教育局和" * (n // 10),
    "只有顿号": lambda n: "、" * n,
    "只有空白": lambda n: " \u3000" * (n // 2),
    "只有换行": lambda n: "\n" * n,
    "只有编号": lambda n: "一、（一）1.①" * (n // 8),
    "逐行编号": lambda n: "".join(f"{i}.做好工作\n" for i in range(n // 10)),
}


def main() -> None:
    """Measure and print."""
    short = "--short" in sys.argv[1:]
    small = 20_000 if short else 200_000
    raci.extract("一、抓好落实。（责任单位：市财政局）")
    for name, make in FORMS.items():
        times = []
        for size in (small, small * 4, small * 16):
            text = "一、抓好落实。\n" + make(size)
            began = process_time()
            raci.extract(text)
            times.append((len(text), process_time() - began))
        growth = math.log(times[-1][1] / max(times[0][1], 1e-6)) / math.log(times[-1][0] / times[0][0])
        print("  ".join(f"{size:>9,} 字 {seconds:6.2f} 秒" for size, seconds in times))
        report(f"{name}：增长指数", growth, "", 1.2, at_least=False)
    text = "（" * 10_000 + "责任单位：市财政局" + "）" * 10_000
    began = process_time()
    raci.extract(text)
    print(f"一万层括号：{process_time() - began:.2f} 秒")
    if not short:
        text = "加快建设现代化产业体系，（责任单位：市发展改革委）" * 380_000
        began = process_time()
        found = raci.extract(text)
        size = len(text.encode()) / 1e6
        print(f"一行 {size:.0f} MB：{process_time() - began:.1f} 秒，{len(found):,} 条")


if __name__ == "__main__":
    main()
