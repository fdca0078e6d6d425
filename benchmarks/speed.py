"""How fast raci.extract reads texts that it has not seen, as a multiple of what jieba.lcut segments of the same texts.

    python benchmarks/speed.py [--short]

Both run in this process, on one core, file by file in turn, so that whatever else the machine does falls on both. Time
is that of the processor. What is loaded once (jieba's dictionary, raci's rules, register and patterns) is loaded
before, by other texts, and not counted. Set by set: the first pass over its texts, with and without what
sentences tell; the document that takes longest for each of its characters, against the median; what each stage takes.
Python's search for garbage counts, but for no one document: it falls on whichever is read when it is due.
Then a second pass over the labelled ones, of which names and annotations are known.
"""

from __future__ import annotations

import gc
import logging
import sys
from collections import defaultdict
from pathlib import Path
from statistics import median
from time import process_time

import jieba
from corpus import CORPUS, HERE, files, report

import raci
from raci.config.options.analysis import Options
from raci.model import Analysis
from raci.pipeline import call
from raci.stages import STAGES, Stage, find_assignments, find_duties

#: set → its folders of the corpus, and how many times as fast as jieba it is to be
SETS: dict[str, tuple[tuple[str, ...], float]] = {
    "有标注的（labelled）": (("dev", "excerpts", "seed"), 4),
    "未标记的（unlabelled）": (("unlabelled",), 5),
    "几乎没有分工的（plain）": (("plain",), 9),
}
LABELLED, SECOND_PASS = next(iter(SETS)), 6.0
WITHOUT_PROSE = {"几乎没有分工的（plain）": 12.0}
#: no document takes so many times as long for a character as the median one
CEILING = 3.0
#: the stages of raci.extract
EXTRACT = STAGES[: STAGES.index(find_assignments) + 1]


class Searches:
    """The seconds that Python's search for garbage took so far."""

    def __init__(self) -> None:
        self.seconds = self._began = 0.0
        gc.callbacks.append(self._note)

    def _note(self, phase: str, _: dict[str, int]) -> None:
        if phase == "start":
            self._began = process_time()
        else:
            self.seconds += process_time() - self._began


class Taken:
    """The seconds that a pass over some texts took."""

    def __init__(self) -> None:
        self.ours = self.theirs = self.searched = 0.0
        self.stages: dict[str, float] = defaultdict(float)
        #: of each document the microseconds for a character, its name, its length
        self.documents: list[tuple[float, str, int]] = []

    def timed(self, stage: Stage) -> Stage:
        """The stage with a clock beside it."""
        name = getattr(stage, "__name__", "stage")

        def run(analysis: Analysis, options: Options) -> Analysis:
            began = process_time()
            done = call(stage, analysis, options)
            self.stages[name] += process_time() - began
            return done

        return run


def read(paths: list[Path], searches: Searches) -> Taken:
    """One pass over the texts."""
    taken = Taken()
    stages = tuple(map(taken.timed, EXTRACT))
    for path in paths:
        text = path.read_text(encoding="utf-8", errors="replace")
        before, began = searches.seconds, process_time()
        raci.extract(text, stages=stages)
        between, searched = process_time(), searches.seconds - before
        jieba.lcut(text)
        taken.theirs += process_time() - between
        taken.ours += between - began
        taken.searched += searched
        taken.documents.append(((between - began - searched) / len(text) * 1e6, path.name, len(text)))
    return taken


def load() -> None:
    """Everything that is loaded once."""
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    others = [*HERE.parent.glob("examples/**/*.txt"), *CORPUS.glob("prose/dev/*.txt")]
    others += CORPUS.parent.glob("cases/*.txt")  # tables of all forms
    for path in sorted(others):
        raci.extract(path.read_text(encoding="utf-8"))
    gc.collect()
    gc.freeze()  # looking through it for garbage would fall on one document or another


def main() -> None:
    """Measure and print."""
    load()
    searches = Searches()
    sample = files("--short" in sys.argv[1:])
    for name, (folders, target) in SETS.items():
        paths = [path for path in sample if path.parent.name in folders]
        if not paths:
            continue
        taken = read(paths, searches)
        length = sum(size for _, _, size in taken.documents)
        print(f"{name}：{len(paths)} 个文件，{length:,} 字，每字 {taken.ours / length * 1e6:.2f} 微秒")
        taken.stages["reading"] = taken.ours - sum(taken.stages.values())
        shares = sorted(taken.stages.items(), key=lambda pair: -pair[1])
        taken_by = [f"{stage} {seconds / taken.ours:.0%}" for stage, seconds in shares[:6]]
        print("  " + "；".join([*taken_by, f"其中回收内存 {taken.searched / taken.ours:.0%}"]))
        report("  第一遍与 jieba 之比", taken.theirs / taken.ours, "倍", target, at_least=True)
        bare = taken.theirs / (taken.ours - taken.stages[find_duties.__name__])
        if name in WITHOUT_PROSE:
            report("  不读正文里的话", bare, "倍", WITHOUT_PROSE[name], at_least=True)
        else:
            print(f"  不读正文里的话：{bare:.2f} 倍")
        slowest, slow, size = max(taken.documents)
        usual = median(document[0] for document in taken.documents)
        report(f"  每字最慢的（{slow}，{size:,} 字）是中位数的", slowest / usual, "倍", CEILING, at_least=False)
        if name == LABELLED:
            again = read(paths, searches)
            report("  第二遍与 jieba 之比", again.theirs / again.ours, "倍", SECOND_PASS, at_least=True)


if __name__ == "__main__":
    main()
