"""How much of one file is read: what no document or table of tasks reaches is refused before it takes minutes."""

from __future__ import annotations

from raci.errors import ReadError

__all__ = [
    "LONGEST_TEXT",
    "MOST_COLUMNS",
    "MOST_FILLED",
    "MOST_SPREAD",
    "check_bytes",
    "check_columns",
    "check_length",
    "check_line",
    "check_lines",
    "check_rows",
    "check_table",
    "too_many_cells",
    "too_many_marks",
]

#: the longest text, in characters; a book has a million
LONGEST_TEXT = 10_000_000
#: the longest line, in characters: whole books without a break have so many
_LONGEST_LINE = 1_000_000
#: the most lines, blank ones counted, that a file unfolds to
MOST_LINES = 300_000
#: the most cells with words in all tables of a file, and the most that one table may span, empty ones counted
MOST_FILLED, MOST_SPREAD = 300_000, 2_000_000
#: the most columns of a table: a schedule with a column for each day of a year is read; and the most rows of one that
#: is not a sheet
MOST_COLUMNS, MOST_ROWS = 512, 20_000
#: no encoding takes more bytes for a character
_BYTES = 4
_REMEDY = "请拆分成几个文件再用"


def check_length(length: int, name: str) -> None:
    """Raises ReadError where a text has so many characters."""
    if length > LONGEST_TEXT:
        raise ReadError(f"文字超过 {LONGEST_TEXT // 10_000} 万字", place=name, remedy=_REMEDY)


def check_line(length: int, name: str) -> None:
    """Raises ReadError where one line has so many characters."""
    if length > _LONGEST_LINE:
        what = f"有一段超过 {_LONGEST_LINE // 10_000} 万字，中间没有换行"
        raise ReadError(what, place=name, remedy="请用原程序打开，分段后另存再用")


def check_bytes(data: bytes, name: str) -> None:
    """Raises ReadError where a text that is not decoded yet must be too long."""
    check_length(len(data) // _BYTES, name)


def check_lines(count: int, name: str) -> None:
    """Raises ReadError where a file unfolds to so many lines: notes and embedded files may stand in it many times."""
    if count > MOST_LINES:
        raise ReadError(f"展开超过 {MOST_LINES // 10_000} 万行", place=name, remedy=_REMEDY)


def check_table(rows: int, columns: int, name: str) -> None:
    """Raises ReadError where a table spans more than is read: cells that reach far make a few thousand millions."""
    check_columns(columns, name)
    if rows * columns > MOST_SPREAD:
        what = f"有一张表占 {rows:,} 行、{columns:,} 列，超过 {MOST_SPREAD // 10_000} 万格"
        raise ReadError(what, place=name, remedy="请把任务表另存为 .xlsx，或把文字复制为文本文件")


def check_columns(columns: int, name: str) -> None:
    """Raises ReadError where a table has so many columns: tables of tasks are long, not wide."""
    if columns > MOST_COLUMNS:
        what = f"有一张表有 {columns:,} 列，超过 {MOST_COLUMNS} 列"
        raise ReadError(what, place=name, remedy="请只留下任务、单位、时限等列，另存后再用")


def check_rows(rows: int, name: str) -> None:
    """Raises ReadError where a table in a text has so many rows."""
    if rows > MOST_ROWS:
        what = f"有一张表超过 {MOST_ROWS // 10_000} 万行"
        raise ReadError(what, place=name, remedy="请拆成几张表，或复制到 Excel 另存后再用")


def too_many_cells(name: str) -> ReadError:
    """The fault of a file whose tables have more cells with words than are read."""
    return ReadError(f"表里有字的格超过 {MOST_FILLED // 10_000} 万", place=name, remedy="请只留下任务表，另存后再用")


def too_many_marks(name: str) -> ReadError:
    """The fault of a file with more tags than any document has."""
    return ReadError("内容多得不像文件", place=name, remedy="确属正常文件的请拆分后再用")
