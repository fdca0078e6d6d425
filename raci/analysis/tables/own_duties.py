"""Tables of persons and what each is to do: 岗位 │ 姓名 │ 职责; 姓名 │ 职务 │ 分管工作."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from raci.analysis.tables.cell_items import cell_items
from raci.analysis.tables.column_cells import NOTICED, share_of_names
from raci.analysis.tables.columns import understand
from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.heads import TableHead
from raci.model import Cell, CellDuty, Span, TableColumn, TableTask
from raci.rules.bare_head import name_of_head
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED
from raci.rules.lexicon import lexicon_pattern

__all__ = ["read_own_duties"]

#: of the cells of a column so many must be names of persons
_MOSTLY = 0.8
#: what says who somebody is has no more characters
_SHORT = 20
#: what somebody does has so many characters
_LONG = 4
#: one person and what he does may be anything
_LEAST = 2
_WHO, _WHAT = "每行一人", "这个人做什么"


def read_own_duties(
    grid: TableGrid, head: TableHead, rows: Sequence[int]
) -> tuple[tuple[TableColumn, ...], list[TableTask]] | None:
    """The columns and tasks of a table of persons, their posts at most, and what each does; None where it is another.

    Posts and bodies beside the persons do it too: 角色, 部门.
    """
    places = {place: name_of_head(words) for place, words in head.words.items() if words}
    duties = [place for place, words in places.items() if lexicon_pattern("column.own-duties").search(words)]
    data = [row for row in rows if grid.filled(row) and not grid.is_across(row)]
    if len(duties) != 1 or not _says_duties(grid, data, duties[0], places[duties[0]]):
        return None
    what = duties[0]
    known = {place: one.role for place, one in head.known.items()}
    persons = [place for place in places if place != what and _names(grid, data, place, places[place], known)]
    if not persons or (known.get(what) in ("task", "content") and all(known.get(place) in NAMED for place in persons)):
        return None  # 任务 │ 责任人 is a table of tasks
    columns = understand(grid, head, data)
    others = [column for column in columns if column.place in places and column.place not in (what, *persons)]
    if not all(_says_who(grid, data, column, known.get(column.place)) for column in others):
        return None
    doers = {
        one.place: "responsible" for one in others if one.role == "unit" or _says(places[one.place], "column.of-groups")
    }
    led = any(_says(places[place], "column.of-groups") for place in doers) or len(persons) > 1
    roles = {place: "support" if led and _says(places[place], "column.of-members") else "leader" for place in persons}
    if len(persons) > 1 and "leader" not in roles.values():
        return None
    tasks = _tasks(grid, data, what, {**roles, **doers})
    said = {**dict.fromkeys(persons, _WHO), what: _WHAT}
    understood = tuple(
        one._replace(role=roles.get(one.place, "task"), fit=1.0, why=said[one.place]) if one.place in said else one
        for one in columns
    )
    return (understood, tasks) if tasks else None


def _says(head: str, what: str) -> bool:
    """Whether a head says that groups, those who are but in one, shares of work or lists of other kinds stand below."""
    return lexicon_pattern(what).search(head) is not None


def _names(grid: TableGrid, rows: Sequence[int], place: int, head: str, known: Mapping[int, str]) -> bool:
    """Whether a column holds nothing but names of persons, whatever their surnames, and its head says as much."""
    if known.get(place) not in ("leader", "support") and not lexicon_pattern("column.own-persons").search(head):
        return False
    return len(rows) >= _LEAST and share_of_names(grid, rows, place, "column.short-names") >= _MOSTLY


def _says_who(grid: TableGrid, rows: Sequence[int], column: TableColumn, role: str | None) -> bool:
    """Whether a column beside the persons says but who they are, in few words: 职务, 部门, 电话."""
    if role not in (None, "number", "remark", "unit", "chapter", "duty") or _says(
        column.head, "column.of-other-persons"
    ):
        return False
    return all(len(grid.words(grid.own[row].get(column.place))) <= _SHORT for row in rows)


def _says_duties(grid: TableGrid, rows: Sequence[int], place: int, head: str) -> bool:
    """Whether the cells of a column say what somebody does: by their verbs, or by the head (分管工作)."""
    cells = [words for row in rows if (words := grid.words(grid.own[row].get(place)))]
    text = sum(cell_content(words).kind in ("text", "bodies", "person") for words in cells)
    if not cells or text < NOTICED * len(cells):
        return False
    if sum(map(len, cells)) < _LONG * len(cells):
        return False  # 班主任
    tells = lexicon_pattern("cell.tells-duty")
    told = sum(tells.search(words.lstrip("0123456789.．、（()） ")) is not None for words in cells)
    return told >= NOTICED * len(cells) or _says(head, "column.of-shares")


def _tasks(grid: TableGrid, rows: Sequence[int], what: int, roles: Mapping[int, str]) -> list[TableTask]:
    found: list[TableTask] = []
    for row in rows:
        reaching, text = grid.reaching[row], grid.own[row].get(what)
        named = [(role, cell) for place, role in roles.items() if (cell := reaching.get(place)) and grid.words(cell)]
        if text is None or not grid.words(text) or not named:
            continue
        duties = tuple(_duty(role, cell) for role, cell in named if grid.content(cell).kind != "empty")
        for start, end in cell_items(grid, text):
            found.append(TableTask("", " ".join(grid.text[start:end].split()), (), start, end, duties, None))
    return found


def _duty(role: str, cell: Cell) -> CellDuty:
    span = Span(cell.start, cell.end)
    return CellDuty((role,), span, span, any_words=True)
