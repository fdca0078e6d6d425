"""A user's own names: a CSV file of bodies, or a ``raci.toml`` with place, names, and members of collectives."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from raci.config.own_names_csv import OwnNames, parse_own_names
from raci.errors import RegisterError
from raci.register.compiling import built_in
from raci.register.csv_tables import raise_faults
from raci.register.entries import OwnName
from raci.register.register import Register

__all__ = ["SETTINGS", "Settings", "load_members", "load_register", "load_settings"]

#: the file that raci looks for beside a document
SETTINGS = "raci.toml"
_SETTINGS_KEYS = frozenset(("place", "register", "same", "apart", "members"))
#: what separates the members of a collective in a cell
_MEMBER_SEPARATOR = re.compile(r"[|、]")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a ``raci.toml`` says: whose document it is, further names, and who belongs to a collective."""

    place: str = ""
    register: Register | None = None
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def load_register(path: str | Path, base: Register | None = None) -> Register:
    """The register with the names of a user's file (``.csv`` or ``.toml``) before its own.

    A row makes its ``name`` a body; ``also`` lists (separated by ``|``) what means the same, so rows add names and
    merge them, and a name with a row of its own is kept apart from others.

    Raises RegisterError that names every fault with file and line.
    """
    file = Path(path)
    base = base or built_in()
    if file.suffix.lower() == ".toml":
        return load_settings(file, base).register or base
    own_names = parse_own_names(_read_text(file), str(path), base)
    return base.with_own_names({**base.own_names, **own_names})


def _read_text(file: Path) -> str:
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise RegisterError("读不出名录文件", place=file, remedy="请给出存在的 .csv 或 .toml 文件") from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RegisterError("不是 UTF-8 或 GB18030 编码的文本", place=file, remedy="请另存为 UTF-8 编码")


def load_settings(path: str | Path, base: Register | None = None) -> Settings:
    """What a ``raci.toml`` says.

    Its keys: ``place``; ``register`` (a CSV file beside it); ``[same]`` (name = other spellings);
    ``[apart] names`` (spellings that are kept as bodies of their own); ``[members]`` (collective = bodies).

    Raises RegisterError that names every fault.
    """
    file = Path(path)
    try:
        table: Mapping[str, object] = tomllib.loads(_read_text(file))
    except tomllib.TOMLDecodeError as error:
        raise RegisterError(f"不是有效的 TOML：{error}", place=file, remedy="请改正后再用") from error
    faults = [f"不认识的键 {name}" for name in table.keys() - _SETTINGS_KEYS]
    base = base or built_in()
    listed = table.get("register")
    register = load_register(file.parent / listed, base) if isinstance(listed, str) else base
    sections = {name: _parse_section(table.get(name, {}), name) for name in ("same", "apart", "members")}
    own = OwnNames()
    for name, spellings in sections["same"].lists.items():
        own.add((name, *spellings), OwnName(name), str(path))
    for spelling in sections["apart"].lists.get("names", ()):
        own.add((spelling,), OwnName(spelling, apart=True), str(path))
    place = table.get("place", "")
    if not isinstance(place, str):
        faults.append("place 须是文字")
    faults += (fault for section in sections.values() for fault in section.faults)
    raise_faults([*(f"{path}：{fault}" for fault in faults), *own.faults], "")
    if own.names:
        register = register.with_own_names({**register.own_names, **own.names})
    return Settings(str(place), None if register == built_in() else register, sections["members"].lists)


@dataclass(frozen=True, slots=True)
class _Section:
    """A section of a ``raci.toml``: names with their lists, and what is wrong with it."""

    lists: Mapping[str, tuple[str, ...]]
    faults: tuple[str, ...] = ()


def _parse_section(section: object, name: str) -> _Section:
    if not isinstance(section, dict):
        return _Section({}, (f"{name} 须是一节（[{name}]）",))
    lists: dict[str, tuple[str, ...]] = {}
    faults: list[str] = []
    for key, value in section.items():
        listed = [value] if isinstance(value, str) else value
        if isinstance(listed, list) and all(isinstance(text, str) and text for text in listed):
            lists[key] = tuple(listed)
        else:
            faults.append(f"{name}.{key} 须是名称的列表")
    return _Section(lists, tuple(faults))


def load_members(path: str | Path) -> dict[str, tuple[str, ...]]:
    """Who belongs to a collective: a CSV file (``name,members``, separated by ``|`` or 、), or a ``raci.toml``.

    Raises RegisterError that names every fault with file and line.
    """
    file = Path(path)
    if file.suffix.lower() == ".toml":
        return dict(load_settings(file).members)
    faults: list[str] = []
    members: dict[str, tuple[str, ...]] = {}
    reader = csv.reader(io.StringIO(_read_text(file)))
    if next(reader, []) != ["name", "members"]:
        faults.append(f"{path}:1：列应为 name,members")
    for row in reader:
        cells = [cell.strip() for cell in row]
        where = f"{path}:{reader.line_num}"
        if not any(row):
            continue
        if len(cells) != 2 or not all(cells):
            faults.append(f"{where}：应有 2 列：集合名称和成员")
        elif cells[0] in members:
            faults.append(f"{where}：名称重复：{cells[0]}")
        else:
            listed = (member.strip() for member in _MEMBER_SEPARATOR.split(cells[1]))
            members[cells[0]] = tuple(member for member in listed if member)
    raise_faults(faults, "")
    return members
