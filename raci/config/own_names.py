"""A user's own names of bodies, and who belongs to a collective: CSV files, each fault told with its line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from raci.config.files import LARGEST_TABLE, LARGEST_TOML, ConfigFile, read_text
from raci.errors import RegisterError
from raci.register.book import Register
from raci.register.folding import clean, key
from raci.register.reading import read_name
from raci.register.values import KINDS, LEVELS, Own

__all__ = ["COLUMNS", "REGISTER_FILE", "OwnNames", "members_of_table", "raise_faults", "register_of_table", "text_of"]

#: the columns of a user's register; only ``name`` is needed
COLUMNS = ("name", "also", "kind", "level", "id", "valid_from", "valid_to", "successor")
#: how the files are read in which names stand
REGISTER_FILE = ConfigFile(
    RegisterError,
    "名录文件",
    missing_remedy="请给出存在的 .csv 或 .toml 文件",
    encodings=("utf-8-sig", "gb18030"),
    not_text=("不是 UTF-8 或 GB18030 编码的文本", "请另存为 UTF-8 编码"),
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:-\d{1,2}(?:-\d{1,2})?)?")


def text_of(path: str | Path) -> str:
    """The text of a file of names. Raises RegisterError where it cannot be read."""
    largest = LARGEST_TOML if Path(path).suffix.lower() == ".toml" else LARGEST_TABLE
    return read_text(path, REGISTER_FILE, largest)


def raise_faults(faults: Sequence[str]) -> None:
    """Raise RegisterError that names all the faults, where there are any."""
    if faults:
        raise RegisterError("；".join(faults), remedy="请逐条改正，写法见 raci/data/register/README.md")


class OwnNames:
    """Names as they are gathered, each of one body; ``faults`` says which could not be taken."""

    def __init__(self) -> None:
        self.bodies: dict[str, Own] = {}
        self.faults: list[str] = []

    def add(self, written: str, body: Own, place: str) -> None:
        """Take a name for a body."""
        folded = clean(written)
        if folded is None:
            self.faults.append(f"{place}：不像机构名称：{written[:20]}")
        elif key(folded) in self.bodies:
            self.faults.append(f"{place}：名称重复：{written}")
        else:
            self.bodies[key(folded)] = body

    def __contains__(self, name: str) -> bool:
        return key(clean(name) or "") in self.bodies


@dataclass(frozen=True, slots=True)
class _TableLine:
    """One line of a CSV file: where it stands, and its cells by column, or what is wrong with it."""

    place: str
    values: Mapping[str, str]
    fault: str = ""


def register_of_table(text: str, path: str, base: Register) -> Register:
    """The register with the names of a CSV file before its own.

    A line makes its ``name`` a body; ``also`` lists (parted by ``|``) what means the same, so lines add names and
    merge them, and a name with a line of its own is kept apart from others.
    Raises RegisterError that names every fault with file and line.
    """
    names = OwnNames()
    successors: list[tuple[str, str]] = []
    for line in _lines(text, path):
        if line.fault:
            names.faults.append(f"{line.place}：{line.fault}")
            continue
        names.faults += [f"{line.place}：{fault}" for fault in _faults(line.values)]
        body = _body(line.values)
        for written in filter(None, (line.values["name"], *line.values["also"].split("|"))):
            names.add(written, body, line.place)
        if line.values["successor"]:
            successors.append((line.place, line.values["successor"]))
    for place, successor in successors:
        if successor not in names and read_name(successor, base).kind == "unknown":
            names.faults.append(f"{place}：successor {successor} 不在名录中")
    raise_faults(names.faults)
    return replace(base, known={**base.known, **names.bodies})


def _lines(text: str, path: str) -> Iterator[_TableLine]:
    """The lines of a user's register that hold something; of the head only what is wrong with it."""
    reader = csv.reader(io.StringIO(text))
    try:
        head = next(reader, [])
        if unknown := [column for column in head if column not in COLUMNS]:
            known = "、".join(COLUMNS)
            yield _TableLine(f"{path}:1", {}, f"不认识的列 {'、'.join(unknown) or '（空）'}，可用 {known}")
        if "name" not in head:
            yield _TableLine(f"{path}:1", {}, "缺少列 name")
            return
        for row in reader:
            place = f"{path}:{reader.line_num}"
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(head):
                yield _TableLine(place, {}, f"应有 {len(head)} 列，现有 {len(row)} 列")
                continue
            cells = dict(zip(head, (cell.strip() for cell in row), strict=True))
            yield _TableLine(place, {**dict.fromkeys(COLUMNS, ""), **cells})
    except csv.Error as error:
        yield _TableLine(f"{path}:{reader.line_num}", {}, f"不是有效的 CSV（{error}）")


def _faults(values: Mapping[str, str]) -> Iterator[str]:
    for column in ("valid_from", "valid_to"):
        if values[column] and _year(values[column]) is None:
            yield f"{column} 须是年份或日期（2018、2018-03-21），现为 {values[column]}"
    first, last = _year(values["valid_from"]), _year(values["valid_to"])
    if first and last and first > last:
        yield f"valid_from {first} 晚于 valid_to {last}"
    if values["kind"] and values["kind"] not in KINDS:
        yield f"不认识的 kind {values['kind']}，可用 {'、'.join(sorted(KINDS))}"
    if values["level"] and values["level"] not in LEVELS:
        yield f"不认识的 level {values['level']}，可用 {'、'.join(LEVELS)}"
    if not values["name"]:
        yield "name 为空"


def _body(values: Mapping[str, str]) -> Own:
    return Own(
        values["name"],
        values["kind"],
        values["level"],
        values["id"],
        _year(values["valid_from"]),
        _year(values["valid_to"]),
        values["successor"],
    )


def _year(value: str) -> int | None:
    return int(value[:4]) if _YEAR.fullmatch(value) else None


def members_of_table(text: str, path: str) -> dict[str, tuple[str, ...]]:
    """Collective → its members, from a CSV file (``name,members``, parted by ``|`` or 、).

    Raises RegisterError that names every fault with file and line.
    """
    faults: list[str] = []
    members: dict[str, tuple[str, ...]] = {}
    reader = csv.reader(io.StringIO(text))
    try:
        if next(reader, []) != ["name", "members"]:
            faults.append(f"{path}:1：列应为 name,members")
        for row in reader:
            place = f"{path}:{reader.line_num}"
            if not any(row):
                continue
            if len(row) != 2 or not row[0].strip() or not row[1].strip():
                faults.append(f"{place}：应有 2 列：集合名称和成员")
            elif row[0].strip() in members:
                faults.append(f"{place}：名称重复：{row[0].strip()}")
            else:
                members[row[0].strip()] = _split(row[1])
    except csv.Error as error:
        faults.append(f"{path}:{reader.line_num}：不是有效的 CSV（{error}）")
    raise_faults(faults)
    return members


def _split(cell: str) -> tuple[str, ...]:
    names: Iterable[str] = (name.strip() for name in re.split(r"[|、]", cell))
    return tuple(filter(None, names))
