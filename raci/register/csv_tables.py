"""CSV tables to rows, with every fault named by file and line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from raci.errors import RegisterError

__all__ = ["COLUMNS", "CsvRow", "RegisterFaults", "lines", "read_built_in", "years"]

#: table → its columns
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "places": ("code", "name", "short", "level", "last_listed", "successor"),
    "suffixes": ("suffix", "short", "code"),
    "bodies": ("id", "kind", "name", "short", "full", "suffixes", "ranks", "also", "place", "valid_from", "valid_to"),
    "party": ("id", "name", "also", "full", "alone", "valid_from", "valid_to"),
    "national": ("id", "kind", "name", "also", "bare", "local", "valid_from", "valid_to"),
    "verticals": ("id", "org", "org_short", "tail", "tail_short", "local", "place", "level", "valid_from", "valid_to"),
    "enterprises": ("id", "name", "city", "short", "units"),
    "offices": ("short", "name"),
    "zones": ("short", "name"),
    "duties": ("name", "short"),
    "congress": ("short", "name"),
    "signs": ("sign", "code"),
    "patterns": ("id", "pattern", "why"),
    "successions": ("before", "after", "year", "scope", "note", "source"),
}
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(slots=True)
class RegisterFaults:
    """The faults of a register, collected to be told all at once."""

    found: list[str] = field(default_factory=list)

    def add(self, where: str, what: str) -> None:
        self.found.append(f"{where}：{what}")

    def tell(self, place: str) -> None:
        """Raise RegisterError where there are any."""
        if self.found:
            raise RegisterError(
                "；".join(self.found), place=place, remedy="请逐条改正，写法见 raci/data/register/README.md"
            )


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row of a table, and where it stands (``bodies.csv:12``)."""

    where: str
    values: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def listed(self, column: str) -> list[str]:
        """The parts of a cell, parted by ``|``."""
        return [part for part in self.values[column].split("|") if part]


def read_built_in(table: str) -> str:
    """The text of a table that comes with raci."""
    return (files("raci") / "data" / "register" / f"{table}.csv").read_text(encoding="utf-8")


def lines(table: str, text: str, faults: RegisterFaults, file: str = "") -> Iterator[CsvRow]:
    """The rows of a table; what is wrong with its columns goes to ``faults``."""
    file = file or f"{table}.csv"
    columns = COLUMNS[table]
    reader = csv.reader(io.StringIO(text))
    try:
        head = tuple(next(reader, ()))
        if head != columns:
            faults.add(f"{file}:1", f"列应为 {','.join(columns)}，现为 {','.join(head) or '空'}")
            return
        for row in reader:
            if not row or row == [""]:
                continue
            where = f"{file}:{reader.line_num}"
            if len(row) != len(columns):
                faults.add(where, f"应有 {len(columns)} 列，现有 {len(row)} 列")
                continue
            yield CsvRow(where, dict(zip(columns, (cell.strip() for cell in row), strict=True)))
    except csv.Error as error:
        faults.add(f"{file}:{reader.line_num}", f"不是有效的 CSV（{error}）")


def years(line: CsvRow, faults: RegisterFaults) -> tuple[int | None, int | None]:
    """The years from and to which a row holds."""
    found: list[int | None] = []
    for column in ("valid_from", "valid_to"):
        value = line[column]
        if value and not _YEAR.fullmatch(value):
            faults.add(line.where, f"{column} 须是四位年份，现为 {value}")
            value = ""
        found.append(int(value) if value else None)
    first, last = found
    if first and last and first > last:
        faults.add(line.where, f"valid_from {first} 晚于 valid_to {last}")
    return first, last
