"""What a network of bodies holds: the ties between them, and which of both are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from raci.drawing.kinds.network.marks import LEAST_SIZE, mark_of, most_tasks
from raci.drawing.model import DrawingModel, DrawnBody
from raci.drawing.page import A3
from raci.networks.backbone import RULE, backbone
from raci.views.graph import collaboration, of_grid

__all__ = ["FULL", "NetworkSelection", "Tie", "select", "select_of", "ties_of"]

#: so many lines a body an eye can follow, and so many at least are drawn
_PER_BODY, _LEAST_LINES = 2.5, 45
#: how much of a sheet the boxes may take at most; the frame takes some of it
FULL, _WITHIN_FRAME = 0.34, 0.78


@dataclass(frozen=True, slots=True)
class Tie:
    """Two bodies (indexes) and the tasks that they share; in how many one leads and the other does not."""

    first: int
    second: int
    weight: int
    tasks: str
    first_leads: int = 0
    second_leads: int = 0
    both_lead: int = 0


@dataclass(frozen=True, slots=True)
class NetworkSelection:
    """What is drawn of a network, and of how much.

    ``bodies`` and ``ties`` are those drawn; ``all_ties`` counts those of all bodies, ``ties_among`` those of the bodies
    drawn. ``alpha`` is that of the backbone, None where all ties are drawn. ``apart`` are the collectives (各区县)
    that stand by themselves without ties: in nearly all tasks, they would be the middle of every picture.
    """

    bodies: Sequence[int]
    ties: Sequence[Tie]
    all_ties: int
    ties_among: int
    alpha: float | None
    apart: Sequence[int] = ()

    def facts(self) -> dict[str, object]:
        """What run.json says."""
        facts: dict[str, object] = {
            "bodies": len(self.bodies),
            "ties": self.all_ties,
            "ties_drawn": len(self.ties),
        }
        if self.apart:
            facts["collectives_apart"] = len(self.apart)
        if self.alpha is not None:
            facts["backbone"] = {"rule": RULE, "alpha": self.alpha}
        return facts


def ties_of(model: DrawingModel) -> list[Tie]:
    """All ties between the bodies."""
    graph = collaboration(of_grid(model.grid))
    # the graph holds the bodies in the order of the model
    index = {node: number for number, node in enumerate(graph)}
    ties = []
    for *_, data in graph.edges(data=True):
        leads = int(data["first_leads"]), int(data["second_leads"]), int(data["both_lead"])
        ends = index[data["first"]], index[data["second"]]
        ties.append(Tie(*ends, int(data["weight"]), str(data["tasks"]), *leads))
    return ties


def select(model: DrawingModel, full: float = FULL) -> NetworkSelection:
    """The bodies that A3 holds, and the backbone of their ties where these are too many.

    ``full`` is how much of the sheet the boxes may take.
    """
    return select_of(model.bodies, ties_of(model), full)


def select_of(drawn: Sequence[DrawnBody], all_ties: Sequence[Tie], full: float = FULL) -> NetworkSelection:
    """The same of bodies and ties that are given."""
    many = {index for index, body in enumerate(drawn) if body.collective}
    if 2 * len(many) >= len(drawn):
        many = set()  # the plan is about them
    ties = [tie for tie in all_ties if tie.first not in many and tie.second not in many]
    bodies = _bodies(drawn, full)
    kept = set(bodies)
    among = [tie for tie in ties if tie.first in kept and tie.second in kept]
    most = max(_LEAST_LINES, round(_PER_BODY * len(bodies)))
    kept_ties, alpha = backbone([(tie.first, tie.second, tie.weight) for tie in among], most)
    apart = [body for body in bodies if body in many]
    return NetworkSelection(bodies, [among[index] for index in kept_ties], len(ties), len(among), alpha, apart)


def _bodies(drawn: Sequence[DrawnBody], full: float) -> list[int]:
    """The bodies that A3 holds in the smallest letters, those with most tasks first; in the order of the model."""
    most, room = most_tasks(drawn), full * A3[0] * A3[1] * _WITHIN_FRAME
    bodies: list[int] = []
    for index in sorted(range(len(drawn)), key=lambda index: (-drawn[index].load, index)):
        box_width, box_height = mark_of(drawn[index], LEAST_SIZE, most).box
        room -= box_width * box_height
        if room < 0:
            break
        bodies.append(index)
    return sorted(bodies)
