"""Page numbers in a plain text: on lines of their own, and within a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from raci.readers.tables.brackets import CLOSERS, OPENERS
from raci.readers.tables.cut_names import cuts_name
from raci.readers.tables.line_margins import is_torn
from raci.readers.tables.line_scan import LineScan
from raci.readers.tables.paragraph_starts import starts_paragraph, starts_with_label
from raci.readers.tables.text_lines import NEVER_FIRST, SENTENCE_ENDS, NumberedLine, is_chinese
from raci.rules.text_patterns import text_patterns

__all__ = [
    "MOST_HEADS",
    "PAGE_LINES",
    "cuts",
    "extent_among_heads",
    "is_at_edge",
    "is_plainly_cut",
    "is_worded",
    "page_numbers",
    "without_numbers_within",
]

#: the longest page number, in characters
_LONGEST_NUMBER = 24
#: pages hold so many lines at the least
PAGE_LINES = 8
#: so many heads and feet stand one below the other at the most
MOST_HEADS = 4
#: a line of fewer characters is not known to break off where a page ends: it may be a cell or a heading
_LONG_LINE = 12
#: of bare numbers that count up this share stands among sentences: they number pages, not the rows of a table
_SENTENCES_SHARE = 0.6
#: a table with one cell a line has so many columns, and so many rows with a number show it
_MOST_COLUMNS, _ROWS = 12, 3
#: over how many lines a bracket that is open at the end of a page is looked for
_BRACKET_LINES = 6
_PAUSES, _COLONS = "、，", "：:"
_DIGITS = re.compile(r"\d+")
#: what each page number holds: a quick look
_HAS_NUMBER = re.compile(r"[\d页]")
#: a dash with a number behind it, as before each page number within a line: a quick look over a whole text
_DASHED = re.compile(r"[—―－–][^\S\n]*\d")


def without_numbers_within(lines: Sequence[NumberedLine]) -> Sequence[NumberedLine]:
    """The lines without the page numbers that stand within them (市财— 7 —政局), where these count up."""
    scan = LineScan([line.text for line in lines])
    if _DASHED.search(scan.text) is None:
        return lines
    pattern = text_patterns("paragraphs")["page-number-within"].expression
    dashed = scan.holding(_DASHED)
    found = [(place, match) for place in dashed for match in pattern.finditer(lines[place].text)]
    values = [int(match["n"]) for _, match in found]
    counting = [
        index
        for index, value in enumerate(values)
        if value - 1 in values[index - 1 : index] or value + 1 in values[index + 1 : index + 2]
    ]
    if not counting:
        return lines
    cleaned = list(lines)
    for index in reversed(counting):
        place, match = found[index]
        text = cleaned[place].text
        cleaned[place] = cleaned[place]._replace(text=text[: match.start()] + text[match.end() :])
    return cleaned


def page_numbers(lines: Sequence[NumberedLine]) -> set[int]:
    """Which lines are page numbers: those set off by dashes, and bare ones where a page is seen to end."""
    patterns = text_patterns("paragraphs")
    is_number, is_bare = patterns["page-number"].find, patterns["bare-page-number"].find
    found: set[int] = set()
    bare: list[int] = []
    short = [(index, line.text) for index, line in enumerate(lines) if len(line.text) <= _LONGEST_NUMBER]
    for index, text in short:
        if _HAS_NUMBER.search(text) is None:
            continue
        if is_number(text):
            found.add(index)
        elif is_bare(text) and not _counts(lines, index):
            bare.append(index)
    return found | set(_bare_page_numbers(lines, bare))


def _counts(lines: Sequence[NumberedLine], index: int) -> bool:
    """Whether a number says how many of what the next line begins with: 30 ⏎ 个工作日."""
    return index + 1 < len(lines) and text_patterns("paragraphs")["counting-word"].holds(lines[index + 1].text)


def _bare_page_numbers(lines: Sequence[NumberedLine], bare: Sequence[int]) -> Iterator[int]:
    """Of the lines that are nothing but a number those that number pages.

    They cut a list or a bracket; or they stand at the edge of pages, or pages apart, and count up.
    """
    extents = {index: extent_among_heads(lines, index) for index in bare}
    cutting = {index for index, (first, last) in extents.items() if cuts(lines, first, last)}
    cutting -= _in_rows(lines) if cutting else cutting
    for index in bare:
        if index in cutting and is_plainly_cut(lines, *extents[index]):
            yield index
    if len(bare) == 1 and _stands_among_sentences(lines, bare[0]):
        yield bare[0]
    for run in _counting_up(lines, bare):
        at_edges = all(is_at_edge(lines, index) for index in run)
        among_sentences = sum(1 for index in run if _stands_among_sentences(lines, index))
        if at_edges or among_sentences >= _SENTENCES_SHARE * len(run):
            yield from run


def _in_rows(lines: Sequence[NumberedLine]) -> set[int]:
    """Of the lines that are nothing but a number those in the rows of a table with one cell a line.

    Several follow on one another too closely for pages.
    """
    found: set[int] = set()
    run: list[int] = []
    for index in (place for place, line in enumerate(lines) if line.text.isdigit()):
        if run and index - run[-1] > _MOST_COLUMNS:
            run = []
        run.append(index)
        if len(run) >= _ROWS:
            found.update(run)
    return found


def is_plainly_cut(lines: Sequence[NumberedLine], first: int, last: int) -> bool:
    """Whether the lines from ``first`` to ``last`` cut a list, a name or a sentence that must go on."""
    before, after = lines[first - 1].text, lines[last + 1].text
    return _is_unfinished(lines, first) or is_torn(before) or cuts_name(before, after)


def extent_among_heads(lines: Sequence[NumberedLine], index: int) -> tuple[int, int]:
    """The first and the last of the lines about a number that are worded like a running head."""
    first = last = index
    while first and index - first < MOST_HEADS and is_worded(lines[first - 1].text):
        first -= 1
    while last + 1 < len(lines) and last - index < MOST_HEADS and is_worded(lines[last + 1].text):
        last += 1
    return first, last


def is_worded(text: str) -> bool:
    """Whether a line is worded like a running head or foot: 云岭州人民政府文件."""
    return text_patterns("paragraphs")["running-head"].holds(text)


def _counting_up(lines: Sequence[NumberedLine], bare: Sequence[int]) -> Iterator[list[int]]:
    """The runs of bare numbers, each one more than the one before and a page of lines further on."""
    run: list[int] = []
    for index in bare:
        value = _value(lines[index].text)
        if run and value == _value(lines[run[-1]].text) + 1 and index - run[-1] >= PAGE_LINES:
            run.append(index)
            continue
        if len(run) > 1:
            yield run
        run = [index]
    if len(run) > 1:
        yield run


def _value(text: str) -> int:
    digits = _DIGITS.search(text)
    return int(digits[0]) if digits else -1


def is_at_edge(lines: Sequence[NumberedLine], index: int) -> bool:
    """Whether a line is the first or the last one of its page; the pages are told apart by form feeds."""
    page = lines[index].page
    if page is None:
        return False
    is_first = index == 0 or lines[index - 1].page != page
    return is_first or index + 1 == len(lines) or lines[index + 1].page != page


def _stands_among_sentences(lines: Sequence[NumberedLine], index: int) -> bool:
    """Whether a page of lines stands before a line, and those beside it are no cells of a table."""
    if index < PAGE_LINES or index + 1 == len(lines):
        return False
    before, after = lines[index - 1].text, lines[index + 1].text
    return _is_no_cell(after) and (_is_no_cell(before) or before[-1] in SENTENCE_ENDS + CLOSERS)


def _is_no_cell(text: str) -> bool:
    """Whether a line is long, or begins with a number or a label of its own."""
    return len(text) >= _LONG_LINE or starts_with_label(text) or (not text.isdigit() and starts_paragraph(text))


def cuts(lines: Sequence[NumberedLine], first: int, last: int) -> bool:
    """Whether the lines from ``first`` to ``last`` stand in the midst of a sentence."""
    if first == 0 or last + 1 >= len(lines):
        return False
    before, after = lines[first - 1].text, lines[last + 1].text
    if after[0] in NEVER_FIRST:
        return True
    if not is_chinese(after[0]) or starts_paragraph(after):
        return False
    return (
        before[-1] in _PAUSES + OPENERS
        or (before[-1] in _COLONS and _is_unfinished(lines, first))
        or (is_chinese(before[-1]) and (len(before) >= _LONG_LINE or "（" in before))
    )


def _is_unfinished(lines: Sequence[NumberedLine], index: int) -> bool:
    """Whether a list or a bracket is left open before a line."""
    before = "".join(line.text for line in lines[max(0, index - _BRACKET_LINES) : index])
    return before[-1] in _PAUSES or max(map(before.rfind, OPENERS)) > max(map(before.rfind, CLOSERS))
