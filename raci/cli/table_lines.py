"""``raci check --tables``: each table as understood, in lines for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.model import Analysis, TableColumn, TableReading

__all__ = ["table_lines"]

#: shape of a table → its word
_SHAPES = {
    "rows": "一行一项任务",
    "turned": "一列一项任务",
    "matrix": "任务与单位的矩阵",
    "roles": "角色另有一列",
    "pairs": "栏名在左",
    "duties": "单位与职责",
    "unit": "一个单位的任务",
    "members": "机构的名单（见 raci org），不是任务",
}
_LIST = "名录、考核指标一类，不是分工"
_SIGNS = "单位，格里说它做什么"
_OTHER_LIMIT = "没有用：另有一栏写完成时限"


def table_lines(analysis: Analysis) -> Iterator[str]:
    """A line for each table, and one for each of its columns; where its heads change, a line that says so."""
    document = analysis.document
    for number, table in enumerate(analysis.tables, 1):
        place = document.place(table.start)
        where = "：".join([document.source or document.title, *([str(place)] if place else [])])
        yield f"{where}：第{number}张表：{_shape(table)}，{len(table.tasks)} 项任务"
        filled = _filled(analysis, table)
        for part, columns in enumerate(_parts(table)):
            if part:
                yield f"  —— 往下换了栏名（第{part + 1}段） ——"
            limit = _limit(columns)
            for column in columns:
                if column.head or column.role or column.place in filled:
                    yield f"  {_column(column, limit)}"
        for cells in table.unread:
            yield f"  未读：{cells.why}"


def _shape(table: TableReading) -> str:
    from raci.analysis.tables.thing_lists import lists_things

    return _SHAPES.get(table.shape) or (_LIST if lists_things(table.columns) else "没有读出分工")


def _parts(table: TableReading) -> list[list[TableColumn]]:
    """The columns of each part of a table that has its own heads."""
    parts: list[list[TableColumn]] = [[]]
    for column in table.columns:
        if parts[-1] and column.place <= parts[-1][-1].place:
            parts.append([])
        parts[-1].append(column)
    return parts


def _filled(analysis: Analysis, table: TableReading) -> set[int]:
    """The columns in which words stand."""
    block = next((block for block in analysis.document.blocks if block.start == table.start), None)
    return {cell.column for cell in block.cells if cell.end > cell.start and cell.colspan == 1} if block else set()


def _limit(columns: Sequence[TableColumn]) -> TableColumn | None:
    from raci.analysis.tables.limit_columns import limit_column

    return limit_column(columns)


def _column(column: TableColumn, limit: TableColumn | None) -> str:
    from raci.rules.own_columns import COLUMN_ROLES

    head = " ".join(column.head.split()) or "（没有表头）"
    if column.role is None:
        return f"{head} → 不明，{column.fit:.0%}，{column.why if column.head else '上面没有栏名'}"
    meant = _SIGNS if column.role == "matrix" else COLUMN_ROLES.get(column.role, "")
    unused = column.role == "deadline" and column is not limit
    return f"{head} → {column.role} {meant}，{column.fit:.0%}，{_OTHER_LIMIT if unused and limit else column.why}"
