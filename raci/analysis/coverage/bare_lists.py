"""Brackets at the end of a clause that list short words, some of them bodies, where others like it were read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from raci.analysis.annotations.body_names import is_body, is_organ, is_place
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.coverage.spans import is_covered
from raci.model import Annotation, Clause, Span, Stretch
from raci.rules.lexicon import lexicon_pattern

__all__ = ["bare_lists"]

#: the rule of brackets that hold nothing but names
_BARE = "bare.bracket"
_LIST = re.compile(r"[（(〔\[【]\s*(?P<names>[^（()）〔〕\[\]【】：:。；，,\d]{2,80})\s*[)）〕\]】][。；;]?\s*$")
_PARTS = re.compile(r"[、，,/／\s]+")
#: how far before its end the bracket of a clause begins, in characters
_REACH = 90
#: so many clauses beside one another that close so say who does what
_LEAST = 2
#: so many of them name a body that is known: of a catalogue (钢材（风电用）) hardly one does, and by chance
_SHARE = 0.2
_CLOSERS = tuple("）)〕]】")
_WHY = "括号里像是谁来做，没有读懂"


def bare_lists(
    text: str, clauses: Sequence[Clause], annotations: Sequence[Annotation], covered: Sequence[Span], known: Patterns
) -> Iterator[Stretch]:
    """Such brackets that ``covered`` spans leave out, beside others that were read or of which one names a body."""
    is_read = any(annotation.rule == _BARE for annotation in annotations)
    found = [(clause, bracket) for clause in clauses if (bracket := _bracket(text, clause, covered, known)) is not None]
    bodies = Counter(clause.parent for clause, bracket in found if _names_body(bracket, known))
    beside = Counter(clause.parent for clause, _ in found)
    for clause, bracket in found:
        among_bodies = beside[clause.parent] >= _LEAST and bodies[clause.parent] >= _SHARE * beside[clause.parent]
        if (is_read and _names_body(bracket, known)) or among_bodies:
            yield Stretch("bracket", bracket.start(), bracket.end(), _WHY)


def _names(bracket: re.Match[str]) -> list[str]:
    return _PARTS.split(bracket["names"].strip())


def _names_body(bracket: re.Match[str], known: Patterns) -> bool:
    return any(is_body(name, known) and not is_place(name, known) for name in _names(bracket))


def _bracket(text: str, clause: Clause, covered: Sequence[Span], known: Patterns) -> re.Match[str] | None:
    """The bracket at the end of a clause, if it lists nothing but short words that may be names."""
    if clause.kind == "row" or not text[clause.start : clause.end].rstrip("。；; \n\u3000").endswith(_CLOSERS):
        return None
    found = _LIST.search(text, max(clause.start, clause.end - _REACH), clause.end)
    if found is None or is_covered(covered, found.start("names"), found.end("names")):
        return None
    if known.refuse_bare.match(found["names"].strip()):
        return None  # （全省）, （试行）
    if is_organ(text[clause.start : found.start()]):
        return None  # 国家新闻出版署（国家版权局）: another name of it
    may_be = lexicon_pattern("name.may-be-strange").fullmatch
    return found if all(is_body(name, known) or may_be(name) is not None for name in _names(found)) else None
