"""What a format is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import PurePath

from raci.clock import now
from raci.config.profiles import profile_of
from raci.config.templates import Template
from raci.model import Analysis, Profile
from raci.views.grid import Grid, grid

__all__ = ["Job"]


@dataclass(frozen=True, slots=True)
class Job:
    """One document to be written: what is known of it, the profile, and the grid of both.

    ``title`` is what the outputs call it, ``today`` the day against which time limits are held (none
    was asked for), ``made`` the time that the outputs state. ``department`` is the body that the job is a slice
    for, if it is one.
    ``template`` is the set of columns of the 任务分工表 (none: the usual one).
    ``drawings`` are the pictures for those outputs that show them: what they are called → SVG.
    """

    analysis: Analysis
    profile: Profile
    grid: Grid
    title: str = ""
    today: date | None = None
    department: str = ""
    template: Template | None = None
    drawings: Mapping[str, str] = field(default_factory=dict)
    made: datetime = field(default_factory=now)

    @classmethod
    def of(
        cls,
        analysis: Analysis,
        profile: Profile | str | None = None,
        *,
        title: str = "",
        today: date | None = None,
        department: str = "",
        template: Template | None = None,
        drawings: Mapping[str, str] | None = None,
    ) -> Job:
        """The job of writing an analysis with a profile. Raises ProfileError for an unknown profile."""
        chosen = profile_of(analysis, profile)
        document = analysis.document
        return cls(
            analysis,
            chosen,
            grid(analysis, chosen),
            title or document.title or PurePath(document.source).stem or "未命名文件",
            today,
            department,
            template,
            drawings or {},
        )
