"""Bodies behind the tasks of a run of lines without numbers: 综合值班：党政办 above 后勤保障：财政所."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from raci.analysis.annotations.alike import behind_bullets, is_shared_out
from raci.analysis.annotations.candidate import Candidate
from raci.analysis.annotations.content import AnnotationContent
from raci.analysis.annotations.name_lines import behind_topic, names_alone
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import TAIL
from raci.analysis.annotations.strange_names import strange_beside_lines
from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern, lexicon_words

__all__ = ["topic_lines"]

_COLON = re.compile("[:：∶]")
#: so many lines one below the other share out tasks
_LEAST = 3
#: the longest line of a task and its bodies, in characters
_LONGEST_LINE = 80


#: what stands between a task and its bodies
_SIGNS = " \t\u3000：:∶—－→➔⇒->"


class _TopicLine(NamedTuple):
    """The bodies behind the task of a line, and how many of its names are known and how many read unlike one."""

    clause: int
    candidate: Candidate
    bodies: int
    strange: int


def topic_lines(
    words: str, clauses: Sequence[Clause], candidates: Sequence[tuple[int, Candidate]], patterns: Patterns
) -> list[tuple[int, Candidate]]:
    """The bodies of such lines, each with the index of its clause.

    They count where so many stand one below the other, and words say so that tasks are shared out. Where a line names
    some that read unlike a body, most of the names of all of the lines are known.
    """
    annotated = {index for index, _ in candidates}
    found: list[tuple[int, Candidate]] = []
    run: list[_TopicLine] = []
    for clause in clauses:
        line = None if clause.kind != "paragraph" or clause.index in annotated else _topic_line(words, clause, patterns)
        if run and (line is None or run[-1].clause + 1 != clause.index):
            found += _those_that_count(words, run, clauses)
            run = []
        run += [line] if line is not None else []
    return [*found, *_those_that_count(words, run, clauses)]


def _topic_line(words: str, clause: Clause, patterns: Patterns) -> _TopicLine | None:
    """The bodies that are all that stands behind the first colon of a short line."""
    end = clause.start + len(words[clause.start : clause.end].rstrip(TAIL))
    if end - clause.start > _LONGEST_LINE:
        return None
    first = behind_bullets(words, clause, end)
    begin = _behind_task(words, first, end, patterns)
    if begin == first:
        return None
    content: AnnotationContent | None = None
    if words[end - 1] in lexicon_words("prose.last-of-name"):
        content = names_alone(words[begin:end], patterns, few_strange=True)
    if content is not None:
        line = Candidate(begin, end, begin, content, "bare")
        return _TopicLine(clause.index, line, content.count_mentions() - content.odd_names, content.odd_names)
    content = strange_beside_lines(words[begin:end], patterns)
    if content is None:
        return None
    line = Candidate(begin, end, begin, content, "bare")
    return _TopicLine(clause.index, line, content.count_mentions() - content.odd_names, content.odd_names)


def _behind_task(words: str, first: int, end: int, patterns: Patterns) -> int:
    """Where the words begin behind the colon, arrow or dash that a task stands before; ``first`` without one."""
    if _COLON.search(words, first, end) is not None:
        return first + behind_topic(words[first:end], patterns)
    dash = lexicon_pattern("label.dash").search(words, first, end)
    return dash.end() if dash is not None and words[first : dash.start()].strip() else first


def _those_that_count(words: str, run: Sequence[_TopicLine], clauses: Sequence[Clause]) -> list[tuple[int, Candidate]]:
    """The lines of a run, if they share out tasks among bodies."""
    known = [line for line in run if not line.strange]
    for lines in (run, known):
        if len(lines) < _LEAST or sum(line.bodies for line in lines) <= sum(line.strange for line in lines):
            continue
        tasks = sum(_is_of_task(words, line.candidate, clauses[line.clause], clauses) for line in lines)
        if 2 * tasks >= len(lines):
            return [(line.clause, line.candidate) for line in lines]
    return []


def _is_of_task(words: str, line: Candidate, clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether the words before a colon are what somebody sees to (综合值班), or those of a task that is shared out."""
    topic = words[behind_bullets(words, clause, line.start) : line.start]
    is_duty = lexicon_pattern("coverage.duty-label").search(topic.rstrip(_SIGNS))
    return bool(is_duty) or is_shared_out(topic, clause, clauses)
