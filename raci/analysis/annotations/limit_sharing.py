"""Whose of several time limits is whose: of the names in an annotation, and of the annotations in a clause."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

__all__ = ["share_limits"]


def share_limits(limits: Sequence[int], names: Sequence[int]) -> list[tuple[int, ...]]:
    """For each name, which of the limits are its, as indexes; both are given by where they stand, in order.

    Where a limit stands before the first name, limits stand before what they are for, else behind it. One that has no
    names of its own goes with its neighbour: 甲，6月完成方案，9月建成.
    """
    if not limits:
        return [()] * len(names)
    if not names:
        return []
    lead = limits[0] < names[0]
    # a run of limits without a name between them is shared
    runs: list[list[int]] = [[0]]
    for index, (before, after) in enumerate(pairwise(limits), start=1):
        if any(before < name < after for name in names):
            runs.append([index])
        else:
            runs[-1].append(index)
    shares = []
    for name in names:
        if lead:
            mine = [run for run in runs if limits[run[0]] < name][-1:] or runs[:1]
        else:
            mine = [run for run in runs if limits[run[-1]] > name][:1] or runs[-1:]
        shares.append(tuple(mine[0]))
    return shares
