"""How the paragraphs of a text begin whose lines were broken where they were full: set in, narrower, with a lead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from raci.readers.tables.line_margins import line_size
from raci.readers.tables.paragraph_starts import starts_numbered
from raci.readers.tables.text_lines import SENTENCE_ENDS, NumberedLine, is_chinese
from raci.rules.text_patterns import text_patterns

__all__ = ["CLOSERS", "INDENT", "LONG", "OPENERS", "PAUSES", "Style", "breaks_off", "has_lead", "style_of"]

#: how far the first line of a paragraph is set in, in half characters
INDENT = 4
#: paragraphs are set in where this share of those that are seen to begin is, of so many at the least
_SHARE, _LEAD_SHARE, _MIN_BEGINNINGS = 0.5, 0.3, 2
#: a line that is no sentence goes on from this part of the margin on: it is no heading
LONG = 0.82
OPENERS, PAUSES, CLOSERS = "（(《“‘〔【", "，、,", "）)〕】]"


class Style(NamedTuple):
    """How paragraphs begin: behind blanks; narrower, by an indent that the text has lost; with a lead sentence."""

    least: int  # the narrowest of the blanks before lines
    blanks: bool
    narrower: bool
    lead: bool


def style_of(lines: Sequence[NumberedLine], margins: Sequence[int | None]) -> Style:
    """How the paragraphs begin that are seen to: with a number, or behind a line that ends early."""
    broken = [index for index, margin in enumerate(margins) if margin is not None]
    least = min(lines[index].indent for index in broken)
    beginnings = [index for index in broken if index and _is_seen_to_begin(lines, margins, index)]
    blank = sum(1 for index in beginnings if lines[index].indent > least)
    others = len(broken) - len(beginnings)
    blank_others = sum(1 for index in broken if lines[index].indent > least) - blank
    leads = [lines[index].text for index in beginnings if not starts_numbered(lines[index].text)]
    return Style(
        least=least,
        blanks=blank >= max(_MIN_BEGINNINGS, _SHARE * len(beginnings)) and blank_others <= _SHARE * others,
        narrower=_are_narrower([(lines[index].text, margins[index] or 0) for index in beginnings]),
        lead=sum(map(has_lead, leads)) >= max(1, _LEAD_SHARE * len(leads)),
    )


def _is_seen_to_begin(lines: Sequence[NumberedLine], margins: Sequence[int | None], index: int) -> bool:
    """Whether a paragraph plainly begins with a line: it has a number, or the line before ends a sentence early."""
    before, margin = lines[index - 1].text, margins[index] or 0
    return starts_numbered(lines[index].text) or (
        line_size(before) < LONG * margin and before[-1] in SENTENCE_ENDS + CLOSERS
    )


def _are_narrower(beginnings: Sequence[tuple[str, int]]) -> bool:
    """Whether the first lines of paragraphs, where they are full, are narrower than the margin by an indent."""
    missing = [margin - line_size(text) for text, margin in beginnings if breaks_off(text)]
    full = [size for size in missing if size < 2 * INDENT]
    narrow = sum(1 for size in full if size >= INDENT - 1)
    return len(full) >= _MIN_BEGINNINGS and narrow > _SHARE * len(full)


def has_lead(text: str) -> bool:
    """Whether a line begins with a short sentence, as a heading: 更新车辆。加快淘汰…"""
    return text_patterns("paragraphs")["lead-sentence"].holds(text)


def breaks_off(text: str) -> bool:
    return is_chinese(text[-1]) or text[-1] in PAUSES + OPENERS or (text[-1].isascii() and text[-1].isalnum())
