"""What all chunks of a run share, and what a run tells of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from raci.batch.recipe import Recipe
from raci.config.options.analysis import Options
from raci.model import Profile

__all__ = ["RUN", "ChunkResult", "CorpusJob"]

#: the file in the store that the run at work holds; another run, or a worker that was left behind, sees it by that
RUN = ".run"


@dataclass(frozen=True, slots=True)
class CorpusJob:
    """How the chunks of a run are done: into which ``folder`` (absolute), by which options.

    ``options.base`` is the folder from which relative sources count. ``recipe`` is what the machine that began the run
    goes by; a worker that goes by another one refuses. ``token`` is what the run wrote into ``RUN``.
    """

    folder: str
    options: Options
    profile: Profile | None
    apart: bool
    recipe: Recipe
    token: str


@dataclass(frozen=True, slots=True)
class ChunkResult:
    """How it went with a chunk: its name, how many rows each table has, whether it was there already."""

    chunk: str
    counts: Mapping[str, int] = field(default_factory=dict)
    found: bool = False
