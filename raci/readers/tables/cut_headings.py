"""Headings that a line's end cuts within a word: （一）建设宜居乡 ⏎ 村。完善设施…"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from raci.model.pattern_codes import compiled
from raci.readers.tables.cut_names import ends_with_labelled_name
from raci.readers.tables.text_lines import is_chinese
from raci.rules.text_patterns import text_patterns

__all__ = ["CutHeadings"]

#: the longest heading, and the longest end of one that is no sentence of its own, in characters
_LONGEST_HEADING, _LONGEST_END = 40, 3
#: a heading so long may leave so few characters on a line of their own, in characters
_LONG, _LONGEST_REST = 14, 2
_END = compiled(r"[\u4e00-\u9fff]+(?=[。：:])")


class CutHeadings:
    """Knows how the headings of a text stand: with their text in one line, or on a line of their own.

    With ``wrapped`` the lines of the text are known to be broken within words.
    """

    def __init__(self, lines: Sequence[str], *, wrapped: bool) -> None:
        self._wrapped = wrapped
        self._lines = lines

    @cached_property
    def _run_in(self) -> set[str]:
        """The kinds of numbers whose headings run on into their text."""
        return {kind for line in self._lines if (kind := _kind(line)) and _runs_in(line)}

    def goes_on(self, heading: str, following: str) -> bool:
        """Whether a line that holds nothing but a number and a heading ends in the line after it."""
        if len(heading) > _LONGEST_HEADING or not is_chinese(heading[-1]) or ends_with_labelled_name(heading):
            return False
        kind = _kind(heading)
        if kind is None:
            return False
        if len(heading) >= _LONG and len(following) <= _LONGEST_REST and all(map(is_chinese, following)):
            return True
        end = _END.match(following)
        if end is None or len(following) == end.end() + 1:
            return False
        # 绿化。栽植… below a heading is a task of its own, unless no other heading stands alone
        longest = _LONGEST_END if self._wrapped or kind in self._run_in else 1
        return len(end[0]) <= longest


def _kind(line: str) -> str | None:
    """What kind of number a line begins with."""
    match = text_patterns("paragraphs")["counted-number"].find(line)
    return match.lastgroup if match else None


def _runs_in(line: str) -> bool:
    """Whether a heading is followed by its text in the same line."""
    return 0 <= line.find("。", 0, _LONGEST_HEADING) < len(line) - 1
