"""Lines to paragraphs: mends hard line breaks, parts paragraphs that share one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from raci.readers.documents.passages import Passage, TextLine
from raci.readers.tables.text_table import TextTable, grids, maybe
from raci.rules import built_in
from raci.rules.numerals import numeral

__all__ = ["begins", "count_page_numbers", "paragraphs"]

#: a line longer than this is looked through for paragraphs parted by wide spaces
_LONG = 120
#: a line shorter than this may be a heading, however it ends
_SHORTEST = 20
#: the widest line that a PDF breaks, in full-width characters
_WIDEST = 110
_PARTED = re.compile(r"[ \t]*\u3000{2,}[ \t\u3000]*|[ \xa0]{4,}")
_BLANK = " \t\u3000\xa0\u2002\u2003\u2009\u202f\u205f"
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\xad\x00-\x08\x0e-\x1b\x7f]")
_COUNT = re.compile(
    r"(?P<han>[一二三四五六七八九十]{1,3})、|[（(](?P<paren>[一二三四五六七八九十]{1,3})[)）]|(?P<arabic>\d{1,3})[．.、](?!\d)"
    r"|[（(](?P<num>\d{1,3})[)）]"
)
_OPENERS, _CLOSERS = "（(〔[［【〈", ")）〕]］】〉"
_OPEN = re.compile(r"[（(〔\[［【〈]")
_BRACKET = re.compile(r"[（(〔\[［【〈)）〕\]］】〉]")
_CLOSE = re.compile(r"[)）〕\]］】〉]")
#: how far from the break a bracket that it falls in may be opened and closed, and over how many lines
_REACH = 120
_MOST_LINES = 5
#: a line that is but the number of a page
_PAGE = re.compile(r"[-—–－一]{1,2}\s*\d{1,3}\s*[-—–－一]{1,2}")


def paragraphs(text: str) -> list[Passage | TextTable]:
    """The paragraphs and tables of a text, each line with its number (from 1) and its page (from 1, if there are any).

    A line is a paragraph, except that (1) a long line is parted where two or more ideographic spaces
    stand, and (2) where lines are broken at a fixed width (text taken from a PDF), lines that
    belong together are joined again.
    """
    if _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
    pages = "\f" in text
    page = 1
    lines: list[tuple[int, str, int | None]] = []
    number = 0
    for turn, sheet in enumerate(text.split("\f")):
        page += turn > 0
        for line in sheet.splitlines():
            number += 1
            words = line.strip(_BLANK)
            if "\t" in words:
                words = line.strip(_BLANK.replace("\t", ""))  # a tab at the start is a blank first cell
            if len(line) > _LONG and ("\u3000\u3000" in words or "    " in words):
                lines += [(number, piece.strip(_BLANK), page if pages else None) for piece in _PARTED.split(words)]
            else:
                lines.append((number, words, page if pages else None))
    found = grids([(number, line) for number, line, _ in lines]) if maybe(text) else []
    if not found:
        return list(_plain(lines))
    done: list[Passage | TextTable] = []
    at = 0
    for grid in found:
        done += _plain(lines[at : grid.start])
        done.append(grid)
        at = grid.end
    return [*done, *_plain(lines[at:])]


def _plain(lines: list[tuple[int, str, int | None]]) -> list[Passage]:
    """The paragraphs of lines that hold no table."""
    filled = [line for _, line, _ in lines if line]
    width = _fixed_width(filled) if filled else None
    return _unbroken(lines) if width is None else _mend(lines, width)


def count_page_numbers(text: str) -> int:
    """How many lines of a text are but the number of a page (— 3 —): they are left out."""
    return sum(1 for line in text.splitlines() if _is_page(line.strip(_BLANK)))


def _is_page(line: str) -> bool:
    return 3 <= len(line) <= 9 and _PAGE.fullmatch(line) is not None


def _unbroken(lines: list[tuple[int, str, int | None]]) -> list[Passage]:
    """Each line a paragraph, but where a line breaks off at the end of a page, or in a bracket closed further down."""
    done: list[Passage] = []
    filled = [each for each in lines if each[1]]
    last, turned = "", False
    for index, (number, line, page) in enumerate(filled):
        if _is_page(line):
            turned = True
            continue
        goes_on = bool(done) and _breaks_off(last)
        goes_on = goes_on and _closes([each[1] for each in filled[index : index + _MOST_LINES]], _labelled(last))
        if done and not goes_on and turned:
            goes_on = _han(last[-1]) and len(last) > _SHORTEST and _han(line[0]) and not begins(line)
        if goes_on:
            lines_ = done[-1].lines
            done[-1] = Passage((*lines_, TextLine(line, lines_[0].page, number)))
        else:
            done.append(Passage((TextLine(line, page, number),)))
        last, turned = line if not goes_on else last + line, False
    return done


def _breaks_off(line: str) -> bool:
    """Whether a line ends within a bracket opened a little before, at no stop."""
    if line[-1] in "。！？!?" + _CLOSERS:
        return False
    tail = line[-_REACH:]
    opened = max(map(tail.rfind, _OPENERS))
    return opened >= 0 and max(map(tail.rfind, _CLOSERS)) < opened


def _labelled(line: str) -> bool:
    """Whether the bracket that is open at the end of a line holds a label."""
    opened = max(map(line.rfind, _OPENERS))
    return _labels().match(line, opened + 1) is not None


def _closes(lines: Sequence[str], labelled: bool) -> bool:
    """Whether the lines close a bracket before they open one, and none begins a clause up to there.

    With ``labelled`` (（牵头单位：…；) a further label begins none.
    """
    for turn, line in enumerate(lines):
        if begins(line) and (not labelled or _markers().match(line)):
            return False
        head = line[:_REACH]
        closed = min((place for place in map(head.find, _CLOSERS) if place >= 0), default=-1)
        opened = min((place for place in map(head.find, _OPENERS) if place >= 0), default=_REACH)
        if labelled and _unopened(line):
            return True
        if labelled and closed >= 0:
            continue  # 各县（市、区）政府；
        if closed < 0 and (opened < _REACH or line[-1] in "。！？!?" or (turn and len(line) > _REACH)):
            return False
        if closed >= 0:
            return closed < opened
    return False


def _unopened(line: str) -> bool:
    """Whether a line closes more brackets than it opens."""
    return len(_CLOSE.findall(line)) > len(_OPEN.findall(line))


def _fixed_width(lines: list[str]) -> int | None:
    """The width at which lines were broken; None where a line is a paragraph."""
    if len(lines) < 8 or max(map(len, lines)) > _WIDEST * 5:
        return None
    lengths = sorted(_width(line) for line in lines)
    width = lengths[int(len(lengths) * 0.95)]
    if not 12 <= width <= _WIDEST or lengths[-1] > 2.2 * width:
        return None
    full = [index for index, line in enumerate(lines) if abs(_width(line) - width) <= 3]
    # within a word: a Chinese character before the break and one behind it
    within = sum(1 for index in full if index + 1 < len(lines) and _han(lines[index][-1]) and _han(lines[index + 1][0]))
    return width if len(full) >= max(3, 0.1 * len(lines)) and within >= 0.35 * len(full) else None


def _width(line: str) -> int:
    """Half-width characters count half (rounded down in all), so that columns compare."""
    narrow = len(line.encode("ascii", "ignore"))
    return len(line) - narrow // 2


@cache
def _labels() -> re.Pattern[str]:
    labels = "|".join(rule.pattern for rule in built_in() if rule.kind == "label")
    return re.compile(rf"[【\[（(]?(?:{labels})[】\]]?\s*[:：∶]")


def begins(line: str) -> bool:
    """Whether a line begins a new paragraph."""
    if _markers().match(line):
        return True
    return ("：" in line or ":" in line or "∶" in line) and _labels().match(line) is not None


def _is_mark(line: str) -> bool:
    """Whether a line is but a number or a label."""
    return (_markers().fullmatch(line) or _labels().fullmatch(line)) is not None


def _han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


@cache
def _markers() -> re.Pattern[str]:
    """What a new paragraph begins with, but for labels: a number, an annex."""
    markers = "|".join(
        re.sub(r"\?P<\w+>", "?:", rule.pattern) for rule in built_in() if rule.kind in ("marker", "annex")
    )
    return re.compile(rf"(?:{markers})|附件\s*\d*\s*[:：]?|\d{{1,3}}$|序号$")


def _mend(lines: list[tuple[int, str, int | None]], width: int) -> list[Passage]:
    done: list[Passage] = []
    pieces: list[tuple[int, str]] = []
    page: int | None = None
    filled = 0  # how much of the current visual line is taken
    depth = 0  # brackets open in the current paragraph
    counted: dict[str, int] = {}  # the last number of each kind of marker, and the next one ends an unclosed bracket

    def close() -> None:
        nonlocal pieces, filled, depth
        if pieces:
            done.append(Passage(tuple([TextLine(text, page, number) for number, text in pieces])))
        pieces, filled, depth = [], 0, 0

    for number, line, at in lines:
        if not line or _is_page(line):
            continue
        size = _width(line)
        if pieces:
            last = pieces[-1][1]
            fits = filled + size <= 1.06 * width
            short = filled < 0.82 * width
            inside = depth > 0 and sum(len(piece) for _, piece in pieces[-40:]) < 1500
            starts = begins(line)
            counts = _COUNT.match(line) if starts else None
            if counts:
                kind, value = counts.lastgroup or "", numeral(counts[counts.lastgroup or 0])
                # a bracket left open ends where the numbers count on; text dumps skip one now and then
                inside = inside and not counted.get(kind, 0) < value <= counted.get(kind, 0) + 3
                if starts and not inside:
                    counted[kind] = value
            bare_number = len(pieces) == 1 and len(last) <= 6 and _is_mark(last)
            ends = last[-1] in "。！？!?" and short and not fits
            # a PDF breaks a visual line only beside punctuation: two Chinese characters are two lines
            headline = short and len(pieces) == 1 and (not fits or (_han(last[-1]) and _han(line[0])))
            headline = headline and last[-1] not in "，、,；;：:（(《“"
            # 牵头单位：甲；责任单位：乙。 is a paragraph, however short
            ends = ends or (last[-1] == "。" and _labels().match(pieces[0][1]) is not None)
            if (starts and not inside and not bare_number) or (not inside and not bare_number and (ends or headline)):
                close()
            elif not fits or not short:
                filled = 0
        if not pieces:
            page = at
        pieces.append((number, line))
        filled += size
        if _BRACKET.search(line):
            depth = max(0, depth + len(_OPEN.findall(line)) - len(_CLOSE.findall(line)))
    close()
    return done
