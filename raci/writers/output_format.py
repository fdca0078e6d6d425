"""An output format as a value: its name, its file, what it is, and the function that renders it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from raci.writers.job import Job

__all__ = ["OutputFormat"]


@dataclass(frozen=True, slots=True)
class OutputFormat:
    """One file, or one file per department, that is made of each plan.

    ``name`` asks for it (``--only``); two formats with one name are asked for together. ``file`` is where it stands
    below the folder of the plan, with ``{name}`` for the plan's name as a file name, or ``{department}`` where there is
    a file per department. ``description`` says in Chinese what it is. ``position`` is its place among the formats:
    lower ones are listed and written first. A format that is not ``usual`` is written only where it is asked for;
    ``shows_drawings`` says that it shows the pictures of ``Job.drawings``, which are then drawn for it, and
    ``shows_pictures`` the same of ``Job.pictures``.

    Either ``render`` gives the bytes of the file, or ``render_each`` those of each file, by department.
    """

    name: str
    file: str
    description: str
    position: int
    render: Callable[[Job], bytes] | None = None
    render_each: Callable[[Job], Mapping[str, bytes]] | None = None
    usual: bool = True
    shows_drawings: bool = False
    shows_pictures: bool = False

    def __post_init__(self) -> None:
        if (self.render is None) == (self.render_each is None):
            raise ValueError(f"the format {self.name} must have either render or render_each")
        if ("{department}" in self.file) != (self.render_each is not None):
            raise ValueError(f"the format {self.name} must name {{department}} in its file if it has render_each")
