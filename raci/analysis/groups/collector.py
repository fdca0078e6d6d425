"""The groups of a document as they are found, with their members: each statement is of the group named last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from raci.analysis.groups.naming import (
    GroupName,
    bare_name,
    is_committee,
    name_in_heading,
    name_set_up,
    one_of_joined,
    topic_of_joined,
)
from raci.analysis.groups.persons import is_person
from raci.analysis.groups.posts import Who, is_post, whose_post
from raci.analysis.groups.rosters import RosterPart, read_roster, roster_parts
from raci.analysis.groups.statements import Said, position_of, said_in
from raci.analysis.groups.stretches import paragraphs, stands_in
from raci.analysis.groups.tables import members_in
from raci.analysis.prose.sentences import Sentence, sentences
from raci.model import Block, Department, Document
from raci.model.work_groups import GroupMember, WorkGroup
from raci.rules.lexicon import lexicon_pattern

__all__ = ["Collector"]

#: the shortest name, in characters
_SHORTEST_NAME = 2
#: the longest sentence that is read, with thousands of members, in characters
_LONGEST_SENTENCE = 400_000
#: so many sentences behind the name of a group, who leads and takes part is of it
_NEAR = 1
#: among so many groups that were named last, one of a longer or shorter name is looked for
_LAST_GROUPS = 40


class Collector:
    """The groups as they are found: each statement is of the group that was named last."""

    def __init__(self, document: Document, names: Sequence[int]) -> None:
        """``names`` are where in the text words stand without which no group is named, in order."""
        self._document, self._names = document, names
        self._groups: dict[str, WorkGroup] = {}
        self._members: dict[str, list[GroupMember]] = {}
        self._current = ""
        self._topic = ""  # what the name of two groups in one says before the first
        self._since = 0  # so many sentences ago a group was named
        self._title = ""
        self._known: set[tuple[str | None, ...]] = set()
        self._person: RosterPart | None = None

    def groups(self) -> tuple[WorkGroup, ...]:
        """The groups that have members."""
        self._no_post()
        return tuple(
            replace(group, members=tuple(self._members[name]))
            for name, group in self._groups.items()
            if self._members[name]
        )

    def sentences(self, start: int, end: int) -> None:
        """Read what sentences say; a heading that names a group is the group of what follows."""
        text = self._document.text
        self._no_post()
        self._title = ""
        may_say = lexicon_pattern("group.may-say").search
        for begin, stop in pairwise([start, *paragraphs(text, start, end, self._names), end]):
            # most paragraphs are not of groups: a glance at each is all that they cost
            if not (stands_in(self._names, begin, stop) or (self._current and may_say(text, begin, stop))):
                continue
            for sentence in sentences(text, begin, stop, (), (), longest=_LONGEST_SENTENCE):
                self._sentence(sentence)

    def _sentence(self, sentence: Sentence) -> None:
        self._since += 1
        named = None
        if lexicon_pattern("group.may-name").search(sentence.words):
            one = one_of_joined(sentence, self._topic)
            named = one or name_set_up(sentence) or name_in_heading(sentence)
            if one is not None:
                self._start(one.name, *sentence.span(one.start, one.end))
            elif named is not None:
                self._name(sentence, named)
                self._topic = topic_of_joined(named.name)
            if named is not None or lexicon_pattern("group.bare").search(sentence.words):
                self._since = 0
        if lexicon_pattern("group.may-say").search(sentence.words) is None:
            return
        others = lexicon_pattern("group.of-others").search(sentence.words)
        if others and (named is None or others["firm"]):
            return
        said = said_in(sentence, near=self._since <= _NEAR, committee=is_committee(self._current))
        if said and not self._current and (bare := bare_name(sentence)):
            self._name(sentence, bare)
        if self._current:
            self._add(said, sentence)

    def roster(self, start: int, end: int) -> None:
        """Read a line of a roster; one without a label goes on with the last, a post with the name above it."""
        text = self._document.text
        parts = roster_parts(text, start, end, self._title)
        if parts:
            self._title = parts[-1].title
        if not self._current:
            self._start(self._document.title, 0, 0)
        for part in parts:
            words = text[part.start : part.end]
            if is_person(words):
                self._person = part
            elif self._person is not None and is_post(words.strip()):
                self._with_post(self._person, part)
            elif len(words.strip()) >= _SHORTEST_NAME:
                self._no_post()
                for said in read_roster(text, part):
                    self._member(said, said.who.start, said.who.end, text[start:end].strip())

    def table(self, block: Block) -> None:
        """Read the members that a table lists, a row each."""
        self._no_post()
        said = members_in(self._document.text, block)
        if said and not self._current:
            self._start(self._document.title, 0, 0)
        for each in said:
            start, end = each.who.start, each.who.end
            self._member(each, start, end, self._document.text[start:end])

    def _with_post(self, person: RosterPart, post: RosterPart) -> None:
        text = self._document.text
        words = "".join(text[post.start : post.end].split())
        name = "".join(text[person.start : person.end].split())
        start, end = _bare(text, person.start, post.end)
        who = Who(name, words, whose_post(words), start, end)
        self._member(Said(position_of(person.title), person.title, who), start, end, text[start:end])
        self._person = None

    def _no_post(self) -> None:
        """A name above which no post followed is a member by itself."""
        person, self._person = self._person, None
        if person is not None:
            start, end = _bare(self._document.text, person.start, person.end)
            name = "".join(self._document.text[start:end].split())
            who = Who(name, None, None, start, end)
            self._member(Said(position_of(person.title), person.title, who), start, end, self._document.text[start:end])

    def _name(self, sentence: Sentence, named: GroupName) -> None:
        name = named.name
        begin, stop = sentence.span(named.start, named.end)
        last = islice(reversed(self._groups), _LAST_GROUPS)
        known = name if name in self._groups else next((each for each in last if name in each or each in name), None)
        if known is None:
            self._start(name, begin, stop)
        else:
            self._current = known

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
        self._known.add(key)
        department = Department(who.body) if who.body else None
        self._members[self._current].append(
            GroupMember(said.position, said.title, who.name, who.post, department, start, end, quote)
        )


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the blanks around it."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
