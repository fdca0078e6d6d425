"""How many characters a second raci.extract reads, as a multiple of what jieba.lcut segments of the same text.

    python benchmarks/speed.py [--short]

Both run in this process, on one core, file by file in turn, so that whatever else the machine does falls on
both. Time is that of the processor; loading (jieba's dictionary, raci's rules) is done before and not counted.
"""

from __future__ import annotations

import logging
import sys
from time import process_time

import jieba
from corpus import report, texts

import raci


def main() -> None:
    """Measure and print."""
    sample = texts("--short" in sys.argv[1:])
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    raci.extract(sample[0])
    ours = theirs = 0.0
    assignments = 0
    for text in sample:
        began = process_time()
        assignments += len(raci.extract(text))
        between = process_time()
        jieba.lcut(text)
        ours += between - began
        theirs += process_time() - between
    size = sum(map(len, sample))
    print(f"{len(sample)} 个文件，{size:,} 字，{assignments:,} 条任务分工")
    print(f"raci.extract {size / ours:,.0f} 字/秒，jieba.lcut {size / theirs:,.0f} 字/秒")
    report("速度之比", theirs / ours, "倍", 6, at_least=True)


if __name__ == "__main__":
    main()
