"""What an annotation on a heading says of the clauses under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from raci.model import Annotation, Clause, Group
from raci.rules.headings import is_no_task
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules

__all__ = ["ends_with_measures", "inherit"]

#: annotations on one heading beyond which they are no words on all that stands under it
_MOST_ON_HEADING = 50


def inherit(
    text: str, clauses: Sequence[Clause], annotations: Sequence[Annotation], rules: ActiveRules
) -> list[Annotation]:
    """Adds what an annotation on a heading says of the clauses under it.

    A heading with a great many of them, each on a line of its own, is the title of a list of bodies.
    """
    own_roles: dict[int, set[str]] = {}
    own_names: dict[int, set[str]] = {}
    for annotation in annotations:
        for clause in annotation.clauses:
            own_roles.setdefault(clause, set()).update(group.role for group in annotation.groups)
            own_names.setdefault(clause, set()).update(
                mention.text for group in annotation.groups for mention in group.mentions
            )
    inherited: list[Annotation] = []
    speaking = [each for each in annotations if each.basis != "inherited" and len(each.clauses) == 1]
    counts = Counter(annotation.clauses[0] for annotation in speaking)
    heirs = {
        owner: _inheriting_clauses(clauses, owner, text, rules) if count <= _MOST_ON_HEADING else []
        for owner, count in counts.items()
    }
    for annotation in speaking:
        owner = clauses[annotation.clauses[0]]
        for heir in heirs[owner.index]:
            if clauses[heir].start < annotation.start:
                continue  # a label line below the items was judged with them
            roles = own_roles.get(heir)
            groups = annotation.groups if roles is None else _lacking(annotation.groups, roles, own_names[heir])
            if groups:
                inherited.append(
                    replace(annotation, clauses=(heir,), groups=groups, basis="inherited", inherited_from=owner.label)
                )
    return [*annotations, *inherited]


def _lacking(groups: Sequence[Group], roles: Collection[str], names: Collection[str]) -> tuple[Group, ...]:
    """What a clause with bodies of its own takes over: the lead and the leader that it lacks.

    No lead that its own words give another role, where the heading shares out all that there is to do (甲牵头，乙、丙按
    职责分工负责): then they do so too.
    """
    shares_out = any(group.role == "responsible" for group in groups)
    return tuple(
        group
        for group in groups
        if group.role in ("lead", "leader")
        and group.role not in roles
        and not (shares_out and any(mention.text in names for mention in group.mentions))
    )


def ends_with_measures(clause: Clause, text: str) -> bool:
    """Whether the last line of a clause says that what follows is how its task is done: 整改措施："""
    line = text[clause.start : clause.end].strip().rpartition("\n")[2]
    return lexicon_pattern("label.measures").fullmatch(line.strip()) is not None


def _inheriting_clauses(clauses: Sequence[Clause], owner: int, text: str, rules: ActiveRules) -> list[int]:
    """The numbered clauses under a heading, down to the leaves: an annotation on it speaks for them.

    Those that say how its task is done (整改措施：（1）…（2）…) are no tasks of their own, nor are those whose headings
    ask nobody to do anything (适用范围, 办理流程), and what stands under them.
    """
    if clauses[owner].kind != "section":
        return []
    below = {owner}
    leaves = []
    are_measures = ends_with_measures(clauses[owner], text)
    for position in range(owner + 1, len(clauses)):
        clause = clauses[position]
        if clause.parent == owner and clause.kind == "paragraph":
            words = text[clause.start : clause.end].strip()
            are_measures = lexicon_pattern("label.measures").fullmatch(words) is not None
        if clause.parent not in below or (are_measures and clause.parent == owner):
            if clause.level <= clauses[owner].level:
                break
            continue
        if clause.kind in ("item", "section") and is_no_task(clause.heading, rules):
            continue
        if clause.kind in ("item", "section", "row"):
            below.add(clause.index)
            if clause.kind != "section":
                leaves.append(clause.index)
    return leaves
