"""The patterns of names that come with raci: what they match is data, and each says why it is and gives examples."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from raci.errors import RegisterError

__all__ = ["HOWS", "NamePattern", "built_in_patterns", "parse_patterns"]

#: how a pattern is held to a text: the whole of it, its start, or anywhere in it
HOWS = ("whole", "start", "anywhere")
_TEXTS = ("id", "how", "pattern", "why")
_EXAMPLES = ("match", "no_match")
#: ``level``: what a match says of the level; ``body``: of which body; ``kind``: of what kind (endings)
_VALUES = ("level", "body", "kind")


@dataclass(frozen=True, slots=True)
class NamePattern:
    """A pattern with its reason, examples both ways, and what a match says (``level``, ``body``, ``kind``)."""

    id: str
    how: str
    expression: re.Pattern[str]
    why: str
    match: tuple[str, ...]
    no_match: tuple[str, ...]
    level: str = ""
    body: str = ""
    kind: str = ""

    def find(self, text: str) -> re.Match[str] | None:
        """The match in ``text``: of the whole, at the start, or the first, as ``how`` has it."""
        if self.how == "whole":
            return self.expression.fullmatch(text)
        return self.expression.match(text) if self.how == "start" else self.expression.search(text)

    def found_in(self, text: str) -> bool:
        """Whether the pattern holds for ``text``."""
        return self.find(text) is not None

    def replace(self, text: str, replacement: str) -> str:
        """``text`` with all matches replaced; for patterns that match anywhere."""
        return self.expression.sub(replacement, text)


@cache
def built_in_patterns() -> Mapping[str, NamePattern]:
    """The patterns of all files of raci/data/register/patterns, by id, in the order of their files."""
    patterns: dict[str, NamePattern] = {}
    folder = files("raci") / "data" / "register" / "patterns"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            patterns |= parse_patterns(entry.read_text(encoding="utf-8"), entry.name)
    return patterns


def parse_patterns(text: str, file: str) -> dict[str, NamePattern]:
    """The patterns of one TOML text, by id.

    Raises RegisterError that names every fault with file and pattern.
    """
    try:
        entries = tomllib.loads(text).get("pattern", [])
    except tomllib.TOMLDecodeError as error:
        raise RegisterError(f"不是有效的 TOML：{error}", place=file, remedy="请改正后再用") from error
    faults: list[str] = []
    patterns: dict[str, NamePattern] = {}
    for position, entry in enumerate(entries, 1):
        name = str(entry.get("id") or f"第{position}条")
        entry_faults = list(_faults(entry))
        if name in patterns:
            entry_faults.append("id 重复")
        faults += (f"{name}：{fault}" for fault in entry_faults)
        if not entry_faults:
            patterns[name] = NamePattern(
                name,
                entry["how"],
                re.compile(entry["pattern"]),
                entry["why"],
                tuple(entry["match"]),
                tuple(entry["no_match"]),
                **{key: entry[key] for key in _VALUES if key in entry},
            )
    if faults:
        raise RegisterError("；".join(faults), place=file, remedy="请逐条改正，写法见 raci/data/register/README.md")
    return patterns


def _faults(entry: Mapping[str, object]) -> Iterator[str]:
    for key in sorted(entry.keys() - {*_TEXTS, *_EXAMPLES, *_VALUES}):
        yield f"不认识的键 {key}"
    for key in _TEXTS:
        if not isinstance(entry.get(key), str) or not entry[key]:
            yield f"缺少 {key}"
    for key in _EXAMPLES:
        examples = entry.get(key)
        if not isinstance(examples, list) or not examples or not all(isinstance(text, str) for text in examples):
            yield f"{key} 须是至少一个例子的列表"
    if entry.get("how") not in HOWS:
        yield f"how 须是 {'、'.join(HOWS)} 之一"
    try:
        re.compile(str(entry.get("pattern", "")))
    except re.error as error:
        yield f"pattern 不能编译（{error}）"
