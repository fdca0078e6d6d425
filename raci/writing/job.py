"""What a format is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from raci.grid import Grid, grid
from raci.model import Analysis
from raci.profiles import Profile, load_profile

__all__ = ["Job"]


@dataclass(frozen=True, slots=True)
class Job:
    """One document to be written: what is known of it, the profile, and the grid of both.

    ``made`` is the time that the outputs state.
    """

    analysis: Analysis
    profile: Profile
    grid: Grid
    made: datetime = field(default_factory=lambda: datetime.now().astimezone())

    @classmethod
    def of(cls, analysis: Analysis, profile: Profile | str = "explicit") -> Job:
        """The job of writing an analysis with a profile. Raises ProfileError for an unknown profile."""
        chosen = profile if isinstance(profile, Profile) else load_profile(profile)
        return cls(analysis, chosen, grid(analysis, chosen))
