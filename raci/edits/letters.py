"""From letters back to roles: which roles a profile writes with the letters that a person left in a row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations, islice, product

from raci.model import ROLES, Assignment, Clause, Department, Profile, Role
from raci.views.grid import join_letters

__all__ = ["BodyRoles", "letters_of", "parts", "solve"]

#: in a task: the bodies by a key of the caller's, each with a role, in order
BodyRoles = Sequence[tuple[int, Role]]

#: so many combinations of roles are tried to read the letters of one task
_MOST_TRIED = 2_000
#: what a person may put between two letters
_BETWEEN = re.compile(r"[/、，,;；+\s]+")


def parts(letter: str, profile: Profile) -> frozenset[str] | None:
    """The single letters of a cell: ``a/r``, ``A、R`` and ``ＡＲ`` are A and R. None: not of the profile."""
    known = {part for letters in profile.legend() for part in letters.split("/")}
    known |= {"A", "R"} if profile.first else set()
    by_upper = {part.upper(): part for part in known}
    single: set[str] = set()
    for piece in filter(None, _BETWEEN.split(unicodedata.normalize("NFKC", letter).upper())):
        pieces = [piece] if piece in by_upper else list(piece)
        if not all(part in by_upper for part in pieces):
            return None
        single |= {by_upper[part] for part in pieces}
    return frozenset(single)


def letters_of(profile: Profile, roles: BodyRoles) -> dict[int, str]:
    """The letters of each body where these are the roles."""
    blank = Assignment("", "", Clause(0, None, 0, "", "", 0, 0), Department(""), "lead", 0, 0, "", "")
    assigned = profile.assign([replace(blank, role=role) for _, role in roles])
    letters: dict[int, list[str | None]] = {}
    for (body, _), letter in zip(roles, assigned, strict=True):
        letters.setdefault(body, []).append(letter)
    return {body: joined for body, of_body in letters.items() if (joined := join_letters(of_body))}


def solve(
    profile: Profile, roles: BodyRoles, wanted: Mapping[int, frozenset[str]], changed: Sequence[int]
) -> dict[int, tuple[Role, ...]]:
    """The roles of the ``changed`` bodies with which the row reads as ``wanted``, or comes nearest to it.

    Roles to which the profile gives no letter stay as they are. Roles that a body has are preferred.
    """
    unchanged = [(body, role) for body, role in roles if body not in changed or not _lettered(profile, role)]
    choices = []
    for body in changed:
        present = [role for other, role in roles if other == body and _lettered(profile, role)]
        choices.append(_choices(profile, wanted.get(body, frozenset()), present))
    best: tuple[int, int] = (-1, -1)
    solution: tuple[tuple[Role, ...], ...] = tuple(of_body[0] for of_body in choices)
    for tried in islice(product(*choices), _MOST_TRIED):
        letters = letters_of(profile, _in_order(roles, unchanged, changed, tried))
        single = {body: set(letters.get(body, "").split("/")) - {""} for body in (*wanted, *changed)}
        of_changed = sum(single[body] == wanted.get(body, frozenset()) for body in changed)
        of_row = sum(single[body] == letter for body, letter in wanted.items())
        if (of_changed, of_row) > best:
            best, solution = (of_changed, of_row), tried
    return dict(zip(changed, solution, strict=True))


def _in_order(
    roles: BodyRoles, unchanged: BodyRoles, changed: Sequence[int], tried: Sequence[tuple[Role, ...]]
) -> list[tuple[int, Role]]:
    """The bodies in the order in which they stood, new ones last: some profiles heed who is first."""
    order = {body: index for index, (body, _) in reversed(list(enumerate(roles)))}
    chosen = [(body, role) for body, of_body in zip(changed, tried, strict=True) for role in of_body]
    return sorted([*unchanged, *chosen], key=lambda pair: order.get(pair[0], len(roles)))


def _lettered(profile: Profile, role: Role) -> bool:
    return role in profile.letters or role == profile.first or any(rule.role == role for rule in profile.alone)


def _choices(profile: Profile, wanted: frozenset[str], present: Sequence[Role]) -> list[tuple[Role, ...]]:
    """The sets of roles that may be written so, the likeliest first."""
    if not wanted:
        return [()]
    fitting = [role for role in ROLES if _written(profile, role) & wanted]
    choices = [
        roles
        for count in range(1, len(wanted) + 1)
        for roles in combinations(fitting, count)
        if wanted <= frozenset().union(*(_written(profile, role) for role in roles))
    ]
    choices.sort(key=lambda roles: (-len(set(roles) & set(present)), len(roles)))
    return choices or [tuple(present)]


def _written(profile: Profile, role: Role) -> frozenset[str]:
    """All letters with which a role may be written."""
    letters = [profile.letters.get(role, ""), *(rule.letter for rule in profile.alone if rule.role == role)]
    if profile.first == role:
        letters.append("A/R")
    return frozenset(part for letter in letters for part in letter.split("/") if part)
