"""Sentences in which a body is named beside a word that gives a role."""

from __future__ import annotations

import re
from collections.abc import Iterator

from raci.analysis.annotations.body_names import is_body
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import EDGE
from raci.analysis.coverage.segment import Segment
from raci.model import Stretch
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern

__all__ = ["is_named", "told_sentences"]

#: how far before a role word a body's name begins
_NAME_REACH = 44
_PAUSE_BEFORE = compiled(r"[、，,；;。：:∶︰\n（(）)\[\]【】〔〕“”《》|｜\t ]")
_LEAD_IN = compiled(r".*(?:由|请|责成|委托|授权)")
_TAIL = " \t\u3000\xa0。；;，,、"


def is_named(name: str, patterns: Patterns) -> bool:
    """Whether words name a body, and not just any (各部门, 有关单位)."""
    name = name.strip(EDGE)
    return is_body(name, patterns) and not lexicon_pattern("coverage.anybody").search(name)


def told_sentences(segment: Segment, patterns: Patterns) -> Iterator[Stretch]:
    """Sentences in which a role word stands beside a body that is named."""
    if next(_role_words(segment.text, 0, len(segment.text)), None) is None:
        return
    for start, end in segment.sentences():
        named = [
            name
            for match in _role_words(segment.text, start, end)
            if not segment.is_taken(match.start(), match.end())
            and lexicon_pattern("coverage.modifies").match(segment.text, match.start(), end) is None
            and (name := _body_before(segment.text, start, match.start(), patterns))
            and not _is_urged(segment.text[start : match.start()], name)
        ]
        if not named or segment.is_taken(start, end):
            continue
        words = segment.text[start:end]
        if any(pattern.search(words) for pattern in (lexicon_pattern("coverage.no-duty"), patterns.refuse)):
            continue
        if patterns.refuse_always.search(words):
            continue
        missing = [name for name in named if not _is_known(name, segment.names)]
        why = f"这句话里写了“{'”“'.join(dict.fromkeys(missing))}”做什么，没有读进分工" if missing else ""
        yield segment.stretch("sentence", start, end, why)


def _is_urged(before: str, name: str) -> bool:
    """Whether a firm or an association before a role word is urged to take it on: 鼓励龙头企业牵头组建联盟."""
    if lexicon_pattern("coverage.urged-body").search(name) is None:
        return False
    return lexicon_pattern("coverage.urged").search(before.rpartition(name)[0]) is not None


def _role_words(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words that give a role, in a sentence or in a bracket behind a name (县数据局（主责）)."""
    yield from lexicon_pattern("coverage.role-word").finditer(text, start, end)
    yield from lexicon_pattern("verb.noted").finditer(text, start, end)


def _is_known(name: str, names: frozenset[str]) -> bool:
    return name in names or any(name in known or known in name for known in names)


def _body_before(text: str, start: int, end: int, patterns: Patterns) -> str:
    """The body whose name ends at ``end``; empty where none does, or one that is not named (各部门)."""
    words = text[max(start, end - _NAME_REACH) : end]
    pauses = list(_PAUSE_BEFORE.finditer(words))
    words = words[pauses[-1].end() :] if pauses else words
    words = lexicon_pattern("coverage.adverb").sub("", words.strip(_TAIL))
    words = lexicon_pattern("coverage.verb-first").sub("", words)
    for name in (words, _LEAD_IN.sub("", words)):
        if name and is_named(name, patterns):
            return name
    return ""
