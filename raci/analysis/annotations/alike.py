"""What counts only beside others of its kind: bodies behind the tasks of a list, brackets of bare names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from raci.analysis.annotations.brackets import OPENING
from raci.analysis.annotations.candidate import Candidate
from raci.analysis.annotations.name_lines import behind_topic, lines_of_names, names_alone, names_and_verbs
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import TAIL
from raci.model import Clause
from raci.model.late_patterns import late_pattern
from raci.rules.bullets import MARKS
from raci.rules.lexicon import lexicon_pattern, lexicon_words

__all__ = [
    "BULLETS",
    "behind_bullets",
    "behind_topics",
    "closing_names",
    "closing_sentences",
    "holds",
    "is_bulleted",
    "is_shared_out",
    "start_of_words",
    "without_captions",
]

#: what may stand before the label of a line
BULLETS = " \t\u3000\xa0\n·•-–—" + MARKS
#: the first characters of lines that are one of a list
_LISTING = frozenset("·•-–—" + MARKS)
#: a letter that counts a line as a number does: a. b) C、
_LETTER = late_pattern(r"[a-zA-Z][.．、)）]\s*(?=[一-鿿])")
#: so many items, and half of them all, close with nothing but bodies where these are in charge
_LEAST_ALIKE = 3
#: so far before its full stop the last word of a sentence begins that says what is listed (refuse.roster)
_LAST_WORD = 2


def start_of_words(text: str, clause: Clause) -> int:
    """Where the words of a clause begin: a number (（五）) is no bracket and no part of a name."""
    start, number = clause.start, clause.number
    return start + len(number) if number and text.startswith(number, start) else start


def behind_bullets(text: str, clause: Clause, end: int) -> int:
    """Where the words of a clause begin behind its number and the bullets there; ``end`` where nothing else stands."""
    start = start_of_words(text, clause)
    while start < end and text[start] in BULLETS:
        start += 1
    letter = _LETTER.match(text, start, end + 1) if text[start : start + 1].isascii() else None
    return letter.end() if letter is not None else start


def is_bulleted(text: str, clause: Clause) -> bool:
    """Whether a paragraph begins with a bullet, or with a letter that counts it."""
    return text[clause.start] in _LISTING or _LETTER.match(text, clause.start, clause.end) is not None


def holds(offsets: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the offsets, which are in order, stands between ``start`` and ``end``."""
    following = bisect_left(offsets, start)
    return following < len(offsets) and offsets[following] < end


def without_captions(
    words: str, clauses: Sequence[Clause], candidates: Sequence[tuple[int, Candidate]]
) -> list[tuple[int, Candidate]]:
    """The candidates without the captions of articles (第三条【服务窗口】…) that read like bodies.

    Brackets of bare names before the words of clauses count where most brackets there say who does these.
    """
    before = {index for index, candidate in candidates if _is_before_words(words, clauses[index], candidate)}
    opened = sum(_opens(words, clause) for clause in clauses) if before else 0
    if 2 * len(before) >= opened:
        return list(candidates)
    return [
        (index, each)
        for index, each in candidates
        if each.form != "bare" or not _is_before_words(words, clauses[index], each)
    ]


def _opens(words: str, clause: Clause) -> bool:
    """Whether a bracket stands right behind the number of a clause."""
    is_numbered = clause.number != "" and clause.kind != "row"
    return is_numbered and words[start_of_words(words, clause) : clause.end].lstrip()[:1] in OPENING


def _is_before_words(words: str, clause: Clause, candidate: Candidate) -> bool:
    """Whether a candidate stands right behind the number of its clause, and words behind it."""
    start = start_of_words(words, clause)
    if clause.number == "" or (start < candidate.start and words[start].strip()):  # most, so that few are cut out
        return False
    return not words[start : candidate.start].strip() and words[candidate.end : clause.end].strip(TAIL) != ""


def behind_topics(
    words: str, clauses: Sequence[Clause], candidates: Sequence[tuple[int, Candidate]], patterns: Patterns
) -> Iterator[tuple[int, Candidate]]:
    """The bodies behind the tasks of clauses beside one of ``candidates`` that is written so: 老旧小区改造：市住建局.

    Nothing in such a clause is a word of annotations: the one beside it says that bodies behind a colon are those of
    the task. Behind a dash (改造管网——市水务局) they are anywhere.
    """
    parents = {
        clauses[index].parent for index, candidate in candidates if _is_behind_topic(words, clauses[index], candidate)
    }
    dashes = [dash.end() for dash in lexicon_pattern("label.dash").finditer(words)]
    if not parents and not dashes:
        return
    annotated = {index for index, candidate in candidates if candidate.content.role_mentions}
    for clause in clauses:
        is_dashed = holds(dashes, clause.start, clause.end)
        if not (is_dashed or clause.parent in parents) or clause.kind == "row" or clause.index in annotated:
            continue
        start = start_of_words(words, clause)
        for line in lines_of_names(words[start : clause.end], patterns):
            begin, end = line.start + start, line.end + start
            if line.start and (clause.parent in parents or holds(dashes, begin, begin + 1)):
                yield clause.index, Candidate(begin, end, begin, line.content, line.form)


def _is_behind_topic(words: str, clause: Clause, candidate: Candidate) -> bool:
    """Whether a candidate is a list of names behind the task of its clause."""
    return (
        candidate.form in ("line", "bare")
        and candidate.start > start_of_words(words, clause)
        and words[candidate.start] not in OPENING
    )


def closing_sentences(
    words: str, clauses: Sequence[Clause], candidates: Sequence[tuple[int, Candidate]], patterns: Patterns
) -> int:
    """How many clauses without a candidate close with a sentence of names and verbs: that says it as brackets do.

    ``clauses`` are those that hold words of annotations: verbs are among these.
    """
    annotated = {index for index, _ in candidates}
    count = 0
    for clause in clauses:
        if clause.kind == "row" or clause.index in annotated:
            continue
        begin, end = _last_sentence(words, start_of_words(words, clause), clause.end)
        count += names_and_verbs(words[begin:end], patterns) is not None
    return count


def _last_sentence(words: str, start: int, end: int) -> tuple[int, int]:
    """The span of the last sentence of ``words[start:end]``, without its end; all of it where no full stop parts it."""
    end = start + len(words[start:end].rstrip(TAIL))
    return max(start, words.rfind("。", start, end) + 1), end


def closing_names(
    words: str, clauses: Sequence[Clause], candidates: Sequence[tuple[int, Candidate]], patterns: Patterns
) -> list[tuple[int, Candidate]]:
    """The bodies that items close with, in a sentence of their own: 1.新建高标准农田2万亩。县农业农村局、县水利局.

    Behind a colon (1.改造老旧小区：县住建局。) bodies are those of a task where the words say so, or those above them
    that tasks are shared out. They count where most items without a candidate close so, or with bodies and verbs.
    """
    annotated = {index for index, candidate in candidates if candidate.content.role_mentions}
    notes = {index: candidate.start for index, candidate in candidates if index not in annotated}
    ends = lexicon_words("prose.last-of-name")
    found: list[tuple[int, Candidate]] = []
    others: list[tuple[int, int, int]] = []  # where they and their last sentences begin, and their ends
    for clause in clauses:
        if not clause.number or clause.kind == "row" or clause.index in annotated:
            continue
        start = start_of_words(words, clause)
        last, end = _last_sentence(words, start, notes.get(clause.index, clause.end))
        content, begin = None, last
        if words[end - 1] in ends:
            if last == start:
                begin += behind_topic(words[start:end], patterns)
                is_task = begin > start and is_shared_out(words[start:begin], clause, clauses)
            else:
                is_task = not lexicon_pattern("refuse.roster").search(
                    words, max(start, last - 1 - _LAST_WORD), last - 1
                )
            content = names_alone(words[begin:end], patterns, few_strange=True) if is_task else None
        if content is not None:
            found.append((clause.index, Candidate(begin, end, begin, content, "bare")))
        else:
            others.append((start, last, end))
    if not found:
        return []
    alike = sum(_closes_with_verbs(words, *other, patterns) for other in others)
    return found if len(found) + alike >= max(_LEAST_ALIKE, len(others) - alike) else []


def _closes_with_verbs(words: str, start: int, last: int, end: int, patterns: Patterns) -> bool:
    """Whether the last sentence of a clause, or what stands behind its topic, is names and verbs."""
    begin = last if last > start else start + behind_topic(words[start:end], patterns)
    return begin > start and names_and_verbs(words[begin:end], patterns) is not None


def is_shared_out(topic: str, clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether the words before a colon are those of a task, or stand below a heading of tasks."""
    above = clause.path[-1] if clause.path else ""
    no_task, of_tasks = lexicon_pattern("headless.no-title"), lexicon_pattern("headless.title")
    if any(no_task.search(heading) for heading in (above, clauses[0].heading)):
        return False
    return bool(
        lexicon_pattern("headless.task").match(topic) or of_tasks.search(above) or of_tasks.search(clauses[0].heading)
    )
