"""What a plain text holds of the pages that it was taken from: page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from raci.readers.tables.line_scan import LineScan
from raci.readers.tables.page_numbers import (
    MOST_HEADS,
    PAGE_LINES,
    cuts,
    extent_among_heads,
    is_at_edge,
    is_plainly_cut,
    is_worded,
    page_numbers,
    without_numbers_within,
)
from raci.readers.tables.paragraph_starts import starts_paragraph
from raci.readers.tables.text_lines import NumberedLine
from raci.rules.bodies import is_one_body
from raci.rules.cell_content import cell_content
from raci.rules.columns import columns
from raci.rules.text_patterns import text_patterns

__all__ = ["count_furniture", "without_furniture"]

#: the shortest and longest running head, in characters
_SHORTEST_HEAD, _LONGEST_HEAD = 4, 80
#: what a line of a drawn table begins with
_DRAWN = frozenset("┌├└│+")
#: the shortest title that is known again, in characters
_SHORTEST_TITLE = 8
#: so many of the lines at the head of a text may be printed again at the head of each page
_TITLE_LINES = 6
#: a head without a page number beside it is known by so many occurrences, half of which cut a sentence
_MIN_UNNUMBERED = 3
#: what stands in no running head, and what stands there in pairs only
_PAUSES, _PAIRS = "、，", ("“”", "《》", "（）")
_DIGITS = re.compile(r"\d+")
_CELLS = re.compile(r"[ \u3000]{2,}|\t")


def without_furniture(lines: Sequence[NumberedLine]) -> list[NumberedLine]:
    """The lines without page numbers, running heads and feet; what follows such a line is marked as ``resumed``."""
    lines = without_numbers_within(lines)
    filled = [line for line in lines if line.text]
    furniture = page_numbers(filled)
    furniture |= _all_running_heads(filled, furniture)
    if not furniture:
        return list(lines)
    dropped = {filled[index].number for index in furniture}
    kept: list[NumberedLine] = []
    resumed = False
    for line in lines:
        if line.text and line.number in dropped:
            resumed = True
        elif resumed and line.text:
            kept.append(line._replace(resumed=True))
            resumed = False
        else:
            kept.append(line)
    return kept


def count_furniture(before: Sequence[NumberedLine], after: Sequence[NumberedLine]) -> int:
    """How many lines of a text, or parts of lines, ``without_furniture`` took out."""
    kept = {(line.number, line.text) for line in after}
    return sum(1 for line in before if line.text and (line.number, line.text) not in kept)


def _all_running_heads(lines: Sequence[NumberedLine], numbers: set[int]) -> set[int]:
    """Which lines are running heads and feet, also where several stand one below the other."""
    found: set[int] = set()
    for _ in range(MOST_HEADS):
        more = _running_heads(lines, numbers | found)
        if not more:
            break
        found |= more
    found |= _unnumbered_heads(lines, numbers | found)
    told = LineScan(line.text for line in lines).holding(text_patterns("paragraphs")["head-words"].expression)
    return found | {index for index in told if index not in found and _cuts_by_its_words(lines, index)}


def _running_heads(lines: Sequence[NumberedLine], numbers: set[int]) -> set[int]:
    """Which lines beside the furniture known so far, or at the edge of a page, are running heads and feet.

    They repeat; or they cut a sentence and are worded like one.
    """
    # by when something is to be done stands at the end of many rows
    beside = {index for index in _beside(lines, numbers) if cell_content(lines[index].text).kind != "date"}
    if not beside:
        return set()
    counts = Counter(_key(lines[index].text) for index in beside)
    title = _title(lines)
    # what the title is made of is not its own repetition
    again = {index for index in beside if index >= _TITLE_LINES and _is_in(title, lines[index].text)}
    repeated = again | {index for index in beside if counts[_key(lines[index].text)] > 1}
    worded = {index for index in beside if is_worded(lines[index].text)}
    furniture = numbers | repeated | worded
    # the first of them is the letterhead or the title itself, also where an annex begins on a page of its own
    firsts = _firsts(lines, {_key(lines[index].text) for index in repeated})
    return {
        index
        for index in repeated | worded
        if cuts(lines, *_extent(index, furniture))
        or (index in repeated and _is_again(lines, index, firsts, title))
        or (
            index in worded
            and bool({index - 1, index + 1} & numbers)
            and (index >= _TITLE_LINES or _is_between_rows(lines, *_extent(index, furniture)))
        )
    }


def _is_between_rows(lines: Sequence[NumberedLine], first: int, last: int) -> bool:
    """Whether rows of a table stand above and below the lines from ``first`` to ``last``."""
    beside = lines[max(0, first - 1) : first], lines[last + 1 : last + 2]
    return all(each and _CELLS.search(each[0].text) for each in beside)


def _cuts_by_its_words(lines: Sequence[NumberedLine], index: int) -> bool:
    """Whether a line that is worded like a running head stands, perhaps with others, where a name or a list goes on."""
    text = lines[index].text
    if not _may_be_head(text) or not is_worded(text):
        return False
    first, last = extent_among_heads(lines, index)
    return cuts(lines, first, last) and is_plainly_cut(lines, first, last)


def _firsts(lines: Sequence[NumberedLine], keys: set[str]) -> dict[str, int]:
    """Where the words of running heads stand first."""
    firsts: dict[str, int] = {}
    for index, line in enumerate(lines):
        if len(firsts) == len(keys):
            break
        if len(line.text) <= 2 * _LONGEST_HEAD and (key := _key(line.text)) in keys:
            firsts.setdefault(key, index)
    return firsts


def _is_again(lines: Sequence[NumberedLine], index: int, firsts: Mapping[str, int], title: str) -> bool:
    """Whether the words of a line stood in the text before; the title may have been broken over lines there."""
    key = _key(lines[index].text)
    return index > firsts[key] or (index >= _TITLE_LINES and title.startswith(key))


def _beside(lines: Sequence[NumberedLine], numbers: set[int]) -> set[int]:
    """The lines that may be a running head: beside a page number, or at the edge of a page."""
    found = {index + step for index in numbers for step in (-1, 1)}
    if lines and lines[0].page is not None:
        found |= {index for index in range(len(lines)) if is_at_edge(lines, index)}
    return {
        index
        for index in found - numbers
        if 0 <= index < len(lines) and _may_be_head(lines[index].text) and not _is_listed(lines, index)
    }


def _is_listed(lines: Sequence[NumberedLine], index: int) -> bool:
    """Whether a line is the name of a body and one beside it is: a column of a table, whose cells repeat."""
    beside = (lines[place].text for place in (index - 1, index + 1) if 0 <= place < len(lines))
    return is_one_body(lines[index].text) and any(map(is_one_body, beside))


def _may_be_head(text: str) -> bool:
    return (
        _SHORTEST_HEAD <= len(text) <= _LONGEST_HEAD
        and text[0] not in _DRAWN
        and not any(pause in text for pause in _PAUSES)
        and all(text.count(pair[0]) == text.count(pair[1]) for pair in _PAIRS)
        and not text_patterns("pages")["states-duties"].holds(text)
        and not starts_paragraph(text)
        and not _heads_table(text)
    )


def _heads_table(text: str) -> bool:
    """Whether a line is the head of a table, printed again on each page: its cells tell where those below stand."""
    pieces = _CELLS.split(text)
    return len(pieces) > 2 and columns(pieces) is not None


def _key(text: str) -> str:
    """What is the same of a running head on each page: its words apart from numbers and blanks."""
    return _DIGITS.sub("#", "".join(text.split()))


def _extent(index: int, furniture: set[int]) -> tuple[int, int]:
    """The first and the last of the lines of furniture that a line stands among."""
    first = last = index
    while index - first <= MOST_HEADS and first - 1 in furniture:
        first -= 1
    while last - index <= MOST_HEADS and last + 1 in furniture:
        last += 1
    return first, last


def _unnumbered_heads(lines: Sequence[NumberedLine], known: set[int]) -> set[int]:
    """The lines that repeat pages apart and cut sentences, where no page number tells that a page ends.

    They are worded like a running head, or are the title: a list of names may be broken alike over and over. The title
    need not cut any.
    """
    texts = [line.text for line in lines]
    if len(texts) - len(set(texts)) < _MIN_UNNUMBERED - 1:
        return set()
    counts = Counter(texts)
    repeated = [index for index, text in enumerate(texts) if counts[text] >= _MIN_UNNUMBERED]
    if not repeated:
        return set()
    places: dict[str, list[int]] = defaultdict(list)
    title = _title(lines)
    for index in repeated:
        line = lines[index]
        if index not in known and _may_be_head(line.text) and (is_worded(line.text) or _is_in(title, line.text)):
            places[line.text].append(index)
    found: set[int] = set()
    for indexes in places.values():
        if len(indexes) < _MIN_UNNUMBERED or any(after - before < PAGE_LINES for before, after in pairwise(indexes)):
            continue
        if _is_in(title, lines[indexes[0]].text) or 2 * sum(cuts(lines, at, at) for at in indexes) >= len(indexes):
            found.update(index for index in indexes[1:] if index >= _TITLE_LINES)
    return found


def _title(lines: Sequence[NumberedLine]) -> str:
    """The words at the head of a text."""
    return "".join(_key(line.text) for line in lines[:_TITLE_LINES])


def _is_in(title: str, text: str) -> bool:
    key = _key(text)
    return len(key) >= _SHORTEST_TITLE and key in title
