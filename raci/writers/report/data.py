"""What the report knows, as a value that JSON can hold; the script of the page makes all that is seen of it.

Places are indexes: a task into ``tasks``, a body into ``bodies``, a text into ``passages``. Spans of an entry
are those of its passage.
"""

from __future__ import annotations

from typing import Any

from raci._version import __version__
from raci.escaping import clean
from raci.model import Analysis, Assignment, Profile
from raci.model.labels import BASIS_WORDS, ROLE_WORDS, UNASSIGNED
from raci.views.grid import GridEntry
from raci.views.matrix import cell_letters
from raci.views.tables.about import about
from raci.views.tables.body_order import by_load
from raci.views.tables.column_heads import heads
from raci.views.tables.titles import day
from raci.writers.job import Job

__all__ = ["data"]

#: a passage is no longer than this; of a longer clause the surroundings of the mention are shown
_LONGEST, _AROUND = 4000, 600


def data(job: Job) -> dict[str, Any]:
    """All that the page shows but the drawings."""
    grid, analysis = job.grid, job.analysis
    passages = _Passages(analysis)
    shown = set(grid.columns())
    columns = [index for index in by_load(grid) if index in shown]
    rest = [index for index in range(len(grid.bodies)) if index not in shown]
    order = [*columns, *rest]
    place = {body: at for at, body in enumerate(order)}
    table = job.review
    return {
        "title": clean(job.title),
        "subtitle": clean(
            " · ".join(
                filter(None, (analysis.document.issuer, analysis.document.number, day(analysis.document.date or "")))
            )
        ),
        "made": f"{job.made:%Y-%m-%d %H:%M}",
        "version": __version__,
        "today": job.today.isoformat() if job.today else "",
        "profile": f"{job.profile.title}（{job.profile.name}）",
        "legend": _legend(job.profile),
        "roles": dict(ROLE_WORDS),
        "unassigned": UNASSIGNED,
        "columns": len(columns),
        "bodies": [
            {
                "name": clean(grid.bodies[index].label),
                "head": clean(head),
                "written": [clean(name) for name in grid.bodies[index].names],
                "level": clean(grid.bodies[index].level or ""),
                "person": grid.bodies[index].person,
            }
            for index, head in zip(order, heads(grid, order), strict=True)
        ],
        "tasks": [
            {
                "number": clean(task.number),
                "heading": clean(task.heading),
                "path": [clean(part) for part in task.path],
                "deadline": clean(task.deadline),
                "due": task.due,
                "passage": passages.clause(task.clause),
            }
            for task in grid.tasks
        ],
        "letters": [[task, place[body], letter] for (task, body), letter in cell_letters(grid).items()],
        "entries": [_entry(entry, place[entry.body], passages) for entry in grid.entries],
        "review": {
            "columns": [column.heading for column in table.columns if column.key != "done"],
            "rows": [[_cell(value) for value in row[:-1]] for row in table.rows],
        },
        "about": [
            [clean(str(what)), clean(str(how))]
            for what, how in about(analysis, grid, table, job.profile, job.made).rows
        ],
        "passages": passages.texts,
    }


def _legend(profile: Profile) -> list[list[str]]:
    return [[clean(letter), clean(words)] for letter, words in profile.legend().items()]


def _cell(value: str | int) -> str | int:
    return clean(value) if isinstance(value, str) else value


def _entry(entry: GridEntry, body: int, passages: _Passages) -> dict[str, Any]:
    one = entry.assignment
    passage, start, end, first, last = passages.evidence(one)
    found: dict[str, Any] = {
        "task": entry.task,
        "body": body,
        "role": entry.role,
        "letter": clean(entry.letter or ""),
        "passage": passage,
        "span": [start, end],
        "quoted": [first, last],
        "rule": clean(one.rule),
        "basis": BASIS_WORDS[one.basis],
        "written": clean(one.department.name),
    }
    if passage < 0:
        found["quote"] = clean(one.quote)
    if one.origin == "hand":
        found["hand"] = "人工增加，原文没有" if one.added else "人工修改，原文依据仍是原来的"
    if one.inherited_from:
        found["inherited"] = clean(one.inherited_from)
    if place := passages.file(one):
        found["place"] = clean(place)
    if one.deadline:
        found["deadline"] = clean(one.deadline.text)
    return found


class _Passages:
    """Stretches of the document's text, each held once."""

    def __init__(self, analysis: Analysis) -> None:
        self.texts: list[str] = []
        self._document = analysis.document
        self._text = analysis.document.text
        self._clauses = analysis.clauses
        self._at: dict[tuple[int, int], int] = {}

    def clause(self, index: int | None) -> int:
        """The passage of a clause; -1 where there is none."""
        if index is None or index >= len(self._clauses):
            return -1
        clause = self._clauses[index]
        return self._of(clause.start, min(clause.end, clause.start + _LONGEST))

    def file(self, one: Assignment) -> str:
        """Where a mention stands, of a plan that was put together from several files; else empty."""
        place = self._document.place(one.start)
        return str(place) if place is not None and place.file else ""

    def evidence(self, one: Assignment) -> tuple[int, int, int, int, int]:
        """The passage that shows a mention, and the spans in it of the mention and of the annotation."""
        text, start, end = self._text, one.start, one.end
        if one.added or not 0 <= start < end <= len(text):
            return -1, 0, 0, 0, 0
        first = text.rfind(one.quote, max(0, start - len(one.quote)), start + len(one.quote)) if one.quote else -1
        first, last = (first, first + len(one.quote)) if first >= 0 else (start, end)
        clause = self._clauses[one.clause.index] if one.clause.index < len(self._clauses) else one.clause
        if clause.start <= min(first, start) and max(last, end) <= clause.end <= clause.start + _LONGEST:
            begin, stop = clause.start, clause.end
        else:
            begin = max(text.rfind("\n", 0, min(first, start)) + 1, min(first, start) - _AROUND)
            stop = text.find("\n", max(last, end))
            stop = min(len(text) if stop < 0 else stop, max(last, end) + _AROUND)
            if stop - begin > _LONGEST:
                begin, stop = max(begin, start - _AROUND), min(stop, end + _AROUND)
        first, last = max(first, begin), min(last, stop)
        return self._of(begin, stop), start - begin, end - begin, first - begin, last - begin

    def _of(self, start: int, end: int) -> int:
        if (start, end) not in self._at:
            self._at[start, end] = len(self.texts)
            words = self._text[start:end]
            if clean(words) != words:
                words = "".join(clean(char) or " " for char in words)  # as long as it was: the spans must hold
            self.texts.append(words)
        return self._at[start, end]
