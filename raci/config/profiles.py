"""Profiles: named, declared mappings from roles to letters (``raci/data/profiles/*.toml``).

A profile file holds ``name``, ``title``, ``why``, a table ``letters`` (role → letter), any number of
``[[alone]]`` entries (``role`` gets ``letter`` in a task ``without`` another role), and optionally
``first``: the role whose first-named body is accountable in a task without a lead.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from raci.config.files import ConfigFile, built_in_names, built_in_table, names_a_file, read_toml
from raci.errors import ProfileError
from raci.model import ROLES, Alone, Analysis, Document, Profile

__all__ = ["load_profile", "parse_profile", "profile_names", "profile_of"]

_KEYS = ("name", "title", "why", "letters", "alone", "first")
_FILE = ConfigFile(ProfileError, "角色方案文件", toml_remedy="请参照 raci/data/profiles/explicit.toml 修改")


def profile_of(source: Analysis | Document | None, given: Profile | str | None = None) -> Profile:
    """The profile asked for; without one the profile that the plan's workbook was made with, else ``explicit``.

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
    return list(built_in_names("profiles"))


def load_profile(name: str | Path = "explicit") -> Profile:
    """The profile of that name, or of the TOML file at that path, which is read anew each time.

    Raises ProfileError, naming every fault, where there is none or it is not well formed.
    """
    if str(name) in profile_names():
        return _built_in(str(name))
    if names_a_file(name):
        return parse_profile(read_toml(name, _FILE), str(name))
    raise ProfileError(
        f"没有名为“{name}”的角色方案",
        place="--profile",
        remedy=f"可用：{'、'.join(profile_names())}，或一个 .toml 文件",
    )


@cache
def _built_in(name: str) -> Profile:
    return parse_profile(built_in_table("profiles", name), name)


def parse_profile(table: Mapping[str, object], place: str = "") -> Profile:
    """The profile that the table of a file holds. Raises ProfileError, at ``place``, naming every fault."""
    faults = [f"不认识的键 {key}，可用 {'、'.join(_KEYS)}" for key in table if key not in _KEYS]
    letters, letter_faults = _letters(table.get("letters"))
    alone, alone_faults = _alone(table.get("alone", []))
    faults += [*letter_faults, *alone_faults]
    first = table.get("first")
    if first is not None and first not in ROLES:
        faults.append(f"first 不是角色：{first}")
    if faults:
        raise ProfileError("；".join(faults), place=place, remedy=_FILE.toml_remedy)
    name = str(table.get("name", "")) or "unnamed"
    return Profile(
        name=name,
        title=str(table.get("title", name)),
        why=str(table.get("why", "")),
        letters=letters,
        alone=alone,
        first=next((role for role in ROLES if role == first), None),
    )


def _letters(value: object) -> tuple[dict[str, str], list[str]]:
    """The letters of the roles, and what is wrong with them."""
    if not isinstance(value, dict) or not value:
        return {}, ["缺少 [letters]"]
    faults = [f"[letters] 中不认识的角色 {role}" for role in value if role not in ROLES]
    faults += [f"角色 {role} 的字母须是一到三个字符" for role, letter in value.items() if not _is_letter(letter)]
    return {str(role): str(letter) for role, letter in value.items()}, faults


def _alone(value: object) -> tuple[tuple[Alone, ...], list[str]]:
    """What roles get in a task without another role, and what is wrong with that."""
    alone, faults = [], []
    for entry in value if isinstance(value, list) else [value]:
        if (
            isinstance(entry, dict)
            and {"role", "without", "letter"} == set(entry)
            and entry["role"] in ROLES
            and entry["without"] in ROLES
            and _is_letter(entry["letter"])
        ):
            alone.append(Alone(**entry))
        else:
            faults.append("[[alone]] 须有 role、without（角色）和 letter（字母）")
    return tuple(alone), faults


def _is_letter(value: object) -> bool:
    return isinstance(value, str) and 1 <= len(value) <= 3
