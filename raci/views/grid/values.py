"""The values of the grid: its tasks, its bodies, its entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from raci.model import ROLES, Assignment, Role, label
from raci.storage.parse_rows import PATH_MARK

__all__ = ["Grid", "GridBody", "GridEntry", "GridTask", "join_letters"]


@dataclass(frozen=True, slots=True)
class GridTask:
    """A clause that asks somebody to do something. ``id`` is the same in every run over the same text.

    ``id`` is unique in the grid, ``own_id`` in the document, where rows hold it as ``task_id``; None where that is not
    known. They differ where a grid holds several documents of one title.
    ``heading`` is that of the clause, as written; ``shown`` what tables and drawings print for it: where it is a long
    sentence its beginning with ``……``, and never the same for two headings. ``path`` holds the headings above it as
    written, ``above`` as they are printed. ``remark`` says in what the body and the table of an annex differ on it.
    """

    id: str
    document: str
    source: str
    number: str
    heading: str
    shown: str
    path: tuple[str, ...]
    above: tuple[str, ...]
    clause: int | None = None  # its index in Analysis.clauses, where the task comes from one
    deadline: str = ""
    due: str = ""
    remark: str = ""
    document_id: str | None = None
    own_id: str | None = None

    @property
    def label(self) -> str:
        """Number and heading, as tables and drawings print them."""
        return label(self.number, self.shown)

    @property
    def written(self) -> str:
        """Number and heading, as written: so the paths of the tasks below name it."""
        return label(self.number, self.heading)

    @property
    def chapter(self) -> str:
        """The headings above, outermost first, as one text."""
        return PATH_MARK.join(self.path)

    @property
    def printed_chapter(self) -> str:
        """The headings above as they are printed, as one text."""
        return PATH_MARK.join(self.above)


@dataclass(frozen=True, slots=True)
class GridBody:
    """A body: ``label`` is unique among those that are no persons; ``names`` as written, in order of appearance.

    ``uses`` says how often each of the names stands in an assignment.
    """

    id: str
    label: str
    names: tuple[str, ...]
    canonical: str | None = None
    kind: str | None = None
    level: str | None = None
    jurisdiction: str | None = None
    person: bool = False
    uses: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class GridEntry:
    """One assignment in the grid; ``task`` and ``body`` are indexes in ``Grid.tasks`` and ``Grid.bodies``."""

    task: int
    body: int
    letter: str | None
    assignment: Assignment

    @property
    def role(self) -> Role:
        """The role as the text states it."""
        return self.assignment.role


@dataclass(frozen=True, slots=True)
class Grid:
    """All tasks, all bodies, and who has which role in what.

    ``entries`` holds every assignment but those that an overlap says as well, ``charted`` those that matrix and graph
    show: the roles with a letter, and no persons. ``profiles`` names the profiles that the letters come from.
    """

    tasks: tuple[GridTask, ...]
    bodies: tuple[GridBody, ...]
    entries: tuple[GridEntry, ...]
    profiles: tuple[str, ...]
    charted: tuple[GridEntry, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        shown = (entry for entry in self.entries if entry.letter and not self.bodies[entry.body].person)
        object.__setattr__(self, "charted", tuple(shown))

    def cells(self) -> dict[tuple[int, int], tuple[GridEntry, ...]]:
        """The charted entries by task and body, each cell in the order of the roles."""
        cells: dict[tuple[int, int], list[GridEntry]] = {}
        for entry in self.charted:
            cells.setdefault((entry.task, entry.body), []).append(entry)
        return {key: tuple(sorted(cell, key=lambda entry: ROLES.index(entry.role))) for key, cell in cells.items()}

    def columns(self) -> tuple[int, ...]:
        """The bodies that the matrix shows, in order of appearance."""
        shown = {entry.body for entry in self.charted}
        return tuple(index for index in range(len(self.bodies)) if index in shown)

    def of_task(self) -> dict[int, tuple[GridEntry, ...]]:
        """The entries of each task, persons and roles without a letter included; tasks without any left out."""
        of_task: dict[int, list[GridEntry]] = {}
        for entry in self.entries:
            of_task.setdefault(entry.task, []).append(entry)
        return {task: tuple(entries) for task, entries in of_task.items()}

    def unassigned(self) -> tuple[int, ...]:
        """The tasks that nobody is named for."""
        named = {entry.task for entry in self.entries}
        return tuple(index for index in range(len(self.tasks)) if index not in named)


def join_letters(letters: Iterable[str | None]) -> str:
    """Several letters as one, none lost, none twice: ``A/R`` and ``R`` give ``A/R``; ``A`` and ``C`` give ``A/C``."""
    parts = [part for letter in letters if letter for part in letter.split("/")]
    return "/".join(dict.fromkeys(parts))
