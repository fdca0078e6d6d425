"""Patterns that are data (``raci/data/**/*.toml``): each says why it is there and gives examples both ways."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TypeVar

from raci.errors import RaciError
from raci.model.pattern_codes import compiled, toml_table

__all__ = ["WHERES", "DataPattern", "expand_macros", "parse_patterns", "read_macros"]

#: what of a text a pattern must match: the whole, its start, or a part anywhere in it
WHERES = ("whole", "start", "anywhere")
_TEXTS = ("id", "where", "pattern", "why")
_EXAMPLES = ("match", "no_match")


@dataclass(frozen=True)
class DataPattern:
    """One pattern with the reason for it and examples both ways; it is compiled when it is first needed.

    ``where`` says what of a text it must match: the ``whole``, its ``start``, or a part ``anywhere``.
    """

    id: str
    where: str
    pattern: str
    why: str
    match: tuple[str, ...]
    no_match: tuple[str, ...]

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The pattern compiled."""
        return compiled(self.pattern)

    @cached_property
    def find(self) -> Callable[[str], re.Match[str] | None]:
        """Finds the match in a text; None where the pattern does not hold for it."""
        if self.where == "whole":
            return self.expression.fullmatch
        return self.expression.match if self.where == "start" else self.expression.search

    def holds(self, text: str) -> bool:
        """Whether the pattern holds for a text."""
        return self.find(text) is not None

    def replace(self, text: str, replacement: str) -> str:
        """A text with all matches replaced; for patterns that match anywhere."""
        return self.expression.sub(replacement, text)


Kind = TypeVar("Kind", bound=DataPattern)


def parse_patterns(
    text: str, file: str, kind: type[Kind], error: type[RaciError], remedy: str, *, check: bool = True
) -> dict[str, Kind]:
    """The ``[[pattern]]`` entries of a TOML text by their ids; ``[macros]`` names pieces that patterns share.

    What ``kind`` holds beyond a DataPattern are keys that an entry may have, each a text. Without ``check`` the entries
    are taken as they are: for files of raci's own, which the tests check.

    Raises ``error``, naming every fault with its entry.
    """
    try:
        table = tomllib.loads(text) if check else toml_table(text)
    except tomllib.TOMLDecodeError as fault:
        raise error(f"不是有效的 TOML：{fault}", place=file, remedy=remedy) from fault
    macros = read_macros(table) or {}
    values = frozenset(field.name for field in fields(kind)) - {*_TEXTS, *_EXAMPLES}
    faults: list[str] = []
    patterns: dict[str, Kind] = {}
    for position, entry in enumerate(table.get("pattern", []), 1):
        name = str(entry.get("id") or f"第{position}条")
        entry_faults = list(_faults(entry, values, macros)) if check else []
        if name in patterns:
            entry_faults.append("id 重复")
        faults += (f"{name}：{fault}" for fault in entry_faults)
        if not entry_faults:
            patterns[name] = kind(
                name,
                entry["where"],
                expand_macros(entry["pattern"], macros),
                entry["why"],
                tuple(entry["match"]),
                tuple(entry["no_match"]),
                **{key: entry[key] for key in values & entry.keys()},
            )
    if faults:
        raise error("；".join(faults), place=file, remedy=remedy)
    return patterns


def read_macros(table: Mapping[str, object]) -> dict[str, str] | None:
    """The ``[macros]`` of a file by name; None where they are none.

    A macro is a text, or a list of texts, each some of its alternatives: long ones stand on lines of their own.
    """
    macros = table.get("macros", {})
    if not isinstance(macros, dict):
        return None
    pieces = {str(name): value if isinstance(value, list) else [value] for name, value in macros.items()}
    if not all(isinstance(line, str) for lines in pieces.values() for line in lines):
        return None
    return {name: "|".join(lines) for name, lines in pieces.items()}


def expand_macros(pattern: str, macros: Mapping[str, str]) -> str:
    """A pattern with each ``{name}`` replaced by the piece of that name."""
    for name, piece in macros.items():
        pattern = pattern.replace("{" + name + "}", piece)
    return pattern


def _faults(entry: Mapping[str, object], values: frozenset[str], macros: Mapping[str, str]) -> Iterator[str]:
    for key in sorted(entry.keys() - {*_TEXTS, *_EXAMPLES, *values}):
        yield f"不认识的键 {key}"
    for key in _TEXTS:
        if not isinstance(entry.get(key), str) or not entry[key]:
            yield f"缺少 {key}"
    for key in _EXAMPLES:
        examples = entry.get(key)
        if not isinstance(examples, list) or not examples or not all(isinstance(text, str) for text in examples):
            yield f"{key} 须是至少一个例子的列表"
    if entry.get("where") not in WHERES:
        yield f"where 须是 {'、'.join(WHERES)} 之一"
    try:
        re.compile(expand_macros(str(entry.get("pattern", "")), macros))
    except re.error as error:
        yield f"pattern 不能编译（{error}）"
