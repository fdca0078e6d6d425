"""What a task asks for: the words of its clause, without heading and annotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from raci.model import Analysis, Clause
from raci.views.grid import Grid

__all__ = ["contents"]

#: what stays between a heading and its text, or where an annotation was taken out
_EDGES = " \t\r\n\u3000。．.：:；;，,、"
#: what stands in a cell that holds nothing
_DASHES = "-－—–―/／"


def contents(analysis: Analysis, grid: Grid) -> Iterator[str]:
    """The content of each task of the grid, in order; empty where a clause is no more than its heading."""
    annotated: dict[int, list[tuple[int, int]]] = {}
    for annotation in analysis.annotations:
        for index in annotation.clauses[:1]:
            annotated.setdefault(index, []).append((annotation.start, annotation.end))
            limit = annotation.deadline
            if limit is not None and annotation.basis == "table" and (limit.start, limit.end) not in annotated[index]:
                annotated[index].append((limit.start, limit.end))  # a cell of its own
    for task in grid.tasks:
        if task.clause is None or task.clause >= len(analysis.clauses):
            yield ""
            continue
        clause = analysis.clauses[task.clause]
        rest = _without_spans(analysis.document.text, clause.start, clause.end, annotated.get(task.clause, []))
        yield _of_row(rest, clause) if clause.kind == "row" else _without_label(_lines(rest), clause.label)


def _without_spans(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    """A stretch of text without the spans in it."""
    parts, offset = [], start
    for first, last in sorted(spans):
        if offset <= first and last <= end:
            parts.append(text[offset:first])
            offset = last
    parts.append(text[offset:end])
    return "".join(parts)


def _lines(text: str) -> str:
    return "\n".join(line for line in map(_line, text.splitlines()) if line)


def _line(text: str) -> str:
    text = re.sub(r"[ \t\u3000]+", " ", text).strip()
    # a line of an annotation that was taken out leaves its marks behind
    return "" if not text.strip(_EDGES + "（）()【】[]〔〕") else text


def _without_label(text: str, label: str) -> str:
    """The text without the number and heading that it begins with, blanks aside."""
    offset = 0
    for char in label:
        if char.isspace():
            continue
        while offset < len(text) and text[offset].isspace():
            offset += 1
        if offset >= len(text) or text[offset] != char:
            return text.strip()
        offset += 1
    return text[offset:].lstrip(_EDGES).strip()


def _of_row(text: str, clause: Clause) -> str:
    """The cells of a row, a line each, without those that hold its number, its chapter or a dash for nothing."""
    known = {_bare(part) for part in (clause.number, *clause.path)} | {""}
    cells = (_lines(cell) for cell in text.replace(clause.heading, "", 1).split("\t"))
    joined = "\n".join(cell for cell in cells if _bare(cell) not in known)
    # in a row without tabs number and content stand in one cell
    number = clause.number
    if number and joined.endswith(f" {number}"):
        joined = joined.removesuffix(number)
    return joined.removeprefix(f"{number} ").lstrip(_EDGES).strip()


def _bare(text: str) -> str:
    return "".join(text.split()).strip(_EDGES + _DASHES)
