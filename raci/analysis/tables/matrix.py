"""Responsibility matrices: tasks × bodies, the cells letters (R, A, C, I), marks (▲ △) or words (牵头, 配合).

Letters mean what a RACI chart has them mean (A the one accountable, here 牵头). Marks mean what a legend in the table
or beside it says of them, or the head above the bodies; without either they are told, not guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.legends import is_entry
from raci.analysis.tables.matrix_sides import MatrixSides, head_over, matrix_sides
from raci.analysis.tables.repeated_heads import repeated_heads
from raci.analysis.tables.sign_columns import all_signs, sign_places
from raci.analysis.tables.signs import BodyHead, SignMeanings, body_head, explained_signs, sign_meanings
from raci.analysis.tables.ticks import TICKS_ALONE, says_duties
from raci.model import Cell, CellDuty, Span, TableColumn, TableTask, UnreadCells
from raci.rules.bare_head import REMARK, name_of_head
from raci.rules.cell_content import SIGN_KINDS, cell_content
from raci.rules.columns import NAMED, ColumnHead, read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules

__all__ = ["read_matrix"]

#: of the filled cells of a column so many must be letters, marks or words of roles
_SIGNS = 0.6
#: so far apart are the shares of names of bodies at the left and at the top where one of them are the bodies
_APART = 0.4
#: the heads stand in one of so many rows
_HEADS = 4
#: a legend of so many cells a row may stand above them, and they no further down than so many rows
_PAIR, _LATEST = 2, 12
_CORNER = re.compile(r"[\\＼/／|丨\s]")


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a matrix stands in its grid: the row of its heads, the rows below, the columns of signs, that of labels."""

    head: int
    rows: list[int]
    signs: list[int]
    label: int
    number: int | None
    sides: MatrixSides


def read_matrix(
    grid: TableGrid, rows: Sequence[int], around: str, title: str, rules: ActiveRules
) -> tuple[tuple[TableColumn, ...], list[TableTask], list[UnreadCells]] | None:
    """The columns, tasks and odd cells of a matrix; None where the rows hold none.

    ``around`` may hold the legend, ``title`` say that the table is one of duties.
    """
    around = "\n".join([around, *_said_within(grid, rows)])
    is_explained = explained_signs(around, rules)
    frame = _frame(grid, rows, is_explained, rules)
    if frame is None:
        return None
    around = "\n".join([around, *(grid.words(cell) for cell in grid.filled(frame.head))])
    corner = grid.words(grid.own[frame.head].get(frame.label))
    duties = says_duties(corner, title, rules)
    meanings = _meanings(grid, frame, around, duties, rules)
    if meanings is None:
        return None
    turned = _is_turned(grid, frame, rules)
    if not turned and frame.label in frame.sides.roles:
        return None  # bodies at the left and at the top
    if turned:  # what heads a column is a task, whatever it reads like
        places = [place for place in all_signs(grid, frame.rows, is_explained) if place > frame.label]
        frame = replace(frame, signs=sorted({*frame.signs, *places}))
    heads = {place: cell for place in frame.signs if (cell := grid.own[frame.head].get(place)) is not None}
    labels = {row: cell for row in frame.rows if (cell := grid.reaching[row].get(frame.label)) is not None}
    bodies = _bodies(grid, heads.values()) >= _SIGNS and not turned
    ticked = bodies and meanings.is_lone_unexplained and duties
    meanings = meanings.with_responsible() if ticked else meanings
    tasks, unread = _tasks(grid, frame, heads, labels, meanings, None if turned else rules)
    unread = unread if turned else [*unread, *repeated_heads(grid, frame.head, heads.values())]
    words = {place: grid.words(cell) for place, cell in grid.own[frame.head].items()}
    why = TICKS_ALONE if ticked else "格里是字母或符号"
    columns = [TableColumn(place, words.get(place, ""), "matrix", "table.matrix", 1.0, why) for place in frame.signs]
    for column in frame.sides.columns:
        if column.place in frame.signs:
            continue
        is_label = column.place == frame.label
        columns.append(column._replace(role="task", rule="table.matrix", fit=1.0, why="行名") if is_label else column)
    return tuple(sorted(columns)), tasks, unread


def _said_within(grid: TableGrid, rows: Sequence[int]) -> Iterator[str]:
    """The words of a table that may say what its signs mean: rows of two cells (R │ 执行), remarks in its heads."""
    for position, row in enumerate(rows):
        words = [grid.words(cell) for cell in grid.filled(row)]
        if len(words) == _PAIR and cell_content(words[0]).kind in ("letters", "mark"):
            yield "：".join(words)
            continue
        is_note = bool(words) and lexicon_pattern("table.no-section").match(words[0]) is not None
        yield from (held for held in words if is_note or is_entry(held) or (position < _HEADS and REMARK.search(held)))


def _frame(
    grid: TableGrid, rows: Sequence[int], is_explained: Callable[[str], bool], rules: ActiveRules
) -> _Frame | None:
    """The matrix in these rows: its head is the row over the most columns of signs, the first of several such."""
    best: _Frame | None = None
    for position in _may_be_heads(grid, rows):
        head = rows[position]
        below = [row for row in rows[position + 1 :] if _is_below(grid, head, row)]
        signs = sign_places(grid, head, below, is_explained, rules) if below else []
        words = [grid.words(grid.own[head].get(place)) for place in signs]
        if len(signs) < 2 or (best is not None and len(signs) <= len(best.signs)):
            continue
        if any(cell_content(held).kind in SIGN_KINDS for held in words) or sum(map(is_entry, words)) > 1:
            continue
        sides = matrix_sides(grid, head, below, signs, rules)
        label = sides.label(signs[0])
        if label is not None:
            best = _Frame(head, below, signs, label, sides.number(), sides)
    return best


def _may_be_heads(grid: TableGrid, rows: Sequence[int]) -> Iterator[int]:
    """Where the head of a matrix may stand: in one of the first rows, those of a legend above it left out."""
    long = [position for position, row in enumerate(rows[:_LATEST]) if len(grid.filled(row)) > _PAIR]
    yield from sorted({*range(min(_HEADS, len(rows))), *long[:_HEADS]})


def _is_below(grid: TableGrid, head: int, row: int) -> bool:
    """Whether a row may be one of signs: no line across, not the head once more, nor who drew the table up (编制：)."""
    words = [grid.words(cell) for cell in grid.filled(row)]
    if grid.is_across(row) or words == [grid.words(cell) for cell in grid.filled(head)]:
        return False
    return not words or lexicon_pattern("table.signed").match(words[0]) is None


def _meanings(grid: TableGrid, frame: _Frame, around: str, duties: bool, rules: ActiveRules) -> SignMeanings | None:
    """What the signs of the matrix mean; None where they are no duties at all. ``duties``: the title says they are."""
    signs = Counter(
        words
        for row in frame.rows
        for place in frame.signs
        if (words := grid.words(grid.own[row].get(place))) and cell_content(words).kind != "empty"
    )
    return sign_meanings(signs, around, head_over(grid, frame.head, frame.signs[0], rules), duties, rules)


def _is_turned(grid: TableGrid, frame: _Frame, rules: ActiveRules) -> bool:
    """Whether the bodies are the rows and the tasks the columns: the names say so, or the corner does (角色/任务)."""
    heads = [cell for place in frame.signs if (cell := grid.own[frame.head].get(place)) is not None]
    labels = [cell for row in frame.rows if (cell := grid.reaching[row].get(frame.label)) is not None]
    over, beside = _like_bodies(grid, heads), _like_bodies(grid, labels)
    if (over >= _SIGNS) != (beside >= _SIGNS) and abs(over - beside) > _APART:
        return beside > over
    corner = REMARK.sub("", grid.words(grid.own[frame.head].get(frame.label)))
    parts = [read_head(part, rules) for part in _CORNER.split(corner) if part]
    known = [head for head in parts if head is not None]
    if known and known[-1].role in ("task", "content", "number"):
        return len(parts) > 1 and parts[0] is not None and _names_bodies(parts[0])
    if parts and parts[0] is not None and _names_bodies(parts[0]):
        return True
    return not known and beside >= _SIGNS and over < 1 - _SIGNS


def _names_bodies(head: ColumnHead) -> bool:
    return head.role == "unit" or head.role in NAMED


def _like_bodies(grid: TableGrid, cells: Sequence[Cell]) -> float:
    """How many of the cells read like bodies, parts of a company or posts, 0 to 1."""
    part = lexicon_pattern("cell.company-part")
    names = [name_of_head(grid.words(cell)) for cell in cells]
    named = (cell_content(name).kind == "bodies" or part.fullmatch(name) is not None for name in names)
    return sum(named) / len(names) if names else 0.0


def _bodies(grid: TableGrid, cells: Iterable[Cell]) -> float:
    kinds = [cell_content(grid.words(cell)).kind for cell in cells]
    return sum(kind == "bodies" for kind in kinds) / len(kinds) if kinds else 0.0


def _tasks(
    grid: TableGrid,
    frame: _Frame,
    heads: Mapping[int, Cell],
    labels: Mapping[int, Cell],
    meanings: SignMeanings,
    rules: ActiveRules | None,
) -> tuple[list[TableTask], list[UnreadCells]]:
    """The tasks and what was not understood. Without ``rules`` the tasks are the columns, and the rows the bodies."""
    turned = rules is None
    duties: dict[int, list[CellDuty]] = {key: [] for key in (heads if turned else labels)}
    said = {place: body_head(grid.words(head), rules) if rules else None for place, head in heads.items()}
    unread: list[UnreadCells] = []
    for row in frame.rows:
        for place, head in heads.items():
            cell = grid.own[row].get(place)
            words = grid.words(cell)
            if cell is None or row not in labels or not words or cell_content(words).kind == "empty":
                continue
            evidence = Span(cell.start, cell.end)
            roles = meanings.roles(words, said[place])
            if words in meanings.no_part:
                continue
            if not roles:
                unread.append(UnreadCells(evidence, f"不明白“{words[:20]}”指什么"))
                continue
            body = labels[row] if turned else head
            task = place if turned else row
            name = _name(body, said[place])
            duties[task] += [CellDuty((role,), name, evidence, any_words=True) for role in dict.fromkeys(roles)]
    if turned:
        return [_task(grid, cell, "", (), tuple(duties[place])) for place, cell in heads.items()], unread
    return list(_rows(grid, frame, labels, duties)), unread


def _name(body: Cell, said: BodyHead | None) -> Span:
    """Where the name of a body stands in its cell, without the role behind it."""
    return Span(body.start, body.end if said is None else body.start + said.length)


def _rows(
    grid: TableGrid, frame: _Frame, labels: Mapping[int, Cell], duties: Mapping[int, list[CellDuty]]
) -> Iterator[TableTask]:
    section = ""
    every = [row for row in grid.rows if frame.rows[0] <= row <= frame.rows[-1]]
    for row in every:
        if row not in labels:
            section = grid.words(grid.filled(row)[0]) if grid.is_across(row) else section
            continue
        number = grid.words(grid.reaching[row].get(frame.number)) if frame.number is not None else ""
        chapters = [*([section] if section else []), *frame.sides.chapters(grid, row, frame.label)]
        held = (*frame.sides.duties(grid, row), *duties[row])
        task = _task(grid, labels[row], number, chapters, held, row)
        yield task._replace(deadline=frame.sides.limit(grid, row))


def _task(
    grid: TableGrid,
    cell: Cell,
    number: str,
    chapters: Sequence[str],
    duties: tuple[CellDuty, ...],
    row: int | None = None,
) -> TableTask:
    filled = grid.filled(row) if row is not None else [cell]
    start, end = min(each.start for each in filled), max(each.end for each in filled)
    heading = " ".join(grid.words(cell).split())
    return TableTask(number, heading, tuple(chapters), start, end, duties)
