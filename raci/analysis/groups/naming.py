"""What a group is called: in the sentence that sets it up, in a heading, or only as 工作专班."""

from __future__ import annotations

from typing import NamedTuple

from raci.analysis.prose.sentences import Sentence
from raci.rules.lexicon import lexicon_pattern

__all__ = [
    "GroupName",
    "bare_name",
    "is_committee",
    "name_in_heading",
    "name_set_up",
    "one_of_joined",
    "topic_of_joined",
]

#: the longest heading that names a group, in characters
_LONGEST_HEADING = 60


class GroupName(NamedTuple):
    """The name of a group, and its span in the words of a sentence."""

    name: str
    start: int
    end: int


def name_set_up(sentence: Sentence) -> GroupName | None:
    """The group that a sentence sets up."""
    for pattern in (lexicon_pattern("group.set-up-whole"), lexicon_pattern("group.set-up")):
        for match in pattern.finditer(sentence.words):
            if lexicon_pattern("group.generic").search(match["name"]) is None:
                return _stripped(match["name"], match.start("name"))
    of_office = lexicon_pattern("group.office-of").search(sentence.words)
    if of_office is None or lexicon_pattern("group.generic").search(of_office["name"]):
        return None
    return _stripped(of_office["name"], of_office.start("name"))


def name_in_heading(sentence: Sentence) -> GroupName | None:
    """The group that a heading or the words before a colon name: 绿道建设领导小组成员名单, （1）综合协调组：."""
    words = sentence.words
    if work := lexicon_pattern("group.work-group").match(words):
        return GroupName(work["name"], work.start("name"), work.end("name"))
    if len(words) > _LONGEST_HEADING or len(sentence.phrases) > 1:
        return None
    named = lexicon_pattern("group.named").search(words)
    if named is None or lexicon_pattern("group.generic").search(named["name"]):
        return None
    return _stripped(named["name"], named.start("name"))


def topic_of_joined(name: str) -> str:
    """What the name of two groups in one (绿道建设领导小组及工作专班) says before the first; "" for any other name."""
    joined = lexicon_pattern("group.joined").match(name)
    return joined["of"] if joined else ""


def one_of_joined(sentence: Sentence, topic: str) -> GroupName | None:
    """The group that a heading below the name of two groups in one is of: 一、领导小组."""
    heading = lexicon_pattern("group.one-of-joined").match(sentence.words) if topic else None
    return GroupName(topic + heading["name"], heading.start("name"), heading.end("name")) if heading else None


def bare_name(sentence: Sentence) -> GroupName | None:
    """What a group without a name of its own is called (工作专班), where the sentence speaks of one group."""
    if lexicon_pattern("group.of-others").search(sentence.words):
        return None
    found = lexicon_pattern("group.bare").search(sentence.words)
    return GroupName(found[0], found.start(), found.end()) if found else None


def is_committee(name: str) -> bool:
    """Whether the head of a group is called 主任."""
    return name.endswith(("委员会", "委"))


def _stripped(name: str, start: int) -> GroupName:
    """The name without quotation marks around all of it."""
    bare = name.strip("“”")
    # “一业一证”改革工作专班: a mark that the name needs stays
    bare = bare if bare.count("“") == bare.count("”") else name
    first = start + name.find(bare)
    return GroupName(bare, first, first + len(bare))
