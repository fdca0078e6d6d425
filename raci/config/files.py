"""Files in which a user sets something: read anew each time, within bounds, every fault as one line with a remedy."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from raci.config.decoding import decodings
from raci.errors import RaciError

__all__ = [
    "LARGEST_TABLE",
    "LARGEST_TOML",
    "ConfigFile",
    "built_in_names",
    "built_in_table",
    "names_a_file",
    "parse_toml",
    "read_text",
    "read_toml",
]

#: the largest TOML file, and the largest table of names, in bytes; an endless file (/dev/zero) ends there
LARGEST_TOML = 2_000_000
LARGEST_TABLE = 32_000_000
#: a key of so many parts (a.a.a…) nests deeper than any file of ours
_DEEP_KEY = re.compile(r"(?:[\w\"'-]{1,80}[ \t]*\.[ \t]*){100}")


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A kind of file that a user gives: what it is called, what error tells its faults, and what to do about them.

    ``encodings`` are tried in their order; ``not_text`` says what is wrong where none fits (by default the same as of a
    file that cannot be read).
    """

    error: type[RaciError]
    noun: str
    missing_remedy: str = "请给出存在的 UTF-8 编码 TOML 文件"
    toml_remedy: str = "请改正后再用"
    encodings: tuple[str, ...] = ("utf-8-sig",)
    not_text: tuple[str, str] | None = None


def read_toml(path: str | Path, kind: ConfigFile) -> dict[str, Any]:  # Any: TOML nests without end
    """The table in a TOML file; raises the error of its kind where it cannot be read or is not well formed."""
    return parse_toml(read_text(path, kind, LARGEST_TOML), path, kind)


def read_text(path: str | Path, kind: ConfigFile, largest: int = LARGEST_TABLE) -> str:
    """The text of a file; raises the error of its kind where it cannot be read, is too large, or is no text."""
    try:
        with Path(path).open("rb") as file:
            raw = file.read(largest + 1)
    except (OSError, ValueError) as error:  # a path with a zero byte is a ValueError
        raise kind.error(f"读不出{kind.noun}", place=path, remedy=kind.missing_remedy) from error
    if len(raw) > largest:
        raise kind.error(f"{kind.noun}过大，超过 {largest // 1_000_000} MB", place=path, remedy=kind.missing_remedy)
    for text, _ in decodings(raw, kind.encodings):
        return text
    what, remedy = kind.not_text or (f"读不出{kind.noun}", kind.missing_remedy)
    raise kind.error(what, place=path, remedy=remedy)


def parse_toml(text: str, place: str | Path, kind: ConfigFile) -> dict[str, Any]:  # Any: as above
    """The table that a TOML text holds; raises the error of its kind where it is not well formed."""
    try:
        if _DEEP_KEY.search(text):  # for such keys tomllib takes time that grows with the square of their parts
            raise RecursionError
        return tomllib.loads(text)
    except RecursionError as error:
        raise kind.error("TOML 嵌套过深", place=place, remedy=kind.toml_remedy) from error
    except ValueError as error:  # TOMLDecodeError is one; so is a number of too many digits
        raise kind.error(f"不是有效的 TOML{_where(error)}", place=place, remedy=kind.toml_remedy) from error


def _where(fault: ValueError) -> str:
    """Where in a TOML text a fault is, as tomllib says it: （第3行第9个字）; what else it says is English."""
    if found := re.search(r"\(at line (\d+), column (\d+)\)", str(fault)):
        return f"（第{found[1]}行第{found[2]}个字起）"
    return "（没有写完）" if "end of document" in str(fault) else ""


def names_a_file(name: str | Path) -> bool:
    """Whether a name is that of a file rather than of something built in."""
    try:
        return Path(name).suffix == ".toml" or (Path(name).exists() and not Path(name).is_dir())
    except (OSError, ValueError):  # too long for a path, or with a zero byte
        return False


@cache
def built_in_names(folder: str) -> tuple[str, ...]:
    """The names of the TOML files in a folder of raci's own data."""
    entries = (files("raci") / "data" / folder).iterdir()
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in entries if entry.name.endswith(".toml")))


def built_in_table(folder: str, name: str) -> dict[str, Any]:  # Any: as above
    """The table of one of raci's own TOML files."""
    return tomllib.loads((files("raci") / "data" / folder / f"{name}.toml").read_text(encoding="utf-8"))
