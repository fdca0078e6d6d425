"""What a format is given: one document with all that is known of it, and how it is to be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from raci.config.profiles import profile_of
from raci.config.templates import Template
from raci.model import Analysis, Assignment, Profile
from raci.views.grid import Grid, grid
from raci.views.tables.review import review
from raci.views.tables.table import TableView
from raci.views.tables.titles import shown_title

__all__ = ["Job"]


@dataclass(frozen=True, slots=True)
class Job:
    """One document to be written, with the views that several formats show: made once, shared by all of them.

    ``grid`` holds the tasks and bodies with the letters of the ``profile``, ``review`` the matters that need a human
    eye. ``made_at`` is the time that the outputs state, ``title`` what they call the document, ``today`` the day with
    which time limits are compared (None: none was given). ``department`` is the body whose tasks alone these are, if
    they are. ``template`` is the set of columns of the 任务分工表 (None: the usual one). ``second_layer`` is what
    sentences tell beside all that (``raci.model.layers``), ``both_layers`` the analysis with that in it (None: there is
    none, or a part of the plan is wanted). ``drawings`` are the pictures for formats that show them: their title → SVG;
    ``pictures`` are the same as PNG. ``drawn_by`` are the rules by which pictures were made, for 说明.
    """

    analysis: Analysis
    profile: Profile
    grid: Grid
    review: TableView
    made_at: datetime
    title: str = ""
    today: date | None = None
    department: str = ""
    template: Template | None = None
    second_layer: tuple[Assignment, ...] = ()
    both_layers: Analysis | None = None
    drawings: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    drawn_by: tuple[tuple[str, str], ...] = ()

    @property
    def of_rows(self) -> Analysis:
        """The analysis of which rows are made: all that is known, as ``raci extract`` gives it."""
        return self.both_layers or self.analysis

    @classmethod
    def of(
        cls,
        analysis: Analysis,
        profile: Profile | str | None = None,
        *,
        made_at: datetime,
        title: str = "",
        today: date | None = None,
        department: str = "",
        template: Template | None = None,
    ) -> Job:
        """The job of writing an analysis with a profile, without drawings. Raises ProfileError for an unknown profile.

        Where there is no ``title`` it is that of the document, else the name of its file.
        """
        chosen = profile_of(analysis, profile)
        table = grid(analysis, chosen)
        document = analysis.document
        return cls(
            analysis,
            chosen,
            table,
            review(analysis),
            made_at,
            title=title or shown_title(document),
            today=today,
            department=department,
            template=template,
        )
