"""From letters back to roles: which roles a profile writes with the letters that a person left in a row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations, islice, product

from raci.model import ROLES, Assignment, Clause, Department, Profile, Role
from raci.views.grid import join_letters

__all__ = ["Held", "letters_of", "parts", "solve"]

#: in a task: the bodies by a key of the caller's, each with a role, in order
Held = Sequence[tuple[int, Role]]

#: so many ways to read the letters of one task are tried
_WAYS = 2_000


def parts(letter: str, profile: Profile) -> frozenset[str] | None:
    """The single letters of a cell: ``a/r``, ``A、R`` and ``ＡＲ`` are A and R. None: not of the profile."""
    known = {part for each in profile.legend() for part in each.split("/")}
    known |= {"A", "R"} if profile.first else set()
    folded = {part.upper(): part for part in known}
    found: set[str] = set()
    for piece in filter(None, re.split(r"[/、，,;；+\s]+", unicodedata.normalize("NFKC", letter).upper())):
        pieces = [piece] if piece in folded else list(piece)
        if not all(one in folded for one in pieces):
            return None
        found |= {folded[one] for one in pieces}
    return frozenset(found)


def letters_of(profile: Profile, held: Held) -> dict[int, str]:
    """The letters of each body where these are the roles."""
    bare = Assignment("", "", Clause(0, None, 0, "", "", 0, 0), Department(""), "lead", 0, 0, "", "")
    given = profile.assign([replace(bare, role=role) for _, role in held])
    found: dict[int, list[str | None]] = {}
    for (body, _), letter in zip(held, given, strict=True):
        found.setdefault(body, []).append(letter)
    return {body: made for body, listed in found.items() if (made := join_letters(listed))}


def solve(
    profile: Profile, held: Held, wanted: Mapping[int, frozenset[str]], changed: Sequence[int]
) -> dict[int, tuple[Role, ...]]:
    """The roles of the ``changed`` bodies with which the row reads as ``wanted``, or comes nearest to it.

    Roles to which the profile gives no letter stay as they are. Roles that a body has are preferred.
    """
    kept = [(body, role) for body, role in held if body not in changed or not _lettered(profile, role)]
    ways = []
    for body in changed:
        now = [role for one, role in held if one == body and _lettered(profile, role)]
        ways.append(_ways(profile, wanted.get(body, frozenset()), now))
    best: tuple[int, int] = (-1, -1)
    chosen: tuple[tuple[Role, ...], ...] = tuple(way[0] for way in ways)
    for tried in islice(product(*ways), _WAYS):
        made = letters_of(profile, _in_order(held, kept, changed, tried))
        right = [set(made.get(body, "").split("/")) - {""} == want for body, want in wanted.items()]
        of_changed = sum(set(made.get(body, "").split("/")) - {""} == wanted.get(body, frozenset()) for body in changed)
        if (of_changed, sum(right)) > best:
            best, chosen = (of_changed, sum(right)), tried
    return dict(zip(changed, chosen, strict=True))


def _in_order(
    held: Held, kept: Held, changed: Sequence[int], tried: Sequence[tuple[Role, ...]]
) -> list[tuple[int, Role]]:
    """The bodies in the order in which they stood, new ones last: some profiles heed who is first."""
    order = {body: place for place, (body, _) in reversed(list(enumerate(held)))}
    made = [*kept, *((body, role) for body, roles in zip(changed, tried, strict=True) for role in roles)]
    return sorted(made, key=lambda pair: order.get(pair[0], len(held)))


def _lettered(profile: Profile, role: Role) -> bool:
    return role in profile.letters or role == profile.first or any(rule.role == role for rule in profile.alone)


def _ways(profile: Profile, wanted: frozenset[str], now: Sequence[Role]) -> list[tuple[Role, ...]]:
    """The sets of roles that may be written so, the likeliest first."""
    if not wanted:
        return [()]
    able = [role for role in ROLES if _written(profile, role) & wanted]
    found = [
        chosen
        for count in range(1, len(wanted) + 1)
        for chosen in combinations(able, count)
        if wanted <= frozenset().union(*(_written(profile, role) for role in chosen))
    ]
    found.sort(key=lambda chosen: (-len(set(chosen) & set(now)), len(chosen)))
    return found or [tuple(now)]


def _written(profile: Profile, role: Role) -> frozenset[str]:
    """All letters with which a role may be written."""
    letters = [profile.letters.get(role, ""), *(rule.letter for rule in profile.alone if rule.role == role)]
    if profile.first == role:
        letters.append("A/R")
    return frozenset(part for letter in letters for part in letter.split("/") if part)
