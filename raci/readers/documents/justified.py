"""Justified text, in which blanks stand between the characters (责 任 单 位：市 财 政 局): they are taken out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate

from raci.model import Span
from raci.model.late_patterns import late_pattern
from raci.model.pattern_codes import compiled
from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import Passage, TextLine
from raci.rules.text_patterns import text_patterns

__all__ = ["is_justified", "may_be_justified", "unspaced", "unspaced_line", "unspaced_parts"]

_HAN = "[\u4e00-\u9fff]"
_BLANKS_APART = " \u3000\xa0\u2002\u2003\u2009\u202f"
_BLANK = f"[{_BLANKS_APART}]"
_MARKS = "，。、；：！？（）《》“”〔〕【】()[],;:"
#: four characters or more, each apart from the next by the same blanks
_SPREAD = late_pattern(rf"(?<!{_HAN}){_HAN}({_BLANK}{{1,3}}){_HAN}(?:\1{_HAN}){{2,}}(?!{_HAN})")
#: what may stand beside such blanks: Chinese characters and marks, no Latin letters or digits
_SIDE = rf"[\u4e00-\u9fff{re.escape(_MARKS)}]"
#: what is told of a person behind the name: no mark of a sentence
_ASIDE = late_pattern(r"[（(](?:女|男|兼|[一-龥]{1,5}族)[)）]")
_BLANKS = late_pattern(rf"(?<={_SIDE}){_BLANK}{{1,3}}(?={_SIDE})")


def may_be_justified(text: str) -> bool:
    """Whether lines of a text may be justified: a quick look over the whole of it."""
    return any(blank in text and _apart(blank).search(text) is not None for blank in _BLANKS_APART)


@cache
def _apart(blank: str) -> re.Pattern[str]:
    """The last three characters of such a stretch, each behind a blank: sought fastest by one blank."""
    return compiled(rf"{blank}{_HAN}{_BLANK}{{1,3}}{_HAN}{_BLANK}{{1,3}}{_HAN}")


def is_justified(texts: Iterable[str]) -> bool:
    """Whether a text has blanks between the characters of its sentences; a title set wide is not enough."""
    lines = list(texts)
    if not may_be_justified("\n".join(lines)):
        return False
    return any(
        _SPREAD.search(text) and any(mark in _ASIDE.sub("", text) for mark in _MARKS) and not _is_of_roster(text)
        for text in lines
    )


def _is_of_roster(line: str) -> bool:
    """Whether persons may stand behind a label (成 员：张 三 李 四): blanks in their names set nothing wide."""
    return text_patterns("paragraphs")["roster-line"].holds(line)


def unspaced(text: str) -> str:
    """A line of a justified text without the blanks between its characters; those between words stay."""
    dropped = list(_dropped(text))
    if not dropped:
        return text
    kept, position = [], 0
    for start, end in dropped:
        kept.append(text[position:start])
        position = end
    return "".join([*kept, text[position:]])


def unspaced_line(line: TextLine) -> TextLine:
    """The same for a line with marked spans, which move along."""
    dropped = list(_dropped(line.text))
    if not dropped:
        return line
    starts = [start for start, _ in dropped]
    sizes = [0, *accumulate(end - start for start, end in dropped)]

    def moved(spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(Span(new_offset(span.start), new_offset(span.end)) for span in spans)

    def new_offset(offset: int) -> int:
        before = bisect_left(starts, offset)  # so many stretches of blanks begin before it
        inside = max(0, dropped[before - 1][1] - offset) if before else 0
        return offset - sizes[before] + inside

    ocr = None if line.ocr is None else moved(line.ocr)
    return line._replace(text=unspaced(line.text), bold=moved(line.bold), ocr=ocr)


def unspaced_parts(parts: Sequence[Passage | DraftTable]) -> list[Passage | DraftTable]:
    """The paragraphs and tables of a document; those that are justified without the blanks between characters."""
    justified = is_justified([line.text for part in parts if isinstance(part, Passage) for line in part.lines])
    if not justified and not any(isinstance(part, DraftTable) for part in parts):
        return list(parts)
    return [
        _unspaced_table(part) if isinstance(part, DraftTable) else _unspaced_passage(part) if justified else part
        for part in parts
    ]


def _unspaced_passage(passage: Passage) -> Passage:
    return Passage(tuple(map(unspaced_line, passage.lines)))


def _unspaced_table(table: DraftTable) -> DraftTable:
    lines = (line.text for cell in table.cells for passage in cell.passages for line in passage.lines)
    if not is_justified(lines):
        return table
    return DraftTable(
        tuple(cell._replace(passages=tuple(map(_unspaced_passage, cell.passages))) for cell in table.cells)
    )


def _dropped(text: str) -> Iterator[tuple[int, int]]:
    """The blanks that only set characters apart, as spans: beside a mark, or beside a single character."""
    if not any(mark in text for mark in _MARKS) and _SPREAD.search(text) is None:
        return
    blanks = list(_BLANKS.finditer(text))
    for blank in blanks:
        start, end = blank.span()
        beside_mark = text[start - 1] in _MARKS or text[end] in _MARKS
        if (beside_mark and end - start == 1) or _is_single(text, start - 1, -1) or _is_single(text, end, 1):
            yield start, end


def _is_single(text: str, position: int, step: int) -> bool:
    """Whether a Chinese character stands alone: behind it, seen from the blank, comes a mark, a blank or nothing."""
    if not "\u4e00" <= text[position] <= "\u9fff":
        return False
    beyond = position + step
    return not 0 <= beyond < len(text) or not text[beyond].isalnum()
