"""Who leads a group by the words of a phrase: 由甲牵头; 甲亲自挂帅; 甲牵头建立…; 宣传组：甲牵头."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from raci.analysis.groups.persons import is_name
from raci.analysis.groups.posts import is_list
from raci.analysis.groups.units import StatementUnit
from raci.rules.lexicon import lexicon_pattern

__all__ = ["LEADING", "MEMBER", "Told", "told_to_lead"]

#: what somebody is called who leads, and who takes part, where no title is told
LEADING, MEMBER = "牵头", "成员"


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
    words = sentence[unit.start :]  # with whom, and what is set up, may stand in the next unit
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
    if of_part or lexicon_pattern("group.part-with-colon").match(sentence):
        found = lexicon_pattern("group.leads-part").match(words)
    elif lexicon_pattern("group.tells-members").search(sentence):
        found = lexicon_pattern("group.leads").match(words)
    else:
        found = None
    return found if found and (is_list(found["who"]) or is_name(found["who"])) else None
