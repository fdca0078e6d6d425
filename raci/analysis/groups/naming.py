"""What a group is called: in the sentence that sets it up, in a heading, or only as 工作专班."""

from __future__ import annotations

from typing import NamedTuple

from raci.analysis.groups.heading_lines import named_in_heading
from raci.analysis.prose.sentences import Sentence
from raci.rules.lexicon import lexicon_pattern

__all__ = [
    "GroupName",
    "announced_parts",
    "bare_name",
    "chiefs_system",
    "group_in_row",
    "group_over_roster",
    "is_committee",
    "name_below_list",
    "name_in_heading",
    "name_in_title",
    "name_over_office",
    "name_set_up",
    "one_of_joined",
    "part_announced",
    "part_in",
    "topic_of_joined",
]

#: the longest heading that names a group, in characters
_LONGEST_HEADING = 60
#: the longest name of a part of a group that is the subject of a sentence (文稿起草组), in characters
_LONGEST_PART = 7
_WHOLE = "领导小组"


class GroupName(NamedTuple):
    """The name of a group, its span in the words of a sentence, and the short name that the sentence gives it.

    ``part``: it is a part of another group (综合协调组).
    """

    name: str
    start: int
    end: int
    alias: str = ""
    part: bool = False


def name_set_up(sentence: Sentence) -> GroupName | None:
    """The group that a sentence sets up."""
    for pattern in map(lexicon_pattern, ("group.set-up-whole", "group.set-up", "group.set-up-any")):
        for match in pattern.finditer(sentence.words):
            if lexicon_pattern("group.generic").search(match["name"]) is None:
                return _stripped(match["name"], match.start("name"), sentence.words)
    return _named_otherwise(sentence)


def _named_otherwise(sentence: Sentence) -> GroupName | None:
    """The group that a sentence gives a short name, whose office it seats, or that is its subject."""
    number = lexicon_pattern("group.number").match(sentence.words)
    first = number.end() if number else 0
    for pattern, start in (
        (lexicon_pattern("group.defined"), 0),
        (lexicon_pattern("group.told-below"), 0),
        (lexicon_pattern("group.ruled"), 0),
        (lexicon_pattern("group.led-by-name"), 0),
        (lexicon_pattern("group.office-of"), first),
        (lexicon_pattern("group.subject"), first),
    ):
        found = pattern.search(sentence.words[start:])
        if found is None or lexicon_pattern("group.generic").search(found["name"]):
            continue
        begin, end = sentence.span(start + found.start("name"), start + found.end("name"))
        # a heading that no stop closes is no part of the name below it
        if not start or end - begin == len(found["name"]):
            is_part = len(found["name"]) <= _LONGEST_PART and _is_work_group(found["name"])
            return _stripped(found["name"], start + found.start("name"), sentence.words)._replace(part=is_part)
    return None


def _is_work_group(words: str) -> bool:
    return lexicon_pattern("group.work-group").fullmatch(words) is not None


def name_in_heading(sentence: Sentence, parts: str = "") -> GroupName | None:
    """The group that a heading or the words before a colon name: 绿道建设领导小组成员名单, （1）综合协调组：.

    ``parts``: the kind of the parts that the group before is said to have; one of that kind is such a part.
    """
    words = sentence.words.rstrip("：")
    if work := lexicon_pattern("group.work-group").match(words):
        which = "numbered" if work["numbered"] else "name"
        return GroupName(work[which], work.start(which), work.end(which), part=True)
    number = lexicon_pattern("group.number").match(words)
    first = number.end() if number else 0
    if len(words) > _LONGEST_HEADING or any(first < start < len(words) for start in sentence.phrases):
        return None
    named = named_in_heading(words, first)
    if named is None or lexicon_pattern("group.generic").search(named["name"]):
        return None
    group = _stripped(named["name"], named.start("name"), words)
    return group._replace(part=bool(parts) and group.name.endswith(parts))


def name_in_title(title: str, kind: str) -> str:
    """The group of a kind (领导小组) that the document's title is about; "" where it is about none of that kind."""
    if lexicon_pattern("group.bare").fullmatch(kind) is None:
        return ""
    names = (match["name"] for match in lexicon_pattern("group.in-title").finditer(title))
    return next((name for name in names if name.endswith(kind) and len(name) > len(kind)), "")


def announced_parts(sentence: Sentence) -> str:
    """What the parts are called that a sentence says the group has (下设三个专班: 专班); "" where it says none."""
    found = lexicon_pattern("group.announces-parts").search(sentence.words)
    return found["kind"] if found else ""


def part_in(sentence: Sentence, kind: str) -> GroupName | None:
    """The part of the group that is a sentence's subject, where the group is said to have parts of that kind."""
    if not kind:
        return None
    number = lexicon_pattern("group.number").match(sentence.words)
    first = number.end() if number else 0
    found = lexicon_pattern("group.part-subject").match(sentence.words[first:])
    if found is None or not found["name"].endswith(kind) or found["name"].endswith(_WHOLE):
        return None
    return GroupName(found["name"], first + found.start("name"), first + found.end("name"), part=True)


def part_announced(sentence: str, unit: str) -> str | None:
    """The part with whose name a unit begins, of a sentence that says the group has such parts: 下设6个专项指挥部."""
    found = lexicon_pattern("group.part-subject").match(unit)
    kind = lexicon_pattern("group.announces-parts").search(sentence) if found else None
    return found["name"] if found and kind and found["name"].endswith(kind["kind"]) else None


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


def chiefs_system(title: str) -> str:
    """What a system is called that nothing but its chiefs' title names: 总林长 → 林长制; "" for other titles."""
    chief = lexicon_pattern("group.chief").search(title)
    return f"{chief[1]}制" if chief else ""


class RosterHeading(NamedTuple):
    """The name of a group in the line above a roster.

    ``surely``: it can be nothing else (a chain of industry, 综合协调组). ``part``: it is a part of another group.
    """

    name: str
    surely: bool
    part: bool


def group_over_roster(line: str) -> RosterHeading | None:
    """The group that a line right over a roster, or the words before its label, name: 一、新材料产业链, 宣传组."""
    work = lexicon_pattern("group.work-group").fullmatch(line)
    if work is not None:
        return RosterHeading(work["numbered"] or work["name"], surely=True, part=True)
    found = lexicon_pattern("group.over-roster").match(line)
    if found is None or lexicon_pattern("group.generic").search(found["name"]):
        return None
    return RosterHeading(found["name"], surely=found["chain"] is not None, part=found["chain"] is None)


def group_in_row(words: str) -> GroupName:
    """The group that a row of a table is, from the cell that names it: 1.综合协调组."""
    number = lexicon_pattern("group.number").match(words)
    named = _stripped(words[number.end() if number else 0 :], number.end() if number else 0, words)
    return named._replace(part=_is_work_group(named.name))


def name_below_list(sentence: Sentence, *, unnamed: bool) -> GroupName | None:
    """The group whose list stands right before a sentence that names it: 以上人员组成某某领导小组.

    ``unnamed``: nothing before the list says whose it is, so that it is of the group whose office comes next, or whose
    list a line by itself says it is (某某专班名单).
    """
    found = lexicon_pattern("group.below-list").match(sentence.words)
    if found is None and unnamed:
        of_office = lexicon_pattern("group.office-of").search(sentence.words)
        found = of_office or lexicon_pattern("group.title-below").match(sentence.words)
    if found is None or lexicon_pattern("group.generic").search(found["name"]):
        return None
    return _stripped(found["name"], found.start("name"), sentence.words)


def name_over_office(words: str) -> GroupName | None:
    """The group whose office a heading is (市绿道建设指挥部办公室), where nothing else is named before."""
    found = lexicon_pattern("group.office-alone").match(words)
    if found is None or lexicon_pattern("group.generic").search(found["name"]):
        return None
    return GroupName(found["name"], found.start("name"), found.end("name"))


def is_committee(name: str) -> bool:
    """Whether the head of a group is called 主任."""
    return name.endswith(("委员会", "委", "委会"))


def _stripped(name: str, start: int, words: str) -> GroupName:
    """The name without quotation marks around all of it, with the short name behind it."""
    bare = name.strip("“”")
    # “一业一证”改革工作专班: a mark that the name needs stays
    bare = bare if bare.count("“") == bare.count("”") else name
    first = start + name.find(bare)
    alias = lexicon_pattern("group.alias").match(words[start + len(name) : start + len(name) + _LONGEST_HEADING])
    return GroupName(bare, first, first + len(bare), alias["alias"] if alias else "")
