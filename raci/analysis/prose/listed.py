"""Sentences of nothing but names with verbs or labels, read as an annotation is: 市财政局牵头，市教育局配合。"""

from __future__ import annotations

import re
from collections.abc import Sequence

from raci.analysis.annotations.content import AnnotationContent
from raci.analysis.annotations.name_lines import behind_group, labels_and_names, names_and_verbs
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.prose.names import names_in
from raci.analysis.prose.sentences import Sentence
from raci.model import Group
from raci.rules.lexicon import lexicon_pattern

__all__ = ["groups_of_names"]

_TAIL = "。；，、"
#: so many names make a list in which one may be odd
_SEVERAL = 5
#: what stands before a last sentence: ……。——市财政局牵头
_DASH = "—"
#: the group whose makeup a sentence tells of: 综合组：由甲牵头
_TITLE = re.compile("[^，：。]{2,20}：(?=由)").match


def groups_of_names(sentence: Sentence, patterns: Patterns) -> tuple[Group, ...]:
    """Who does what by a sentence that is nothing but names with verbs or labels; none where it is more.

    Of one that speaks of the parts that bodies have (各责任单位按职责分工负责) nobody can say whom it means.
    """
    if lexicon_pattern("prose.no-list").search(sentence.words):
        return ()
    words = sentence.words.strip(_DASH).rstrip(_TAIL)
    if "：由" in words and (title := _TITLE(words)):
        words = words[title.end() :]
    elif "：" in words:
        words = words[behind_group(words, patterns) :]
    content = names_and_verbs(words, patterns)
    if content is not None and not _are_names(_names(content), patterns):
        return ()
    content = content or labels_and_names(words, patterns)
    if content is None or not _are_names(_names(content), None):
        return ()
    offset = sentence.words.index(words)
    placed = []
    for group in content.groups(offset):
        mentions = []
        for mention in group.mentions:
            start, end = sentence.span(mention.start, mention.end)
            mentions.append(mention._replace(start=start, end=end))
        placed.append(Group(group.role, tuple(mentions), group.rule))
    return tuple(placed)


def _names(content: AnnotationContent) -> list[str]:
    return [mention.text for part in content.role_mentions for mention in part.mentions]


def _are_names(names: Sequence[str], patterns: Patterns | None) -> bool:
    """Whether all names of a list are such; among several an odd one (武警总部) is taken for what the others are."""
    odd = sum(not names_in(name) or (patterns is not None and not _is_name(name, patterns)) for name in names)
    return odd == 0 or (odd == 1 and len(names) >= _SEVERAL)


def _is_name(words: str, patterns: Patterns) -> bool:
    """Whether words are the name of somebody who does something in a sentence, and not that of a part in the work."""
    return bool(names_in(words)) and not patterns.labels.finditer(words)
