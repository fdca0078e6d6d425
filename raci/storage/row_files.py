"""Files of rows (``assignments.csv``, ``assignments.jsonl``): from their text to the columns and the rows in it.

What the values mean, ``raci.storage.parse_rows`` says.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

__all__ = ["JsonLine", "RowTable", "csv_columns", "parse_csv", "parse_json_lines"]


class RowTable(NamedTuple):
    """The columns of a table, and its rows by column; empty lines are none.

    ``long_line`` is the number (from 1) of the first line with more cells than there are columns; 0: none has.
    """

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    long_line: int = 0


class JsonLine(NamedTuple):
    """One line of a JSON Lines file that is not empty: its number (from 1), and its object or why it is none."""

    number: int
    row: Mapping[str, object] | None
    fault: str = ""


def csv_columns(text: str, separator: str = ",") -> tuple[str, ...]:
    """The columns that the first line of a CSV text names. Raises csv.Error where its quoting is broken."""
    return tuple(cell.strip() for cell in next(csv.reader(io.StringIO(text, newline=""), delimiter=separator), []))


def parse_csv(text: str, separator: str = ",") -> RowTable:
    """The table in a CSV text; a short row lacks its last columns. Raises csv.Error where the quoting is broken."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    columns = tuple(cell.strip() for cell in next(lines, []))
    rows: list[Mapping[str, str]] = []
    long_line = 0
    for cells in lines:
        if any(cells):
            rows.append(dict(zip(columns, cells, strict=False)))
            if len(cells) > len(columns) and not long_line:
                long_line = lines.line_num
    return RowTable(columns, tuple(rows), long_line)


def parse_json_lines(text: str) -> Iterator[JsonLine]:
    """The lines of a JSON Lines text, one by one; a line that is no JSON object says so."""
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield JsonLine(number, None, str(error))
            continue
        if isinstance(value, dict):
            yield JsonLine(number, value)
        else:
            yield JsonLine(number, None, "不是 JSON 对象")
