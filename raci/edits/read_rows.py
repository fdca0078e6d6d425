"""Rows that raci wrote, edited by hand or not, as a DataFrame again."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pandas as pd

from raci.config.decoding import decodings
from raci.config.settings import settings_beside
from raci.edits.find import restored
from raci.edits.unrecorded import workbook_rows
from raci.errors import ReadError
from raci.escaping import unescape_formula
from raci.readers.registry import read_bytes
from raci.register.naming import Naming
from raci.storage.parse_rows import NEEDED, PATH_MARK, split_path
from raci.storage.row_files import parse_csv, parse_json_lines
from raci.storage.rows import COLUMNS
from raci.views.frames import rows, typed

__all__ = ["read_rows"]

#: the keys of a row that may hold nothing
_MAY_LACK = {*COLUMNS} - {"document", "source", "number", "task", "path", "start", "end"}


def read_rows(path: str | Path) -> pd.DataFrame:
    """The rows of an ``assignments.csv``, ``.jsonl``, or workbook, as raci wrote it or as Excel saved it after edits.

    Of a workbook (``.xlsx``) all counts that was changed by hand (``raci.edits``); of one that lost its record, or was
    written by an older raci, the rows and the letters of the matrix (``raci.edits.unrecorded``). CSV may be UTF-8 or,
    as Chinese Excel saves it, GB18030.

    What is empty is None, ``due`` a date, ``start`` and ``end`` are whole numbers, as in ``raci.rows``.

    Raises ReadError where there is no such file or it does not hold rows.
    """
    file = Path(path)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ReadError("读不出明细行", place=file, remedy="请给出存在的 assignments.csv、.jsonl 或 .xlsx") from error
    if file.suffix.lower() == ".xlsx":
        return _of_workbook(data, file)
    return _of_text(data, file)


def _of_workbook(data: bytes, file: Path) -> pd.DataFrame:
    with suppress(ReadError):  # without a record the rows are read below, or it is said what is wrong with the file
        saved = read_bytes(data, str(file))[0].saved
        if saved is not None:
            settings = settings_beside(saved.record.analysis.document.source)
            return rows(restored(saved, settings.applied_to(Naming())), saved.record.profile)
    row_values = workbook_rows(data, file)
    return typed(pd.DataFrame(row_values, columns=None if row_values else list(COLUMNS), dtype=object))


def _of_text(data: bytes, file: Path) -> pd.DataFrame:
    text = next((text for text, _ in decodings(data)), None)
    if text is None:
        text = data.decode("gb18030", errors="replace")
    columns, rows = _rows_of(text, file)
    if missing := [column for column in NEEDED if column not in columns]:
        raise ReadError(
            f"缺少列 {'、'.join(missing)}", place=file, remedy="请用 raci 写出的 assignments.csv，保留第一行的列名"
        )
    # typed by hand: pandas would make NaN of what is not known
    cells = {key: [_cell(key, row.get(key)) for row in rows] for key in columns}
    return typed(pd.DataFrame(cells, columns=list(columns), dtype=object))


def _cell(key: str, value: object) -> object:
    """What stands in a row under a key as ``raci.rows`` has it: a path as one text; an empty cell is not known."""
    if key == "path":
        return PATH_MARK.join(split_path(value))
    plain = unescape_formula(value) if isinstance(value, str) else value
    return None if plain == "" and key in _MAY_LACK else plain


def _rows_of(text: str, file: Path) -> tuple[Sequence[str], Sequence[Mapping[str, object]]]:
    """The columns and the rows of a text. Raises ReadError where it is no table of rows."""
    if file.suffix.lower() == ".jsonl":
        lines = list(parse_json_lines(text))
        if fault := next((f"第{line.number}行：{line.fault}" for line in lines if line.fault), ""):
            raise _no_table(fault, file)
        objects = [line.row for line in lines if line.row is not None]
        # no lines are no rows: a plan that names nobody
        return list(dict.fromkeys(key for row in objects for key in row)) or COLUMNS, objects
    try:
        table = parse_csv(text)
    except csv.Error as error:
        raise _no_table(str(error), file) from error
    if not table.columns or table.long_line:
        raise _no_table(f"第{table.long_line}行比第一行多出格子" if table.long_line else "没有内容", file)
    return table.columns, table.rows


def _no_table(what: str, file: Path) -> ReadError:
    return ReadError(f"不是表格：{what}", place=file, remedy="请用 raci 写出的 assignments.csv 或 .jsonl")
