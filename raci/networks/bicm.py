"""The bipartite configuration model: how likely a body has a part in a task, by how much each has of the other.

Of all two-mode networks whose degrees are on average those observed, it is the one with most entropy (Saracco et al.
2015): ``p = x·y / (1 + x·y)``, where x belongs to the body, y to the task, and both depend on the degree alone. They
are found by Newton's method on the logarithm of the likelihood, which has one maximum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from raci.errors import OptionError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["TOLERANCE", "chances"]

#: how far the expected degrees may be from those observed
TOLERANCE = 1e-8
_ROUNDS = 500


def chances(rows: Sequence[int], columns: Sequence[int]) -> Mapping[tuple[int, int], float]:
    """(degree of a row, degree of a column) → the chance of a one where they meet.

    ``rows`` and ``columns`` are the degrees of a two-mode network. A row that is full or empty (and a column) leaves
    nothing to chance: it is taken out, and the others are looked at without it.
    """
    fixed: dict[tuple[int, int], float] = {}
    row_counts, column_counts = Counter(rows), Counter(columns)
    row_left, column_left = {degree: degree for degree in row_counts}, {degree: degree for degree in column_counts}
    changed = True
    while changed:
        changed = False
        for left, others, other_counts, is_row in (
            (row_left, column_left, column_counts, True),
            (column_left, row_left, row_counts, False),
        ):
            size = sum(other_counts[degree] for degree in others)
            for degree in [degree for degree, remaining in left.items() if remaining in (0, size)]:
                full = left.pop(degree) == size and size > 0
                count = (row_counts if is_row else column_counts)[degree]
                for other in others:
                    fixed[(degree, other) if is_row else (other, degree)] = float(full)
                    others[other] -= count if full else 0
                changed = True
                size = sum(other_counts[degree] for degree in others)
    if row_left and column_left:
        fixed |= _solved(row_left, row_counts, column_left, column_counts)
    return fixed


def _solved(
    rows: Mapping[int, int], row_counts: Counter[int], columns: Mapping[int, int], column_counts: Counter[int]
) -> dict[tuple[int, int], float]:
    """The chances of the degrees that are neither full nor empty; values are the degrees among what is left."""
    import numpy as np

    row_names, column_names = list(rows), list(columns)
    wanted = np.array([*(rows[name] for name in row_names), *(columns[name] for name in column_names)], dtype=float)
    heights = np.array([row_counts[name] for name in row_names], dtype=float)
    widths = np.array([column_counts[name] for name in column_names], dtype=float)
    split = len(row_names)
    total = float(wanted[:split] @ heights)
    logs = np.log(wanted / np.sqrt(max(total, 1.0)))
    for _ in range(_ROUNDS):
        p = _sigmoid(logs, split)
        gap = np.concatenate([p @ widths, heights @ p]) - wanted
        if np.abs(gap).max() < TOLERANCE:
            return {
                (row, column): float(p[i, j])
                for i, row in enumerate(row_names)
                for j, column in enumerate(column_names)
            }
        logs = logs - _step(p, heights, widths, gap, logs, wanted, split)
    raise OptionError("二模网络的零模型没有收敛", place="sdsm", remedy="请用 --backbone disparity，或换一个窗口")


def _sigmoid(logs: NDArray[np.float64], split: int) -> NDArray[np.float64]:
    import numpy as np

    return np.asarray(1 / (1 + np.exp(-np.clip(logs[:split, None] + logs[None, split:], -700, 700))))


def _step(
    p: NDArray[np.float64],
    heights: NDArray[np.float64],
    widths: NDArray[np.float64],
    gap: NDArray[np.float64],
    logs: NDArray[np.float64],
    wanted: NDArray[np.float64],
    split: int,
) -> NDArray[np.float64]:
    """Newton's step, shortened until the likelihood does not fall."""
    import numpy as np

    spread = p * (1 - p)
    jacobian = np.zeros((len(logs), len(logs)))
    jacobian[:split, :split] = np.diag(spread @ widths)
    jacobian[split:, split:] = np.diag(heights @ spread)
    jacobian[:split, split:] = spread * widths
    jacobian[split:, :split] = (spread * heights[:, None]).T
    # x may grow where y shrinks: of all solutions the shortest step
    step = np.linalg.lstsq(jacobian, gap, rcond=None)[0]
    before = _likelihood(logs, heights, widths, wanted, split)
    for _ in range(60):
        if _likelihood(logs - step, heights, widths, wanted, split) >= before - 1e-12 * abs(before):
            break
        step = step / 2
    return np.asarray(step)


def _likelihood(
    logs: NDArray[np.float64],
    heights: NDArray[np.float64],
    widths: NDArray[np.float64],
    wanted: NDArray[np.float64],
    split: int,
) -> float:
    import numpy as np

    sums = np.logaddexp(0, logs[:split, None] + logs[None, split:])
    weighted = np.concatenate([heights, widths]) * wanted
    return float(weighted @ logs - heights @ sums @ widths)
