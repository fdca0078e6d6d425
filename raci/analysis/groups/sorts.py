"""What a piece of a roster is by its words: a name, a post, a body, or all of an entry."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from raci.analysis.groups.persons import body_and_name, is_name, is_person, name_and_post, person_with_post
from raci.analysis.groups.post_words import is_like_body, is_post, post_and_body, whose_post
from raci.analysis.groups.posts import is_anybody
from raci.analysis.groups.rare_names import rare_name_behind_post
from raci.analysis.prose.names import names_in
from raci.rules.lexicon import lexicon_pattern

__all__ = ["Held", "Kind", "Sort", "sort_of"]

_MOST_KNOWN = 4096
#: the shortest entry run together with the next (a name and a post), and so much of a post is looked at, in characters
_SHORTEST_ENTRY, _LONGEST_POST = 4, 30


class Kind(IntEnum):
    """What a piece is by its words."""

    NAME = 0  # 王某
    SHAPED = 1  # what may be a name whose surname is not known
    POST = 2  # 市财政局局长, 市长
    RANK = 3  # 局长, 市长: of no body, or of one that is told beside it
    BODY = 4  # 市财政局
    HELD = 5  # 市财政局局长王某: all of an entry
    UNKNOWN = 6


class Held(NamedTuple):
    """A person with the post, or with the body that sends them, and where in the words they stand."""

    name: str
    post: str | None
    body: str | None
    start: int
    end: int


class Sort(NamedTuple):
    """What a piece is, and who is named where that is all of an entry.

    ``together``: the persons whose posts follow their names without a sign: 王某市财政局局长李某市水务局局长.
    ``rare``: who may be named behind a post, by a surname that is not known.
    """

    kind: Kind
    held: Held | None = None
    together: tuple[Held, ...] = ()
    rare: Held | None = None


@lru_cache(maxsize=_MOST_KNOWN)
def sort_of(words: str) -> Sort:
    """What words are by themselves."""
    if lexicon_pattern("group.vacant").match(words) or is_name(words):
        return Sort(Kind.NAME)
    together = tuple(_run_together(words))
    if (held := _held_in(words)) is not None:
        return Sort(Kind.HELD, held, together)
    kind = _kind_of(words)
    may_be_rare = kind is Kind.UNKNOWN or (kind is Kind.BODY and names_in(words) is None)  # 副院长盘伟业
    return Sort(kind, together=together, rare=_rare_in(words) if may_be_rare else None)


def _held_in(words: str) -> Held | None:
    """A person with the post, or behind the body that sends them."""
    if is_name(name := words.removesuffix("同志")):
        return Held(name, None, None, 0, len(words))
    held = person_with_post(words)
    if held is not None:
        return Held(held.name, *post_and_body(held.post), 0, len(words))
    sent = None if is_anybody(words) else body_and_name(words)  # 市残联代表
    return None if sent is None else Held(sent.name, None, sent.body, 0, len(words))


def _rare_in(words: str) -> Held | None:
    """Who may be named behind a post, by a surname that is not known."""
    found = rare_name_behind_post(words)
    return None if found is None else Held(found.name, *post_and_body(found.post), 0, len(words))


def _kind_of(words: str) -> Kind:
    """What words are that name no person for sure."""
    bare = lexicon_pattern("group.aside").sub("", words)
    if is_post(bare):
        return Kind.RANK if whose_post(bare) is None else Kind.POST
    if names_in(words) is not None or is_like_body(words):
        return Kind.BODY
    is_shaped = is_person(words) and lexicon_pattern("group.no-name").search(words) is None
    is_shaped = is_shaped or lexicon_pattern("group.shaped-like-name").fullmatch(words) is not None
    return Kind.SHAPED if is_shaped else Kind.UNKNOWN


def _run_together(words: str) -> Iterator[Held]:
    """The entries in words where posts follow persons without a blank: 王某市财政局局长李某市水务局局长."""
    begin, places = 0, [0]
    for surname in lexicon_pattern("group.surname").finditer(words, _SHORTEST_ENTRY):
        place = surname.start()
        if place - begin < _SHORTEST_ENTRY or not is_post(words[max(begin, place - _LONGEST_POST) : place]):
            continue
        if name_and_post(words[place : place + _LONGEST_POST], open_end=True) is not None:
            places.append(place)
            begin = place
    parts = [(first, last, name_and_post(words[first:last])) for first, last in pairwise([*places, len(words)])]
    if parts[0][2] is None:
        return
    for first, last, named in parts:
        if named is not None:
            yield Held(named.name, *post_and_body(named.post), first, last)
