"""What stands in the cells of a column, and columns by their roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from raci.analysis.tables.grid import TableGrid
from raci.model import TableColumn
from raci.rules.bare_head import name_of_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.role_words import role_of_word

__all__ = [
    "BY_CELLS",
    "NOTICED",
    "by_role",
    "kinds_below",
    "lists_roles",
    "names_posts",
    "owns_tasks",
    "says_roles",
    "share_of_names",
    "stand_roles",
    "unsaid_units",
]

#: the rule of a column that its cells tell
BY_CELLS = "table.cells"
#: of the filled cells of a column with an unknown head so many must be of one kind to be noticed
NOTICED = 0.6
#: of the filled cells of a column of roles so many must be words of roles, and so many there must be
_ROLE_SHARE, _ROLES = 0.8, 3
#: the longest word of a role
_LONGEST_ROLE = 4


def kinds_below(grid: TableGrid, rows: Sequence[int], place: int) -> Counter[str]:
    """How many cells of each kind begin in a column, in the rows below the head; empty ones left out."""
    counted: Counter[str] = Counter()
    for row in rows:
        cell = grid.own[row].get(place)
        if cell is not None and cell.end > cell.start:
            kind = grid.content(cell).kind
            if kind != "empty":
                counted[kind] += 1
    return counted


def says_roles(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    """Whether the cells of a column name bodies and say in their own words what these do: 甲局牵头，乙局配合."""
    cells = [cell for row in rows if (cell := grid.own[row].get(place)) is not None and grid.words(cell)]
    said = lexicon_pattern("cell.says-role")
    found = sum(grid.content(cell).kind == "bodies" and said.search(grid.words(cell)) is not None for cell in cells)
    return found > 0 and found >= NOTICED * len(cells)


def lists_roles(grid: TableGrid, place: int) -> bool:
    """Whether a column says again and again what a body's part is: 牵头, 配合."""
    counted = kinds_below(grid, grid.rows, place)
    return counted["role"] >= max(_ROLES, _ROLE_SHARE * (counted.total() - 1))  # its head may be one more


def share_of_names(grid: TableGrid, rows: Sequence[int], place: int, name: str = "column.full-name") -> float:
    """How many of the filled cells of a column read like the ``name`` of a person, or a list of such, 0 to 1."""
    person = lexicon_pattern(name)
    names = [words for row in rows if (words := grid.words(grid.own[row].get(place)))]
    return sum(person.match(name) is not None for name in names) / len(names) if names else 0.0


def by_role(columns: Sequence[TableColumn], *roles: str) -> list[TableColumn]:
    """The columns with one of the roles, from left to right."""
    return [column for column in columns if column.role in roles]


def names_posts(column: TableColumn) -> bool:
    """Whether a column names posts, which may be any words: 岗位 over 配料工, 安全员."""
    return lexicon_pattern("column.posts").search(name_of_head(column.head)) is not None


def owns_tasks(grid: TableGrid, rows: Sequence[int], unit: TableColumn, columns: Sequence[TableColumn]) -> bool:
    """Whether a column names the posts (岗位) that the tasks of a table are those of: no list of vacancies."""
    roster = lexicon_pattern("column.roster")
    told = any(column.rule for column in by_role(columns, "task"))
    if not told or stand_roles(grid, rows, unit.place):
        return False
    return names_posts(unit) and not any(roster.search(column.head) for column in columns)


def unsaid_units(columns: Sequence[TableColumn]) -> list[TableColumn]:
    """The columns of bodies whose heads name bodies and say no role: 涉及单位."""
    said = lexicon_pattern("column.some-unit")
    found = [column for column in columns if column.role is None and not column.rule and column.fit >= NOTICED]
    return [column for column in found if said.search(name_of_head(column.head))]


def stand_roles(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    """Whether words of roles stand in a column (牵头, 配合单位), and hardly anything else.

    Verbs that also begin other texts (实施, 落实) say a role where others beside them do.
    """
    counted = kinds_below(grid, rows, place)
    total = counted.total()
    if not counted["role"]:
        return False
    if counted["role"] >= _ROLE_SHARE * total:
        return True
    words = [grid.words(cell) for row in rows if (cell := grid.own[row].get(place)) is not None]
    said = sum(len(word) <= _LONGEST_ROLE and role_of_word(word) is not None for word in words if word)
    return said >= _ROLE_SHARE * total
