"""The values that pass between the rooms of raci: frozen, typed, picklable.

Spans are half-open, in characters of ``Document.text``. The words are those of design.md.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, NamedTuple

from raci.model.codec import OUTSIDE

if TYPE_CHECKING:
    from raci.storage.record import Kept

__all__ = [
    "ROLES",
    "Analysis",
    "Annotation",
    "Assignment",
    "Basis",
    "Block",
    "Cell",
    "Clause",
    "Deadline",
    "Department",
    "Document",
    "Edit",
    "Field",
    "Finding",
    "Group",
    "Mention",
    "Origin",
    "Place",
    "Role",
    "Span",
    "label",
]

Role = Literal["lead", "responsible", "support", "guide", "leader", "inform", "approve"]
Basis = Literal["annotation", "table", "inherited", "prose"]
Origin = Literal["text", "ocr", "hand"]

#: The roles in the order in which tables show them.
ROLES: tuple[Role, ...] = ("lead", "responsible", "support", "guide", "leader", "inform", "approve")


class Span(NamedTuple):
    """A stretch of ``Document.text``: ``text[start:end]``."""

    start: int
    end: int


class Place(NamedTuple):
    """Where the text from ``start`` on (to the next place) stands in the source; counted from 1.

    ``file`` is the path of the file, where a document was put together from several.
    """

    start: int
    line: int | None = None
    page: int | None = None
    paragraph: int | None = None
    cell: tuple[int, int, int] | None = None  # table, row, column
    file: str | None = None

    def __str__(self) -> str:
        parts = [f"{PurePath(self.file).name} "] if self.file else []
        if self.page is not None:
            parts.append(f"第{self.page}页")
        if self.cell is not None:
            parts.append("表{}第{}行第{}列".format(*self.cell))
        elif self.paragraph is not None:
            parts.append(f"第{self.paragraph}段")
        if self.line is not None:
            parts.append(f"第{self.line}行")
        return "".join(parts).rstrip()


class Cell(NamedTuple):
    """One cell of a table: its grid position (from 0), its reach, and its span in the text."""

    row: int
    column: int
    start: int
    end: int
    rowspan: int = 1
    colspan: int = 1


class Block(NamedTuple):
    """A paragraph-sized part of a document.

    ``kind`` is ``heading``, ``paragraph``, ``item``, ``table``, ``furniture`` (site names, dates of update,
    links, the list of annexes: kept in the text, read by nobody) or ``annex`` (no words: here an annex from another
    file begins). ``level`` is a heading's depth where the source
    states it, else 0. ``marker`` is a list number that the source keeps apart from the text (Word).
    """

    kind: str
    start: int
    end: int
    level: int = 0
    cells: tuple[Cell, ...] = ()
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known of it.

    ``date`` is ISO (``2018-03``, ``2018-03-05`` or ``2018``); ``number`` is the document number
    (国办发〔2017〕7号); ``addressees`` the line that it is sent to. ``emphasis`` holds the spans that the
    source sets in bold, ``ocr`` those that were recognised from pictures (OCR), ``doubted`` what of them
    was recognised with little certainty. ``notes`` says what the reader skipped or assumed. ``kept`` is what a
    workbook of raci's holds beside the text: what an earlier run found, and its sheets as a person left them
    (``raci.storage.record``).
    """

    text: str
    title: str = ""
    source: str = ""
    issuer: str | None = None
    number: str | None = None
    date: str | None = None
    addressees: str | None = None
    blocks: tuple[Block, ...] = ()
    places: tuple[Place, ...] = ()
    emphasis: tuple[Span, ...] = ()
    ocr: tuple[Span, ...] = ()
    doubted: tuple[Span, ...] = ()
    encoding: str | None = None
    format: str = "txt"
    notes: tuple[str, ...] = ()
    kept: Kept | None = field(default=None, compare=False, repr=False, metadata=OUTSIDE)

    def quote(self, start: int, end: int) -> str:
        """The words of a span."""
        return self.text[start:end]

    def place(self, offset: int) -> Place | None:
        """Where in the source the character at ``offset`` stands; None where unknown."""
        index = bisect_right(self.places, offset, key=lambda place: place.start) - 1
        return self.places[index] if index >= 0 else None


def label(number: str, heading: str) -> str:
    """A clause's number and heading in one: （一）加强领导, 第一章 总则."""
    space = " " if number and heading and number[-1].isalnum() else ""
    return f"{number}{space}{heading}"


@dataclass(frozen=True, slots=True)
class Clause:
    """A node of the outline.

    ``index`` is its place in ``Analysis.clauses`` (document order), ``parent`` that of its parent.
    ``number`` and ``heading`` are as written; ``start``/``end`` span its own words, number included,
    up to its first child. ``path`` holds the headings above it, outermost first, with their numbers.
    ``kind`` is ``section`` (has children), ``item`` (numbered leaf), ``paragraph``, or ``row``.
    """

    index: int
    parent: int | None
    level: int
    number: str
    heading: str
    start: int
    end: int
    path: tuple[str, ...] = ()
    kind: str = "item"

    @property
    def label(self) -> str:
        """Number and heading as a reader sees them: （一）加强领导, 第一章 总则."""
        return label(self.number, self.heading)


class Mention(NamedTuple):
    """A body's name as written, with its span; ``group`` counts the separator groups (``,``) before it."""

    text: str
    start: int
    end: int
    group: int = 0

    def moved(self, by: int) -> Mention:
        """The same mention in a text that begins ``by`` characters earlier."""
        return Mention(self.text, self.start + by, self.end + by, self.group)


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions of one annotation that share a role, with the id of the rule that gave it."""

    role: Role
    mentions: tuple[Mention, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit: ``text`` as written, ``due`` an ISO date (the last day meant) where it is one."""

    text: str
    due: str | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Annotation:
    """One match of one rule in one clause.

    ``clauses`` lists the clauses it speaks for (indexes, the one it belongs to first; the others inherit);
    ``quote`` is the annotation verbatim, ``text[start:end]``. ``inherited_from`` is the sentence or the heading
    that it comes from, where it is not said of the clause itself. ``unread`` are the spans in it that were not
    understood.
    """

    rule: str
    start: int
    end: int
    quote: str
    clauses: tuple[int, ...]
    groups: tuple[Group, ...] = ()
    deadline: Deadline | None = None
    basis: Basis = "annotation"
    inherited_from: str | None = None
    unread: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Department:
    """What a mention means. ``name`` is as written; the rest is None where the register knows nothing.

    ``candidates`` holds the canonical names that it might mean, with ``reason`` saying why it stays open. ``members``
    are those of a collective, ``until`` is the last year of a body that a reform replaced, and ``current`` are the
    bodies that carry its duty at the date asked for (``--as-of``; several where it was split).
    """

    name: str
    canonical: str | None = None
    id: str | None = None
    kind: str | None = None
    level: str | None = None
    jurisdiction: str | None = None
    candidates: tuple[str, ...] = ()
    reason: str = ""
    members: tuple[str, ...] = ()
    until: int | None = None
    current: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """Clause × department × role, with its evidence.

    ``start``/``end`` span the mention, ``quote`` is the annotation verbatim, ``rule`` the id of the rule.
    ``inherited_from`` names the clause (number and heading) or the sentence that speaks for this one. ``origin`` says
    where the words are from: the source's own ``text``, pictures of it (``ocr``), or a person's ``hand``
    (``raci.edits``): then ``rule`` says in which sheet. One that a person added has the name as ``quote``, and spans
    its clause.
    """

    document: str
    source: str
    clause: Clause
    department: Department
    role: Role
    start: int
    end: int
    quote: str
    rule: str
    basis: Basis = "annotation"
    inherited_from: str | None = None
    deadline: Deadline | None = None
    origin: Origin = "text"

    @property
    def added(self) -> bool:
        """Whether a person added it, so that no words of the text say it."""
        return self.origin == "hand" and self.quote == self.department.name


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that needs a human eye. ``check`` is the id of the check, ``severity`` warning or note."""

    check: str
    severity: Literal["warning", "note"]
    message: str
    start: int | None = None
    end: int | None = None
    clause: int | None = None


#: of what an edit is; ``open`` could not be understood
Field = Literal[
    "role",
    "name",
    "canonical",
    "deadline",
    "due",
    "added",
    "removed",
    "order",
    "heading",
    "task",
    "untask",
    "open",
]


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that a person made in a workbook of raci's: where, of which task, what.

    ``task`` is the task's id (``raci.views.grid``), ``label`` its number and heading; ``name`` and ``role`` are those
    of the assignment before the change. By ``field``: ``role`` (after: a role), ``name`` and ``canonical`` (after: a
    name), ``deadline`` and ``due`` (of one assignment, or without ``name`` of the whole task), ``added`` (``name``,
    after: a role), ``removed``, ``order`` (after: the names of a role, parted by 、), ``heading``; ``task`` is a new
    one (``path``, ``number``, after: its heading; behind the task ``follows``), ``untask`` one that was taken out. Of
    an ``open`` one, which could not be understood, ``why`` tells. ``clause`` is the place of the task in
    ``Analysis.clauses`` as they are now.
    """

    sheet: str
    cell: str
    rule: str
    field: Field
    task: str = ""
    label: str = ""
    name: str = ""
    role: Role | None = None
    before: str = ""
    after: str = ""
    number: str = ""
    path: tuple[str, ...] = ()
    follows: str = ""
    why: str = ""
    clause: int | None = None

    @property
    def place(self) -> str:
        """Where it was made, as a spreadsheet program says it."""
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that raci knows of one document.

    ``tasks`` holds the indexes of the clauses that ask somebody to do something, assigned or not, in
    document order; ``rules`` the sentences by which the document sets a rule for itself (quoted). ``stopped``
    holds the ids of the user's rules that took too long and were left out, ``edits`` what persons changed by hand.
    """

    document: Document
    clauses: tuple[Clause, ...] = ()
    tasks: tuple[int, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    findings: tuple[Finding, ...] = ()
    rules: tuple[str, ...] = ()
    stopped: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict, compare=False, repr=False, metadata=OUTSIDE)

    def children(self, index: int) -> Iterator[Clause]:
        """The direct children of a clause, in order."""
        return (clause for clause in self.clauses if clause.parent == index)

    def task_clauses(self) -> tuple[Clause, ...]:
        """The clauses that are tasks, in document order."""
        return tuple(self.clauses[index] for index in self.tasks)

    def unassigned(self) -> tuple[Clause, ...]:
        """The tasks that nobody is named for."""
        named = {assignment.clause.index for assignment in self.assignments}
        return tuple(self.clauses[index] for index in self.tasks if index not in named)
