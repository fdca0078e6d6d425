"""How a build went with a plan: its folder and files, what was left out, or the error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from raci.errors import RaciError

__all__ = ["BuildResult", "RenderedFiles", "SkippedFile"]


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file that was not written, and why (with the remedy)."""

    file: str
    why: str


@dataclass(frozen=True, slots=True)
class RenderedFiles:
    """Files by their names below the folder of a plan, those that were skipped, and the seconds that each step took."""

    files: Mapping[str, bytes]
    skipped: tuple[SkippedFile, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class BuildResult:
    """How it went with one plan, or with a source that could not be read.

    ``folder`` holds ``files``; both are empty where there was an ``error``, and then nothing was written.
    ``counts`` are those of ``raci.views.tables.about.counts``, ``seconds`` what each step took. ``advice`` says what
    was not understood and what to do about it; empty where everything that was noticed was read.
    """

    source: str
    title: str = ""
    folder: Path | None = None
    files: tuple[Path, ...] = ()
    skipped: tuple[SkippedFile, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict, compare=False, repr=False)
    advice: str = ""
    error: RaciError | None = None

    @property
    def ok(self) -> bool:
        """Whether the plan was built; files may have been skipped."""
        return self.error is None
