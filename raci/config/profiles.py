"""Profiles: named, declared mappings from roles to letters (``raci/data/profiles/*.toml``).

A profile file holds ``name``, ``title``, ``why``, a table ``letters`` (role → letter), any number of
``[[alone]]`` entries (``role`` gets ``letter`` in a task ``without`` another role), and optionally
``first``: the role whose first-named body is accountable in a task without a lead.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from raci.errors import ProfileError
from raci.model import ROLES, Alone, Analysis, Document, Profile

__all__ = ["load_profile", "profile_names", "profile_of"]

_KEYS = {"name", "title", "why", "letters", "alone", "first"}


def profile_of(source: Analysis | Document | None, given: Profile | str | None = None) -> Profile:
    """The profile asked for; without one that with which the plan's workbook was made, else ``explicit``.

    Raises ProfileError for an unknown profile.
    """
    if isinstance(given, Profile):
        return given
    document = source.document if isinstance(source, Analysis) else source
    if given is None and document is not None and document.saved is not None:
        return document.saved.record.profile
    return load_profile(given or "explicit")


def profile_names() -> list[str]:
    """The names of the profiles that come with raci."""
    folder = files("raci") / "data" / "profiles"
    return sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))


@cache
def load_profile(name: str | Path = "explicit") -> Profile:
    """The profile of that name, or of the TOML file at that path.

    Raises ProfileError, naming every fault, where there is none or it is not well formed.
    """
    text_name = str(name)
    if text_name in profile_names():
        raw = (files("raci") / "data" / "profiles" / f"{text_name}.toml").read_text(encoding="utf-8")
    elif Path(name).suffix == ".toml" or Path(name).is_file():
        try:
            raw = Path(name).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise ProfileError(
                "读不出角色方案文件", place=text_name, remedy="请给出存在的 UTF-8 编码 TOML 文件"
            ) from error
    else:
        raise ProfileError(
            f"没有名为“{text_name}”的角色方案",
            place="--profile",
            remedy=f"可用：{'、'.join(profile_names())}，或一个 .toml 文件",
        )
    try:
        return _parse(tomllib.loads(raw))
    except (tomllib.TOMLDecodeError, ValueError) as error:
        raise ProfileError(
            str(error), place=text_name, remedy="请参照 raci/data/profiles/explicit.toml 修改"
        ) from error


def _parse(table: dict[str, Any]) -> Profile:
    faults = [f"不认识的键 {key}" for key in table if key not in _KEYS]
    letters = table.get("letters")
    if not isinstance(letters, dict) or not letters:
        faults.append("缺少 [letters]")
        letters = {}
    faults += [f"[letters] 中不认识的角色 {role}" for role in letters if role not in ROLES]
    faults += [f"角色 {role} 的字母须是一到三个字符" for role, letter in letters.items() if not _is_letter(letter)]
    alone = []
    entries = table.get("alone", [])
    for entry in entries if isinstance(entries, list) else [entries]:
        good = isinstance(entry, dict) and {"role", "without", "letter"} == set(entry)
        if good and entry["role"] in ROLES and entry["without"] in ROLES and _is_letter(entry["letter"]):
            alone.append(Alone(**entry))
        else:
            faults.append("[[alone]] 须有 role、without（角色）和 letter（字母）")
    first = table.get("first")
    if first is not None and first not in ROLES:
        faults.append(f"first 不是角色：{first}")
    if faults:
        raise ValueError("；".join(faults))
    name = str(table.get("name", "")) or "unnamed"
    return Profile(
        name=name,
        title=str(table.get("title", name)),
        why=str(table.get("why", "")),
        letters={str(role): str(letter) for role, letter in letters.items()},
        alone=tuple(alone),
        first=first,
    )


def _is_letter(value: object) -> bool:
    return isinstance(value, str) and 1 <= len(value) <= 3
