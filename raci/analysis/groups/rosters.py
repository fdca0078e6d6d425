"""Rosters: 组长：王某　市长, a person or a body a line under its label, or several run together in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci.analysis.groups.entries import entries_in, is_entry
from raci.analysis.groups.heading_lines import is_numbered_heading, named_in_heading
from raci.analysis.groups.persons import spaced_name
from raci.analysis.groups.post_words import is_post, post_and_body
from raci.analysis.groups.posts import is_list
from raci.analysis.groups.said import Said, position_of
from raci.rules.lexicon import lexicon_pattern

__all__ = ["RosterPart", "has_head", "read_roster", "roster_parts"]

_BLANK = re.compile(r"\s+")
#: what leads the eye from a name to its post: 王某……市长
_LEADERS = re.compile(r"(?<=\S)(?:[…·.．_-]{3,}|[…—]+)(?=\S)")
_OPEN_ENDS = ("、", "，")
#: the longest line that is an entry, in characters, and so much is looked at of one that may go on a list
_LONGEST_ENTRY, _GLANCE = 60, 400


class RosterPart(NamedTuple):
    """A label (组长, 成员 …), where it begins, and the span of the text that stands behind it."""

    title: str
    label: int
    start: int
    end: int


class _Label(NamedTuple):
    """What is written of a label, and its span."""

    words: str
    start: int
    end: int


def roster_parts(text: str, start: int, end: int) -> Iterator[RosterPart]:
    """The parts of the rosters in ``text[start:end]``, which is in full-width punctuation."""
    part: RosterPart | None = None
    is_open = False  # whether the next line may go on the last part
    for begin, position, labels in _lines(text, start, end):
        first = labels[0].start if labels else position
        if not labels and (titled := _titled_line(text, begin, position)) is not None:
            if part is not None:
                yield part
            part, is_open = titled, False
            continue
        before = text[begin:first].strip()
        if labels and is_open and lexicon_pattern("group.before-label").fullmatch(before):
            before = ""  # 领导小组 before 副组长：
        if part is not None and is_open and before:
            is_open = _goes_on(text, part, begin, first)
            if is_open:
                stop = _stop(text, begin, first)
                part, is_open = part._replace(end=stop), stop == first
        if not labels or not (is_open or _are_labels(text, begin, labels)):
            continue
        for label, after in zip(labels, [*labels[1:], None], strict=True):
            if part is not None:
                yield part
            limit = after.start if after else position
            stop = _stop(text, label.end, limit)
            part, is_open = RosterPart(_title(label.words), label.start, label.end, stop), stop == limit
    if part is not None:
        yield part


def _titled_line(text: str, start: int, end: int) -> RosterPart | None:
    """A line with a person and, in a bracket at its end, the title: 王某　市长　（组长）; None for any other line."""
    if end - start > _LONGEST_ENTRY:
        return None
    line = text[start:end].rstrip("\n")
    titled = lexicon_pattern("group.title-at-end").search(line)
    if titled is None:
        return None
    found = entries_in(line[: titled.start()])
    if len(found) != 1 or found[0].name is None or found[0].post is None:
        return None
    return RosterPart(titled["title"], start, start, end)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int, list[_Label]]]:
    """The lines of a stretch, each with the labels that begin in it; one may end in the next (成 ⏎ 员：)."""
    found = iter(lexicon_pattern("group.roster-label").finditer(text, start, end))
    label = _next_label(found)
    position = reach = start
    for line in text[start:end].splitlines(keepends=True):
        begin, position = max(position, reach), position + len(line)
        labels: list[_Label] = []
        while label is not None and label.start < position:
            labels.append(label)
            label = _next_label(found)
        reach = max(position, labels[-1].end) if labels else position
        yield begin, reach, labels


def _next_label(found: Iterator[re.Match[str]]) -> _Label | None:
    for match in found:
        if match["bare"] is None:
            words = match[0].lstrip()
            return _Label(words, match.end() - len(words), match.end())
        if _is_rest_of_post(match.string, match.start("bare"), match["bare"]):
            continue
        if _is_followed(match.string, match.end()):  # （一）总指挥, alone in its line; 组长王某（市长）
            return _Label(match["bare"], match.start("bare"), match.end())
    return None


def _is_rest_of_post(text: str, start: int, words: str) -> bool:
    """Whether words that begin a line are the rest of a post that is cut: 李某　高新区管委会 ⏎ 主任."""
    before = text[max(0, start - _LONGEST_ENTRY) : start].rstrip()
    line = before.rsplit("\n", 1)[-1].rsplit("：", 1)[-1]
    if not is_post(line + words) or (is_post(line) and len(words) > 1):  # 政法委副秘书 ⏎ 长
        return False
    parts = line.split()
    name, taken = spaced_name(parts)
    return bool(name) and taken < len(parts)


def _is_followed(text: str, end: int) -> bool:
    """Whether a label without a colon, which ends there, has a wide blank, a new line or a person behind it."""
    behind = text[end : end + _LONGEST_ENTRY]
    if lexicon_pattern("group.behind-label").match(behind):
        return True
    first = next(iter(entries_in(behind.split("\n", 1)[0])), None)
    return first is not None and first.start == 0 and first.name is not None and first.post is not None


def has_head(parts: Sequence[RosterPart]) -> bool:
    """Whether somebody leads those whom a roster lists."""
    return any(position_of(part.title) == "head" for part in parts)


def read_roster(text: str, part: RosterPart) -> Iterator[Said]:
    """Who stands behind a label, in ``text``; spans are those in the text."""
    if lexicon_pattern("group.unlisted-title").search(part.title):
        return
    words = _without_duties(text[part.start : part.end])
    if part.label == part.start:  # the title stands at the end
        words = lexicon_pattern("group.title-at-end").sub("", words)
    line = text[text.rfind("\n", max(0, part.label - _GLANCE), part.label) + 1 : part.label]
    position = position_of(part.title, of_office=lexicon_pattern("group.office-before").search(line) is not None)
    found = entries_in(words)
    for index, who in enumerate(found):
        placed = who._replace(start=part.start + who.start, end=part.start + who.end)
        titled = lexicon_pattern("group.title-first").match(placed.post or "") if placed.name else None
        if titled is not None:  # 成员：王某（组长，市长）
            post = post_and_body((placed.post or "")[titled.end() :])
            yield Said(position_of(titled["title"]), titled["title"], placed._replace(post=post[0], body=post[1]))
            continue
        yield Said(position, part.title, placed)
        rest = words[who.start : found[index + 1].start if index + 1 < len(found) else len(words)]
        if also := lexicon_pattern("group.also-in-office").search(rest):
            yield Said(position_of(also["title"]), also["title"], placed)


def _without_duties(words: str) -> str:
    """The words less what persons are to do (王某：负责宣传；) and dots that lead to posts; places stay the same."""
    words = _LEADERS.sub(lambda dots: " " * len(dots[0]), words)
    return lexicon_pattern("group.own-duty").sub(lambda duty: " " * len(duty[0]), words)


def _title(label: str) -> str:
    title = lexicon_pattern("group.aside").sub("", _BLANK.sub("", label).rstrip("："))
    return "成员" if title == "员" else title  # 成 may stand on the line above


def _are_labels(text: str, begin: int, labels: Sequence[_Label]) -> bool:
    """Whether what looks like labels are some: they begin a line, stand behind a wide blank, or there are several."""
    lead = text[begin : labels[0].start]
    if lexicon_pattern("group.before-label").fullmatch(lead.strip()) or "  " in lead.replace("\u3000", " "):
        return True
    return len({label.words for label in labels}) > 1


def _stop(text: str, start: int, end: int) -> int:
    """Where a part ends that begins at ``start``: at a full stop or what begins anew, at the latest at ``end``."""
    stop = lexicon_pattern("group.roster-end").search(text, start, end)
    return stop.start() if stop else end


def _goes_on(text: str, part: RosterPart, start: int, end: int) -> bool:
    """Whether the words of a line, or what stands in it before a label, go on a part."""
    line = _without_duties(text[start:end]).strip()
    begins_anew = lexicon_pattern("group.roster-end").search(text, start, end)
    is_part = lexicon_pattern("group.work-group").fullmatch(line) is not None  # its own label comes next
    if is_part or (begins_anew and begins_anew[0] != "。"):
        return False
    if len(line) <= _LONGEST_ENTRY and not line.endswith(("。", "；")) and is_entry(line):
        return True
    if is_numbered_heading(line) or named_in_heading(line):
        return False
    if position_of(part.title) != "member" and lexicon_pattern("group.category").match(line):
        return False  # 链主企业： below the 副链长 is another label
    before = text[max(part.start, part.end - _GLANCE) : part.end].rstrip()
    line = text[start : _stop(text, start, min(end, start + _GLANCE))].strip()
    if before.endswith(_OPEN_ENDS) or _is_rest_of_post(text, start, line):
        return True
    if "、" in before:  # a list, broken within a name
        line = before.rsplit("、", 1)[-1].strip() + line
    return is_list(lexicon_pattern("group.category").sub("", _BLANK.sub("", line)))
