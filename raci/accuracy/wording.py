"""Figures in words, Chinese and English."""

from __future__ import annotations

from raci.accuracy.estimates import LEVEL, Estimate

__all__ = ["figure_words", "figures_sentence"]

_WORDS = (("精确率", "precision"), ("召回率", "recall"), ("F1", "F1"))


def figure_words(estimate: Estimate) -> str:
    """``0.953（0.921–0.972）``; ``—`` where there is none."""
    if estimate.value is None:
        return "—"
    interval = "" if estimate.low is None else f"（{estimate.low:.3f}–{estimate.high:.3f}）"
    return f"{estimate.value:.3f}{interval}"


def figures_sentence(estimates: tuple[Estimate, Estimate, Estimate]) -> tuple[str, str]:
    """Those of precision, recall and F1 that there are, with their intervals, in Chinese and English."""
    chinese, english = [], []
    for (word, word_en), estimate in zip(_WORDS, estimates, strict=True):
        if estimate.value is None:
            continue
        share = f"{estimate.value:.1%}" if word != "F1" else f"{estimate.value:.3f}"
        if estimate.low is None or estimate.high is None:
            interval = interval_en = ""
        else:
            ends = [f"{end:.1%}" if word != "F1" else f"{end:.3f}" for end in (estimate.low, estimate.high)]
            interval = f"（{LEVEL:.0%} 置信区间 {'–'.join(ends)}）"
            interval_en = f" ({LEVEL:.0%} CI {'–'.join(ends)})"
        chinese.append(f"{word} {share}{interval}")
        english.append(f"{word_en} {share}{interval_en}")
    return "、".join(chinese), ", ".join(english)
