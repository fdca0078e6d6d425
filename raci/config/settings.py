"""``raci.toml``: what a user sets for the documents of a folder; and the files of names that it may refer to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from raci.config.check_settings import CheckSettings, parse_check_settings
from raci.config.decoding import CHINESE_CODECS
from raci.config.files import LARGEST_TABLE, LARGEST_TOML, ConfigFile, parse_toml, read_text
from raci.config.members_csv import parse_members
from raci.config.own_names_csv import OwnNames, parse_own_names
from raci.errors import OptionError, RegisterError
from raci.register.compiling import built_in
from raci.register.csv_tables import raise_faults
from raci.register.entries import OwnName
from raci.register.naming import Naming
from raci.register.option_values import parse_place
from raci.register.register import Register
from raci.rules import Rule
from raci.rules.own_columns import column_rules, role_fault

__all__ = [
    "SETTINGS",
    "Settings",
    "load_members",
    "load_register",
    "load_settings",
    "settings_beside",
    "settings_texts",
]

#: the file that raci looks for beside a document
SETTINGS = "raci.toml"
_KEYS = ("place", "register", "same", "apart", "members", "columns", "checks")
_FILE = ConfigFile(
    RegisterError,
    "名录文件",
    missing_remedy="请给出存在的 .csv 或 .toml 文件",
    encodings=CHINESE_CODECS,
    not_text=("不是 UTF-8 或 GB18030 编码的文本", "请另存为 UTF-8 编码"),
)

_MEMBERS = replace(_FILE, noun="成员表", missing_remedy="请给出存在的成员表（.csv），或写 known")
#: a file and the files that it refers to, in this order: path and text of each
FileTexts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a ``raci.toml`` says: whose documents, further names, who belongs to a collective, columns, checks."""

    place: str = ""
    register: Register | None = None
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    columns: tuple[Rule, ...] = ()
    checks: CheckSettings = CheckSettings()

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
    texts = settings_texts(source)
    return _settings(texts) if texts else Settings()


def settings_texts(source: str) -> FileTexts:
    """Path and text of the ``raci.toml`` beside a document, and of what it refers to; empty where there is none.

    Raises RegisterError where one of them cannot be read.
    """
    if not source or source == "-":
        return ()
    path = Path(source).parent / SETTINGS
    try:
        if not path.exists():
            return ()
    except (OSError, ValueError):  # what is no path has no file beside it
        return ()
    return _texts(path)


def load_settings(path: str | Path, base: Register | None = None) -> Settings:
    """What a ``raci.toml`` says.

    Its keys: ``place``; ``register`` (a CSV file beside it); ``[same]`` (name = other spellings);
    ``[apart] names`` (spellings that are kept as bodies of their own); ``[members]`` (collective = bodies);
    ``[columns]`` (head of a column = its role); ``[checks]`` (``raci.config.check_settings``).

    Raises RegisterError that names every fault.
    """
    return _settings_of(_texts(path), base or built_in())


def load_register(path: str | Path, base: Register | None = None) -> Register:
    """The register with the names of a user's file (``.csv`` or ``.toml``) before its own.

    A row makes its ``name`` a body; ``also`` lists (separated by ``|``) what means the same, so rows add names and
    merge them, and a name with a row of its own is kept apart from others.

    Raises RegisterError that names every fault with file and line.
    """
    return _register_of(_texts(path), base or built_in())


def load_members(path: str | Path) -> dict[str, tuple[str, ...]]:
    """Who belongs to a collective: a CSV file (``name,members``, separated by ``|`` or 、), or a ``raci.toml``.

    Raises RegisterError that names every fault with file and line.
    """
    if _is_toml(path):
        return dict(load_settings(path).members)
    return parse_members(read_text(path, _MEMBERS), str(path))


def _is_toml(path: str | Path) -> bool:
    return Path(path).suffix.lower() == ".toml"


def _text(path: str | Path) -> str:
    return read_text(path, _FILE, LARGEST_TOML if _is_toml(path) else LARGEST_TABLE)


def _texts(path: str | Path) -> FileTexts:
    """The texts of a file of settings or names, and of the register that it refers to, and so on."""
    texts: list[tuple[str, str]] = []
    seen: set[Path] = set()
    following: str | Path | None = path
    while following is not None:
        text = _text(following)
        if Path(following).resolve() in seen:
            raise RegisterError("register 指向了自己", place=following, remedy="请改为另一个 .csv 文件")
        seen.add(Path(following).resolve())
        texts.append((str(following), text))
        register = parse_toml(text, following, _FILE).get("register") if _is_toml(following) else None
        following = Path(following).parent / register if isinstance(register, str) else None
    return tuple(texts)


@lru_cache(maxsize=16)
def _settings(texts: FileTexts) -> Settings:
    """The settings of these texts; made once for the documents of a folder."""
    return _settings_of(texts, built_in())


def _register_of(texts: FileTexts, base: Register) -> Register:
    path, text = texts[0]
    if _is_toml(path):
        return _settings_of(texts, base).register or base
    own_names = parse_own_names(text, path, base)
    return base.with_own_names({**base.own_names, **own_names})


def _settings_of(texts: FileTexts, base: Register) -> Settings:
    path, text = texts[0]
    table: Mapping[str, object] = parse_toml(text, path, _FILE)
    faults = [f"不认识的键 {name}，可用 {'、'.join(_KEYS)}" for name in sorted(table.keys() - set(_KEYS))]
    register = _register_of(texts[1:], base) if texts[1:] else base
    sections = {name: _parse_section(table.get(name, {}), name) for name in ("same", "apart", "members")}
    own = OwnNames()
    for name, spellings in sections["same"].lists.items():
        own.add((name, *spellings), OwnName(name), path)
    for spelling in sections["apart"].lists.get("names", ()):
        own.add((spelling,), OwnName(spelling, apart=True), path)
    faults += (f"apart.{name}：不认识的键，可用 names" for name in sections["apart"].lists if name != "names")
    place = table.get("place", "")
    if not isinstance(place, str):
        faults.append("place 须是文字")
    else:
        faults += _place_faults(place, register)
    columns, column_faults = _columns(table.get("columns", {}), path)
    checks, check_faults = parse_check_settings(table.get("checks", {}))
    faults += column_faults
    faults += (fault for section in sections.values() for fault in section.faults)
    listed = [*(f"{path}：{fault}" for fault in faults), *own.faults]
    of_checks = [f"{path}：{fault}" for fault in check_faults]
    raise_faults([*listed, *of_checks], "", *(() if listed else ("docs/checks.md",)))
    if own.names:
        register = register.with_own_names({**register.own_names, **own.names})
    own_register = None if register == built_in() else register
    return Settings(str(place), own_register, sections["members"].lists, columns, checks)


def _place_faults(place: str, register: Register) -> list[str]:
    try:
        parse_place(place, register)
    except OptionError as fault:
        return [f"place：{fault.what}（{fault.remedy}）"]
    return []


def _columns(section: object, path: str) -> tuple[tuple[Rule, ...], list[str]]:
    """The rules of what ``[columns]`` says, and what is wrong with it."""
    if not isinstance(section, dict):
        return (), ["columns 须是一节（[columns]）"]
    faults = [f"columns.{head}：{'；'.join(fault)}" for head, role in section.items() if (fault := role_fault(role))]
    return (() if faults else column_rules(section, path)), faults


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
