"""Heads of a table that have a line each, above cells that do or above rows in a line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from raci.model.pattern_codes import compiled
from raci.readers.tables.cell_pieces import BAR, BLANKS, ONLY_BARS, Line, TableStart, split
from raci.readers.tables.head_ends import number_of_heads
from raci.rules.columns import NAMED, columns, read_head

__all__ = ["next_filled", "stacked_start"]

#: a heading of the outline
_NUMBERED = compiled(r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．]")
#: what stands above a table: such a heading, or the line that says it is an annex
_ABOVE = compiled(rf"{_NUMBERED.pattern}|附[件表图录]")
_MOST_HEADS = 14
#: heads that have a line each, above rows in a line, are at least so many
_LEAST_IN_LINE = 3
#: the longest head, and the longest that is not known
_LONGEST_HEAD, _LONGEST_UNKNOWN = 18, 8
#: in so many lines below the heads stand the parts of one of them that have a row of their own
_WIDE_GAP = 10
#: the first row stands in so many lines below the heads; its number
_FIRST_LINES = 60
_FIRST_ROW = compiled(r"[（(]?(?:1|一)[)）.．、]?")
#: sub-heads of a head of several columns, where one cell stands in a line: 类别 over 一级, 二级, 三级
_LEVELS = compiled(r"[一二三四]级(?:事项|目录|指标|类别)?")
#: a head over those that say who does what
_SHARED_OUT = compiled(
    r"(?:责任|工作|任务|职责|部门|单位)(?:分工|落实|划分)(?:情况)?|责任(?:主体|体系)|分工(?:情况|安排)"
)
#: how the title of a table ends
_TITLE = compiled(r"\S{4}(?:清单|台账|一览表|分工表?|任务表|分解表?|计划表)$")
_ABOVE_NUMBERS = compiled(r"(?:清单|台账|[览分工务解划]表|分工|分解)$")
_SHARES = compiled(r"牵头|负责|配合|协办|责任|[国省市州县区镇乡]级|市直|县直|市本级")


def stacked_start(lines: Sequence[Line], index: int) -> TableStart | None:
    """Heads one a line, around the one at ``index`` that names bodies; blank lines and bars may part them."""
    first = index
    for _ in range(_MOST_HEADS):
        before = _previous(lines, first)
        if before is not None and _may_be_unknown(lines[before][1]):
            further = _previous(lines, before)
            before = further if further is not None and _may_head(lines[further][1]) else None
        if before is None or not _may_head(lines[before][1]):
            break
        first = before
    heads: list[tuple[int, str]] = []
    places: list[int] = []
    position: int | None = first
    barred = False
    end = first
    while position is not None and len(heads) < _MOST_HEADS:
        text = lines[position][1]
        words = text.strip("|｜ \t\u3000")
        following = next_filled(lines, position)
        if not _may_head(text):
            ahead = lines[following][1] if following is not None else ""
            # one unknown head among known ones, or the last above the number of the first row
            if not (heads and _may_be_unknown(text) and (_may_head(ahead) or _FIRST_ROW.fullmatch(ahead))):
                break
        barred = barred or "|" in text or "｜" in text or _bar_between(lines, position, following)
        heads.append((lines[position][0], words))
        places.append(position)
        end = position + 1
        position = following if following is not None else _parts_below(lines, position, heads)
    titles = _titles(heads) or _repeated(heads)
    heads, places = heads[titles:], places[titles:]
    below = [words for _, words in lines[end : end + _FIRST_LINES] if words]
    size = number_of_heads([words for _, words in heads], below)
    heads, places = _nested(heads[:size]), places[:size]
    while len(heads) >= 2 and columns([words for _, words in heads]) is None:
        heads, places = heads[1:], places[1:]
    if len(heads) < 2:
        return None
    end = places[-1] + 1
    style = _style_below(lines, end, len(heads)) or ("barred-cells" if barred else "stacked")
    return TableStart(places[0], end, tuple(heads), style)


def _parts_below(lines: Sequence[Line], index: int, heads: Sequence[tuple[int, str]]) -> int | None:
    """Where the parts of a head over several begin that a wider gap parts from the heads (a row of its own)."""
    if not any(_SHARED_OUT.fullmatch(words) for _, words in heads):
        return None
    first = next((place for place in range(index + 1, min(len(lines), index + _WIDE_GAP)) if lines[place][1]), None)
    second = next_filled(lines, first) if first is not None else None
    parts = [lines[place][1] for place in (first, second) if place is not None]
    return first if len(parts) > 1 and all(map(_names, parts)) else None


def _names(words: str) -> bool:
    """Whether words head a column of bodies or persons."""
    known = read_head(words)
    return known is not None and known.role in NAMED


def _style_below(lines: Sequence[Line], end: int, width: int) -> str | None:
    """How the rows below heads that have a line each are parted, where each has one line; None where cells have."""
    first = next_filled(lines, end - 1)
    if width < _LEAST_IN_LINE or first is None or BAR.search(lines[first][1]):
        return None
    for style in ("tab", "wide", "ideographic", "single"):
        if len(split(lines[first][1], style)) == width:
            return style
    return None


def _titles(heads: Sequence[tuple[int, str]]) -> int:
    """How many of the words that could be heads are the title of the table.

    It ends as one, and stands above 序号, or above heads that name bodies and tasks without it.
    """
    for number, (_, words) in enumerate(heads[:3]):
        known = read_head(words)
        if known is not None and known.role == "number":
            return number if all(_ABOVE_NUMBERS.search(title) for _, title in heads[:number]) else 0
    below = columns([words for _, words in heads[1:]]) if heads and _TITLE.search(heads[0][1]) else None
    return int(below is not None and any(head.role in ("task", "content") for head in below.values()))


def _repeated(heads: Sequence[tuple[int, str]]) -> int:
    """How many heads stand above those that repeat them, for merged cells are written in each of their places.

    Where they differ a head over several (责任分工) has its parts below it.
    """
    width, odd = divmod(len(heads), 2)
    pairs = [(above, below) for (_, above), (_, below) in zip(heads, heads[width:], strict=False)]
    over = [(above, below) for above, below in pairs if above != below]
    parted = all(_SHARED_OUT.fullmatch(above) and _names(below) for above, below in over)
    return width if not odd and over and len(over) < len(pairs) and parted else 0


def _may_head(text: str) -> bool:
    words = text.strip("|｜ \t\u3000")
    if "\t" in words or BAR.search(words) or sum(len(piece) > 1 for piece in BLANKS.split(words)) > 2:
        return False  # several heads in one line
    if _NUMBERED.match(words):
        return False
    if not 0 < len(words) <= _LONGEST_HEAD:
        return False
    if _LEVELS.fullmatch(words) is not None:
        return True
    # 高标准、高质量筹备年会 is a task: each part of a head (责任单位、责任人) is one
    return read_head(words) is not None and all(read_head(part) is not None for part in words.split("、"))


def _may_be_unknown(text: str) -> bool:
    """Whether words may head a column though they are not known to: between two heads that are."""
    words = text.strip("|｜ \t\u3000")
    may_head = 0 < len(words) <= _LONGEST_UNKNOWN and not words.isdigit() and not _ABOVE.match(words)
    return may_head and not _may_head(text)


def _nested(heads: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The heads with sub-heads, which a list of cells has behind all heads, in the place of the head over them."""
    heads = _below_share(heads)
    for pattern, over in ((_LEVELS, {"chapter"}), (_SHARES, NAMED)):
        number = 0
        while number < len(heads) - 2 and pattern.fullmatch(heads[-1 - number][1]):
            number += 1
        if number < 2:
            continue
        parents = [
            place
            for place, (_, words) in enumerate(heads[:-number])
            if (known := read_head(words)) is not None and known.role in over
        ]
        if parents:
            below = heads[-number:]
            return [*heads[: parents[0]], *below, *heads[parents[0] + 1 : -number]]
    return heads


def _below_share(heads: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The heads without the one that says no more than that tasks are shared out (责任分工): those below it say how.

    They stand behind it, or behind all heads.
    """
    named = [_names(words) for _, words in heads]
    number = sum(1 for _ in takewhile(bool, reversed(named)))
    over = next((place for place, (_, words) in enumerate(heads) if _SHARED_OUT.fullmatch(words)), None)
    if over is None:
        return heads
    beside = sum(1 for _ in takewhile(bool, named[over + 1 :]))
    if beside > 1:
        return [*heads[:over], *heads[over + 1 :]]
    if number > 1 and over < len(heads) - number:
        return [*heads[:over], *heads[-number:], *heads[over + 1 : -number]]
    return heads


def _bar_between(lines: Sequence[Line], index: int, following: int | None) -> bool:
    return following is not None and any("|" in lines[place][1] for place in range(index + 1, following))


def _previous(lines: Sequence[Line], index: int) -> int | None:
    for place in range(index - 1, max(-1, index - 4), -1):
        if lines[place][1] and not ONLY_BARS.fullmatch(lines[place][1]):
            return place
    return None


def next_filled(lines: Sequence[Line], index: int) -> int | None:
    """The next line within three that is not blank and no rule; None where there is none."""
    for place in range(index + 1, min(len(lines), index + 4)):
        if lines[place][1] and not ONLY_BARS.fullmatch(lines[place][1]):
            return place
    return None
