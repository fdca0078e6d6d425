"""Rosters: 组长：王某　市长, a person or a body a line under its label, or several run together in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci.analysis.groups.entries import entries_in, entries_of
from raci.analysis.groups.post_words import is_post, post_and_body
from raci.analysis.groups.posts import Who
from raci.analysis.groups.roster_ends import (
    LONGEST_ENTRY,
    RosterPart,
    goes_on,
    is_rest_of_post_above,
    is_stopped_entry,
    stop_of,
    without_duties,
)
from raci.analysis.groups.said import Said, position_of
from raci.rules.lexicon import lexicon_pattern

__all__ = ["RosterPart", "has_head", "read_roster", "roster_parts"]

#: the brackets that close around a label
_CLOSERS = "】〕］＞"
#: so much of a line is looked at before a label, in characters
_GLANCE = 400


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
            is_open = goes_on(text, part, begin, first)
            if is_open:
                stop = stop_of(text, begin, first)
                part, is_open = part._replace(end=stop), stop == first or is_stopped_entry(text[begin:first])
        if not labels or not (is_open or _are_labels(text, begin, labels)):
            continue
        for label, after in zip(labels, [*labels[1:], None], strict=True):
            if part is not None:
                yield part
            limit = after.start if after else _end_of_cell(text, labels, position)
            stop = stop_of(text, label.end, limit)
            part = RosterPart(_title(label.words), label.start, label.end, stop)
            is_open = stop == limit or is_stopped_entry(text[label.end : limit])
    if part is not None:
        yield part


def _end_of_cell(text: str, labels: Sequence[_Label], end: int) -> int:
    """Where the last of several labels ends that stand in one cell of a row: 组长：王某；成员：李某 │ 统筹协调."""
    if len(labels) < 2 or "\t" in text[labels[0].start : labels[-1].end]:
        return end
    tab = text.find("\t", labels[-1].end + 1, end)
    return end if tab < 0 else tab


def _titled_line(text: str, start: int, end: int) -> RosterPart | None:
    """A line with a person and, in a bracket at its end, the title: 王某　市长　（组长）; None for any other line."""
    if end - start > LONGEST_ENTRY:
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
            if _is_post_of_body(match.string, match.start(), words):
                continue
            return _Label(words, match.end() - len(words), match.end())
        if is_rest_of_post_above(match.string, match.start("bare"), match["bare"]):
            continue
        if _is_followed(match.string, match.end()):  # （一）总指挥, alone in its line; 组长王某（市长）
            return _Label(match["bare"], match.start("bare"), match.end())
    return None


def _is_post_of_body(text: str, start: int, words: str) -> bool:
    """Whether what looks like a label is the end of a post before a name: 市公安局政委：王某."""
    if lexicon_pattern("group.post-label").match(words) is None or not start:
        return False
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if line.endswith("、"):  # 市财政局党委委员、副主任：王某
        return any(map(is_post, line.rstrip("、").split()[-1:]))
    is_han = "一" <= line[-1:] <= "龥"
    return is_han and lexicon_pattern("group.before-label").fullmatch(line.strip()) is None


def _is_followed(text: str, end: int) -> bool:
    """Whether a label without a colon, which ends there, has a wide blank, a new line or a person behind it.

    One in brackets of its own (【组长】) needs nothing of the kind.
    """
    behind = text[end : end + LONGEST_ENTRY]
    if text[end - 1] in _CLOSERS and behind.split("\n", 1)[0].strip():
        return True
    if lexicon_pattern("group.behind-label").match(behind):
        return True
    first = next(iter(entries_in(behind.split("\n", 1)[0])), None)
    return first is not None and first.start == 0 and first.name is not None and first.post is not None


def has_head(parts: Sequence[RosterPart]) -> bool:
    """Whether somebody leads those whom a roster lists."""
    return any(position_of(part.title) == "head" for part in parts)


def read_roster(text: str, parts: Sequence[RosterPart]) -> list[list[Said]]:
    """Who stands behind each label, in ``text``; spans are those in the text."""
    words = [_words(text, part) for part in parts]
    return [list(_said(text, *each)) for each in zip(parts, words, entries_of(words), strict=True)]


def _words(text: str, part: RosterPart) -> str:
    """What stands behind a label; nothing where it is not listed."""
    if lexicon_pattern("group.unlisted-title").search(part.title):
        return ""
    if lexicon_pattern("group.duty-of-title").match(text, part.start, part.end):
        return ""  # 总指挥：全面负责…
    words = without_duties(text[part.start : part.end])
    # the title may stand at the end
    return lexicon_pattern("group.title-at-end").sub("", words) if part.label == part.start else words


def _said(text: str, part: RosterPart, words: str, found: Sequence[Who]) -> Iterator[Said]:
    line = text[text.rfind("\n", max(0, part.label - _GLANCE), part.label) + 1 : part.label]
    position = position_of(part.title, of_office=lexicon_pattern("group.office-before").search(line) is not None)
    for index, who in enumerate(found):
        placed = who._replace(start=part.start + who.start, end=part.start + who.end)
        titled = lexicon_pattern("group.title-first").match(placed.post or "") if placed.name else None
        if titled is not None:  # 成员：王某（组长，市长）
            post = post_and_body((placed.post or "")[titled.end() :])
            yield Said(position_of(titled["title"]), titled["title"], placed._replace(post=post[0], body=post[1]))
            continue
        if position != "office" or not (who.name or who.post):
            yield Said(position, part.title, placed)
        rest = words[who.start : found[index + 1].start if index + 1 < len(found) else len(words)]
        if also := lexicon_pattern("group.also-in-office").search(rest):
            yield Said(position_of(also["title"]), also["title"], placed)


def _title(label: str) -> str:
    title = lexicon_pattern("group.aside").sub("", "".join(label.split()).rstrip("：—"))
    title = lexicon_pattern("group.with-duties").sub("", title)
    return "成员" if title == "员" else title  # 成 may stand on the line above


def _are_labels(text: str, begin: int, labels: Sequence[_Label]) -> bool:
    """Whether what looks like labels are some: they begin a line, stand behind a wide blank, or there are several."""
    lead = text[begin : labels[0].start]
    if lexicon_pattern("group.before-label").fullmatch(lead.strip()) or "  " in lead.replace("\u3000", " "):
        return True
    if lead.rstrip().endswith("，") and text[labels[0].end :].startswith("\n"):
        return True  # 组长由区长担任，成员单位及职责如下： ⏎
    return len({label.words for label in labels}) > 1
