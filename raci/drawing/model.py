"""What a picture shows of an analysis: bodies, tasks, and the links between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from raci.drawing.text import clean, shorten
from raci.model import ROLES, Document, Profile, Role, label
from raci.model.labels import ROLE_WORDS
from raci.model.work_groups import WorkGroup
from raci.views.grid import Grid
from raci.views.tables.column_heads import heads

__all__ = ["DrawingModel", "DrawnBody", "DrawnTask", "Link", "drawing_model", "part", "without_collectives"]

#: so much of the words that a letter comes from is shown under the mouse, in em; the tables have all
_QUOTE = 240.0


@dataclass(frozen=True, slots=True)
class DrawnBody:
    """A department: its name as at the head of the matrix, the names as written, how many tasks it has and leads.

    ``full`` is the name at full length.
    ``index`` is its place among the bodies of the whole document, ``here`` how many of its tasks a part of it shows.
    """

    name: str
    written: tuple[str, ...]
    load: int
    leads: int
    collective: bool = False
    index: int = 0
    here: int = 0
    full: str = ""

    def describe(self) -> str:
        """What the mouse shows: the name, the load, the names as written."""
        figures = f"{self.full or self.name}\n{self.load} 项任务，其中牵头 {self.leads} 项"
        written = [name for name in self.written if name not in (self.full or self.name, self.name)]
        return f"{figures}\n原文写作：{'、'.join(written)}" if written else figures


@dataclass(frozen=True, slots=True)
class DrawnTask:
    """A task: its number and heading, and the headings it stands under but those that all tasks share.

    ``index`` is its place among the tasks of the whole document.
    """

    label: str
    chapter: tuple[str, ...] = ()
    index: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A body has a role in a task; ``body`` and ``task`` are indexes into the model."""

    body: int
    task: int
    role: Role
    letter: str
    quote: str


@dataclass(frozen=True, slots=True)
class DrawingModel:
    """One document as pictures show it: bodies in order of first mention, tasks in document order.

    ``left_out`` counts the assignments that no picture shows: persons, and roles without a letter. ``groups`` are
    those that the document sets up, with their members; ``collectives_out`` counts the collectives (各区县) that were
    not wanted.
    """

    document: Document
    profile: Profile
    grid: Grid
    bodies: tuple[DrawnBody, ...]
    tasks: tuple[DrawnTask, ...]
    links: tuple[Link, ...]
    unassigned: frozenset[int]
    left_out: int = 0
    groups: tuple[WorkGroup, ...] = ()
    collectives_out: int = 0

    def roles(self) -> tuple[Role, ...]:
        """The roles that occur, in the order in which tables show them."""
        present = {link.role for link in self.links}
        return tuple(role for role in ROLES if role in present)

    def describe(self, link: Link) -> str:
        """What the mouse shows of a link: body, role and letter, task, and the words that it comes from."""
        body, task = self.bodies[link.body], self.tasks[link.task]
        return f"{body.name} {ROLE_WORDS[link.role]}（{link.letter}）\n{task.label}\n{link.quote}"


def drawing_model(
    document: Document, profile: Profile, table: Grid, groups: tuple[WorkGroup, ...] = ()
) -> DrawingModel:
    """A document as pictures show it: the same tasks, bodies and roles as in matrix and graph.

    ``table`` is the grid of its analysis, with the letters of ``profile``.
    """
    paths = _paths(table)
    depth = _common(paths)
    tasks = tuple(
        DrawnTask(_label(task.number, task.shown), _chapter(path, depth), index)
        for index, (task, path) in enumerate(zip(table.tasks, paths, strict=True))
    )
    shown = table.columns()
    place = {index: position for position, index in enumerate(shown)}
    many = [_is_collective(table.bodies[index].kind, table.bodies[index].label) for index in shown]
    links: dict[tuple[int, int, Role], Link] = {}
    load: list[set[int]] = [set() for _ in shown]
    leads: list[set[int]] = [set() for _ in shown]
    for entry in table.charted:
        body = place[entry.body]
        link = Link(body, entry.task, entry.role, entry.letter or "", shorten(clean(entry.assignment.quote), _QUOTE))
        links.setdefault((body, entry.task, entry.role), link)
        load[body].add(entry.task)
        if entry.role == "lead":
            leads[body].add(entry.task)
    bodies = tuple(
        DrawnBody(
            clean(name) or "（无名称）",
            tuple(clean(name) for name in table.bodies[index].names),
            len(load[position]),
            len(leads[position]),
            many[position],
            position,
            len(load[position]),
            clean(table.bodies[index].label),
        )
        for position, (index, name) in enumerate(zip(shown, heads(table, shown), strict=True))
    )
    return DrawingModel(
        document,
        profile,
        table,
        bodies,
        tasks,
        tuple(links.values()),
        frozenset(table.unassigned()),
        len(table.entries) - len(table.charted),
        groups,
    )


def without_collectives(model: DrawingModel) -> DrawingModel:
    """The model without the bodies that stand for many; the tasks that only these have are not unassigned for that."""
    shown = model.grid.columns()
    many = {shown[index] for index, body in enumerate(model.bodies) if body.collective}
    if not many:
        return model
    entries = tuple(entry for entry in model.grid.entries if entry.body not in many)
    rest = drawing_model(model.document, model.profile, replace(model.grid, entries=entries), model.groups)
    return replace(rest, unassigned=model.unassigned, left_out=model.left_out, collectives_out=len(many))


def part(model: DrawingModel, tasks: Sequence[int], links: Sequence[Link] | None = None) -> DrawingModel:
    """Some tasks (indexes) with the bodies and links that they have, or with only these ``links``."""
    place = {task: position for position, task in enumerate(tasks)}
    chosen = [link for link in (model.links if links is None else links) if link.task in place]
    bodies = sorted({link.body for link in chosen})
    of_body = {body: position for position, body in enumerate(bodies)}
    here = Counter(body for body, _ in {(link.body, link.task) for link in chosen})
    return replace(
        model,
        bodies=tuple(replace(model.bodies[body], here=here[body]) for body in bodies),
        tasks=tuple(model.tasks[task] for task in tasks),
        links=tuple(replace(link, body=of_body[link.body], task=place[link.task]) for link in chosen),
        unassigned=frozenset(place[task] for task in model.unassigned if task in place),
    )


def _is_collective(kind: str | None, name: str) -> bool:
    from raci.rules.text_patterns import text_patterns

    # where the register does not know a name, its words tell
    return kind == "collective" or (kind is None and text_patterns("drawings")["names-many"].holds(name))


def _label(number: str, heading: str) -> str:
    return label(clean(number), clean(heading)) or "（无标题）"


def _chapter(path: tuple[str, ...], depth: int) -> tuple[str, ...]:
    return tuple(clean(heading) for heading in path[depth:])


def _paths(table: Grid) -> list[tuple[str, ...]]:
    """The headings that each task stands under; one that is itself a heading of others stands at their head."""
    headings = {task.above[:depth] for task in table.tasks for depth in range(1, len(task.above) + 1)}
    return [own if (own := (*task.above, task.label)) in headings else task.above for task in table.tasks]


def _common(paths: list[tuple[str, ...]]) -> int:
    """How many headings all tasks have above them: those say nothing in the picture of the whole."""
    depth = 0
    while len(paths) > 1 and all(len(path) > depth and path[depth] == paths[0][depth] for path in paths):
        depth += 1
    return depth
