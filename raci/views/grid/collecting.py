"""The grid made from an Analysis, from assignments, or from rows."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from raci.analysis.overlaps import overlaps_by_heading
from raci.config.profiles import load_profile, profile_of
from raci.model import Analysis, Assignment, Overlap, OverlapSide, Profile
from raci.model.layers import beside_marked, letters_by_layer, main_layer
from raci.storage.parse_rows import ParsedRow, parse_rows
from raci.storage.task_ids import ids_of_tasks
from raci.views.grid.bodies import BodyCollector
from raci.views.grid.tasks import TaskCollector
from raci.views.grid.values import Grid, GridEntry

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["grid", "grid_of_rows", "parse_frame", "row_letters"]


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
        # a cast, as pandas is not imported to ask for the type
        return grid_of_rows(parse_frame(cast("pd.DataFrame", source)), profile)
    return _of_assignments(tuple(source), _profile(profile))


def parse_frame(frame: pd.DataFrame) -> tuple[ParsedRow, ...]:
    """The rows of a DataFrame, parsed (``raci.storage.parse_rows``). Raises OptionError as that does."""
    records = ({str(key): value for key, value in record.items()} for record in frame.to_dict("records"))
    return parse_rows(records, tuple(frame.columns))


def grid_of_rows(rows: Sequence[ParsedRow], profile: Profile | str | None = None) -> Grid:
    """The grid of parsed rows; see ``grid``. Raises ProfileError for an unknown profile."""
    rows = [row for row, is_second in zip(rows, _second(rows), strict=True) if not is_second]
    keys = [row.key for row in rows if row.assignment is not None]
    assignments = [row.assignment for row in rows if row.assignment is not None]
    letters = [letter for row, letter in zip(rows, row_letters(rows, profile), strict=True) if row.assignment]
    profiles = [row.profile for row in rows if row.assignment is not None]
    tasks = TaskCollector(_overlaps_of_assignments(keys, assignments))
    for row in rows:
        tasks.add(row.key, row.document, row.source, row.clause, document_id=row.document_id, own_id=row.task_id)
        tasks.add_deadline(row.key, row.deadline)
    names = (_profile(profile).name,) if profile is not None else tuple(dict.fromkeys(profiles))
    return _assemble(tasks, keys, assignments, letters, names)


def row_letters(rows: Sequence[ParsedRow], profile: Profile | str | None = None) -> list[str | None]:
    """The letter of each row; None where it names nobody, or its role has no letter.

    Without ``profile`` a row keeps its letter, and one without gets that of its own profile; with it all letters are
    the profile's. Raises ProfileError for an unknown profile.
    """
    named = [(index, row.assignment) for index, row in enumerate(rows) if row.assignment is not None]
    second = [is_second for row, is_second in zip(rows, _second(rows), strict=True) if row.assignment is not None]
    letters = [row.letter if row.assignment is not None and profile is None else None for row in rows]
    missing = [(place, index) for place, (index, _) in enumerate(named) if letters[index] is None]
    given = None if profile is None else _profile(profile)
    for name in dict.fromkeys(rows[index].profile if given is None else "" for _, index in missing):
        assigned = letters_by_layer(given or load_profile(name), [assignment for _, assignment in named], second)
        for place, index in missing:
            if given is not None or rows[index].profile == name:
                letters[index] = assigned[place]
    return letters


def _second(rows: Sequence[ParsedRow]) -> list[bool]:
    """Which rows do not count: those of the second layer, and of rows that do not say it, sentences beside marks."""
    named = [(row.key, row.assignment) for row in rows if row.assignment is not None]
    beside = iter(beside_marked([assignment for _, assignment in named], [key for key, _ in named]))
    return [row.assignment is not None and (next(beside) or row.second) for row in rows]


def _profile(profile: Profile | str | None) -> Profile:
    return profile if isinstance(profile, Profile) else load_profile(profile or "explicit")


def _of_analysis(analysis: Analysis, profile: Profile) -> Grid:
    analysis = main_layer(analysis)
    tasks = TaskCollector(analysis.overlaps)
    document, source = analysis.document.title, analysis.document.source
    keys, ids = [assignment.clause.index for assignment in analysis.assignments], ids_of_tasks(analysis)
    for index in sorted({*analysis.tasks, *keys}):
        tasks.add(index, document, source, analysis.clauses[index], own_id=ids.get(index))
    for annotation in analysis.annotations:
        for index in annotation.clauses:
            tasks.add_deadline(index, annotation.deadline)
    for assignment in analysis.assignments:
        tasks.add_deadline(assignment.clause.index, assignment.deadline)
    return _assemble(tasks, keys, analysis.assignments, profile.assign(analysis.assignments), (profile.name,))


def _of_assignments(assignments: Sequence[Assignment], profile: Profile) -> Grid:
    beside = beside_marked(assignments, [_key(assignment) for assignment in assignments])
    assignments = [assignment for assignment, second in zip(assignments, beside, strict=True) if not second]
    keys = [_key(assignment) for assignment in assignments]
    tasks = TaskCollector(_overlaps_of_assignments(keys, assignments))
    for key, assignment in zip(keys, assignments, strict=True):
        tasks.add(key, assignment.document, assignment.source, assignment.clause)
        tasks.add_deadline(key, assignment.deadline)
    letters = profile.assign(_with_unique_clauses(assignments, keys))
    return _assemble(tasks, keys, assignments, letters, (profile.name,))


def _key(assignment: Assignment) -> Hashable:
    """What tells the task of an assignment from others, of whatever document."""
    return assignment.source, assignment.document, assignment.clause.index


def _overlaps_of_assignments(keys: Sequence[Hashable], assignments: Sequence[Assignment]) -> list[Overlap]:
    """The overlaps among assignments without their document: by headings, in each document."""
    if not any(assignment.basis == "table" for assignment in assignments):
        return []
    of_task: dict[Hashable, list[Assignment]] = {}
    for key, assignment in zip(keys, assignments, strict=True):
        of_task.setdefault(key, []).append(assignment)
    of_document: dict[tuple[str, str], list[OverlapSide]] = {}
    for key, together in of_task.items():
        first, is_row = together[0], any(assignment.basis == "table" for assignment in together)
        side = OverlapSide(key, first.clause, is_row, tuple(together))
        of_document.setdefault((first.source, first.document), []).append(side)
    return [overlap for sides in of_document.values() for overlap in overlaps_by_heading(sides)]


def _with_unique_clauses(assignments: Iterable[Assignment], keys: Sequence[Hashable]) -> list[Assignment]:
    """The assignments with clause numbers that are unique over all documents, as Profile.assign needs them."""
    index_of = {key: index for index, key in enumerate(dict.fromkeys(keys))}
    return [
        replace(assignment, clause=replace(assignment.clause, index=index_of[key]))
        for assignment, key in zip(assignments, keys, strict=True)
    ]


def _assemble(
    tasks: TaskCollector,
    keys: Sequence[Hashable],
    assignments: Sequence[Assignment],
    letters: Sequence[str | None],
    profiles: tuple[str, ...],
) -> Grid:
    """The grid of the assignments, each with the key of its task and its letter."""
    bodies = BodyCollector(assignments)
    entries = []
    for key, assignment, letter in zip(keys, assignments, letters, strict=True):
        task = tasks.index(key)
        if task is not None:
            entries.append(GridEntry(task, bodies.add(assignment), letter, assignment))
    return Grid(tasks.tasks(), bodies.bodies(), tuple(entries), profiles)
