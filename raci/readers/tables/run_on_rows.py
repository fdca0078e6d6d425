"""Rows of a table one behind the other in a line of text: 修桥，县交通局，4月；清淤，县水利局，6月.

Semicolons, circled numbers or doubled bars part the rows, a sign parts the cells of each into as many. What leads up to
them may name the heads (事项、责任单位、时限。) or say that tasks are shared out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.model.pattern_codes import compiled
from raci.readers.tables.cell_pieces import Line, piece_lines
from raci.readers.tables.line_scan import LineScan
from raci.readers.tables.signed_rows import are_heads, without_markers
from raci.readers.tables.text_grid import GridCell, TextTable
from raci.rules.headless import is_headless_table
from raci.rules.markers import at_start

__all__ = ["find_run_on_rows", "may_hold_run_on_rows"]

#: a row that ends with a body, or with one more cell behind it
_ENDS_ROW = compiled(
    r"[局委办厅部院会处科站所队社司心校馆室府团村道](?=[ \u3000|，,/／：:—－;；①-⑳❶-❿])"
    r"(?:[ \u3000]*(?:[|，,/／：:]|[—－]{1,2})[ \u3000]*[^，,；;。|\n]{1,20})?[ \u3000]*(?:[；;]|\|\||(?=[①-⑳❶-❿]))"
)
_BETWEEN_ROWS = compiled(r"[ \u3000]*(?:[；;]|\|\||(?=[①-⑳❶-❿]))[ \u3000]*")
#: what may part the cells, the most certain first
_BETWEEN_CELLS = tuple(
    compiled(rf"[ \u3000]*{sign}[ \u3000]*")
    for sign in ("——?", "－－?", "[|｜]", "[/／]", "[，,]", "[：:]", "[ \u3000]")
)
_LONGEST_LEAD, _LONGEST_LINE, _LONGEST_CELL, _MOST_CELLS = 80, 4000, 60, 8
_EDGE = " \t\u3000。；;"


def may_hold_run_on_rows(text: str) -> bool:
    """Whether a text may hold such rows: a quick look."""
    first = _ENDS_ROW.search(text)
    return first is not None and _ENDS_ROW.search(text, first.end()) is not None


def find_run_on_rows(lines: Sequence[Line], scan: LineScan) -> Iterator[TextTable]:
    """The tables that stand so in one line, from the top down."""
    for index in scan.holding(_ENDS_ROW):
        number, text = lines[index]
        rows = _rows(text) if len(text) <= _LONGEST_LINE and may_hold_run_on_rows(text) else []
        if rows:
            yield TextTable(index, index + 1, tuple(_cells(number, rows)))


def _rows(text: str) -> list[list[str]]:
    """The rows of a line, below what leads up to them and their heads, if they have any; empty where it has none."""
    lead, rest = _lead(text)
    if at_start(lead) is not None:
        return []  # a clause of the outline is no line of a table
    heads, rest = _heads(rest)
    parts = [part for part in _BETWEEN_ROWS.split(rest.strip(_EDGE)) if part.strip(_EDGE)]
    for sign in _BETWEEN_CELLS if len(parts) > 1 else ():
        rows = [sign.split(part.strip(_EDGE)) for part in parts]
        if not 1 < len(rows[0]) <= _MOST_CELLS or len({len(row) for row in rows}) != 1:
            continue
        if any(not 0 < len(words) <= _LONGEST_CELL or "。" in words for row in rows for words in row):
            continue
        headed = [heads, *rows] if len(heads) == len(rows[0]) else rows
        above = [[lead]] if lead else []
        if are_heads(headed[0], headed[1:]):
            return [*above, *headed]
        if is_headless_table(bare := without_markers(rows), lead):
            return [*above, *bare]
    return []


def _lead(text: str) -> tuple[str, str]:
    """What leads up to the rows, with its colon (现将分工明确如下：), and the rest of the line."""
    colon = text.find("：", 0, _LONGEST_LEAD) + 1
    return (text[:colon], text[colon:]) if colon and not any(sign in text[:colon] for sign in "；;|") else ("", text)


def _heads(text: str) -> tuple[list[str], str]:
    """The heads that a sentence before the rows names (事项、责任单位、时限。), and the rest."""
    first, stop, rest = text.partition("。")
    heads = first.split("、")
    return (heads, rest) if stop and rest and len(heads) > 1 and max(map(len, heads)) <= _LONGEST_CELL else ([], text)


def _cells(number: int, rows: Sequence[Sequence[str]]) -> Iterator[GridCell]:
    for row, words in enumerate(rows):
        yield from (GridCell(row, place, piece_lines(number, held)) for place, held in enumerate(words))
