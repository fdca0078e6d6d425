"""Line breaks inside the cells of tables in text: each row as one line again, with ``\\n`` where a cell breaks.

A page's <br>, the quotes that a spreadsheet puts round a cell of several lines, and rows between ruled lines
(├──┼──┤, +---+---+) whose cells take several lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from raci.model.pattern_codes import compiled
from raci.readers.tables.cell_pieces import BAR, BARS, ONLY_BARS, Line
from raci.readers.tables.comma_values import with_comma_values

__all__ = ["TAKEN", "whole_rows"]

_BREAK = compiled(r"[ \u3000]*<br\s*/?>[ \u3000]*", re.IGNORECASE)
#: what the line of a cell that goes on ends with; such a line below a row
_PAUSES = "，、"
_BROKEN = compiled(rf"\n[^\t\n]+[{_PAUSES}]\n[^\t\n]+\t")
#: a cell beside a tab whose characters blanks part
_SPACED = compiled(r"[一-鿿](?<![^\t\n].)(?:[ \u3000]+[一-鿿]){2,}(?=\t|\n|$)")
#: a cell whose quote is not closed in its line; a closed one
_OPEN_QUOTE = compiled(r'(?:^|\t)"(?:[^"]|"")*$')
_QUOTED = compiled(r'(^|\t)"((?:[^"]|"")*)"(?=\t|$)')
#: a line that is one cell with a bar at both ends, of a table of so many cells
_CELL = compiled(r"[|｜][^|｜]*[|｜]")
_MANY_CELLS = 6
#: what stands in a line whose words are in a line above: it parts no table
TAKEN = "│"
#: a quoted cell takes no more lines, and so does a row between two ruled lines
_MOST_LINES = 30
#: a ruled line of a drawn table has joints
_RULE = compiled(r"[+├┼┤┌┬┐└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛┠┨┯┷┿╂][-=─━═—]")
#: from so many groups of lines between ruled ones on each is a row; of fewer one may be all rows
_MANY_GROUPS = 3


def whole_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines, as many as there were: what a row's first line does not hold is put there, and a bar alone below."""
    mended = list(lines)
    words = "\n".join([text for _, text in mended])
    if "<br" in words or "<BR" in words:
        mended = [
            (number, _BREAK.sub("\n", text) if "\t" in text or BAR.search(text) else text) for number, text in mended
        ]
    if "\t" in words and _BROKEN.search(words):
        _join_first_cells(mended)
    if "\t" in words and _SPACED.search(words):
        mended = [(number, _SPACED.sub(_unspaced, text)) for number, text in mended]
    if ("|" in words or "｜" in words) and sum(_CELL.fullmatch(text) is not None for _, text in mended) >= _MANY_CELLS:
        # a bar at both ends of a line: the one that closes a cell is enough
        mended = [(number, text[1:].lstrip() if _CELL.fullmatch(text) else text) for number, text in mended]
    if any(text.count(",") > 1 for _, text in mended):
        with_comma_values(mended, TAKEN)
    if '"' in words and "\t" in words and any('"' in text and "\t" in text for _, text in mended):
        _close_quotes(mended)
    if any(bar in words for bar in BARS) and any(_RULE.search(text) for _, text in mended):
        _join_ruled(mended)
    return mended


def _join_first_cells(lines: list[Line]) -> None:
    """The beginning of a row's first cell, which stands in a line of its own between two whole rows, before its end."""
    for index in range(1, len(lines) - 1):
        (_, above), (number, text), (_, below) = lines[index - 1 : index + 2]
        above = lines[index - 2][1] if above == TAKEN else above
        tabs = below.count("\t")
        if tabs and text and "\t" not in text and text[-1] in _PAUSES and above.count("\t") == tabs:
            lines[index : index + 2] = [(number, f"{text}\n{below}"), (lines[index + 1][0], TAKEN)]


def _unspaced(cell: re.Match[str]) -> str:
    """A cell without the blanks between its characters."""
    return re.sub(r"[ \u3000]+", "", cell[0])


def _close_quotes(lines: list[Line]) -> None:
    index = 0
    while index < len(lines):
        number, text = lines[index]
        end = index + 1
        if "\t" in text or text.startswith('"'):
            while _OPEN_QUOTE.search(text) and end < len(lines) and end - index < _MOST_LINES:
                text += f"\n{lines[end][1]}" if lines[end][1] else ""
                end += 1
            if "\t" in text and not _OPEN_QUOTE.search(text):
                lines[index] = number, _QUOTED.sub(lambda match: match[1] + match[2].replace('""', '"'), text)
                lines[index + 1 : end] = [(below, TAKEN) for below, _ in lines[index + 1 : end]]
                index = end - 1
        index += 1


def _join_ruled(lines: list[Line]) -> None:
    """Lines between two ruled lines of a drawn table are one row."""
    groups: list[tuple[int, int]] = []
    after: int | None = None
    for index, (_, text) in enumerate(lines):
        if ONLY_BARS.fullmatch(text) and _RULE.search(text):
            if after is not None and index > after:
                groups.append((after, index))
            after = index + 1
        elif not BAR.search(text):
            _join_groups(lines, groups)
            groups, after = [], None
    _join_groups(lines, groups)


def _join_groups(lines: list[Line], groups: Sequence[tuple[int, int]]) -> None:
    for start, end in groups:
        if end - start < 2 or end - start > _MOST_LINES:
            continue
        rows = [BAR.split(text) for _, text in lines[start:end]]
        if any(len(row) != len(rows[0]) for row in rows):
            continue
        if len(groups) < _MANY_GROUPS and not all(_goes_on(row) for row in rows[1:]):
            continue
        cells = ["\n".join(word for row in rows if (word := row[place])) for place in range(len(rows[0]))]
        lines[start] = lines[start][0], "│".join(cells)
        lines[start + 1 : end] = [(number, TAKEN) for number, _ in lines[start + 1 : end]]


def _goes_on(row: Sequence[str]) -> bool:
    """Whether a line of cells is the rest of those above it: the first is empty, and so are most."""
    inside = row[1:-1] if not row[0] and not row[-1] else row
    return not inside[0] and 2 * sum(map(bool, inside)) <= len(inside)
