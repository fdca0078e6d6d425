"""What the report knows, as a value that JSON can hold; the script of the page makes all that is seen of it.

Tasks, bodies and passages are named by their indexes in ``tasks``, ``bodies`` and ``passages``. Spans of an entry are
those of its passage.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from raci._version import __version__
from raci.analysis.checks.edited import says
from raci.escaping import clean
from raci.model import ROLES, Edit
from raci.model.labels import BASIS_WORDS, ROLE_WORDS, UNASSIGNED
from raci.model.work_groups import WorkGroup
from raci.views.grid import Grid, GridEntry
from raci.views.group_tiers import TierBox, group_tiers, parts_of
from raci.views.matrix import cell_letters
from raci.views.tables.about import about
from raci.views.tables.bands import ROWS_HEADING
from raci.views.tables.body_order import by_load
from raci.views.tables.column_heads import heads
from raci.views.tables.source_columns import source_columns
from raci.views.tables.table import TableView
from raci.views.tables.titles import day
from raci.writers.hand_changes import edits_by_body
from raci.writers.job import Job
from raci.writers.report.passages import Passages

__all__ = ["report_data"]


def report_data(job: Job) -> dict[str, object]:
    """All that the page shows but the drawings."""
    grid, analysis = job.grid, job.analysis
    passages = Passages(analysis)
    shown = set(grid.columns())
    columns = [body for body in by_load(grid) if body in shown]
    order = [*columns, *(body for body in range(len(grid.bodies)) if body not in shown)]
    index = {body: position for position, body in enumerate(order)}
    changed: dict[tuple[int, int | None], list[Edit]] = {}
    for place, edit in edits_by_body(analysis, grid) if analysis.edits else ():
        changed.setdefault(place, []).append(edit)
    return {
        **_head(job),
        "columns": len(columns),
        "bodies": _bodies(grid, order),
        "tasks": _tasks(grid, passages),
        "letters": [[task, index[body], letter] for (task, body), letter in cell_letters(grid).items()],
        "entries": [
            _entry(entry, index[entry.body], passages, changed.get((entry.task, entry.body), ()))
            for entry in grid.entries
        ],
        "groups": _groups(analysis.groups),
        "review": _review(job.review),
        "about": [
            [clean(str(what)), clean(str(how))]
            for what, how in about(analysis, grid, job.review, job.profile, job.made_at, job.drawn_by).rows
        ],
        "passages": passages.texts,
    }


def _head(job: Job) -> dict[str, object]:
    """What stands above the table, and the words of the page."""
    document = job.analysis.document
    source = ("、".join(document.issued_by()), document.number, day(document.date or ""))
    return {
        "title": clean(job.title),
        "subtitle": clean(" · ".join(filter(None, source))),
        "made": f"{job.made_at:%Y-%m-%d %H:%M}",
        "version": __version__,
        "today": job.today.isoformat() if job.today else "",
        "profile": f"{job.profile.title}（{job.profile.name}）",
        "legend": [[clean(letter), clean(words)] for letter, words in job.profile.legend().items()],
        "roles": dict(ROLE_WORDS),
        "heads": {key: clean(head) for key, head in _source_heads(job).items()},
        "unassigned": UNASSIGNED,
        "rows": ROWS_HEADING,
    }


def _source_heads(job: Job) -> dict[str, str]:
    """What the plan's own table calls its columns of bodies, by their roles."""
    heads = source_columns(job.analysis, job.grid).heads
    return {role: head for role, head in heads.items() if role in ROLES}


def _bodies(grid: Grid, order: Sequence[int]) -> list[Mapping[str, object]]:
    return [
        {
            "name": clean(grid.bodies[body].label),
            "head": clean(head),
            "written": [clean(name) for name in grid.bodies[body].names],
            "level": clean(grid.bodies[body].level or ""),
            "person": grid.bodies[body].person,
        }
        for body, head in zip(order, heads(grid, order), strict=True)
    ]


def _tasks(grid: Grid, passages: Passages) -> list[Mapping[str, object]]:
    return [
        {
            "number": clean(task.number),
            "heading": clean(task.shown),
            "path": [clean(heading) for heading in task.above],
            "deadline": clean(task.deadline),
            "due": task.due,
            "passage": passages.clause(task.clause),
        }
        for task in grid.tasks
    ]


def _groups(groups: Sequence[WorkGroup]) -> list[Mapping[str, object]]:
    """The groups that the plan sets up, each in rows from its head down to its parts."""
    return [
        {
            "name": clean(group.name),
            "within": clean(group.within),
            "tiers": [
                {"label": tier.label, "boxes": [_member(box) for box in tier.boxes]}
                for tier in group_tiers(group, parts_of(group, groups))
            ],
        }
        for group in groups
    ]


def _member(box: TierBox) -> Mapping[str, object]:
    return {
        "title": box.title,
        "name": box.name,
        "words": box.words,
        "full": box.full_title,
        "leads": box.leads,
        "seat": box.seat,
        "quote": box.quote,
    }


def _review(table: TableView) -> Mapping[str, object]:
    """The table of 待核 without its last column, which is to be filled in by hand."""
    return {
        "columns": [column.heading for column in table.columns if column.key != "done"],
        "rows": [[clean(value) if isinstance(value, str) else value for value in row[:-1]] for row in table.rows],
    }


def _entry(entry: GridEntry, body: int, passages: Passages, edits: Sequence[Edit]) -> Mapping[str, object]:
    """One assignment; ``body`` is the index of its department among the bodies of the page, ``edits`` its changes."""
    assignment = entry.assignment
    evidence = passages.evidence(assignment)
    values: dict[str, object] = {
        "task": entry.task,
        "body": body,
        "role": entry.role,
        "letter": clean(entry.letter or ""),
        "passage": evidence.passage,
        "span": list(evidence.mention),
        "quoted": list(evidence.annotation),
        "rule": clean(assignment.rule),
        "basis": BASIS_WORDS[assignment.basis],
        "written": clean(assignment.department.name),
    }
    if evidence.passage < 0:
        values["quote"] = clean(assignment.quote)
    if assignment.origin == "hand":
        said = "；".join(dict.fromkeys(map(says, edits)))
        kept = "原文没有写" if assignment.added else "下面引的原文没有变"
        values["hand"] = clean(f"人工修改：{said}；{kept}" if said else f"人工修改过；{kept}")
    if assignment.inherited_from:
        values["inherited"] = clean(assignment.inherited_from)
    if place := passages.place(assignment):
        values["place"] = clean(place)
    if assignment.deadline:
        values["deadline"] = clean(assignment.deadline.text)
    return values
