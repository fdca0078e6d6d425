"""Time limits that a person changed."""

from __future__ import annotations

import re
from dataclasses import replace

from raci.analysis.annotations.due_dates import due_date
from raci.model import Annotation, Deadline, Edit

__all__ = ["edited_deadline", "without_deadline"]

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def edited_deadline(edit: Edit, before: Deadline | None, year: int | None) -> Deadline | None:
    """The time limit after an edit of its words or of its date; ``year`` is that of the document."""
    if edit.field == "due":
        day = edit.after if _ISO.fullmatch(edit.after) else due_date(edit.after, year)
        return Deadline(before.text if before else edit.after, day) if before or edit.after else None
    return Deadline(edit.after, due_date(edit.after, year)) if edit.after else None


def without_deadline(annotation: Annotation, key: int) -> list[Annotation]:
    """An annotation that says nothing of a clause's time any more, and of the others' what it said."""
    if key not in annotation.clauses or annotation.deadline is None:
        return [annotation]
    if annotation.clauses == (key,):
        return [replace(annotation, deadline=None)]
    others = tuple(clause for clause in annotation.clauses if clause != key)
    parts = [replace(annotation, clauses=others), replace(annotation, clauses=(key,), deadline=None)]
    return parts[::-1] if annotation.clauses[0] == key else parts
