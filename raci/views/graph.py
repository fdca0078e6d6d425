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

    Nodes: tasks (``bipartite=0``, ``kind`` task, ``label`` number and heading, ``number``, ``heading``,
    ``path``, ``document``, ``assigned``, and ``deadline`` where there is one) and bodies (``bipartite=1``,
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


def of_grid(table: Grid) -> nx.Graph[str]:
    """The bipartite graph of a grid; see ``graph``."""
    import networkx as nx

    made: nx.Graph[str] = nx.Graph()
    made.graph["profile"] = "、".join(table.profiles)
    made.graph["document"] = clean("；".join(dict.fromkeys(task.document for task in table.tasks)))
    cells = table.cells()
    unassigned = set(table.unassigned())
    for index, task in enumerate(table.tasks):
        made.add_node(clean(task.id), **_task(task, index not in unassigned))
    for index in table.columns():
        made.add_node(clean(table.bodies[index].id), **_body(table.bodies[index]))
    for (task_at, body_at), entries in cells.items():
        made.add_edge(clean(table.tasks[task_at].id), clean(table.bodies[body_at].id), **_edge(entries))
    return made


def collaboration(bipartite: nx.Graph[str]) -> nx.Graph[str]:
    """The bodies of a bipartite graph, joined where they share tasks.

    Nodes keep their attributes and gain ``tasks`` (how many) and ``leads`` (how many they lead). An edge
    holds ``weight`` (the number of shared tasks), ``tasks`` (their labels, parted by ；), and who leads whom:
    ``first`` and ``second`` are the ids of its ends, ``first_leads`` counts the shared tasks in which the
    first is lead and the second is not, ``second_leads`` the reverse, ``both_lead`` those in which both are.
    """
    import networkx as nx

    made: nx.Graph[str] = nx.Graph()
    made.graph.update(bipartite.graph)
    tasks = [node for node, data in bipartite.nodes(data=True) if data.get("bipartite") == 0]
    for node, data in bipartite.nodes(data=True):
        if data.get("bipartite") == 1:
            roles = [set(edge["role"].split(";")) for _, _, edge in bipartite.edges(node, data=True)]
            made.add_node(node, **data, tasks=len(roles), leads=sum("lead" in held for held in roles))
    order = {node: index for index, node in enumerate(made)}
    shared: dict[tuple[str, str], list[str]] = {}
    counts: dict[tuple[str, str], Counter[str]] = {}
    for task in tasks:
        bodies = sorted(bipartite.neighbors(task), key=lambda node: order[node])
        leads = {body for body in bodies if "lead" in bipartite.edges[task, body]["role"].split(";")}
        for pair in combinations(bodies, 2):
            shared.setdefault(pair, []).append(str(bipartite.nodes[task]["label"]))
            led = counts.setdefault(pair, Counter())
            if leads.issuperset(pair):
                led["both_lead"] += 1
            elif pair[0] in leads:
                led["first_leads"] += 1
            elif pair[1] in leads:
                led["second_leads"] += 1
    for (first, second), labels in shared.items():
        led = counts[first, second]
        made.add_edge(
            first,
            second,
            weight=len(labels),
            tasks="；".join(labels),
            first=first,
            second=second,
            first_leads=led["first_leads"],
            second_leads=led["second_leads"],
            both_lead=led["both_lead"],
        )
    return made


def _task(task: GridTask, assigned: bool) -> dict[str, str | int | bool]:
    found: dict[str, str | int | bool] = {
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
        found["deadline"] = clean(task.deadline)
    return found


def _body(body: GridBody) -> dict[str, str | int | bool]:
    found: dict[str, str | int | bool] = {
        "bipartite": 1,
        "kind": clean(body.kind or "department"),
        "label": clean(body.label),
        "names": clean("；".join(body.names)),
    }
    for key, value in (("level", body.level), ("jurisdiction", body.jurisdiction)):
        if value:
            found[key] = clean(value)
    return found


def _edge(entries: tuple[GridEntry, ...]) -> dict[str, str | int]:
    held = [entry.assignment for entry in entries]
    found: dict[str, str | int] = {
        "role": ";".join(dict.fromkeys(one.role for one in held)),
        "letter": join_letters(entry.letter for entry in entries),
        "quote": clean("\n".join(dict.fromkeys(one.quote for one in held))),
        "rule": clean(";".join(dict.fromkeys(one.rule for one in held))),
        "basis": ";".join(dict.fromkeys(one.basis for one in held)),
        "start": held[0].start,
        "end": held[0].end,
    }
    limits = "；".join(dict.fromkeys(one.deadline.text for one in held if one.deadline))
    if limits:
        found["deadline"] = clean(limits)
    return found
