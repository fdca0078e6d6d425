"""What a line begins a new paragraph with: a number of the outline, an annex, a label."""

from __future__ import annotations

import re
from functools import cache

from raci.model.pattern_codes import compiled
from raci.readers.tables.text_lines import NEVER_FIRST
from raci.rules import built_in
from raci.rules.lexicon import lexicon_alternation, lexicon_pattern
from raci.rules.markers import at_start
from raci.rules.matching import any_of
from raci.rules.text_patterns import text_patterns
from raci.rules.traditional import as_simplified

__all__ = [
    "LONGEST_LABEL",
    "cuts_label",
    "goes_on_behind_bracket",
    "has_colon",
    "is_number_or_label",
    "starts_numbered",
    "starts_paragraph",
    "starts_with_label",
]

#: the longest label, in characters
LONGEST_LABEL = 10
#: so many characters of a label may stand before the line that its colon stands in, where only blanks go on
_AROUND_END = 3
#: the blanks that may part a label from its names
_BLANK = re.compile(r"[ \u3000\xa0\t]")


def starts_paragraph(line: str) -> bool:
    """Whether a line begins a new paragraph."""
    if _may_start().match(line) is None:
        return False
    return (
        _is_numbered(line)
        or (has_colon(line) and starts_with_label(as_simplified(line)))
        or _starts_with_blank_label(line[: LONGEST_LABEL + _AROUND_END])
    )


def starts_numbered(line: str) -> bool:
    """Whether a line begins a new paragraph with something other than a label: a number, an annex."""
    return _may_start().match(line) is not None and _is_numbered(line)


def _is_numbered(line: str) -> bool:
    return at_start(line) is not None or _others().match(line) is not None or _is_person_with_post(line)


def _is_person_with_post(line: str) -> bool:
    """Whether a line is an entry of a list of members: 李某，市财政局局长."""
    is_entry = text_patterns("paragraphs")["person-and-post"].holds(line)
    return is_entry and lexicon_pattern("group.surname").match(line) is not None


def starts_with_label(line: str, position: int = 0) -> bool:
    """Whether a label with its colon (牵头单位：) stands at a position of a line."""
    return _labels().match(line, position) is not None


def _starts_with_blank_label(head: str) -> bool:
    """Whether the head of a line is a label that only a blank parts from what it announces: 责任单位 市财政局."""
    if _BLANK.search(head) is None:
        return False
    head = as_simplified(head)
    gap = lexicon_pattern("label.blank").search(head)
    return gap is not None and _labels().fullmatch(f"{head[: gap.start()]}：") is not None


def is_number_or_label(line: str) -> bool:
    """Whether a line is nothing but a number or a label."""
    number = at_start(line)
    if number is not None and number.end == len(line):
        return True
    return (_numbers().fullmatch(line) or _labels().fullmatch(line)) is not None


def cuts_label(before: str, after: str) -> bool:
    """Whether a label with its colon is cut where one line ends and the next begins: 责任 ⏎ 单位：…"""
    head = after[:LONGEST_LABEL]
    if not has_colon(head) or starts_with_label(after):
        return False
    tail = before[-LONGEST_LABEL:]
    if _label_end().search(tail[-_AROUND_END:] + head) is None:
        return False
    return any(match.start() < len(tail) < match.end() - 1 for match in _labels().finditer(tail + head))


def goes_on_behind_bracket(line: str) -> bool:
    """Whether a line only goes on with the sentence that a bracket stands in: ，并定期通报."""
    return line[0] in NEVER_FIRST or text_patterns("paragraphs")["goes-on"].holds(line)


def has_colon(words: str) -> bool:
    """Whether a colon of any width stands in some words."""
    return "：" in words or ":" in words or "∶" in words


@cache
def _may_start() -> re.Pattern[str]:
    """What all beginnings of paragraphs have, so that most lines are none at a glance.

    Numbers, annexes and what is said of all above (以上各项均由) have their first characters; behind a label comes a
    colon or a blank, as within a member's line.
    """
    return compiled(
        rf"{lexicon_alternation('number.first')}|[附序\d]|[以上](?=[上述])|[\u4e00-\u9fff](?:[\u4e00-\u9fff]{{1,3}}[，,]|[\u4e00-\u9fff]{{0,4}}[长人挥任委员]$)|[^:：∶\s]*[:：∶\s]"
    )


@cache
def _others() -> re.Pattern[str]:
    """What begins a paragraph beside clause numbers."""
    annexes = "|".join(rule.pattern for rule in built_in() if rule.kind == "annex")
    return re.compile(f"{annexes}|{text_patterns('paragraphs')['starts-paragraph'].pattern}")


@cache
def _numbers() -> re.Pattern[str]:
    markers = "|".join(
        re.sub(r"\?P<\w+>", "?:", rule.pattern) for rule in built_in() if rule.kind in ("marker", "annex")
    )
    return re.compile(rf"(?:{markers})|{text_patterns('paragraphs')['starts-paragraph'].pattern}")


@cache
def _label_end() -> re.Pattern[str]:
    """The last character of a label with its colon: a quick look."""
    return re.compile(rf"{lexicon_alternation('hint.label-last')}\s*[】\]]?\s*[:：∶]")


@cache
def _labels() -> re.Pattern[str]:
    labels = any_of([rule for rule in built_in() if rule.kind == "label"])
    return compiled(rf"[【\[（(]?(?:{labels})[】\]]?\s*[:：∶]")
