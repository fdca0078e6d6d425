"""Profiles: named, declared mappings from roles to letters (``raci/data/profiles/*.toml``).

A profile file holds ``name``, ``title``, ``why``, a table ``letters`` (role → letter), any number of
``[[alone]]`` entries (``role`` gets ``letter`` in a task ``without`` another role), and optionally
``first``: the role whose first-named body is accountable in a task without a lead.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from raci.errors import ProfileError
from raci.model.labels import ROLE_WORDS
from raci.model.values import ROLES, Assignment, Role

__all__ = ["Alone", "Profile", "load_profile", "profile_names"]

_KEYS = {"name", "title", "why", "letters", "alone", "first"}


@dataclass(frozen=True, slots=True)
class Alone:
    """``role`` is written as ``letter`` in a task where nobody has the role ``without``."""

    role: Role
    without: Role
    letter: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A mapping from roles to letters, with its name and its reason."""

    name: str
    title: str
    why: str
    letters: Mapping[str, str] = field(hash=False)
    alone: tuple[Alone, ...] = ()
    first: Role | None = None

    def letter(self, role: Role, others: Iterable[Role] = ()) -> str | None:
        """The letter of a role in a task whose roles are ``others``; None where the profile gives none."""
        present = set(others)
        for rule in self.alone:
            if rule.role == role and rule.without not in present:
                return rule.letter
        return self.letters.get(role)

    def assign(self, assignments: Iterable[Assignment]) -> list[str | None]:
        """The letters of the assignments of one document, in their order.

        The roles beside one another are those of the same clause; ``first`` applies to clauses without lead.
        """
        listed = list(assignments)
        roles: dict[int, set[Role]] = {}
        for one in listed:
            roles.setdefault(one.clause.index, set()).add(one.role)
        letters = []
        led: set[int] = set()
        count = Counter((one.clause.index, one.role) for one in listed)
        for one in listed:
            present, clause = roles[one.clause.index], one.clause.index
            letter = self.letter(one.role, present)
            if self.first == one.role and "lead" not in present and clause not in led:
                led.add(clause)
                letter = "A/R" if count[clause, one.role] == 1 else "A"
            letters.append(letter)
        return letters

    def legend(self) -> dict[str, str]:
        """What each letter stands for, in the words of the roles: letter → 牵头 / 责任 …"""
        legend: dict[str, list[str]] = {}
        for role in ROLES:
            if role in self.letters:
                legend.setdefault(self.letters[role], []).append(ROLE_WORDS[role])
        for rule in self.alone:
            legend.setdefault(rule.letter, []).append(
                f"{ROLE_WORDS[rule.role]}（未另写{ROLE_WORDS[rule.without]}单位）"
            )
        return {letter: "、".join(words) for letter, words in legend.items()}


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
