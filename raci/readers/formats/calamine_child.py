"""A program of its own that reads a workbook by calamine: bytes in, JSON out.

It is never imported: on broken files calamine claims memory without end or takes its process down, so that it gets one
with limits (see ``raci.readers.formats.calamine``).
"""

from __future__ import annotations

import io
import json
import sys

#: the memory that the process may claim, in bytes
_MEMORY = 1 << 30


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _sheets(data: bytes) -> list[dict[str, object]]:
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    sheets: list[dict[str, object]] = []
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
        for index, metadata in enumerate(workbook.sheets_metadata):
            sheet = workbook.get_sheet_by_index(index)
            top, left = sheet.start or (0, 0)
            cells = [
                (top + row, left + column, value if isinstance(value, (str, int, float, bool)) else str(value))
                for row, values in enumerate(sheet.iter_rows())
                for column, value in enumerate(values)
                if value not in ("", None)
            ]
            hidden = metadata.visible != SheetVisibleEnum.Visible
            merges = [(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
            sheets.append({"title": metadata.name, "hidden": hidden, "cells": cells, "merges": merges})
    return sheets


if __name__ == "__main__":
    _limit_memory()
    json.dump(_sheets(sys.stdin.buffer.read()), sys.stdout)
