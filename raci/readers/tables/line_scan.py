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
        self._lines = list(lines)
        self.text = "\n".join(self._lines)

    def holding(self, expression: re.Pattern[str]) -> Iterator[int]:
        """The indexes of the lines in which ``expression`` matches, in order; it must not match across lines."""
        position = 0
        while (match := expression.search(self.text, position)) is not None:
            line = bisect_right(self._starts, match.start()) - 1
            yield line
            if line + 1 == len(self._lines):
                return
            position = self._starts[line + 1]

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self._lines[:-1]), initial=0))
