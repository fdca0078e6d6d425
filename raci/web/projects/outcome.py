"""What a plan came to: what was read, with the edits that were made of it; worked out when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from threading import RLock

from raci.analysis.checks import check
from raci.analysis.overlaps import with_overlaps
from raci.config.check_settings import CheckSettings
from raci.edits.session import EditSession
from raci.model import Analysis, Edit, Profile
from raci.model.layers import main_layer
from raci.views.grid import Grid, grid

__all__ = ["Outcome"]


class Outcome:
    """The edits ``applied`` in a ``session`` that takes in no more of them, and what they make of the plan.

    The session knows at once whether an edit found anything to change. All else costs as much as the plan is long, and
    is worked out once, when somebody asks: the page shows what was touched before that.
    """

    def __init__(self, session: EditSession, applied: tuple[Edit, ...], checks: CheckSettings) -> None:
        self.session = session
        self.applied = applied
        self.checks = checks
        self._lock = RLock()
        self._grids: list[tuple[Profile, Grid]] = []

    @cached_property
    def analysis(self) -> Analysis:
        """Both layers, with their findings."""
        with self._lock:
            analysis = with_overlaps(self.session.plan.analysis(self.applied))
            return replace(analysis, findings=check(analysis, self.checks))

    @cached_property
    def main(self) -> Analysis:
        """What tables and matrix count."""
        return main_layer(self.analysis)

    @cached_property
    def ids(self) -> Mapping[int, str]:
        """The id of the task of each clause (by its index) by which edits know it, whatever is changed."""
        return self.session.ids()

    def grid(self, profile: Profile) -> Grid:
        """What tables and matrix show, with the letters of a profile."""
        with self._lock:
            for known, made in self._grids:
                if known == profile:
                    return made
            made = grid(self.main, profile)
            self._grids = [*self._grids[-1:], (profile, made)]
            return made
