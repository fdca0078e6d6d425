"""One look over all lines of a text at once: in which of them something stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate

__all__ = ["LineScan"]


class LineScan:
    """The lines of a text as one, so that a pattern runs once over them and not once over each.

    Few lines hold what most patterns ask for: a pattern that runs over the whole costs next to nothing, one that is
    begun anew on each line costs more than all that is done with the lines that it finds.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = lines if isinstance(lines, list) else list(lines)
        self.text = "\n".join(self.lines)

    def holding(self, expression: re.Pattern[str]) -> Iterator[int]:
        """The indexes of the lines in which ``expression`` matches, in order; it must not match across lines."""
        position = 0
        text, search = self.text, expression.search
        while (match := search(text, position)) is not None:
            starts = self._starts
            line = bisect_right(starts, match.start()) - 1
            yield line
            if line + 1 == len(starts):
                return
            position = starts[line + 1]

    @cached_property
    def _starts(self) -> list[int]:
        starts = list(accumulate([len(line) + 1 for line in self.lines], initial=0))
        return starts[:-1] if len(starts) > 1 else starts
