"""One file, several plans: where each begins, by headings that repeat a title and count up."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import TypeVar

from raci.model.patterns import DataPattern
from raci.readers.documents.passages import Passage, TextLine
from raci.rules.numerals import numeral
from raci.rules.text_patterns import text_patterns

__all__ = ["find_collected", "find_plan_starts", "join_broken_titles"]

Other = TypeVar("Other")

#: the last character of a title with a number behind it: a quick test before the pattern
_LAST = frozenset("0123456789一二三四五六七八九十篇)）")
#: the lengths of such a title, in characters
_SHORTEST_COUNTED, _LONGEST_COUNTED = 5, 56
#: the shortest title in a collection with its number and date, in characters
_SHORTEST_COLLECTED = 16
#: over how many lines such a title may be broken, and how long it may be
_MOST_LINES, _LONGEST = 4, 160
#: a plan has more lines than this
_PLAN_LINES = 3
#: blanks that do not part Latin words
_BLANKS = re.compile(r"(?<![A-Za-z])\s+|\s+(?![A-Za-z])")


def _patterns() -> Mapping[str, DataPattern]:
    return text_patterns("splitting")


def find_collected(lines: Sequence[str]) -> list[tuple[int, str]]:
    """Where the documents of a collection begin, as indexes of lines, with their titles.

    Such lines read 14. 某市政府关于……的通知（2023 年3 月31 日）.
    Where they follow one another closely they are a list.
    """
    pattern = _patterns()["collected-title"]
    starts = []
    for index, line in enumerate(lines):
        if len(line) >= _SHORTEST_COLLECTED and line[0] in "0123456789" and (match := pattern.find(line)):
            starts.append((index, _BLANKS.sub("", match["title"])))
    near = {
        index
        for (before, _), (after, _) in pairwise(starts)
        if after - before <= _PLAN_LINES
        for index in (before, after)
    }
    return [start for start in starts if start[0] not in near]


def join_broken_titles(parts: Sequence[Passage | Other]) -> list[Passage | Other]:
    """The paragraphs, with the title of a collection's document in one where it is broken over lines.

    As a numbered line it looks like a clause, and its second line would be taken for the beginning of the text.
    """
    counted = [part for part in parts if isinstance(part, Passage) and part.lines[0].text[:1].isdigit()]
    if not any(map(_begins_with_number, counted)):
        return list(parts)  # most texts
    joined: list[Passage | Other] = []
    rest = deque(parts)
    while rest:
        part = rest.popleft()
        if isinstance(part, Passage) and _begins_with_number(part):
            title = _whole_title(part, rest)
            if title is not None:
                _drop_lines(rest, len(title.lines) - len(part.lines))
                part = title
        joined.append(part)
    return joined


def _counts(part: Passage) -> bool:
    return part.lines[0].text[:1].isdigit()


def _begins_with_number(part: Passage) -> bool:
    """Whether a paragraph is a numbered line that may go on, and no title of a collection's document by itself."""
    if not _counts(part) or len(text := part.text) > _LONGEST or "。" in text:
        return False
    return _patterns()["numbered-line"].holds(text) and not _patterns()["collected-title"].holds(text)


def _whole_title(first: Passage, rest: Iterable[Passage | Other]) -> Passage | None:
    """The title that begins with a paragraph and ends in the lines behind it; None where there is none."""
    numbered, whole = _patterns()["numbered-line"], _patterns()["collected-title"].expression
    title = first
    for line in islice(_leading_lines(rest), _MOST_LINES - 1):
        if numbered.holds(line.text) or len(title.text) > _LONGEST:
            return None
        title = Passage((*title.lines, line))
        if whole.fullmatch(title.text):
            return title
    return None


def _leading_lines(parts: Iterable[Passage | Other]) -> Iterator[TextLine]:
    """The lines of the paragraphs before the first part that is no paragraph."""
    for part in parts:
        if not isinstance(part, Passage):
            return
        yield from part.lines


def _drop_lines(parts: deque[Passage | Other], count: int) -> None:
    """Takes so many lines from the front."""
    while count:
        first = parts.popleft()
        lines = first.lines if isinstance(first, Passage) else ()
        if len(lines) > count:
            parts.appendleft(Passage(lines[count:]))
        count = max(0, count - len(lines))


def find_plan_starts(lines: Sequence[str]) -> list[int]:
    """The indexes of the lines that head a plan, where the text holds several (else an empty list).

    Such lines share their words and count up from 1: 某某实施方案1, 某某实施方案2 …
    """
    patterns = _patterns()
    titles: dict[str, list[tuple[int, int]]] = {}  # words of the title → index of the line, number
    for index, line in enumerate(lines):
        if not _SHORTEST_COUNTED <= len(line) <= _LONGEST_COUNTED or line[-1] not in _LAST:
            continue
        match = patterns["counted-title"].find(line)
        if match and patterns["plan-word"].holds(match["stem"]):
            words = patterns["title-number-mark"].expression.sub("", match["stem"])
            titles.setdefault(words, []).append((index, numeral(match["n"])))
    longest: list[int] = []
    for counted in titles.values():
        starts = [index for index, _ in _counting_up(counted)]
        apart = all(after - before > _PLAN_LINES for before, after in pairwise(starts))
        if len(starts) > max(1, len(longest)) and apart:
            longest = starts
    return longest


def _counting_up(counted: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of the lines with their numbers those that count up from the first 1."""
    chain: list[tuple[int, int]] = []
    for index, number in counted:
        if number == len(chain) + 1:
            chain.append((index, number))
    return chain
