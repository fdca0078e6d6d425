"""One file, several plans: where each begins, by headings that repeat a title and count up."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import TypeVar

from raci.readers.documents.passages import Passage, TextLine
from raci.rules.numerals import numeral

__all__ = ["find_collected", "find_plan_starts", "join_broken_titles"]

T = TypeVar("T")

_HAN = "一二三四五六七八九十"
_COUNTED = re.compile(
    rf"(?P<stem>[\u4e00-\u9fff《》“”（）()·A-Za-z\d\s]{{3,50}}?)[\s:：（(]*(?:第|之)?(?P<n>\d{{1,2}}|[{_HAN}]{{1,3}})\s*(?:篇|[)）])?$"
)
#: what a plan is called
_KIND = re.compile(r"方案|意见|计划|措施|办法|通知|规划|要点|清单|细则|纲要|规定|范文|工作")


#: a document in a collection: its number, its title, its date
_COLLECTED = re.compile(
    r"\d{1,3}\s*[.．]\s*(?P<title>(?:[^。；]{2,60}?关于[^。；]{4,100}?(?:通知|意见|方案|公告|决定|函|办法|措施)|[^。；]{10,120}?的(?:通知|意见|决定))"
    r"(?:[（(][^（）()]{1,12}[)）])?)\s*[（(]\s*(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日?\s*(?:[)）]|$)"
)
_NUMBERED = re.compile(r"\d{1,3}\s*[.．]\s*[\u4e00-\u9fff]")
#: over how many lines such a title may be broken
_MOST_LINES, _LONGEST = 4, 160


def find_collected(lines: list[str]) -> list[tuple[int, str]]:
    """Where the documents of a collection begin, with their titles: 14. 某市政府关于……的通知（2023 年3 月31 日）."""
    found = []
    for index, line in enumerate(lines):
        match = _COLLECTED.match(line) if len(line) >= 16 and line[0] in "0123456789" else None
        if match:
            found.append((index, re.sub(r"(?<![A-Za-z])\s+|\s+(?![A-Za-z])", "", match["title"])))
    return found


def join_broken_titles(found: Sequence[Passage | T]) -> list[Passage | T]:
    """The paragraphs, with the title of a collection's document in one where it is broken over lines.

    As a numbered line it looks like a clause, so that its second line was taken for the beginning of the text.
    """
    done: list[Passage | T] = []
    rest = deque(found)
    while rest:
        one = rest.popleft()
        if isinstance(one, Passage) and _NUMBERED.match(one.text) and not _COLLECTED.match(one.text):
            told, used = one, 0
            for line in islice(_lines(rest), _MOST_LINES - 1):
                if _NUMBERED.match(line.text) or len(told.text) > _LONGEST:
                    break
                told, used = Passage((*told.lines, line)), used + 1
                if _COLLECTED.fullmatch(told.text):
                    one = told
                    _drop(rest, used)
                    break
        done.append(one)
    return done


def _lines(found: Iterable[Passage | T]) -> Iterator[TextLine]:
    """The lines of the paragraphs before the first part that is none."""
    for each in found:
        if not isinstance(each, Passage):
            return
        yield from each.lines


def _drop(found: deque[Passage | T], count: int) -> None:
    """Takes so many lines from the front."""
    while count:
        first = found.popleft()
        lines = first.lines if isinstance(first, Passage) else ()
        if len(lines) > count:
            found.appendleft(Passage(lines[count:]))
        count = max(0, count - len(lines))


def find_plan_starts(lines: list[str]) -> list[int]:
    """The indexes of the lines that head a plan, where the text holds several (else an empty list).

    Such lines share their words and count up from 1: 某某实施方案1, 某某实施方案2 …
    """
    runs: dict[str, list[tuple[int, int]]] = {}
    for index, line in enumerate(lines):
        if not 5 <= len(line) <= 56 or line[-1] not in "0123456789" + _HAN + "篇)）":
            continue
        match = _COUNTED.fullmatch(line)
        if match is None or not _KIND.search(match["stem"]):
            continue
        runs.setdefault(re.sub(r"\W|第$", "", match["stem"]), []).append((index, numeral(match["n"])))
    best: list[int] = []
    for run in runs.values():
        chain = [run[0]] if run[0][1] == 1 else []
        for _, after in pairwise(run):
            if chain and after[1] == chain[-1][1] + 1:
                chain.append(after)
            elif not chain and after[1] == 1:
                chain = [after]
        if len(chain) > max(1, len(best)) and all(b[0] - a[0] > 3 for a, b in pairwise(chain)):
            best = [index for index, _ in chain]
    return best
