"""The texts that the benchmarks run over: those of ../shared/corpus, or of the folder that RACI_CORPUS names."""

from __future__ import annotations

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
CORPUS = Path(os.environ.get("RACI_CORPUS") or HERE.parent.parent / "shared" / "corpus")


def files(short: bool) -> list[Path]:
    """All texts, in a settled order; ``short``: every twelfth, so that each folder and length has its part."""
    found = sorted(CORPUS.glob("*/*.txt"))
    if not found:
        sys.exit(f"没有语料：{CORPUS} 里没有 */*.txt；可用环境变量 RACI_CORPUS 指明")
    return found[::12] if short else found


def report(name: str, value: float, unit: str, target: float, at_least: bool) -> None:
    """One line: the figure, its target, and whether it is reached."""
    reached = value >= target if at_least else value <= target
    sign = "≥" if at_least else "≤"
    print(f"{name}：{value:.2f} {unit}（目标 {sign} {target:g}，{'达到' if reached else '未达到'}）")
