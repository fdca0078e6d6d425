"""CSV tables of the register to rows, with every fault named by file and line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import NamedTuple

from raci.errors import RegisterError

__all__ = ["COLUMNS", "CsvRow", "CsvRows", "Years", "parse_table", "raise_faults", "read_built_in", "read_years"]

#: table → its columns
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "kinds": ("kind", "name", "carries_level", "has_units", "needs_stem", "compared"),
    "levels": ("word", "level", "called", "usual", "committee"),
    "places": ("code", "name", "short", "level", "last_listed", "successor"),
    "place_changes": ("code", "name", "year", "successors", "source"),
    "corps": ("code", "name", "short", "level", "also"),
    "suffixes": ("suffix", "short", "code", "level", "branch", "lasting"),
    "bodies": (
        *("id", "kind", "name", "short", "full", "suffixes", "ranks", "by_level", "also", "place", "around", "several"),
        *("valid_from", "valid_to"),
    ),
    "party": ("id", "name", "also", "full", "alone", "committee", "valid_from", "valid_to"),
    "national": ("id", "kind", "name", "also", "bare", "local", "valid_from", "valid_to"),
    "verticals": (
        *("id", "org", "org_short", "tail", "tail_short", "local", "place", "level", "org_when", "seat"),
        *("valid_from", "valid_to"),
    ),
    "field_offices": ("short", "name", "kind"),
    "enterprises": ("id", "name", "city", "short", "units"),
    "offices": ("short", "name"),
    "zones": ("short", "name"),
    "duties": ("name", "short"),
    "functions": ("id", "function", "why"),
    "congress": ("short", "name"),
    "spellings": ("use", "short", "name", "code"),
    "signs": ("sign", "code"),
    "successions": ("before", "after", "year", "scope", "place", "note", "source"),
}
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(slots=True)  # some thousands are made at each start: a frozen one takes thrice the time
class CsvRow:
    """One row of a table, and where it stands."""

    file: str
    line: int
    columns: Mapping[str, int]  # where which column stands
    cells: Sequence[str]

    @property
    def where(self) -> str:
        """Where it stands: ``bodies.csv:12``."""
        return f"{self.file}:{self.line}"

    def __getitem__(self, column: str) -> str:
        return self.cells[self.columns[column]]

    def listed(self, column: str) -> list[str]:
        """The values of a cell, separated by ``|``."""
        cell = self[column]
        return [part for part in cell.split("|") if part] if cell else []

    def spellings(self, column: str) -> list[tuple[str, str]]:
        """(spelling, full name) for each ``full:short:short`` of a cell, the full name among its spellings."""
        pairs: list[tuple[str, str]] = []
        for part in self.listed(column):
            full, *shorts = part.split(":")
            pairs += [(spelling, full) for spelling in (full, *shorts)]
        return pairs

    def fault(self, what: str) -> str:
        """A fault of the row, as it is reported."""
        return f"{self.where}：{what}"


class CsvRows(NamedTuple):
    """The rows of a table, and the faults of those that could not be read."""

    rows: tuple[CsvRow, ...]
    faults: tuple[str, ...] = ()


class Years(NamedTuple):
    """The years from and to which a row holds, and what is wrong with them."""

    valid_from: int | None
    valid_to: int | None
    faults: tuple[str, ...] = ()


#: where it is written how names and settings are told
_GUIDE = "raci/data/register/README.md"


def raise_faults(faults: Iterable[str], place: str, guide: str = _GUIDE) -> None:
    """Raise RegisterError for all faults together, with the ``guide`` to read; do nothing where there are none."""
    if listed := "；".join(faults):
        raise RegisterError(listed, place=place, remedy=f"请逐条改正，写法见 {guide}")


def read_built_in(table: str) -> str:
    """The text of a table that comes with raci."""
    return (files("raci") / "data" / "register" / f"{table}.csv").read_text(encoding="utf-8")


def parse_table(table: str, text: str) -> CsvRows:
    """The rows of a table's text; rows whose columns are wrong are left out and reported."""
    file = f"{table}.csv"
    columns = COLUMNS[table]
    places = {column: place for place, column in enumerate(columns)}
    reader = csv.reader(io.StringIO(text))
    rows: list[CsvRow] = []
    faults: list[str] = []
    try:
        header = tuple(next(reader, ()))
        if header != columns:
            return CsvRows((), (f"{file}:1：列应为 {','.join(columns)}，现为 {','.join(header) or '空'}",))
        for cells in reader:
            if not cells or cells == [""]:
                continue
            if len(cells) == len(columns):
                rows.append(CsvRow(file, reader.line_num, places, list(map(str.strip, cells))))
            else:
                faults.append(f"{file}:{reader.line_num}：应有 {len(columns)} 列，现有 {len(cells)} 列")
    except csv.Error as error:
        faults.append(f"{file}:{reader.line_num}：不是有效的 CSV（{error}）")
    return CsvRows(tuple(rows), tuple(faults))


def read_years(row: CsvRow) -> Years:
    """The years of a row."""
    faults: list[str] = []
    years: list[int | None] = []
    for column in ("valid_from", "valid_to"):
        value = row[column]
        if value and not _YEAR.fullmatch(value):
            faults.append(row.fault(f"{column} 须是四位年份，现为 {value}"))
            value = ""
        years.append(int(value) if value else None)
    first, last = years
    if first and last and first > last:
        faults.append(row.fault(f"valid_from {first} 晚于 valid_to {last}"))
    return Years(first, last, tuple(faults))
