"""Who leads a group by the words of a phrase: 由甲牵头; 甲亲自挂帅; 甲牵头建立…; 宣传组：甲牵头."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from raci.analysis.groups.persons import is_name
from raci.analysis.groups.post_words import is_like_body
from raci.analysis.groups.posts import is_list
from raci.analysis.groups.units import StatementUnit
from raci.rules.lexicon import lexicon_pattern

__all__ = ["LEADING", "MEMBER", "Told", "told_to_lead"]

#: what somebody is called who leads, and who takes part, where no title is told
LEADING, MEMBER = "牵头", "成员"
#: so far behind a unit it is looked for whom it sets up a group with, in characters
_NEXT_UNIT = 700


class Told(NamedTuple):
    """A title, the words that say who has it, and where in the sentence these begin.

    ``with_before``: so has who is listed right before, of whom nothing is said.
    """

    title: str
    who: str
    start: int
    with_before: bool = True


def told_to_lead(sentence: str, unit: StatementUnit, *, of_part: bool) -> Iterator[Told]:
    """Who a unit of a sentence says leads the group, and who is in it with them; ``of_part``: it is a part's."""
    if in_command := lexicon_pattern("group.in-command").search(unit.words):
        yield _told(in_command["title"], in_command, "who", unit, with_before=False)
        return
    # with whom, and what is set up, may stand in the next unit
    words = sentence[unit.start : unit.start + len(unit.words) + _NEXT_UNIT]
    sets_up = lexicon_pattern("group.leads-setting-up").search(words)
    if sets_up is not None and is_list(sets_up["who"]):
        yield _told(LEADING, sets_up, "who", unit)
        if sets_up["others"] is not None:
            yield _told(MEMBER, sets_up, "others", unit, with_before=False)
        return
    led = lexicon_pattern("group.led-by").search(unit.words) or _leads(sentence, unit.words, of_part=of_part)
    if led:
        yield _told(LEADING, led, "who", unit)


def _told(title: str, found: re.Match[str], group: str, unit: StatementUnit, *, with_before: bool = True) -> Told:
    return Told(title, found[group], unit.start + found.start(group), with_before)


def _leads(sentence: str, words: str, *, of_part: bool) -> re.Match[str] | None:
    """甲牵头, 甲负责: of a part (宣传组：甲牵头), or, for 牵头, in a sentence that tells members as well."""
    if not (of_part or _tells_members(sentence)):
        return None
    found = lexicon_pattern("group.leads-part" if of_part else "group.leads").match(words)
    is_somebody = found and (is_list(found["who"]) or is_name(found["who"]) or is_like_body(found["who"]))
    return found if is_somebody else None


@lru_cache(maxsize=1)
def _tells_members(sentence: str) -> bool:
    """Whether a sentence tells members; asked for each of its units, told once."""
    return lexicon_pattern("group.tells-members").search(sentence) is not None
