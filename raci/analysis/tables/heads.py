"""Where the head of a table stands, in one row or several, and what it says of each column."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.rows_below import goes_on_below, is_body
from raci.model.late_patterns import late_pattern
from raci.rules.bare_head import name_of_head
from raci.rules.columns import NAMED, ColumnHead, columns, letters_spelt_out, read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules
from raci.rules.role_words import head_of_role

__all__ = ["TableHead", "find_head", "heads_at"]

#: the most rows that a head takes
_MOST_ROWS = 3
#: words of another language below a head: Lead Dept, qiantou danwei; capitals alone may be the name of a body
_LATIN = late_pattern(r"(?=.*[a-z])[A-Za-z][A-Za-z .,/&()-]*")
#: longer words are what a field over the table holds (工作目标 │ 1.……), in characters
_TOO_LONG = 60
#: the longest words of a sub-head (市级, 县（市、区）)
_SHORT = 14


class TableHead(NamedTuple):
    """A head: the rows that it takes, what it says of each column, and the words over each."""

    first: int
    last: int
    known: dict[int, ColumnHead]
    words: dict[int, str]

    def is_said_by(self, grid: TableGrid, row: int) -> bool:
        """Whether a row says the head once more, as at the top of a page."""
        words = {place: held for place, cell in grid.own[row].items() if (held := grid.words(cell))}
        return len(words) > 1 and all(
            self.words.get(place, "").split() == held.split() for place, held in words.items()
        )

    def part(self, places: Collection[int]) -> TableHead:
        """The head of some of the columns."""
        known = {place: head for place, head in self.known.items() if place in places}
        return self._replace(known=known, words={place: self.words.get(place, "") for place in places})


def find_head(grid: TableGrid, position: int, rules: ActiveRules, above: TableHead | None = None) -> TableHead | None:
    """The head that begins in the row at ``position`` of ``grid.rows``; None where there is none.

    Below another head (``above``) the words of a row of the table (压减审批时限, 主管) may read like heads.
    Of the ways to take one, two or three rows the one that knows most columns is it; a further row must stand below
    a cell that reaches over several columns, and hold no bodies.
    """
    best: TableHead | None = None
    first = grid.rows[position]
    if len(grid.filled(first)) < 2 or (above and goes_on_below(grid, first, above.known, rules)):
        return None
    for number in range(1, _MOST_ROWS + 1):
        if position + number > len(grid.rows):
            break
        rows = grid.rows[position : position + number]
        if number > 1 and not _continues(grid, rows, rules):
            break
        words, known = _over_columns(grid, rows, rules)
        accepted = columns(["".join(listed[-1:]) for listed in words.values()], rules) is not None or (
            number > 1 and _is_head(known, words)
        )
        # a further row must make the head know more than it did without
        goes_on = number > 1 and (_translates(grid, rows[-2], rows[-1], rules) or _explains(grid, rows[-1], known))
        if accepted and (best is None or _gain(known) > _gain(best.known) or goes_on):
            best = TableHead(first, rows[-1], known, _joined(words))
    return best


def heads_at(grid: TableGrid, position: int, rules: ActiveRules) -> Iterator[TableHead]:
    """What the rows from ``position`` on say as a head, whatever they know: first of as many rows as may be."""
    ends = [position + 1]
    while len(ends) < _MOST_ROWS and ends[-1] < len(grid.rows):
        if not _continues(grid, grid.rows[position : ends[-1] + 1], rules):
            break
        ends.append(ends[-1] + 1)
    for end in reversed(ends):
        words, known = _over_columns(grid, grid.rows[position:end], rules)
        yield TableHead(grid.rows[position], grid.rows[end - 1], known, _joined(words))


def _over_columns(
    grid: TableGrid, rows: list[int], rules: ActiveRules
) -> tuple[dict[int, list[str]], dict[int, ColumnHead]]:
    """The words over each column, and what is known of them."""
    words = {place: _stacked(grid, rows, place) for place in grid.places}
    lowest = letters_spelt_out([listed[-1] if listed else "" for listed in words.values()], rules)
    known: dict[int, ColumnHead] = {}
    for (place, listed), end in zip(words.items(), lowest, strict=True):
        head = _read([*listed[:-1], end] if listed else [], rules)
        if head is not None:
            known[place] = head
    return words, known


def _joined(words: Mapping[int, Sequence[str]]) -> dict[int, str]:
    return {place: " ".join(dict.fromkeys(listed)) for place, listed in words.items()}


def _gain(known: dict[int, ColumnHead]) -> int:
    return len(known)


def _is_data(grid: TableGrid, row: int, rules: ActiveRules) -> bool:
    """Whether a row names bodies or counts, and most of its other cells are no heads."""
    filled = grid.filled(row)
    said = any(is_body(grid.words(cell), rules) or grid.content(cell).kind == "number" for cell in filled)
    return said and 2 * sum(read_head(grid.words(cell), rules) is not None for cell in filled) < len(filled)


def _continues(grid: TableGrid, rows: list[int], rules: ActiveRules) -> bool:
    """Whether the last row goes on the head: its cells are short words below a cell that spans several columns."""
    above, last = rows[-2], rows[-1]
    if _translates(grid, above, last, rules):
        return True
    if _is_data(grid, above, rules) or any(len(grid.words(cell)) > _TOO_LONG for cell in grid.filled(above)):
        return False  # with its head once more, or for the first time, below it
    own = [cell for cell in grid.own[last].values() if grid.words(cell)]
    if not own:
        return False
    kinds = {grid.content(cell).kind for cell in own} & {"number", "date", "letters", "mark"}
    # 上半年 below 进度 is a sub-head where 主责 and 配合 are
    sub = kinds == {"date"} and any((said := read_head(grid.words(cell), rules)) and said.role in NAMED for cell in own)
    if kinds and not sub:
        return False
    names_bodies = any(is_body(grid.words(cell), rules) for cell in own)
    if any(len(grid.words(cell)) > _SHORT for cell in own) or (names_bodies and not _stands_within(grid, above, last)):
        return False
    below = 0
    heads = sorted(cell.column for cell in grid.own[above].values() if grid.words(cell))
    for cell in own:
        over = grid.spanning(above, cell.column)
        if over is None or not grid.words(over):
            # csv and text have no spans: a blank right of a head belongs to it
            left = bisect_left(heads, cell.column)
            over = grid.own[above][heads[left - 1]] if left else None
        below += over is not None and (over.colspan > 1 or over.column != cell.column)
    return below > 0


def _stands_within(grid: TableGrid, above: int, last: int) -> bool:
    """Whether the cells of a row stand below wide ones of the head (县区), and its others, two at the least, reach down
    beside them."""
    beside = [place for place in grid.places if place not in grid.own[last]]
    reach = [grid.spanning(last, place) is grid.spanning(above, place) is not None for place in beside]
    wide = (grid.spanning(above, place) for place in grid.own[last])
    return len(reach) > 1 and all(reach) and all(cell is not None and cell.colspan > 1 for cell in wide)


def _translates(grid: TableGrid, above: int, last: int, rules: ActiveRules) -> bool:
    """Whether a row says the head above it in Latin letters: 任务, 牵头单位 over Task, Lead Dept or renwu, qiantou."""
    over = [cell for cell in grid.filled(above) if cell.column in grid.own[last]]
    own = grid.filled(last)
    if not max(2, len(grid.filled(above)) / 2) <= len(own) <= len(over):
        return False
    if any(grid.words(cell).isascii() for cell in over):
        return False
    said = map(grid.words, own)
    if not all(words.isascii() and (_LATIN.fullmatch(words) or read_head(words, rules)) for words in said):
        return False
    below = grid.rows[bisect_right(grid.rows, last) :][:1]
    return not all(grid.words(cell).isascii() for row in below for cell in grid.filled(row))


def _stacked(grid: TableGrid, rows: list[int], place: int) -> list[str]:
    """The words of the head over a column, from the top down, each cell once."""
    listed: list[str] = []
    seen = None
    for row in rows:
        cell = grid.spanning(row, place)
        if cell is None and row == rows[0] and len(rows) > 1:
            left = [column for column, held in grid.own[row].items() if column < place and grid.words(held)]
            cell = grid.own[row][max(left)] if left else None
        if cell is not None and cell is not seen and grid.words(cell):
            listed.append(grid.words(cell))
            seen = cell
    return listed


def _read(listed: list[str], rules: ActiveRules) -> ColumnHead | None:
    """What the words over a column say together: the lowest that names a role, else the lowest that is known.

    What a translation says (Responsible below 牵头单位) comes after both.
    """
    listed = sorted(listed, key=lambda words: not words.isascii())
    heads = [read_head(words, rules) for words in listed]
    if len(listed) > 1 and (bare := head_of_role(listed[-1], rules)) is not None and _shares_out(listed[:-1], heads):
        return bare
    named = [head for head in heads if head is not None and head.role in NAMED]
    if named:
        return named[-1]
    joined = read_head("".join(listed), rules) if len(listed) > 1 else None
    if joined is not None and joined.role in NAMED:
        return joined
    return next((head for head in reversed(heads) if head is not None), None)


def _shares_out(above: Sequence[str], heads: Sequence[ColumnHead | None]) -> bool:
    """Whether the words above the lowest head of a column say that those below have a part in the tasks: 任务分工."""
    share = lexicon_pattern("column.share")
    named = any(head is not None and head.role in NAMED for head in heads[: len(above)])
    return named or any(share.search(name_of_head(words)) for words in above)


def _is_head(known: dict[int, ColumnHead], words: dict[int, list[str]]) -> bool:
    roles = {head.role for head in known.values()}
    return bool(roles & NAMED) and bool(roles - NAMED) and 2 * len(known) >= sum(map(bool, words.values()))


def _explains(grid: TableGrid, row: int, known: dict[int, ColumnHead]) -> bool:
    """Whether a further row of sub-heads (市级, 县级) belongs to the head, though it adds nothing to what is known."""
    own = [cell for cell in grid.own[row].values() if grid.words(cell)]
    return all(cell.column in known for cell in own)
