"""A user's register as CSV text: its lines to names, with every fault named by file and line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from raci.register.csv_tables import raise_faults
from raci.register.entries import OwnName
from raci.register.folding import clean_name, fold_name
from raci.register.name_reader import read_name
from raci.register.places import LEVELS
from raci.register.register import Register

__all__ = ["COLUMNS", "OwnNames", "parse_own_names"]

#: the columns of a user's register; only ``name`` is needed
COLUMNS = ("name", "also", "kind", "level", "id", "valid_from", "valid_to", "successor")
_YEAR = re.compile(r"(?:19|20)\d\d(?:-\d{1,2}(?:-\d{1,2})?)?")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a user's CSV file: where it stands, and its cells by column; or why it has none."""

    where: str
    cells: Mapping[str, str]
    fault: str = ""


class OwnNames:
    """A user's names while they are read: no spelling may stand twice."""

    def __init__(self) -> None:
        self.names: dict[str, OwnName] = {}
        self.faults: list[str] = []

    def add(self, spellings: Iterable[str], own_name: OwnName, where: str) -> None:
        for spelling in spellings:
            clean = clean_name(spelling)
            if clean is None:
                self.faults.append(f"{where}：不像机构名称：{spelling[:20]}")
            elif fold_name(clean) in self.names:
                self.faults.append(f"{where}：名称重复：{spelling}")
            else:
                self.names[fold_name(clean)] = own_name


def parse_own_names(text: str, file: str, base: Register) -> dict[str, OwnName]:
    """The names of a CSV text, by folded spelling. Raises RegisterError with all faults."""
    lines, faults = _parse_lines(text, file)
    own = OwnNames()
    own.faults += faults
    for line in lines:
        own.faults += (f"{line.where}：{fault}" for fault in _line_faults(line, base))
        if not line.fault:
            spellings = [line.cells["name"], *line.cells["also"].split("|")]
            own.add(filter(None, spellings), _own_name(line), line.where)
    for line in lines:
        successor = line.cells["successor"]
        own_successor = fold_name(clean_name(successor) or "") in own.names
        if successor and not own_successor and read_name(successor, base).kind == "unknown":
            own.faults.append(f"{line.where}：successor {successor} 不在名录中")
    raise_faults(own.faults, "")
    return own.names


def _parse_lines(text: str, file: str) -> tuple[list[_Line], list[str]]:
    """The lines of a CSV text, and what is wrong with its columns."""
    reader = csv.reader(io.StringIO(text))
    lines: list[_Line] = []
    faults: list[str] = []
    try:
        header = next(reader, [])
        if unknown := [column for column in header if column not in COLUMNS]:
            faults.append(f"{file}:1：不认识的列 {'、'.join(unknown) or '（空）'}，可用 {'、'.join(COLUMNS)}")
        if "name" not in header:
            return lines, [*faults, f"{file}:1：缺少列 name"]
        for row in reader:
            cells = [cell.strip() for cell in row]
            if any(cells):
                same = len(cells) == len(header)
                fault = "" if same else f"应有 {len(header)} 列，现有 {len(cells)} 列"
                named = dict(zip(header, cells, strict=True)) if same else {}
                lines.append(_Line(f"{file}:{reader.line_num}", {**dict.fromkeys(COLUMNS, ""), **named}, fault))
    except csv.Error as error:
        faults.append(f"{file}:{reader.line_num}：不是有效的 CSV（{error}）")
    return lines, faults


def _line_faults(line: _Line, base: Register) -> Iterator[str]:
    if line.fault:
        yield line.fault
        return
    cells = line.cells
    for column in ("valid_from", "valid_to"):
        if cells[column] and not _YEAR.fullmatch(cells[column]):
            yield f"{column} 须是年份或日期（2018、2018-03-21），现为 {cells[column]}"
    first, last = _year(cells["valid_from"]), _year(cells["valid_to"])
    if first and last and first > last:
        yield f"valid_from {first} 晚于 valid_to {last}"
    if cells["kind"] and cells["kind"] not in base.kinds:
        yield f"不认识的 kind {cells['kind']}，可用 {'、'.join(sorted(base.kinds))}"
    if cells["level"] and cells["level"] not in LEVELS:
        yield f"不认识的 level {cells['level']}，可用 {'、'.join(LEVELS)}"
    if not cells["name"]:
        yield "name 为空"


def _year(value: str) -> int | None:
    return int(value[:4]) if _YEAR.fullmatch(value) else None


def _own_name(line: _Line) -> OwnName:
    cells = line.cells
    return OwnName(
        name=cells["name"],
        kind=cells["kind"],
        level=cells["level"],
        id=cells["id"],
        valid_from=_year(cells["valid_from"]),
        valid_to=_year(cells["valid_to"]),
        successor=cells["successor"],
    )
