"""Where the part of a roster ends: which lines go on it, and what begins anew."""

from __future__ import annotations

from typing import NamedTuple

from raci.analysis.groups.entries import entries_in, is_entry
from raci.analysis.groups.heading_lines import is_numbered_heading, named_in_heading
from raci.analysis.groups.persons import spaced_name
from raci.analysis.groups.post_words import is_post
from raci.analysis.groups.posts import is_list
from raci.analysis.groups.said import position_of
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern

__all__ = [
    "LONGEST_ENTRY",
    "RosterPart",
    "goes_on",
    "is_rest_of_post_above",
    "is_stopped_entry",
    "stop_of",
    "without_duties",
]

#: what leads the eye from a name to its post: 王某……市长
_LEADERS = compiled(r"(?<=\S)(?:[…·.．_-]{3,}|[…—]+|[ \t]+[-–/][ \t]+)(?=\S)|(?<=[一-龥）])[/｜](?=[一-龥])")
#: what a sentence says of persons, which no roster does
_SAYS = compiled(
    "不再|担任|负责(?!人|同志)|设[在立]|因工作|成立|组建|由[^，。；]{2,30}[兼担]任|[任为](?:组长|召集人|成员|总?指挥)"
)
#: the number of a line of a list
_NUMBER = compiled(r"(\d{1,2})[.．、]")
_OPEN_ENDS = ("、", "，")
#: the longest line that is an entry, in characters, and so much is looked at of one that may go on a list
LONGEST_ENTRY, _GLANCE = 60, 400


class RosterPart(NamedTuple):
    """A label (组长, 成员 …), where it begins, and the span of the text that stands behind it."""

    title: str
    label: int
    start: int
    end: int


def without_duties(words: str) -> str:
    """The words less what persons are to do (王某：负责宣传；) and dots that lead to posts; places stay the same."""
    words = _LEADERS.sub(lambda dots: " " * len(dots[0]), words)
    return lexicon_pattern("group.own-duty").sub(lambda duty: " " * len(duty[0]), words)


def stop_of(text: str, start: int, end: int) -> int:
    """Where a part ends that begins at ``start``: at a full stop or what begins anew, at the latest at ``end``."""
    stop = lexicon_pattern("group.roster-end").search(without_duties(text[start:end]))
    return start + stop.start() if stop else end


def is_rest_of_post_above(text: str, start: int, words: str) -> bool:
    """Whether words that begin a line are the rest of a post that is cut: 李某　高新区管委会 ⏎ 主任."""
    before = text[max(0, start - LONGEST_ENTRY) : start].rstrip()
    line = before.rsplit("\n", 1)[-1].rsplit("：", 1)[-1]
    if not is_post(line + words) or (is_post(line) and len(words) > 1):  # 政法委副秘书 ⏎ 长
        return False
    parts = line.split()
    name, taken = spaced_name(parts)
    rest = parts[taken:]
    return bool(name) and bool(rest) and spaced_name(rest)[1] < len(rest)  # 王某　李某 ⏎ 委员 are three


def _is_between_entries(text: str, part: RosterPart, end: int) -> bool:
    """Whether a line that ends there stands between two that are entries: 城关镇 between 市水务局 and 县财政局."""
    lines = text[max(part.start, part.end - _GLANCE) : part.end].strip().split("\n")
    below = text[end : end + LONGEST_ENTRY].split("\n", 1)[0].strip()
    return len(lines) > 1 and _is_entry_or_body(lines[-1].strip()) and _is_entry_or_body(below)


def _is_entry_or_body(line: str) -> bool:
    return 1 < len(line) <= LONGEST_ENTRY and (is_entry(line) or is_list(line))


def goes_on(text: str, part: RosterPart, start: int, end: int) -> bool:
    """Whether the words of a line, or what stands in it before a label, go on a part."""
    words = without_duties(text[start:end])
    # what begins anew within the line leaves the entries before it
    stop = lexicon_pattern("group.roster-end").search(words)
    line = (words[: stop.start()] if stop is not None and stop[0] != "。" else words).strip()
    if not line or _begins_anew(line) or (stop is not None and _is_whose_office(line, stop[0])):
        return False
    if _is_next_item(text, part, line) or (len(line) <= _GLANCE and _is_entry(line)):
        return True
    if text[part.end : part.end + 1] == "。" or is_numbered_heading(line) or named_in_heading(line):
        return False
    is_member = position_of(part.title) == "member"
    if not is_member and lexicon_pattern("group.category").match(line):
        return False  # 链主企业： below the 副链长 is another label
    has_duty = words != text[start:end] and is_member  # 市水务局：负责…
    if lexicon_pattern("group.bare-line").fullmatch(line) and (has_duty or _is_between_entries(text, part, end)):
        return True
    return _goes_on_list(text, part, start, end)


def _is_entry(line: str) -> bool:
    """Whether a line is an entry, or several; the last of a roster, or a list by itself, may end with a full stop."""
    if not line.endswith("。"):
        return is_entry(line.rstrip("；"))
    return _SAYS.search(line) is None and (is_stopped_entry(line) or is_entry(line[:-1]))


def _is_next_item(text: str, part: RosterPart, line: str) -> bool:
    """Whether a line is the next of a numbered list of bodies or posts: 1.市财政局 right below a label, 2.市水务局."""
    number = _NUMBER.match(line)
    if number is None or not is_list(line[number.end() :].rstrip("；")):
        return False
    above = text[max(part.start, part.end - _GLANCE) : part.end].strip().rsplit("\n", 1)[-1].strip()
    before = _NUMBER.match(above)
    return int(number[1]) == (int(before[1]) + 1 if before else 1) and (before is not None or not above)


def is_stopped_entry(words: str) -> bool:
    """Whether words are an entry with a full stop behind it, as lists of persons with several posts have it."""
    line = words.strip()
    if not line.endswith("。") or line.count("。") > 1 or "，" not in line:
        return False
    found = entries_in(line[:-1])
    return len(found) == 1 and found[0].name is not None and found[0].post is not None


def _is_whose_office(line: str, stop: str) -> bool:
    """Whether what stands before the end of a part in a line is the group whose office comes: 专项小组 | 办公室设在."""
    return ("办公室" in stop or "下设" in stop) and lexicon_pattern("group.bare-group").fullmatch(line) is not None


def _begins_anew(line: str) -> bool:
    """Whether a line ends the roster: a part of the group, whose label comes next, its office, or another matter."""
    ends = lexicon_pattern("group.work-group").fullmatch(line) or lexicon_pattern("group.own-office").fullmatch(line)
    return ends is not None or lexicon_pattern("group.other-label").match(line) is not None


def _goes_on_list(text: str, part: RosterPart, start: int, end: int) -> bool:
    """Whether a line goes on a list of posts and bodies, which may be broken within a name."""
    before = text[max(part.start, part.end - _GLANCE) : part.end].rstrip()
    line = without_duties(text[start : stop_of(text, start, min(end, start + _GLANCE))]).strip()
    if before.endswith(_OPEN_ENDS) or is_rest_of_post_above(text, start, line):
        return True
    if "、" in before:
        line = before.rsplit("、", 1)[-1].strip() + line
    line = lexicon_pattern("group.item-number").sub("", "".join(line.split()))
    return is_list(lexicon_pattern("group.category").sub("", line))
