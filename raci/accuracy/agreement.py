"""How far two coders agree: Cohen's kappa, and Krippendorff's alpha by the package ``krippendorff``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from raci.extras import install_line

__all__ = ["Agreement", "agreement"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """``units`` that both judged, the ``share`` on which they agree, ``kappa`` (Cohen 1960), ``alpha`` (nominal).

    ``alpha`` counts units that one coder left out too, as far as they tell something. A figure is None where it is not
    defined: nobody judged, or all judgements are the same word, so that chance agrees as well. ``note`` says why.
    """

    units: int
    share: float | None
    kappa: float | None
    alpha: float | None
    note: str = ""


def agreement(pairs: Sequence[tuple[str, str]]) -> Agreement:
    """The agreement of the judgements of two coders, unit by unit; empty where one did not judge."""
    both = [(first, second) for first, second in pairs if first and second]
    if not both:
        return Agreement(0, None, None, None, "没有两人都判断的")
    same = sum(first == second for first, second in both) / len(both)
    words = {word for pair in both for word in pair}
    if len(words) == 1:
        return Agreement(len(both), same, None, None, "两人的判断全是同一个词，κ 和 α 没有定义")
    alpha, note = _alpha(pairs)
    return Agreement(len(both), same, _kappa(both, same), alpha, note)


def _kappa(both: Sequence[tuple[str, str]], same: float) -> float:
    """Agreement beyond what the shares of each coder's words give by chance (Cohen 1960)."""
    first, second = Counter(pair[0] for pair in both), Counter(pair[1] for pair in both)
    by_chance = sum(first[word] * second[word] for word in first) / len(both) ** 2
    return (same - by_chance) / (1 - by_chance)


def _alpha(pairs: Sequence[tuple[str, str]]) -> tuple[float | None, str]:
    try:
        import krippendorff
    except ImportError:
        return None, f"没有安装 krippendorff，不能计算 α；请运行：{install_line('accuracy')}"
    import numpy as np

    words = {word: number for number, word in enumerate(sorted({word for pair in pairs for word in pair if word}))}
    table = np.array([[words.get(pair[coder], np.nan) for pair in pairs] for coder in (0, 1)], dtype=float)
    value = krippendorff.alpha(reliability_data=table, level_of_measurement="nominal")
    return float(value), ""
