"""How far a run of ``raci corpus`` is, for those who watch it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["CorpusProgress", "Progress"]


@dataclass(frozen=True, slots=True)
class CorpusProgress:
    """How far a run is: files that are ``done`` of all, among them those that were ``found`` done by an earlier run.

    ``documents`` and ``failures`` are counted as far as it is; ``seconds`` since the run began.
    """

    done: int
    files: int
    found: int
    documents: int
    failures: int
    seconds: float

    @property
    def rate(self) -> float:
        """Files per second, without those that were found done."""
        return (self.done - self.found) / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """How long the rest takes at this rate; None where nothing was done yet."""
        return (self.files - self.done) / self.rate if self.rate > 0 else None


Progress = Callable[[CorpusProgress], None]
