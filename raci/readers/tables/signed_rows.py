"""Rows whose cells dots, dashes, arrows or the like part (修渠……县水利局), written as rows that tabs part.

What parts the cells of each line alike, so that all lines have as many, makes a table where the first line is a head,
or where the cells tell their columns without one. Single blanks part cells so, too, where no width of a gap does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from csv import reader
from itertools import pairwise

from raci.model.pattern_codes import compiled
from raci.readers.tables.cell_pieces import Line
from raci.readers.tables.line_scan import LineScan
from raci.readers.tables.row_signs import ANY_MARK, SIGNS, Sign
from raci.readers.tables.table_titles import title_above
from raci.rules.cell_content import cell_content, letters_of
from raci.rules.columns import NAMED, read_head
from raci.rules.headless import is_headless_table

__all__ = ["are_heads", "hold_signed_rows", "with_tabs", "without_markers"]

#: a cell that names a body (as it ends) or holds its part in a task is one of the last two of its line, which is no
#: sentence
_ENDS_CELL = compiled(
    r"[局委办厅部院会处科站所队社司心校馆室府团村道体位门头合责√✓●○◎▲△★☆■◆RACI]"
    # (most of these stand within words: what may follow is looked at first)
    r"(?![^ \u3000…⋯·_＿•・—─→⇒➔➡⟶!！|:：,，;；/／.．～~=\]】］\"”。\n-])[ \u3000]*"
    r"(?:(?:[…⋯·_＿•・—─→⇒➔➡⟶!！|:：,，;；/／.．～~=\]】］\"” \u3000-])[^\n。，]{0,30})?[;；。]?(?=\n|$)"
)
#: the number of a row before its first cell, or another sign that a row begins
_MARKER = compiled(
    r"((?:[①-⑳❶-❿]|[(（]?\d{1,3}[.．、)）]|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,2}是|第\d{1,3}[项条]"
    r"|(?:[-*] ?)?\[[ xX√]?\]|[@•●◆◇►▶➤☐☑✅✔👉📌]))[ \u3000]*(?=[^\d\s])"
)
#: so many line ends between two rows, with a blank line or a section there
_NEAR = 3
#: a table has so many rows and cells in each; a cell is no longer, nor is the line above it or between its rows
_ROWS, _MOST_CELLS, _LONGEST_CELL, _LONGEST_LINE = 2, 12, 60, 40
#: a cell beside two others or more is no longer
_LONGEST_OF_THREE = 300
#: the longest name of a role in a company
_LONGEST_ROLE = 10
#: what no cell ends with; a line that is no row: a sentence ends in it, tabs part it, or labels stand behind its task
_GOES_ON = "，、：；,;:"
_NO_ROW = compiled(
    r"\t|。(?=.)|(?<=[\u4e00-\u9fff”）])[【\[［〔](?:牵头|责任|配合|主办|协办|承办|参与)[\u4e00-\u9fff]{0,4}[】\]］〕](?=[\u4e00-\u9fff])"
)
_SINGLE_BAR = compiled(r"(?<!\|)\|(?!\|)")
_SIGNED = frozenset({"mark", "letters", "role"})
_Rows = tuple[list[int], list[list[str]]]


def hold_signed_rows(text: str, lines: Iterable[Line]) -> bool:
    """Whether a text, with its lines, holds such rows."""
    if not _may_hold(text):
        return False
    listed = list(lines)
    return next(_tables(listed, LineScan([text for _, text in listed])), None) is not None


def with_tabs(lines: Sequence[Line], scan: LineScan) -> Sequence[Line]:
    """The lines, as many as there were: the rows of such tables with tabs between their cells.

    ``scan`` looks over all at once. Where there is no such table these are ``lines`` themselves.
    """
    written: list[Line] = []
    for places, rows in _tables(lines, scan):
        written = written or list(lines)
        for place, cells in zip(places, rows, strict=True):
            written[place] = (lines[place][0], "\t".join(cells))
    return written or lines


def _may_hold(text: str) -> bool:
    """Whether two lines that may be rows stand near one another: a quick look."""
    return any(
        text.count("\n", before.end(), match.start()) <= _NEAR for before, match in pairwise(_ENDS_CELL.finditer(text))
    )


def _tables(lines: Sequence[Line], scan: LineScan) -> Iterator[_Rows]:
    """Each table: the lines of its rows, and their cells."""
    texts = scan.lines
    done = -1
    looked_at = [-1] * len(SIGNS)
    for place in _near_another(scan.holding(_ENDS_CELL)):
        if place <= done or _NO_ROW.search(texts[place]) is not None:
            continue
        marks = frozenset(ANY_MARK.findall(texts[place]))
        for number, sign in enumerate(SIGNS):
            if place <= looked_at[number] or marks.isdisjoint(sign.marks):
                continue
            places, rows = _run(texts, place, done, sign)
            looked_at[number] = places[-1] if places else place
            start = _start(rows, title_above(lines, places[0]), sign) if len(rows) >= _ROWS else None
            if start is not None and _SINGLE_BAR.search("\n".join(texts[max(0, places[0] - _NEAR) : places[0]])):
                start = None if "|" in sign.marks else start  # two bars with an empty cell between them
            if start is not None and (
                sign.headed or not _is_of_larger_table(texts, places[start], done, sign, len(rows[0]))
            ):
                done = places[-1]
                yield places[start:], without_markers(rows[start:])
                break


def _near_another(places: Iterable[int]) -> Iterator[int]:
    """Those of some lines, in order, that stand near another."""
    before, is_near = -_NEAR - 1, True
    for place in places:
        if place - before <= _NEAR:
            if not is_near:
                yield before
            yield place
        before, is_near = place, place - before <= _NEAR


def _run(texts: Sequence[str], place: int, after: int, sign: Sign) -> _Rows:
    """The lines around one that a sign parts into as many cells, with a section between two at most."""
    own = _cells(texts[place], sign)
    if own is None:
        return [], []
    places, rows = [place], [own]
    for step, stop in ((-1, after), (1, len(texts))):
        position = place
        while (following := _next(texts, position, step, stop, len(own), sign)) is not None:
            position, cells = following
            places.append(position)
            rows.append(cells)
        if step < 0:
            places.reverse()
            rows.reverse()
    return places, rows


def _next(
    texts: Sequence[str], place: int, step: int, stop: int, width: int, sign: Sign
) -> tuple[int, list[str]] | None:
    """The next line of a run and its cells; a blank line or a section may stand before it."""
    for position in (place + step, place + 2 * step):
        if (step > 0 and position >= stop) or (step < 0 and position <= stop):
            return None
        text = texts[position]
        cells = _cells(text, sign) if text else None
        if cells is not None:
            return (position, cells) if len(cells) == width else None
        if text and not (sign.sections and step > 0 and len(text) <= _LONGEST_LINE):
            return None
    return None


def _is_of_larger_table(texts: Sequence[str], first: int, done: int, sign: Sign, width: int) -> bool:
    """Whether rows without a head go on with a table above them or its cells of several lines, but lack some cells.

    Where a section stands between they lack none, but those above are no such table (``done``: the last line of one).
    """
    filled = [text for text in reversed(texts[max(0, first - _NEAR, done) : first]) if text]
    rows = (sign.between.split(text.strip(sign.edge)) for text in filled)
    cells = next((cells for cells in rows if len(cells) > 1), [])
    if len(cells) < 2:
        return False
    heads = (read_head(words) for words in cells)
    if any(head is not None and head.role in NAMED for head in heads):
        return True
    begun = done >= first - _NEAR
    return not (begun and len(cells) == width) and any(cell_content(words).kind == "bodies" for words in cells)


def _cells(text: str, sign: Sign) -> list[str] | None:
    """The cells of a line; None where the sign parts none, or what it parts is no cell."""
    cells = next(reader([text])) if sign.quoted and '","' in text else sign.between.split(text.strip(sign.edge))
    longest = _LONGEST_CELL if len(cells) == 2 else _LONGEST_OF_THREE
    if not 2 <= len(cells) <= _MOST_CELLS or not all(0 < len(words) <= longest for words in cells):
        return None
    return None if any(words[-1] in _GOES_ON for words in cells) else cells


def _start(rows: Sequence[list[str]], title: str, sign: Sign) -> int | None:
    """Which of the rows the table begins with: its head, or the first of one without; None where it is none."""
    for start, heads in enumerate(rows[:-1]):
        below = rows[start + 1 :]
        if _is_matrix(heads, below) or (are_heads(heads, below) and (sign.headed or _are_duties(heads))):
            return start
        if start == _ROWS:
            break
    return 0 if is_headless_table(without_markers(rows), title) else None


def are_heads(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether words are heads of all columns, and what stands below them fits: bodies below 责任单位."""
    roles: list[str] = []
    for words in heads:
        head = read_head(words)
        if head is None:
            return False  # most words: the others need not be read
        roles.append(head.role)
    units = [place for place, role in enumerate(roles) if role in NAMED or role == "unit"]
    if not units or len(units) == len(roles):
        return False
    return all(cell_content(row[place]).kind in ("bodies", "person", "ditto") for row in rows for place in units)


def _are_duties(heads: Sequence[str]) -> bool:
    """Whether two heads are 单位 and 职责: other tables whose cells blanks part are known otherwise."""
    return len(heads) == 2 and any((head := read_head(words)) is not None and head.role == "duty" for words in heads)


def _is_matrix(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether bodies head all columns but the first, and their parts in a task stand below: 牵头, √.

    Above letters, R among them, it may be roles and departments of any kind: PMO, 研发中心.
    """
    if len(heads) <= _ROWS or len(rows) < _ROWS:
        return False
    cells = [words for row in rows for words in row[1:]]
    kinds = [cell_content(words).kind for words in cells]
    if not all(kind in _SIGNED or kind == "empty" for kind in kinds) or not any(kind in _SIGNED for kind in kinds):
        return False
    are_parts = any(kind == "letters" and "R" in letters_of(cell) for kind, cell in zip(kinds, cells, strict=True))
    named = [cell_content(words).kind == "bodies" for words in heads[1:]]
    return all(named) or (are_parts and any(named) and max(map(len, heads)) <= _LONGEST_ROLE)


def without_markers(rows: Sequence[list[str]]) -> list[list[str]]:
    """The rows with the numbers before their first cells as cells of their own, where all have one."""
    found = [_MARKER.match(row[0]) for row in rows]
    numbered = [[match[1], row[0][match.end() :], *row[1:]] for match, row in zip(found, rows, strict=True) if match]
    return numbered if len(numbered) == len(rows) else list(rows)
