"""Words that hold nothing but names and verbs, and headings that say whose tasks stand below them."""

from __future__ import annotations

from typing import NamedTuple

from raci.analysis.annotations.content import AnnotationContent
from raci.analysis.annotations.hints import VERB_REACH
from raci.analysis.annotations.parsing import parse
from raci.analysis.annotations.patterns import Patterns
from raci.rules.lexicon import lexicon_pattern

__all__ = ["NamedLine", "labels_and_names", "line_of_names", "names_and_verbs"]

_TAIL = "。；;，,、 \t\u3000\xa0"
#: the longest line, in characters
_LONGEST_LINE = 160
#: the longest label of a role, in characters
_LONGEST_LABEL = 8
#: the longest heading that names the bodies of what stands below it
_LONGEST_HEADING = 60


class NamedLine(NamedTuple):
    """Such words: the span, what they say, and whether they are a whole line or a heading."""

    start: int
    end: int
    content: AnnotationContent
    form: str  # line, heading


def line_of_names(clause: str, patterns: Patterns) -> NamedLine | None:
    """A line that holds nothing but names and verbs, or a heading that says whose tasks stand below."""
    words = clause.rstrip(_TAIL)
    if "。" not in words and (content := names_and_verbs(words, patterns)):
        return NamedLine(0, len(words), content, "line")
    return _heading(clause, patterns)


def names_and_verbs(words: str, patterns: Patterns) -> AnnotationContent | None:
    """What words say that are nothing but names and verbs (市财政局牵头，市教育局配合); None where they are not."""
    if len(words) > _LONGEST_LINE or not _ends_with_verb(words, patterns):
        return None
    content = parse(words, patterns, only_names=True)
    return content if content.verbal and _names_only(content) else None


def labels_and_names(words: str, patterns: Patterns) -> AnnotationContent | None:
    """What words say that are nothing but labels without a colon and their names: 牵头单位市财政局，配合单位甲."""
    if len(words) > _LONGEST_LINE or lexicon_pattern("label.unit-hint").search(words, 0, _LONGEST_LABEL) is None:
        return None
    label = next(iter(patterns.labels.finditer(words[:_LONGEST_LABEL])), None)
    if label is None or label[0]:
        return None
    content = parse(words, patterns, only_names=True)
    return content if content.labelled and _names_only(content) else None


def _names_only(content: AnnotationContent) -> bool:
    return bool(content.role_mentions) and content.odd_names == 0 and not content.refused


def _ends_with_verb(words: str, patterns: Patterns) -> bool:
    """Whether words may hold nothing but names and verbs, by their end, or by the verb that they begin with."""
    return (
        patterns.verbs.own
        or patterns.verb_at_end.search(words, max(0, len(words) - VERB_REACH)) is not None
        or lexicon_pattern("verb.before-name").match(words) is not None
    )


def _heading(clause: str, patterns: Patterns) -> NamedLine | None:
    """A heading that says whose tasks stand below it: 县水利局牵头工作（2项）."""
    if len(clause) > _LONGEST_HEADING:
        return None
    heading = lexicon_pattern("label.heading-body").fullmatch(clause.strip())
    if heading is None:
        return None
    start = clause.index(heading["names"])
    content = parse(heading["names"], patterns, only_names=True)
    if content.verbal and _names_only(content):
        return NamedLine(start, start + len(heading["names"]), content, "heading")
    return None
