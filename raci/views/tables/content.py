"""What a task asks for: the words of its clause, without annotations."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from raci.model import Analysis, Clause
from raci.views.grid import Grid
from raci.views.tables.pair_words import words_of_pairs

__all__ = ["ClauseWords", "article_of", "clause_words"]

#: what stays between a heading and its text, or where an annotation was taken out
_EDGES = " \t\r\n\u3000。．.：:；;，,、"
#: what stands in a cell that holds nothing
_DASHES = "-－—–―/／"
#: so many characters a clause may hold besides its label that is only a heading: a stop, a blank
_HEADING_MARKS = 2
#: what a paragraph has that says something: a signature or a date has none of them
_SENTENCE_ENDS = "。；;"


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The words of a task, without number and annotations: ``whole``, and the ``rest`` of them behind the heading.

    ``below`` are those of the clauses below it that are no tasks of their own: they say what it asks for as well.
    """

    whole: str = ""
    rest: str = ""
    below: str = ""


def clause_words(analysis: Analysis, grid: Grid) -> Iterator[ClauseWords]:
    """The words of each task of the grid, in order; none of a task that a person added.

    What stands below a task belongs to it up to the first clause that is a task, or the heading of one.
    """
    text, spans = analysis.document.text, _annotated(analysis)
    tasks = {task.clause for task in grid.tasks if task.clause is not None}
    stops = tasks | _above(analysis, tasks)
    pairs = words_of_pairs(analysis)
    for task in grid.tasks:
        if task.clause is None or task.clause >= len(analysis.clauses):
            yield ClauseWords()
            continue
        clause, own = analysis.clauses[task.clause], spans.get(task.clause, [])
        if clause.kind == "row" and clause.start in pairs:
            said = pairs[clause.start]
            yield ClauseWords("\n".join((clause.heading, *said)), "\n".join(said))
            continue
        rest = _without_spans(text, clause.start, clause.end, own)
        if clause.kind == "row":
            yield ClauseWords(_of_row(rest, clause, True), _of_row(rest, clause, False))
            continue
        article = article_of(analysis, clause)
        if article is not None:
            below = _rest_of_article(analysis, clause, article, stops)
        else:
            below = _below(analysis, clause, stops, max((end for _, end in own), default=None))
        words = (_lines(_without_spans(text, one.start, one.end, own)) for one in below)
        yield ClauseWords(
            _without_label(_lines(rest), clause.number),
            _without_label(_lines(rest), clause.label),
            "\n".join(filter(None, words)),
        )


def article_of(analysis: Analysis, clause: Clause) -> Clause | None:
    """The article of a law that a clause is, or is a paragraph of: 第三条."""
    if clause.kind == "paragraph" and not clause.number and clause.parent is not None:
        clause = analysis.clauses[clause.parent]
    return clause if clause.number.startswith("第") and clause.number.endswith("条") else None


def _annotated(analysis: Analysis) -> dict[int, list[tuple[int, int]]]:
    """Clause → the spans of the annotations that belong to it, and in tables of their time limits."""
    annotated: dict[int, list[tuple[int, int]]] = {}
    for annotation in analysis.annotations:
        for index in annotation.clauses[:1]:
            annotated.setdefault(index, []).append((annotation.start, annotation.end))
            limit = annotation.deadline
            if limit is not None and annotation.basis == "table" and (limit.start, limit.end) not in annotated[index]:
                annotated[index].append((limit.start, limit.end))  # a cell of its own
    return annotated


def _above(analysis: Analysis, tasks: Collection[int]) -> set[int]:
    """The clauses under which tasks stand."""
    above: set[int] = set()
    for index in tasks:
        parent = analysis.clauses[index].parent if index < len(analysis.clauses) else None
        while parent is not None and parent not in above:
            above.add(parent)
            parent = analysis.clauses[parent].parent
    return above


def _rest_of_article(analysis: Analysis, clause: Clause, article: Clause, stops: Collection[int]) -> Iterator[Clause]:
    """What follows in an article on a task in it: its further paragraphs and points."""
    within = {article.index}
    for after in analysis.clauses[clause.index + 1 :]:
        if after.parent not in within or after.index in stops or after.kind == "row":
            return
        within.add(after.index)
        if after.kind != "paragraph" or _has_sentences(analysis, after):
            yield after


def _below(analysis: Analysis, clause: Clause, stops: Collection[int], last: int | None) -> Iterator[Clause]:
    """What stands below a task of a plan; ``last`` is where its last annotation ends, if it has any.

    Unnumbered paragraphs right below it as far as they stand before that; where it has none and is no more than a
    heading, those with sentences, which a signature or a date has not. Numbered ones with all that is in them.
    """
    only_heading = clause.kind != "paragraph" and clause.end - clause.start - len(clause.label) <= _HEADING_MARKS
    within = {clause.index}
    for below in analysis.clauses[clause.index + 1 :]:
        if below.parent not in within or below.kind == "row":
            return
        if below.index in stops:
            if below.kind != "paragraph":
                return
            continue
        if below.kind != "paragraph":
            within.add(below.index)
            yield below
        elif last is not None:
            if below.start < last:
                yield below
        elif only_heading and _has_sentences(analysis, below):
            yield below


def _has_sentences(analysis: Analysis, clause: Clause) -> bool:
    return any(mark in analysis.document.text[clause.start : clause.end] for mark in _SENTENCE_ENDS)


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


def _of_row(text: str, clause: Clause, heading_too: bool) -> str:
    """The cells of a row, a line each, without those that hold its number, its chapter or a dash for nothing.

    With ``heading_too`` the heading stays, its number does not.
    """
    known = {_bare(part) for part in (clause.number, *clause.path)} | {""}
    start, end = _place(text, clause.heading)
    before = text[:start]
    if start < end and clause.number and before.endswith(clause.number):
        before = before.removesuffix(clause.number)  # 1.疏浚河道: number and heading stand in one cell
    cells = (_lines(cell) for cell in (before + text[start if heading_too else end :]).split("\t"))
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
