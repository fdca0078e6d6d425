"""Documents ready to be written."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from raci.model import Analysis, Profile
from raci.writers.job import Job

__all__ = ["MADE", "job_of"]

#: the time that the outputs state
MADE = datetime(2025, 3, 1, 8, 30, tzinfo=UTC)


def job_of(analysis: Analysis, profile: Profile | str | None = None, **options: Any) -> Job:
    """The job of writing an analysis, at a fixed time."""
    drawings = options.pop("drawings", {})
    return replace(Job.of(analysis, profile, made_at=MADE, **options), drawings=drawings)
