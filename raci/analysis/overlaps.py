"""Overlaps: a clause of the body and the row of a table (of an annex) that speak of the same task.

A plan says who does what at the end of each clause, and its annex says it again in a table. Both stay in the
assignments and the rows of every export, each with its own evidence. Where both say the same, the grid (matrix, graph,
tables, drawings) holds one task, so that nothing counts double: the clause, with its bodies, or with those of the
row where that tells roles apart which the clause does not. Where they differ it holds both, the remark of each says
how, and the check ``annex`` asks for a human eye. Of rows without their text (a DataFrame) only the headings are
compared.

A pair is one clause and one row of a heading that no other clause and no other row has (of several, those that the
number tells apart); in an Analysis also a row whose words are most of what one clause says. Nothing is guessed:
what has no such partner has none. In what the two differ is said in ``overlap_differences``.

A clause that names nobody leaves it to its row: then the row alone is the task, under the headings of the clause where
it has none of its own.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from raci.analysis.overlap_differences import compare_sides
from raci.model import Analysis, Annotation, Assignment, Clause, Overlap, OverlapSide

__all__ = ["find_overlaps", "overlaps_by_heading", "paths_of_rows", "with_overlaps"]

#: a heading shorter than this tells nothing
_SHORTEST_HEADING = 4
#: to be known by its words, a row must hold this part of the words of its clause, and be at least this long
_LEAST_PART, _SHORTEST_CELL = 0.6, 12

Pair = tuple[OverlapSide, OverlapSide]


def with_overlaps(analysis: Analysis) -> Analysis:
    """The analysis with its overlaps; to be called again where clauses or assignments were changed."""
    return replace(analysis, overlaps=find_overlaps(analysis))


def find_overlaps(analysis: Analysis) -> tuple[Overlap, ...]:
    """The overlaps among the tasks of an analysis: by their headings, then by their words.

    Clauses that name nobody are tried too: there the table says it alone.
    """
    if not any(clause.kind == "row" for clause in analysis.clauses):
        return ()
    assignments: dict[int, list[Assignment]] = defaultdict(list)
    for assignment in analysis.marked:
        assignments[assignment.clause.index].append(assignment)
    sides = [
        OverlapSide(clause.index, clause, clause.kind == "row", tuple(assignments.get(clause.index, ())))
        for clause in analysis.clauses
        if clause.index in assignments or clause.kind == "item"
    ]
    pairs = _pairs_by_heading(sides)
    paired = {side.key for pair in pairs for side in pair}
    by_words = _pairs_by_words(analysis, [side for side in sides if side.key not in paired])
    # of rows known by their words none is finer: rows without their text could not tell, and would give another grid
    return (
        *(compare_sides(clause, row) for clause, row in pairs),
        *(replace(compare_sides(clause, row), finer=False) for clause, row in by_words),
    )


def overlaps_by_heading(sides: Iterable[OverlapSide]) -> list[Overlap]:
    """The overlaps among sides without their text: by their headings."""
    return [compare_sides(clause, row) for clause, row in _pairs_by_heading(sides)]


def paths_of_rows(clauses: Sequence[Clause], annotations: Iterable[Annotation]) -> tuple[Clause, ...]:
    """The clauses; a row under no heading takes the path of the clause that leaves it to the table who is to do it."""
    if not any(clause.kind == "row" and not clause.path for clause in clauses):
        return tuple(clauses)
    annotated = {index for annotation in annotations for index in annotation.clauses}
    sides = [
        OverlapSide(clause.index, clause, clause.kind == "row", ())
        for clause in clauses
        if clause.kind == "row" or clause.kind == "item"
    ]
    paths = {
        row.clause.index: clause.clause.path
        for clause, row in _pairs_by_heading(sides)
        if not row.clause.path and clause.clause.index not in annotated and row.clause.index in annotated
    }
    return tuple(replace(clause, path=paths[clause.index]) if clause.index in paths else clause for clause in clauses)


def _pairs_by_heading(sides: Iterable[OverlapSide]) -> list[Pair]:
    """The pairs of clause and row whose headings agree, in the order of the clauses."""
    clauses: dict[str, list[OverlapSide]] = defaultdict(list)
    rows: dict[str, list[OverlapSide]] = defaultdict(list)
    for side in sides:
        heading = _letters_of(side.clause.heading)
        if len(heading) >= _SHORTEST_HEADING:
            (rows if side.row else clauses)[heading].append(side)
    pairs: list[Pair] = []
    for heading, same_rows in rows.items():
        same_clauses = clauses.get(heading, [])
        if len(same_rows) == len(same_clauses) == 1:
            pairs.append((same_clauses[0], same_rows[0]))
        elif same_clauses:
            clause_of, row_of = _by_number(same_clauses), _by_number(same_rows)
            pairs += [(clause_of[number], row_of[number]) for number in clause_of if number in row_of]
    return sorted(pairs, key=lambda pair: pair[0].clause.index)


def _by_number(sides: Iterable[OverlapSide]) -> dict[str, OverlapSide]:
    """Number → side, of the numbers that one side alone has."""
    numbered: dict[str, list[OverlapSide]] = defaultdict(list)
    for side in sides:
        numbered[_letters_of(side.clause.number)].append(side)
    return {number: listed[0] for number, listed in numbered.items() if number and len(listed) == 1}


def _pairs_by_words(analysis: Analysis, sides: Sequence[OverlapSide]) -> Iterator[Pair]:
    """The clauses and rows of which the row's longest cell is most of what one clause, and no other, says."""
    text = analysis.document.text
    clauses = [side for side in sides if not side.row and side.assignments]
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for annotation in analysis.annotations:
        for index in annotation.clauses[:1]:
            spans[index].append((annotation.start, annotation.end))
    words_of = {
        side.key: _without(text, side.clause, spans.get(side.clause.index, ()))
        for side in sides
        if side.row or side.assignments
    }
    clause_words = [_letters_of(words_of[side.key]) for side in clauses]
    starts: list[int] = []
    length = 0
    for words in clause_words:
        starts.append(length)
        length += len(words) + 1
    joined_words = "\n".join(clause_words)
    rows_of: dict[int, list[OverlapSide]] = defaultdict(list)
    for side in sides:
        if not side.row:
            continue
        cell = _letters_of(max(words_of[side.key].split("\t"), key=len))
        offset = joined_words.find(cell) if len(cell) >= _SHORTEST_CELL else -1
        if offset < 0 or joined_words.find(cell, offset + 1) >= 0:
            continue
        position = bisect_right(starts, offset) - 1
        label_length = len(_letters_of(clauses[position].clause.label))
        if len(cell) >= _LEAST_PART * (len(clause_words[position]) - label_length):
            rows_of[position].append(side)
    for position, rows in sorted(rows_of.items()):
        if len(rows) == 1:
            yield clauses[position], rows[0]


def _letters_of(text: str) -> str:
    """The letters and digits of a text, wide ones as the usual ones."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


def _without(text: str, clause: Clause, spans: Iterable[tuple[int, int]]) -> str:
    """The words of a clause without its annotations."""
    parts, offset = [], clause.start
    for start, end in sorted(spans):
        if offset <= start and end <= clause.end:
            parts.append(text[offset:start])
            offset = end
    return "".join([*parts, text[offset : clause.end]])
