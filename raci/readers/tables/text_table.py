"""Tables in plain text: the pieces below a head laid to its columns, whatever parts them.

One mechanism for all forms (tabs, bars, blanks, one cell a line, wrapped cells, rows that lack their merged cells): the
pieces come in the order of the rows, and each goes on in its column, or to a later one, or begins a new row. Each step
has a score: how well the piece's words fit the column by its head and by what they are, and what was skipped. The best
way is found step by step (Viterbi), with the time in proportion to the text. The table ends where the score is highest:
what follows it fits no column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from raci.readers.tables.cell_pieces import CellPiece, Line, TableStart, find_starts, maybe, tokens
from raci.readers.tables.separated import SeparatedBlock, find_blocks
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, read_head
from raci.rules.numerals import numeral

__all__ = ["GridCell", "TextTable", "grids", "maybe"]

#: pieces of one table at the most; and so much may the score fall from its height before the rest is not looked at
_MOST_TOKENS, _FALL = 60_000, 12.0
#: less is no table
_LEAST = 2.0
#: a way that is so far behind the best is not followed
_BEHIND = 7.0
_SECTION = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}(?:部分|章|类)|[（(][一二三四五六七八九十]{1,3}[)）])\s*\S"
)
_NEXT_PART = re.compile(r"附\s*[件表]\s*[\d一二三四五六七八九十]*\s*[:：]?$|附\s*[件表]\s*\d+\s*[:：]?\s*\S{0,30}$")
#: an annotation or a labelled line is no cell
_ANNOTATED = re.compile(
    r"[（(【\[〔][^（(【\[〔]{0,6}(?:责任|牵头|配合)[^）)】\]〕]{0,6}[:：]|^(?:责任|牵头|配合)[^：:]{0,6}[:：]"
)
_STOPS = "。；;！？!?"
_STOP = re.compile(f"[{_STOPS}]")
_OPEN = "、，,；;和及与（(《“"
_DIGITS = re.compile(r"[（(]?(\d{1,4}|[一二三四五六七八九十]{1,3})[.．、)）]?")


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its place, its pieces with the lines they come from, and how many rows it reaches over."""

    row: int
    column: int
    pieces: tuple[Line, ...]
    rowspan: int = 1

    def paragraphs(self) -> list[tuple[Line, ...]]:
        """The pieces, those together that are one line wrapped; a list of bodies has a paragraph a body."""
        groups: list[list[Line]] = []
        for piece in self.pieces:
            if groups and not are_listed(groups[-1][-1][1], piece[1]):
                groups[-1].append(piece)
            else:
                groups.append([piece])
        return [tuple(group) for group in groups]


def _is_broken_off(names: str) -> bool:
    """Whether a list of names ends with little more than the level of a body: 市住 ⏎ 建局."""
    last = names[max(names.rfind(mark) for mark in "、，,；;") + 1 :]
    return len(last) <= 2 and last[:1] in _LEVELS


def _is_cut(before: str, after: str) -> bool:
    """Whether a line goes on with the name that the line before ends with, though each part reads like a body.

    市政府 ⏎ 办公室 is one office, 办公室 and 社会 are words: 市政府办 ⏎ 公室, 人力资源社 ⏎ 会保障局.
    """
    if after.startswith(("办公室", "办公厅")):
        return before.endswith(("政府", "委", "会"))
    return (before[-1:] + after[:1] == "社会") or (before.endswith("办") and after.startswith("公室"))


def _is_apart(before: str, after: str) -> bool:
    """Whether a name begins in the next line though what stands before it is none: running text of another column."""
    return len(before) > 2 and after[:1] in _LEVELS and before[-1] not in _OPEN and cell_content(before).kind == "text"


def are_listed(before: str, after: str) -> bool:
    """Whether two lines of a cell are two bodies, one below the other, and no name that is wrapped."""
    if _TAIL.match(after) or before[-1:] in _OPEN + "等" or after[:1] in "、，,；;）)":
        return False
    if _is_broken_off(before) or _is_cut(before, after):
        return False
    first, second = cell_content(before), cell_content(after)
    return first.kind == second.kind == "bodies" and first.odd == second.odd == 0


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table found in the lines ``start`` to ``end``."""

    start: int
    end: int
    cells: tuple[GridCell, ...]


class _Step(NamedTuple):
    """Where a piece was laid, and what the row is so far.

    ``score`` counts all but the open cell, ``open`` is how well that fits its column. ``column`` is -1 for a section
    across the table; ``fresh``: it begins a row. ``cells`` are the words of the row's columns, ``width`` is how wide
    the last printed line is. ``named``: a closed cell of the row holds bodies, ``naming``: any does.
    """

    score: float
    open: float
    column: int
    fresh: bool
    before: _Step | None
    cells: tuple[str, ...]
    width: float
    named: bool
    naming: bool


class _Piece(NamedTuple):
    """A piece on its way: its words, its width, whether it counts the rows on, and how it fits each column."""

    token: CellPiece
    text: str
    width: float
    counting: bool
    broken: bool
    fits: list[float]


_ACROSS = -1


def grids(lines: Sequence[Line]) -> list[TextTable]:
    """The tables in the lines (blank ones are ''), in order."""
    found: list[TextTable] = []
    end = -1
    starts = {start.start: start for start in find_starts(lines)}
    blocks = {block.start: block for block in find_blocks(lines)}
    inside = [(block.start, block.end) for block in blocks.values()]
    before: TableStart | None = None
    for start in sorted({*starts, *blocks}):
        if start < end:
            continue
        table = _as_it_stands(blocks[start]) if start in blocks else None
        head = starts.get(start)
        if table is None and head is not None and not any(first < start < last for first, last in inside):
            # heads one below the other are one head, said again and again
            alone = before is None or before.end < start or not _same(before, head)
            table = _table(lines, head, starts) if alone else None
            before = head
        if table is not None:
            found.append(table)
            end = table.end
    return found


def _as_it_stands(block: SeparatedBlock) -> TextTable:
    """The table of a block: each piece in its column."""
    cells = [
        GridCell(row, place, ((number, words),))
        for row, (number, pieces) in enumerate(block.rows)
        for place, words in enumerate(pieces)
        if words
    ]
    return TextTable(block.start, block.end, tuple(cells))


def _table(lines: Sequence[Line], start: TableStart, starts: Mapping[int, TableStart]) -> TextTable | None:
    laid = _laid(lines, start, starts, _Shape())
    if laid.top is None or start.style != "stacked" or not laid.wraps():
        return laid.table()
    # the widths of the columns, and whether each row has its number, show when the pieces lie in them
    for _ in range(_LOOKS):
        shape = laid.shape()
        if shape == laid.given:
            break
        again = _laid(lines, start, starts, shape, laid.fits)
        if again.top is None:
            break
        laid = again
    return laid.table()


def _laid(
    lines: Sequence[Line],
    start: TableStart,
    starts: Mapping[int, TableStart],
    shape: _Shape,
    fits: dict[tuple[str, int], float] | None = None,
) -> _Laying:
    laid = _Laying(start, shape, fits)
    skip, broken = -1, False
    for token in islice(tokens(lines, start), _MOST_TOKENS):
        if token.line < skip:
            continue
        other = starts.get(token.line) if token.line > start.start else None
        if other is not None and start.style != "one-line" and _same(other, start):
            skip, broken = other.end, True  # the head once more, on a new page
            continue
        if (other is not None and not _same(other, start)) or laid.ends(token) or not laid.take(token, broken):
            break
        broken = False
    return laid


def _same(first: TableStart, second: TableStart) -> bool:
    return [words for _, words in first.heads] == [words for _, words in second.heads]


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a first look at a table shows: how wide its columns are printed, and whether every row has a number."""

    widths: Mapping[int, float] = field(default_factory=dict)
    numbered: bool = False
    filled: Mapping[int, float] = field(default_factory=dict)  # column → the share of the rows that have such a cell


class _Laying:
    """Lays pieces to the columns of one head; holds for each column the best way that ends there."""

    def __init__(self, start: TableStart, shape: _Shape, fits: dict[tuple[str, int], float] | None = None) -> None:
        self.start, self.given = start, shape
        self.roles = [_role(words) for _, words in start.heads]
        self.named = frozenset(place for place, role in enumerate(self.roles) if role in NAMED or role == "unit")
        self.skips = [self._skip(role) * shape.filled.get(place, 1.0) for place, role in enumerate(self.roles)]
        self.ahead = [0.0]
        for cost in self.skips:
            self.ahead.append(self.ahead[-1] + cost)
        self.best: list[_Step] = []
        self.chosen: dict[int, _Step] = {}
        self.taken: list[CellPiece] = []
        self.top: tuple[float, int, _Step] | None = None
        self.counted = 0
        self.in_line = start.style in ("bar", "tab", "wide", "ideographic", "single")
        #: words and column → how well they fit; what a look at the same pieces has weighed is not weighed again
        self.fits = {} if fits is None else fits
        self.blank = ("",) * len(self.roles)
        #: whether tasks bear numbers of their own (1.优化…, （一）…) beside a column of their content
        self.marked = False

    def _skip(self, role: str) -> float:
        if role == "number":
            return 4.0 if self.given.numbered else 1.6
        if role == "task":
            return 0.6 if "content" in self.roles else 2.0
        if role in NAMED and role != "leader":
            return 1.2
        return _SKIPS.get(role, 0.1)

    def ends(self, token: CellPiece) -> bool:
        """Whether a piece can be no part of the table."""
        text = token.text
        if _ANNOTATED.search(text) or (token.first and _NEXT_PART.fullmatch(text)):
            return True
        # between the rows of a table with separators, running text stands alone in its line
        apart = self.start.style in ("bar", "tab") and token.first and not token.closed
        return apart and len(text) > 120

    def take(self, token: CellPiece, broken: bool = False) -> bool:
        """Lay one more piece, ``broken`` behind the head of a new page; False where the table has ended before it."""
        text = token.text
        if len(self.taken) < _FIRST and _MARKED.match(text):
            self.marked = True
        counting = self._counts(text)
        width = _wide(text)
        self.piece = _Piece(token, text, width, counting, broken, self._weighed(text, width, counting))
        self.chosen = {}
        before = self.best or [_Step(0.0, 0.0, _ACROSS, True, None, self.blank, 0.0, True, True)]
        if token.column is not None:
            self._given_column(before, token.column)
        else:
            for step in before:
                if step.column != _ACROSS and self.taken:
                    self._same_cell(step)
                    self._other_cells(step)
            self._new_row(before)
        if not self.chosen:
            return False
        highest = max(step.score + step.open for step in self.chosen.values())
        self.best = [step for step in self.chosen.values() if step.score + step.open >= highest - _BEHIND]
        self.taken.append(token)
        best = max(self.best, key=self._ended)
        score = self._ended(best)
        if best.column != _ACROSS and best.naming and (self.top is None or score >= self.top[0]):
            self.top = (score, len(self.taken), best)
        return highest > (self.top[0] if self.top else 0.0) - _FALL

    def _weighed(self, text: str, width: float, counting: bool) -> list[float]:
        """How well a piece fits each column as a cell by itself."""
        return [
            self._known_fit(text, column, counting) - self._too_wide(column, width) for column in range(len(self.roles))
        ]

    def _propose(self, score: float, fit: float, column: int) -> bool:
        """Whether a way to a column is better than those that were found."""
        known = self.chosen.get(column)
        return known is None or score + fit > known.score + known.open

    def _same_cell(self, step: _Step) -> None:
        """The piece goes on in the open cell."""
        piece, last = self.piece, self.taken[-1]
        if last.closed and (last.line == piece.token.line or not self.in_line):
            return
        gain, reach = self._goes_on(step, piece.token, last, piece.width)
        self._enter(step, step.column, step.score + gain, reach, step.named)

    def _enter(self, step: _Step, column: int, score: float, width: float, named: bool) -> None:
        """The piece goes on in a cell of the row that holds words."""
        known = self.chosen.get(column)
        if known is not None and score + _BEST_FIT <= known.score + known.open:
            return
        before, text = step.cells[column], self.piece.text
        last = before.rpartition("、")[2]
        mark = "、" if column in self.named and before and are_listed(last, text) else ""
        if column in self.named and not mark and _is_apart(last, text):
            score -= 1.2
        words = before + mark + text
        fit = self._known_fit(words, column, False)
        if self._propose(score, fit, column):
            cells = (*step.cells[:column], words, *step.cells[column + 1 :])
            naming = named or (column in self.named and fit > 0)
            self.chosen[column] = _Step(score, fit, column, False, step, cells, width, named, naming)

    def _other_cells(self, step: _Step) -> None:
        """The piece begins another cell of the row, or goes on in one of it (overleaf; where lines are mixed)."""
        piece = self.piece
        score = step.score + step.open - self._broken_off(step, piece.text)
        if self.in_line and piece.token.first:
            score -= 1.2  # a row that goes on in the next line
        back = piece.broken or (self.start.style == "stacked" and bool(self.given.widths))
        ahead = self.ahead[step.column + 1]
        for column in range(0 if back else step.column + 1, len(self.roles)):
            if column == step.column or (self.roles[column] == "number" and step.cells[column]):
                continue
            way = score + ahead - self.ahead[column] if column > step.column else score
            if column < step.column and not piece.broken:
                way -= 2.0  # lines of two columns that the source has mixed
            if step.cells[column]:  # the cell is weighed as a whole
                way -= self._known_fit(step.cells[column], column, False) + self._too_wide(column, piece.width)
                self._enter(step, column, way, piece.width, step.naming)
            elif self._propose(way, piece.fits[column], column):
                cells = (*step.cells[:column], piece.text, *step.cells[column + 1 :])
                fit = piece.fits[column]
                naming = step.naming or (column in self.named and fit > 0)
                self.chosen[column] = _Step(way, fit, column, False, step, cells, piece.width, step.naming, naming)

    def _new_row(self, before: Sequence[_Step]) -> None:
        """The piece begins a row, or is a section across the table."""
        piece = self.piece
        if not (piece.token.first or not self.in_line or piece.counting):
            return
        step = max(before, key=self._ended)
        score = self._ended(step) if step.before is not None else 0.0
        bonus = (1.0 if self.in_line and piece.token.first else -0.1) + (1.2 if piece.counting else 0.0)
        for column in range(len(self.roles)):
            way, fit = score + bonus - self.ahead[column], piece.fits[column]
            if self._propose(way, fit, column):
                cells = (*self.blank[:column], piece.text, *self.blank[column + 1 :])
                naming = column in self.named and fit > 0
                self.chosen[column] = _Step(way, fit, column, True, step, cells, piece.width, False, naming)
        if len(piece.text) <= 60 and _SECTION.match(piece.text):
            self.chosen[_ACROSS] = _Step(
                score, _SECTION_FIT, _ACROSS, True, step, self.blank, piece.width, False, False
            )

    def _given_column(self, before: Sequence[_Step], column: int) -> None:
        """A piece of a line with as many pieces as there are heads: each stands in its column."""
        piece, fit = self.piece, self.piece.fits[column]
        naming = column in self.named and fit > 0
        if column == 0:
            step = max(before, key=self._ended)
            score = (self._ended(step) if step.before is not None else 0.0) + 1.0 - self.ahead[0]
            cells = (piece.text, *self.blank[1:])
            self.chosen[0] = _Step(score, fit, 0, True, step, cells, piece.width, False, naming)
            return
        step = max(before, key=lambda each: each.score + each.open)
        cells = (*step.cells[:column], piece.text, *step.cells[column + 1 :])
        score = step.score + step.open
        self.chosen[column] = _Step(
            score, fit, column, False, step, cells, piece.width, step.naming, step.naming or naming
        )

    def _known_fit(self, text: str, column: int, counting: bool) -> float:
        """``_fit``, each cell weighed once."""
        role = self.roles[column]
        if role == "number":
            return self._fit(text, role, counting)
        key = (text, column)
        fit = self.fits.get(key)
        if fit is None:
            fit = self.fits[key] = self._fit(text, role, counting)
        return fit

    def _ended(self, step: _Step) -> float:
        """The score of a step if its row ends there."""
        score = step.score + step.open
        if step.column == _ACROSS:
            return score
        # a column left out at the end costs a little less than one before, so that a tie goes to the left
        left = _LEFT_OUT * (self.ahead[-1] - self.ahead[step.column + 1])
        return score - left - (0.0 if step.naming else 0.9)

    def _goes_on(self, step: _Step, token: CellPiece, last: CellPiece, width: float) -> tuple[float, float]:
        """The gain of a piece that goes on in the open cell, and how wide its last printed line then is."""
        before, text = last.text, token.text
        if not before or not text or self.roles[step.column] == "number" or _DASH.fullmatch(text):
            return -6.0, width
        if last.line == token.line:
            # a blank within a cell; a character or two are the rest of a wrapped one
            return (-0.3 if len(text) <= 2 else -0.9), width
        if step.column in self.named and are_listed(before, text):
            return -0.5, width
        printed = self.given.widths.get(step.column)
        if printed is None:
            open_end = before[-1] not in _STOPS
            return (-0.4 if open_end else -1.0) + (0.5 if before[-1] in _OPEN else 0.0), width
        if (before[-1] in _PUNCTUATION or text[0] in _PUNCTUATION) and step.width + width <= printed + _PARTED:
            return -0.1, step.width + width  # one printed line, which the source parts beside a mark
        # lines of a cell are full but for the last
        return (-0.1 if step.width >= printed - 1.0 else -1.2) - self._too_wide(step.column, width), width

    def _broken_off(self, step: _Step, text: str) -> float:
        """What it costs to leave a cell whose last line is full and ends in mid-sentence, or in the midst of a name."""
        if step.column in self.named and _is_cut(step.cells[step.column], text):
            return 2.0
        printed = self.given.widths.get(step.column)
        if printed is None or self.roles[step.column] != "content" or step.width < printed - 1:
            return 0.0
        return 0.0 if step.cells[step.column][-1:] in _STOPS else 1.2

    def _too_wide(self, column: int, width: float) -> float:
        """What it costs that a piece is wider than its column is printed."""
        printed = self.given.widths.get(column)
        return 1.6 if printed is not None and width > printed + 0.5 else 0.0

    def _counts(self, text: str) -> bool:
        """Whether a piece is the number that counts the rows on."""
        match = _DIGITS.fullmatch(text)
        if match is None or "number" not in self.roles:
            return False
        number = numeral(match[1])
        if number == self.counted + 1 or (self.counted == 0 and number < 1000) or number == 1:
            self.counted = number
            return True
        return False

    def _fit(self, text: str, role: str, counting: bool) -> float:
        """How well the words of a cell fit a column by its role."""
        if not text:
            return 0.1 if role not in ("number", "task") else -0.6
        if role == "number":
            match = _DIGITS.fullmatch(text)
            return -5.0 if match is None else 3.0 if counting or numeral(match[1]) == self.counted else 0.0
        names = (role in NAMED and role != "leader") or role == "unit"
        if not names and (len(text) > _LONG_CELL or (len(text) > 24 and "。" in text)):
            return self._text(text, role) + _FITS.get(role, _FITS["other"])["text"]
        content = cell_content(text)
        table = _FITS.get("named" if names else role, _FITS["other"])
        score = table.get(content.kind, table["text"])
        if role in ("task", "content") and content.kind == "bodies" and (len(text) > 14 or _MARKED.match(text)):
            score = table["text"]
        if names and content.kind == "bodies":
            score = max(-3.0, score - 2.0 * content.odd + 0.1 * min(content.named, 4))
        if names and text.count("“") != text.count("”"):
            score -= 2.0
        if names and content.kind in ("bodies", "text", "person") and (tail := _TAIL.match(text)):
            score -= 4.0 if tail.end() == len(text) else 2.0
        elif names and (text[-1] in "、，," or _is_broken_off(text)):
            score -= 2.0
        words = content.kind == "text" or (role in ("task", "content") and content.kind in ("bodies", "person"))
        return score + self._text(text, role) if words else score

    def _text(self, text: str, role: str) -> float:
        long = len(text) > 40 or _STOP.search(text) is not None
        if role in NAMED or role == "unit":
            return -2.5 if long else 0.0
        if role == "task" and "content" in self.roles:
            # beside a column of contents the task is short, or bears a number
            marked = _MARKED.match(text) is not None
            return 0.6 if marked else -3.5 if self.marked else -0.05 * max(0, len(text) - 14)
        if role in ("task", "content"):
            return (0.6 if len(text) >= 8 else 0.0) + (0.8 if text[-1] in _STOPS else 0.0)
        if role == "chapter":
            return 1.0 if _SECTION.match(text) else -1.2 if len(text) > 16 else 0.0
        return -1.0 if long and role in ("leader", "deadline") else 0.0

    def _steps(self) -> list[_Step]:
        steps: list[_Step] = []
        current = self.top[2] if self.top is not None else None
        while current is not None and current.before is not None:
            steps.append(current)
            current = current.before
        return steps[::-1]

    def wraps(self) -> bool:
        """Whether a cell takes several lines."""
        steps = self._steps()
        return any(not step.fresh and step.before and step.column == step.before.column for step in steps)

    def shape(self) -> _Shape:
        """What the way found shows of the table: the widths of its columns, and whether its rows are numbered."""
        steps = self._steps()
        seen: dict[int, list[float]] = {}
        rows = numbered = 0
        cell: list[float] = []
        before: _Step | None = None
        for step, token in zip(steps, self.taken, strict=False):
            if before is not None and (step.fresh or step.column != before.column):
                if len(cell) > 1:
                    seen.setdefault(before.column, []).append(max(cell))
                cell = []
            cell.append(_wide(token.text))
            rows += step.fresh and step.column != _ACROSS
            numbered += step.fresh and step.column != _ACROSS and self.roles[step.column] == "number"
            before = step
        # what was laid wrongly makes other columns too wide, but not that of the contents, which is the widest
        widths = {
            column: sorted(listed)[int(len(listed) * (0.9 if self.roles[column] == "content" else 0.25))]
            for column, listed in seen.items()
            if len(listed) > 2
        }
        own = Counter(step.column for step, before in zip(steps, [None, *steps], strict=False) if _begins(step, before))
        filled = {column: max(0.4, own[column] / max(rows, 1)) for column in self.named if rows > 3}
        return _Shape(widths, rows > 0 and numbered >= 0.8 * rows, filled)

    def table(self) -> TextTable | None:
        """The table, up to where the score was highest; None where there is none."""
        if self.top is None or self.top[0] < _LEAST:
            return None
        taken = self.taken[: self.top[1]]
        cells = list(self._cells(self._steps(), taken))
        rows = cells[-1].row if cells else 0
        heads = [GridCell(0, place, (head,)) for place, head in enumerate(self.start.heads) if head[1]]
        return TextTable(self.start.start, taken[-1].line + 1, (*heads, *self._reaching(cells, rows)))

    def _cells(self, steps: Iterable[_Step], taken: Sequence[CellPiece]) -> Iterator[GridCell]:
        row = 0
        held: dict[int, GridCell] = {}
        for step, token in zip(steps, taken, strict=True):
            if step.fresh:
                yield from sorted(held.values(), key=_column)
                row, held = row + 1, {}
            if not token.pieces:
                continue
            column = max(step.column, 0)
            known = held.get(column)
            pieces = known.pieces + token.pieces if known is not None else token.pieces
            held[column] = GridCell(row, column, pieces, 0 if step.column == _ACROSS else 1)
        yield from sorted(held.values(), key=_column)

    def _reaching(self, cells: Sequence[GridCell], rows: int) -> Iterator[GridCell]:
        """Cells of the columns that part chapters and tasks reach over the blank ones below them, up to a section."""
        across = [cell.row for cell in cells if cell.rowspan == 0]
        starts: dict[int, list[int]] = {}
        for cell in cells:
            starts.setdefault(cell.column, []).append(cell.row)
        stops = {place: sorted({*listed, *across, rows + 1}) for place, listed in starts.items()}
        position = dict.fromkeys(stops, 0)
        for cell in cells:
            if cell.rowspan == 0 or self.roles[cell.column] not in ("chapter", "task"):
                yield GridCell(cell.row, cell.column, cell.pieces)
                continue
            listed = stops[cell.column]
            while listed[position[cell.column]] <= cell.row:
                position[cell.column] += 1
            yield GridCell(cell.row, cell.column, cell.pieces, listed[position[cell.column]] - cell.row)


def _begins(step: _Step, before: _Step | None) -> bool:
    """Whether a step begins a cell."""
    return before is None or step.fresh or step.column != before.column


def _wide(text: str) -> float:
    """How wide a line is, in full-width characters."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2


def _column(cell: GridCell) -> int:
    return cell.column


_LONG_CELL = 60
#: among so many pieces at the top of a table it shows whether tasks bear numbers
_FIRST = 6
#: how often the pieces of a table are laid anew with what the time before has shown of its columns
_LOOKS = 3
_MARKED = re.compile(r"\d{1,3}[.．、]\D|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、")
#: beside these a PDF parts what stands in one line
_PUNCTUATION = "，、。；：！？《》（）〈〉“”"
#: a cell that says that it is empty
_DASH = re.compile(r"[\-—－–/／]+")
#: what names of bodies begin with: one that has little more is not complete
_LEVELS = "国省市区县州盟旗镇乡"
#: the end of a name without its beginning: 设委, 中心, 力公司, 人民政府
_TAIL = re.compile(
    r"(?:[^、，,；;]{1,2}|[^、，,；;]?(?:公司|集团|分行|支行|中心|分局|委员会|管委会)|(?:人民)?政府|管理委员会|(?:有?关)?成员单位|有关单位)(?=$|[、，,；;])"
)
#: role of a column → what it costs that a row has no such cell
_SKIPS = {"leader": 0.7, "deadline": 0.7, "content": 0.8, "chapter": 0.25, "unit": 1.0, "duty": 0.8}
_SECTION_FIT = 0.6
#: where lines are parted beside marks a column looks narrower than it is printed, by no more than this
_PARTED = 2.5
_LEFT_OUT = 0.95
#: no cell fits its column better
_BEST_FIT = 3.0
#: role of a column → kind of a cell's words → how well they fit
_FITS: dict[str, dict[str, float]] = {
    "number": {"number": 1.0, "text": -5.0, "bodies": -5.0, "date": -5.0, "person": -5.0},
    "named": {
        "bodies": 2.0, "person": -0.6, "text": -0.8, "date": -3.0, "number": -3.5, "empty": 0.3, "ditto": 1.0,
        "role": 0.4, "letters": 0.5, "mark": 0.5,
    },
    "unit": {"bodies": 1.8, "person": -0.5, "text": -0.8, "date": -3.0, "number": -3.5, "empty": 0.0},
    "leader": {"person": 2.0, "bodies": -1.2, "text": -0.4, "date": -2.5, "number": -3.0, "empty": 0.2, "ditto": 1.0},
    "deadline": {"date": 2.0, "bodies": -2.2, "text": -1.0, "person": -1.5, "number": -0.5, "empty": 0.2, "ditto": 0.8},
    "task": {"text": 1.0, "bodies": -0.5, "person": 0.3, "date": -0.4, "number": -2.5, "empty": -0.6},
    "content": {"text": 0.9, "bodies": -0.7, "person": -0.2, "date": -0.3, "number": -1.5, "empty": 0.0},
    "chapter": {"text": 0.3, "bodies": -0.9, "person": 0.2, "date": -1.0, "number": -2.0, "empty": 0.2},
    "duty": {"role": 2.0, "text": 0.6, "bodies": -0.8, "number": -2.0},
    "other": {"text": -0.3, "bodies": -0.9, "person": -0.4, "date": -0.2, "number": -0.3, "empty": 0.2},
}  # fmt: skip


def _role(words: str) -> str:
    known = read_head(words)
    return "other" if known is None else known.role
