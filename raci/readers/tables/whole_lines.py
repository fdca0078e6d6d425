"""Texts in which a line is a paragraph: joined only where a page ends, or a bracket is closed further down."""

from __future__ import annotations

from collections.abc import Sequence

from raci.readers.documents.passages import Passage, TextLine, one_line
from raci.readers.tables.brackets import CLOSERS, OPENERS, count_closed, count_opened, opens_bracket
from raci.readers.tables.cut_dates import cuts_date
from raci.readers.tables.cut_headings import CutHeadings
from raci.readers.tables.cut_names import cuts_name
from raci.readers.tables.paragraph_starts import (
    LONGEST_LABEL,
    cuts_label,
    has_colon,
    starts_numbered,
    starts_paragraph,
    starts_with_label,
)
from raci.readers.tables.text_lines import SENTENCE_ENDS, NumberedLine, is_chinese

__all__ = ["goes_on", "join_interrupted"]

#: a line shorter than this may be a heading, however it ends
_HEADING_LENGTH = 20
#: how far from the break a bracket that it falls in may be opened and closed, and over how many lines
_REACH, _MAX_LINES = 120, 5
#: the same of a bracket that begins with a label (（责任单位：), whose words a web page may give one a line
_LABEL_REACH, _MAX_LABEL_LINES = 600, 60
#: what a line ends with that breaks off in no bracket and cuts no name
_SURE_ENDS = frozenset(SENTENCE_ENDS + CLOSERS)


def join_interrupted(lines: Sequence[NumberedLine]) -> list[Passage]:
    """Each line a paragraph, except where one breaks off at the end of a page, or in a bracket closed further down."""
    paragraphs: list[Passage] = []
    filled = [line for line in lines if line.text]
    paragraph = ""
    headings = CutHeadings([line.text for line in filled], wrapped=False)
    for index, (number, text, page, *_) in enumerate(filled):
        # most lines end a sentence: these go on in nothing but the rest of a label
        may_go_on = paragraph[-1:] not in _SURE_ENDS or has_colon(text[:LONGEST_LABEL])
        if paragraphs and may_go_on and _goes_on(paragraph, filled, index, headings):
            first_lines = paragraphs[-1].lines
            paragraphs[-1] = Passage((*first_lines, TextLine(text, first_lines[0].page, number)))
            paragraph += text
        else:
            paragraphs.append(one_line(text, page, number))
            paragraph = text
    return paragraphs


def _goes_on(paragraph: str, lines: Sequence[NumberedLine], index: int, headings: CutHeadings) -> bool:
    text = lines[index].text
    if not is_chinese(paragraph[-1]):  # no name and no heading is cut
        return goes_on(paragraph, lines, index)
    if cuts_name(paragraph, text):
        return True
    return goes_on(paragraph, lines, index) or (headings.goes_on(paragraph, text) and not starts_paragraph(text))


def goes_on(paragraph: str, lines: Sequence[NumberedLine], index: int) -> bool:
    """Whether a paragraph goes on in the line at ``index``, the one that follows it."""
    if cuts_label(paragraph, lines[index].text) or cuts_date(paragraph, lines[index].text):
        return True
    if (opened := _open_bracket(paragraph)) is not None:
        labelled = starts_with_label(paragraph, opened + 1)
        following = [line.text for line in lines[index : index + (_MAX_LABEL_LINES if labelled else _MAX_LINES)]]
        if _closes(following, labelled):
            return True
    text = lines[index].text
    return (
        lines[index].resumed
        and is_chinese(paragraph[-1])
        and len(paragraph) > _HEADING_LENGTH
        and is_chinese(text[0])
        and not starts_paragraph(text)
    )


def _open_bracket(line: str) -> int | None:
    """Where the bracket was opened in which a line ends, at no stop: a little before, or further with a label."""
    if line[-1] in _SURE_ENDS:
        return None
    tail = line[-_LABEL_REACH:]
    if not opens_bracket(tail):
        return None
    opened = max(map(line.rfind, OPENERS))
    if max(map(line.rfind, CLOSERS)) > opened:
        return None
    return opened if len(line) - opened <= _REACH or starts_with_label(line, opened + 1) else None


def _closes(lines: Sequence[str], labelled: bool) -> bool:
    """Whether the lines close a bracket before they open one, and none begins a clause up to there.

    With ``labelled`` (（牵头单位：…；) a further label begins none.
    """
    for index, line in enumerate(lines):
        if starts_paragraph(line) and (not labelled or starts_numbered(line)):
            return False
        head = line[:_REACH]
        closed = min((position for position in map(head.find, CLOSERS) if position >= 0), default=-1)
        opened = min((position for position in map(head.find, OPENERS) if position >= 0), default=_REACH)
        if labelled and count_closed(line) > count_opened(line):
            return True
        if labelled and closed >= 0:
            continue  # 各县（市、区）政府；
        if closed >= 0:
            return closed < opened
        if opened < _REACH or line[-1] in SENTENCE_ENDS or (index and len(line) > _REACH):
            return False
    return False
