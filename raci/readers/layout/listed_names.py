"""Columns of a table on a page whose cells list bodies a line each: where one ends, and where a name only wraps."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raci.model.late_patterns import late_pattern
from raci.readers.layout.glyphs import TextRow
from raci.readers.tables.cut_names import cuts_cell_name
from raci.rules.bodies import like_bodies
from raci.rules.lexicon import lexicon_pattern
from raci.rules.punctuation import LIST_PAUSE

__all__ = ["ListedNames"]

_IN_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
#: the end of a name, which is a body only by its looks
_END = late_pattern(
    r"(?:中心)?(?:[支分]行|[支大中]队|分局|[管党工]委会?|委员会|办公室|办事处|(?:人民)?政府|(?:有限)?公司|集团|部门|单位)"
)
#: where a line of its column is wider by so many characters, the next character would have had room
_NO_ROOM = 1.2
#: what a cell leaves free at its sides, in characters
_PADDING = 1.3
#: a column lists bodies a line each where so many lines end early behind one
_FEWEST = 2
#: a name wraps over so many lines; the looks at both sides of a line's end
_MOST_LINES, _BESIDE = 3, 8


class ListedNames:
    """The lines of one column of so many points, given by cell."""

    def __init__(self, cells: Sequence[Sequence[TextRow]], width: float) -> None:
        self._widest = max((_width(row) for rows in cells for row in rows), default=0.0)
        self._width = width
        ends = sum(self._ends_early(row) and _is_body(row.line.text) for rows in cells for row in rows[:-1])
        words = ("".join(row.line.text for row in rows) for rows in cells)
        parted = any(LIST_PAUSE.search(_IN_BRACKETS.sub("", held)) for held in words)
        self._are_lines = ends >= _FEWEST and not parted

    def ends_name(self, rows: Sequence[TextRow], first: int, place: int) -> bool:
        """Whether the lines of a cell from ``first`` to ``place`` are one body in full, below which another begins."""
        words = "".join(row.line.text for row in rows[first : place + 1])
        after = rows[place + 1].line.text
        # a character before a mark goes with it to the next line: 各相关处 ⏎ 室、
        if not _is_body(words) or cuts_cell_name(words, after) or LIST_PAUSE.search(after, 0, 2):
            return False
        if self._ends_early(rows[place]):
            return True
        return self._are_lines and not _is_joint(words, after) and _begins_body(rows[place + 1 :])

    def _ends_early(self, row: TextRow) -> bool:
        room = max(self._widest, self._width - _PADDING * row.size)
        return room - _width(row) > _NO_ROOM * row.size


def _width(row: TextRow) -> float:
    return row.right - row.left


def _is_body(words: str) -> bool:
    return like_bodies(words) == (1, 0)


def _is_joint(before: str, after: str) -> bool:
    """Whether two lines are known to be one name: 清溪镇 ⏎ 人民政府."""
    joint = f"{before[-_BESIDE:]}⏎{after[:_BESIDE]}"
    return any("⏎" in match[0] for match in lexicon_pattern("body.broken-name").finditer(joint))


def _begins_body(rows: Sequence[TextRow]) -> bool:
    words = ""
    if _END.fullmatch(rows[0].line.text):
        return False
    for row in rows[:_MOST_LINES]:
        words += row.line.text
        if _is_body(words):
            return True
    return False
