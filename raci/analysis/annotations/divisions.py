"""Brackets that say in sentences who does what: 〔任务分解：市商务局等有关单位做好信息发布；各区政府开设专栏〕."""

from __future__ import annotations

from raci.analysis.annotations.body_names import is_body
from raci.analysis.annotations.content import AnnotationContent, ContentBuilder
from raci.analysis.annotations.name_lists import list_names
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import mask, strip_span, whole_span
from raci.analysis.annotations.time_limits import is_time_limit
from raci.analysis.annotations.tokens import read_atom
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern

__all__ = ["read_division"]

_SENTENCE_END, _PART = compiled(r"[；;。]"), compiled(r"[；;。，,]")
#: what may end a name of a list within a sentence
_COMMA, _PAUSE = compiled(r"[，,]"), compiled(r"[、﹑]")
#: the longest name before its duty, and the longest duty where no head announces such, in characters
_LONGEST, _LONGEST_DUTY = 24, 16
_RULE = "division.bracket"


def read_division(text: str, patterns: Patterns, needs_head: bool = True) -> AnnotationContent | None:
    """What the sentences of such a bracket say, the words of the duties as unread; None for any other text.

    Who stands before a duty is responsible for it, before 牵头 its lead, before 配合 its support. Unless it needs its
    head (任务分解：), it is one too where all of its sentences begin with bodies and one of them says their role.
    """
    head = lexicon_pattern("division.head").match(text)
    if head is None and needs_head:
        return None
    masked = mask(text)
    builder = ContentBuilder()
    last = _take_last_limit(text, masked, builder, patterns)
    if head is None and not _is_division(text, masked, last, patterns):
        return None
    position = head.end() if head else 0
    for stop in [*(_SENTENCE_END if head else _PART).finditer(masked, position, last), None]:
        end = stop.start() if stop else last
        _read_sentence(text, masked, position, end, builder, patterns)
        position = stop.end() if stop else end
    if not builder.role_mentions:
        return None
    return AnnotationContent(
        role_mentions=tuple(builder.role_mentions),
        limits=tuple(builder.limits),
        labelled=True,
        rule=_RULE,
        unread=tuple(builder.unread),
        reach=len(text),
    )


def _take_last_limit(text: str, masked: str, builder: ContentBuilder, patterns: Patterns) -> int:
    """Where the words end before the time limit that they close with (…，11月底前完成), which is noted."""
    commas = [comma.start() for comma in _PART.finditer(masked)]
    if not commas or not is_time_limit(text[commas[-1] + 1 :].strip(), patterns):
        return len(text)
    if span := whole_span(text, commas[-1] + 1, len(text)):
        builder.add_limit(text, span)
    return commas[-1]


def _is_division(text: str, masked: str, last: int, patterns: Patterns) -> bool:
    """Whether each sentence of ``text[:last]`` begins with bodies, and one says their role: 甲牵头起草，乙把关."""
    has_role = begins_with_bodies = False
    start = parts = 0
    for stop in [*_PART.finditer(masked, 0, last), None]:
        end = stop.start() if stop else last
        parts += 1
        behind = _behind_topic(text, masked, start, end, patterns)
        begins_with_bodies, start = begins_with_bodies or behind == start, behind
        names_end = _names_end(text, masked, start, end, patterns)
        if names_end == start or end - names_end > _LONGEST_DUTY:
            return False
        verb = lexicon_pattern("division.role").match(text, names_end, end)
        has_role = has_role or (verb is not None and verb.lastgroup is not None)
        start = stop.end() if stop else end
    return has_role and (begins_with_bodies or parts > 1)


def _read_sentence(text: str, masked: str, start: int, end: int, builder: ContentBuilder, patterns: Patterns) -> None:
    """The names at the beginning, and those behind a comma that begin like the name of a body: …，各区政府做好…"""
    begins_anew = lexicon_pattern("division.name-start").match
    unread = start
    position = start
    for comma in [None, *_COMMA.finditer(masked, start, end)]:
        position = comma.end() if comma else start
        if position < unread or (comma is not None and begins_anew(text, position, end) is None):
            continue
        following = _COMMA.search(masked, position, end)
        last = following.start() if following else end
        position = _behind_topic(text, masked, position, last, patterns)
        stop = _names_end(text, masked, position, last, patterns)
        names = [name.moved(position) for name in list_names(text[position:stop], patterns)]
        if not names:
            continue
        _leave(text, unread, position, builder)
        verb = lexicon_pattern("division.role").match(text, stop, end)
        role = verb.lastgroup if verb is not None and verb.lastgroup else "responsible"
        builder.add(names, role, _RULE)
        unread = stop
    _leave(text, unread, end, builder)


def _behind_topic(text: str, masked: str, start: int, end: int, patterns: Patterns) -> int:
    """Where the names begin behind what they are in charge of: 设备由县物资公司采购; ``start`` where nothing is."""
    topic = lexicon_pattern("name.topic-before").match(text, start, end)
    if topic is None or _names_end(text, masked, topic.end(), end, patterns) == topic.end():
        return start
    return topic.end()


def _leave(text: str, start: int, end: int, builder: ContentBuilder) -> None:
    """Words that say what is to be done: told as unread."""
    if span := strip_span(text, start, end):
        builder.unread.append(span)


def _names_end(text: str, masked: str, start: int, end: int, patterns: Patterns) -> int:
    """Where the names end that a stretch begins with: before the words of a duty, or behind the last whole name."""
    best = position = start
    for pause in [*_PAUSE.finditer(masked, start, end), None]:
        stop = pause.start() if pause else end
        tokens = read_atom(text[position:stop], patterns, verbs=False)
        if not tokens or not all(token.body or token.place for token in tokens):
            return _name_end(text, position, stop, patterns) or best
        best = stop
        position = pause.end() if pause else end
    return best


def _name_end(text: str, start: int, end: int, patterns: Patterns) -> int | None:
    """Where the name ends that words begin with, before those of its duty (市商务局做好…); None where none does."""
    begins_duty = lexicon_pattern("division.duty").match
    for stop in range(start + 2, min(end, start + _LONGEST + 1)):
        if begins_duty(text, stop, end) and is_body(text[start:stop], patterns):
            return stop
    return None
