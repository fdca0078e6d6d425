"""The ways in which the cells of a table in text may be laid out, and how far each falls short of a perfect table.

Blanks and the ends of lines may part cells or stand in them, and a head may not tell what stands below it. Which it is
shows over all rows: the pieces are laid in each of the ways, and the best one is taken.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from raci.model.late_patterns import late_pattern
from raci.model.pattern_codes import compiled
from raci.readers.tables.cell_pieces import CellPiece, Line, TableStart, split
from raci.readers.tables.laying import Laying
from raci.readers.tables.row_costs import IN_LINE
from raci.readers.tables.section_fit import SECTION_FIT
from raci.readers.tables.way import ACROSS
from raci.rules.cell_content import cell_content
from raci.rules.columns import SAYING, read_head, says_object

__all__ = ["Layout", "is_plain", "layouts", "shortfall"]

#: columns of which their heads say no more than that they are there
_OTHERS = frozenset({"other", "remark"})
#: so many columns whose heads are not known may be those of the tasks
_MOST_UNKNOWN = 3
#: styles whose cells blanks part; so many lines below a head are looked at
_PARTED_BY_BLANKS, _FIRST_LINES = ("wide", "ideographic", "single"), 24
#: blank lines part so many rows at the least; so many lines are looked at
_LEAST_ROWS, _MOST_LINES = 2, 4000
#: words that may head a column though they are not known to; how the title of a table or a text ends
_FIRST_HEAD = late_pattern("[一-鿿]{2,8}")
_NO_HEAD = compiled("(?:表|清单|台账|方案|通知|安排|计划|要点|意见|分解|分工|附件|目录)$")
#: what a row gains that begins with its line, as it is laid
_BEGUN = 1.0
#: what a piece counts that is left out, and one that names bodies
_UNREAD, _UNREAD_NAMES = 1.0, 3.0
#: what a body counts that stands where a task is looked for
_NAMED_TASK = 1.0


class Layout(NamedTuple):
    """How cells may be laid out: lines break within cells alone, and between rows (``in_cells``); columns of which no
    more is known have a cell in each row (``filled``); the tasks stand in the column ``task``; the rows begin with the
    lines ``begins``, or all of them with their first cell (``begun``).
    """

    in_cells: bool = False
    filled: bool = False
    task: int | None = None
    begins: Collection[int] | None = None
    begun: bool = False


def layouts(lines: Sequence[Line], start: TableStart) -> Iterator[tuple[TableStart, Layout]]:
    """The ways in which the cells below a head may be laid out."""
    yield from _of_head(lines, start)
    longer = _with_first(lines, start) if start.style == "stacked" else None
    if longer is not None:
        yield longer, Layout(filled=True)
        yield longer, Layout(filled=True, begun=True)


def _with_first(lines: Sequence[Line], start: TableStart) -> TableStart | None:
    """The head with the short line above it, which may head the first column though it is not known to."""
    place = start.start - 1
    if place >= 0 and not lines[place][1]:
        place -= 1
    words = lines[place][1] if place >= 0 else ""
    if not _FIRST_HEAD.fullmatch(words) or _NO_HEAD.search(words) or cell_content(words).kind not in ("text", "person"):
        return None
    return start._replace(start=place, heads=(lines[place], *start.heads))


def _of_head(lines: Sequence[Line], start: TableStart) -> Iterator[tuple[TableStart, Layout]]:
    """The ways in which the cells may be laid out below the columns of a head."""
    roles = [_role(words) for _, words in start.heads]
    unknown = [place for place, role in enumerate(roles) if role == "other"]
    tasks: Sequence[int | None] = unknown[:_MOST_UNKNOWN] if unknown and SAYING.isdisjoint(roles) else (None,)
    for task in tasks:
        for filled in (True,) if task is not None else (False, True) if not _OTHERS.isdisjoint(roles) else (False,):
            yield start, Layout(False, filled, task)
            if start.style == "stacked":
                yield start, Layout(False, filled, task, begun=True)
            if start.style == "stacked" and (begins := _behind_blank_lines(lines, start)):
                yield start, Layout(False, filled, task, begins)
            if start.style in IN_LINE:
                yield start, Layout(True, filled, task)
            if start.style in _PARTED_BY_BLANKS and _are_single(lines, start):
                yield start._replace(style="stacked"), Layout(False, filled, task)


def _role(words: str) -> str:
    """What stands below a head; of what something is done about (企业名称, 点位) no more than that it is there."""
    head = read_head(words)
    return "other" if head is None else "object" if says_object(words) else head.role


def _behind_blank_lines(lines: Sequence[Line], start: TableStart) -> Collection[int]:
    """The lines below a head with a blank one before them, where these part rows: most lines have none before them."""
    below = [place for place in range(start.end, min(len(lines), start.end + _MOST_LINES)) if lines[place][1]]
    behind = [place for place in below if not lines[place - 1][1]]
    return frozenset(behind) if _LEAST_ROWS <= len(behind) <= len(below) / 2 else frozenset()


def _are_single(lines: Sequence[Line], start: TableStart) -> bool:
    """Whether nothing parts the lines below a head, so that each may be one cell."""
    below = [text for _, text in lines[start.end : start.end + _FIRST_LINES] if text]
    return bool(below) and not any(len(split(text, start.style)) > 1 for text in below[: len(start.heads)])


def is_plain(laying: Laying) -> bool:
    """Whether each line of the table has as many cells as there are heads: it can be laid out in no other way."""
    return bool(laying.taken) and all(piece.column is not None for piece in laying.taken)


def shortfall(laying: Laying, seen: Sequence[CellPiece]) -> float:
    """By how much the table falls short of one whose cells all fit as well as can be, of the pieces ``seen``."""
    best, before = 0.0, ACROSS
    for (column, fresh), piece in zip(laying.path.steps(), laying.taken, strict=False):
        if fresh or column != before:
            best += laying.best_fits[column] if column != ACROSS else SECTION_FIT
            if column != ACROSS and laying.roles[column] in SAYING and cell_content(piece.text) == ("bodies", 1, 0):
                best += _NAMED_TASK
        if fresh and column != ACROSS and laying.in_line:
            best += _BEGUN
        before = column
    rest = seen[laying.path.length :]
    unread = sum(_UNREAD_NAMES if cell_content(piece.text).kind == "bodies" else _UNREAD for piece in rest)
    if rest and laying.in_line and not rest[0].first:
        unread += _UNREAD_NAMES  # the table ends within a line
    return best - laying.path.highest + unread
