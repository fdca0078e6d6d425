"""In what a clause and the row of a table differ that speak of the same task.

Compared are bodies by canonical name, leads where both name some, and time limits where both set some. A table that
names no lead says less, not otherwise. Bodies that the register does not know, collectives, and what a heading above or
a rule of the document adds do not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from raci.model import Assignment, Overlap, OverlapSide

__all__ = ["compare_sides"]


def compare_sides(clause: OverlapSide, row: OverlapSide) -> Overlap:
    """The overlap of a clause and a row: in what they differ, and which of them says more."""
    differences = (*_body_differences(clause, row), *_limit_differences(clause, row))
    same = not differences and _covers(clause, row)
    finer = not differences and not same and bool(clause.assignments) and _covers(row, clause)
    return Overlap(clause, row, differences, same, finer)


def _body_differences(clause: OverlapSide, row: OverlapSide) -> Iterator[tuple[str, str]]:
    clause_bodies, row_bodies = _bodies(clause), _bodies(row)
    if not clause_bodies or not row_bodies:
        return
    clause_leads, row_leads = _leads(clause), _leads(row)
    disputed = [
        assignment
        for body, assignment in [*clause_leads.items(), *row_leads.items()]
        if (body in clause_leads) != (body in row_leads)
    ]
    leads_differ = bool(clause_leads and row_leads and disputed and all(map(_comparable, disputed)))
    if leads_differ:
        yield f"写{_names(clause_leads.values())}牵头", f"写{_names(row_leads.values())}牵头"
    clause_only = _only_in(clause_bodies, row_bodies, leads_differ)
    row_only = _only_in(row_bodies, clause_bodies, leads_differ)
    if clause_only:
        yield f"有{_names(clause_only)}", f"没有{_names(clause_only)}"
    if row_only:
        yield f"没有{_names(row_only)}", f"有{_names(row_only)}"


def _limit_differences(clause: OverlapSide, row: OverlapSide) -> Iterator[tuple[str, str]]:
    if not _bodies(clause) or not _bodies(row):
        return
    clause_dates, row_dates = _due_dates(clause), _due_dates(row)
    if clause_dates and row_dates and clause_dates != row_dates:
        yield f"时限为{_limits(clause)}", f"时限为{_limits(row)}"


def _only_in(bodies: dict[str, Assignment], others: dict[str, Assignment], leads_differ: bool) -> list[Assignment]:
    """The bodies that stand on one side alone; leads that differ are reported as leads, not once more."""
    return [
        assignment
        for body, assignment in bodies.items()
        if body not in others and _comparable(assignment) and not (leads_differ and assignment.role == "lead")
    ]


def _bodies(side: OverlapSide) -> dict[str, Assignment]:
    """What each body means → where it is first named; persons left out."""
    bodies: dict[str, Assignment] = {}
    for assignment in side.assignments:
        if assignment.role != "leader":
            bodies.setdefault(_meaning(assignment), assignment)
    return bodies


def _leads(side: OverlapSide) -> dict[str, Assignment]:
    """The bodies that lead."""
    return {_meaning(assignment): assignment for assignment in side.assignments if assignment.role == "lead"}


def _due_dates(side: OverlapSide) -> set[str]:
    """The days by which it is to be done."""
    limits = [assignment.deadline for assignment in side.assignments]
    return {limit.due for limit in limits if limit and limit.due}


def _meaning(assignment: Assignment) -> str:
    return assignment.department.canonical or assignment.department.name


def _comparable(assignment: Assignment) -> bool:
    """Whether it is a single body that the register knows, named here: only such bodies can be told apart."""
    body = assignment.department
    return body.canonical is not None and body.kind not in ("collective", "person") and assignment.basis != "inherited"


def _covers(side: OverlapSide, other: OverlapSide) -> bool:
    """Whether a side says all that the other says of itself; a body responsible there may have another role here.

    What a person wrote by hand is the last word.
    """
    if any(assignment.origin == "hand" for assignment in side.assignments):
        return True
    roles: dict[str, set[str]] = defaultdict(set)
    for assignment in side.assignments:
        roles[_meaning(assignment)].add(assignment.role)
    return all(
        _meaning(assignment) in roles
        and (assignment.role == "responsible" or assignment.role in roles[_meaning(assignment)])
        for assignment in other.assignments
        if assignment.basis != "inherited"
    )


def _names(assignments: Iterable[Assignment]) -> str:
    return "、".join(dict.fromkeys(assignment.department.name for assignment in assignments))


def _limits(side: OverlapSide) -> str:
    limits = [assignment.deadline for assignment in side.assignments]
    return "、".join(dict.fromkeys(limit.text for limit in limits if limit))
