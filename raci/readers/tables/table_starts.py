"""Where the head of a table may stand in the lines of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from operator import not_

from raci.model.pattern_codes import compiled
from raci.readers.tables.cell_pieces import BAR, BARS, BLANKS, SIGNS, Line, TableStart, split
from raci.readers.tables.halved_heads import halved_start
from raci.readers.tables.line_scan import LineScan
from raci.readers.tables.stacked_heads import next_filled, stacked_start
from raci.rules.bare_head import BESIDE
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, columns, read_head

__all__ = ["find_starts", "maybe"]

#: how a head of a column that names bodies or persons ends, or begins: a quick look before the grammar of heads
_NAMING = compiled(
    r"(?:单\s*位|部\s*门|主\s*体|领\s*导|处\s*室|科\s*室|股\s*室|责\s*任\s*人|负\s*责\s*人|机\s*构|牵\s*头(?:人)?|配\s*合|分\s*工|责\s*任|负责|[主协承]\s*办|(?:[经承]\s*办|落\s*实)\s*人|[\u4e00-\u9fff]人员?|科|处|[)）]室)"
    r"(?:[（(][^（）()]{1,20}[)）])?[\s|｜¦│┃║]*$"
)
#: (each alternative begins with a character, not with a choice of them: so the pattern is sought three times as fast)
_ANY_NAMING = compiled(
    r"Lead|Owner|Responsible|Accountable|单\s*位|部\s*门|主\s*体|领\s*导|处\s*室|科\s*室|股\s*室|责\s*任|负\s*责|牵\s*头|配\s*合|分\s*工|主\s*办|协\s*办|承\s*办|经\s*办|落\s*实\s*人|谁"
    r"|机构(?=[\s|｜¦│┃║]|$)|人员?(?=[|｜¦│┃║\t]| [|｜¦│┃║])"
)
#: the same with the end of a cell behind it
_NAMED_CELL = compiled(
    r"(?:单\s*位|部\s*门|主\s*体|领\s*导|处\s*室|科\s*室|股\s*室|责\s*任(?:\s*人)?|负\s*责(?:\s*人)?|牵\s*头(?:人)?|配\s*合|机构|分工|[主协承]办|[经承]办人|落实人|人员?|处|科|谁来?(?:负责|牵头|配合|落实|干|做|办|抓|管))"
    r"(?:[（(][^（）()]{1,20}[)）])?[:：]?[ \u3000]*(?=[\s|｜¦│┃║,;；/／]|$)"
)
#: two lines with tabs, bars or wide gaps, one below the other
#: (it begins with one set of characters, see above)
_SEPARATED = compiled(
    r"[\t|｜¦│┃║ \u3000](?:(?<![ \u3000])[^\n]*\n[^\n]*[\t|｜¦│┃║]"
    r"|(?<=[^\s][ \u3000])[ \u3000]+[^\s][^\n]*\n[^\n]*?[^\s][ \u3000]{2,}[^\s])"
)
#: what may part the heads of a line
_PARTS = compiled("[\t \u3000|｜¦│┃║]")
#: one of these, or two blanks, stands in such lines
_SEPARATOR = compiled(r"[\t|｜¦│┃║ \u3000](?:(?<![ \u3000])|[ \u3000])")
#: a stretch of running text, outside of brackets, that is too long for a head, whatever parts the heads of its line
_RUNNING_TEXT = compiled(
    rf"[^{BESIDE}{BARS},（()）〔〕\[\]【】［］]{{17}}[^（()）〔〕\[\]【】［］]*(?:[（(〔\[【［]|$)"
)
#: a head over several that say who does what
_OVER = compiled(
    r"(?:责任|工作|任务|职责|部门|单位)?(?:分工|落实|划分|主体)|责任(?:单位|部门)?|(?:责任)?分工情况|(?:实施|落实)(?:主体|单位|部门)"
)
#: two heads that commas or the like part, at the beginning of a line
_SIGNED = compiled(r"[^,，;；/／。：:、]{2,16}([,，;；/／])[^,，;；/／。：:、]{2,16}\1")
#: the longest head line; of one whose cells only a blank parts
_LONGEST_HEAD_LINE, _LONGEST_BLANK_PARTED = 1000, 160
_ROWS = 2
#: heads of which some are not known are at least so many and no longer; so many lines below them are looked at
_LEAST_HEADS, _LONGEST_UNKNOWN, _FIRST_LINES = 3, 10, 12
#: the longest line of a head that stands alone in it, with bars at its ends
_LONGEST_STACKED = 20


def maybe(text: str) -> bool:
    """Whether a text may hold a table: a quick look."""
    if _NAMED_CELL.search(text) is not None:
        return True
    return _SEPARATOR.search(text) is not None and _SEPARATED.search(text) is not None


def find_starts(lines: Sequence[Line], scan: LineScan) -> Iterator[TableStart]:
    """The heads of tables in the lines, from the top down; those in a table's own rows are found too."""
    done = -1
    for index in scan.holding(_ANY_NAMING):
        text = lines[index][1]
        if index <= done or _ANY_NAMING.search(text) is None:  # a word that begins here and ends in the next line
            continue
        is_short, is_parted = len(text) <= _LONGEST_STACKED, _PARTS.search(text) is not None
        is_signed = _SIGNED.match(text) is not None
        start = None
        if is_parted and len(text) <= _LONGEST_HEAD_LINE and _RUNNING_TEXT.search(text) is None:
            start = _in_line(lines, index)
            if start is None or any(read_head(words) is None for _, words in start.heads):
                start = halved_start(lines, index) or start
        if start is None and is_signed:
            start = _parted_by_signs(lines, index)
        if start is None and is_short and _NAMING.search(text):
            start = stacked_start(lines, index)
        if start is not None:
            done = start.end - 1
            yield start


def _in_line(lines: Sequence[Line], index: int) -> TableStart | None:
    number, text = lines[index]
    for style in ("bar", "tab", "wide", "ideographic", "single"):
        if style == "bar" and not BAR.search(text):
            continue
        if style == "tab" and "\t" not in text:
            continue
        if style in ("single", "ideographic") and len(text) > _LONGEST_BLANK_PARTED:
            continue
        pieces = split(text, style)
        if len([piece for piece in pieces if piece]) < 2:
            continue
        heads, end = [(number, piece) for piece in pieces], index + 1
        if (over := _over(pieces)) is not None and (parts := _parts(lines, index, style)):
            # a head over several leaves as many cells empty behind it
            width = 1 + sum(1 for _ in takewhile(not_, pieces[over + 1 : over + len(parts[0])]))
            heads[over : over + width], end = parts
            pieces = [piece for _, piece in heads]
        known = columns(pieces)
        if known is None or (style in ("wide", "ideographic") and _are_parted_by_one(lines, end, pieces)):
            continue
        few = style in ("single", "ideographic") and len(known) < max(3, len(pieces))
        if few and not (
            _names_follow(lines, index) if len(pieces) == len(known) else _rows_follow(lines, end, pieces, style)
        ):
            continue
        if style in ("wide", "bar") and 2 * len(known) < len(pieces):
            continue
        return TableStart(index, end, tuple(heads), style)
    return None


def _are_parted_by_one(lines: Sequence[Line], start: int, heads: Sequence[str]) -> bool:
    """Whether a single blank parts the cells of most rows below heads that wide gaps part: recognised print."""
    below = [text for _, text in lines[start : start + _FIRST_LINES] if text]
    single = [split(text, "single") for text in below if len(split(text, "wide")) == 1]
    rows = sum(
        len(heads) - 1 <= len(cells) <= len(heads) and any(cell_content(cell).kind == "bodies" for cell in cells)
        for cells in single
    )
    return len(heads) >= _LEAST_HEADS and rows >= _ROWS and 2 * rows > len(below)


def _parts(lines: Sequence[Line], index: int, style: str) -> tuple[list[Line], int] | None:
    """The heads in the line below a head, where all of them name bodies or persons (牵头单位 配合单位), and their end.

    A rule (---|---) may stand between the two lines.
    """
    below = next_filled(lines, index)
    if below is None:
        return None
    number, text = lines[below]
    parts = [part for part in split(text, style) if part] if 0 < len(text) <= _LONGEST_BLANK_PARTED else []
    named = len(parts) > 1 and all((head := read_head(part)) is not None and head.role in NAMED for part in parts)
    return ([(number, part) for part in parts], below + 1) if named else None


def _over(heads: Sequence[str]) -> int | None:
    """The head over those in the next line that say who does what: 责任分工."""
    return next((place for place, words in enumerate(heads) if _OVER.fullmatch(words)), None)


def _names_follow(lines: Sequence[Line], index: int) -> bool:
    """Whether the two lines below two heads that a blank parts end in bodies behind a blank."""
    first = next_filled(lines, index)
    second = next_filled(lines, first) if first is not None else None
    parts = [BLANKS.split(lines[place][1]) for place in (first, second) if place is not None]
    return len(parts) == _ROWS and all(len(row) > 1 and cell_content(row[-1]).kind == "bodies" for row in parts)


def _rows_follow(lines: Sequence[Line], start: int, heads: Sequence[str], style: str) -> bool:
    """Whether rows stand below heads of which some are not known: lines of several parts, one of them bodies."""
    if len(heads) < _LEAST_HEADS or max(map(len, heads)) > _LONGEST_UNKNOWN:
        return False
    below = [split(text, style) for _, text in lines[start : start + _FIRST_LINES] if text]
    return sum(len(row) > 1 and any(cell_content(part).kind == "bodies" for part in row) for row in below) >= _ROWS


def _parted_by_signs(lines: Sequence[Line], index: int) -> TableStart | None:
    """Heads that commas or the like part, all of them known; as many stand in the line below."""
    number, text = lines[index]
    for style, signs in SIGNS.items():
        parts = sum(map(text.count, signs))
        following = next_filled(lines, index) if parts > 1 else None
        if following is None or sum(map(lines[following][1].count, signs)) != parts:
            continue
        pieces = split(text, style)
        known = columns(pieces)
        if known is not None and len(known) == len(pieces):
            return TableStart(index, index + 1, tuple((number, piece) for piece in pieces), style)
    return None
