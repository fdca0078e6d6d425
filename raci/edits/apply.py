"""What was changed by hand, applied to an analysis."""

from __future__ import annotations

from collections.abc import Iterable

from raci.analysis.overlaps import with_overlaps
from raci.edits.meanings import resolve_names
from raci.edits.session import EditSession
from raci.model import Analysis, Edit
from raci.register.naming import Naming

__all__ = ["apply", "apply_with_ids"]


def apply(analysis: Analysis, edits: Iterable[Edit], naming: Naming | None = None) -> Analysis:
    """The analysis with the edits: assignments that they touch are of a person's ``hand``, and say by which sheet.

    Edits that the analysis held already stay in ``edits``; those that find nothing to change are told (``open``).
    Names are resolved by ``naming``. Without edits the analysis is given back as it is.
    """
    edits = list(edits)
    return apply_with_ids(analysis, edits, naming)[0] if edits else analysis


def apply_with_ids(
    analysis: Analysis, edits: Iterable[Edit], naming: Naming | None = None
) -> tuple[Analysis, dict[int, str]]:
    """As ``apply`` does; and for each clause that is or was a task (by its index) the id by which edits know it."""
    edits = list(edits)
    session = EditSession(analysis)
    departments = resolve_names(analysis, edits, naming)
    applied = [
        edit if edit.field == "open" else session.apply(edit, departments.get(number, ()))
        for number, edit in enumerate(edits)
    ]
    return with_overlaps(session.analysis(applied)), session.ids()
