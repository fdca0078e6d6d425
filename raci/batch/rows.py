"""What the store holds of one analysis: its rows in each table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from raci.model import Analysis, Profile
from raci.storage.rows import document_id, records
from raci.views.documents import document_row
from raci.views.finding_rows import finding_rows
from raci.views.grid import grid
from raci.views.issuer_rows import issuer_rows
from raci.views.org_rows import org_rows
from raci.views.tasks import task_rows

__all__ = ["rows_of"]


def rows_of(analysis: Analysis, profile: Profile | None) -> dict[str, list[Mapping[str, Any]]]:  # Any: as rows hold
    """Table → the rows of an analysis; those of ``assignments`` are the rows of ``raci extract --format jsonl``."""
    own_id, counted = document_id(analysis.document), grid(analysis)
    return {
        "documents": [document_row(analysis, counted)],
        "issuers": list(issuer_rows(analysis)),
        "tasks": list(task_rows(counted, analysis)),
        "assignments": list(records(analysis, profile, current=True)),
        "memberships": [{**row, "document_id": own_id} for row in org_rows(analysis.groups)],
        "findings": list(finding_rows(analysis)),
    }
