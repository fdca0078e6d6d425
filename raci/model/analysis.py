"""A Document, all that is known of it (Analysis), and the workbook that such knowledge came back from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field

from raci._version import __version__
from raci.model import notebook
from raci.model.annotations import Annotation
from raci.model.assignments import Assignment, Department, cells_of
from raci.model.clauses import Clause
from raci.model.codec import OUTSIDE, recorded_as
from raci.model.coverage import Coverage
from raci.model.edits import Edit
from raci.model.findings import Finding
from raci.model.overlaps import Overlap
from raci.model.places import Block, Place, Span
from raci.model.profiles import Profile
from raci.model.tables import TableReading
from raci.model.work_groups import WorkGroup

__all__ = ["Analysis", "Document", "SavedWorkbook", "SheetContent", "SheetSnapshot", "WorkbookRecord"]


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """One text with what is known of it.

    ``date`` is ISO (``2018-03``, ``2018-03-05`` or ``2018``); ``number`` is the document number
    (国办发〔2017〕7号); ``issuers`` are all that issued it together, as written, ``issuer`` the first of them;
    ``addressees`` the line that it is sent to. ``emphasis`` holds the spans that the
    source sets in bold, ``ocr`` those that were recognised from pictures (OCR), ``doubted`` what of them
    was recognised with little certainty; ``unplaced`` cells of tables that name bodies and of which the source does not
    tell the column. ``notes`` says what the reader skipped or assumed, ``gaps`` those of them on words that may
    say who does what and could not be read: a check makes findings of them. ``saved`` is what a
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
    unplaced: tuple[Span, ...] = ()
    encoding: str | None = None
    format: str = "txt"
    notes: tuple[str, ...] = ()
    saved: SavedWorkbook | None = field(default=None, compare=False, repr=False, metadata=OUTSIDE)
    issuers: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()

    def issued_by(self) -> tuple[str, ...]:
        """All that issued it, as written: ``issuers``, or ``issuer`` where nobody else is known."""
        return self.issuers or ((self.issuer,) if self.issuer else ())

    def __repr__(self) -> str:
        return notebook.call(
            "Document", self.title or self.text, source=self.source, format=self.format, characters=len(self.text)
        )

    def _repr_html_(self) -> str:
        facts = (
            ("发文机关", self.issuer),
            ("文号", self.number),
            ("成文日期", self.date),
            ("来源", self.source),
            ("格式", self.format),
            ("字数", str(len(self.text))),
            *(("读取说明", note) for note in self.notes),
        )
        return notebook.table(self.title, (), ((what, value) for what, value in facts if value))

    def quote(self, start: int, end: int) -> str:
        """The words of a span."""
        return self.text[start:end]

    def place(self, offset: int) -> Place | None:
        """Where in the source the character at ``offset`` stands; None where unknown."""
        index = bisect_right(self.places, offset, key=lambda place: place.start) - 1
        return self.places[index] if index >= 0 else None


@dataclass(frozen=True, slots=True, repr=False)
class Analysis:
    """All that raci knows of one document.

    ``tasks`` holds the indexes of the clauses that ask somebody to do something, assigned or not, in
    document order; ``duties`` are what sentences tell of who does what, each as an annotation whose basis is
    ``prose``; ``groups`` are those that it sets up or lists, with their members; ``declarations`` the sentences by
    which the document sets a rule for itself (quoted). ``stopped`` holds the ids of the user's rules that took too long
    and were left out, ``edits`` what persons changed by hand.
    ``issuers`` are the bodies that issued the document, as resolved, ``place`` and ``level`` those of the document
    itself (云泽市, ``city``); None where nothing says whose it is.
    ``tables`` are the tables of the document as understood, in its order. ``coverage`` says what of the text looks like
    an assignment of duties, read or not; None where that was not counted.
    ``overlaps`` pairs clauses with the rows of tables that speak of the same task; it follows from clauses and
    assignments, and is renewed (``raci.analysis.overlaps.with_overlaps``) where these were changed. ``seconds`` is what
    each stage took.
    """

    document: Document
    clauses: tuple[Clause, ...] = ()
    tasks: tuple[int, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    findings: tuple[Finding, ...] = ()
    declarations: tuple[str, ...] = field(default=(), metadata=recorded_as("rules"))
    stopped: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    issuers: tuple[Department, ...] = ()
    place: str | None = None
    level: str | None = None
    tables: tuple[TableReading, ...] = field(default=(), compare=False, repr=False, metadata=OUTSIDE)
    coverage: Coverage | None = field(default=None, compare=False, repr=False, metadata=OUTSIDE)
    overlaps: tuple[Overlap, ...] = field(default=(), compare=False, repr=False, metadata=OUTSIDE)
    duties: tuple[Annotation, ...] = field(default=(), compare=False, repr=False, metadata=OUTSIDE)
    groups: tuple[WorkGroup, ...] = field(default=(), compare=False, repr=False, metadata=OUTSIDE)
    seconds: Mapping[str, float] = field(default_factory=dict, compare=False, repr=False, metadata=OUTSIDE)

    def __repr__(self) -> str:
        counts = {"tasks": len(self.tasks), "assignments": len(self.assignments), "findings": len(self.findings)}
        return notebook.call("Analysis", self.document.title or self.document.text, **counts)

    def _repr_html_(self) -> str:
        rows = [(item.clause.index, cells_of(item)) for item in self.assignments]
        rows += [(clause.index, notebook.unassigned_cells(clause.label)) for clause in self.unassigned()]
        rows.sort(key=lambda row: row[0])
        caption = f"{self.document.title}：任务 {len(self.tasks)} 项，待核 {len(self.findings)} 处"
        return notebook.table(caption, notebook.HEADINGS, (cells for _, cells in rows))

    @property
    def marked(self) -> tuple[Assignment, ...]:
        """The assignments of annotations and tables, inherited ones included: all but those that sentences tell."""
        return tuple(assignment for assignment in self.assignments if assignment.basis != "prose")

    def children(self, index: int) -> Iterator[Clause]:
        """The direct children of a clause, in order."""
        return (clause for clause in self.clauses if clause.parent == index)

    def task_clauses(self) -> tuple[Clause, ...]:
        """The clauses that are tasks, in document order."""
        return tuple(self.clauses[index] for index in self.tasks)

    def unassigned(self) -> tuple[Clause, ...]:
        """The tasks that nobody is named for; of a clause and a row of a table that say the same, the clause."""
        named: set[Hashable] = {assignment.clause.index for assignment in self.assignments}
        told_once = [overlap for overlap in self.overlaps if overlap.same or overlap.finer]
        named |= {overlap.clause.key for overlap in told_once if overlap.row.key in named}
        # a row that says no more than its clause is no task of its own
        named |= {overlap.row.key for overlap in told_once}
        return tuple(self.clauses[index] for index in self.tasks if index not in named)


@dataclass(frozen=True, slots=True)
class SheetSnapshot:
    """A sheet as it was written: the keys and headings of its columns, and its rows or only their ``digest``.

    ``ids`` are those of the tasks of the rows, in order; ``empty`` is what stands there where there are no rows.
    """

    sheet: str
    keys: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    digest: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True)
class WorkbookRecord:
    """What a workbook was made from: the analysis, the profile of its letters, its title; and how it was written.

    ``matrix``, ``detail`` are the names of those sheets, ``division`` is the 任务分工, ``others`` the sheets that only
    say the same once more; ``raci`` is the version that wrote it.
    """

    analysis: Analysis
    profile: Profile
    title: str = ""
    matrix: str = ""
    detail: str = ""
    division: SheetSnapshot = SheetSnapshot("")
    others: tuple[SheetSnapshot, ...] = ()
    raci: str = __version__


@dataclass(frozen=True, slots=True)
class SheetContent:
    """A sheet as it stands: its name, and its rows of texts."""

    name: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class SavedWorkbook:
    """What a workbook of raci's holds: its record, its sheets as a person left them, and which file it is."""

    record: WorkbookRecord
    sheets: tuple[SheetContent, ...] = ()
    file: str = ""
