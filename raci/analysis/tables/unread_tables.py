"""Tables that fit no shape that is known, though who does what may stand in them: where, to be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

from raci.analysis.tables.column_cells import NOTICED, kinds_below, share_of_names
from raci.analysis.tables.grid import TableGrid
from raci.model import Span, UnreadCells
from raci.rules.bare_head import name_of_head
from raci.rules.cell_content import cell_content, letters_of
from raci.rules.columns import NAMED, ColumnHead, read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.list_heads import heads_list
from raci.rules.matching import ActiveRules

__all__ = ["unread_cells"]

#: so many rows with bodies beside text make a table worth a look
_BODIES = 2
#: so many heads such as 数量 and 签字 make a list
_LISTING = 2
_NOT_UNDERSTOOD = "这张表里有单位，没有看懂是谁做什么"
_LETTERS = "这张表的格里是 R、A、C、I 一类的字母，没有看懂是谁做什么"
_WORDS = "这张表的格里是牵头、配合一类的字，没有看懂是谁做什么"
#: letters in so many columns make a chart
_CHART = 2
_CODED = "责任单位一列写的是代号，表旁没有注明各是哪个单位"
_NAMES = "这张表里有人名，没有看懂是谁做什么"
_HEADLESS = "这张表没有表头，没有看懂是谁做什么"


def unread_cells(grid: TableGrid, rules: ActiveRules) -> tuple[UnreadCells, ...]:
    """A table that fits no shape, though bodies stand in its cells, or over them, beside other words."""
    upright = [row for row in grid.rows if not grid.is_across(row) and grid.filled(row)]
    if len(grid.places) < 2 or len(upright) < 2:
        return ()
    first, *below = upright
    known = {place: read_head(grid.words(cell), rules) for place, cell in grid.own[first].items()}
    if _lists_people(known, [grid.words(cell) for cell in grid.filled(first)]):
        return ()
    over = [cell for place, cell in sorted(grid.own[first].items()) if kinds_below(grid, [first], place)["bodies"]]
    named = any(head is not None and head.role in NAMED for head in known.values())
    tasks = any(head is not None and head.role in ("task", "content") for head in known.values())
    if len(over) > 1 and not named and _holds_words(grid, below, [cell.column for cell in over], tasks):
        return (UnreadCells(Span(over[0].start, over[0].end), "这张表以单位为栏名，没有看懂格里写的是什么"),)
    # without heads the first row is one like the others
    headless = bool(over) and not any(known.values())
    rows = upright if headless else below
    remarks = {place for place, head in known.items() if head is not None and head.role == "remark"}
    columns = [place for place in grid.places if kinds_below(grid, rows, place)["bodies"] >= _BODIES]
    columns = [place for place in columns if place not in remarks]
    why = _HEADLESS if headless else _NOT_UNDERSTOOD
    if named and not columns:
        columns = [place for place, head in known.items() if head is not None and head.role in NAMED]
        kinds = kinds_below(grid, below, columns[0])
        columns = columns if kinds else []
        why = _CODED if set(kinds) <= {"number", "letters"} else why
    others = {kind for place in grid.places if place not in columns for kind in kinds_below(grid, rows, place)}
    if not columns or not others or (len(columns) == 1 and others == {"number"}):
        return _lettered(grid, below) or (_persons(grid, known, below) if tasks else ())
    cell = next(cell for row in rows if (cell := grid.own[row].get(columns[0])) is not None and grid.words(cell))
    return (UnreadCells(Span(cell.start, cell.end), why),)


def _lettered(grid: TableGrid, rows: Sequence[int]) -> tuple[UnreadCells, ...]:
    """The first sign of a table that holds those of a chart of duties in several columns, beside any words.

    Signs are letters, an R among them, or words of roles: 牵头, 配合.
    """
    beside = any(grid.content(cell).kind in ("text", "person", "bodies") for row in rows for cell in grid.filled(row))
    for kind, why in (("letters", _LETTERS), ("role", _WORDS)):
        cells = [cell for row in rows for cell in grid.filled(row) if grid.content(cell).kind == kind]
        if len({cell.column for cell in cells}) < _CHART or not beside:
            continue
        if why == _WORDS or any("R" in letters_of(grid.words(cell)) for cell in cells):
            first = min(cells, key=lambda cell: cell.start)
            return (UnreadCells(Span(first.start, first.end), why),)
    return ()


def _persons(grid: TableGrid, known: Mapping[int, ColumnHead | None], rows: Sequence[int]) -> tuple[UnreadCells, ...]:
    """The first name of a column of persons beside tasks, whose head does not say that they do them: 成员, 主持人."""
    head = grid.rows[grid.rows.index(rows[0]) - 1]
    said = lexicon_pattern("column.beside-tasks")
    led = any(one is not None and one.role in NAMED for one in known.values())  # nobody is named below it
    for place, cell in sorted(grid.own[head].items()):
        role = known.get(place)
        if (role is not None and role.role != "remark") or not said.search(name_of_head(grid.words(cell))):
            continue
        if led or share_of_names(grid, rows, place, "column.full-names") >= NOTICED:
            names = (name for row in rows if (name := grid.own[row].get(place)) is not None and grid.words(name))
            return tuple(UnreadCells(Span(name.start, name.end), _NAMES) for name in islice(names, 1))
    return ()


def _lists_people(known: Mapping[int, ColumnHead | None], words: Sequence[str]) -> bool:
    """Whether the heads are those of a list of people or bodies, and say nothing of tasks."""
    roles = {head.role for head in known.values() if head is not None}
    if not roles & NAMED and sum(map(heads_list, words)) >= _LISTING:
        return True
    if roles & {"task", "content", "deadline"}:
        return False
    return "unit" in roles or any(lexicon_pattern("column.contacts").search(held) for held in words)


def _holds_words(grid: TableGrid, rows: Sequence[int], places: Sequence[int], tasks: bool) -> bool:
    """Whether most cells of the columns hold anything but bodies, numbers and dates.

    Letters count beside ``tasks``, or where an R is among them: without one they are marks of a contest.
    """
    counted: Counter[str] = sum((kinds_below(grid, rows, place) for place in places), Counter())
    words = sum(counted[kind] for kind in ("text", "person", "mark", "role"))
    cells = (grid.words(grid.own[row].get(place)) for row in rows for place in places)
    if tasks or any("R" in letters_of(held) for held in cells if cell_content(held).kind == "letters"):
        words += counted["letters"]
    return words > 0 and words >= 0.6 * sum(counted.values())
