"""The groups of a document as they are found, with their members: each statement is of the group named last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from raci.analysis.groups.grid import GroupTable
from raci.analysis.groups.naming import (
    GroupName,
    bare_name,
    chiefs_system,
    is_committee,
    name_in_heading,
    name_set_up,
    one_of_joined,
    topic_of_joined,
)
from raci.analysis.groups.rosters import RosterPart, read_roster
from raci.analysis.groups.statements import Said, said_in
from raci.analysis.groups.stretches import paragraphs, stands_in
from raci.analysis.groups.tables import listed_in
from raci.analysis.prose.sentences import Sentence, sentences
from raci.model import Block, Department, Document, Span
from raci.model.work_groups import GroupMember, WorkGroup
from raci.rules.lexicon import lexicon_pattern

__all__ = ["Collector"]

#: the longest sentence that is read, with thousands of members, in characters
_LONGEST_SENTENCE = 400_000
#: so many sentences behind the name of a group, who leads and takes part is of it
_NEAR = 1
#: among so many groups that were named last, one of a longer or shorter name is looked for
_LAST_GROUPS = 40
#: how far before and behind a member the line of a roster may reach that is quoted, in characters
_LONGEST_QUOTE = 400
#: the longest short name of a group, in characters
_LONGEST_ALIAS = 16
_LEADING = "牵头"


class Collector:
    """The groups as they are found: each statement is of the group that was named last."""

    def __init__(self, document: Document, text: str, names: Sequence[int]) -> None:
        """``text`` is the document's in full-width punctuation.

        ``names`` are where in it words stand without which no group is named, in order.
        """
        self._document, self._text, self._names = document, text, names
        self._groups: dict[str, WorkGroup] = {}
        self._members: dict[str, list[GroupMember]] = {}
        self._current = ""
        self._topic = ""  # what the name of two groups in one says before the first
        self._since = 0  # so many sentences ago a group was named
        self._aliases: dict[str, str] = {}
        self._unnamed: tuple[str, int, int] | None = None  # a group without a name that was just set up
        self._in_office = False  # whether what is listed is of the group's office
        self._known: set[tuple[str | None, ...]] = set()

    def groups(self) -> tuple[WorkGroup, ...]:
        """The groups that have members."""
        return tuple(
            replace(group, members=tuple(self._members[name]))
            for name, group in self._groups.items()
            if self._members[name]
        )

    def sentences(self, start: int, end: int) -> None:
        """Read what sentences say; a heading that names a group is the group of what follows."""
        text = self._text
        may_say = lexicon_pattern("group.may-say").search
        for begin, stop in pairwise([start, *paragraphs(text, start, end, self._names), end]):
            # most paragraphs are not of groups: a glance at each is all that they cost
            if not (stands_in(self._names, begin, stop) or (self._current and may_say(text, begin, stop))):
                continue
            for sentence in sentences(text, begin, stop, (), (), longest=_LONGEST_SENTENCE):
                self._sentence(sentence)

    def _sentence(self, sentence: Sentence) -> None:
        self._since += 1
        self._resume(sentence)
        named = self._named_in(sentence)
        if named is None:
            self._set_up_unnamed(sentence)
        if lexicon_pattern("group.may-say").search(sentence.words) is None:
            return
        others = lexicon_pattern("group.of-others").search(sentence.words)
        if others and (named is None or others["firm"]):
            return
        said = said_in(sentence, near=self._since <= _NEAR, committee=is_committee(self._current))
        if said and not self._current:
            self._name_otherwise(sentence, said[0].title)
        if self._current:
            self._add(said, sentence)

    def _named_in(self, sentence: Sentence) -> GroupName | None:
        """The group that a sentence names, which what follows is of; None where it names none."""
        if lexicon_pattern("group.may-name").search(sentence.words) is None:
            return None
        one = one_of_joined(sentence, self._topic)
        named = one or name_set_up(sentence) or name_in_heading(sentence)
        if one is not None:
            self._start(one.name, *sentence.span(one.start, one.end))
        elif named is not None:
            self._name(sentence, named)
            self._topic = topic_of_joined(named.name)
        if named is not None or lexicon_pattern("group.bare").search(sentence.words):
            self._since = 0
        return named

    def _name_otherwise(self, sentence: Sentence, title: str) -> None:
        """Call a group that has no name of its own what the sentence does, the one before, or its chiefs' title."""
        if bare := bare_name(sentence):
            self._name(sentence, bare)
        elif self._unnamed and self._since <= _NEAR:
            self._start(*self._unnamed)
        elif system := chiefs_system(title):
            self._start(system, *sentence.span(0, len(sentence.words)))

    def _resume(self, sentence: Sentence) -> None:
        """Go back to the group whose short name a sentence begins with; below a heading of its office, to that."""
        number = lexicon_pattern("group.number").match(sentence.words)
        words = sentence.words[number.end() if number else 0 :]
        if self._current and lexicon_pattern("group.office-heading").search(words):
            self._in_office = True
        elif number:
            self._in_office = False
        starts = (words[:length] for length in range(_LONGEST_ALIAS, 1, -1))
        alias = next((each for each in starts if each in self._aliases), None)
        if alias is not None:
            self._current = self._aliases[alias]
        elif subject := lexicon_pattern("group.bare-subject").match(words):
            self._of_kind(subject[1])

    def _set_up_unnamed(self, sentence: Sentence) -> None:
        """A sentence that sets up a group without a name of its own speaks of none that was named before."""
        found = lexicon_pattern("group.unnamed").search(sentence.words)
        if found is not None and (self._current == "" or found[1] not in self._current):
            self._unnamed = (found[1], *sentence.span(found.start(1), found.end(1)))
            self._current = ""

    def _of_kind(self, kind: str) -> None:
        """Where the last group is of another kind than a sentence speaks of, go back to one that is."""
        # 联系会议 is how some write 联席会议
        last = [self._current, *islice(reversed(self._groups), _LAST_GROUPS)]
        self._current = next((each for each in last if kind in each.replace("联系会议", "联席会议")), "")

    def roster(self, parts: Sequence[RosterPart]) -> None:
        """Read a roster: who stands behind each of its labels."""
        self._begin()
        for part in parts:
            for said in read_roster(self._text, part):
                start, end = said.who.start, said.who.end
                self._listed(said, start, end, self._line(start, end))

    def table(self, block: Block) -> None:
        """Read the members that a table lists, and the groups that its rows name."""
        for each in listed_in(GroupTable.of(self._text, block)):
            if isinstance(each, Span):
                self._heading(each)
                continue
            self._begin()
            start, end = each.who.start, each.who.end
            self._listed(each, start, end, self._document.text[start:end].strip())

    def _heading(self, span: Span) -> None:
        """Read what stands over the rows of a table, or names the group that a row is."""
        for sentence in sentences(self._text, *span, (), (), longest=_LONGEST_SENTENCE):
            self._sentence(sentence)
        if not self._current:
            self._start("".join(self._text[span.start : span.end].split()), *span)

    def _line(self, start: int, end: int) -> str:
        """The line in which a member stands, as its evidence; of a long one only the member's words."""
        text = self._document.text
        first = text.rfind("\n", max(0, start - _LONGEST_QUOTE), start)
        last = text.find("\n", end, end + _LONGEST_QUOTE)
        first = -1 if first < 0 and start > _LONGEST_QUOTE else first + 1
        last = len(text) if last < 0 and end + _LONGEST_QUOTE >= len(text) else last
        return text[start:end].strip() if first < 0 or last < 0 else text[first:last].strip()

    def _begin(self) -> None:
        """Where nothing was named before, what is listed is of the group that the document's title names."""
        if not self._current:
            self._start(self._document.title, 0, 0)

    def _listed(self, said: Said, start: int, end: int, quote: str) -> None:
        """Take a member that is listed; below the heading of the group's office, whoever leads that."""
        if self._in_office:
            if said.position not in ("head", "deputy"):
                return
            said = said._replace(position="office_head" if said.position == "head" else "office_deputy")
        self._member(said, start, end, quote)

    def _name(self, sentence: Sentence, named: GroupName) -> None:
        name = named.name
        begin, stop = sentence.span(named.start, named.end)
        last = islice(reversed(self._groups), _LAST_GROUPS)
        known = self._aliases.get(name) or (name if name in self._groups else None)
        known = known or next((each for each in last if name in each or each in name), None)
        if known is None:
            self._start(name, begin, stop)
        elif len(name) > len(known) and lexicon_pattern("group.bare").fullmatch(known):
            self._rename(known, name)
        else:
            self._current = known
        self._in_office = False
        if named.alias:
            self._aliases[named.alias] = self._current

    def _rename(self, known: str, name: str) -> None:
        """Call a group by its full name that had only been called what many are."""
        self._groups = {
            (name if each == known else each): replace(group, name=name) if each == known else group
            for each, group in self._groups.items()
        }
        self._members[name] = self._members.pop(known)
        self._known |= {(name, *key[1:]) for key in self._known if key[0] == known}
        self._current = name

    def _start(self, name: str, start: int, end: int) -> None:
        self._groups.setdefault(name, WorkGroup(self._document.title, self._document.source, name, start, end))
        self._members.setdefault(name, [])
        self._current = name

    def _add(self, said: Sequence[Said], sentence: Sentence) -> None:
        begin, stop = sentence.span(0, len(sentence.words))
        quote = self._document.text[begin:stop]
        for each in said:
            start, end = sentence.span(each.who.start, each.who.end)
            self._member(each, start, end, quote)

    def _member(self, said: Said, start: int, end: int, quote: str) -> None:
        who = said.who
        key = (self._current, said.position, who.name, who.post, who.body)
        if key in self._known:
            return
        # a member that is named 牵头单位 afterwards stays a member
        if said.title.startswith(_LEADING) and (self._current, "member", None, None, who.body) in self._known:
            return
        self._known.add(key)
        department = Department(who.body) if who.body else None
        self._members[self._current].append(
            GroupMember(said.position, said.title, who.name, who.post, department, start, end, quote)
        )
