"""Lines of a column dealt out to rows with which their cells end level: upside down these begin so."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from raci.readers.layout.glyphs import TextRow
from raci.readers.layout.row_alignment import Alignment, Setting, align

__all__ = ["align_at_bottom"]


def align_at_bottom(
    lines: Sequence[TextRow], heights: Sequence[float], setting: Setting, cuts: Sequence[bool]
) -> Alignment:
    """The lines dealt out to the rows whose last lines stand at these heights; nothing stands below the last."""
    turned = [line._replace(top=-line.bottom, bottom=-line.top) for line in reversed(lines)]
    below = [-height for height in reversed(heights)]
    count = len(lines)
    turned_cuts = [False, *(cuts[count - place] for place in range(1, count))] if count else []
    dealt = align(turned, below, setting._replace(offset=-setting.offset), turned_cuts, continues=False)
    if dealt.cost == inf or dealt.groups[0]:
        return dealt._replace(cost=inf)
    groups: list[list[TextRow]] = [[] for _ in dealt.groups]
    reaches = [1] * len(dealt.groups)
    end = count
    for row, (group, reach) in enumerate(zip(dealt.groups[1:], dealt.reaches[1:], strict=True), 1):
        if group:
            first = len(heights) + 2 - row - reach
            groups[first], reaches[first] = list(lines[end - len(group) : end]), reach
            end -= len(group)
    return Alignment(dealt.cost, groups, reaches)
