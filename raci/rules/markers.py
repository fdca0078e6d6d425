"""Clause numbers: what they look like (``outline.toml``), at the start of a paragraph and within one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import numeric

from raci.model.pattern_codes import compiled
from raci.rules import Rule, built_in
from raci.rules.lexicon import lexicon_pattern, lexicon_words
from raci.rules.numerals import han, numeral

__all__ = ["ClauseSplitter", "Marker", "at_start", "is_annex"]

#: paragraphs shorter than this hold no second clause
_SHORT = 24
#: a heading that runs into its first child is shorter than this; and longer than that, where the child is lost
_HEADING, _BRIEF = 60, 7
#: how many numbers in a row may be lost, where the text has no line breaks, and where it has
_LOST_UNBROKEN, _LOST = 5, 2
#: how far on the next number is looked for, and the highest one of which the ones before may be lost
_NEXT_WITHIN, _HIGHEST_FIRST = 2500, 30
#: how far before a number the label is looked for whose names end at it
_LABEL_REACH = 300
#: the longest paragraph that begins an annex, in characters
_LONGEST_ANNEX = 80
_CLOSERS = "。；;：:！？!?）)〕]】］〉”’"
_BRACKETS, _OPENERS = "）)〕]】］〉", "（(〔[【［〈"
#: how far behind the first part of a sentence the second one is looked for
_PART_WITHIN = 600
#: the kinds of numbers that count the parts of a sentence, and what parts end with
_PARTS, _PART_ENDS = ("outline.arabic-paren", "outline.circled"), "；;。，,、"
_BLANK = " \t\u3000\xa0"
_NAMED_GROUP = re.compile("[?]P<[nm]>")
_DIGITS = re.compile(r"[一二三四五六七八九十百零〇\d]+|\+")


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
        parts.append(f"(?P<{name}>{_NAMED_GROUP.sub('?:', rule.pattern)})")
    return compiled("|".join(parts)), groups


@cache
def _annex() -> re.Pattern[str]:
    return compiled("|".join(rule.pattern for rule in built_in() if rule.kind == "annex"))


def at_start(text: str, start: int = 0, end: int | None = None) -> Marker | None:
    """The clause number that ``text[start:end]`` begins with; None where there is none."""
    if start >= len(text) or text[start] not in lexicon_words("number.first"):
        return None
    pattern, groups = _start_pattern()
    match = pattern.match(text, start, len(text) if end is None else end)
    if match is None or match.lastgroup is None:
        return None
    rule = groups[match.lastgroup]
    return Marker(rule.id, _value(match[0]), rule.level, *match.span())


@lru_cache(maxsize=4096)
def _value(number: str) -> int:
    if len(number) == 1 and not number.isdecimal():
        return int(numeric(number, 0))  # ①
    digits = _DIGITS.search(number)
    return numeral(digits[0].replace("+", "十")) if digits else 0  # OCR reads （十） as （+）


def is_annex(text: str, start: int, end: int) -> bool:
    """Whether the paragraph begins an annex: 附件, its number, and perhaps its name."""
    return text[start] == "附" and end - start < _LONGEST_ANNEX and _annex().match(text, start, end) is not None


@cache
def _lower(level: int) -> frozenset[str]:
    return frozenset(rule.id for rule in _rules() if rule.level > level)


class ClauseSplitter:
    """Splits the paragraphs of a text, in their order, where a number within one begins a clause.

    ``unbroken`` says that the text has no line breaks to speak of, so that numbers within a paragraph are all there is.
    What counts on is known from the last value of each kind of number, and (``counted``) from the last one whatever
    stood above it.
    """

    def __init__(self, text: str, unbroken: bool) -> None:
        self._text, self._unbroken = text, unbroken
        self._firsts = lexicon_words("number.first")
        counts = lexicon_words("number.counts-before")
        offsets = [match.start() for match in lexicon_pattern("number.within").finditer(text)]
        #: where numbers stand that might begin a clause
        self._offsets = [offset for offset in offsets if text[offset - 1] not in counts]
        self.restart()

    def restart(self) -> None:
        """Numbers count anew: an annex begins."""
        self._last: dict[str, int] = {}
        self._counted: dict[str, int] = {}
        self._assigned: set[str] = set()  # the kinds that number parts of a sentence with bodies of their own

    def split(self, start: int, end: int) -> Iterator[tuple[int, int, Marker | None]]:
        """The stretches of a paragraph that are clauses of their own, each with the number that it begins with."""
        text = self._text
        marker = self._first_number(start, end) if text[start : start + 1] in self._firsts else None
        if marker is not None:
            self._count(marker)
        if end - start > _SHORT or text[start] in _OPENERS:
            offsets = self._offsets
            first = bisect_left(offsets, marker.end if marker else start)
            for offset in offsets[first : bisect_left(offsets, end, first)]:
                following = at_start(text, offset, end)
                if following is None or not self._begins_clause(start, end, following):
                    continue
                if not text[start:offset].isspace():
                    yield start, offset, marker
                self._count(following)
                start, marker = offset, following
        if not text[start:end].isspace():
            yield start, end, marker

    def _first_number(self, start: int, end: int) -> Marker | None:
        """The number that a paragraph begins with; that of a chapter has no mark behind it: 2 重点任务 above 2.1."""
        marker = at_start(self._text, start, end)
        if marker is None and self._text[start].isdecimal():
            chapter = lexicon_pattern("number.chapter").match(self._text, start)
            return Marker("number.chapter", int(chapter["n"]), 5, start, chapter.end()) if chapter else None
        return marker

    def _count(self, marker: Marker) -> None:
        """Remember a number; those of lower levels start anew, or count on where the document has it so."""
        self._last[marker.rule] = self._counted[marker.rule] = marker.value
        lower = _lower(marker.level)
        for rule in [rule for rule in self._last if rule in lower]:
            del self._last[rule]
        if self._assigned:
            self._assigned -= lower

    def _begins_clause(self, start: int, end: int, marker: Marker) -> bool:
        """Whether a number within a paragraph begins a clause: it counts on, and the words before it have ended."""
        text, offset = self._text, marker.start
        before = text[max(start, offset - _HEADING) : offset].rstrip(_BLANK)
        if not before:
            return offset - start < _HEADING
        last = before[-1]
        if not self._follows(marker, start, last) or last in lexicon_words("number.no-clause-before"):
            return False
        if last not in _CLOSERS and marker.rule in self._last and self._ends_names(start, offset, last):
            return True
        if text[start] in _OPENERS and lexicon_pattern("number.behind-bodies").fullmatch(before) is not None:
            return True
        return self._may_stand_behind(marker, start, end, before)

    def _follows(self, marker: Marker, start: int, before: str) -> bool:
        """Whether a number is the next of its kind, or others were lost between; ``before`` stands before it."""
        known = self._last.get(marker.rule)
        if marker.value in ((known or 0) + 1, self._counted.get(marker.rule, 0) + 1):
            return True
        if known is None:
            return self._unbroken and self._is_first_left(marker, start)
        return 2 <= marker.value - known <= (_LOST_UNBROKEN if self._unbroken else _LOST) and before in _BRACKETS

    def _is_first_left(self, marker: Marker, start: int) -> bool:
        """Whether a number is the first that is left of several, since the next one counts on: 二、监管5.界定…。6.…

        Or the first below the heading of a passage: 一、准入（三）…（四）…
        """
        following, text = marker.value + 1, self._text
        if not 1 < marker.value <= _HIGHEST_FIRST:
            return False
        if marker.rule == "outline.han-paren" and self._is_heading(start, marker.start):
            number = f"{text[marker.start]}{han(following)}{text[marker.end - 1]}"
        elif marker.rule == "outline.arabic":
            number = f"{following}{text[marker.end - 1]}"
        else:
            return False
        after = text.find(number, marker.end, marker.start + _NEXT_WITHIN)
        return after > 0 and text[after - 1] in _CLOSERS

    def _is_heading(self, start: int, end: int) -> bool:
        """Whether a stretch is but a heading with its number: 一、加强领导."""
        return end - start < _HEADING and "。" not in self._text[start:end] and bool(at_start(self._text, start, end))

    def _ends_names(self, start: int, offset: int, last: str) -> bool:
        """Whether the names behind a label stand before, with no stop at their end: 责任单位：市财政局二、…"""
        sentence = self._text[max(start, offset - _LABEL_REACH) : offset].rpartition("。")[2]
        labelled = lexicon_pattern("label.before-number").search(sentence) is not None
        return labelled and last in lexicon_words("number.name-end")

    def _parts_are_assigned(self, marker: Marker, end: int) -> bool:
        """Whether the parts of a sentence each end with their own bodies: （1）精简表单。（市税务局负责）（2）…"""
        number = self._text[marker.start : marker.end]
        second = "②" if number == "①" else number.replace("1", "2")
        following = self._text.find(second, marker.end, min(end, marker.end + _PART_WITHIN))
        if following < 0:
            return False
        part = self._text[marker.end : following].rstrip(_BLANK + _PART_ENDS)
        if part[-1:] in tuple(_BRACKETS):
            bracket = max(map(part.rfind, _OPENERS))
            return bracket > 0 and lexicon_pattern("hint.trigger").search(part, bracket) is not None
        labelled = lexicon_pattern("label.before-number").search(part) is not None
        return labelled and part[-1:] in lexicon_words("number.name-end")

    def _begins_part(self, marker: Marker, end: int, last: str) -> bool:
        """Whether (1) is a clause: it lists the parts of a sentence, unless others stood at the start of a line, or
        each has bodies of its own.
        """
        closed = last in _CLOSERS
        if closed and marker.value == 1 and self._parts_are_assigned(marker, end):
            self._assigned.add(marker.rule)
            return True
        return marker.rule in self._last and (
            last in _BRACKETS or (closed and (self._unbroken or marker.rule in self._assigned))
        )

    def _may_stand_behind(self, marker: Marker, start: int, end: int, before: str) -> bool:
        """Whether the words before a number have ended, as its kind demands."""
        unbroken, known = self._unbroken, marker.rule in self._last
        last, length, closed = before[-1], marker.start - start, before[-1] in _CLOSERS
        heading = self._is_heading(start, marker.start)  # 一、加强领导（一）…
        if marker.rule in _PARTS:
            return self._begins_part(marker, end, last)
        if marker.rule == "outline.arabic":
            # 一、健全体系 1.建立制度。: only a blank parts the heading from what stands under it
            apart = heading and self._text[marker.start - 1] in _BLANK and length > _BRIEF
            return (last in _BRACKETS and known) or (unbroken and (closed or heading)) or apart
        if marker.rule == "outline.han":
            if known or (marker.value > 1 and marker.rule in self._counted):
                # 一、优化准入条件二、实行包容审慎监管: what stood under the first is lost
                return closed or (unbroken and heading and length > _BRIEF)
            return (last in "：:。" and (unbroken or marker.value == 1)) or self._is_behind_title(marker, before)
        return closed or heading or self._is_behind_title(marker, before)

    def _is_behind_title(self, marker: Marker, before: str) -> bool:
        """Whether the first number stands right behind a title, in a text without line breaks."""
        return self._unbroken and marker.value == 1 and lexicon_pattern("number.title-end").search(before) is not None
