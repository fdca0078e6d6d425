"""Label lines whose label has a word of its own before it: 整治牵头部门：甲, 亮化配合单位：乙 below their task.

The words before a label are a task where they differ from line to line (治安维护责任单位：…). Where the same word
stands before several labels, or one of two characters below a clause that says nothing of who does it, it belongs to
the label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from raci.analysis.annotations.alike import behind_bullets
from raci.analysis.annotations.body_names import is_body
from raci.analysis.annotations.candidate import Candidate
from raci.analysis.annotations.patterns import Patterns
from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern

__all__ = ["with_qualifiers"]

#: so often stands a word that belongs to the labels
_REPEATED = 2
#: a word of so many characters is too short for a task
_SHORT = 2


def with_qualifiers(
    words: str, clauses: Sequence[Clause], candidates: Sequence[tuple[int, Candidate]], patterns: Patterns
) -> list[tuple[int, Candidate]]:
    """The candidates, those of such lines from the first word of their label on."""
    qualifiers = {
        place: found for place, found in enumerate(_qualifiers(words, clauses, candidates, patterns)) if found
    }
    if not qualifiers:
        return list(candidates)
    counted = Counter(word for word, _ in qualifiers.values())
    annotated = {index for index, _ in candidates}
    joined = list(candidates)
    for place, (word, start) in qualifiers.items():
        index, candidate = candidates[place]
        below = index > 0 and (index - 1 not in annotated) and clauses[index - 1].kind != "row"
        if counted[word] >= _REPEATED or (below and len(word) <= _SHORT):
            joined[place] = index, candidate._replace(start=start)
    return joined


def _qualifiers(
    words: str, clauses: Sequence[Clause], candidates: Sequence[tuple[int, Candidate]], patterns: Patterns
) -> list[tuple[str, int] | None]:
    """For each candidate the word before the label of its line and where it begins; None where none stands there."""
    qualifier = lexicon_pattern("label.qualifier")
    found: list[tuple[str, int] | None] = []
    for index, candidate in candidates:
        clause = clauses[index]
        word = None
        if candidate.form == "running" and clause.kind not in ("row", "section") and not clause.number:
            start = behind_bullets(words, clause, candidate.start)
            if start < candidate.start and qualifier.fullmatch(words, start, candidate.start):
                said = words[start : candidate.start]
                word = None if is_body(said, patterns) else (said, start)
        found.append(word)
    return found
