"""Persons who are to do something: 官网改版由小高跟进; 顾敏负责编写学案 and 徐某：统计人数 below 任务分工."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from raci.analysis.annotations.odd_words import is_acting_post
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.persons import only_persons
from raci.analysis.prose.sayings import annotations_of
from raci.model import Annotation, Clause, Document, Group, Mention, Role, Span
from raci.rules.bodies import is_one_body
from raci.rules.lexicon import lexicon_pattern

__all__ = ["PERSON", "duties_of_persons"]

#: the rule of what such lines say
PERSON = "prose.by-person"
#: the longest line that is a heading of what follows, in characters
_LONGEST_HEADING = 20
#: what the name of a post that some persons hold may end with
_HOLDERS = ("员", "长", "人")
_HELPS: Role = "support"
_ROLES: dict[str, Role] = {"牵头": "lead", "协助": _HELPS}
_PAUSE = re.compile("[、，,和]")
_SENTENCE = re.compile(r"[^。；;\n]+[。；;]?")


def duties_of_persons(
    document: Document,
    clauses: Sequence[Clause],
    known: Collection[int],
    tells: Callable[[Clause, str], bool],
    patterns: Patterns,
) -> Iterator[Annotation]:
    """What persons are to do, by the clauses that are not ``known``: an annotation (basis ``prose``) a sentence.

    ``tells`` says whether the words of a clause but tell what was done. Elsewhere than below a heading that shares
    out the work, and in numbered items, only a sentence that begins with the person asks for something.
    """
    text = document.text
    by_person, at_person = lexicon_pattern("prose.by-person").search, lexicon_pattern("prose.person-at").search
    begins, ends = lexicon_pattern("prose.person-first").match, lexicon_pattern("prose.person-last").search
    shared = False  # whether the lines are those that share out the work
    for clause in clauses:
        shared = _is_of_shares(clause, clauses) or (shared and clause.kind == "paragraph")
        if clause.kind == "row" or clause.index in known:
            continue
        looks = [by_person, at_person, *((begins, ends) if shared else ())]
        for sentence in _SENTENCE.finditer(text, clause.start + len(clause.number), clause.end):
            words = sentence[0].strip()
            found = next((match for look in looks if (match := look(words)) is not None), None)
            if found is None or not (shared or clause.number or found.start() == 0) or tells(clause, words):
                continue
            if _names_holders(found, words):
                continue
            first = sentence.start() + sentence[0].index(words)
            groups = tuple(_groups(found, first))
            if groups:
                said = Span(first, first + len(words))
                yield from annotations_of(text, said, said, clause, groups, patterns, document.date)


def _names_holders(found: re.Match[str], words: str) -> bool:
    """Whether a line but says who holds a post: 组长：张伟，李芳 and 联络员：赵磊、钱进."""
    before = words[: found.start()].strip()
    if is_acting_post(before) or before.endswith(_HOLDERS):
        return True
    rest = words[found.end() :].rstrip("。；;")
    return found.groupdict().get("said") is not None and bool(only_persons(rest, rest, 0, len(rest)))


def _is_of_shares(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a clause stands below a heading of who does what (任务分工), or is such a heading itself."""
    heading = lexicon_pattern("prose.heading-of-shares").search
    above = clauses[clause.parent].heading if clause.parent is not None else ""
    return any(len(words) <= _LONGEST_HEADING and heading(words) is not None for words in (above, clause.heading))


def _groups(found: re.Match[str], offset: int) -> Iterator[Group]:
    role: Role = _ROLES.get(found["verb"] or "", "responsible")
    for name, part in (("who", role), ("with", _HELPS)):
        mentions = tuple(_persons(found, name, offset))
        if name == "who" and not mentions:
            return
        if mentions:
            yield Group(part, mentions, PERSON)


def _persons(found: re.Match[str], name: str, offset: int) -> Iterator[Mention]:
    """The persons that a group of the match lists; none where one of them is the name of a body or a place."""
    words = found[name] if name in found.re.groupindex else None
    if not words:
        return
    start = found.start(name)
    listed = []
    for part in _PAUSE.split(words):
        if is_one_body(part) and not is_acting_post(part):
            return
        listed.append(Mention(part, offset + start, offset + start + len(part)))
        start += len(part) + 1
    yield from listed
