"""The groups of a document that were named so far, which of them is spoken of, and who is in each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import islice

from raci.analysis.groups.naming import GroupName, name_in_title
from raci.analysis.groups.said import Said
from raci.model import Department, Document
from raci.model.work_groups import GroupMember, WorkGroup
from raci.rules.lexicon import lexicon_pattern

__all__ = ["GroupRoll"]

#: among so many groups that were named last, one of a longer or shorter name is looked for
_LAST_GROUPS = 40
#: the longest short name of a group, in characters
_LONGEST_ALIAS = 16
_LEADING = "牵头"


def _is_short_for(known: str, name: str) -> bool:
    """Whether a name lacks what a longer one says: all (领导小组), or only the place (县防汛抗旱指挥部)."""
    if lexicon_pattern("group.bare").fullmatch(known):
        return True
    return name.endswith(known) and lexicon_pattern("group.level-start").match(known) is not None


class GroupRoll:
    """The groups by name; what is added is of the current one."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._groups: dict[str, WorkGroup] = {}
        self._members: dict[str, list[GroupMember]] = {}
        self._aliases: dict[str, str] = {}
        self._known: set[tuple[str | None, ...]] = set()
        self._parts: set[str] = set()  # the names of those that are parts of another
        self._whole = ""  # the group named last that is no part of another
        self._names: set[str] = set()  # of the persons
        #: the name of the group that is spoken of; "" where none is
        self.current = ""

    def groups(self) -> tuple[WorkGroup, ...]:
        """The groups that have members; a part of one that has none is a group of its own."""
        return tuple(
            replace(
                group,
                members=tuple(self._members[name]),
                within=group.within if self._members.get(group.within) else "",
            )
            for name, group in self._groups.items()
            if self._members[name]
        )

    def names(self) -> Collection[str]:
        """The names of the persons who are in groups, by which they may be told from bodies further on."""
        return self._names

    def is_spoken_of(self) -> bool:
        """Whether a group was named that is spoken of."""
        return bool(self.current)

    def has_head(self) -> bool:
        """Whether somebody is known to lead the current group."""
        return any(member.position == "head" for member in self._members.get(self.current, ()))

    def is_part(self) -> bool:
        """Whether the current group is a part of another (综合协调组)."""
        return self.current in self._parts

    def count(self) -> int:
        """How many members of the current group are known."""
        return len(self._members.get(self.current, ()))

    def split_off(self, first: int, named: GroupName, start: int, end: int) -> None:
        """Give the members of the current group from the one counted ``first`` on to the group named."""
        members = self._members[self.current]
        kept, listed = members[:first], members[first:]
        self._members[self.current] = kept
        self.start(named.name, start, end)
        self._members[self.current] += listed

    def start(self, name: str, start: int, end: int, *, part: bool = False) -> None:
        """Go to the group of that name, which stands at the span given; ``part``: of the whole group named last.

        One that is only called what many are (领导小组) is the one that the document's title is about.
        """
        if not part:
            name = name_in_title(self._document.title, name) or name
        within = self._whole if part and self._whole != name else ""
        if part and name not in self._groups:
            self._parts.add(name)
        group = WorkGroup(self._document.title, self._document.source, name, start, end, within=within)
        self._groups.setdefault(name, group)
        self._members.setdefault(name, [])
        self.go(name)

    def go(self, name: str) -> None:
        """Speak of the group of that name; "" for none."""
        self.current = name
        if name and name not in self._parts:
            self._whole = name

    def name(self, named: GroupName, start: int, end: int) -> None:
        """Go to the group that a sentence names, which may be known by a longer or shorter name."""
        name = named.name
        if "《" in name:  # sentences leave titles out
            name = "".join(self._document.text[start:end].split())
        last = islice(reversed(self._groups), _LAST_GROUPS)
        known = self._aliases.get(name) or (name if name in self._groups else None)
        if known is None and named.part and self._whole.endswith(name):
            known = self._whole  # 筹备组 is what the whole is called
        if known is None and lexicon_pattern("group.level-and-kind").fullmatch(name):
            known = next((each for each in last if each.endswith(name[1:]) and name[0] in each), None)
        if known is None and not named.part:  # 宣传组 and 综合宣传组 are two
            among = (each for each in last if each not in self._parts)
            known = next((each for each in among if each in name or name in each), None)
        if known is None:
            self.start(name, start, end, part=named.part)
        elif len(name) > len(known) and (_is_short_for(known, name) or self._is_only_heading(known, name)):
            self._rename(known, name)
        else:
            self.go(known)
        if named.alias:
            self._aliases[named.alias] = self.current

    def _is_only_heading(self, known: str, name: str) -> bool:
        """Whether a group is known by a heading alone (2.1 应急指挥部), of which the text below gives the full name."""
        return not self._members[known] and name.endswith(known)

    def resume_alias(self, words: str) -> bool:
        """Go back to the group whose short name words begin with; False where they begin with none."""
        if not self._aliases:
            return False  # in most documents
        starts = (words[:length] for length in range(_LONGEST_ALIAS, 1, -1))
        alias = next((each for each in starts if each in self._aliases), None)
        if alias is not None:
            self.go(self._aliases[alias])
        return alias is not None

    def resume_kind(self, kind: str) -> None:
        """Where the last group is of another kind than a sentence speaks of, go back to one that is."""
        # 联系会议 is how some write 联席会议
        last = [self.current, *islice(reversed(self._groups), _LAST_GROUPS)]
        self.go(next((each for each in last if kind in each.replace("联系会议", "联席会议")), ""))

    def resume_or_start(self, kind: str, start: int, end: int) -> None:
        """Go to the group of a kind that stands in a heading by itself; where none was named, it is called so."""
        self.resume_kind(kind)
        if not self.current:
            self.start(kind, start, end)

    def _rename(self, known: str, name: str) -> None:
        """Call a group by its full name that had only been called what many are."""
        self._groups = {
            (name if each == known else each): replace(
                group,
                name=name if each == known else each,
                within=name if group.within == known else group.within,
            )
            for each, group in self._groups.items()
        }
        self._members[name] = self._members.pop(known)
        self._known |= {(name, *key[1:]) for key in self._known if key[0] == known}
        self.go(name)

    def add(self, said: Said, start: int, end: int, quote: str) -> None:
        """Take a member of the current group, once; the office that is told behind its 工作组 is that of the whole."""
        who, group = said.who, self.current
        if said.position.startswith("office") and said.part is None and self.is_part() and group.endswith("组"):
            group = self._whole or group
        key = (group, said.position, who.name, who.post, who.body)
        if key in self._known:
            return
        # a member that is named 牵头单位 afterwards stays a member
        if said.title.startswith(_LEADING) and (group, "member", None, None, who.body) in self._known:
            return
        self._known.add(key)
        if who.name:
            self._names.add(who.name)
        department = Department(who.body) if who.body else None
        self._members[group].append(
            GroupMember(said.position, said.title, who.name, who.post, department, start, end, quote)
        )
