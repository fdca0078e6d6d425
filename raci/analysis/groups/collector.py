"""The groups of a document as they are found, with their members: each statement is of the group named last."""

from __future__ import annotations

from collections.abc import Sequence

from raci.analysis.groups.grid import GroupTable
from raci.analysis.groups.naming import (
    GroupName,
    announced_parts,
    bare_name,
    chiefs_system,
    group_in_row,
    is_committee,
    name_below_list,
    name_in_heading,
    name_over_office,
    name_set_up,
    one_of_joined,
    part_in,
    topic_of_joined,
)
from raci.analysis.groups.parts_in_turn import part_around, part_before
from raci.analysis.groups.roll import GroupRoll
from raci.analysis.groups.roster_lines import group_above, line_around, may_be_of_group, name_of_roster
from raci.analysis.groups.rosters import RosterPart, read_roster
from raci.analysis.groups.said import Said, are_of_led_parts, as_of_office
from raci.analysis.groups.stretches import worth_reading
from raci.analysis.groups.tables import RowGroup, listed_in
from raci.analysis.groups.whole_sentences import said_in
from raci.analysis.prose.sentences import Sentence, sentences
from raci.model import Block, Document, Span
from raci.model.work_groups import WorkGroup
from raci.rules.lexicon import lexicon_pattern

__all__ = ["Collector"]

#: the longest sentence that is read, with thousands of members, in characters
_LONGEST_SENTENCE = 400_000
#: so many sentences behind the name of a group, who leads and takes part is of it
_NEAR = 1


class Collector:
    """The groups as they are found: each statement is of the group that was named last."""

    def __init__(self, document: Document, text: str, names: Sequence[int]) -> None:
        """``text``: full-width punctuation; ``names``: where in it words stand without which no group is named."""
        self._document, self._text, self._names = document, text, names
        self._roll = GroupRoll(document)
        self._topic = ""  # what the name of two groups in one says before the first
        self._since = 0  # so many sentences ago a group was named
        self._unnamed: tuple[str, int, int] | None = None  # a group without a name that was just set up
        self._parts = ""  # what the parts are called that a group is said to have
        self._in_office = False  # whether what is listed is of the group's office
        self._listed_from: int | None = None  # from which member on the list right before was read
        self._unnamed_list = False  # whether nothing before that list says whose it is
        self._early: tuple[Sequence[Said], Sentence] | None = None  # said of a group that the next sentence names

    def groups(self) -> tuple[WorkGroup, ...]:
        """The groups that have members."""
        return self._roll.groups()

    def sentences(self, start: int, end: int) -> None:
        """Read what sentences say; a heading that names a group is the group of what follows."""
        for begin, stop in worth_reading(self._document, self._text, start, end, self._names, self._roll.is_spoken_of):
            for sentence in sentences(self._text, begin, stop, longest=_LONGEST_SENTENCE):
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
        near, committee = self._since <= _NEAR, is_committee(self._roll.current)
        said = said_in(
            sentence,
            near=near,
            committee=committee,
            in_office=self._in_office,
            names=self._roll.names(),
            in_part=self._roll.is_part(),
        )
        if said and not self._roll.current:
            self._name_otherwise(sentence, said[0].title)
        if self._roll.current or are_of_led_parts(said):
            self._add_early(sentence)
            self._add(said, sentence)
        elif any(each.position == "head" for each in said):
            self._early = (said, sentence)

    def _add_early(self, sentence: Sentence) -> None:
        """Take what the sentence right before one that names the group said of it."""
        early, self._early = self._early, None
        if early and not self._text[early[1].places[-1] + 1 : sentence.places[0]].strip("。；"):
            self._add(*early)

    def _named_in(self, sentence: Sentence) -> GroupName | None:
        """The group that a sentence names, which what follows is of; None where it names none."""
        if lexicon_pattern("group.may-name").search(sentence.words) is None:
            return None
        if self._named_below(sentence):
            return None
        one = one_of_joined(sentence, self._topic)
        named = one or part_in(sentence, self._parts) or name_set_up(sentence) or name_in_heading(sentence, self._parts)
        self._parts = announced_parts(sentence) or self._parts
        if one is not None:
            self._roll.start(one.name, *sentence.span(one.start, one.end))
        elif named is not None:
            self._name(sentence, named)
            self._topic = topic_of_joined(named.name)
        elif kind := lexicon_pattern("group.kind-heading").match(sentence.words):
            self._roll.resume_or_start(kind["kind"], *sentence.span(kind.start("kind"), kind.end("kind")))
            self._in_office = False
        if named is not None or lexicon_pattern("group.bare").search(sentence.words):
            self._since = 0
        return named

    def _named_below(self, sentence: Sentence) -> bool:
        """Whether a sentence says of which group the list right before it is, which then is of that."""
        if self._listed_from is None:
            return False
        named = name_below_list(sentence, unnamed=self._unnamed_list)
        if named is None:
            return False
        self._roll.split_off(self._listed_from, named, *sentence.span(named.start, named.end))
        self._listed_from, self._since = None, 0
        return True

    def _name_otherwise(self, sentence: Sentence, title: str) -> None:
        """Call a group that has no name of its own what the sentence does, the one before, or its chiefs' title."""
        if bare := bare_name(sentence):
            self._name(sentence, bare)
        elif self._unnamed and self._since <= _NEAR:
            self._roll.start(*self._unnamed)
        elif system := chiefs_system(title):
            self._roll.start(system, *sentence.span(0, len(sentence.words)))

    def _resume(self, sentence: Sentence) -> None:
        """Go back to the group whose short name a sentence begins with; below a heading of its office, to that."""
        number = lexicon_pattern("group.number").match(sentence.words)
        words = sentence.words[number.end() if number else 0 :]
        if not self._roll.current and (over := name_over_office(sentence.words)):
            self._roll.start(over.name, *sentence.span(over.start, over.end))
        if self._roll.current and lexicon_pattern("group.office-heading").search(words):
            self._in_office = True
        elif number:
            self._in_office = False
        if self._roll.resume_alias(words):
            return
        subject = lexicon_pattern("group.bare-subject").match(words)
        if subject and not (self._unnamed_list and self._listed_from is not None):
            self._roll.resume_kind(subject[1])

    def _set_up_unnamed(self, sentence: Sentence) -> None:
        """A sentence that sets up a group without a name of its own speaks of none that was named before."""
        found = lexicon_pattern("group.unnamed").search(sentence.words)
        if found is not None and (self._roll.current == "" or found[1] not in self._roll.current):
            self._unnamed = (found[1], *sentence.span(found.start(1), found.end(1)))
            self._roll.current = ""

    def roster(self, parts: Sequence[RosterPart]) -> None:
        """Read a roster: who stands behind each of its labels.

        Labels that stand before duties too (牵头单位) are those of a roster right below the name of a work group.
        """
        are_of_duties = all(lexicon_pattern("group.duty-label").search(part.title) for part in parts)
        if are_of_duties and not (self._since == 0 and self._roll.is_part()):
            self.sentences(part_before(self._text, parts[0].label), parts[-1].end)
            return
        self._heading_above(parts[0])
        if not self._roll.current and not may_be_of_group(self._document, parts):
            return
        self._begin(name_of_roster(self._document, self._text, parts[0]))
        for part, listed in zip(parts, read_roster(self._text, parts), strict=True):
            whole, of = self._roll.current, part_around(self._text, part.label)
            if of is not None:
                self._roll.name(of, of.start, of.end)
            led = lexicon_pattern("group.led-in-roster").match(self._text, part.start, part.end)
            for said in () if led else listed:
                self._listed(said)
            if led:
                self.sentences(part.start, part.end)  # 组成单位：由甲牵头，乙参加
            if of is not None:
                self._roll.go(whole)

    def table(self, block: Block) -> None:
        """Read the members that a table lists, and the groups that its rows name."""
        is_begun = False
        for each in listed_in(GroupTable.of(self._text, block)):
            if isinstance(each, Said):
                if not is_begun:
                    self._begin(chiefs_system(each.title))
                self._listed(each, self._document.text[each.who.start : each.who.end].strip())
            elif isinstance(each, RowGroup):
                named = group_in_row("".join(self._text[each.start : each.end].split()))
                self._roll.start(named.name, each.start, each.end, part=named.part)
            else:
                self._heading(each)
            is_begun = isinstance(each, Said)

    def _heading(self, span: Span) -> None:
        """Read what stands over the rows of a table, or names the group that a row is."""
        for sentence in sentences(self._text, *span, longest=_LONGEST_SENTENCE):
            self._sentence(sentence)
        if not self._roll.current:
            self._roll.start("".join(self._text[span.start : span.end].split()), *span)

    def _heading_above(self, part: RosterPart) -> None:
        """Begin the group that the line above a roster names, where that roster is of another group than the last."""
        named = group_above(self._text, part, is_led=self._roll.has_head())
        if named is not None and not self._roll.current.endswith(named.name):
            self._roll.start(named.name, named.start, named.end, part=named.part)
            self._in_office = False

    def _begin(self, name: str = "") -> None:
        """Where no group was named before, what is listed is of ``name``, or of the one in the document's title."""
        self._unnamed_list = not self._roll.current
        if self._unnamed_list:
            is_near = self._unnamed is not None and self._since <= _NEAR
            self._roll.start(*(self._unnamed if self._unnamed and is_near else (name or self._document.title, 0, 0)))
        self._listed_from = self._roll.count()

    def _listed(self, said: Said, quote: str = "") -> None:
        """Take a member that is listed; below the heading of the group's office, whoever leads that."""
        taken = as_of_office(said) if self._in_office else said
        if taken is not None:
            quote = quote or line_around(self._document.text, said.who.start, said.who.end)
            self._roll.add(taken, said.who.start, said.who.end, quote)

    def _name(self, sentence: Sentence, named: GroupName) -> None:
        self._roll.name(named, *sentence.span(named.start, named.end))
        self._in_office, self._listed_from = False, None

    def _add(self, said: Sequence[Said], sentence: Sentence) -> None:
        begin, stop = sentence.span(0, len(sentence.words))
        quote = self._document.text[begin:stop]
        whole = self._roll.current
        for each in said:
            start, end = sentence.span(each.who.start, each.who.end)
            if each.part is not None and not whole.endswith(each.part.name):  # 筹备组 is what the whole is called
                self._roll.name(each.part, *sentence.span(each.part.start, each.part.end))
            self._roll.add(each, start, end, quote)
            self._roll.go(whole)
