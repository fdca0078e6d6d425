"""The tasks of an Analysis as a comparison takes them."""

from __future__ import annotations

from collections.abc import Sequence

from raci.comparison.values import ComparedTask, Party, Side
from raci.config.profiles import profile_of
from raci.model import ROLES, Analysis, Profile
from raci.storage.rows import document_id
from raci.views.grid import Grid, GridEntry, grid, join_letters
from raci.views.tables.content import clause_words

__all__ = ["side_of"]


def side_of(analysis: Analysis, profile: Profile | str | None = None) -> Side:
    """The tasks of an analysis, with the letters of ``profile``: by default those of the analysis.

    Raises ProfileError for an unknown profile.
    """
    chosen = profile_of(analysis, profile)
    of_plan = grid(analysis, chosen)
    entries = of_plan.of_task()
    tasks = []
    for index, (task, words) in enumerate(zip(of_plan.tasks, clause_words(analysis, of_plan), strict=True)):
        clause = analysis.clauses[task.clause] if task.clause is not None else None
        # the content holds the heading already where only its beginning is printed
        whole = task.shown == task.heading
        content = "\n".join(filter(None, (words.rest if whole else words.whole, words.below)))
        tasks.append(
            ComparedTask(
                id=task.id,
                index=index,
                number=task.number,
                heading=task.heading,
                path=task.path,
                words="\n".join(filter(None, (task.heading, content))) if whole or not content else content,
                parties=_parties(of_plan, entries.get(index, ())),
                deadline=task.deadline,
                due=min(filter(None, task.due.split("；")), default=None),
                start=clause.start if clause else 0,
                end=clause.end if clause else 0,
            )
        )
    document = analysis.document
    return Side(
        document.title,
        document.source,
        document_id(document),
        tuple(tasks),
        document.date,
        analysis.level,
        chosen.name,
    )


def _parties(of_plan: Grid, entries: Sequence[GridEntry]) -> tuple[Party, ...]:
    """The bodies of a task in the order of the text, each with all its roles."""
    of_body: dict[int, list[GridEntry]] = {}
    for entry in entries:
        of_body.setdefault(entry.body, []).append(entry)
    parties = []
    for index, own in of_body.items():
        body, roles = of_plan.bodies[index], {entry.role for entry in own}
        parties.append(
            Party(
                body.id,
                own[0].assignment.department.name,
                body.canonical,
                tuple(role for role in ROLES if role in roles),
                join_letters(entry.letter for entry in sorted(own, key=lambda entry: ROLES.index(entry.role))),
            )
        )
    return tuple(parties)
