"""Blocks to clauses: the tree of a document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from raci.analysis.tables.clauses import read_tables
from raci.model import Block, Clause, Document
from raci.rules import Rule
from raci.rules.markers import Marker, at_start, is_annex, split, within
from raci.rules.matching import any_of, rulebook

__all__ = ["is_no_task", "outline"]

#: numbers that are words of their sentence: they stay in the heading
_WORDS = frozenset(("outline.first-is", "outline.task", "outline.part"))
#: the longest heading; a longer first sentence is cut at a pause
_LONGEST = 80
_FIRST_SENTENCE = re.compile(r"[。；;！？!?\n：:](?:(?<![：:])|(?=.{8}))")
_PAUSE = re.compile(r"[，,、](?=[^，,、]*$)")
#: a heading without these holds no label
_MAYBE_LABEL = re.compile(r"[（(〔\[【［〈].*[:：∶位门体]", re.DOTALL)
_BLANK = " \t\u3000\xa0"
_OPENERS = "（(〔[【［〈"


def outline(document: Document, rules: tuple[Rule, ...] = ()) -> tuple[Clause, ...]:
    """The clauses of a document in document order.

    A numbered paragraph is a clause under the last one of a higher kind of number; which kind is higher
    shows in the document itself (the kind that comes first), so that restarts, skips and repeats do no harm.
    An unnumbered paragraph is a clause of kind ``paragraph`` under the numbered one before it; the row of
    a table is one of kind ``row``. ``rules`` are a user's, before the built-in ones.
    """
    builder = _Builder(document, rules)
    for block in document.blocks:
        if block.kind == "table":
            builder.table(block)
        elif block.kind == "annex":
            builder.afresh()
        elif block.kind == "heading" and not block.level:
            continue  # the title
        elif block.kind != "furniture":
            builder.paragraph(block)
    return builder.clauses()


class _Words(NamedTuple):
    """What the rules know words by: a label, one behind a bracket, one that heads no clause, a chapter of no tasks."""

    label: re.Pattern[str]
    opened: re.Pattern[str]
    goes_on: re.Pattern[str]
    no_task: re.Pattern[str]


@lru_cache(maxsize=8)
def _words(rules: tuple[Rule, ...]) -> _Words:
    book = rulebook(rules)
    no_task = book.pattern(any_of, "not-a-task")
    label, opened = book.pattern(any_of, "label"), book.pattern(_opened, "label")
    return _Words(label, opened, book.pattern(_goes_on, "label"), no_task)


def _opened(rules: Sequence[Rule]) -> str:
    return rf"[{re.escape(_OPENERS)}][{_BLANK}]*(?:{any_of(rules)})"


def _goes_on(rules: Sequence[Rule]) -> str:
    """工作内容：…, 【目标任务】…"""
    labels = any_of([rule for rule in rules if rule.role == "other"])
    return rf"(?:{labels})\s*[:：∶]|[【\[〔]\s*(?:{labels})\s*[】\]〕]"


def is_no_task(heading: str, rules: tuple[Rule, ...] = ()) -> bool:
    """Whether a heading is that of a chapter which asks nobody to do anything (总体要求, 指导思想 …)."""
    return _words(rules).no_task.search(heading) is not None


class _Builder:
    """Collects clauses; the only state of this room, gone when the outline is done."""

    def __init__(self, document: Document, rules: tuple[Rule, ...]) -> None:
        self.text, self.rules, self.words = document.text, rules, _words(rules)
        self.tables = read_tables(document, rules)
        self.unbroken = len(document.blocks) < max(3, len(document.text) // 1500)
        self.maybe = within(self.text)
        self.found: list[tuple[int | None, int, str, str, int, int, str]] = []
        self.stack: list[tuple[str, int, int]] = []  # rule, level, index of the clause
        self.last: dict[str, int] = {}
        self.chapters: dict[int, tuple[str, ...]] = {}  # of the rows of tables

    def afresh(self) -> None:
        """An annex begins: what follows stands under nothing, and counts anew."""
        self.stack, self.last = [], {}

    def paragraph(self, block: Block) -> None:
        if is_annex(self.text, block.start, block.end):
            self.afresh()
        low = bisect_left(self.maybe, block.start)
        maybe = self.maybe[low : bisect_left(self.maybe, block.end, low)]
        for start, end, marker in split(self.text, block.start, block.end, self.last, self.unbroken, maybe):
            while self.text[start] in _BLANK:
                start += 1
            while self.text[end - 1] in _BLANK:
                end -= 1
            if marker is not None:
                self.numbered(marker, start, end)
            elif self.found and self.goes_on(start, end):
                # 工作内容：… says more of the clause before it
                parent, level, number, heading, begin, _, kind = self.found[-1]
                self.found[-1] = (parent, level, number, heading, begin, end, kind)
            else:
                parent = self.stack[-1][2] if self.stack else None
                heading = _heading(self.text, start, end, self.words)
                self.found.append((parent, len(self.stack) + 1, "", heading, start, end, "paragraph"))

    def goes_on(self, start: int, end: int) -> bool:
        """Whether a paragraph says more of the clause before it; what stands below 责任单位：… does not."""
        return (
            self.words.goes_on.match(self.text, start, end) is not None
            and self.words.label.match(self.text, self.found[-1][4]) is None
        )

    def numbered(self, marker: Marker, start: int, end: int) -> None:
        kinds = [rule for rule, _, _ in self.stack]
        if marker.rule in kinds:
            del self.stack[kinds.index(marker.rule) :]
        else:
            # a kind that never stands above the open ones closes them (第一章 after 一、)
            while self.stack and self.stack[-1][1] > marker.level and marker.level <= 5:
                self.stack.pop()
        parent = self.stack[-1][2] if self.stack else None
        number = self.text[marker.start : marker.end].strip(_BLANK)
        heading = _heading(self.text, marker.end, end, self.words)
        if marker.rule in _WORDS:
            apart = " " if heading and self.text[marker.end] in _BLANK else ""  # 第一部分 总体要求, 一是加强
            number, heading = "", f"{number}{apart}{heading}"
        self.found.append((parent, len(self.stack) + 1, number, heading, start, end, "item"))
        self.stack.append((marker.rule, marker.level, len(self.found) - 1))

    def table(self, block: Block) -> None:
        parent = self.stack[-1][2] if self.stack else None
        tasks = self.tables[block.start].tasks
        if not tasks:
            self.plain(block)
        for row in tasks:
            heading = _heading(row.heading, 0, len(row.heading), self.words)
            marker = at_start(heading)
            number = row.number or (heading[: marker.end] if marker else "")
            self.chapters[len(self.found)] = row.chapters
            if marker:
                heading = heading[marker.end :].strip(_BLANK)
            self.found.append((parent, len(self.stack) + 1, number, heading, row.start, row.end, "row"))

    def plain(self, block: Block) -> None:
        """A table that nothing heads: what stands in its cells, line by line, as paragraphs."""
        for cell in block.cells:
            at = cell.start
            for line in self.text[cell.start : cell.end].split("\n"):
                if line.strip(_BLANK):
                    self.paragraph(Block("paragraph", at, at + len(line)))
                at += len(line) + 1

    def clauses(self) -> tuple[Clause, ...]:
        parents = {each[0] for each in self.found if each[6] == "item"}
        below: dict[int | None, tuple[str, ...]] = {None: ()}  # clause → the path of its children
        done: list[Clause] = []
        for index, (parent, level, number, heading, start, end, kind) in enumerate(self.found):
            path = below.get(parent)
            if path is None:
                above = done[parent or 0]
                path = below[parent] = (*above.path, above.label)
            if index in self.chapters:
                path = (*path, *self.chapters[index])
            kind = "section" if index in parents else kind
            done.append(Clause(index, parent, level, number, heading, start, end, path, kind))
        return tuple(done)


def _heading(text: str, start: int, end: int, words: _Words) -> str:
    """The first sentence, without an annotation in brackets at its end."""
    stop = _FIRST_SENTENCE.search(text, start, min(end, start + 400))
    heading = text[start : stop.start() if stop else min(end, start + 400)]
    label = words.label.search(heading) if _MAYBE_LABEL.search(heading) and words.opened.search(heading) else None
    if label:
        cut = label.start()
        while cut and heading[cut - 1] in _BLANK:
            cut -= 1
        if cut and heading[cut - 1] in _OPENERS:
            heading = heading[: cut - 1]
    if len(heading) > _LONGEST:
        pause = _PAUSE.search(heading[:_LONGEST])
        heading = heading[: pause.start()] if pause and pause.start() > 10 else heading[:_LONGEST]
    return heading.strip(_BLANK)
