"""Rows that raci wrote, edited by hand or not, as a DataFrame again."""

from __future__ import annotations

import io
import json
from contextlib import suppress
from pathlib import Path

import pandas as pd

from raci.config.settings import settings_beside
from raci.edits.find import restored
from raci.edits.unrecorded import workbook_rows
from raci.errors import ReadError
from raci.escaping import unescape_formula
from raci.readers.registry import read_bytes
from raci.register.naming import Naming
from raci.storage.parse_rows import NEEDED, PATH_MARK, split_path
from raci.storage.rows import COLUMNS
from raci.views.frames import rows

__all__ = ["read_rows"]


def read_rows(path: str | Path) -> pd.DataFrame:
    """The rows of an ``assignments.csv``, ``.jsonl``, or workbook, as raci wrote it or as Excel saved it after edits.

    Of a workbook (``.xlsx``) all counts that was changed by hand (``raci.edits``); of one that lost its record, or was
    written by an older raci, the rows and the letters of the matrix (``raci.edits.unrecorded``). CSV may be UTF-8 or,
    as Chinese Excel saves it, GB18030.

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
    found = workbook_rows(data, file)
    return pd.DataFrame(found, columns=None if found else list(COLUMNS), dtype=object)


def _of_text(data: bytes, file: Path) -> pd.DataFrame:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", errors="replace")
    try:
        if file.suffix.lower() == ".jsonl":
            # no lines are no rows: a plan that names nobody
            objects = [json.loads(line) for line in text.split("\n") if line.strip()]
            frame = pd.DataFrame(objects, columns=None if objects else list(COLUMNS), dtype=object)
        else:
            frame = pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
    except ValueError as error:  # json and the parser of pandas raise subclasses of it
        raise ReadError(
            f"不是表格：{error}", place=file, remedy="请用 raci 写出的 assignments.csv 或 .jsonl"
        ) from error
    if missing := [column for column in NEEDED if column not in frame.columns]:
        raise ReadError(
            f"缺少列 {'、'.join(missing)}", place=file, remedy="请用 raci 写出的 assignments.csv，保留第一行的列名"
        )
    if "path" in frame:
        frame["path"] = [PATH_MARK.join(split_path(path)) for path in frame["path"]]
    return frame.map(lambda value: unescape_formula(value) if isinstance(value, str) else value)
