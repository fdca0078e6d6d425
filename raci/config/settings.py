"""``raci.toml``: what a user sets for the documents of a folder; and the files of names that it may refer to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from raci.config.files import parse_toml
from raci.config.own_names import (
    REGISTER_FILE,
    OwnNames,
    members_of_table,
    raise_faults,
    register_of_table,
    text_of,
)
from raci.errors import RegisterError
from raci.register.book import Register, built_in
from raci.register.naming import Naming
from raci.register.values import Own

__all__ = ["SETTINGS", "Settings", "load_members", "load_register", "load_settings", "settings_beside"]

#: the file that raci looks for beside a document
SETTINGS = "raci.toml"
_KEYS = {"place", "register", "same", "apart", "members"}

#: a file and the files that it refers to, in this order: path and text of each
FileTexts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a ``raci.toml`` says: whose documents these are, further names, and who belongs to a collective."""

    place: str = ""
    register: Register | None = None
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    def applied_to(self, naming: Naming) -> Naming:
        """How names are resolved here: as the user asks for, and where that says nothing, by these settings."""
        members = naming.members
        return replace(
            naming,
            place=naming.place or self.place or None,
            register=naming.register or self.register,
            members=None if members is None else {**self.members, **members},
        )


def settings_beside(source: str) -> Settings:
    """What the ``raci.toml`` beside a document says, read anew; empty Settings where there is none.

    Raises RegisterError for a ``raci.toml`` with faults.
    """
    if not source or source == "-":
        return Settings()
    path = Path(source).parent / SETTINGS
    try:
        if not path.exists():
            return Settings()
    except (OSError, ValueError):  # what is no path has no file beside it
        return Settings()
    return _settings(_texts(path))


def load_settings(path: str | Path, base: Register | None = None) -> Settings:
    """What a ``raci.toml`` says.

    Its keys: ``place``; ``register`` (a CSV file beside it); ``[same]`` (name = other spellings);
    ``[apart] names`` (spellings that are kept as bodies of their own); ``[members]`` (collective = bodies).

    Raises RegisterError that names every fault.
    """
    return _settings_of(_texts(path), base or built_in())


def load_register(path: str | Path, base: Register | None = None) -> Register:
    """The register with the names of a user's file (``.csv`` or ``.toml``) before its own.

    The columns of a CSV file are those of ``raci.config.own_names.COLUMNS``; only ``name`` is needed.
    Raises RegisterError that names every fault with file and line.
    """
    return _register_of(_texts(path), base or built_in())


def load_members(path: str | Path) -> dict[str, tuple[str, ...]]:
    """Who belongs to a collective: a CSV file (``name,members``, parted by ``|`` or 、), or a ``raci.toml``.

    Raises RegisterError that names every fault with file and line.
    """
    if _is_toml(path):
        return dict(load_settings(path).members)
    return members_of_table(text_of(path), str(path))


def _is_toml(path: str | Path) -> bool:
    return Path(path).suffix.lower() == ".toml"


def _texts(path: str | Path) -> FileTexts:
    """The texts of a file of settings or names, and of the register that it refers to, and so on."""
    texts: list[tuple[str, str]] = []
    seen: set[Path] = set()
    following: str | Path | None = path
    while following is not None:
        if Path(following).resolve() in seen:
            raise RegisterError("register 指向了自己", place=following, remedy="请改为另一个 .csv 文件")
        text = text_of(following)
        seen.add(Path(following).resolve())
        texts.append((str(following), text))
        register = parse_toml(text, following, REGISTER_FILE).get("register") if _is_toml(following) else None
        following = Path(following).parent / register if isinstance(register, str) else None
    return tuple(texts)


@lru_cache(maxsize=16)
def _settings(texts: FileTexts) -> Settings:
    """The settings of these texts; made once, so that the documents of a folder share one register."""
    return _settings_of(texts, built_in())


def _register_of(texts: FileTexts, base: Register) -> Register:
    path, text = texts[0]
    if _is_toml(path):
        return _settings_of(texts, base).register or base
    return register_of_table(text, path, base)


def _settings_of(texts: FileTexts, base: Register) -> Settings:
    path, text = texts[0]
    table = parse_toml(text, path, REGISTER_FILE)
    faults = [f"{path}：不认识的键 {name}" for name in sorted(table.keys() - _KEYS)]
    register = _register_of(texts[1:], base) if texts[1:] else base
    same, same_faults = _lists(table, "same", path)
    apart, apart_faults = _lists(table, "apart", path)
    members, members_faults = _lists(table, "members", path)
    names = OwnNames()
    for name, spellings in same.items():
        for written in (name, *spellings):
            names.add(written, Own(name), path)
    for written in apart.get("names", ()):
        names.add(written, Own(written, apart=True), path)
    faults += [*same_faults, *apart_faults, *names.faults, *members_faults]
    place = table.get("place", "")
    if not isinstance(place, str):
        faults.append(f"{path}：place 须是文字")
        place = ""
    raise_faults(faults)
    if names.bodies:
        register = replace(register, known={**register.known, **names.bodies})
    return Settings(place, None if register is built_in() else register, members)


def _lists(table: Mapping[str, Any], name: str, path: str) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """The lists of names in a section, and what is wrong with them."""
    section = table.get(name, {})
    if not isinstance(section, dict):
        return {}, [f"{path}：{name} 须是一节（[{name}]）"]
    lists: dict[str, tuple[str, ...]] = {}
    faults: list[str] = []
    for key, value in section.items():
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(isinstance(entry, str) and entry for entry in listed):
            faults.append(f"{path}：{name}.{key} 须是名称的列表")
            continue
        lists[key] = tuple(listed)
    return lists, faults
