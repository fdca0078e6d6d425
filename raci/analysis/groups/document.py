"""The groups of a document: by what its sentences say, and by its rosters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from raci.analysis.groups.posts import Who, is_person, is_post, whose_post, with_person
from raci.analysis.groups.rosters import RosterPart, read_roster, roster_parts
from raci.analysis.groups.statements import Said, group_set_up, position_of, said_in
from raci.analysis.prose.sentences import Sentence, sentences
from raci.model import Department, Document
from raci.model.work_groups import GroupMember, WorkGroup
from raci.rules.lexicon import lexicon_pattern

__all__ = ["find_groups"]

#: the longest line that may go on a roster, and the longest heading that names a group, in characters
_LONGEST_LINE, _LONGEST_HEADING, _SHORTEST_NAME = 60, 60, 2
#: the longest sentence that is read, with thousands of members, in characters
_LONGEST_SENTENCE = 400_000
#: among so many groups that were named last, one of a longer or shorter name is looked for
_LAST_GROUPS = 40


def find_groups(document: Document) -> tuple[WorkGroup, ...]:
    """The groups that a document sets up or lists, in its order, each with its members.

    Bodies are named as written; ``raci.analysis.resolve`` settles which they are.
    """
    if lexicon_pattern("group.may-name").search(document.text) is None:
        return ()
    collector = _Collector(document)
    for start, end, is_roster in _stretches(document.text):
        if is_roster:
            collector.roster(start, end)
        else:
            collector.sentences(start, end)
    return collector.groups()


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """The lines of rosters, one by one, and what stands between them, as a whole."""
    if lexicon_pattern("group.may-list").search(text) is None:
        yield 0, len(text), False
        return
    position = begin = 0
    in_roster = False
    for line in text.splitlines(keepends=True):
        end = position + len(line)
        in_roster = _is_roster(line, in_roster)
        if in_roster:
            if begin < position:
                yield begin, position, False
            yield position, end, True
            begin = end
        position = end
    if begin < position:
        yield begin, position, False


def _is_roster(line: str, goes_on: bool) -> bool:
    """Whether a line is of a roster: it has a label, or goes on with a person, a post, or nothing."""
    words = line.strip()
    # every label ends with a colon
    label = lexicon_pattern("group.roster-label").search(words) if "：" in words or ":" in words else None
    if label is not None and (goes_on or not label.start() or "  " in words.replace("\u3000", " ")):
        return True
    if not goes_on:
        return False
    if len(words) < _SHORTEST_NAME:
        return True
    if len(words) > _LONGEST_LINE or words.endswith(("。", "；", "，")):
        return False
    return is_person(words) or is_post(words) or with_person(words) is not None


class _Collector:
    """The groups as they are found: each statement is of the group that was named last."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._groups: dict[str, WorkGroup] = {}
        self._members: dict[str, list[GroupMember]] = {}
        self._current = ""
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
        may_name = lexicon_pattern("group.may-name").search
        for begin, stop in pairwise([start, *_breaks(text, start, end), end]):
            # most paragraphs are not of groups: a glance at each is all that they cost
            if not (may_name(text, begin, stop) or (self._current and may_say(text, begin, stop))):
                continue
            for sentence in sentences(text, begin, stop, (), (), longest=_LONGEST_SENTENCE):
                if may_name(sentence.words) and (named := group_set_up(sentence) or _heading(sentence)):
                    self._name(sentence, *named)
                if self._current and may_say(sentence.words):
                    self._add(said_in(sentence), sentence)

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

    def _name(self, sentence: Sentence, name: str, start: int, end: int) -> None:
        begin, stop = sentence.span(start, end)
        last = islice(reversed(self._groups), _LAST_GROUPS)
        known = name if name in self._groups else next((each for each in last if name in each or each in name), None)
        if known is None:
            self._start(name, begin, stop)
        else:
            self._current = known

    def _start(self, name: str, start: int, end: int) -> None:
        self._groups[name] = WorkGroup(self._document.title, self._document.source, name, start, end)
        self._members[name] = []
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


def _breaks(text: str, start: int, end: int) -> list[int]:
    """Where paragraphs begin: behind a line that ends a sentence, and behind a short heading."""
    breaks: list[int] = []
    position = start
    for line in text[start:end].splitlines(keepends=True):
        position += len(line)
        words = line.strip()
        if words and (words[-1] in "。；：！？" or _is_heading(words)):
            breaks.append(position)
    return breaks


def _is_heading(line: str) -> bool:
    """Whether a line is a heading: numbered and without a pause, or the name of a group."""
    if lexicon_pattern("group.heading").search(line):
        return True
    # where nothing may be of a group, no group is named: a glance costs less
    return bool(lexicon_pattern("group.may-name").search(line) and lexicon_pattern("group.named").search(line))


def _heading(sentence: Sentence) -> tuple[str, int, int] | None:
    """The group that a heading names: 绿道建设工作领导小组成员名单."""
    words = sentence.words
    if len(words) > _LONGEST_HEADING or len(sentence.phrases) > 1:
        return None
    named = lexicon_pattern("group.named").search(words)
    if named is None or lexicon_pattern("group.generic").search(named["name"]):
        return None
    return named["name"], named.start("name"), named.end("name")
