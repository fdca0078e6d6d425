"""What was changed by hand, applied to an analysis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from raci.analysis.overlaps import with_overlaps
from raci.edits.meanings import resolve_names
from raci.edits.session import EditSession
from raci.model import Analysis, Department, Edit
from raci.register.naming import Naming

__all__ = ["Meanings", "apply", "extend"]

#: number of an edit → what the name means that it brings in
Meanings = Mapping[int, tuple[Department, ...]]


def apply(analysis: Analysis, edits: Iterable[Edit], naming: Naming | None = None) -> Analysis:
    """The analysis with the edits: assignments that they touch are of a person's ``hand``, and say by which sheet.

    Edits that the analysis held already stay in ``edits``; those that find nothing to change are told (``open``).
    Names are resolved by ``naming``. Without edits the analysis is given back as it is.
    """
    edits = list(edits)
    if not edits:
        return analysis
    session = EditSession(analysis)
    applied = extend(session, edits, resolve_names(analysis, edits, naming))
    return with_overlaps(session.plan.analysis(applied))


def extend(session: EditSession, edits: Sequence[Edit], meanings: Meanings) -> list[Edit]:
    """The edits made in a session, one by one; as they were made, or ``open`` where there was nothing to change."""
    return [
        edit if edit.field == "open" else session.apply(edit, meanings.get(number, ()))
        for number, edit in enumerate(edits)
    ]
