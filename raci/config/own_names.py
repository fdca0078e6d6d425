"""A user's own names: a CSV file of bodies, or a ``raci.toml`` with place, names, and members of collectives."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from raci.errors import RegisterError
from raci.register.compiling import Register, built_in
from raci.register.csv_tables import RegisterFaults
from raci.register.folding import clean_name, fold_name
from raci.register.name_reading import KINDS, LEVELS, Own

__all__ = ["COLUMNS", "SETTINGS", "Settings", "load_members", "load_register", "load_settings"]

#: the file that raci looks for beside a document
SETTINGS = "raci.toml"
#: the columns of a user's register; only ``name`` is needed
COLUMNS = ("name", "also", "kind", "level", "id", "valid_from", "valid_to", "successor")
_YEAR = re.compile(r"(?:19|20)\d\d(?:-\d{1,2}(?:-\d{1,2})?)?")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a ``raci.toml`` says: whose document it is, further names, and who belongs to a collective."""

    place: str = ""
    register: Register | None = None
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def load_register(path: str | Path, base: Register | None = None) -> Register:
    """The register with the names of a user's file (``.csv`` or ``.toml``) before its own.

    A row makes its ``name`` a body; ``also`` lists (parted by ``|``) what means the same, so rows add names and
    merge them, and a name with a row of its own is kept apart from others.

    Raises RegisterError that names every fault with file and line.
    """
    where = Path(path)
    if where.suffix.lower() == ".toml":
        return load_settings(where, base).register or base or built_in()
    text = _text(where)
    faults = RegisterFaults()
    own = _rows(text, str(path), faults, base or built_in())
    faults.tell("")
    book = base or built_in()
    return replace(book, known={**book.known, **own})


def _text(where: Path) -> str:
    try:
        raw = where.read_bytes()
    except OSError as error:
        raise RegisterError("读不出名录文件", place=where, remedy="请给出存在的 .csv 或 .toml 文件") from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RegisterError("不是 UTF-8 或 GB18030 编码的文本", place=where, remedy="请另存为 UTF-8 编码")


def _rows(text: str, file: str, faults: RegisterFaults, base: Register) -> dict[str, Own]:
    reader = csv.reader(io.StringIO(text))
    own: dict[str, Own] = {}
    successors: list[tuple[str, str]] = []
    try:
        head = next(reader, [])
        if unknown := [column for column in head if column not in COLUMNS]:
            faults.add(f"{file}:1", f"不认识的列 {'、'.join(unknown) or '（空）'}，可用 {'、'.join(COLUMNS)}")
        if "name" not in head:
            faults.add(f"{file}:1", "缺少列 name")
            return own
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            where = f"{file}:{reader.line_num}"
            if len(row) != len(head):
                faults.add(where, f"应有 {len(head)} 列，现有 {len(row)} 列")
                continue
            values = {**dict.fromkeys(COLUMNS, ""), **dict(zip(head, (cell.strip() for cell in row), strict=True))}
            one = _own(values, where, faults)
            for written in (values["name"], *values["also"].split("|")):
                if written:
                    _add(own, written, one, where, faults)
            if values["successor"]:
                successors.append((where, values["successor"]))
    except csv.Error as error:
        faults.add(f"{file}:{reader.line_num}", f"不是有效的 CSV（{error}）")
    from raci.register.name_reader import read_name

    for where, successor in successors:
        if fold_name(clean_name(successor) or "") not in own and read_name(successor, base).kind == "unknown":
            faults.add(where, f"successor {successor} 不在名录中")
    return own


def _own(values: Mapping[str, str], where: str, faults: RegisterFaults) -> Own:
    years: list[int | None] = []
    for column in ("valid_from", "valid_to"):
        value = values[column]
        if value and not _YEAR.fullmatch(value):
            faults.add(where, f"{column} 须是年份或日期（2018、2018-03-21），现为 {value}")
            value = ""
        years.append(int(value[:4]) if value else None)
    if years[0] and years[1] and years[0] > years[1]:
        faults.add(where, f"valid_from {years[0]} 晚于 valid_to {years[1]}")
    if values["kind"] and values["kind"] not in KINDS:
        faults.add(where, f"不认识的 kind {values['kind']}，可用 {'、'.join(sorted(KINDS))}")
    if values["level"] and values["level"] not in LEVELS:
        faults.add(where, f"不认识的 level {values['level']}，可用 {'、'.join(LEVELS)}")
    if not values["name"]:
        faults.add(where, "name 为空")
    return Own(values["name"], values["kind"], values["level"], values["id"], years[0], years[1], values["successor"])


def _add(own: dict[str, Own], written: str, one: Own, where: str, faults: RegisterFaults) -> None:
    folded = clean_name(written)
    if folded is None:
        faults.add(where, f"不像机构名称：{written[:20]}")
        return
    if fold_name(folded) in own:
        faults.add(where, f"名称重复：{written}")
        return
    own[fold_name(folded)] = one


def load_settings(path: str | Path, base: Register | None = None) -> Settings:
    """What a ``raci.toml`` says.

    Its keys: ``place``; ``register`` (a CSV file beside it); ``[same]`` (name = other spellings);
    ``[apart] names`` (spellings that are kept as bodies of their own); ``[members]`` (collective = bodies).

    Raises RegisterError that names every fault.
    """
    where = Path(path)
    try:
        table: dict[str, Any] = tomllib.loads(_text(where))
    except tomllib.TOMLDecodeError as error:
        raise RegisterError(f"不是有效的 TOML：{error}", place=where, remedy="请改正后再用") from error
    faults = RegisterFaults()
    file = str(path)
    for name in table.keys() - {"place", "register", "same", "apart", "members"}:
        faults.add(file, f"不认识的键 {name}")
    book = base or built_in()
    if isinstance(table.get("register"), str):
        book = load_register(where.parent / table["register"], book)
    own: dict[str, Own] = {}
    for name, others in _lists(table, "same", file, faults).items():
        one = Own(name)
        for written in (name, *others):
            _add(own, written, one, file, faults)
    for written in _lists(table, "apart", file, faults).get("names", ()):
        _add(own, written, Own(written, apart=True), file, faults)
    members = _lists(table, "members", file, faults)
    place = table.get("place", "")
    if not isinstance(place, str):
        faults.add(file, "place 须是文字")
        place = ""
    faults.tell("")
    merged = replace(book, known={**book.known, **own}) if own or book is not (base or built_in()) else None
    return Settings(place, merged if merged is not None else (book if book is not built_in() else None), members)


def _lists(table: Mapping[str, Any], name: str, file: str, faults: RegisterFaults) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    part = table.get(name, {})
    if not isinstance(part, dict):
        faults.add(file, f"{name} 须是一节（[{name}]）")
        return found
    for each, value in part.items():
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(isinstance(one, str) and one for one in listed):
            faults.add(file, f"{name}.{each} 须是名称的列表")
            continue
        found[each] = tuple(listed)
    return found


def load_members(path: str | Path) -> dict[str, tuple[str, ...]]:
    """Who belongs to a collective: a CSV file (``name,members``, parted by ``|`` or 、), or a ``raci.toml``.

    Raises RegisterError that names every fault with file and line.
    """
    where = Path(path)
    if where.suffix.lower() == ".toml":
        return dict(load_settings(where).members)
    faults = RegisterFaults()
    found: dict[str, tuple[str, ...]] = {}
    reader = csv.reader(io.StringIO(_text(where)))
    if next(reader, []) != ["name", "members"]:
        faults.add(f"{path}:1", "列应为 name,members")
    for row in reader:
        if not any(row):
            continue
        line = f"{path}:{reader.line_num}"
        if len(row) != 2 or not row[0].strip() or not row[1].strip():
            faults.add(line, "应有 2 列：集合名称和成员")
        elif row[0].strip() in found:
            faults.add(line, f"名称重复：{row[0].strip()}")
        else:
            found[row[0].strip()] = tuple(one.strip() for one in re.split(r"[|、]", row[1]) if one.strip())
    faults.tell("")
    return found
