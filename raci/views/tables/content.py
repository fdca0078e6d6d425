"""What a task asks for: the words of its clause, without annotations, and without a heading that is printed whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from raci.model import Analysis, Clause
from raci.views.grid import Grid

__all__ = ["contents"]

#: what stays between a heading and its text, or where an annotation was taken out
_EDGES = " \t\r\n\u3000。．.：:；;，,、"
#: what stands in a cell that holds nothing
_DASHES = "-－—–―/／"
#: so many characters a clause may hold besides its label that is only a heading: a stop, a blank
_HEADING_MARKS = 2


def contents(analysis: Analysis, grid: Grid) -> Iterator[str]:
    """The content of each task of the grid, in order; empty where a clause is no more than its heading.

    Where only the beginning of a sentence is printed as the heading, the content holds the whole sentence. The
    unnumbered paragraphs below a numbered heading are content too, as far as they stand before its annotation.
    """
    annotated: dict[int, list[tuple[int, int]]] = {}
    for annotation in analysis.annotations:
        for index in annotation.clauses[:1]:
            annotated.setdefault(index, []).append((annotation.start, annotation.end))
            limit = annotation.deadline
            if limit is not None and annotation.basis == "table" and (limit.start, limit.end) not in annotated[index]:
                annotated[index].append((limit.start, limit.end))  # a cell of its own
    tasks = {task.clause for task in grid.tasks}
    for task in grid.tasks:
        if task.clause is None or task.clause >= len(analysis.clauses):
            yield ""
            continue
        clause = analysis.clauses[task.clause]
        spans = annotated.get(task.clause, [])
        rest = _without_spans(analysis.document.text, clause.start, clause.end, spans)
        whole = task.shown == clause.heading
        if clause.kind == "row":
            yield _of_row(rest, clause, whole)
        else:
            own = _without_label(_lines(rest), clause.label if whole else clause.number)
            yield "\n".join(filter(None, (own, *_paragraphs(analysis, clause, tasks, spans))))


def _paragraphs(
    analysis: Analysis, clause: Clause, tasks: Collection[int | None], spans: Sequence[tuple[int, int]]
) -> Iterator[str]:
    """What the unnumbered paragraphs right below a clause say of it: those before the end of its last annotation.

    Where it has none and is no more than a heading: those with sentences, which a signature or a date has not.
    """
    text, last = analysis.document.text, max((end for _, end in spans), default=None)
    only_heading = clause.number and clause.end - clause.start - len(clause.label) <= _HEADING_MARKS
    for below in analysis.clauses[clause.index + 1 :]:
        if below.kind != "paragraph" or below.parent != clause.index:
            return
        words = text[below.start : below.end]
        belongs = below.start < last if last is not None else only_heading and "。" in words
        if belongs and below.index not in tasks:
            yield _lines(_without_spans(text, below.start, below.end, spans))


def _without_spans(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> str:
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


def _of_row(text: str, clause: Clause, whole: bool) -> str:
    """The cells of a row, a line each, without those that hold its number, its chapter or a dash for nothing.

    The heading stays unless it is printed ``whole``, its number does not.
    """
    known = {_bare(part) for part in (clause.number, *clause.path)} | {""}
    start, end = _place(text, clause.heading)
    before = text[:start]
    if start < end and clause.number and before.endswith(clause.number):
        before = before.removesuffix(clause.number)  # 1.疏浚河道: number and heading stand in one cell
    cells = (_lines(cell) for cell in (before + text[end if whole else start :]).split("\t"))
    joined = "\n".join(cell for cell in cells if _bare(cell) not in known)
    # in a row without tabs number and content stand in one cell
    number = clause.number
    if number and joined.endswith(f" {number}"):
        joined = joined.removesuffix(number)
    return joined.removeprefix(f"{number} ").lstrip(_EDGES).strip()


def _place(text: str, words: str) -> tuple[int, int]:
    """Where words first stand in a text, blanks aside; an empty span where they do not."""
    offsets = [offset for offset, char in enumerate(text) if not char.isspace()]
    wanted = "".join(words.split())
    first = "".join(text[offset] for offset in offsets).find(wanted) if wanted else -1
    return (0, 0) if first < 0 else (offsets[first], offsets[first + len(wanted) - 1] + 1)


def _bare(text: str) -> str:
    return "".join(text.split()).strip(_EDGES + _DASHES)
