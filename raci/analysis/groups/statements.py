"""What the phrases of a sentence say of a group: who leads it, who is in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import takewhile

from raci.analysis.groups.entries import entries_in_sentence
from raci.analysis.groups.leading import LEADING, MEMBER, told_to_lead
from raci.analysis.groups.made_of import made_of
from raci.analysis.groups.naming import GroupName
from raci.analysis.groups.parts_told import part_told
from raci.analysis.groups.persons import is_person
from raci.analysis.groups.post_words import post_and_body
from raci.analysis.groups.posts import Who, is_list
from raci.analysis.groups.said import Said, position_of
from raci.analysis.groups.units import StatementUnit, says_nothing
from raci.analysis.groups.who_is_meant import are_listed, are_titled, may_be_rare, may_lead
from raci.rules.lexicon import lexicon_pattern

__all__ = ["GroupStatements"]

_CALLING, _IN_CHARGE = "召集单位", "责任单位"
#: names in such a number are members, each of so many characters at most
_SEVERAL, _LONGEST = 2, 3


class GroupStatements:
    """The statements of a sentence, read unit by unit."""

    def __init__(
        self,
        words: str,
        *,
        near: bool,
        committee: bool = False,
        part: GroupName | None = None,
        names: Collection[str] = (),
        in_part: bool = False,
    ) -> None:
        """``part``: the part of the group that all of the words are of; the rest as for ``said_in``."""
        self.found: list[Said] = []
        self._words, self._names = words, names
        self._near = near
        self._committee = committee
        self._titles: Sequence[str] = ()
        self._at = 0  # where the title stands
        self._in_part = in_part
        self._part = part  # the part of the group that the units are of
        self._open = False  # whether the list of those who have the title goes on
        # the units right before: those who have the next title may be listed there
        self._before: list[StatementUnit] = []

    def read(self, unit: StatementUnit) -> None:
        """Take what a unit says; a bracket (an annotation, an aside) says nothing of groups."""
        if says_nothing(unit) or self._of_which_part(unit):
            self._forget()
            return
        ways = (
            self._in_brackets,
            self._made,
            self._in_charge,
            self._stated,
            self._titled,
            self._unlinked,
            self._seated,
            self._by,
            self._led,
            self._taking_part,
            self._names_of_part,
        )
        if any(way(unit) for way in ways):
            return
        listed = lexicon_pattern("group.list-end").sub("", unit.words)
        if not self._open:
            self._before.append(unit)
        elif is_list(listed) or are_listed(self._titles[0], listed):
            self._say(self._titles[0], listed, unit.start)
        else:
            self._forget()

    def _of_which_part(self, unit: StatementUnit) -> bool:
        """What a unit and those behind it are of: a part of the group (宣传组由乙牵头), or the whole again.

        True where the unit is nothing but the name of the part: 宣传组，由乙牵头.
        """
        if told := part_told(self._words, unit):
            self._part = told.name
        elif lexicon_pattern("group.bare-subject").match(unit.words):
            self._part = None
        return told is not None and told.alone

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
        if (made := made_of(self._words, unit, self._before)) is None:
            return False
        self._before = [before for before in self._before if before.start + len(before.words) < made.start]
        self._say_all(made.title, made.who, made.start)
        return True

    def _in_charge(self, unit: StatementUnit) -> bool:
        """宣传组：负责人甲; 某某产业链由甲任链长，乙、丙为责任单位: of a part alone, as others have such labels too."""
        if self._part is None and not self._in_part:
            return False
        found = lexicon_pattern("group.in-charge-of-part").match(unit.words)
        if found is None or (found["chain"] and not (self._part and self._part.name.endswith("链"))):
            return False
        title, which = (found["chain"], "for") if found["chain"] else (found["title"], "who")
        tells_members = title == _IN_CHARGE and lexicon_pattern("group.tells-members").search(self._words)
        if tells_members or title.startswith(LEADING):
            title = LEADING  # 责任单位甲，成员单位乙
        if found[which]:
            self._say_all(title, found[which], unit.start + found.start(which))
        self._titles, self._at, self._open = [title], unit.start, True
        return True

    def _names_of_part(self, unit: StatementUnit) -> bool:
        """疏散引导组：甲、乙、丙: nothing but names behind the name of a part and a colon; one alone may lead it."""
        if self._titles or not (self._part or self._in_part) or self._words[unit.start - 1 : unit.start] != "：":
            return False
        named = entries_in_sentence(unit.words)
        if len(named) < _SEVERAL or not all(who.name and not who.post and len(who.name) <= _LONGEST for who in named):
            return False
        self._say(MEMBER, unit.words, unit.start)
        return True

    def _stated(self, unit: StatementUnit) -> bool:
        """甲任组长, 甲、乙为成员单位."""
        if "任" not in unit.words and "为" not in unit.words:
            return False
        stated = lexicon_pattern("group.is").search(unit.words)
        if stated is None or lexicon_pattern("group.only-titles").fullmatch(stated["who"]):
            return False  # 副组长为市城市管理委员会主任
        self._give(stated, unit)
        if stated["also"]:
            self._say(stated["also"], stated["who"], unit.start + stated.start("who"))
        return True

    def _titled(self, unit: StatementUnit) -> bool:
        """组长由甲担任, 成员单位包括甲、乙."""
        may_title = lexicon_pattern("group.may-title").search(unit.words)
        titled = lexicon_pattern("group.title-is").search(unit.words) if may_title else None
        if titled is None or not (self._near or not titled["title"].startswith((LEADING, _CALLING))):
            return False
        self._give(titled, unit)
        self._open = not titled["closed"]
        return True

    def _seated(self, unit: StatementUnit) -> bool:
        """成员单位：; 设主任一名: who has the title stands behind."""
        if lexicon_pattern("group.may-title").search(unit.words) is None:
            return False  # most units: the others take five times as long
        patterns = map(lexicon_pattern, ("group.seats", "group.title-end"))
        if (seats := next((seat for pattern in patterns if (seat := pattern.search(unit.words))), None)) is None:
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
        self._forget()  # who stands behind another title is not of the one before
        if are_titled(found["title"], found["who"], is_led=any(said.position == "head" for said in self.found)):
            self._titles, self._at, self._open = [found["title"]], unit.start + found.start("title"), True
            self._say(found["title"], found["who"], unit.start + found.start("who"))
            return True
        return False

    def _by(self, unit: StatementUnit) -> bool:
        """由甲担任; 分别由甲和乙担任: the titles stand before."""
        by = lexicon_pattern("group.by").search(unit.words) if self._titles else None
        if by is None:
            return False
        people = entries_in_sentence(by["who"])
        titles = self._titles if len(self._titles) == len(people) else [self._titles[0]] * len(people)
        for title, who in zip(titles, people, strict=True):
            self._add(title, who, unit.start + by.start("who"))
        return True

    def _led(self, unit: StatementUnit) -> bool:
        """由甲牵头; 甲牵头建立; 甲亲自挂帅."""
        told = list(told_to_lead(self._words, unit, of_part=self._part is not None)) if self._near else []
        for title, who, start, with_before in told:
            (self._say_all if with_before else self._say)(title, who, start)
        return bool(told)

    def _taking_part(self, unit: StatementUnit) -> bool:
        """乙、丙等部门参加."""
        taking = lexicon_pattern("group.taking-part").search(unit.words) if self._near else None
        if taking is None or not (taking["by"] or any(said.position == "head" for said in self.found)):
            return False
        self._say_all(MEMBER, taking["who"], unit.start + taking.start("who"))
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
        for who in entries_in_sentence(lexicon_pattern("group.so-many").sub("", words)):
            self._add(title, who, start)

    def _add(self, title: str, who: Who, offset: int) -> None:
        if who.body in self._names and who.name is None and who.post is None:
            who = who._replace(name=who.body, body=None)
        if not lexicon_pattern("group.member").search(title) and may_be_rare(who):
            who = who._replace(name=who.body, body=None)  # 由慈云桂任组长
        if not title.startswith(LEADING) and "副" not in title and not may_lead(title, who):
            return
        if title == MEMBER and self.found and self.found[-1].position.startswith("office_"):
            return  # 办公室主任由甲担任，成员由乙组成: the office's own
        who = who._replace(start=who.start + offset, end=who.end + offset)
        if not title.startswith(LEADING):
            of_office = not self._committee or lexicon_pattern("group.office-before").search(self._words[: self._at])
            self.found.append(Said(position_of(title, of_office=bool(of_office)), title, who, self._part))
        # a body that leads (牵头单位) is the head, unless it is known as a member already
        elif who.body is None or who.body not in {said.who.body for said in self.found if said.position == "member"}:
            self.found.append(Said("head", title, who, self._part))
