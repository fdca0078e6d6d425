"""The line of a roster in which somebody stands, as the evidence, and what the line above a roster names."""

from __future__ import annotations

from collections.abc import Sequence

from raci.analysis.groups.naming import GroupName, chiefs_system, group_over_roster
from raci.analysis.groups.rosters import RosterPart, has_head, read_roster
from raci.analysis.groups.said import position_of
from raci.model import Document, Span
from raci.rules.lexicon import lexicon_pattern

__all__ = ["group_above", "line_around", "may_be_of_group", "name_of_roster"]

#: how far before and behind a member the line may reach that is quoted, in characters
_LONGEST_QUOTE = 400
#: the longest line over a roster that names its group, and the most blanks and empty lines below it, in characters
_LONGEST_HEADING, _MOST_BLANK = 40, 200


def line_around(text: str, start: int, end: int) -> str:
    """The line in which ``text[start:end]`` stands; of a long one only these words."""
    first = text.rfind("\n", max(0, start - _LONGEST_QUOTE), start)
    last = text.find("\n", end, end + _LONGEST_QUOTE)
    first = -1 if first < 0 and start > _LONGEST_QUOTE else first + 1
    last = len(text) if last < 0 and end + _LONGEST_QUOTE >= len(text) else last
    return text[start:end].strip() if first < 0 or last < 0 else text[first:last].strip()


def _line_over(text: str, label: int) -> Span:
    """The line above a roster whose first label begins at ``label``, or the words before that in its line."""
    before = text[max(0, label - _MOST_BLANK) : label]
    end = label - (len(before) - len(before.rstrip()))
    return Span(text.rfind("\n", max(0, end - _LONGEST_HEADING), end) + 1, end)


def group_above(text: str, part: RosterPart, *, is_led: bool) -> GroupName | None:
    """The group that the line above a roster, which begins with ``part``, names; None where it names none.

    ``is_led``: the group before has its head, so that another head is that of another group.
    """
    start, end = _line_over(text, part.label)
    if not start or position_of(part.title) != "head":
        return None
    named = group_over_roster(text[start:end].strip().rstrip("："))
    if named is None or not (named.surely or is_led):
        return None
    if not any(said.who.name or said.who.post for said in read_roster(text, [part])[0]):
        return None
    begin = text.find(named.name, start, end)
    return GroupName(named.name, begin, begin + len(named.name), part=named.part)


def may_be_of_group(document: Document, parts: Sequence[RosterPart]) -> bool:
    """Whether a roster in a document that names no group may be of one: by its title, or as somebody leads it.

    A committee that was elected (第十四届委员会) is none, nor is a class or a team.
    """
    if lexicon_pattern("group.elected").search(document.title):
        return False
    if lexicon_pattern("group.of-class").search(document.text):
        return False
    return lexicon_pattern("group.may-name").search(document.title) is not None or has_head(parts)


def _without_number(title: str) -> str:
    """What a group is called that only the document's title names: without its number (3.2) and 组织机构 behind it."""
    named = lexicon_pattern("group.title-as-name").match(title)
    return named["name"] if named else title


def name_of_roster(document: Document, text: str, first: RosterPart) -> str:
    """What a roster that begins with a part is called, where no group was named before.

    That is the system of its chiefs (林长制); else, where the document has no title but its file's name, the line above
    (评审专家组名单), or the document's title. ``text`` is the document's in full-width punctuation.
    """
    chiefs, is_titled = chiefs_system(first.title), document.title in document.text
    if is_titled or chiefs:
        # of a list by itself, its title says whose it is
        named = lexicon_pattern("group.plain-title").match(document.title) if "名单" in document.title else None
        named = named or lexicon_pattern("group.in-title").search(document.title)
        return chiefs or (named["name"] if named else _without_number(document.title))
    start, end = _line_over(text, first.label)
    is_above = any(mark in text[end : first.label] for mark in "\n\t")
    title = lexicon_pattern("group.plain-title").match(text[start:end].strip()) if is_above else None
    return title["name"] if title else _without_number(document.title)
