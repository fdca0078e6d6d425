"""Sentences of nothing but names with verbs or labels, read as an annotation is: 市财政局牵头，市教育局配合。"""

from __future__ import annotations

import re
from collections.abc import Sequence

from raci.analysis.annotations.content import AnnotationContent
from raci.analysis.annotations.hints import VERB_REACH
from raci.analysis.annotations.name_lines import behind_group, labels_and_names, names_and_verbs
from raci.analysis.annotations.odd_words import is_generic, may_be_strange
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.prose.names import names_in
from raci.analysis.prose.sentences import Sentence
from raci.model import Group
from raci.rules.lexicon import lexicon_hint, lexicon_pattern

__all__ = ["groups_of_names"]

_TAIL = "。；，、"
#: so many names make a list in which one may be odd
_SEVERAL = 5
#: so many of the last phrases may be nothing but names and verbs
_MOST_PHRASES = 4
#: what stands before a last sentence: ……。——市财政局牵头
_DASH = "—"
#: what stands before a verb and in no name
_ADVERBS = ("尽快", "抓紧", "及时", "认真", "立即", "迅速", "切实", "全力", "派员", "派人")
#: what only a verb holds
_DOES_WELL = re.compile("[抓做办管]好").search
#: whoever is made to lead: 责成市水利局牵头
_MADE_TO = ("责成", "责令")
#: the group whose makeup a sentence tells of: 综合组：由甲牵头
_TITLE = re.compile("[^，：。]{2,20}：(?=由)").match


def groups_of_names(sentence: Sentence, patterns: Patterns) -> tuple[Group, ...]:
    """Who does what by a sentence that is nothing but names with verbs or labels; none where it is more.

    Of one that speaks of the parts that bodies have (各责任单位按职责分工负责) nobody can say whom it means.
    """
    offset, content = _whole(sentence, patterns) or _part(sentence, patterns) or (0, None)
    if content is None:
        return ()
    placed = []
    for group in content.groups(offset):
        mentions = []
        for mention in group.mentions:
            start, end = sentence.span(mention.start, mention.end)
            mentions.append(mention._replace(start=start, end=end))
        placed.append(Group(group.role, tuple(mentions), group.rule))
    return tuple(placed)


def _whole(sentence: Sentence, patterns: Patterns) -> tuple[int, AnnotationContent] | None:
    """Where names and verbs begin that are all of a sentence, and what they say."""
    if lexicon_hint("prose.no-list").search(sentence.words):
        return None
    words = sentence.words.strip(_DASH).rstrip(_TAIL)
    words = words[2:] if words.startswith(_MADE_TO) else words
    if "：由" in words and (title := _TITLE(words)):
        words = words[title.end() :]
    elif "：" in words:
        words = words[behind_group(words, patterns) :]
    content = names_and_verbs(words, patterns)
    known = patterns if content is not None else None
    content = content or labels_and_names(words, patterns)
    if content is None or not _are_names(_names(content), known):
        return None
    return sentence.words.index(words), content


def _part(sentence: Sentence, patterns: Patterns) -> tuple[int, AnnotationContent] | None:
    """Where names and verbs begin in a sentence that names its task as well, and what they say.

    Behind the task (普查危房，由三办牵头，市民政局配合) they are looked for where one of the names reads unlike a
    body's, as it is cut off or lost otherwise; before it (市司法局牵头、市妇联配合：普查危房) wherever two verbs stand.
    """
    if len(sentence.phrases) < 2:
        return None
    words = sentence.words.rstrip(_TAIL)
    if patterns.verb_at_end.search(words, max(0, len(words) - VERB_REACH)):
        for phrase in sentence.phrases[1:][-_MOST_PHRASES:]:
            follows = words[phrase - 1 : phrase] == "，" and phrase < len(words)
            phrase += len(_MADE_TO[0]) if words.startswith(_MADE_TO, phrase) else 0
            content = _names_with_verbs(words[phrase:], patterns) if follows else None
            if content is not None:
                is_strange = any(not _is_name(name, patterns) for name in _names(content))
                return (phrase, content) if is_strange else None
    if not lexicon_pattern("prose.two-verbs-first").match(words):
        return None
    content = _names_with_verbs(words[: sentence.phrases[1] - 1], patterns)
    return (0, content) if content is not None else None


def _names_with_verbs(words: str, patterns: Patterns) -> AnnotationContent | None:
    """What a part of a sentence says that is nothing but names and verbs."""
    if lexicon_hint("prose.no-list").search(words):
        return None
    content = names_and_verbs(words, patterns)
    return content if content is not None and _are_names(_names(content), patterns) else None


def _names(content: AnnotationContent) -> list[str]:
    return [mention.text for part in content.role_mentions for mention in part.mentions]


def _are_names(names: Sequence[str], patterns: Patterns | None) -> bool:
    """Whether all names of a list are such; among several an odd one (武警总部) is taken for what the others are.

    With ``patterns``, names and verbs were read: no more of them than are names may be such by where they stand alone
    (三办牵头，市民政局配合).
    """
    if any(name.endswith(_ADVERBS) or _DOES_WELL(name) for name in names):
        return False  # 请市水利局、市财政局尽快落实; 城西街道抓好辖区内落实
    if patterns is None:
        others = [name for name in names if not names_in(name)]
        odd = len(others)
    else:
        others = [name for name in names if not _is_name(name, patterns)]
        if len(others) == len(names) > 1 and all(map(lexicon_pattern("column.full-name").match, names)):
            return True  # 李伟牵头，王芳办理: nobody but persons
        odd = sum(not may_be_strange(name) or is_generic(name) for name in others)
    return (odd == 0 and 2 * len(others) <= len(names)) or (odd == 1 and len(names) >= _SEVERAL)


def _is_name(words: str, patterns: Patterns) -> bool:
    """Whether words are the name of somebody who does something in a sentence, and not that of a part in the work."""
    if lexicon_pattern("name.person-with-post").fullmatch(words):
        return True  # 由李伟副局长牵头，移民安置处抓落实
    return bool(names_in(words)) and not patterns.labels.finditer(words)
