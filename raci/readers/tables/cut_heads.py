"""Heads of columns that narrow columns break over lines (序 ⏎ 号, 牵头 ⏎ 单位), put together again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from raci.readers.tables.cell_pieces import Line
from raci.readers.tables.even_lines import is_one_of_even_lines
from raci.rules.columns import NAMED, columns, read_head
from raci.rules.text_patterns import text_patterns

__all__ = ["join_cut_heads"]

#: a broken head has no longer pieces, and no more; so many pieces below one another are looked at
_LONGEST, _MOST_PIECES, _MOST_LINES = 4, 3, 40
#: so many lines around one show that each holds a row
_EVEN = 4
#: so many heads must be broken for certain, where each piece has its line
_CERTAIN = 2
#: the longest parts of a head before and behind the place where its bracket is cut
_LONGEST_BEGUN, _LONGEST_END = 10, 8
_OPENERS, _CLOSERS = frozenset("（("), frozenset("）)")
#: what closes a cell
_CLOSING = "|｜ \u3000"
#: what heads and pieces of them are worth: one that is known, one of pieces for certain or perhaps, an unknown one
_KNOWN, _SURE, _MAYBE, _UNKNOWN = 1.0, 3.0, 2.1, -1.0


def join_cut_heads(lines: Sequence[Line]) -> list[Line]:
    """The lines, as many as there were: a broken head stands in the line of its first piece, parted by ``\\n``."""
    mended = list(lines)
    _join_brackets(mended)
    index = 0
    for place in [place for place, (_, text) in enumerate(lines) if _may_be_cut(text)]:
        if place < index:
            continue
        index, text = place, mended[place][1]
        if "\t" in text:
            index = _join_rows(mended, index, "\t") or _join_in_line(mended, index, "\t")
        elif "|" in text.rstrip(_CLOSING):
            index = _join_rows(mended, index, "|") or _join_in_line(mended, index, "|")
        elif _may_be_piece(text):
            index = _join_run(mended, index)
    return mended


def _join_brackets(lines: list[Line]) -> None:
    """Heads one a line whose bracket the next line closes: 牵头单位（部 ⏎ 门）, 牵头单位 ⏎ （部门）."""
    for index, (number, text) in enumerate(lines[:-1]):
        below = lines[index + 1][1]
        if not (0 < len(text) <= _LONGEST_BEGUN and below and below[-1] in _CLOSERS and len(below) <= _LONGEST_END):
            continue
        begun, ended = (len(_OPENERS.intersection(words)) for words in (text, below))
        is_cut = begun + ended == 1 and (begun or below[0] in _OPENERS) and _CLOSERS.isdisjoint(text)
        if is_cut and "\t" not in text + below and read_head(text + below) is not None:
            lines[index : index + 2] = [(number, f"{text}\n{below}"), (lines[index + 1][0], "")]


def _may_be_cut(text: str) -> bool:
    """Whether a line may hold a piece of a head: a quick look."""
    return 0 < len(text) <= _LONGEST or "\t" in text or "|" in text or "｜" in text


def _may_be_piece(text: str) -> bool:
    words = text.rstrip(_CLOSING)
    return 0 < len(words) <= _LONGEST and words.isalpha()


def _join_rows(lines: list[Line], index: int, mark: str) -> int:
    """A head in two rows of which the second ends some words of the first (| 责任单 | ⏎ | 位 |).

    The index of the line behind it; 0 where there is none.
    """
    if index + 1 >= len(lines):
        return 0
    (number, text), (_, below) = lines[index], lines[index + 1]
    heads, ends = text.split(mark), [piece.strip() for piece in below.split(mark)]
    if len(heads) != len(ends) or not any(ends):
        return 0
    joined = [f"{head.rstrip()}\n{end}" if end else head for head, end in zip(heads, ends, strict=True)]
    pairs = zip(heads, ends, strict=True)
    if not all(not end or (_may_be_piece(end) and _is_sure(head.strip(), end)) for head, end in pairs):
        return 0
    if columns([head.strip() for head in joined]) is None:
        return 0
    lines[index], lines[index + 1] = (number, mark.join(joined)), (lines[index + 1][0], "│")
    return index + 2


def _join_in_line(lines: list[Line], index: int, mark: str) -> int:
    """A head parted by tabs or bars whose cells break over lines; the index of the line behind what was looked at."""
    number, text = lines[index]
    following = index + 1
    reach = [words for _, words in lines[max(0, index - _EVEN) : index + _EVEN]]
    if is_one_of_even_lines(reach, min(index, _EVEN), mark):
        return following
    joined = text
    while following < len(lines) and following - index < _MOST_LINES:
        last, first = joined.rpartition(mark)[2].strip(), lines[following][1].partition(mark)[0].strip()
        if not (_may_be_piece(last) and _may_be_piece(first)) or not _is_sure(last, first):
            break
        joined += "\n" + lines[following][1]
        following += 1
    if following > index + 1 and columns([words.strip() for words in joined.split(mark)]) is not None:
        lines[index] = number, joined
        for place in range(index + 1, following):
            lines[place] = lines[place][0], "│"  # parts no table
    return following


def _join_run(lines: list[Line], index: int) -> int:
    """Pieces of heads one a line; the index of the line behind them."""
    places: list[int] = []
    place = index
    while place < len(lines) and len(places) < _MOST_LINES and place - (places or [place])[-1] <= 2:
        if _may_be_piece(lines[place][1]):
            places.append(place)
        elif lines[place][1]:
            break
        place += 1
    words = [lines[place][1].rstrip(_CLOSING) for place in places]
    closed = [lines[place][1] != piece for place, piece in zip(places, words, strict=True)]
    known = sum(read_head(piece) is not None for piece in words)
    known += sum(_is_sure(first, second) for first, second in pairwise(words))
    groups = _grouped(words, closed) if known > _CERTAIN else []
    heads = ["".join(words[first:last]) for first, last in groups]
    sure = sum(last - first > 1 and _is_sure(words[first], "".join(words[first + 1 : last])) for first, last in groups)
    if sure >= _CERTAIN and columns(heads) is not None:
        for first, last in groups:
            number = lines[places[first]][0]
            lines[places[first]] = number, "\n".join(words[first:last]) + (" |" if closed[last - 1] else "")
            for each in range(first + 1, last):
                lines[places[each]] = lines[places[each]][0], ""
    return places[-1] + 1


def _grouped(words: Sequence[str], closed: Sequence[bool]) -> list[tuple[int, int]]:
    """The pieces parted into heads, so that most are known; what stands behind the last known head is left out.

    ``closed``: a bar stands behind a piece, so that it is the last of its head.
    """
    worth, begins = [0.0], [0]
    for end in range(1, len(words) + 1):
        firsts = [first for first in range(max(0, end - _MOST_PIECES), end) if not any(closed[first : end - 1])]
        ways = [(worth[first] + _worth(words[first:end]), first) for first in firsts]
        best = max(ways)
        worth.append(best[0])
        begins.append(best[1])
    end = worth.index(max(worth))
    groups = []
    while end:
        groups.append((begins[end], end))
        end = begins[end]
    return groups[::-1]


def _worth(pieces: Sequence[str]) -> float:
    joined = read_head("".join(pieces))
    if len(pieces) == 1 or joined is None:
        return _KNOWN if joined is not None else _UNKNOWN * len(pieces)
    first, rest = pieces[0], "".join(pieces[1:])
    if _is_sure(first, rest):
        return _SURE
    begun, ended = read_head(first), read_head(rest)
    one = begun is None or ended is None or begun.role == ended.role or (begun.role in NAMED and ended.role in NAMED)
    return _MAYBE if one else _UNKNOWN


def _is_sure(first: str, rest: str) -> bool:
    """Whether two pieces can only be one head: a role and 单位, or a first one that is no head by itself."""
    joined = read_head(first + rest)
    if joined is None or len(rest) > _LONGEST:
        return False
    begun, ended = read_head(first), read_head(rest)
    if begun is None and ended is None and len(rest) == 1:
        return True  # 责任单 ⏎ 位
    if begun is None or ended is None:
        # 完成 ⏎ 时限; but 甲局 ⏎ 任务 are no head
        return (begun is not None and len(first) <= 2) or text_patterns("sheets")["head-begun"].holds(first)
    if begun.role == ended.role == "number":
        return True
    if text_patterns("sheets")["head-begun"].holds(first):
        return True
    return begun.role in NAMED and ended.role in ("unit", "leader") and len(first) <= 2
