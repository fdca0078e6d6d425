"""What the columns of a document's own tables are called, and what stands in them beside the duties.

A 任务分工表 made from a plan that is a table, or has one as its annex, follows that table: 牵头市领导 keeps its word,
重点任务 and 主要内容 are two columns again, what the table says under 备注 stands under 备注, and the columns of bodies
stand in its order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from raci.analysis.tables.grid import TableGrid
from raci.model import ROLES, Analysis, TableColumn, TableReading
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED
from raci.views.grid import Grid

__all__ = ["SourceColumns", "SourceRow", "in_order", "source_columns"]

#: of the tasks so many must be rows of tables whose words are taken for the whole
_MOST = 0.5
#: a longer head, or one with a remark in brackets, explains rather than names
_LONGEST = 8
_BRACKETS = "（(〔["
#: more columns of content than these would leave none of them room
_MOST_CONTENTS = 3
#: columns that stand in the order of the table
_ORDERED = frozenset((*ROLES, "deadline"))
#: columns whose words stand elsewhere in the table that is made, or in its headings
_ELSEWHERE = frozenset({"number", "chapter", "task", "deadline", "remark", *NAMED})


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of a table: its contents by column, its remark; its ``task`` where that reaches over several rows."""

    task: str
    contents: tuple[str, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class SourceColumns:
    """The heads of the document's tables by what stands below them, and their rows by the index of the task.

    ``contents`` are the heads of the columns of content, where there are a few; empty where one column is to hold all.
    ``order`` is that of the roles and of the time limit (``deadline``), also where most tasks come from running text
    and the table is its annex; empty where there is no table, or several that differ.
    """

    heads: Mapping[str, str] = field(default_factory=dict)
    contents: tuple[str, ...] = ()
    rows: Mapping[int, SourceRow] = field(default_factory=dict)
    order: tuple[str, ...] = ()


def in_order(keys: Sequence[str], order: Sequence[str]) -> list[int]:
    """The places of columns, by their keys, so that those in ``order`` follow it; all others stay where they are."""
    free = [place for place, key in enumerate(keys) if key in order]
    wanted = iter(sorted(free, key=lambda place: order.index(keys[place])))
    return [next(wanted) if key in order else place for place, key in enumerate(keys)]


def source_columns(analysis: Analysis, grid: Grid) -> SourceColumns:
    """The columns of the tables that most tasks come from; nothing where the tasks come from running text."""
    clauses = analysis.clauses
    task_at = {
        clauses[task.clause].start: index
        for index, task in enumerate(grid.tasks)
        if task.clause is not None and task.clause < len(clauses) and clauses[task.clause].kind == "row"
    }
    tables = list(_tables(analysis))
    order = _order(tables)
    if not task_at or len(task_at) < _MOST * len(grid.tasks):
        return SourceColumns(order=order)
    tables = [table for table in tables if any(task.start in task_at for task in table.reading.tasks)]
    heads = {key: _only([table.head(key) for table in tables]) for key in ("task", "deadline", "remark", *ROLES)}
    contents = {table.content_heads for table in tables}
    listed = contents.pop() if len(contents) == 1 else ()
    listed = listed if len(listed) <= _MOST_CONTENTS and all(map(_names, listed)) else ()
    rows = {task_at[start]: row for table in tables for start, row in table.rows() if start in task_at}
    return SourceColumns({key: head for key, head in heads.items() if _names(head)}, listed, rows, order)


def _order(tables: Sequence[_SourceTable]) -> tuple[str, ...]:
    """The order of roles and time limit that all tables have; of those with fewer of them as far as they have them."""
    orders = [
        tuple(dict.fromkeys(column.role for column in table.reading.columns if column.role in _ORDERED))
        for table in tables
        if table.reading.tasks
    ]
    longest = max(orders, key=len, default=())
    agree = (tuple(key for key in longest if key in order) == order for order in orders)
    return longest if all(agree) else ()


def _only(heads: Sequence[str]) -> str:
    """The one head that all tables have; empty where they do not agree."""
    return heads[0] if heads and all(head == heads[0] for head in heads) else ""


def _names(head: str) -> bool:
    """Whether a head names its column rather than explains it."""
    return 0 < len(head) <= _LONGEST and not any(bracket in head for bracket in _BRACKETS)


def _tables(analysis: Analysis) -> Iterator[_SourceTable]:
    """The tables of the document with a task a row and one head: of several a column means now this, now that."""
    blocks = {block.start: block for block in analysis.document.blocks if block.cells}
    for reading in analysis.tables:
        block = blocks.get(reading.start)
        one_head = len({column.place for column in reading.columns}) == len(reading.columns)
        if reading.shape == "rows" and one_head and block is not None:
            yield _SourceTable(reading, TableGrid(analysis.document.text, block.cells))


@dataclass(frozen=True, slots=True)
class _SourceTable:
    reading: TableReading
    grid: TableGrid

    def columns(self, role: str) -> list[TableColumn]:
        """The columns with that role, in their order."""
        return [column for column in self.reading.columns if column.role == role]

    def head(self, role: str) -> str:
        """The head of the one column with that role; of a table without a column of tasks the first of content."""
        columns = self.columns(role)
        if role == "task" and not columns:
            columns = self.columns("content")[:1]
        return _only([_words(column) for column in columns]) if role != "remark" or len(columns) == 1 else ""

    @property
    def contents(self) -> list[TableColumn]:
        """The columns of content: also those whose heads are not known, and what no other column takes up."""
        heading = (self.columns("task") or self.columns("content"))[:1]
        limits = {task.deadline.start for task in self.reading.tasks if task.deadline is not None}
        read = {cell.column for row in self.grid.rows for cell in self.grid.own[row].values() if cell.start in limits}
        return [
            column
            for column in self.reading.columns
            if column not in heading
            and (column.role not in _ELSEWHERE or column.role == "task" or self._is_further_limit(column, read))
        ]

    def _is_further_limit(self, column: TableColumn, read: Collection[int]) -> bool:
        return column.role == "deadline" and column.place not in read

    @property
    def content_heads(self) -> tuple[str, ...]:
        """The heads of the columns of content."""
        return tuple(map(_words, self.contents))

    def rows(self) -> Iterator[tuple[int, SourceRow]]:
        """Where each row begins in the text, and what stands in it."""
        contents, remarks = self.contents, self.columns("remark")
        tasks = self.columns("task")[:1]
        for row in self.grid.rows:
            filled = self.grid.filled(row)
            if not filled:
                continue
            cells = [cell for column in tasks if (cell := self.grid.reaching[row].get(column.place)) is not None]
            task = next((" ".join(self.grid.words(cell).split()) for cell in cells if cell.rowspan > 1), "")
            said = {_words(column): words for column in remarks if (words := self._cell(row, column))}
            remark = "\n".join(f"{head}：{words}" if len(remarks) > 1 else words for head, words in said.items())
            held = tuple(self._cell(row, column) for column in contents)
            if len(held) > _MOST_CONTENTS:  # one cell holds them all, and says what is what
                named = zip(self.content_heads, held, strict=True)
                held = ("；".join(f"{head}：{words}" for head, words in named if words),)
            yield min(cell.start for cell in filled), SourceRow(task, held, remark)

    def _cell(self, row: int, column: TableColumn) -> str:
        held = self.grid.words(self.grid.reaching[row].get(column.place))
        if cell_content(held).kind == "empty":
            return ""
        return "\n".join(filter(None, (" ".join(line.split()) for line in held.splitlines())))


def _words(column: TableColumn) -> str:
    return "".join(column.head.split())
