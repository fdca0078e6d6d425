"""Profiles: named, declared mappings from roles to letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from raci.model.assignments import Assignment
from raci.model.labels import ROLE_WORDS
from raci.model.roles import ROLES, Role

__all__ = ["Alone", "Profile"]


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
        of_document = list(assignments)
        roles: dict[int, set[Role]] = {}
        for assignment in of_document:
            roles.setdefault(assignment.clause.index, set()).add(assignment.role)
        bearers = Counter((assignment.clause.index, assignment.role) for assignment in of_document)
        letters = []
        with_first: set[int] = set()
        for assignment in of_document:
            clause = assignment.clause.index
            letter = self.letter(assignment.role, roles[clause])
            if self.first == assignment.role and "lead" not in roles[clause] and clause not in with_first:
                with_first.add(clause)
                letter = "A/R" if bearers[clause, assignment.role] == 1 else "A"
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
