"""Lines and last sentences that hold nothing but names and verbs, and headings that say whose tasks stand below."""

from __future__ import annotations

import re
from typing import NamedTuple

from raci.analysis.annotations.content import AnnotationContent
from raci.analysis.annotations.hints import VERB_REACH
from raci.analysis.annotations.parsing import parse
from raci.analysis.annotations.patterns import Patterns
from raci.rules.lexicon import lexicon_pattern

__all__ = ["NamedLine", "line_of_names"]

_TAIL = "。；;，,、 \t\u3000\xa0"
#: the longest line, in characters
_LONGEST_LINE = 160
#: what stands before a last sentence of nothing but names and verbs: ……。市财政局牵头，市教育局配合。
_BEFORE_CLOSING = re.compile("。|——")
#: the longest heading that names the bodies of what stands below it
_LONGEST_HEADING = 60


class NamedLine(NamedTuple):
    """Such words: the span, what they say, and whether they are a whole line, the closing sentence, or a heading."""

    start: int
    end: int
    content: AnnotationContent
    form: str  # line, closing, heading


def line_of_names(clause: str, patterns: Patterns) -> NamedLine | None:
    """A line, or the last sentence of one, that holds nothing but names and verbs, or a heading that says whose."""
    words = clause.rstrip(_TAIL)
    if _ends_with_verb(words, patterns):
        ends = [stop.end() for stop in _BEFORE_CLOSING.finditer(words)]
        form = "closing" if ends else "line"
        found = _names_and_verbs(words, ends[-1] if ends else 0, form, patterns)
        if found is not None and not (ends and _speaks_of_parts(found.content, patterns)):
            return found
    return _heading(clause, patterns)


def _speaks_of_parts(content: AnnotationContent, patterns: Patterns) -> bool:
    """Whether a name says only which part its bearers have, so that the sentence is for everybody: 各责任单位."""
    names = [mention.text for part in content.role_mentions for mention in part.mentions]
    return any(patterns.labels.finditer(name) for name in names)


def _ends_with_verb(words: str, patterns: Patterns) -> bool:
    """Whether words may hold nothing but names and verbs, by their end, or by the verb that they begin with."""
    return (
        patterns.verbs.own
        or patterns.verb_at_end.search(words, max(0, len(words) - VERB_REACH)) is not None
        or lexicon_pattern("verb.before-name").match(words) is not None
    )


def _names_and_verbs(words: str, start: int, form: str, patterns: Patterns) -> NamedLine | None:
    """The words from ``start`` on, if they are nothing but names and verbs: 市财政局牵头，市教育局配合。"""
    while start < len(words) and words[start] in _TAIL:
        start += 1
    if len(words) - start > _LONGEST_LINE:
        return None
    content = parse(words[start:], patterns, only_names=True)
    if content.verbal and content.role_mentions and content.odd_names == 0 and not content.refused:
        return NamedLine(start, len(words), content, form)
    return None


def _heading(clause: str, patterns: Patterns) -> NamedLine | None:
    """A heading that says whose tasks stand below it: 县水利局牵头工作（2项）."""
    if len(clause) > _LONGEST_HEADING:
        return None
    heading = lexicon_pattern("label.heading-body").fullmatch(clause.strip())
    if heading is None:
        return None
    start = clause.index(heading["names"])
    content = parse(heading["names"], patterns, only_names=True)
    if content.verbal and content.role_mentions and content.odd_names == 0 and not content.refused:
        return NamedLine(start, start + len(heading["names"]), content, "heading")
    return None
