"""Lists of one body after the other: 单位：县住建局, and on the next line what it is to do (职责任务：…)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from raci.analysis.annotations.candidate import Candidate
from raci.analysis.annotations.name_lines import names_alone
from raci.analysis.annotations.patterns import Patterns
from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern

__all__ = ["UNIT", "unit_fields"]

#: the form of such a candidate: it speaks for the clause behind it
UNIT = "unit"


def unit_fields(
    words: str, clauses: Sequence[Clause], candidates: Sequence[tuple[int, Candidate]], patterns: Patterns
) -> Iterator[tuple[int, Candidate]]:
    """The bodies before whose tasks they stand, each with the index of its clause.

    成员单位：甲 below 组长单位：乙 is one of the ``candidates`` already.
    """
    starts: list[int] = []
    annotated = {index for index, candidate in candidates if candidate.form == "running"}
    for field in lexicon_pattern("label.unit-field").finditer(words):
        starts = starts or [clause.start for clause in clauses]
        index = bisect_right(starts, field.start("names")) - 1
        content = names_alone(field["names"], patterns)
        if index in annotated and index - 1 in annotated:
            continue
        if content is not None and index + 1 < len(clauses) and clauses[index].kind == "paragraph":
            start, end = field.span("names")
            yield index, Candidate(clauses[index].start, end, start, content, UNIT)
