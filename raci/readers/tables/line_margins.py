"""How wide the lines of a text were set: a property of each stretch of it, as a letter and its annex may differ."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from raci.model.pattern_codes import compiled
from raci.readers.tables.cut_names import ends_with_labelled_name
from raci.readers.tables.paragraph_starts import starts_paragraph
from raci.readers.tables.text_lines import NEVER_FIRST, NumberedLine, is_chinese, narrow_characters
from raci.rules.cell_content import cell_content

__all__ = ["LEAST_MARGIN", "find_margins", "first_word_size", "is_torn", "line_size"]

#: the narrowest and the widest line that is broken, in half characters; no text of fewer lines is judged
LEAST_MARGIN, _MAX_MARGIN, _MIN_LINES = 24, 220, 3
#: part of a sentence without a heading is so long, in characters
_LONG_PART = 14
#: a margin is seen by the lines that break off near it: so many of them on each side say how wide the stretch is …
_NEAR, _MIN_SIDE = 4, 2
#: … and of so many around, those within this many half characters of the widest vote
_AROUND, _SPREAD = 20, 6
#: no line of the stretch is so many times as wide as the margin, or wider by more half characters
_WIDER_FACTOR, _WIDER = 1.12, 9
#: so many lines, and this share of all, break off at the margin or so little before it; this share of them in a word
_MIN_VOTES, _SHARE, _ALIKE, _WITHIN_WORD_SHARE = 3, 0.1, 3, 0.35
#: … or so many that break off in the midst of a sentence; in a text of so few lines one is enough
_MIN_TORN, _FEW_LINES = 2, 20
#: of the lines that break off, this share does so near the margin
_NEAR_SHARE = 0.6
#: this share of them holds marks, as sentences do and lists of names below one another do not
_MARKED_SHARE, _MARK = 0.5, compiled("[，、；。,]")
#: a list of labels, or of tasks, and what belongs to each has one in every line
_LABEL = compiled("[^，、。；：:（(]{1,14}[：:；]")
#: what no sentence ends with, beside a Chinese character
_RUNS_ON = "，、；（(《“〔,"
#: what most lines end with that do not break off
_ENDS = "。！？；：）”"
#: a labelled time limit that is whole at the end of a line, and what would go on with it on the next
_LIMIT = compiled(r"(?:时限|时间|期限|日期|节点)[:：]\s*([^；;。，,：:]{1,17})$")
_DAY_ENDS = tuple("月日底前内初末成")
_GOES_ON = frozenset("底前中上下之以内初末完0123456789")
_FIRST_WORD = compiled(r"[（(《“‘〔【\[]*(?:[A-Za-z0-9.%％+~—-]+|.)[，。、；：！？）)》”’〕】\]]*")


def line_size(text: str) -> int:
    """How wide a text is, in half characters; blanks are as wide as a line needs, so that they count nothing."""
    return 2 * len(text) - len(text.encode("ascii", "ignore")) - text.count(" ")


def first_word_size(text: str) -> int:
    """How wide the beginning of a line is that no line break may fall in, in half characters."""
    word = _FIRST_WORD.match(text)
    return line_size(word[0]) if word else 0


def find_margins(lines: Sequence[NumberedLine]) -> list[int | None]:
    """For each line, none of them blank, how wide the lines around it were set, in half characters.

    None where they are not broken at a width: there a line is a paragraph.
    """
    nothing: list[int | None] = [None] * len(lines)
    if len(lines) < _MIN_LINES:
        return nothing
    least = min([line.indent for line in lines])
    texts = [line.text for line in lines]
    # (line_size, written out: it is asked of each line of a text)
    sizes = [
        2 * len(text) - narrow - text.count(" ") + line.indent - least
        for text, narrow, line in zip(texts, narrow_characters(texts), lines, strict=True)
    ]
    # most lines end a sentence: these are passed over at a glance
    votes = [
        index
        for index, text in enumerate(texts[:-1])
        if text[-1] not in _ENDS
        and LEAST_MARGIN <= sizes[index] <= _MAX_MARGIN
        and _breaks_off(text[-1], texts[index + 1])
        and not (_LABEL.match(text) and _LABEL.match(texts[index + 1]))
        and not (texts[index + 1][0] not in _GOES_ON and _ends_with_limit(text))
        # 责任单位：县教育局 above 特此通知 or 县政府 is whole; above 各镇中心校 its list goes on
        and (texts[index + 1][0] == "各" or not ends_with_labelled_name(text))
    ]
    if len(votes) < _MIN_VOTES and not any(is_torn(texts[index]) for index in votes):
        return nothing
    if not any(_MARK.search(texts[vote]) for vote in votes):
        return nothing  # headings above their text
    return _trusted(_all_margins(votes, sizes), texts, votes, sizes)


def _breaks_off(last: str, following: str) -> bool:
    """Whether a line that ends with a character breaks off in mid-sentence, and the next one goes on."""
    if not (is_chinese(last) or last in _RUNS_ON or last.isascii()):
        return False
    first = following[0]
    return (is_chinese(first) or first.isascii() or first in NEVER_FIRST) and not starts_paragraph(following)


def _ends_with_limit(text: str) -> bool:
    """Whether a line ends with a labelled time limit that is whole: 完成时限：6月底, 完成时限：长期坚持."""
    limit = _LIMIT.search(text)
    return limit is not None and (limit[1].endswith(_DAY_ENDS) or cell_content(limit[1]).kind == "date")


def is_torn(text: str) -> bool:
    """Whether a line that breaks off is plainly the beginning of a longer one: it holds a whole sentence, or is part
    of one without a number or label.
    """
    if "。" in text[:-1] or "；" in text[:-1]:
        return True
    return not starts_paragraph(text) and len(text) >= _LONG_PART and "，" in text[:-1]


def _all_margins(votes: Sequence[int], sizes: Sequence[int]) -> list[int]:
    """For each line the width at which most of the lines around it break off.

    ``votes`` are the indexes of those that do, in order.
    """
    voted = [sizes[vote] for vote in votes]
    window = _Window(voted)
    margins: list[int] = []
    first = 0
    for place, end in enumerate([*votes, len(sizes) - 1]):
        # up to a line that breaks off, and with it, the lines have the same ones before and behind them
        window.move(place)
        before, after = voted[max(0, place - _NEAR) : place], voted[place : place + _NEAR]
        sides = [part for part in (before, after) if len(part) >= _MIN_SIDE] or [[*before, *after]]
        narrow, *wider = sorted({max(side) for side in sides})
        margin, most = window.commonest(narrow), _most(narrow)
        for own in sizes[first : end + 1]:
            # the narrower one where two stretches meet, unless the line itself is of the wider
            is_wider = wider and most < own <= _most(wider[0])
            margins.append(window.commonest(wider[0]) if is_wider else margin)
        first = end + 1
    return margins


class _Window:
    """How many of the lines around a place that break off are of which width; it moves on from place to place."""

    def __init__(self, voted: Sequence[int]) -> None:
        self._voted = voted
        self._place = 0
        self._counts = Counter(voted[:_AROUND])

    def move(self, place: int) -> None:
        """Move on to a place, which is the one before at least."""
        counts = self._counts
        for entering in self._voted[self._place + _AROUND : place + _AROUND]:
            counts[entering] += 1
        for leaving in self._voted[max(0, self._place - _AROUND) : max(0, place - _AROUND)]:
            counts[leaving] -= 1
        self._place = place

    def commonest(self, widest: int) -> int:
        """The commonest width near the widest, and of several as frequent the widest: first lines are set in."""
        counted = [(self._counts[size], size) for size in range(widest - _SPREAD, widest + 2) if size in self._counts]
        count, size = max(counted, default=(0, 0))
        return size if count else widest


def _trusted(
    margins: Sequence[int], texts: Sequence[str], votes: Sequence[int], sizes: Sequence[int]
) -> list[int | None]:
    """The margins of stretches in which no line is wider, and that enough lines vote for."""
    trusted: list[int | None] = [None] * len(margins)
    most = {margin: _most(margin) for margin in set(margins)}
    fitting = [size <= most[margin] for size, margin in zip(sizes, margins, strict=True)]
    first = 0
    while first < len(margins):
        if not fitting[first]:
            first += 1
            continue
        last = first + 1
        while last < len(margins) and fitting[last] and abs(margins[last] - margins[last - 1]) <= _SPREAD:
            last += 1
        inside = votes[bisect_left(votes, first) : bisect_left(votes, last)]
        if _is_broken(texts, margins, inside, sizes, last - first):
            trusted[first:last] = margins[first:last]
        first = last
    return _extended(_extended(trusted, sizes)[::-1], sizes[::-1])[::-1]


def _most(margin: int) -> float:
    """How wide a line of that margin is at the most."""
    return max(margin + _WIDER, margin * _WIDER_FACTOR)


def _extended(margins: Sequence[int | None], sizes: Sequence[int]) -> list[int | None]:
    """The margins, each holding on for the lines that follow its stretch and are no wider."""
    extended: list[int | None] = []
    last: int | None = None
    for margin, size in zip(margins, sizes, strict=True):
        last = margin or (last if last is not None and size <= _most(last) else None)
        extended.append(last)
    return extended


def _is_broken(
    texts: Sequence[str], margins: Sequence[int], votes: Sequence[int], sizes: Sequence[int], count: int
) -> bool:
    """Whether so many lines were broken at a width: those that break off do so near it, and enough within a word."""
    near = [vote for vote in votes if margins[vote] - _SPREAD <= sizes[vote]]
    if len(near) < _NEAR_SHARE * len(votes):
        return False
    alike = sum(1 for vote in near if margins[vote] - _ALIKE <= sizes[vote])
    if alike < max(1, _SHARE * count):
        return False
    within = sum(1 for vote in near if is_chinese(texts[vote][-1]) and is_chinese(texts[vote + 1][0]))
    marked = sum(1 for vote in near if _MARK.search(texts[vote]))
    if within < _WITHIN_WORD_SHARE * len(near) or marked < _MARKED_SHARE * len(near):
        return False
    least = 1 if len(texts) <= _FEW_LINES else _MIN_TORN
    return alike >= _MIN_VOTES or sum(1 for vote in near if is_torn(texts[vote])) >= least
