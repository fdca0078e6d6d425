"""Tables that are laid out by blanks, each column in a lane with nothing but blanks beside it.

Where a table in text looks as it is printed (``pdftotext -layout`` writes it so), a cell that takes several lines goes
on below itself: its place across the line tells its column, whatever its words are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from raci.model.pattern_codes import compiled
from raci.readers.tables.cell_pieces import CellPiece, Line, TableStart, is_parted_section
from raci.readers.tables.column_fit import SECTION
from raci.readers.tables.table_ends import ends_table

__all__ = ["LaneRow", "LaneWords", "Spacing", "evenness", "joined_spans", "read_lanes", "show_lanes", "stretches_of"]

#: a stretch of a line without a wide gap; without any
_STRETCH = compiled(r"[^ \u3000]+(?: [^ \u3000]+)*")
_CLOSE_STRETCH = compiled(r"[^ \u3000]+")
_NOTE = compiled(r"(?:备?注|说明)[ \u3000]*[:：]")
#: a line drawn between rows, column by column
_RULED = compiled(r"[-=─━ ]{4,}")
#: so many lines of several cells show lanes
_LEAST = 2


class LaneWords(NamedTuple):
    """Words without a wide gap, and where they begin and end across the line, in narrow characters."""

    words: str
    first: int
    last: int


class Spacing(NamedTuple):
    """How lines are spaced: ``wide`` is the width of a Chinese character in narrow ones, 2 as they are printed, 1 as
    ``pdftotext -layout`` counts; ``close``: a single blank may part two lanes.
    """

    wide: int
    close: bool = False


class LaneRow(NamedTuple):
    """A line of the table: where it stands, its number, and its words by column; a section is ``across`` them."""

    place: int
    number: int
    stretches: dict[int, LaneWords]
    across: bool = False


def read_lanes(
    lines: Sequence[Line],
    start: TableStart,
    over: Sequence[LaneWords],
    indents: Sequence[int],
    repeated: Collection[int],
    stop: int,
    spacing: Spacing,
) -> tuple[list[LaneRow], list[tuple[int, int]]] | None:
    """The lines below a head in which all keeps to lanes, and the lanes; None where the cells do not stand so.

    ``over`` are the words of the head, each where it stands; ``indents`` the widths of the blanks before the lines, in
    narrow characters. The lines ``repeated`` hold the head once more, the table ends before the line ``stop`` at the
    latest. One line of several cells is no sign of lanes yet (``show_lanes``).
    """
    lanes = [stretch[1:] for stretch in over]
    found: list[tuple[int, list[LaneWords], bool]] = []
    several, marked = 0, False
    for index in range(start.end, stop):
        text = lines[index][1]
        if not text or index in repeated or _RULED.fullmatch(text):
            continue
        stretches = list(stretches_of(text, indents[index], spacing))
        if is_parted_section([stretch.words for stretch in stretches], len(start.heads)):
            stretches = [LaneWords(text, stretches[0].first, stretches[1].last)]
        alone = len(stretches) == 1
        if alone and (_is_behind(text) or ends_table(CellPiece(index, ((0, text),), True, False), start.style)):
            break
        if alone and SECTION.match(text) and (stretches[0].first < lanes[0][1] or not marked):
            found.append((index, stretches, True))
            continue
        joined = joined_spans(sorted([*lanes, *(stretch[1:] for stretch in stretches)]))
        if len(joined) < len(start.heads):
            if not alone or any(
                _keeps_to(lanes, stretches_of(text, indent, spacing))
                for text, indent in _next(lines, indents, index, stop)
            ):
                return None  # the lines are not laid out so
            break
        lanes = joined
        found.append((index, stretches, False))
        several += not alone
        marked = marked or (not alone and any(SECTION.match(stretch.words) for stretch in stretches))
    if len(lanes) > len(start.heads):
        lanes = _under_heads(lanes, over, [each for _, stretches, across in found if not across for each in stretches])
    if len(lanes) != len(start.heads) or not several:
        return None
    while found and found[-1][2]:
        found.pop()  # a heading behind the table
    if spacing.close:
        found = [
            (index, stretches if across else _in_lanes(lanes, stretches), across) for index, stretches, across in found
        ]
    rows = [_row(lines, lanes, *each) for each in found]
    # two cells of a line in one lane: blanks part the cells, but these do not stand below one another
    apart = all(len(row.stretches) == len(stretches) for row, (_, stretches, _) in zip(rows, found, strict=True))
    return (rows, lanes) if apart else None


def show_lanes(rows: Sequence[LaneRow]) -> bool:
    """Whether enough lines of several cells keep to lanes, so that this is no chance."""
    return sum(len(row.stretches) > 1 for row in rows) >= _LEAST


def evenness(rows: Sequence[LaneRow]) -> float:
    """The share of the words that begin where most of their column do: the widths that show it are the right ones."""
    begun: dict[int, Counter[int]] = {}
    for row in rows:
        for column, words in row.stretches.items() if not row.across else ():
            begun.setdefault(column, Counter())[words.first] += 1
    total = sum(counts.total() for counts in begun.values())
    return sum(max(counts.values()) for counts in begun.values()) / total if total else 0.0


def _is_behind(text: str) -> bool:
    """Whether a line that stands alone is the note below a table, or the text goes on with a clause of its own."""
    return _NOTE.match(text) is not None or (SECTION.match(text) is not None and text.endswith("。"))


def _under_heads(
    lanes: Sequence[tuple[int, int]], heads: Sequence[LaneWords], cells: Sequence[LaneWords]
) -> list[tuple[int, int]]:
    """The lanes, where a head stands beside its cells and not above them: the two together are one."""
    headed = {_lane_of(lanes, head) for head in heads}
    filled = {_lane_of(lanes, cell) for cell in cells}
    joined: list[tuple[int, int]] = []
    before: set[bool] = set()  # whether the lane before has a head alone, or cells alone
    for place, lane in enumerate(lanes):
        alone = {place in headed} if (place in headed) != (place in filled) else set()
        if before and alone and before != alone:
            joined[-1] = joined[-1][0], lane[1]
            before = set()
        else:
            joined.append(lane)
            before = alone
    return joined


def _in_lanes(lanes: Sequence[tuple[int, int]], stretches: Sequence[LaneWords]) -> list[LaneWords]:
    """The words of a line, those together that a single blank parts in one lane."""
    found: list[LaneWords] = []
    for stretch in stretches:
        before = found[-1] if found else None
        if (
            before is not None
            and stretch.first == before.last + 1
            and _lane_of(lanes, stretch) == _lane_of(lanes, before)
        ):
            found[-1] = LaneWords(f"{before.words} {stretch.words}", before.first, stretch.last)
        else:
            found.append(stretch)
    return found


def _lane_of(lanes: Sequence[tuple[int, int]], stretch: LaneWords) -> int:
    return bisect_right(lanes, stretch.first, key=itemgetter(0)) - 1


def _row(
    lines: Sequence[Line], lanes: Sequence[tuple[int, int]], index: int, stretches: Sequence[LaneWords], across: bool
) -> LaneRow:
    if across:
        return LaneRow(index, lines[index][0], {0: stretches[0]}, True)
    columns = [next(place for place, lane in enumerate(lanes) if stretch.first < lane[1]) for stretch in stretches]
    return LaneRow(index, lines[index][0], dict(zip(columns, stretches, strict=True)))


def _next(lines: Sequence[Line], indents: Sequence[int], index: int, stop: int) -> Iterator[tuple[str, int]]:
    """The next lines that are not blank, a few of them, with their indents."""
    following = [place for place in range(index + 1, min(stop, index + 5)) if lines[place][1]]
    return ((lines[place][1], indents[place]) for place in following[:2])


def _keeps_to(lanes: Sequence[tuple[int, int]], words: Iterable[LaneWords]) -> bool:
    spans = [stretch[1:] for stretch in words]
    return len(spans) > 1 and len(joined_spans(sorted([*lanes, *spans]))) >= len(lanes)


def stretches_of(text: str, indent: int, spacing: Spacing) -> Iterator[LaneWords]:
    """The stretches of a line, ``indent`` narrow characters from the left."""
    for match in (_CLOSE_STRETCH if spacing.close else _STRETCH).finditer(text):
        first = indent + _width(text[: match.start()], spacing.wide)
        yield LaneWords(match[0], first, first + _width(match[0], spacing.wide))


def _width(text: str, wide: int) -> int:
    return wide * len(text) - (wide - 1) * len(text.encode("ascii", "ignore"))


def joined_spans(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, in order, those together that overlap."""
    joined = [spans[0]]
    for first, last in spans[1:]:
        if first < joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return joined
