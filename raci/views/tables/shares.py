"""How the columns of a 任务分工表 share the page."""

from __future__ import annotations

from raci.views.tables.table import Column, TableView

__all__ = ["shares"]

#: columns of numbers and short words: as wide as what stands in them
_SHORT = {"order", "number", "remark", "deadline", "due"}
#: columns of sentences, which may stand in more lines than those of names
_LONG = {"content", "quote"}
_MM = 25.4 / 72


def shares(table: TableView, room: float, size: float, pad: float) -> list[float]:
    """The width of each column, in mm, together ``room``.

    ``size`` is that of the font in points, ``pad`` the blank in a cell, in mm. Columns of short words get what they
    need, the others share the rest by what stands in them.
    """
    char = size * _MM
    short = {
        index: _longest(table, index, column) * char + pad + 0.5
        for index, column in enumerate(table.columns)
        if column.key in _SHORT
    }
    weights = {index: _weight(table, index, column) for index, column in enumerate(table.columns) if index not in short}
    # where short columns would leave no room, they give way too
    squeeze = min(1.0, room * (0.6 if weights else 1.0) / (sum(short.values()) or room))
    fixed = {index: width * squeeze for index, width in short.items()}
    rest, total = room - sum(fixed.values()), sum(weights.values())
    if not weights:
        return [room * width / sum(fixed.values()) for width in fixed.values()]
    return [fixed[index] if index in fixed else rest * weights[index] / total for index in range(len(table.columns))]


def _longest(table: TableView, index: int, column: Column) -> float:
    longest = max((len(line) for row in table.rows for line in str(row[index]).split("\n")), default=0)
    least = column.widest - 1 if column.key == "remark" else 0  # to be written in
    return max(len(column.heading), min(longest, column.widest), least)


def _weight(table: TableView, index: int, column: Column) -> float:
    lengths = sorted(len(str(row[index])) for row in table.rows)
    # most rows should stand in a few lines; the longest of all may be higher
    wanted = lengths[int(len(lengths) * 0.85)] / (6 if column.key in _LONG else 3) if lengths else 0.0
    if column.key == "blank":
        wanted = column.widest  # to be written in
    return max(min(column.widest, wanted + 1), len(column.heading) + 1.5, column.widest * 0.6)
