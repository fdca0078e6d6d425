"""Persons and posts behind a label such as 责任领导: kept whole between commas and 、."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from raci.analysis.annotations.body_names import SPACE
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import MASK, whole_span
from raci.analysis.annotations.time_limits import is_time_limit
from raci.model import Mention
from raci.model.late_patterns import late_pattern
from raci.model.pattern_codes import compiled
from raci.rules.bodies import is_one_body
from raci.rules.lexicon import lexicon_pattern

__all__ = ["ListedPersons", "list_persons", "list_pieces", "only_persons"]

_PAUSE = compiled(r"[，,；;。、\n]")
#: what parts bodies from persons: 市园林局 李某, 市水利局（王某）
_PART = compiled(r"[，,；;。、：:∶\s/／]+")
_WORDS = compiled(r"\S+")
_PERSON_IN_BRACKET = late_pattern(r"[（(]([\u4e00-\u9fff]{2,4}(?:[、，,][\u4e00-\u9fff]{2,4})*)[)）]$")
#: the longest name with its post, in characters, and the longest in Latin letters
_LONGEST, _LONGEST_LATIN = 24, 40
#: what parts names in Latin letters besides: Product Manager / Tech Lead
_SLASH = late_pattern(r"[A-Za-z.'-](?:[A-Za-z.' -]*[A-Za-z.'-])?")


class ListedPersons(NamedTuple):
    """The persons that words list; the spans of the time limits among them, and of what reads like neither."""

    mentions: list[Mention]
    limits: list[tuple[int, int]]
    unread: list[tuple[int, int]]


def list_persons(text: str, masked: str, start: int, end: int, patterns: Patterns) -> ListedPersons:
    """What ``text[start:end]`` lists behind a label of persons: 王磊、李静；6月底前."""
    listed = ListedPersons([], [], [])
    no_person = lexicon_pattern("name.no-person")
    may_hold_limit = patterns.may_hold_limit(text, start, end)
    if lexicon_pattern("name.explained").match(text, start, end):
        return ListedPersons([], [], [(start, end)])
    if said := lexicon_pattern("name.said-of-persons").match(text, start, end):
        start, end = said.span("who")
    for pause in [*_PAUSE.finditer(masked, start, end), None]:
        stop = pause.start() if pause else end
        if pause and pause[0] == "、" and _holds_several_posts(text, masked, start, pause.end(), end):
            continue
        span = whole_span(text, start, stop)
        if span and may_hold_limit and is_time_limit(SPACE.sub("", text[span[0] : span[1]]), patterns):
            listed.limits.append(span)
        elif span:
            for first, last in _persons(text, *span):
                name = SPACE.sub("", text[first:last])
                longest = _LONGEST_LATIN if name.isascii() else _LONGEST
                if 2 <= len(name) <= longest and MASK not in name and not no_person.match(name):
                    listed.mentions.append(Mention(name, first, last))
                else:
                    listed.unread.append((first, last))
        if pause:
            start = pause.end()
    return listed


def _holds_several_posts(text: str, masked: str, start: int, position: int, end: int) -> bool:
    """Whether the post before ``position`` is one more of the person named behind it: 区委常委、副区长 冯某."""
    following = _PAUSE.search(masked, position, end)
    behind = SPACE.sub("", text[position : following.start() if following else end])
    before = SPACE.sub("", text[start : position - 1])
    return (
        lexicon_pattern("name.post-alone").fullmatch(before) is not None
        and lexicon_pattern("name.post-with-person").fullmatch(behind) is not None
    )


def _persons(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of persons that nothing but blanks parts (王磊　李静); else the whole: 何　伟, 副县长 李静."""
    if " / " in text[start:end] and text[start:end].isascii():
        return [name.span() for name in _SLASH.finditer(text, start, end)]
    parts = [part.span() for part in _WORDS.finditer(text, start, end)]
    names = [text[first:last] for first, last in parts]
    is_name, is_post = lexicon_pattern("name.person").fullmatch, lexicon_pattern("name.post").search
    if len(parts) > 1 and all(is_name(name) and not is_post(name) and not is_one_body(name) for name in names):
        return parts
    return [(start, end)]


def list_pieces(text: str, masked: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces of a list of bodies and persons; a name in a bracket behind a body is a piece of its own."""
    for part in [*_PART.finditer(masked, start, end), None]:
        stop = part.start() if part else end
        if bracket := _PERSON_IN_BRACKET.search(text, start, stop):
            yield start, bracket.start()
            yield bracket.span(1)
        elif start < stop:
            yield start, stop
        start = part.end() if part else end


def only_persons(text: str, masked: str, start: int, end: int) -> list[Mention]:
    """The persons that are all that stands behind a label of bodies (牵头：李某); none where a piece is none."""
    found: list[Mention] = []
    for part in [*_PART.finditer(masked, start, end), None]:
        stop = part.start() if part else end
        name = text[start:stop]
        if name and not _is_full_name(name):
            return []
        if name:
            found.append(Mention(name, start, stop))
        start = part.end() if part else end
    return found


def _is_full_name(name: str) -> bool:
    return lexicon_pattern("column.full-name").match(name) is not None and not is_one_body(name)
