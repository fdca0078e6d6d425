"""What a clause says beside its annotations: nothing, a heading alone, or what closes the document."""

from __future__ import annotations

from collections.abc import Sequence

from raci.analysis.annotations.candidate import Candidate
from raci.analysis.annotations.unit_fields import UNIT
from raci.model import Clause
from raci.rules.bullets import MARKS
from raci.rules.lexicon import lexicon_pattern

__all__ = ["NOTHING", "is_aside", "is_closing", "is_heading_only", "is_pure"]

#: what a clause may hold beside its annotations and still say nothing else
NOTHING = "。；;，,、.：: \t\u3000\xa0\n·•-–—" + MARKS

#: the longest paragraph that is beside the matter, in characters
_LONGEST_ASIDE = 60
#: the longest heading that is no sentence, in characters
_LONGEST_HEADING = 80


def is_closing(clause: Clause, text: str) -> bool:
    """Whether a paragraph closes the document (its signature, its annexes, from when it holds)."""
    words = text[clause.start : clause.end].strip()
    return lexicon_pattern("scope.closing-line").fullmatch(words) is not None


def is_aside(clause: Clause, text: str) -> bool:
    """Whether a paragraph stands beside the matter and parts nothing: the number of a page, a caption, a note."""
    if clause.kind != "paragraph" or clause.end - clause.start > _LONGEST_ASIDE:
        return False
    return lexicon_pattern("scope.aside").fullmatch(text[clause.start : clause.end].strip()) is not None


def is_pure(clause: Clause, candidates: Sequence[Candidate], text: str) -> bool:
    """Whether the annotations are all that the clause holds besides its number; or it begins with one."""
    position = clause.start + len(clause.number)
    if all_above := lexicon_pattern("scope.all-above").match(text, position, candidates[0].start):
        position = all_above.end()
    first = candidates[0]
    if first.form == "heading":
        return False
    if (
        first.form == "running"
        and not clause.number
        and lexicon_pattern("label.party").fullmatch(text, position, first.start)
    ):
        position = first.start
    # （一）【市商务局牵头】开展试点: a bracket before the words of a numbered clause is no line of its own
    leads_in = first.form == "bracket" and clause.number and text[candidates[-1].end : clause.end].strip(NOTHING)
    begins = not text[position : first.start].strip(NOTHING)
    if begins and not leads_in and first.form in ("bracket", "running", UNIT):
        return True
    for candidate in candidates:
        if text[position : candidate.start].strip(NOTHING):
            return False
        position = max(position, candidate.end)
    return not text[position : clause.end].strip(NOTHING + "）)〕]】")


def is_heading_only(clause: Clause) -> bool:
    """Whether a clause holds only a heading, and that is no long sentence."""
    rest = clause.end - clause.start - len(clause.number) - len(clause.heading)
    return rest <= 2 and len(clause.heading) <= _LONGEST_HEADING
