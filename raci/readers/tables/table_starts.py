"""Where the head of a table may stand in the lines of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.model.pattern_codes import compiled
from raci.readers.tables.cell_pieces import BAR, BARS, BLANKS, Line, TableStart, split
from raci.readers.tables.stacked_heads import next_filled, stacked_start
from raci.rules.bare_head import BESIDE
from raci.rules.cell_content import cell_content
from raci.rules.columns import columns, read_head

__all__ = ["find_starts", "maybe"]

#: how a head of a column that names bodies or persons ends, or begins: a quick look before the grammar of heads
_NAMING = compiled(
    r"(?:单\s*位|部\s*门|主\s*体|领\s*导|处\s*室|科\s*室|股\s*室|责\s*任\s*人|负\s*责\s*人|机\s*构|牵\s*头(?:人)?|配\s*合|分\s*工|责\s*任|负责|科|处|[)）]室)"
    r"(?:[（(][^（）()]{1,20}[)）])?[\s|｜¦│┃║]*$"
)
#: (each alternative begins with a character, not with a choice of them: so the pattern is sought three times as fast)
_ANY_NAMING = compiled(
    r"Lead|Owner|Responsible|Accountable|单\s*位|部\s*门|主\s*体|领\s*导|处\s*室|科\s*室|股\s*室|责\s*任|负\s*责|牵\s*头|配\s*合|分\s*工"
)
#: the same with the end of a cell behind it
_NAMED_CELL = compiled(
    r"(?:单\s*位|部\s*门|主\s*体|领\s*导|处\s*室|科\s*室|股\s*室|责\s*任(?:\s*人)?|负\s*责(?:\s*人)?|牵\s*头(?:人)?|配\s*合|机构|分工|处|科)"
    r"(?:[（(][^（）()\n]{1,20}[)）])?[:：]?[ \u3000]*(?=[\s|｜¦│┃║,]|$)"
)
#: two lines with tabs, bars or wide gaps, one below the other
_SEPARATED = compiled(
    r"[\t|｜¦│┃║][^\n]*\n[^\n]*[\t|｜¦│┃║]|[^\s][ \u3000]{2,}[^\s][^\n]*\n[^\n]*?[^\s][ \u3000]{2,}[^\s]"
)
#: what may part the heads of a line
_PARTS = compiled("[\t \u3000|｜¦│┃║,]")
#: one of these, or two blanks, stands in such lines
_SEPARATOR = compiled(r"[\t|｜¦│┃║ \u3000](?:(?<![ \u3000])|[ \u3000])")
#: a stretch of running text, outside of brackets, that is too long for a head, whatever parts the heads of its line
_RUNNING_TEXT = compiled(
    rf"[^{BESIDE}{BARS},（()）〔〕\[\]【】［］]{{17}}[^（()）〔〕\[\]【】［］]*(?:[（(〔\[【［]|$)"
)
#: the longest head line; of one whose cells only a blank parts
_LONGEST_HEAD_LINE, _LONGEST_BLANK_PARTED = 1000, 160
_MOST_HEADS, _ROWS = 14, 2
#: the longest line of a head that stands alone in it, with bars at its ends
_LONGEST_STACKED = 20


def maybe(text: str) -> bool:
    """Whether a text may hold a table: a quick look."""
    if _NAMED_CELL.search(text) is not None:
        return True
    return _SEPARATOR.search(text) is not None and _SEPARATED.search(text) is not None


def find_starts(lines: Sequence[Line]) -> Iterator[TableStart]:
    """The heads of tables in the lines, from the top down; those in a table's own rows are found too."""
    done = -1
    for index, (_, text) in enumerate(lines):
        is_short, is_parted = len(text) <= _LONGEST_STACKED, _PARTS.search(text) is not None
        if not (is_short or is_parted) or index <= done or _ANY_NAMING.search(text) is None:
            continue
        start = None
        if is_parted:
            start = _one_line(lines, index)
            if start is None and len(text) <= _LONGEST_HEAD_LINE and _RUNNING_TEXT.search(text) is None:
                start = _in_line(lines, index)
        if start is None and is_short and _NAMING.search(text):
            start = stacked_start(lines, index)
        if start is not None:
            done = start.end - 1
            yield start


def _in_line(lines: Sequence[Line], index: int) -> TableStart | None:
    number, text = lines[index]
    for style in ("bar", "tab", "wide", "ideographic", "single", "comma"):
        if style == "bar" and not BAR.search(text):
            continue
        if style == "tab" and "\t" not in text:
            continue
        if style == "comma" and not _go_on_with_commas(lines, index):
            continue
        if style in ("single", "ideographic") and len(text) > _LONGEST_BLANK_PARTED:
            continue
        pieces = split(text, style)
        if len([piece for piece in pieces if piece]) < 2:
            continue
        known = columns(pieces)
        if known is None:
            continue
        few = style in ("single", "ideographic", "comma") and len(known) < max(3, len(pieces))
        if few and (len(pieces) != len(known) or style == "comma" or not _names_follow(lines, index)):
            continue
        if style in ("wide", "bar") and 2 * len(known) < len(pieces):
            continue
        heads = tuple((number, piece) for piece in pieces)
        return TableStart(index, index + 1, heads, style)
    return None


def _names_follow(lines: Sequence[Line], index: int) -> bool:
    """Whether the two lines below two heads that a blank parts end in bodies behind a blank."""
    first = next_filled(lines, index)
    second = next_filled(lines, first) if first is not None else None
    parts = [BLANKS.split(lines[place][1]) for place in (first, second) if place is not None]
    return len(parts) == _ROWS and all(len(row) > 1 and cell_content(row[-1]).kind == "bodies" for row in parts)


def _go_on_with_commas(lines: Sequence[Line], index: int) -> bool:
    """Whether a line parted by commas has as many in the line below it."""
    commas = lines[index][1].count(",")
    following = next_filled(lines, index) if commas > 1 else None
    return following is not None and lines[following][1].count(",") == commas


def _one_line(lines: Sequence[Line], index: int) -> TableStart | None:
    """A whole table in one line of bars: the heads that come first."""
    number, text = lines[index]
    if text.count("|") < 6:
        return None
    pieces = split(text, "bar")
    heads = []
    for piece in pieces[:_MOST_HEADS]:
        if read_head(piece) is None:
            break
        heads.append(piece)
    if len(heads) < 2 or len(pieces) < 2 * len(heads) or columns(heads) is None:
        return None
    if len(heads) == 2 and not all(cell_content(body).kind == "bodies" for body in pieces[3::2]):
        return None  # a menu
    return TableStart(index, index, tuple((number, head) for head in heads), "one-line")
