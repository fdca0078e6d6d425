"""Texts whose lines were broken where they were full (by a PDF, a mail): the lines of a paragraph are joined again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from raci.readers.documents.passages import Passage
from raci.readers.tables.brackets import runs_on_behind_bracket
from raci.readers.tables.cut_headings import CutHeadings
from raci.readers.tables.cut_names import cuts_name
from raci.readers.tables.line_margins import first_word_size, is_torn, line_size
from raci.readers.tables.open_paragraph import OpenParagraph
from raci.readers.tables.paragraph_starts import (
    cuts_label,
    has_colon,
    is_number_or_label,
    starts_numbered,
    starts_paragraph,
    starts_with_label,
)
from raci.readers.tables.paragraph_style import (
    CLOSERS,
    INDENT,
    LONG,
    OPENERS,
    PAUSES,
    Style,
    breaks_off,
    has_lead,
    style_of,
)
from raci.readers.tables.text_lines import NEVER_FIRST, SENTENCE_ENDS, NumberedLine
from raci.readers.tables.whole_lines import goes_on
from raci.rules.lexicon import lexicon_pattern
from raci.rules.text_patterns import text_patterns

__all__ = ["join_wrapped"]

#: a number or label on a line of its own is no longer, in characters
_MAX_BARE = 6
#: so many lines back a label stands of whose names the last is cut
_NAME_LINES = 6
#: a title has no more lines
_TITLE_LINES = 6
#: what no title holds, and what one goes on with behind its last word but one: …方案 ⏎ 的通知
_MARKS, _TITLE_GOES_ON = "，。；：,;:", "的（("
_QUOTES = "》”"
_HAN_DIGITS = "一二三四五六七八九十"
#: the longest name before a colon that a line of a list begins with, and the colon, in characters
_LONGEST_LISTED = 12
#: what parts the pieces of a line that is no running text: a masthead, a row of a table
_GAP = "    "


def join_wrapped(lines: Sequence[NumberedLine], margins: Sequence[int | None]) -> list[Passage]:
    """The paragraphs of lines, none of them blank, that were broken at the margins given, in half characters.

    Where the margin is None a line is a paragraph, as in other texts.
    """
    style = style_of(lines, margins)
    headings = CutHeadings([line.text for line in lines], wrapped=True)
    paragraph = OpenParagraph()
    passages: list[Passage] = []
    for index, line in enumerate(lines):
        if paragraph.lines and _Joint(lines, margins, index, paragraph, style, headings).parts():
            passages.append(paragraph.close())
        paragraph.add(line)
    if paragraph.lines:
        passages.append(paragraph.close())
    return passages


def _has_listed_name(text: str) -> bool:
    """Whether a line begins with the name of a place or a body, and a colon."""
    return has_colon(text[:_LONGEST_LISTED]) and text_patterns("paragraphs")["listed-name"].holds(text)


def _is_bare(text: str) -> bool:
    """Whether a line is nothing but a number or a label: what it belongs to stands on the next one.

    附件 stands above the title of an annex.
    """
    return len(text) <= _MAX_BARE and text[0] != "附" and is_number_or_label(text)


class _Joint(NamedTuple):
    """The place between a line and the one before it."""

    lines: Sequence[NumberedLine]
    margins: Sequence[int | None]
    place: int
    paragraph: OpenParagraph
    style: Style
    headings: CutHeadings

    def parts(self) -> bool:
        """Whether a paragraph ends here."""
        if self.margins[self.place - 1] is None:
            words = "".join(line.text for line in self.paragraph.lines)
            return not goes_on(words, self.lines, self.place)
        if self._is_listed():
            return True
        starts = starts_paragraph(self.lines[self.place].text)
        counts_on = starts and self.paragraph.counts_on(self.lines[self.place].text)  # remembers the number
        if self.paragraph.is_in_bracket() and not counts_on:
            return False
        if self._must_go_on():
            return False
        return (starts and not self._is_wrapped_start(counts_on)) or self._ends()

    def _is_listed(self) -> bool:
        """Whether the line, and one beside it, begins with a name and a colon: 临川市：… above 丰岭市：…"""
        if not _has_listed_name(self.lines[self.place].text):
            return False
        follows = self.place + 1 < len(self.lines) and _has_listed_name(self.lines[self.place + 1].text)
        return follows or _has_listed_name(self.paragraph.lines[0].text)

    def _must_go_on(self) -> bool:
        """Whether the two lines are one by their words: a bare number and what it counts, a label that is cut."""
        before, after = self.paragraph.lines[-1].text, self.lines[self.place].text
        alone = len(self.paragraph.lines) == 1
        if alone and _is_bare(before):
            # 整改措施： above its numbered list; the number of a page above （二）
            heads = before[-1] in "：:" or (before.isdecimal() and not after[0].isdecimal())
            return not (heads and starts_numbered(after))
        if after[0] in NEVER_FIRST or cuts_label(before, after):
            return True
        return cuts_name("".join(line.text for line in self.paragraph.lines[-_NAME_LINES:]), after)

    def _ends(self) -> bool:
        """Whether a paragraph ends with the line before, by its width and its end."""
        before, line = self.paragraph.lines[-1].text, self.lines[self.place]
        if before[-1] in PAUSES + OPENERS:
            return False
        if text_patterns("paragraphs")["document-number"].holds(line.text):
            return True
        if _GAP in before or not self._is_full():
            is_cut_heading = len(self.paragraph.lines) == 1 and self.headings.goes_on(before, line.text)
            return not (is_cut_heading or (_GAP not in before and runs_on_behind_bracket(before)))
        if self.style.blanks:
            return line.indent > self.style.least
        if self._is_title():
            return True
        return before[-1] in SENTENCE_ENDS + CLOSERS and self._begins_sentence()

    def _is_wrapped_start(self, counts_on: bool) -> bool:
        """Whether a line only happens to begin like a paragraph: （责任单位：… behind a full line, 见 ⏎ 附件1。

        ``counts_on`` says whether its number follows the last one of its kind.
        """
        before, line = self.paragraph.lines[-1].text, self.lines[self.place]
        if not self._is_full() or (self.style.blanks and line.indent > self.style.least):
            return False
        if starts_with_label(line.text):
            return line.text[0] in OPENERS and not self.paragraph.is_annotated(line.text)
        # 控制在 ⏎ 1.25以下
        is_decimal = line.text[0].isdigit() and not text_patterns("paragraphs")["counted-number"].holds(line.text)
        # 春节、⏎ 五一、国庆; below a first line that is set in, 第一、⏎ 二、三类 as well
        is_set_in = self.style.blanks and self.paragraph.lines[0].indent > self.style.least
        is_counted = (not counts_on or is_set_in) and line.text[0] in _HAN_DIGITS
        return (line.text[0] == "附" or is_decimal or is_counted) and breaks_off(before)

    def _is_full(self) -> bool:
        """Whether the line before had no room for the first word of this one."""
        lines = self.paragraph.lines
        size, margin = line_size(lines[-1].text), self.margins[self.place - 1] or 0
        behind_bare = len(lines) == 2 and _is_bare(lines[0].text)
        if behind_bare:
            size += line_size(lines[0].text)
        first = len(lines) == 1 or behind_bare
        if self.style.blanks:
            size += max(lines[-1].indent - self.style.least, INDENT if first else 0)
        elif first and self.style.narrower:
            size += INDENT
        size += self._size_before(margin - size)
        if size + first_word_size(self.lines[self.place].text) > margin:
            return True
        runs_on = breaks_off(lines[-1].text) or (lines[-1].text[-1] in _QUOTES and is_torn(lines[-1].text))
        return runs_on and size > LONG * margin

    def _size_before(self, room: float) -> int:
        """How wide the pieces are that stand before the last line in print: a PDF may break a line behind a pause."""
        size = 0
        for line in reversed(self.paragraph.lines[:-1]):
            if line.text[-1] not in PAUSES or size + line_size(line.text) > room:
                break
            size += line_size(line.text)
        return size

    def _is_title(self) -> bool:
        """Whether the paragraph so far reads like a title that happens to fill its line."""
        words = "".join(line.text for line in self.paragraph.lines[-_TITLE_LINES:])
        return (
            not any(mark in words for mark in _MARKS) and lexicon_pattern("number.title-end").search(words) is not None
        )

    def _begins_sentence(self) -> bool:
        """Whether this line, behind a full one that ends a sentence, begins a paragraph."""
        text = self.lines[self.place].text
        if self.paragraph.is_annotated(text) or starts_with_label(self.paragraph.lines[0].text):
            return True
        if self.style.lead and has_lead(text):
            return True
        return self.style.narrower and self._is_set_in()

    def _is_set_in(self) -> bool:
        """Whether this line is narrower than the margin by an indent, and goes on in the next."""
        if self.place + 1 >= len(self.lines):
            return False
        text, following = self.lines[self.place].text, self.lines[self.place + 1].text
        missing = (self.margins[self.place] or 0) - line_size(text) - first_word_size(following)
        return breaks_off(text) and not starts_paragraph(following) and 0 <= missing <= INDENT
