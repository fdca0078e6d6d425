"""Rows of a table of tasks in which the cells for bodies are empty, though other rows have theirs filled.

Most other rows; or some below them, where all are numbered one by one: the cells may be merged in the source.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from raci.model import Analysis
from raci.rules.lexicon import lexicon_pattern

__all__ = ["bare_rows"]

#: so many rows of a table name somebody, and so many for each that does not, where that is an omission
_FEWEST_NAMING, _NAMING_EACH = 3, 3
#: and so many where all rows are numbered and some without bodies stand above others
_FEWEST_NUMBERED = 2


def bare_rows(analysis: Analysis, annotated: Collection[int]) -> Iterator[int]:
    """The indexes of these rows among the clauses, in order; sums (合计) and remarks are no tasks.

    ``annotated`` are the clauses that somebody is named for: a row may have that from a heading above.
    """
    if not analysis.tables:
        return
    no_row = lexicon_pattern("checks.no-row")
    rows = {clause.start: clause for clause in analysis.clauses if clause.kind == "row"}
    for table in analysis.tables:
        clauses = [(task, rows[task.start]) for task in table.tasks if task.start in rows]
        naming = sum(clause.index in annotated for _, clause in clauses)
        bare = [
            clause.index
            for task, clause in clauses
            if clause.index not in annotated
            and not task.duties
            and task.heading
            and not any(words and no_row.search(words) for words in (task.number, task.heading))
        ]
        told = [clause.index for _, clause in clauses if clause.index in annotated]
        among = bool(bare) and len(told) >= _FEWEST_NUMBERED and bare[0] < told[-1]
        if naming >= max(_FEWEST_NAMING, _NAMING_EACH * len(bare)) or (
            among and _count_on([task.number for task, _ in clauses])
        ):
            yield from bare


def _count_on(numbers: Sequence[str]) -> bool:
    """Whether each row bears the number behind that of the row above: all of them are tasks then."""
    found = [number.strip("（()）.．、 ") for number in numbers]
    return all(number.isdigit() for number in found) and all(
        int(after) == int(before) + 1 for before, after in pairwise(found)
    )
