"""How many characters a second raci.extract reads, as a multiple of what jieba.lcut segments of the same text.

    python benchmarks/speed.py [--short]

Both run in this process, on one core, file by file in turn, so that whatever else the machine does falls on
both. Time is that of the processor; loading (jieba's dictionary, raci's rules and register) is done before and not
counted. Then what each stage takes, and the figure for each folder: prose is read faster than lists of bodies.
"""

from __future__ import annotations

import logging
import sys
from collections import defaultdict
from time import process_time

import jieba
from corpus import files, report

import raci
from raci.config.options.analysis import Options
from raci.model import Analysis
from raci.pipeline import STAGES, Stage, call, find_annotations, find_assignments, find_clauses

NAMES = {find_clauses: "分层次", find_annotations: "找标注", find_assignments: "认单位"}
#: the stages of raci.extract
EXTRACT = STAGES[: STAGES.index(find_assignments) + 1]


def main() -> None:
    """Measure and print."""
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    raci.extract("一、抓好落实。（责任单位：市财政局）")
    taken: dict[str, float] = defaultdict(float)

    def timed(stage: Stage) -> Stage:
        name = NAMES.get(stage, "其他步骤")

        def run(analysis: Analysis, options: Options) -> Analysis:
            began = process_time()
            done = call(stage, analysis, options)
            taken[name] += process_time() - began
            return done

        return run

    # with a clock beside each
    stages = tuple(timed(stage) for stage in EXTRACT)
    ours: dict[str, float] = defaultdict(float)
    theirs: dict[str, float] = defaultdict(float)
    size: dict[str, int] = defaultdict(int)
    assignments = 0
    sample = files("--short" in sys.argv[1:])
    for path in sample:
        text, folder = path.read_text(encoding="utf-8", errors="replace"), path.parent.name
        began = process_time()
        assignments += len(raci.extract(text, stages=stages))
        between = process_time()
        jieba.lcut(text)
        ours[folder] += between - began
        theirs[folder] += process_time() - between
        size[folder] += len(text)
    whole, other, length = sum(ours.values()), sum(theirs.values()), sum(size.values())
    taken["读文本"] = whole - sum(taken.values())
    print(f"{len(sample)} 个文件，{length:,} 字，{assignments:,} 条任务分工")
    print(f"raci.extract {length / whole:,.0f} 字/秒，jieba.lcut {length / other:,.0f} 字/秒")
    print("；".join(f"{name} {seconds / whole:.0%}" for name, seconds in taken.items()))
    for folder in size:
        print(f"  {folder}：{size[folder] / ours[folder]:,.0f} 字/秒，{theirs[folder] / ours[folder]:.2f} 倍")
    print(f"不计认单位：{other / (whole - taken['认单位']):.2f} 倍")
    report("速度之比", other / whole, "倍", 6, at_least=True)


if __name__ == "__main__":
    main()
