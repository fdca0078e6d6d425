"""Which clauses are tasks: those that ask somebody to do something, named or not."""

from __future__ import annotations

from raci.analysis.bare_rows import bare_rows
from raci.analysis.conditions import conditions
from raci.model import Analysis
from raci.rules.headings import is_no_task
from raci.rules.matching import ActiveRules

__all__ = ["tasks"]

#: the roles of those who do something: to be told of it or to approve it makes no task
_DOING = frozenset({"lead", "responsible", "support"})
#: below a heading that leaves open who does it, to guide others (住建部门：负责指导…) is something to do as well
_DOING_BELOW = _DOING | {"guide"}
#: a heading is no task where at least this share of the paragraphs below it tell who does what
_MOST = 0.5


def tasks(analysis: Analysis, rules: ActiveRules) -> tuple[int, ...]:
    """The indexes of the clauses that are tasks, in document order.

    Every clause that an annotation speaks for, and every numbered leaf that none speaks for, unless its chapter is one
    that asks nobody (总体要求, 指导思想 …), it is one of a list of conditions, it only says who is in a group, or the
    row of a table says who does it: then the row is the task. Rows of a table that name nobody where most others do are
    tasks as well. Where nothing is annotated (laws, rules), also every clause of which a sentence tells who does it;
    else the paragraphs below a leaf that say what its heading does not (职责分工 over 财政部门：负责…).
    """
    annotated = {index for annotation in analysis.annotations for index in annotation.clauses}
    if not annotated:
        return _by_sentences(analysis, rules)
    return _of_annotated(analysis, annotated, rules)


def _by_sentences(analysis: Analysis, rules: ActiveRules) -> tuple[int, ...]:
    """The tasks of a document in which only sentences tell who does what, the numbered leaves among them."""
    return _of_annotated(analysis, _told(analysis, _DOING), rules)


def _told(analysis: Analysis, roles: frozenset[str]) -> set[int]:
    """The clauses of which sentences tell who has one of the roles."""
    return {
        index for duty in analysis.duties if any(group.role in roles for group in duty.groups) for index in duty.clauses
    }


def _with_paragraphs(analysis: Analysis, leaves: set[int]) -> set[int]:
    """The leaves that name nobody, with the paragraphs below them that do.

    These stand for a leaf that says nothing itself, unless most of what stands below it names nobody either.
    """
    doing, doing_below = _told(analysis, _DOING), _told(analysis, _DOING_BELOW)
    below: dict[int, list[int]] = {}
    for clause in analysis.clauses:
        if clause.parent in leaves and clause.parent not in doing and clause.kind == "paragraph":
            below.setdefault(clause.parent, []).append(clause.index)
    found = set(leaves)
    for leaf, paragraphs in below.items():
        telling = doing_below.intersection(paragraphs)
        if telling and len(telling) >= _MOST * len(paragraphs) and _is_bare_heading(analysis, leaf):
            found.discard(leaf)
            found |= telling
        else:
            found |= doing.intersection(paragraphs)
    return found


def _is_bare_heading(analysis: Analysis, leaf: int) -> bool:
    """Whether a clause says no more than its heading."""
    clause = analysis.clauses[leaf]
    own = "".join(analysis.document.text[clause.start : clause.end].split()).rstrip("：:。")
    return own == "".join(f"{clause.number}{clause.heading}".split()).rstrip("：:。")


def _of_annotated(analysis: Analysis, annotated: set[int], rules: ActiveRules) -> tuple[int, ...]:
    clauses = analysis.clauses
    above: set[int] = set()  # clauses over an annotated one
    for index in annotated:
        parent = clauses[index].parent
        while parent is not None and parent not in above:
            above.add(parent)
            parent = clauses[parent].parent
    leaves: set[int] = set()  # those that nothing is annotated of
    below: set[int] = set()  # clauses under an annotated one
    no_tasks = set(conditions(clauses, analysis.document.text))  # what asks nobody, and what stands under it
    doing = _told(analysis, _DOING)  # items of which a sentence tells who does them are asked all the same
    for clause in clauses:
        if clause.parent in no_tasks or (clause.kind != "paragraph" and is_no_task(clause.heading, rules)):
            no_tasks.add(clause.index)
        if clause.parent is not None and (clause.parent in below or clause.parent in annotated):
            below.add(clause.index)
        leaf = clause.kind == "item" and clause.index not in below and clause.index not in above
        if leaf and (clause.index not in no_tasks or clause.index in doing):
            leaves.add(clause.index)
    in_tables = {
        overlap.clause.clause.index for overlap in analysis.overlaps if overlap.silent and overlap.row.assignments
    }
    task_indexes = annotated | _with_paragraphs(analysis, leaves - annotated)
    task_indexes -= in_tables | _rosters(analysis, leaves - annotated)
    return tuple(sorted(task_indexes | set(bare_rows(analysis, annotated))))


def _rosters(analysis: Analysis, leaves: set[int]) -> set[int]:
    """Of leaves that name nobody those that only say who is in the group that is their heading (2.1 县防汛指挥部)."""
    names = tuple(group.name for group in analysis.groups)
    silent = leaves - _told(analysis, _DOING) if names else set()
    headed = ((index, analysis.clauses[index].heading) for index in silent)
    return {index for index, heading in headed if heading and any(name.endswith(heading) for name in names)}
