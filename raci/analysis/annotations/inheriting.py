"""What an annotation on a heading says of the clauses under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from raci.analysis.annotations.scope import inheriting_clauses
from raci.model import Annotation, Clause
from raci.rules.matching import ActiveRules

__all__ = ["inherit"]

#: annotations on one heading beyond which they are no words on all that stands under it
_MOST_ON_HEADING = 50


def inherit(
    text: str, clauses: Sequence[Clause], annotations: Sequence[Annotation], rules: ActiveRules
) -> list[Annotation]:
    """Adds what an annotation on a heading says of the clauses under it.

    A heading with a great many of them, each on a line of its own, is the title of a list of bodies.
    """
    own_roles: dict[int, set[str]] = {}
    for annotation in annotations:
        for clause in annotation.clauses:
            own_roles.setdefault(clause, set()).update(group.role for group in annotation.groups)
    inherited: list[Annotation] = []
    speaking = [each for each in annotations if each.basis != "inherited" and len(each.clauses) == 1]
    counts = Counter(annotation.clauses[0] for annotation in speaking)
    heirs = {
        owner: inheriting_clauses(clauses, owner, text, rules) if count <= _MOST_ON_HEADING else []
        for owner, count in counts.items()
    }
    for annotation in speaking:
        owner = clauses[annotation.clauses[0]]
        for heir in heirs[owner.index]:
            if clauses[heir].start < annotation.start:
                continue  # a label line below the items was judged with them
            roles = own_roles.get(heir)
            # a clause with bodies of its own takes over only the lead and the leader that it lacks
            groups = tuple(
                group
                for group in annotation.groups
                if roles is None or (group.role in ("lead", "leader") and group.role not in roles)
            )
            if groups:
                inherited.append(
                    replace(annotation, clauses=(heir,), groups=groups, basis="inherited", inherited_from=owner.label)
                )
    return [*annotations, *inherited]
