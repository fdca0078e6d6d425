"""Clause numbers: what they look like (``rules/outline.toml``), at the start of a paragraph and within one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from raci.rules import Rule, built_in
from raci.rules.numerals import numeral

__all__ = ["Marker", "at_start", "is_annex", "split", "within"]

#: paragraphs shorter than this hold no second clause
_SHORT = 24
#: a heading that runs into its first child is shorter than this
_HEADING = 60
#: how many numbers in a row may be lost, where the text has no line breaks; how far on the next one is looked for
_LOST = 5
_NEXT_WITHIN = 2500
#: a heading is longer than this
_BRIEF = 7
_CLOSERS = "。；;：:！？!?）)〕]】］〉”’"
_BRACKETS = "）)〕]】］〉"
_NO_CLAUSE_BEFORE = "第（(〔[、和至及到与或~—-同按照依据符合"
_BLANK = " \t\u3000\xa0"


class Marker(NamedTuple):
    """A clause number: the rule that found it, its value (0 where it has none), its level, and its span."""

    rule: str
    value: int
    level: int
    start: int
    end: int


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in built_in() if rule.kind == "marker")


@cache
def _start_pattern() -> tuple[re.Pattern[str], dict[str, Rule]]:
    """One pattern for all markers at a start: each rule a named group."""
    groups, parts = {}, []
    for index, rule in enumerate(_rules()):
        name = f"r{index}"
        groups[name] = rule
        parts.append(f"(?P<{name}>{re.sub(r'[?]P<[nm]>', '?:', rule.pattern)})")
    return re.compile("|".join(parts)), groups


@cache
def _annex() -> re.Pattern[str]:
    return re.compile("|".join(rule.pattern for rule in built_in() if rule.kind == "annex"))


#: what may begin a clause within a paragraph; its first character is tried for all forms at once, which is quick
_WITHIN = re.compile(
    r"[（(一二三四五六七八九十\d第](?:"
    r"(?<=[（(])(?:(?:[一二三四五六七八九十]{1,3}|\+)[)）](?![、，至]|及(?!时)|和(?!谐|平)|款(?!项|待)|项(?!目)|条(?!件|例|块|码))|\d{1,3}[)）])"
    r"|(?<=[一二三四五六七八九十])[一二三四五六七八九十]{0,2}、|(?<=\d)\d?[.．、](?!\d)"
    r"|(?<=第)[一二三四五六七八九十百零〇]{1,5}[章条](?![、和至款规所中第的])"
    r")"
)
#: before these a number counts something, or goes on
_COUNTS = frozenset("一二三四五六七八九十百千万第两几数0123456789.．（(")
#: the characters that a number begins with: a quick look before the pattern
_FIRST = frozenset(
    "重任措举事项工第（(〔﹙一二三四五六七八九十百零〇两0123456789０１２３４５６７８９"
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
)
#: a label before a colon, as far as a number behind it is concerned; and how names end
_LABEL = re.compile(r"(?:单位|部门|主体|处室|科室|责任人|领导)[:：∶]")
_NAME_ENDS = frozenset("局委厅办府会心司行门位院关区县市部处科")
_DIGITS = re.compile(r"[一二三四五六七八九十百零〇\d]+|\+")


def at_start(text: str, start: int = 0, end: int | None = None) -> Marker | None:
    """The clause number that ``text[start:end]`` begins with; None where there is none."""
    if start >= len(text) or text[start] not in _FIRST:
        return None
    pattern, groups = _start_pattern()
    match = pattern.match(text, start, len(text) if end is None else end)
    if match is None or match.lastgroup is None:
        return None
    rule = groups[match.lastgroup]
    return Marker(rule.id, _value(match[0]), rule.level, *match.span())


@lru_cache(maxsize=4096)
def _value(number: str) -> int:
    digits = _DIGITS.search(number)
    return numeral(digits[0].replace("+", "十")) if digits else 0  # OCR reads （十） as （+）


def is_annex(text: str, start: int, end: int) -> bool:
    """Whether the paragraph begins an annex: 附件, its number, and perhaps its name."""
    return text[start] == "附" and end - start < 80 and _annex().match(text, start, end) is not None


def within(text: str) -> list[int]:
    """Where in a text numbers stand that might begin a clause: a quick look for ``split``."""
    return [at for at in [match.start() for match in _WITHIN.finditer(text)] if text[at - 1] not in _COUNTS]


def split(
    text: str, start: int, end: int, last: dict[str, int], unbroken: bool, maybe: Sequence[int]
) -> Iterator[tuple[int, int, Marker | None]]:
    """The stretches of a paragraph that are clauses of their own, each with the number that it begins with.

    ``maybe`` holds the offsets within it where a number stands.

    ``last`` holds, per kind of number, the last value seen (it is kept up to date here); ``unbroken`` says that
    the text has no line breaks to speak of, so that numbers within a paragraph are all there is.
    """
    begin = start
    marker = at_start(text, start, end)
    if marker is not None:
        _note(last, marker)
    if maybe and end - start > _SHORT:
        here = marker.end if marker else start
        for at in maybe:
            if at < here:
                continue
            found = at_start(text, at, end)
            if found is None or not _begins(text, begin, at, found, last, unbroken):
                continue
            if not text[begin:at].isspace():
                yield begin, at, marker
            _note(last, found)
            begin, marker = at, found
    if not text[begin:end].isspace():
        yield begin, end, marker


def _in_label(text: str, begin: int, at: int) -> bool:
    """Whether the words before are the names behind a label, with no stop at their end: 责任单位：市财政局二、…"""
    sentence = text[max(begin, at - 300) : at].rpartition("。")[2]
    return _LABEL.search(sentence) is not None and text[at - 1] in _NAME_ENDS


def _note(last: dict[str, int], marker: Marker) -> None:
    """Remember a number; those of lower levels start anew, or count on (``after …``) where the document has it so."""
    last[marker.rule] = last["after " + marker.rule] = marker.value
    for lower in _lower(marker.level):
        last.pop(lower, None)


@cache
def _lower(level: int) -> tuple[str, ...]:
    return tuple(rule.id for rule in _rules() if rule.level > level)


def _first_left(text: str, at: int, marker: Marker) -> bool:
    """Whether a number is the first that is left of several, since the next one counts on: 二、监管5.界定…。6.完善…"""
    if marker.rule != "outline.arabic" or not 1 < marker.value <= 30:
        return False
    after = text.find(f"{marker.value + 1}{text[marker.end - 1]}", marker.end, at + _NEXT_WITHIN)
    return after > 0 and text[after - 1] in _CLOSERS


def _begins(text: str, begin: int, at: int, marker: Marker, last: dict[str, int], unbroken: bool) -> bool:
    """Whether a number within a paragraph begins a clause: it counts on, and the words before it have ended."""
    before = text[max(begin, at - _HEADING) : at].rstrip(_BLANK)
    if not before:
        return at - begin < _HEADING
    known = last.get(marker.rule)
    follows = marker.value in ((known or 0) + 1, last.get("after " + marker.rule, 0) + 1)
    # numbers lost in recognition
    lost = known is not None and 2 <= marker.value - known <= (_LOST if unbroken else 2)
    follows = follows or (lost and before[-1] in _BRACKETS)
    follows = follows or (unbroken and known is None and _first_left(text, at, marker))
    if not follows or before[-1] in _NO_CLAUSE_BEFORE:
        return False
    closed = before[-1] in _CLOSERS
    # 一、加强领导（一）…: the words so far are but a heading
    heading = at - begin < _HEADING and "。" not in before and at_start(text, begin, at) is not None
    if not closed and known is not None and _in_label(text, begin, at):
        return True
    if marker.rule == "outline.arabic-paren":
        # (1) in a sentence lists its parts; it begins a clause where others stood at the start of a line
        return known is not None and (before[-1] in _BRACKETS or (unbroken and closed))
    if marker.rule == "outline.arabic":
        bracketed = before[-1] in _BRACKETS and known is not None
        return bracketed or (unbroken and (closed or heading))
    if marker.rule == "outline.han":
        if unbroken and heading and known is not None and at - begin > _BRIEF:
            return True  # 一、优化准入条件二、实行包容审慎监管: what stood under the first is lost
        return closed if known is not None else before[-1] in "：:。" and (unbroken or marker.value == 1)
    return closed or heading
