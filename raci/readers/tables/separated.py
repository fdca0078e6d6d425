"""Tables in plain text whose lines are parted by tabs, bars or wide gaps, read as they stand: each piece in its column.

For tables whose head names no body, so that the pieces need not be laid to columns: matrices of letters or marks, pairs
(牵头单位: | …), 单位 and 职责, heads of two rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci.model.pattern_codes import compiled
from raci.readers.tables.aligned_signs import below_heads
from raci.readers.tables.cell_pieces import BAR, BARS, ONLY_BARS, Line, Style, split
from raci.readers.tables.line_scan import LineScan
from raci.readers.tables.listing_blocks import lists_groups, lists_members, tells_roles
from raci.readers.tables.table_titles import title_above
from raci.rules.cell_content import SIGN_KINDS, cell_content
from raci.rules.columns import NAMED, TASKS, columns, read_head
from raci.rules.headless import is_headless_table

__all__ = ["SeparatedBlock", "find_blocks"]

_PARTED = {"tab": compiled(r"\t"), "bar": BAR, "wide": compiled(r"^[^\t|｜¦│┃║]*\S[ \u3000]{2,}\S[^\t|｜¦│┃║]*$")}
#: what parts the pieces of such lines, and one of what stands in each: a quick look over a whole text
_SEPARATORS = {
    "tab": (_PARTED["tab"], ("\t",)),
    "bar": (compiled(f"[{BARS}]"), tuple(BARS)),
    "wide": (compiled(r"[ \u3000]{2}"), ("  ", "\u3000\u3000", " \u3000", "\u3000 ")),
}
#: how the head of an unknown column may end, though it reads like a body
_HEAD_WORD = compiled(r"(?:单位|部门|主体|机构)$")
#: a line without separators between two lines of a table is a section of it where it is no longer
_LONGEST_SECTION = 40
#: of the filled cells of a column so many must be letters, marks or words of roles; of left cells so many must be heads
_SIGNS, _KNOWN = 0.6, 0.5
_LONGEST_HEAD = 12
#: of what stands beside heads at the left so much may read like one, in the first row and in all
_FIRST, _OTHERS = 0.5, 0.25
#: what stands below heads that are bodies
_NO_BODIES = frozenset((*SIGN_KINDS, "text", "person"))


class SeparatedBlock(NamedTuple):
    """Lines ``start`` to ``end`` with separators, each row with the number of its line and its pieces."""

    start: int
    end: int
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    @property
    def is_headed(self) -> bool:
        """Whether its first row is plainly one of heads."""
        return _are_heads(self.rows[0][1])


def find_blocks(lines: Sequence[Line], scan: LineScan) -> Iterator[SeparatedBlock]:
    """The blocks of lines that are a table as they stand, from the top down; ``scan`` looks over all at once."""
    for style in _PARTED:
        separator, signs = _SEPARATORS[style]
        parted = list(scan.holding(separator)) if any(sign in scan.text for sign in signs) else []
        if len(parted) < 2:
            continue  # a table has two rows at the least
        for block in _runs(lines, style, parted):
            if len(block.rows) > 1 and _is_table([pieces for _, pieces in block.rows], title_above(lines, block.start)):
                yield block


#: a line of a run: where it stands, its number in the source, its pieces
_Row = tuple[int, int, tuple[str, ...]]


def _runs(lines: Sequence[Line], style: Style, parted: Sequence[int]) -> Iterator[SeparatedBlock]:
    """The runs of lines with separators of a style; each begins with one of ``parted``."""
    done = 0
    for first in parted:
        if first >= done:
            rows, end, done = _run(lines, style, first)
            yield from _blocks(rows, end)


def _run(lines: Sequence[Line], style: Style, first: int) -> tuple[list[_Row], int, int]:
    """The rows of the run that begins with a line, where it ends, and the line behind all that was looked at."""
    rows: list[_Row] = []
    held: list[_Row] = []
    end = first
    for index in range(first, len(lines)):
        number, text = lines[index]
        if rows and text and ONLY_BARS.fullmatch(text):
            end = index + 1 if index - end <= 1 else end
        elif rows and not text and index - end <= 1:
            continue
        elif _PARTED[style].search(text):
            pieces = tuple(split(text, style))
            if style == "wide" and rows and len(pieces) < len(rows[0][2]):
                pieces = below_heads(lines[rows[0][0]][1], text, pieces)
            rows += [*held, (index, number, pieces)]
            held, end = [], index + 1
        elif rows and text and not held and len(text) <= _LONGEST_SECTION and index - end <= 1:
            held = [(index, number, (text,))]
        else:
            return rows, end, index + 1
    return rows, end, len(lines)


def _blocks(rows: Sequence[_Row], end: int) -> Iterator[SeparatedBlock]:
    """The run of lines up to ``end``, parted where a further table begins: at other heads below rows that are none."""
    starts, heads = [0], {pieces for _, _, pieces in rows[:1]}
    one = len(rows) > 1 and any(form([pieces for _, _, pieces in rows]) for form in _WITHOUT_HEADS)
    for place in () if one else range(2, len(rows)):
        pieces = rows[place][2]
        if len(pieces) > 1 and pieces not in heads and _are_heads(pieces) and not _are_heads(rows[place - 1][2]):
            starts.append(place)
            heads.add(pieces)
    for start, stop in zip(starts, [*starts[1:], len(rows)], strict=True):
        listed = list(rows[start:stop])
        while stop < len(rows) and listed and len(listed[-1][2]) == 1:
            listed.pop()  # the title of the next table
        if listed:
            last = end if stop == len(rows) else listed[-1][0] + 1
            yield SeparatedBlock(listed[0][0], last, tuple((number, pieces) for _, number, pieces in listed))


def _are_heads(pieces: Sequence[str]) -> bool:
    """Whether most pieces are heads, of bodies among them."""
    filled = [words for words in pieces if words]
    known = [head for words in filled if len(words) <= _LONGEST_HEAD and (head := read_head(words)) is not None]
    named = any(head.role in NAMED or head.role == "unit" for head in known)
    return len(known) > 1 and 3 * len(known) >= 2 * len(filled) and named


def _is_table(rows: Sequence[tuple[str, ...]], title: str) -> bool:
    several = [row for row in rows if len(row) > 1]
    if len(several) < 2:
        return False
    forms = (
        _has_heads,
        _is_matrix,
        _are_pairs,
        _is_turned,
        _names_bodies,
        _headed_by_bodies,
        lists_members,
        lists_groups,
    )
    return any(form(several) for form in forms) or is_headless_table(several, title)


def _has_heads(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether the first row is a head that the layout of pieces does not know: no body, or a second row of heads."""
    known = [head for words in rows[0] if (head := read_head(words)) is not None]
    filled = [words for words in rows[0] if words]
    if len(known) < 2 or 2 * len(known) < len(filled):
        return False
    roles = {head.role for head in known}
    if columns(rows[0]) is None:
        return bool(roles & {"duty", "deadline", "unit"}) and bool(roles & {*TASKS, "duty", "number"})
    below = [head for words in rows[1] if (head := read_head(words)) is not None and head.role in NAMED]
    return len(below) > 1 and len([words for words in rows[1] if words]) < len(rows[1])


def _names_bodies(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether the rows are all alike and one column holds bodies, whatever its head: it may be told, or reported."""
    width = len(rows[0])
    if width < 3 or len(rows) < 3 or any(len(row) != width for row in rows) or columns(rows[0]) is not None:
        return False
    if any(not 0 < len(words) <= _LONGEST_HEAD for words in rows[0]):
        return False
    names = [words for words in rows[0] if cell_content(words).kind == "bodies" and not _HEAD_WORD.search(words)]
    if 2 * len(names) >= width:
        return False  # a list of bodies
    kinds = [[cell_content(row[place]).kind for row in rows[1:]] for place in range(width)]
    return any(below.count("bodies") >= _SIGNS * len(below) for below in kinds)


def _is_matrix(rows: Sequence[tuple[str, ...]]) -> bool:
    width = len(rows[0])
    signs = 0
    for place in range(1, width):
        kinds = [cell_content(row[place]).kind for row in rows[1:] if place < len(row)]
        filled = [kind for kind in kinds if kind != "empty"]
        signs += bool(filled) and sum(kind in SIGN_KINDS for kind in filled) >= _SIGNS * len(filled)
    return signs > 1 and all(rows[0][1:])


def _are_pairs(rows: Sequence[tuple[str, ...]]) -> bool:
    if any(len(row) not in (2, 4) for row in rows):
        return False
    keys = [read_head(key) for row in rows for key in row[::2]]
    roles = {head.role for head in keys if head is not None}
    known = sum(head is not None for head in keys)
    values = [read_head(value) for row in rows for value in row[1::2]]
    apart = not any(head is not None and head.role in NAMED for head in values)
    return apart and known >= _KNOWN * len(keys) and bool(roles & NAMED) and bool(roles & {"task", "content"})


def _is_turned(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether the heads stand at the left and a task in each column."""
    width = len(rows[0])
    if width < 3 or len(rows) < 2 or any(not 2 <= len(row) <= width for row in rows):
        return False
    left = [head for row in rows if (head := read_head(row[0])) is not None]
    roles = {head.role for head in left}
    if len(left) < len(rows) or not roles & NAMED or not roles & {"task", "content"}:
        return False
    # some task may read like a head (落实支持政策), most of its row and of what stands below may not
    others = [[read_head(words) is not None for words in row[1:] if words] for row in rows]
    first, every = others[0], [known for row in others for known in row]
    return sum(first) <= _FIRST * len(first) and sum(every) <= _OTHERS * len(every)


def _headed_by_bodies(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether bodies head the columns and what stands below them are no bodies: they may be told, or reported."""
    width = len(rows[0])
    if not _heads_bodies(rows[0]) or any(len(row) > width for row in rows):
        return False
    names = [place for place, words in enumerate(rows[0]) if cell_content(words).kind == "bodies"]
    below = [cell_content(row[place]).kind for row in rows[1:] for place in names if place < len(row)]
    return sum(kind in _NO_BODIES for kind in below) >= _SIGNS * len(below)


def _heads_bodies(heads: Sequence[str]) -> bool:
    """Whether bodies head the columns, all but two at the most."""
    names = [words for words in heads if cell_content(words).kind == "bodies"]
    return len(names) >= max(2, len(heads) - 2) and not any(_HEAD_WORD.search(words) for words in names)


#: tables whose rows may read like heads: posts of those who lead a group (督查室主任), parts of bodies in a task (牵头)
_WITHOUT_HEADS = (lists_groups, lambda rows: _heads_bodies(rows[0]), tells_roles)
