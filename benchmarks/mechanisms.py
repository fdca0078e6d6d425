"""What raci.extract spends its calls and its time on, module by module: what a new rule or pass costs is seen here.

    python benchmarks/mechanisms.py [--short] [--most N]

Of each module of raci: the calls made in it for 1,000 characters (of its functions and, by them, of those that are not
raci's: searches, lists), of these the searches by expressions, and the share of the time that goes into these calls.
The calls are the same in every run, whatever else the machine does, so that runs before and after a change can be laid
side by side. Time is that of cProfile, which makes every call dearer: the share is to look at, speed.py measures. The
texts are read in a first pass, as speed.py reads them.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
from collections import Counter
from pathlib import Path
from typing import Any

import speed
from corpus import files

import raci

ROOM = f"{Path(raci.__file__).parent}/"
#: how pstats calls a function: its file (``~`` of one that is not Python's), line and name
Function = tuple[str, int, str]


class Spent:
    """The calls, searches and seconds of a profile by module of raci."""

    def __init__(self, profile: cProfile.Profile) -> None:
        self.calls: Counter[str] = Counter()
        self.searches: Counter[str] = Counter()
        self.seconds: Counter[str] = Counter()
        stats: dict[Function, Any] = pstats.Stats(profile).stats  # type: ignore[attr-defined]
        for function, (_, calls, own, _, callers) in stats.items():
            if function[0].startswith(ROOM):
                self._add(function[0], calls, own)
                continue
            for caller, (_, made, spent, _) in callers.items():
                self._add(caller[0], made, spent)
                if "re.Pattern" in function[2]:
                    self.searches[_module(caller[0])] += made

    def _add(self, path: str, calls: int, seconds: float) -> None:
        self.calls[_module(path)] += calls
        self.seconds[_module(path)] += seconds


def _module(path: str) -> str:
    return path[len(ROOM) : -len(".py")] if path.startswith(ROOM) else "(not raci's)"


def spent_on(texts: list[str]) -> Spent:
    """One pass over the texts, counted."""
    profile = cProfile.Profile()
    profile.enable()
    for text in texts:
        raci.extract(text)
    profile.disable()
    return Spent(profile)


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="a few texts")
    parser.add_argument("--most", type=int, default=25, help="so many modules of each set (25)")
    given = parser.parse_args()
    speed.load()
    sample = files(given.short)
    for name, (folders, _) in speed.SETS.items():
        texts = [path.read_text(encoding="utf-8", errors="replace") for path in sample if path.parent.name in folders]
        if not texts:
            continue
        spent, thousands = spent_on(texts), sum(map(len, texts)) / 1000
        calls, searches = spent.calls.total() / thousands, spent.searches.total() / thousands
        print(f"{name}：{len(texts)} 个文件，每千字调用 {calls:,.0f} 次，其中正则 {searches:,.0f} 次")
        for module, seconds in spent.seconds.most_common(given.most):
            made, sought = spent.calls[module] / thousands, spent.searches[module] / thousands
            print(f"  {seconds / spent.seconds.total():6.1%}  调用 {made:7.1f}  正则 {sought:6.1f}  {module}")


if __name__ == "__main__":
    main()
