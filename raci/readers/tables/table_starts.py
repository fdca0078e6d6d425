"""Where the head of a table may stand in the lines of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.model.pattern_codes import compiled
from raci.readers.tables.cell_pieces import BAR, BLANKS, ONLY_BARS, Line, TableStart, split
from raci.readers.tables.line_scan import LineScan
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, columns, read_head

__all__ = ["find_starts", "maybe"]

#: a heading of the outline
_NUMBERED = compiled(r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．]")
#: how a head of a column that names bodies or persons ends, or begins: a quick look before the grammar of heads
_NAMING = compiled(
    r"(?:单\s*位|部\s*门|主\s*体|领\s*导|处\s*室|科\s*室|股\s*室|责\s*任\s*人|负\s*责\s*人|机\s*构|牵\s*头(?:人)?|配\s*合|分\s*工|责\s*任|负责|科|处|[)）]室)"
    r"(?:[（(][^（）()]{1,20}[)）])?[\s|｜¦│┃║]*$"
)
#: (each alternative begins with a character, not with a choice of them: so the pattern is sought three times as fast)
_ANY_NAMING = compiled(
    r"Lead|Owner|Responsible|Accountable|单\s*位|部\s*门|主\s*体|领\s*导|处\s*室|科\s*室|股\s*室|责\s*任|负\s*责|牵\s*头|配\s*合|分\s*工".replace(
        r"\s",
        r"[^\S\n]",  # it runs over all lines at once
    )
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
#: the longest head line; of one whose cells only a blank parts
_LONGEST_HEAD_LINE, _LONGEST_BLANK_PARTED = 1000, 160
_MOST_HEADS, _ROWS = 14, 2
_LONGEST_HEAD, _LONGEST_UNKNOWN = 18, 8
#: sub-heads of a head of several columns, where one cell stands in a line: 类别 over 一级, 二级, 三级
_LEVELS = compiled(r"[一二三四]级(?:事项|目录|指标|类别)?")
#: how the title of a table ends
_TITLE = compiled(r"\S{4}(?:清单|台账|一览表|分工表|任务表|分解表|计划表)$")
_SHARES = compiled(r"牵头|负责|配合|协办|责任|[国省市州县区镇乡]级|市直|县直|市本级")


def maybe(text: str) -> bool:
    """Whether a text may hold a table: a quick look."""
    if _NAMED_CELL.search(text) is not None:
        return True
    return _SEPARATOR.search(text) is not None and _SEPARATED.search(text) is not None


def find_starts(lines: Sequence[Line], scan: LineScan) -> Iterator[TableStart]:
    """The heads of tables in the lines, from the top down; those in a table's own rows are found too.

    ``scan`` looks over all lines at once.
    """
    done = -1
    for index in scan.holding(_ANY_NAMING):
        if index <= done:
            continue
        text = lines[index][1]
        start = None
        if _PARTS.search(text):
            start = _one_line(lines, index)
            start = start or (_in_line(lines, index) if len(text) <= _LONGEST_HEAD_LINE else None)
        if start is None and len(text) <= _LONGEST_HEAD + 2 and _NAMING.search(text):
            start = _stacked(lines, index)
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
    first = _next(lines, index)
    second = _next(lines, first) if first is not None else None
    parts = [BLANKS.split(lines[place][1]) for place in (first, second) if place is not None]
    return len(parts) == _ROWS and all(len(row) > 1 and cell_content(row[-1]).kind == "bodies" for row in parts)


def _go_on_with_commas(lines: Sequence[Line], index: int) -> bool:
    """Whether a line parted by commas has as many in the line below it."""
    commas = lines[index][1].count(",")
    following = _next(lines, index) if commas > 1 else None
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


def _stacked(lines: Sequence[Line], index: int) -> TableStart | None:
    """Heads one a line, around the one at ``index`` that names bodies; blank lines and bars may part them."""
    first = index
    for _ in range(_MOST_HEADS):
        before = _previous(lines, first)
        if before is not None and _may_be_unknown(lines[before][1]):
            further = _previous(lines, before)
            before = further if further is not None and _may_head(lines[further][1]) else None
        if before is None or not _may_head(lines[before][1]):
            break
        first = before
    heads: list[tuple[int, str]] = []
    places: list[int] = []
    position: int | None = first
    barred = False
    end = first
    while position is not None and len(heads) < _MOST_HEADS:
        text = lines[position][1]
        words = text.strip("|｜ \t\u3000")
        following = _next(lines, position)
        if not _may_head(text):
            ahead = lines[following][1] if following is not None else ""
            # one unknown head among known ones
            if not (heads and _may_be_unknown(text) and _may_head(ahead)):
                break
        barred = barred or "|" in text or "｜" in text or _bar_between(lines, position, following)
        heads.append((lines[position][0], words))
        places.append(position)
        end = position + 1
        position = following
    titles = _titles(heads)
    heads, places = _nested(heads[titles:]), places[titles:]
    while len(heads) >= 2 and columns([words for _, words in heads]) is None:
        heads, places = heads[1:], places[1:]
    if len(heads) < 2:
        return None
    return TableStart(places[0], end, tuple(heads), "barred-cells" if barred else "stacked")


def _titles(heads: Sequence[tuple[int, str]]) -> int:
    """How many of the words that could be heads are the title of the table.

    It ends as one, and stands above 序号, or above heads that name bodies and tasks without it.
    """
    for number, (_, words) in enumerate(heads[:3]):
        known = read_head(words)
        if known is not None and known.role == "number":
            return number if all(_TITLE.search(title) for _, title in heads[:number]) else 0
    below = columns([words for _, words in heads[1:]]) if heads and _TITLE.search(heads[0][1]) else None
    return int(below is not None and any(head.role in ("task", "content") for head in below.values()))


def _may_head(text: str) -> bool:
    words = text.strip("|｜ \t\u3000")
    if "\t" in words or BAR.search(words) or sum(len(piece) > 1 for piece in BLANKS.split(words)) > 2:
        return False  # several heads in one line
    if _NUMBERED.match(words):
        return False
    return 0 < len(words) <= _LONGEST_HEAD and (read_head(words) is not None or _LEVELS.fullmatch(words) is not None)


def _may_be_unknown(text: str) -> bool:
    """Whether words may head a column though they are not known to: between two heads that are."""
    words = text.strip("|｜ \t\u3000")
    return 0 < len(words) <= _LONGEST_UNKNOWN and not words.isdigit() and not _may_head(text)


def _previous(lines: Sequence[Line], index: int) -> int | None:
    for place in range(index - 1, max(-1, index - 4), -1):
        if lines[place][1] and not ONLY_BARS.fullmatch(lines[place][1]):
            return place
    return None


def _next(lines: Sequence[Line], index: int) -> int | None:
    for place in range(index + 1, min(len(lines), index + 4)):
        if lines[place][1] and not ONLY_BARS.fullmatch(lines[place][1]):
            return place
    return None


def _bar_between(lines: Sequence[Line], index: int, following: int | None) -> bool:
    return following is not None and any("|" in lines[place][1] for place in range(index + 1, following))


def _nested(heads: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The heads with sub-heads, which a list of cells has behind all heads, in the place of the head over them."""
    for pattern, over in ((_LEVELS, {"chapter"}), (_SHARES, NAMED)):
        number = 0
        while number < len(heads) - 2 and pattern.fullmatch(heads[-1 - number][1]):
            number += 1
        if number < 2:
            continue
        parents = [
            place
            for place, (_, words) in enumerate(heads[:-number])
            if (known := read_head(words)) is not None and known.role in over
        ]
        if parents:
            below = heads[-number:]
            return [*heads[: parents[0]], *below, *heads[parents[0] + 1 : -number]]
    return heads
