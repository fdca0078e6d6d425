"""What a task asks for: the words of its clause, without heading and annotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from raci.grid import Grid
from raci.model import Analysis

__all__ = ["contents"]

#: what stays between a heading and its text, or where an annotation was taken out
_EDGES = " \t\r\n\u3000。．.：:；;，,、"


def contents(analysis: Analysis, grid: Grid) -> Iterator[str]:
    """The content of each task of the grid, in order; empty where a clause is no more than its heading."""
    taken: dict[int, list[tuple[int, int]]] = {}
    for annotation in analysis.annotations:
        for index in annotation.clauses[:1]:
            taken.setdefault(index, []).append((annotation.start, annotation.end))
    for task in grid.tasks:
        if task.clause is None or task.clause >= len(analysis.clauses):
            yield ""
            continue
        clause = analysis.clauses[task.clause]
        words = _text(analysis.document.text, clause.start, clause.end, clause.label, taken.get(task.clause, []))
        # the cells of a row in which number and heading stand are not its content
        yield _of_row(words, clause.number, clause.heading) if clause.kind == "row" else words


def _text(text: str, start: int, end: int, label: str, taken: list[tuple[int, int]]) -> str:
    parts, at = [], start
    for first, last in sorted(taken):
        if at <= first and last <= end:
            parts.append(text[at:first])
            at = last
    parts.append(text[at:end])
    joined = "\n".join(line for line in (_line(part) for part in "".join(parts).splitlines()) if line)
    return _without(joined, label)


def _line(text: str) -> str:
    text = re.sub(r"[ \t\u3000]+", " ", text).strip()
    # a line of an annotation that was taken out leaves its marks behind
    return "" if not text.strip(_EDGES + "（）()【】[]〔〕") else text


def _without(text: str, label: str) -> str:
    """The text without the number and heading that it begins with, blanks aside."""
    at = 0
    for char in label:
        if char.isspace():
            continue
        while at < len(text) and text[at].isspace():
            at += 1
        if at >= len(text) or text[at] != char:
            return text.strip()
        at += 1
    return text[at:].lstrip(_EDGES).strip()


def _of_row(text: str, number: str, heading: str) -> str:
    lines = [line for line in text.replace(heading, "", 1).splitlines() if line.strip(_EDGES) != number]
    joined = "\n".join(lines).strip()
    if number and joined.endswith(f" {number}"):
        joined = joined.removesuffix(number)
    return joined.removeprefix(f"{number} ").lstrip(_EDGES).strip()
