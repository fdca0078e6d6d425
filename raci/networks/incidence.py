"""Who has a part in which task: the two-mode table that networks are projected from.

Tasks and bodies are those of the grid (``raci.views.grid``): a task that body text and annex table both name is one,
what sentences tell beside annotations does not count, and persons are no bodies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from raci.config.options.network import NetworkOptions
from raci.networks.material import Material
from raci.networks.nodes import BodyFacts, Node, NodeCollector
from raci.views.grid import Grid, grid

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["PARTS", "Incidence", "incidence"]

#: columns of ``Incidence.parts`` and of ``Incidence.tasks``
PARTS = ("document", "task", "node", "lead")
TASKS = ("document", "label", "chapter", "words")


@dataclass(frozen=True, eq=False)
class Incidence:
    """``parts``: a row for each task and body in it, ``lead`` true where the body is lead of the task.

    ``tasks``: a row for each task (its number is the index) with its document, its label, the outermost heading above
    it (``chapter``) and all its words (path and heading). ``documents`` are those of the material; ``nodes`` key →
    node, collectives left out where they were not wanted; ``left_out`` counts what was left out, by reason.
    """

    documents: pd.DataFrame
    tasks: pd.DataFrame
    parts: pd.DataFrame
    nodes: Mapping[str, Node]
    left_out: Mapping[str, int]

    def within(self, documents: frozenset[int]) -> Incidence:
        """The part of some documents (their numbers)."""
        return Incidence(
            self.documents[self.documents.index.isin(documents)],
            self.tasks[self.tasks["document"].isin(documents)],
            self.parts[self.parts["document"].isin(documents)],
            self.nodes,
            self.left_out,
        )


def incidence(material: Material, options: NetworkOptions) -> Incidence:
    """The incidence of all documents.

    Raises OptionError for rows with a role that is unknown.
    """
    collector = NodeCollector(options.by)
    tasks: list[tuple[object, ...]] = []
    parts: list[tuple[object, ...]] = []
    left = {"persons": 0, "other_roles": 0, "collectives": 0}
    scopes = scope_of(material.documents)
    for document, table in _grids(material):
        first = len(tasks)
        tasks += [
            (document, task.label, _chapter(task.path), " ".join((*task.path, task.heading))) for task in table.tasks
        ]
        leads: dict[tuple[int, str], bool] = {}
        for entry in table.entries:
            if table.bodies[entry.body].person:
                left["persons"] += 1
            elif entry.role not in options.counted_roles:
                left["other_roles"] += 1
            else:
                department = entry.assignment.department
                facts = BodyFacts(
                    department.name,
                    department.canonical,
                    department.id,
                    department.kind,
                    department.level,
                    department.jurisdiction,
                )
                key = collector.add(facts, scopes[document])
                leads[entry.task, key] = leads.get((entry.task, key), False) or entry.role == "lead"
        parts += [(document, first + task, key, lead) for (task, key), lead in leads.items()]
    nodes = collector.nodes()
    joined = pd.DataFrame(parts, columns=list(PARTS))
    if not options.collectives:
        many = joined["node"].map(lambda key: nodes[key].collective).astype(bool)
        left["collectives"] = int(many.sum())
        joined = joined[~many]
        nodes = {key: node for key, node in nodes.items() if not node.collective}
    return Incidence(
        material.documents, pd.DataFrame(tasks, columns=list(TASKS)), joined.reset_index(drop=True), nodes, left
    )


def scope_of(documents: pd.DataFrame) -> list[str]:
    """The place of each document, or what stands for it alone where that is not known."""
    return [
        f"文件{number}" if place is None or pd.isna(place) or not place else str(place)
        for number, place in enumerate(documents["place"], start=1)
    ]


def _grids(material: Material) -> Iterator[tuple[int, Grid]]:
    for number, rows in material.assignments.groupby("document_no", sort=True):
        yield int(str(number)), grid(rows)


def _chapter(path: tuple[str, ...]) -> str:
    return path[0] if path else ""
