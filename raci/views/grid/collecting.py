"""The grid made from an Analysis, from assignments, or from rows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from raci.analysis.overlaps import overlaps_by_heading
from raci.config.profiles import load_profile, profile_of
from raci.model import Analysis, Assignment, Clause, Deadline, Department, Overlap, OverlapSide, Profile
from raci.model.roles import PERSON_ROLES
from raci.storage.parse_rows import parse_rows
from raci.views.grid.values import Grid, GridBody, GridEntry, GridTask, task_id

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["grid"]


def grid(source: Analysis | Iterable[Assignment] | pd.DataFrame, profile: Profile | str | None = None) -> Grid:
    """The grid of an Analysis (all its tasks), of assignments, or of rows (a DataFrame, edited or not).

    Without ``profile`` an Analysis gets the letters of its workbook's, if it was read from one, else of ``explicit``;
    rows keep the letters that they have, and a row without one gets that of its own ``profile`` column. With
    ``profile`` all letters are its.
    Rows are one task where document, source, path, number and heading agree; a row with an empty department
    is a task that nobody is named for.

    Raises ProfileError for an unknown profile, OptionError for rows that are not rows.
    """
    if isinstance(source, Analysis):
        return _of_analysis(source, profile_of(source, profile))
    if hasattr(source, "to_dict"):
        return _of_rows(cast("pd.DataFrame", source), profile)
    return _of_assignments(tuple(source), _profile(profile))


def _profile(profile: Profile | str | None) -> Profile:
    return profile if isinstance(profile, Profile) else load_profile(profile or "explicit")


def _of_analysis(analysis: Analysis, profile: Profile) -> Grid:
    tasks = _Tasks(analysis.overlaps)
    document, source = analysis.document.title, analysis.document.source
    wanted = sorted({*analysis.tasks, *(one.clause.index for one in analysis.assignments)})
    for index in wanted:
        tasks.add(index, document, source, analysis.clauses[index])
    for annotation in analysis.annotations:
        for index in annotation.clauses:
            tasks.limit(index, annotation.deadline)
    for one in analysis.assignments:
        tasks.limit(one.clause.index, one.deadline)
    keys = [one.clause.index for one in analysis.assignments]
    return _grid(tasks, keys, analysis.assignments, profile.assign(analysis.assignments), (profile.name,))


def _of_assignments(assignments: tuple[Assignment, ...], profile: Profile) -> Grid:
    keys: list[Hashable] = [(one.source, one.document, one.clause.index) for one in assignments]
    tasks = _Tasks(_among(keys, assignments))
    for key, one in zip(keys, assignments, strict=True):
        tasks.add(key, one.document, one.source, one.clause)
        tasks.limit(key, one.deadline)
    return _grid(tasks, keys, assignments, profile.assign(_renumbered(assignments, keys)), (profile.name,))


def _of_rows(frame: pd.DataFrame, profile: Profile | str | None) -> Grid:
    listed = parse_rows(frame)
    named = [line for line in listed if line.assignment is not None]
    keys = [line.key for line in named]
    assignments = [line.assignment for line in named if line.assignment is not None]
    tasks = _Tasks(_among(keys, assignments))
    for line in listed:
        tasks.add(line.key, line.document, line.source, line.clause)
        tasks.limit(line.key, line.deadline)
    if profile is not None:
        chosen = _profile(profile)
        return _grid(tasks, keys, assignments, chosen.assign(assignments), (chosen.name,))
    letters = [line.letter for line in named]
    for name in dict.fromkeys(line.profile for line in named if line.letter is None):
        for place, fresh in enumerate(load_profile(name).assign(assignments)):
            if named[place].letter is None and named[place].profile == name:
                letters[place] = fresh
    return _grid(tasks, keys, assignments, letters, tuple(dict.fromkeys(line.profile for line in named)))


def _among(keys: Sequence[Hashable], assignments: Sequence[Assignment]) -> list[Overlap]:
    """The overlaps among assignments without their document: by headings, in each document."""
    if not any(one.basis == "table" for one in assignments):
        return []
    held: dict[Hashable, list[Assignment]] = {}
    for key, one in zip(keys, assignments, strict=True):
        held.setdefault(key, []).append(one)
    documents: dict[tuple[str, str], list[OverlapSide]] = {}
    for key, listed in held.items():
        first, table = listed[0], any(one.basis == "table" for one in listed)
        documents.setdefault((first.source, first.document), []).append(
            OverlapSide(key, first.clause, table, tuple(listed))
        )
    return [overlap for sides in documents.values() for overlap in overlaps_by_heading(sides)]


def _renumbered(assignments: Iterable[Assignment], keys: Sequence[Hashable]) -> list[Assignment]:
    """The assignments with clause numbers that are unique over all documents, as Profile.assign needs them."""
    order = {key: index for index, key in enumerate(dict.fromkeys(keys))}
    return [
        replace(one, clause=replace(one.clause, index=order[key])) for one, key in zip(assignments, keys, strict=True)
    ]


class _Tasks:
    """Tasks as they are collected: in order, each with its deadlines, and with ids that do not repeat.

    Of overlaps that say the same only the clause is one; it takes over a time limit that it lacks, and the bodies
    of a row that tells their roles apart.
    """

    def __init__(self, overlaps: Iterable[Overlap] = ()) -> None:
        self._at: dict[Hashable, int] = {}
        self._clauses: list[tuple[str, str, Clause]] = []
        self._limits: list[dict[str, str]] = []
        self._remarks: dict[Hashable, str] = {}
        self._keys: list[Hashable] = []
        self._clause_of: dict[Hashable, Hashable] = {}
        self._limits_of_rows: dict[Hashable, dict[str, str]] = {}
        self._unheard: set[Hashable] = set()
        for overlap in overlaps:
            if overlap.same or overlap.finer:
                self._clause_of[overlap.row.key] = overlap.clause.key
                self._unheard.add(overlap.clause.key if overlap.finer else overlap.row.key)
            if overlap.differences:
                self._remarks[overlap.clause.key] = (
                    f"与附件表不一致：附件表{'，'.join(its for _, its in overlap.differences)}"
                )
                self._remarks[overlap.row.key] = (
                    f"与正文不一致：正文{'，'.join(mine for mine, _ in overlap.differences)}"
                )

    def add(self, key: Hashable, document: str, source: str, clause: Clause) -> None:
        if key not in self._at and key not in self._clause_of:
            self._at[key] = len(self._at)
            self._clauses.append((document, source, clause))
            self._limits.append({})
            self._keys.append(key)

    def limit(self, key: Hashable, deadline: Deadline | None) -> None:
        if not deadline or not deadline.text:
            return
        if key in self._at:
            self._limits[self._at[key]].setdefault(deadline.text, deadline.due or "")
        elif key in self._clause_of:
            limits = self._limits_of_rows.setdefault(self._clause_of[key], {})
            limits.setdefault(deadline.text, deadline.due or "")

    def place(self, key: Hashable) -> int | None:
        """The task of what is said there; None where its overlap says it."""
        return None if key in self._unheard else self._at[self._clause_of.get(key, key)]

    def tasks(self) -> tuple[GridTask, ...]:
        made: list[GridTask] = []
        ids = _Unique()
        for key, (document, source, clause), own in zip(self._keys, self._clauses, self._limits, strict=True):
            limits = own or self._limits_of_rows.get(key, {})
            # not of the source: the same plan in another folder keeps its ids
            name = task_id(document, clause.path, clause.number, clause.heading)
            made.append(
                GridTask(
                    id=ids.of(name),
                    document=document,
                    source=source,
                    number=clause.number,
                    heading=clause.heading,
                    path=clause.path,
                    clause=clause.index,
                    deadline="；".join(limits),
                    due="；".join(dict.fromkeys(due for due in limits.values() if due)),
                    remark=self._remarks.get(key, ""),
                )
            )
        return tuple(made)


class _Unique:
    """Names that do not repeat: the second ``x`` is ``x#2``."""

    def __init__(self, again: Callable[[str, int], str] = lambda name, count: f"{name}#{count}") -> None:
        self._again = again
        self._taken: set[str] = set()

    def of(self, name: str) -> str:
        made, count = name, 1
        while made in self._taken:
            count += 1
            made = self._again(name, count)
        self._taken.add(made)
        return made


def _grid(
    tasks: _Tasks,
    keys: Sequence[Hashable],
    assignments: Sequence[Assignment],
    letters: Sequence[str | None],
    profiles: tuple[str, ...],
) -> Grid:
    ids_of: dict[str, set[str]] = {}
    for one in assignments:
        if one.department.canonical and one.department.id:
            ids_of.setdefault(one.department.canonical, set()).add(one.department.id)
    at: dict[Hashable, int] = {}
    found: list[_Column] = []
    entries = []
    for key, one, letter in zip(keys, assignments, letters, strict=True):
        task = tasks.place(key)
        if task is None:
            continue
        body = one.department
        person = body.kind == "person" or one.role in PERSON_ROLES
        # one name for two bodies of the register: the id tells them apart
        split = body.canonical is not None and len(ids_of.get(body.canonical, ())) > 1
        who = (body.canonical or body.name, body.id if split else None, person)
        if who not in at:
            at[who] = len(at)
            found.append(_Column(body, person, split))
        found[at[who]].names.setdefault(body.name)
        entries.append(GridEntry(task, at[who], letter, one))
    labels, ids = _Unique(lambda name, count: f"{name}（{count}）"), _Unique()
    return Grid(tasks.tasks(), tuple(column.body(labels, ids) for column in found), tuple(entries), profiles)


@dataclass(slots=True)
class _Column:
    """A body as it is collected."""

    first: Department
    person: bool
    split: bool
    names: dict[str, None] = field(default_factory=dict)

    def body(self, labels: _Unique, ids: _Unique) -> GridBody:
        body = self.first
        name = body.canonical or body.name
        if self.split:
            name += f"（{body.jurisdiction or body.id}）"
        return GridBody(
            id=ids.of(("person:" if self.person else "body:") + (body.id or name)),
            label=name if self.person else labels.of(name),
            names=tuple(self.names),
            canonical=body.canonical,
            kind=body.kind,
            level=body.level,
            jurisdiction=body.jurisdiction,
            person=self.person,
        )
