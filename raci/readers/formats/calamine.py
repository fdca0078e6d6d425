"""Old workbooks that xlrd stumbles over, by calamine: their words and merged cells, without the look of the cells."""

from __future__ import annotations

import datetime
import json
import struct
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from raci.readers.files.compound import read_stream
from raci.readers.formats.sheet_merges import Area
from raci.readers.formats.workbook_sheets import WorkbookSheet
from raci.readers.tables.sheet_cells import SheetCell, display_value
from raci.readers.tables.sheets import MOST_CELLS

__all__ = ["read_sheets"]

#: the longest time that reading may take, in seconds
_LIMIT = 20
#: records of cells that begin with their row and column ([MS-XLS] 2.3): formula, label, number, error, RK, SST …
_CELLS = frozenset((0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E, 0x00BD, 0x00BE, 0x00FD, 0x00D6, 0x0406))
#: dates as the process gives them
_SHORTEST_DATE = len("2026-01-01")


def read_sheets(data: bytes) -> list[WorkbookSheet]:
    """The sheets of a workbook; none where calamine cannot read it, or where it spans more than is read."""
    # calamine lays out the whole grid at once, and a few bytes may claim one of any size
    if _spread(data) > MOST_CELLS:
        return []
    command = [sys.executable or "python3", "-I", str(Path(__file__).with_name("calamine_child.py"))]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_LIMIT, check=True)
        sheets = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.SubprocessError):
        return []
    return [
        WorkbookSheet(
            sheet["title"],
            [SheetCell(row, column, _shown(value)) for row, column, value in sheet["cells"] if _shown(value)],
            sheet["hidden"],
            [Area(*area) for area in sheet["merges"]],
        )
        for sheet in sheets
    ]


def _shown(value: object) -> str:
    if isinstance(value, str) and len(value) >= _SHORTEST_DATE and value[4:5] == "-":
        with suppress(ValueError):
            return display_value(datetime.datetime.fromisoformat(value))
    return display_value(value)


def _spread(data: bytes) -> int:
    """How many cells the largest grid in the workbook would hold."""
    stream = read_stream(data, "Workbook") or read_stream(data, "Book")
    position = rows = columns = 0
    while position + 8 <= len(stream):
        kind, length, row, column = struct.unpack_from("<HHHH", stream, position)
        if kind in _CELLS and length >= 4:
            rows, columns = max(rows, row), max(columns, column)
        position += 4 + length
    return (rows + 1) * (columns + 1)
