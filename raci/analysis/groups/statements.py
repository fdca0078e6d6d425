"""What a sentence says of a group: that it is set up, who leads it, who is in it, where its office is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from raci.analysis.groups.posts import Who, people_in
from raci.analysis.prose.sentences import Sentence
from raci.model.work_groups import Position
from raci.rules.lexicon import lexicon_pattern

__all__ = ["Said", "group_set_up", "position_of", "said_in"]


class Said(NamedTuple):
    """Who is what in a group, as a sentence says it; spans are in its words."""

    position: Position
    title: str
    who: Who


def position_of(title: str) -> Position:
    """The position that a title gives: 常务副组长 → deputy, 成员单位 → member."""
    if "办公室" in title:
        return "office_deputy" if "副" in title else "office_head"
    if lexicon_pattern("group.member").search(title):
        return "member"
    if lexicon_pattern("group.contact").search(title):
        return "contact"
    return "deputy" if "副" in title else "head"


def group_set_up(sentence: Sentence) -> tuple[str, int, int] | None:
    """The group that a sentence sets up, with the span of its name."""
    for match in lexicon_pattern("group.set-up").finditer(sentence.words):
        if not lexicon_pattern("group.generic").search(match["name"]):
            return match["name"], match.start("name"), match.end("name")
    return None


def said_in(sentence: Sentence) -> list[Said]:
    """Who is what, in the order of the words."""
    found: list[Said] = []
    words = sentence.words
    title = ""
    for begin, end in _phrases(sentence):
        phrase = words[begin:end]
        if lexicon_pattern("group.no-members").search(phrase):
            continue
        made = lexicon_pattern("group.made-of").search(phrase) or lexicon_pattern("group.of-whom-made").search(phrase)
        if made:
            found += _said("成员", made["who"], begin + made.start("who"))
            continue
        stated = lexicon_pattern("group.title-is").search(phrase) or lexicon_pattern("group.is").search(phrase)
        if stated:
            title = stated["title"]
            found += _stated(title, stated["who"], begin + stated.start("who"), found)
            continue
        if (by := lexicon_pattern("group.by").search(phrase)) and title:
            found += _said(title, by["who"], begin + by.start("who"))
            continue
        if led := lexicon_pattern("group.led-by").search(phrase):
            found += [said._replace(position="head") for said in _said("牵头", led["who"], begin + led.start("who"))]
            continue
        taking = lexicon_pattern("group.taking-part").search(phrase)
        if taking and any(said.position == "head" for said in found):
            found += _said("成员", taking["who"], begin + taking.start("who"))
        titles = list(lexicon_pattern("group.title").finditer(phrase))
        title = titles[-1][0] if titles and titles[-1].end() == len(phrase) else title
    return [*found, *_seats(words)]


def _phrases(sentence: Sentence) -> Iterator[tuple[int, int]]:
    starts = sentence.phrases
    for index, begin in enumerate(starts):
        end = starts[index + 1] - 1 if index + 1 < len(starts) else len(sentence.words)
        if end - begin > 1:
            yield begin, end


def _stated(title: str, who: str, offset: int, found: list[Said]) -> Iterator[Said]:
    """Who has a title; a body that leads (牵头单位) is the head, unless it is known as a member already."""
    if not title.startswith("牵头"):
        yield from _said(title, who, offset)
        return
    members = {said.who.body for said in found if said.position == "member"}
    for said in _said(title, who, offset):
        if said.who.body not in members:
            yield said._replace(position="head")


def _said(title: str, words: str, offset: int) -> Iterator[Said]:
    for who in people_in(words):
        yield Said(position_of(title), title, who._replace(start=who.start + offset, end=who.end + offset))


def _seats(words: str) -> Iterator[Said]:
    """Where the group's office is."""
    for match in lexicon_pattern("group.seat").finditer(words):
        group = "who" if match["who"] else "seat"
        start, end = match.span(group)
        yield Said("office", "办公室", Who(None, None, match[group], start, end))
