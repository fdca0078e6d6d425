"""Tables in plain text: cells parted by tabs or pipes, or one cell a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from math import prod

from raci.rules import Rule
from raci.rules.bodies import like_bodies
from raci.rules.columns import NAMED, column, columns

__all__ = ["GridCell", "TextTable", "grids", "maybe"]

Line = tuple[int, str]  # its number in the source, its words

_BAR = re.compile(r"[ \u3000]*\|[ \u3000]*|\t")
_RULE_LINE = re.compile(r"[\s|:：+\-—─━]+")
_WIDE_GAP = re.compile(r"[ \u3000]{2,}")
#: the end of a head of a column that names bodies, before a wide gap or at the end of its line
_HEAD_END = re.compile(r"(?m)(?:单位|部门|主体|领导|处室|科室|责任人)(?:[ \u3000]{2,}|[ \t\u3000\r]*$)")
#: how far into a line the head of its last column may stand
_HEAD_REACH = 60
_DIGITS = re.compile(r"\d{1,3}")
_ENDS = re.compile(r"[。；;！？!?]$")
_MARKED = re.compile(r"\d{1,3}[.．、]|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、")
_NEXT_PART = re.compile(r"附\s*件|附\s*表|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节条]")
_LIMIT = re.compile(r"\d|底|年|月|持续|长期|常态|季度|全年|立即")
_LIMIT_BEGINS = re.compile(r"[\d持长常全每立即年上下第按分于力至今本明当随适启限]|[一二三四]季度|-|—|/|无")
#: how the heads of columns that name bodies or persons end; how many columns a stacked table has at the most
_NAMING = ("单位", "部门", "主体", "领导", "处室", "科室", "责任人", "机构", "牵头人")
_MOST_HEADS = 10
#: the longest row, in lines; the most ways that a row is cut
_LONGEST_ROW = 60
_MOST_WAYS = 600
#: beside these a PDF parts what stands in one line
_PUNCTUATION = "，、。；：！？《》（）〈〉“”"
#: what names nobody by itself, though it ends a name
_TAILS = frozenset(
    ("人民政府", "政府", "管委会", "管理委员会", "委员会", "办公室", "成员单位", "关成员单位", "有关单位")
)
#: the longest line of a cell that names bodies
_LONGEST_NAME = 24


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its place, its pieces with the lines they come from, and how many rows it reaches over."""

    row: int
    column: int
    pieces: tuple[Line, ...]
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table found in the lines ``start`` to ``end``."""

    start: int
    end: int
    cells: tuple[GridCell, ...]


def maybe(text: str) -> bool:
    """Whether a text may hold a table: a quick look before ``grids``."""
    if "\t" in text or "|" in text:
        return True
    ends = [end.start() for end in _HEAD_END.finditer(text)]
    return any(end <= _HEAD_REACH or "\n" in text[end - _HEAD_REACH - 1 : end] for end in ends)


def grids(lines: Sequence[Line]) -> list[TextTable]:
    """The tables in the lines (blank ones are ''), in order."""
    found: list[TextTable] = []
    # a stacked head holds a line that is but the name of a column of bodies
    near = {
        index - back
        for index, (_, text) in enumerate(lines)
        if len(text) <= 14 and text.endswith(_NAMING)
        for back in range(_MOST_HEADS)
    }
    at = 0
    while at < len(lines):
        text = lines[at][1]
        grid = None
        if text and ("\t" in text or "|" in text or (len(text) < 120 and _WIDE_GAP.search(text))):
            grid = _parted(lines, at)
        elif text and at in near and len(text) <= 14 and column(text) is not None:
            grid = _stacked(lines, at)
        if grid is None:
            at += 1
        else:
            found.append(grid)
            at = grid.end
    return found


def _split(text: str) -> list[str]:
    if "\t" in text or "|" in text:
        return [part.strip() for part in _BAR.split(text.strip().strip("|"))]
    return [part.strip() for part in _WIDE_GAP.split(text.strip())]


def _parted(lines: Sequence[Line], at: int) -> TextTable | None:
    """A table whose cells stand in one line, parted by tabs, pipes or wide gaps."""
    heads = _split(lines[at][1])
    if len(heads) < 2 or columns(heads) is None:
        return None
    cells = [GridCell(0, place, ((lines[at][0], head),)) for place, head in enumerate(heads) if head]
    barred = "\t" in lines[at][1] or "|" in lines[at][1]
    row, end, blanks = 0, at + 1, 0
    for index in range(at + 1, len(lines)):
        number, text = lines[index]
        if not text or _RULE_LINE.fullmatch(text):
            blanks += not text
            if blanks > 1:
                break
            continue
        parts = _split(text)
        if len(parts) < 2 or (barred and "\t" not in text and "|" not in text):
            break
        blanks = 0
        end = index + 1
        if [part for part in parts if part] == [head for head in heads if head]:
            continue  # the head repeats on a new page
        row += 1
        # a row with fewer cells than heads lacks the first ones: they are merged with those above
        shift = len(heads) - len(parts) if len(parts) < len(heads) and not barred else 0
        for place, part in enumerate(parts):
            if part and place + shift < len(heads):
                cells.append(GridCell(row, place + shift, ((number, part),)))
    return TextTable(at, end, tuple(_filled(cells, row))) if row else None


def _filled(cells: list[GridCell], rows: int) -> Iterator[GridCell]:
    """Cells of the columns that part chapters reach over the blank ones below them."""
    kinds = {cell.column: column(cell.pieces[0][1]) for cell in cells if cell.row == 0}
    starts: dict[int, list[int]] = {}
    for cell in cells:
        starts.setdefault(cell.column, []).append(cell.row)
    for cell in cells:
        kind = kinds.get(cell.column)
        below = [row for row in starts[cell.column] if row > cell.row]
        if cell.row and kind is not None and kind.role in ("chapter", "task"):
            reach = (min(below) if below else rows + 1) - cell.row
            yield GridCell(cell.row, cell.column, cell.pieces, reach)
        else:
            yield cell


def _stacked(lines: Sequence[Line], at: int) -> TextTable | None:
    """A table with one cell a line, or with cells that run over several short lines."""
    heads = _heads(lines, at)
    if heads is None:
        return None
    names, kinds, first = heads
    cells = [GridCell(0, place, (lines[at + place],)) for place in range(len(names))]
    if kinds[0].role == "number":
        rows, end = _numbered(lines, first, names)
        laid = list(_lay(rows, kinds))
    else:
        laid, end = _cycled(lines, first, kinds)
    if not laid:
        return None
    for row, parts in enumerate(laid, 1):
        for place, pieces in parts.items():
            if pieces:
                cells.append(GridCell(row, place, tuple(pieces)))
    return TextTable(at, end, tuple(_filled(cells, len(laid))))


def _heads(lines: Sequence[Line], at: int) -> tuple[list[str], list[Rule], int] | None:
    """The heads that stand one a line from ``at`` on: their words, their rules, and the line after them."""
    names: list[str] = []
    kinds: list[Rule] = []
    index = at
    while index < len(lines) and len(names) < _MOST_HEADS:
        text = lines[index][1]
        kind = column(text) if text else None
        if kind is None:
            break
        names.append(text)
        kinds.append(kind)
        index += 1
    if len(names) < 3 or columns(names) is None:
        return None
    return names, kinds, index


def _numbered(lines: Sequence[Line], first: int, names: list[str]) -> tuple[list[tuple[Line, list[list[Line]]]], int]:
    """Rows that begin with a line that counts on; each in fragments, parted where the head repeats."""
    rows: list[tuple[Line, list[list[Line]]]] = []
    index, end = first, first
    while index < len(lines):
        number, text = lines[index]
        if not text:
            index += 1
            continue
        if text == names[0] and [line for _, line in lines[index : index + len(names)]] == names:
            index += len(names)
            if rows:
                rows[-1][1].append([])
            continue
        if _DIGITS.fullmatch(text) and int(text) == len(rows) + 1:
            rows.append(((number, text), [[]]))
        elif rows:
            if sum(map(len, rows[-1][1])) >= _LONGEST_ROW or (_NEXT_PART.match(text) and _ripe(rows[-1][1])):
                break
            rows[-1][1][-1] += [(number, piece) for piece in _parts(text)]
        else:
            break
        index += 1
        end = index
    return rows, end


def _parts(text: str) -> list[str]:
    """A line in which the names of the next column follow on a full stop, in two."""
    at = text.rfind("。") + 1
    good, bad = like_bodies(text[at:]) if 0 < at < len(text) else (0, 1)
    return [text[:at], text[at:]] if good and not bad else [text]


def _ripe(fragments: list[list[Line]]) -> bool:
    """Whether a row may end here: its last line reads like a body or a time limit."""
    last = next((part[-1][1] for part in reversed(fragments) if part), "")
    good, bad = like_bodies(last)
    return (good > 0 and bad == 0) or last in "-—－/无"


def _lay(rows: list[tuple[Line, list[list[Line]]]], kinds: list[Rule]) -> Iterator[dict[int, list[Line]]]:
    """Each row's lines to its columns: first by what they say, then by the widths that the columns show."""
    widths: dict[int, float] = {}
    for turn in range(2):
        laid = [_row(fragments, kinds, widths) for _, fragments in rows]
        if turn == 0:
            for place in range(1, len(kinds)):
                seen = sorted(max(_wide(line) for _, line in parts[place]) for parts in laid if parts.get(place))
                if seen:
                    widths[place] = seen[int(len(seen) * 0.9)]
    for (number, _), parts in zip(rows, laid, strict=True):
        parts[0] = [number]
        yield parts


#: where a fragment is cut: the first line of each column, and the end
Cuts = tuple[int, ...]


def _row(fragments: list[list[Line]], kinds: list[Rule], widths: dict[int, float]) -> dict[int, list[Line]]:
    """The best way to cut a row's lines into its columns."""
    if len(fragments) == 1:
        return _best(fragments[0], kinds, widths)
    parts = [part for turn, part in enumerate(fragments) if part or turn == 0]
    ways = [_ways(part, kinds) for part in parts]
    if len(ways) > 1 and prod(map(len, ways)) > 4 * _MOST_WAYS:
        # too many to try all: the likeliest of each fragment
        most = max(4, int((4 * _MOST_WAYS) ** (1 / len(ways))))
        for turn, (part, listed) in enumerate(zip(parts, ways, strict=True)):
            alone = _Scores([part], kinds, widths)
            ways[turn] = [cuts for (cuts,) in sorted(zip(listed), key=alone.of, reverse=True)][:most]
    scores = _Scores(parts, kinds, widths)
    best = max(product(*ways), key=scores.of)
    return {place: pieces for place in range(1, len(kinds)) if (pieces := scores.pieces(best, place))}


class _Scores:
    """How well ways to cut a row's fragments read; the same lines come to a column in many ways."""

    def __init__(self, parts: list[list[Line]], kinds: list[Rule], widths: dict[int, float]) -> None:
        self.parts, self.kinds, self.widths = parts, kinds, widths
        self.known: dict[tuple[object, ...], float] = {}

    def pieces(self, ways: tuple[Cuts, ...], place: int) -> list[Line]:
        """The lines that come to a column."""
        chosen = zip(self.parts, ways, strict=True)
        return [line for part, cuts in chosen for line in part[cuts[place - 1] : cuts[place]]]

    def of(self, ways: tuple[Cuts, ...]) -> float:
        """The score of a way for each fragment."""
        total = 0.0
        for place in range(1, len(self.kinds)):
            key = (place, *[cuts[place - 1 : place + 1] for cuts in ways])
            if key not in self.known:
                self.known[key] = _score(self.kinds, place, self.pieces(ways, place), self.widths)
            total += self.known[key]
        return total


def _best(part: list[Line], kinds: list[Rule], widths: dict[int, float]) -> dict[int, list[Line]]:
    """The best way to cut the lines of a row that no page parts: column by column, each rest cut but once."""
    stop, last = _last_stop(part), _last_text(kinds)
    known: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {}

    def cut(place: int, begin: int) -> tuple[float, tuple[int, ...]]:
        if place == len(kinds):
            return (0.0 if begin == len(part) else float("-inf")), ()
        if (place, begin) not in known:
            best: tuple[float, tuple[int, ...]] = (float("-inf"), ())
            for end in _ends(part, kinds, place, begin, stop, last):
                pieces = part[begin:end]
                if _possible(kinds[place].role, pieces):
                    rest, ends = cut(place + 1, end)
                    score = rest + (_score(kinds, place, pieces, widths) if rest > float("-inf") else 0.0)
                    if score > best[0]:
                        best = (score, (end, *ends))
            known[place, begin] = best
        return known[place, begin]

    score, ends = cut(1, 0)
    if score == float("-inf"):
        return {1: part}
    begins = (0, *ends)
    return {place: part[begin:end] for place, (begin, end) in enumerate(pairwise(begins), 1) if end > begin}


def _last_stop(part: list[Line]) -> int:
    """The line behind the last full stop: from there on there is no content any more."""
    return max((place for place, (_, line) in enumerate(part) if _ENDS.search(line)), default=-1) + 1


def _ways(part: list[Line], kinds: list[Rule]) -> list[Cuts]:
    """The ways to cut the lines of a fragment, in order of the columns; impossible ones are left out at once."""
    stop, last = _last_stop(part), _last_text(kinds)
    found: list[Cuts] = []

    def cut(place: int, cuts: Cuts) -> None:
        if len(found) >= _MOST_WAYS:
            return
        begin = cuts[-1]
        if place == len(kinds):
            if begin == len(part):
                found.append(cuts)
            return
        for end in _ends(part, kinds, place, begin, stop, last):
            if _possible(kinds[place].role, part[begin:end]):
                cut(place + 1, (*cuts, end))

    cut(1, (0,))
    return found or [(0, *(len(part) for _ in kinds[1:]))]


def _ends(part: list[Line], kinds: list[Rule], place: int, begin: int, stop: int, last: int) -> range:
    """Where a column's lines that begin at ``begin`` may end, as far as single lines tell.

    ``stop`` is the line behind the last full stop, ``last`` the last column of running text.
    """
    role = kinds[place].role
    most = len(part)
    if role in NAMED or role == "deadline":
        if begin < stop:
            return range(0)
        if role in NAMED:
            most = next((at for at in range(begin, most) if len(part[at][1]) > _LONGEST_NAME), most)
    elif place == last:
        return range(max(begin, stop), most + 1)
    elif role in ("chapter", "task") and place < last:
        most = min(most, 8) if begin == 0 else begin
        most = next((at for at in range(begin, most) if "。" in part[at][1]), most)
    return range(begin, most + 1)


def _last_text(kinds: list[Rule]) -> int:
    """The last column of running text."""
    return max((each for each, kind in enumerate(kinds) if kind.role in ("content", "task")), default=1)


def _possible(role: str, pieces: list[Line]) -> bool:
    """Whether lines that ``_ends`` allows may together be a column's."""
    if role in NAMED:
        # a name cut by the end of a page is the one that may not read like a body
        return like_bodies("".join([line for _, line in pieces]))[1] <= 1
    return role != "deadline" or not pieces or any(_LIMIT.search(line) for _, line in pieces)


def _score(kinds: list[Rule], place: int, pieces: list[Line], widths: dict[int, float]) -> float:
    """How well lines read as a column's cell."""
    role = kinds[place].role
    text = "".join(line for _, line in pieces)
    if role in NAMED:
        if not text or text in ("-", "—", "－", "/", "无"):
            return -1.5 if not text else 0.5
        if role == "leader":
            return 1.0 if len(text) <= 30 else -1.0
        good, bad = like_bodies(text)
        bad += text in _TAILS or text[-1] in "—－"  # a dash stands alone
        score = (1.0 if not bad else 0.0) + min(good, 4) * 0.1 - 3.0 * bad - (3.0 if text[-1] in "、，," else 0.0)
        return score - _ragged(pieces, widths.get(place))
    if role in ("chapter", "task") and any(kind.role in ("content", "task") for kind in kinds[place + 1 :]):
        if not text:
            return 0.0
        return (1.5 if _MARKED.match(text) else -1.0) - _ragged(pieces, widths.get(place))
    if role in ("content", "task"):
        # content may be cut at any pause; a short line before full ones is likelier the column's before it
        ragged = 0.3 * _ragged(pieces, widths.get(place))
        return (-3.0 if not text else 0.0) + (2.0 if _ENDS.search(text) else 0.0) - ragged
    if role == "deadline":
        return 0.0 if not text else 0.5 if _LIMIT_BEGINS.match(text) else -1.0
    return 0.0


def _ragged(pieces: list[Line], width: float | None) -> float:
    """Lines of a cell are full but for the last: those that are not, and those too wide, speak against it."""
    if width is None or len(pieces) < 1:
        return 0.0
    wide = sum(1 for _, line in pieces if _wide(line) > width + 1)
    visual = _visual(pieces, width)
    short = sum(1 for each in visual[:-1] if each < width - 1)
    return 0.6 * short + 0.8 * wide


def _wide(line: str) -> float:
    """How wide a line is, in full-width characters."""
    return len(line) - len(line.encode("ascii", "ignore")) / 2


def _visual(pieces: list[Line], width: float) -> list[float]:
    """The widths of the lines as they were printed: a PDF parts them beside punctuation, too."""
    done: list[float] = []
    beside = False
    for _, line in pieces:
        wide = _wide(line)
        if done and (beside or line[0] in _PUNCTUATION) and done[-1] + wide <= width + 0.5:
            done[-1] += wide
        else:
            done.append(wide)
        beside = line[-1] in _PUNCTUATION
    return done


def _cycled(lines: Sequence[Line], first: int, kinds: list[Rule]) -> tuple[list[dict[int, list[Line]]], int]:
    """Rows without a number: as many lines as columns, as long as the lines under a role read like bodies."""
    named = [place for place, kind in enumerate(kinds) if kind.role in NAMED and kind.role != "leader"]
    filled = [index for index in range(first, len(lines)) if lines[index][1]]
    rows: list[dict[int, list[Line]]] = []
    end = first
    for begin in range(0, len(filled) - len(kinds) + 1, len(kinds)):
        chosen = filled[begin : begin + len(kinds)]
        if any(like_bodies(lines[chosen[place]][1])[1] for place in named):
            break
        rows.append({place: [lines[index]] for place, index in enumerate(chosen)})
        end = chosen[-1] + 1
    return rows, end
