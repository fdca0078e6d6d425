"""Rows whose cells one and the same gap parts, an empty cell between two of them: written as rows that tabs part.

Words joined by four blanks do not stand below one another; a gap of twice the width holds an empty cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from raci.model.pattern_codes import compiled
from raci.readers.tables.cell_pieces import Line
from raci.readers.tables.column_fit import SECTION
from raci.readers.tables.line_scan import LineScan
from raci.readers.tables.printed_lines import printed_width
from raci.rules.columns import columns

__all__ = ["with_even_gaps"]

_GAP = re.compile(r"[ \u3000]{2,}")
#: a line of three cells that one gap parts: a quick look
_EVEN = compiled(
    r"[ \u3000](?<=[^\t \u3000][ \u3000])([ \u3000]+)(?=[^\t \u3000])[^\t\n]*?[^\t \u3000][ \u3000]\1[^\t \u3000]"
)
#: a table has so many heads, whole rows and lines without cells between two rows; a section is no longer
_LEAST_HEADS, _ROWS, _BETWEEN, _LONGEST_SECTION = 3, 2, 2, 40


def with_even_gaps(lines: Sequence[Line], scan: LineScan) -> Sequence[Line]:
    """The lines, as many as there were: the rows of such tables with tabs between their cells.

    ``scan`` looks over all at once. Where there is no such table these are ``lines`` themselves.
    """
    written: list[Line] = []
    end = 0
    for place in scan.holding(_EVEN):
        if place < end or (between := _even_gap(lines[place][1])) is None:
            continue
        heads = lines[place][1].split(between)
        if len(heads) < _LEAST_HEADS or columns(heads) is None:
            continue
        rows = _rows(lines, place, between, len(heads))
        end = max(rows, default=place) + 1
        if rows and _are_apart(lines, rows, between) and any("" in cells[:-1] for cells in rows.values()):
            written = written or list(lines)
            for row, cells in {place: heads, **rows}.items():
                written[row] = lines[row][0], "\t".join(cells)
    return written or lines


def _even_gap(text: str) -> str | None:
    """The gap that parts all cells of a line; None where there are several."""
    gaps = set(_GAP.findall(text))
    return gaps.pop() if len(gaps) == 1 else None


def _rows(lines: Sequence[Line], head: int, between: str, width: int) -> dict[int, list[str]]:
    """The cells of the lines below a head; none where a line is parted otherwise."""
    rows: dict[int, list[str]] = {}
    passed = 0
    for place in range(head + 1, len(lines)):
        text = lines[place][1]
        if not _GAP.search(text) or SECTION.match(text):
            passed += bool(text)
            if passed > _BETWEEN or len(text) > _LONGEST_SECTION or "\t" in text:
                break
            continue
        cells = _cells(text, between)
        if cells is None or len(cells) > width:
            return {}
        rows[place] = [*cells, *[""] * (width - len(cells))]
        passed = 0
    return rows


def _cells(text: str, between: str) -> list[str] | None:
    """The cells of a line, empty ones too; None where a gap is no multiple of the one between two cells."""
    cells: list[str] = []
    after = 0
    for gap in _GAP.finditer(text):
        times, rest = divmod(len(gap[0]), len(between))
        if rest or gap[0] != between * times:
            return None
        cells += [text[after : gap.start()], *[""] * (times - 1)]
        after = gap.end()
    return [*cells, text[after:]]


def _are_apart(lines: Sequence[Line], rows: dict[int, list[str]], between: str) -> bool:
    """Whether rows do not stand below one another, so that the gap and no lane parts their cells."""
    whole = islice((place for place, cells in rows.items() if all(cells)), _ROWS + 1)
    begins = [tuple(_begins(lines[place][1])) for place in whole]
    if len(begins) < _ROWS or any(one != other for one, other in pairwise(begins)):
        return len(begins) >= _ROWS
    short = (lines[place][1] for place, cells in rows.items() if "" in cells[:-1])
    return any(not begins_of.issubset(begins[0]) for begins_of in map(set, map(_begins, short)))


def _begins(text: str) -> Iterator[float]:
    """Where the cells of a line begin, in full-width characters."""
    return (printed_width(text[: gap.end()]) for gap in _GAP.finditer(text))
