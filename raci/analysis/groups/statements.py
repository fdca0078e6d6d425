"""What a sentence says of a group: who leads it, who is in it, where its office is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from raci.analysis.groups.entries import entries_in
from raci.analysis.groups.naming import GroupName
from raci.analysis.groups.parts_in_turn import parts_in_brackets, parts_in_turn
from raci.analysis.groups.persons import is_person
from raci.analysis.groups.post_words import post_and_body
from raci.analysis.groups.posts import Who, is_list, people_in
from raci.analysis.groups.said import Said, position_of
from raci.analysis.groups.seats import seats_in
from raci.analysis.groups.units import StatementUnit, statement_units
from raci.analysis.prose.names import names_in
from raci.analysis.prose.sentences import Sentence
from raci.rules.lexicon import lexicon_pattern

__all__ = ["said_in"]

_MEMBER, _LEADING, _CALLING = "成员", "牵头", "召集单位"
_OPENERS = "（〔［[【"


def said_in(sentence: Sentence, *, near: bool = True, committee: bool = False, in_office: bool = False) -> list[Said]:
    """Who is what, in the order of the words.

    ``near``: the group is named in this sentence or just before it, so that who leads and takes part is of it.
    ``committee``: the group itself has a 主任; else that is the head of its office. ``in_office``: the sentence stands
    below the heading of the group's office, whose seat it may tell without naming it.
    """
    statements = _Statements(sentence.words, near=near, committee=committee and not in_office)
    for unit in statement_units(sentence):
        statements.read(unit)
    parts = [*parts_in_turn(sentence.words), *parts_in_brackets(sentence.words)]
    found = [*statements.found, *parts, *seats_in(sentence.words, in_office=in_office)]
    return sorted(found, key=lambda said: said.who.start)


class _Statements:
    """The statements of a sentence, read unit by unit."""

    def __init__(self, words: str, *, near: bool, committee: bool) -> None:
        self.found: list[Said] = []
        self._words = words
        self._near = near
        self._committee = committee
        self._titles: Sequence[str] = ()
        self._at = 0  # where the title stands
        self._part: GroupName | None = None  # the part of the group that the units are of
        self._open = False  # whether the list of those who have the title goes on
        # the units right before: those who have the next title may be listed there
        self._before: list[StatementUnit] = []

    def read(self, unit: StatementUnit) -> None:
        """Take what a unit says; a bracket (an annotation, an aside) says nothing of groups."""
        if unit.words[0] in _OPENERS or lexicon_pattern("group.no-members").search(unit.words):
            self._forget()
            return
        self._of_which_part(unit)
        ways = (
            self._in_brackets,
            self._made,
            self._stated,
            self._titled,
            self._unlinked,
            self._by,
            self._led,
            self._taking_part,
        )
        if any(way(unit) for way in ways):
            return
        listed = lexicon_pattern("group.list-end").sub("", unit.words)
        if not self._open:
            self._before.append(unit)
        elif is_list(listed):
            self._say(self._titles[0], listed, unit.start)
        else:
            self._forget()

    def _of_which_part(self, unit: StatementUnit) -> None:
        """What a unit and those behind it are of: a part of the group (宣传组由乙牵头), or the whole again."""
        if part := lexicon_pattern("group.work-group-subject").match(unit.words):
            self._part = GroupName(part["name"], unit.start, unit.start + part.end(), part=True)
        elif lexicon_pattern("group.bare-subject").match(unit.words):
            self._part = None

    def _forget(self) -> None:
        self._open = False
        self._before = []

    def _in_brackets(self, unit: StatementUnit) -> bool:
        """王某（组长，市长）: the title stands before the post, in the bracket behind the name."""
        found = [
            each for each in lexicon_pattern("group.title-in-bracket").finditer(unit.words) if is_person(each["name"])
        ]
        for each in found:
            who = Who(each["name"], *post_and_body(each["post"]), each.start("name"), each.end())
            self._add(each["title"], who, unit.start)
        return bool(found)

    def _made(self, unit: StatementUnit) -> bool:
        """某某联席会议由甲、乙组成."""
        if "组成" not in unit.words:
            return False
        made = lexicon_pattern("group.made-of").search(unit.words)
        made = made or lexicon_pattern("group.of-whom-made").search(unit.words)
        if made is None:
            return False
        self._say_all(_MEMBER, made["who"], unit.start + made.start("who"))
        return True

    def _stated(self, unit: StatementUnit) -> bool:
        """甲任组长, 甲、乙为成员单位."""
        if "任" not in unit.words and "为" not in unit.words:
            return False
        stated = lexicon_pattern("group.is").search(unit.words)
        if stated is None:
            return False
        self._give(stated, unit)
        if stated["also"]:
            self._say(stated["also"], stated["who"], unit.start + stated.start("who"))
        return True

    def _titled(self, unit: StatementUnit) -> bool:
        """组长由甲担任, 成员单位包括甲、乙; 成员单位：; 设主任一名."""
        if lexicon_pattern("group.may-title").search(unit.words) is None:
            return False
        titled = lexicon_pattern("group.title-is").search(unit.words)
        if titled is not None and (self._near or not titled["title"].startswith((_LEADING, _CALLING))):
            self._give(titled, unit)
            self._open = not titled["closed"]
            return True
        seats = lexicon_pattern("group.seats").search(unit.words) or lexicon_pattern("group.title-end").search(
            unit.words
        )
        if seats is None:
            return False
        self._forget()
        self._titles = [title[0] for title in lexicon_pattern("group.title").finditer(unit.words, seats.start())]
        self._at = unit.start + unit.words.find(self._titles[0]) if self._titles else unit.start
        self._open = unit.mark == "："
        return True

    def _unlinked(self, unit: StatementUnit) -> bool:
        """组长王某; 成员单位甲、乙."""
        found = lexicon_pattern("group.title-then-who").match(unit.words)
        if found is None:
            return False
        self._forget()  # whatever stands behind another title is not of the one before
        listed = entries_in(found["who"])
        if is_list(found["who"]) if found["title"].endswith("单位") else all(who.name for who in listed):
            self._titles, self._at, self._open = [found["title"]], unit.start + found.start("title"), True
            for who in listed:
                self._add(found["title"], who, unit.start + found.start("who"))
            return True
        return False

    def _by(self, unit: StatementUnit) -> bool:
        """由甲担任; 分别由甲和乙担任: the titles stand before."""
        by = lexicon_pattern("group.by").search(unit.words) if self._titles else None
        if by is None:
            return False
        people = people_in(by["who"])
        titles = self._titles if len(self._titles) == len(people) else [self._titles[0]] * len(people)
        for title, who in zip(titles, people, strict=True):
            self._add(title, who, unit.start + by.start("who"))
        return True

    def _led(self, unit: StatementUnit) -> bool:
        """由甲牵头; 甲牵头建立; 甲亲自挂帅."""
        if not self._near:
            return False
        if in_command := lexicon_pattern("group.in-command").search(unit.words):
            self._say(in_command["title"], in_command["who"], unit.start + in_command.start("who"))
            return True
        words = self._words[unit.start :]  # with whom, and what is set up, may stand in the next unit
        sets_up = lexicon_pattern("group.leads-setting-up").search(words)
        if sets_up is not None and is_list(sets_up["who"]):
            self._say_all(_LEADING, sets_up["who"], unit.start + sets_up.start("who"))
            if sets_up["others"] is not None:
                self._say(_MEMBER, sets_up["others"], unit.start + sets_up.start("others"))
            return True
        if led := lexicon_pattern("group.led-by").search(unit.words):
            self._say_all(_LEADING, led["who"], unit.start + led.start("who"))
            return True
        if leads := _leader(self._words, unit.words):
            self._say_all(_LEADING, leads["who"], unit.start)
            return True
        return False

    def _taking_part(self, unit: StatementUnit) -> bool:
        """乙、丙等部门参加."""
        taking = lexicon_pattern("group.taking-part").search(unit.words) if self._near else None
        if taking is None or not (taking["by"] or any(said.position == "head" for said in self.found)):
            return False
        self._say_all(_MEMBER, taking["who"], unit.start + taking.start("who"))
        return True

    def _give(self, found: re.Match[str], unit: StatementUnit) -> None:
        """Give the title that a unit tells to those whom it tells, and to those listed before."""
        self._titles = [found["title"]]
        self._at = unit.start + found.start("title")
        self._say_all(found["title"], found["who"], unit.start + found.start("who"))

    def _say_all(self, title: str, words: str, start: int) -> None:
        """Give a title to those in ``words``, and to those listed before of whom nothing was said."""
        before, self._before, self._open = self._before, [], False
        lists = list(takewhile(lambda unit: unit.mark != "：" and is_list(unit.words), reversed(before)))
        for unit in reversed(lists):
            self._say(title, unit.words, unit.start)
        self._say(title, words, start)

    def _say(self, title: str, words: str, start: int) -> None:
        for who in people_in(words):
            self._add(title, who, start)

    def _add(self, title: str, who: Who, offset: int) -> None:
        if not title.startswith(_LEADING) and "副" not in title and not _may_lead(title, who):
            return
        if title == _MEMBER and self.found and self.found[-1].position.startswith("office_"):
            return  # 办公室主任由甲担任，成员由乙组成: the office's own
        who = who._replace(start=who.start + offset, end=who.end + offset)
        if not title.startswith(_LEADING):
            of_office = not self._committee or lexicon_pattern("group.office-before").search(self._words[: self._at])
            self.found.append(Said(position_of(title, of_office=bool(of_office)), title, who, self._part))
        # a body that leads (牵头单位) is the head, unless it is known as a member already
        elif who.body is None or who.body not in {said.who.body for said in self.found if said.position == "member"}:
            self.found.append(Said("head", title, who, self._part))


def _leader(sentence: str, words: str) -> re.Match[str] | None:
    """甲牵头, without 由: in a sentence that tells members as well, or behind the name of a part (宣传组：甲牵头)."""
    if lexicon_pattern("group.part-with-colon").match(sentence):
        found = lexicon_pattern("group.leads-part").match(words)
    elif lexicon_pattern("group.tells-members").search(sentence):
        found = lexicon_pattern("group.leads").match(words)
    else:
        found = None
    return found if found and is_list(found["who"]) else None


def _may_lead(title: str, who: Who) -> bool:
    """Whether somebody is a person, a post or a body, where the title is that of a head: 由监事会选举产生 is none."""
    if who.name is not None or who.post is not None or lexicon_pattern("group.member").search(title):
        return True
    return who.body is not None and names_in(who.body) is not None
