"""Lines of a plain text with their numbers, pages and indents, and how wide they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from raci.model.pattern_codes import compiled

__all__ = [
    "NEVER_FIRST",
    "SENTENCE_ENDS",
    "NumberedLine",
    "is_chinese",
    "line_width",
    "narrow_characters",
    "numbered_lines",
    "strip_blanks",
]

SENTENCE_ENDS = "。！？!?"
#: what no paragraph begins with
NEVER_FIRST = "，。、；：！？）》”’〕】,;:)%"
#: so many blank lines in a row tell as much as more of them
_MOST_BLANK = 1_000
_BLANKS = " \t\u3000\xa0\u2002\u2003\u2009\u202f\u205f"
#: a line that is set in by tabs below cells is one of them if it is no longer
_LONGEST_CELL = 40
_BLANKS_BUT_TABS = _BLANKS.replace("\t", "")
#: a line longer than this is looked through for paragraphs parted by wide spaces
_LONG_LINE = 120
#: lines of a table laid out by blanks are no longer, and so many of their parts begin below others
_LONGEST_ROW, _COLUMNS = 400, 2
#: what parts cells more plainly than blanks do
_BARS = "|｜¦│┃║"
#: (both begin with a set of few characters, which ``re`` seeks fastest)
_GAP = compiled(r"[ \u3000](?<=[^ \u3000][ \u3000])[ \u3000]+(?=[^ \u3000])")
_WIDE_SPACE = compiled(r"(?=[ \t\u3000\xa0])(?:[ \t]*\u3000{2,}[ \t\u3000]*|[ \xa0]{4,})")


class NumberedLine(NamedTuple):
    """A line, or a part of a long one: its number in the text (from 1), its words, its page (from 1) if any.

    ``indent`` says how wide the blanks before it are, in half characters; ``resumed`` that furniture of the page stood
    between it and the line before.
    """

    number: int
    text: str
    page: int | None
    indent: int = 0
    resumed: bool = False


def numbered_lines(text: str) -> list[NumberedLine]:
    """The lines of a text, blank ones among them; long ones are parted where wide spaces stand: two
    ideographic ones, or four others.

    Form feeds part pages.
    """
    has_pages, has_tabs = "\f" in text, "\t" in text
    has_gaps = _has_gap(text)
    lines: list[NumberedLine] = []
    number = filled = 0
    below_cells = False  # tabs part the words of the line above
    for position, page_text in enumerate(text.split("\f"), 1):
        page = position if has_pages else None
        on_page = page_text.splitlines()
        for place, line in enumerate(on_page):
            number += 1
            words = line.strip(_BLANKS)
            if words:
                filled = number
            elif number - filled > _MOST_BLANK:
                continue
            if has_tabs:
                if "\t" in words or (below_cells and line.startswith("\t\t") and len(words) <= _LONGEST_CELL):
                    words = line.strip(_BLANKS_BUT_TABS)  # a tab at the start is a blank first cell
                below_cells = "\t" in words
            is_long = has_gaps and len(line) > _LONG_LINE and _has_gap(words)
            if is_long and not _is_in_columns(on_page, place):
                lines += [NumberedLine(number, strip_blanks(piece), page) for piece in _WIDE_SPACE.split(words)]
            else:
                # (made without the detour over the names of the fields: there is one for each line of a text)
                indent = 0 if words == line else _indent(line)
                lines.append(tuple.__new__(NumberedLine, (number, words, page, indent, False)))
    return lines


def _has_gap(text: str) -> bool:
    """Whether blanks stand in a text that may part paragraphs within a line: a quick look."""
    return "\u3000\u3000" in text or "    " in text or "\xa0\xa0" in text or "\xa0 \xa0" in text


def _is_in_columns(lines: Sequence[str], place: int) -> bool:
    """Whether a line is one of a table laid out by blanks: its parts begin where those of a line beside it do.

    A bar at its beginning says so too.
    """
    line = lines[place]
    if line.strip(_BLANKS)[:1] in _BARS:
        return True
    if len(line) > _LONGEST_ROW:
        return False
    beside = [other for other in (*lines[max(0, place - 2) : place], *lines[place + 1 : place + 3]) if other.strip()]
    return any(
        len(_begins(line, wide) & _begins(other, wide)) >= _COLUMNS
        for other in beside
        if len(other) <= _LONGEST_ROW
        for wide in (1, 2)
    )


def _begins(line: str, wide: int) -> set[int]:
    """Where the parts of a line begin that wide gaps part; ``wide`` is the width of a Chinese character."""
    places = [match.end() for match in _GAP.finditer(line)]
    return {wide * place - (wide - 1) * len(line[:place].encode("ascii", "ignore")) for place in places}


def _indent(line: str) -> int:
    """How wide the blanks at the start of a line are, in half characters."""
    blanks = line[: len(line) - len(line.lstrip(_BLANKS))]
    return len(blanks) + blanks.count("\u3000")


def strip_blanks(line: str) -> str:
    """A line without blanks of any width at its ends."""
    return line.strip(_BLANKS)


def is_chinese(char: str) -> bool:
    """Whether a character is a Chinese one."""
    return "\u4e00" <= char <= "\u9fff"


def line_width(line: str) -> int:
    """How wide a line is, in Chinese characters: others count half (rounded down in all), so that columns compare."""
    narrow = len(line.encode("ascii", "ignore"))
    return len(line) - narrow // 2


def narrow_characters(lines: Sequence[str]) -> list[int]:
    """How many characters of each line are half as wide as Chinese ones; no line holds a line end.

    All lines at once: to encode a line takes longer than to count its characters.
    """
    return list(map(len, "\n".join(lines).encode("ascii", "ignore").split(b"\n"))) if lines else []
