"""What a drawing of one body shows: its tasks by role, who shares them, and how these go onto sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from raci.drawing.model import DrawingModel, Link, part
from raci.drawing.order import Columns, reduce
from raci.drawing.page import LEAST
from raci.drawing.split import split_model
from raci.drawing.text import wrap
from raci.errors import DrawError
from raci.model import ROLES, Role

__all__ = ["TASK", "EgoSheet", "OwnTasks", "chosen_body", "links_of_others", "own_tasks", "parts"]

#: the widest box of a task, in em
TASK = 26.0

#: role → the tasks (indexes into the whole model) in which the body has it
OwnTasks = Sequence[tuple[Role, Sequence[int]]]


@dataclass(frozen=True, slots=True)
class EgoSheet:
    """What stands on a sheet: tasks by role, and the part of the model with those who share them.

    ``lines`` is how many lines a task's heading may take.
    """

    own: OwnTasks
    part: DrawingModel
    lines: int = 2

    @property
    def tasks(self) -> list[int]:
        """The tasks, down the sheet."""
        return [task for _, tasks in self.own for task in tasks]

    def headings(self) -> dict[int, list[str]]:
        """Task → its heading in lines."""
        return {task.index: wrap(task.label, TASK - 1, self.lines) for task in self.part.tasks}

    def need(self, size: float) -> float:
        """How much the boxes of the tasks take at least, in letters of ``size``."""
        headings = self.headings()
        return sum(pitch(len(headings[task]), size) for task in self.tasks)

    def height(self, size: float) -> float:
        """How high the sheet is at least: its tasks under the names of the roles, or the bodies beside them."""
        return max(self.need(size) + len(self.own) * size * 2.2, len(self.part.bodies) * size * 2.1)

    def partners(self) -> list[int]:
        """The other bodies (of the part), such that few lines cross; the tasks stay where they are."""
        place = {task.index: position for position, task in enumerate(self.part.tasks)}
        links = [(link.body, link.task) for link in self.part.links]
        bodies = tuple(dict.fromkeys(body for body, _ in links))
        start = Columns(bodies, (tuple((place[task],) for task in self.tasks),))
        return list(reduce(start, links).bodies)


def pitch(lines: int, size: float) -> float:
    """From one box of a task to the next."""
    return (lines * 1.25 + 0.85) * size


def chosen_body(model: DrawingModel, department: str) -> int:
    """The body of that name (a part of it will do), by default the one that leads most.

    Raises DrawError where no body is called so.
    """
    bodies = model.bodies
    if not department:
        return max(range(len(bodies)), key=lambda body: (bodies[body].leads, bodies[body].load, -body))
    names = [(body.full, body.name, *body.written) for body in bodies]
    for matches in (lambda name: name == department, lambda name: department in name):
        for index, written in enumerate(names):
            if any(map(matches, written)):
                return index
    known_names = "、".join(body.name for body in sorted(bodies, key=lambda body: -body.load)[:8])
    raise DrawError(f"没有单位“{department}”", place="--department", remedy=f"可用：{known_names}")


def own_tasks(model: DrawingModel, body: int) -> OwnTasks:
    """Role → the tasks in which the body has it, by the first of its roles."""
    roles: dict[int, Role] = {}
    for link in sorted(model.links, key=lambda link: ROLES.index(link.role)):
        if link.body == body:
            roles.setdefault(link.task, link.role)
    by_role = {role: sorted(task for task, first in roles.items() if first == role) for role in ROLES}
    return [(role, tasks) for role, tasks in by_role.items() if tasks]


def links_of_others(model: DrawingModel, body: int, own: OwnTasks) -> list[Link]:
    """The links of other bodies to the tasks of a body."""
    tasks = {task for _, listed in own for task in listed}
    return [link for link in model.links if link.body != body and link.task in tasks]


def parts(model: DrawingModel, own: OwnTasks, others: Sequence[Link], room: float) -> list[EgoSheet]:
    """The sheets: all on one, if need be in one line each; else two lines on several."""
    whole = part(model, [task for _, tasks in own for task in tasks], others)
    for lines in (2, 1):
        if (sheet := EgoSheet(own, whole, lines)).height(LEAST) <= room:
            return [sheet]
    fitting = split_model(whole, lambda piece: EgoSheet(_among(own, piece), piece).height(LEAST) <= room)
    return [EgoSheet(_among(own, piece), piece) for piece in fitting]


def _among(own: OwnTasks, piece: DrawingModel) -> OwnTasks:
    """Those of the tasks by role that a part of the model has."""
    here = {task.index for task in piece.tasks}
    present = [(role, [task for task in tasks if task in here]) for role, tasks in own]
    return [(role, tasks) for role, tasks in present if tasks]
