"""Rows of tables copied out of a browser, whose cells take several lines.

A browser parts the cells of a row by tabs and puts a cell's paragraphs and line breaks in lines of their own, so that a
row is spread over many lines: 1⇥任务⇥县财政局 ⏎ 县审计局⇥12月. Each row has as many tabs as there are heads less one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from raci.model.pattern_codes import compiled
from raci.readers.tables.column_fit import MARKED, SECTION
from raci.readers.tables.even_lines import is_one_of_even_lines
from raci.rules.bodies import like_bodies
from raci.rules.columns import NAMED, columns, read_head

__all__ = ["copied_rows"]

#: a head has so many cells and takes so many lines, a row no more lines than this
_MOST_HEADS, _MOST_HEAD_LINES, _MOST_LINES = 14, 60, 80
_LEAST_ROWS, _LONGEST_REST = 2, 4
#: so many blank lines stand between the paragraphs of a cell and the tab beside it
_WITHIN = 3
_NUMBER = compiled(r"\s*(\d{1,4})\s*(?:\t|$)")
_DATE = compiled(r"20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")
_BLANKS = " \u3000\xa0"
_NO_NAME = compiled("[\t:：]")


def copied_rows(lines: Sequence[str]) -> dict[int, tuple[int, str]]:
    """For the first line of each row that takes several (lines from 1): the last one, and the row in one line.

    There tabs part the cells, and ``\\n`` the lines of a cell.
    """
    found: dict[int, tuple[int, str]] = {}
    if _are_pairs(lines):
        return found
    place = 0
    while place < len(lines):
        rows = _table(lines, place) if _may_begin(lines, place) else []
        if len(rows) > _LEAST_ROWS:
            found |= {first + 1: (last + 1, words) for first, last, words in rows if last > first}
            place = rows[-1][1]
        place += 1
    return found


def _are_pairs(lines: Sequence[str]) -> bool:
    """Whether heads begin the lines with tabs, again and again: 任务⇥修建绿道 ⏎ 责任单位⇥县住建局.

    As many tabs stand in each: beside the heads there are as many tasks.
    """
    begun = (line.split("\t") for line in lines if "\t" in line)
    said = Counter(
        (cells[0], len(cells)) for cells in begun if any(not words.isspace() for words in filter(None, cells[1:]))
    )
    again = {name for (name, _), count in said.items() if count >= _LEAST_ROWS and read_head(name) is not None}
    return len(again) >= _LEAST_ROWS


_Row = tuple[int, int, str]


def _table(lines: Sequence[str], start: int) -> list[_Row]:
    """The rows of the table whose head begins in a line, the head among them; none where there is no head."""
    best: list[_Row] = []
    tabs = 0
    longest = 1 if is_one_of_even_lines(lines, start, "\t") else _MOST_HEAD_LINES
    for end in range(start, min(start + longest, len(lines))):
        tabs += lines[end].count("\t")
        if tabs >= _MOST_HEADS:
            break
        if not lines[end].count("\t"):
            continue
        if end > start and (_are_heads(lines[end]) or _begins_item(lines[end])):
            break
        last = _with_last_cell(lines, end, is_named=False)
        if _goes_on(lines, last):
            continue
        last += _is_cut_head(lines, last)
        words = _joined(lines[start : last + 1])
        cells = [cell.replace("\n", "") for cell in words.split("\t")]
        if all(cells) and (known := columns(cells)) is not None:
            is_named = tabs in known and known[tabs].role in NAMED
            rows = [(start, last, words), *_below(lines, last + 1, tabs, is_named=is_named)]
            if len(rows) > len(best):
                best = rows
    return best


def _begins_item(line: str) -> bool:
    """Whether a line with tabs begins with the marker of an item: 2.实现刻章免费⇥市公安局."""
    words = line.lstrip(_BLANKS)
    return "\t" in words and (SECTION.match(words) or MARKED.match(words)) is not None


#: how two lines begin that are no one row
_BEGIN_ROWS = (_NUMBER.match, _begins_item)


def _are_heads(line: str) -> bool:
    """Whether each cell of a line heads a column of bodies: a row of its own below 责任分工, no end of a row."""
    known = [read_head(cell.strip(_BLANKS)) for cell in line.split("\t")]
    return all(head is not None and head.role in NAMED for head in known)


def _is_cut_head(lines: Sequence[str], last: int) -> bool:
    """Whether the last head of a row of heads breaks and goes on in the next line: 完成 ⏎ 时限."""
    if last + 1 >= len(lines) or "\t" in lines[last + 1]:
        return False
    begun, rest = lines[last].rpartition("\t")[2].strip(_BLANKS), lines[last + 1].strip(_BLANKS)
    if not begun or not 0 < len(rest) <= _LONGEST_REST or SECTION.match(rest):
        return False
    return read_head(begun + rest) is not None


def _may_begin(lines: Sequence[str], place: int) -> bool:
    """Whether a row may begin in a line: a tab stands in it, or in one below it before two blank lines.

    There the first cell is a block of paragraphs.
    """
    if "\t" in lines[place]:
        return bool(lines[place].partition("\t")[0].strip(_BLANKS))
    if not lines[place].strip() or (place and lines[place - 1].strip() != ""):
        return False
    blank = 0
    for below in lines[place + 1 : place + _MOST_LINES]:
        if "\t" in below:
            return not below.partition("\t")[0].strip(_BLANKS)
        if below.strip() and blank > 1:
            return False  # a row ends there
        blank = 0 if below.strip() else blank + 1
        if blank > _WITHIN:
            return False
    return False


def _below(lines: Sequence[str], start: int, tabs: int, *, is_named: bool) -> list[_Row]:
    """The rows with so many tabs from a line on; the words of sections between them stay where they are.

    ``is_named``: the last column names bodies.
    """
    rows: list[_Row] = []
    place = start
    while place < len(lines):
        if not lines[place].strip():
            place += 1
            continue
        last = _last_line(lines, place, tabs, is_named=is_named)
        if last is None:
            # a section, or the end of the table
            following = _filled(lines, place + 1)
            if (
                following is None
                or _may_begin(lines, place)
                or _last_line(lines, following, tabs, is_named=is_named) is None
            ):
                break
            place = following
            continue
        rows.append((place, last, _joined(lines[place : last + 1])))
        place = last + 1
    if len(rows) > 1 and _ends_below(lines, rows[-1]) and not any(_ends_below(lines, row) for row in rows[:-1]):
        # what stands below the table, where the last cell of its last row is empty
        first, last, _ = rows.pop()
        last = max(place for place in range(first, last + 1) if "\t" in lines[place])
        rows.append((first, last, _joined(lines[first : last + 1])))
    return rows


def _ends_below(lines: Sequence[str], row: _Row) -> bool:
    """Whether the last cell of a row stands in the lines below its last tab, none of it beside that."""
    first, last, _ = row
    ends = next((place for place in range(last, first, -1) if "\t" in lines[place]), first)
    return ends < last and not lines[ends].rpartition("\t")[2].strip(_BLANKS)


def _last_line(lines: Sequence[str], start: int, tabs: int, *, is_named: bool) -> int | None:
    """The last line of a row that begins in a line; None where no row of so many tabs does."""
    if not _may_begin(lines, start):
        return None
    held = 0
    for place in range(start, min(start + _MOST_LINES, len(lines))):
        if place > start and held and any(each(lines[place]) and each(lines[start]) for each in _BEGIN_ROWS):
            return None  # the next row begins before this one is whole
        held += lines[place].count("\t")
        if held == tabs:
            last = _with_last_cell(lines, place, is_named=is_named)
            return None if _goes_on(lines, last) else last
        if held > tabs:
            return None
    return None


def _with_last_cell(lines: Sequence[str], place: int, *, is_named: bool) -> int:
    """The line in which the last cell of a row ends, whose last tab stands in a line.

    Where nothing stands behind that tab and a blank line below it, the cell is a block of paragraphs there; where names
    stand behind it (``is_named``), more of them may stand in the lines below.
    """
    last = place
    if lines[place].rpartition("\t")[2].strip(_BLANKS):
        while is_named and last + 1 < len(lines) and _names(lines[last + 1]) and not _is_dated(lines, last + 1):
            last += 1
        return last
    first = _filled(lines, place + 1)
    if first is None or "\t" in lines[first] or first > place + _WITHIN or SECTION.match(lines[first].strip()):
        return place
    if first == place + 1 and _may_begin(lines, first):
        return place
    # a block of paragraphs: the first, what follows it at once, more names, and all that a row's end is seen below
    last, ended = first, first
    for below in range(first + 1, min(first + _MOST_LINES, len(lines))):
        if "\t" in lines[below]:
            break
        if not lines[below].strip():
            if not lines[below - 1].strip():
                following = _filled(lines, below)
                return last if following is not None and _may_begin(lines, following) else ended
            continue
        last = below
        if ended == below - 1 or (is_named and _names(lines[below])):
            ended = below
    return ended


def _goes_on(lines: Sequence[str], last: int) -> bool:
    """Whether a further cell of the row begins below a line: a tab comes first there."""
    below = _filled(lines, last + 1)
    return below is not None and lines[below].lstrip(_BLANKS).startswith("\t")


def _filled(lines: Sequence[str], place: int) -> int | None:
    """The first line from a place on that is not blank; one with tabs is not."""
    return next((each for each in range(place, len(lines)) if "\t" in lines[each] or lines[each].strip()), None)


def _is_dated(lines: Sequence[str], place: int) -> bool:
    """Whether a date alone stands below a line: who signed the text, and when."""
    below = _filled(lines, place + 1)
    return below is not None and _DATE.fullmatch(lines[below].strip()) is not None


def _names(line: str) -> bool:
    """Whether a line holds names of bodies and nothing else."""
    named, odd = like_bodies(line.strip(_BLANKS)) if _NO_NAME.search(line) is None else (0, 1)
    return named > 0 and odd == 0


def _joined(lines: Sequence[str]) -> str:
    """The lines of a row as one: tabs part the cells, and what is not blank in a cell has a line of its own."""
    cells = "\n".join(lines).split("\t")
    return "\t".join("\n".join(filter(None, (line.strip(_BLANKS) for line in cell.split("\n")))) for cell in cells)
