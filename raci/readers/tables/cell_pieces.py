"""The lines of a text as pieces of a table: which separators part them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from raci.model.pattern_codes import compiled
from raci.readers.tables.wrapped_names import are_listed, is_rest
from raci.rules.bodies import like_bodies

__all__ = [
    "BAR",
    "BARS",
    "BLANKS",
    "CLOSING",
    "ONLY_BARS",
    "SIGNS",
    "CellPiece",
    "Line",
    "Style",
    "TableStart",
    "barred_cells",
    "is_parted_section",
    "piece_lines",
    "split",
    "tokens",
]

#: its number in the source, its words (blanks at the ends removed; '' for a blank line)
Line = tuple[int, str]
#: how cells are parted: bars, tabs or signs (commas) in a line; wide gaps, ideographic or single blanks; a cell a line,
#: closed by a bar or not
Style = str

BARS = "|｜¦│┃║"
BAR = compiled(rf"[ \u3000]*[{BARS}][ \u3000]*")
ONLY_BARS = compiled(r"[\s|｜¦:：+=\-—\u2500-\u257f]+")
_CLOSED = compiled(r"[|｜¦│┃║][ \u3000]*$")
#: the number of a section alone
_NUMBER = compiled(
    r"[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}(?:部分|章|类)|[（(][一二三四五六七八九十]{1,3}[)）]"
)
#: an empty cell
_DASH = compiled(r"[—－-]{1,2}")
BLANKS = compiled(r"[ \u3000]+")
#: the signs that part cells as tabs do
SIGNS = {"comma": ",", "wide-comma": "，", "semicolon": ";；", "slash": "/／"}
_SPLITS = {
    "tab": compiled(r"[ \u3000]*\t[ \u3000]*"),
    "wide": compiled(r"[ \u3000]{2,}"),
    "ideographic": compiled(r"\u3000+|[ \u3000]{2,}"),
    "single": BLANKS,
    **{style: compiled(rf"[ \u3000]*[{signs}][ \u3000]*") for style, signs in SIGNS.items()},
}
#: styles whose separators close a cell, an empty one too
CLOSING = ("bar", "tab", *SIGNS)
_BLANK_PARTED = ("wide", "ideographic", "single")
#: a section stands so few lines before a row, blank ones not counted, and so few with these
_FEW_LINES, _REACH = 4, 20
#: so many lines without a bar are no cell any more
_LONGEST_CELL = 40
#: a row of so many cells that all say the same is one line across the table
_SAME = 3


class CellPiece(NamedTuple):
    """A piece of a table: its line, its words line by line, whether it begins its line, whether a bar closes its cell.

    ``column`` is where it stands for certain: in a line that separators part into as many pieces as there are heads.
    """

    line: int
    pieces: tuple[Line, ...]
    first: bool
    closed: bool
    column: int | None = None

    @property
    def text(self) -> str:
        """The words of all lines together, with a mark between bodies one below the other."""
        if len(self.pieces) < 2:
            return self.pieces[0][1] if self.pieces else ""
        words = [words for _, words in self.pieces]
        marks = ["、" if are_listed(before, after) else "" for before, after in pairwise(words)]
        return words[0] + "".join(mark + after for mark, after in zip(marks, words[1:], strict=True))


class TableStart(NamedTuple):
    """A head: the lines ``start`` to ``end``, its words column by column, how the cells below are parted."""

    start: int
    end: int
    heads: tuple[tuple[int, str], ...]  # the line of each head, and its words
    style: Style


def piece_lines(number: int, piece: str) -> tuple[Line, ...]:
    """The lines of a cell that ``\\n`` breaks, each with the number of the line that holds the row."""
    if "\n" not in piece:
        return ((number, piece),) if piece else ()
    return tuple((number, words) for part in piece.split("\n") if (words := part.strip(" \t\u3000")))


def split(text: str, style: Style, *, opens: bool = True) -> list[str]:
    """The pieces of a line by its style of separators; ``opens``: a bar at the beginning only opens the first cell."""
    pieces = _all_pieces(text, style, opens=opens)
    # empty cells at the end tell nothing: where cells are merged away, pages put as many there
    while len(pieces) > 1 and not pieces[-1]:
        pieces.pop()
    if len(pieces) >= _SAME and style in CLOSING and len(pieces[0]) > 1 and pieces.count(pieces[0]) == len(pieces):
        return pieces[:1]  # a line across the table, as programs write it
    return pieces


def _all_pieces(text: str, style: Style, *, opens: bool = True) -> list[str]:
    if style == "bar":
        pieces = BAR.split(text)
        return pieces[1:] if opens and pieces and not pieces[0] else pieces
    return _SPLITS[style].split(text)


def tokens(
    lines: Sequence[Line], start: TableStart, is_in_place: Callable[[Sequence[str]], bool]
) -> Iterator[CellPiece]:
    """The pieces below a head, in order, until the text ends.

    ``is_in_place`` says of the pieces of a line that blanks part, or that ends in empty cells, whether they stand in
    the first columns.
    """
    if start.style == "barred-cells":
        cells = barred_cells(lines, start.end)
        first = next(cells, None)
        if first is not None and first.pieces:
            yield first  # an empty one is the bar that closes the last head
        yield from cells
        return
    closes = _CLOSED.search(lines[start.start][1]) is not None
    opens = start.style != "bar" or BAR.match(lines[start.start][1]) is not None
    for index in range(start.end, len(lines)):
        number, text = lines[index]
        if not text or (ONLY_BARS.fullmatch(text) and not _DASH.fullmatch(text)):
            continue
        if start.style == "stacked":
            for place, piece in enumerate(_parted(text)):
                yield CellPiece(index, piece_lines(number, piece), place == 0, False)
            continue
        if start.style in CLOSING and not _is_parted(text, start.style) and _is_behind(lines, index, start.style):
            return
        pieces = split(text, start.style, opens=opens) if start.style != "tab" or "\t" in text else [text]
        if start.style in _BLANK_PARTED and is_parted_section(pieces, len(start.heads)):
            pieces = [text]
        closed = start.style in CLOSING and len(pieces) > 1
        full = len(pieces) == len(start.heads) and (closed or (start.style in _BLANK_PARTED and is_in_place(pieces)))
        if (
            closed
            and not full
            and _width(text, start.style, opens=opens, closes=closes) == len(start.heads)
            and is_in_place(pieces)
        ):
            pieces += [""] * (len(start.heads) - len(pieces))
            full = True
        for place, piece in enumerate(pieces):
            column = place if full else None
            yield CellPiece(index, piece_lines(number, piece), place == 0, closed, column)


def is_parted_section(pieces: Sequence[str], columns: int) -> bool:
    """Whether two pieces are the number of a section and its words: 第一部分  河道治理."""
    return columns > 2 and len(pieces) == 2 and _NUMBER.fullmatch(pieces[0]) is not None


def _is_parted(text: str, style: Style) -> bool:
    """Whether separators of a style stand in a line."""
    return (BAR if style == "bar" else _SPLITS[style]).search(text) is not None


def _is_behind(lines: Sequence[Line], index: int, style: Style) -> bool:
    """Whether a line without separators stands behind the last row of a table: none of the next lines has any.

    Between two rows it is a section, and names may go on in it where tabs part the cells.
    """
    above = lines[index - 1][1].rpartition("\t")[2]
    if style == "tab" and is_rest(above, lines[index][1]) and like_bodies(lines[index][1])[1] == 0:
        return False
    following = (text for _, text in lines[index + 1 : index + _REACH] if text)
    return not any(_is_parted(text, style) for text in islice(following, _FEW_LINES))


def _width(text: str, style: Style, *, opens: bool, closes: bool) -> int:
    """How many cells a line has, empty ones at its ends too; a bar that ``opens`` or ``closes`` a row parts none."""
    pieces = _all_pieces(text, style, opens=opens)
    return len(pieces) - (closes and not pieces[-1])


def _parted(text: str) -> list[str]:
    """A line in which the names of the next column follow on a full stop, in two."""
    stop = text.rfind("。") + 1
    named, odd = like_bodies(text[stop:]) if 0 < stop < len(text) else (0, 1)
    return [text[:stop], text[stop:]] if named and not odd else [text]


def barred_cells(lines: Sequence[Line], index: int) -> Iterator[CellPiece]:
    """Cells that bars close, over as many lines as they take; an empty one between two bars counts."""
    held: list[Line] = []
    for place in range(index, len(lines)):
        number, text = lines[place]
        pieces = re.split(r"[|｜]", text) if text else []
        for turn, piece in enumerate(pieces):
            words = piece.strip(" \t\u3000")
            if words:
                held.append((number, words))
            if turn < len(pieces) - 1:
                yield CellPiece(place, tuple(held), True, True)
                held = []
        if len(held) > _LONGEST_CELL:
            break
    if held:
        yield CellPiece(len(lines) - 1, tuple(held), True, False)
