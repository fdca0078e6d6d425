"""Tasks and bodies as a networkx graph, and the bodies by the tasks that they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import TYPE_CHECKING

from raci.escaping import clean
from raci.views.grid import Grid, GridBody, GridEntry, GridTask, grid, join_letters

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from raci.model import Analysis, Assignment, Profile

__all__ = ["collaboration", "graph", "of_grid"]


def graph(
    source: Analysis | Iterable[Assignment] | pd.DataFrame, profile: Profile | str | None = None
) -> nx.Graph[str]:
    """The bipartite graph of an Analysis (unassigned tasks included), of assignments, or of rows.

    Nodes: tasks (``bipartite=0``, ``kind`` task, ``label`` number and heading as tables print them, ``number``,
    ``heading``, ``path``, ``document``, ``assigned``, and ``deadline`` where there is one) and bodies (``bipartite=1``,
    ``label`` the canonical name or the name as written, ``kind``, ``names`` as written, ``level`` and
    ``jurisdiction`` where known). Their ids are the same in every run over the same text.

    An edge joins a body to a task and holds all that the body is in it: ``role`` (``lead``, or
    ``lead;support``), ``letter`` (``A``, or ``A/C``), ``quote`` (the annotation verbatim), ``rule``,
    ``basis``, and ``start``/``end``, the span of the first mention in the document's text. It holds the same
    assignments as ``raci.matrix``: roles with a letter in the profile, and no persons. All attributes are
    texts, whole numbers or truth values, so that GraphML can hold them.

    Raises ProfileError for an unknown profile, OptionError for a DataFrame that does not hold rows.
    """
    return of_grid(grid(source, profile))


def of_grid(grid: Grid) -> nx.Graph[str]:
    """The bipartite graph of a grid; see ``graph``."""
    import networkx as nx

    bipartite: nx.Graph[str] = nx.Graph()
    bipartite.graph["profile"] = "、".join(grid.profiles)
    bipartite.graph["document"] = clean("；".join(dict.fromkeys(task.document for task in grid.tasks)))
    unassigned = set(grid.unassigned())
    for index, task in enumerate(grid.tasks):
        bipartite.add_node(clean(task.id), **_task_attributes(task, index not in unassigned))
    for index in grid.columns():
        bipartite.add_node(clean(grid.bodies[index].id), **_body_attributes(grid.bodies[index]))
    for (task_index, body_index), entries in grid.cells().items():
        task_id, body_id = clean(grid.tasks[task_index].id), clean(grid.bodies[body_index].id)
        bipartite.add_edge(task_id, body_id, **_edge_attributes(entries))
    return bipartite


def collaboration(bipartite: nx.Graph[str]) -> nx.Graph[str]:
    """The bodies of a bipartite graph, joined where they share tasks.

    Nodes keep their attributes and gain ``tasks`` (how many) and ``leads`` (how many they lead). An edge
    holds ``weight`` (the number of shared tasks), ``tasks`` (their labels, parted by ；), and who leads whom:
    ``first`` and ``second`` are the ids of its ends, ``first_leads`` counts the shared tasks in which the
    first is lead and the second is not, ``second_leads`` the reverse, ``both_lead`` those in which both are.
    """
    import networkx as nx

    shared_work: nx.Graph[str] = nx.Graph()
    shared_work.graph.update(bipartite.graph)
    tasks = [node for node, data in bipartite.nodes(data=True) if data.get("bipartite") == 0]
    for node, data in bipartite.nodes(data=True):
        if data.get("bipartite") == 1:
            roles = [set(edge["role"].split(";")) for _, _, edge in bipartite.edges(node, data=True)]
            leads_count = sum("lead" in in_task for in_task in roles)
            shared_work.add_node(node, **data, tasks=len(roles), leads=leads_count)
    order = {node: index for index, node in enumerate(shared_work)}
    shared: dict[tuple[str, str], list[str]] = {}
    counts: dict[tuple[str, str], Counter[str]] = {}
    for task in tasks:
        bodies = sorted(bipartite.neighbors(task), key=lambda node: order[node])
        leads = {body for body in bodies if "lead" in bipartite.edges[task, body]["role"].split(";")}
        for pair in combinations(bodies, 2):
            shared.setdefault(pair, []).append(str(bipartite.nodes[task]["label"]))
            pair_counts = counts.setdefault(pair, Counter())
            if leads.issuperset(pair):
                pair_counts["both_lead"] += 1
            elif pair[0] in leads:
                pair_counts["first_leads"] += 1
            elif pair[1] in leads:
                pair_counts["second_leads"] += 1
    for (first, second), labels in shared.items():
        pair_counts = counts[first, second]
        shared_work.add_edge(
            first,
            second,
            weight=len(labels),
            tasks="；".join(labels),
            first=first,
            second=second,
            first_leads=pair_counts["first_leads"],
            second_leads=pair_counts["second_leads"],
            both_lead=pair_counts["both_lead"],
        )
    return shared_work


def _task_attributes(task: GridTask, assigned: bool) -> dict[str, str | int | bool]:
    attributes: dict[str, str | int | bool] = {
        "bipartite": 0,
        "kind": "task",
        "label": clean(task.label),
        "number": clean(task.number),
        "heading": clean(task.heading),
        "path": clean(task.chapter),
        "document": clean(task.document),
        "assigned": assigned,
    }
    if task.deadline:
        attributes["deadline"] = clean(task.deadline)
    return attributes


def _body_attributes(body: GridBody) -> dict[str, str | int | bool]:
    attributes: dict[str, str | int | bool] = {
        "bipartite": 1,
        "kind": clean(body.kind or "department"),
        "label": clean(body.label),
        "names": clean("；".join(body.names)),
    }
    for key, value in (("level", body.level), ("jurisdiction", body.jurisdiction)):
        if value:
            attributes[key] = clean(value)
    return attributes


def _edge_attributes(entries: tuple[GridEntry, ...]) -> dict[str, str | int]:
    assignments = [entry.assignment for entry in entries]
    attributes: dict[str, str | int] = {
        "role": ";".join(dict.fromkeys(assignment.role for assignment in assignments)),
        "letter": join_letters(entry.letter for entry in entries),
        "quote": clean("\n".join(dict.fromkeys(assignment.quote for assignment in assignments))),
        "rule": clean(";".join(dict.fromkeys(assignment.rule for assignment in assignments))),
        "basis": ";".join(dict.fromkeys(assignment.basis for assignment in assignments)),
        "start": assignments[0].start,
        "end": assignments[0].end,
    }
    deadlines = "；".join(dict.fromkeys(assignment.deadline.text for assignment in assignments if assignment.deadline))
    if deadlines:
        attributes["deadline"] = clean(deadlines)
    return attributes
