"""The annotations in the clauses of a document as candidates: found clause by clause, then beside one another."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from operator import itemgetter

from raci.analysis.annotations.alike import (
    behind_topics,
    closing_names,
    closing_sentences,
    start_of_words,
    without_captions,
)
from raci.analysis.annotations.brackets import bracket_offsets
from raci.analysis.annotations.candidate import Candidate
from raci.analysis.annotations.candidates import find_candidates
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import TAIL
from raci.analysis.annotations.qualified_labels import with_qualifiers
from raci.analysis.annotations.stacked_labels import stacked_labels
from raci.analysis.annotations.topic_lines import topic_lines
from raci.analysis.annotations.unit_fields import unit_fields
from raci.analysis.annotations.written_forms import join_lines, usual_forms
from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern

__all__ = ["all_candidates"]

#: a bracket of bare names, and a line without bracket or label, counts where this many clauses say who does what
_ENOUGH = 3
#: so many are enough where they are all the tasks that there are, or lines below these
_FEWEST_TASKS = 2
#: and they are such a part of all numbered clauses
_MOST_TASKS = 0.6


def all_candidates(text: str, plain: str, clauses: Sequence[Clause], patterns: Patterns) -> list[tuple[int, Candidate]]:
    """The candidates of all clauses but rows of tables, each with the index of its clause; only those that count.

    ``plain`` is the text in simplified characters.
    """
    words = usual_forms(plain, patterns)
    own = [clause for clause in clauses if clause.kind != "row"]
    triggered = list(_holding_trigger(words, own, patterns))
    words = _with_whole_names(words, triggered, patterns)
    told = {clause.index for clause in triggered}
    in_brackets = {clause.index for clause in _holding(bracket_offsets(words), own)}
    candidates: list[tuple[int, Candidate]] = []
    for clause in own:
        if clause.index not in told and clause.index not in in_brackets:
            continue  # most clauses: a list of bare names stands in brackets
        start = start_of_words(text, clause)
        looks = clause.index in told, clause.index in in_brackets
        found = find_candidates(words, start, clause.end, patterns, looks, start > clause.start)
        if clause.kind == "section" and len(found) == 1:
            found = [_as_heading(words, start, clause.end, found[0])]
        candidates += [(clause.index, candidate) for candidate in found]
    candidates = with_qualifiers(words, clauses, without_captions(words, clauses, candidates), patterns)
    candidates += behind_topics(words, clauses, candidates, patterns)
    candidates += stacked_labels(words, clauses, candidates, patterns)
    candidates += unit_fields(words, clauses, candidates, patterns)
    candidates += closing_names(words, clauses, candidates, patterns)
    candidates += topic_lines(words, clauses, candidates, patterns)
    candidates.sort(key=itemgetter(0))
    if _are_all_tasks(own, candidates):
        return candidates
    lines = {index for index, candidate in candidates if _is_line_of_task(words, index, candidate, clauses)}
    return _those_that_count(words, triggered, candidates, lines, patterns)


def _holding_trigger(words: str, clauses: Sequence[Clause], patterns: Patterns) -> Iterator[Clause]:
    """The clauses, given in the order of the text, in which words begin that an annotation may hold.

    Of each the first such word is enough: what stands behind it is not looked at.
    """
    search = patterns.trigger.search
    position = -1
    for clause in clauses:
        if position < clause.start:
            trigger = search(words, clause.start)
            if trigger is None:
                return
            position = trigger.start()
        if position < clause.end:
            yield clause


def _holding(offsets: Sequence[int], clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, given in the order of the text, in which one of the offsets stands; most hold none."""
    held: list[Clause] = []
    following, last = 0, len(offsets)
    for clause in clauses:
        while following < last and offsets[following] < clause.start:
            following += 1
        if following < last and offsets[following] < clause.end:
            held.append(clause)
    return held


def _those_that_count(
    words: str,
    triggered: Sequence[Clause],
    candidates: list[tuple[int, Candidate]],
    lines: Collection[int],
    patterns: Patterns,
) -> list[tuple[int, Candidate]]:
    """The candidates without brackets of bare names and lines of names where too few clauses say who does what.

    ``triggered`` are the clauses that hold words of annotations, ``lines`` those that are lines below their tasks.
    """
    labelled = sum(candidate.form == "line" and candidate.content.labelled for _, candidate in candidates)
    named = [
        (index, candidate)
        for index, candidate in candidates
        if candidate.form not in ("bare", "line")
        or (index in lines and len(lines) >= _FEWEST_TASKS)
        or (candidate.content.labelled and labelled >= _FEWEST_TASKS)
        or _notes_persons(candidate)
    ]
    annotated = sum(bool(candidate.content.role_mentions) for _, candidate in candidates)
    if annotated >= _ENOUGH or len(named) == len(candidates) or any(_notes_roles(words, one) for _, one in candidates):
        return candidates
    alike = annotated + closing_sentences(words, triggered, candidates, patterns)
    return candidates if alike >= _ENOUGH else named


def _are_all_tasks(clauses: Sequence[Clause], candidates: Sequence[tuple[int, Candidate]]) -> bool:
    """Whether most numbered clauses, two at the least, begin with what is to be done and have such words each."""
    unsure = {index for index, candidate in candidates if candidate.form in ("bare", "line")}
    if not _FEWEST_TASKS <= len(unsure) < _ENOUGH:
        return False
    items = [clause for clause in clauses if clause.kind == "item"]
    does = lexicon_pattern("headless.task").match
    most = len(unsure) >= _MOST_TASKS * len(items)
    return most and sum(clause.index in unsure and does(clause.heading) is not None for clause in items) == len(unsure)


def _is_line_of_task(words: str, index: int, candidate: Candidate, clauses: Sequence[Clause]) -> bool:
    """Whether a line below a numbered task is nothing but bodies and their verbs: 县住建局牵头，县财政局配合."""
    clause = clauses[index]
    if candidate.form != "line" or clause.kind != "paragraph" or clause.parent is None:
        return False
    is_alone = not (words[clause.start : candidate.start] + words[candidate.end : clause.end]).strip(TAIL)
    return is_alone and candidate.content.verbal and clauses[clause.parent].number != ""


def _notes_persons(candidate: Candidate) -> bool:
    """Whether names are noted with who is in charge there (平安办（责任人：李明）): then they are those of the task."""
    return any(part.rule == "name.noted-persons" for part in candidate.content.role_mentions)


def _notes_roles(text: str, candidate: Candidate) -> bool:
    """Whether a line notes the roles behind its names (县数据局（主责），县公安局（配合）): no sentence does."""
    noted = lexicon_pattern("verb.noted")
    return candidate.form == "line" and noted.search(text, candidate.start, candidate.end) is not None


def _as_heading(text: str, start: int, end: int, candidate: Candidate) -> Candidate:
    """A candidate of a heading with clauses below: where it is all that the heading says, it speaks for these."""
    alone = not text[start : candidate.start].strip() and not text[candidate.end : end].strip(" \t\n\u3000。：:")
    return candidate._replace(form="heading") if alone and candidate.form in ("running", "line") else candidate


def _with_whole_names(words: str, clauses: Sequence[Clause], patterns: Patterns) -> str:
    """The text, as long as before, with the lines joined that cut a name, in ``clauses`` that may be annotated."""
    pieces: list[str] = []
    done = 0
    for clause in clauses:
        start = max(done, start_of_words(words, clause))
        if words.find("\n", start, clause.end) > 0:
            pieces += (words[done:start], join_lines(words[start : clause.end], patterns))
            done = clause.end
    return "".join([*pieces, words[done:]])
