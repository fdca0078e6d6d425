"""A sample for two persons to judge: rows (are they right?), clauses with what was found in them (what is missing?)."""

from __future__ import annotations

from dataclasses import dataclass

from raci.accuracy.sampling import Stratum

__all__ = ["AccuracySample", "SampledClause", "SampledRow"]


@dataclass(frozen=True, slots=True)
class SampledRow:
    """An assignment to judge, with its words; ``strata`` holds its values in the order of ``by``."""

    id: str
    strata: tuple[str, ...]
    weight: float
    document: str
    source: str
    path: str
    task: str
    text: str
    quote: str
    department: str
    canonical: str
    role: str
    deadline: str


@dataclass(frozen=True, slots=True)
class SampledClause:
    """A clause to judge: its words, and all (department, role) that were found in it."""

    id: str
    strata: tuple[str, ...]
    weight: float
    document: str
    source: str
    path: str
    task: str
    text: str
    found: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AccuracySample:
    """What was drawn: ``by`` are the keys of ``BY``; clauses are stratified by those of the document alone.

    ``population`` and ``clause_population`` say of how many, ``strata`` what of each stratum. ``whole_text`` says
    whether clauses that were taken for no tasks, where there are any, are among those drawn from; ``copies`` how many
    sources of rows were left out, as their full text came from another one too. Of a store so many texts were read anew
    for those clauses (``texts_read``); ``texts_missing`` are not there any more.
    """

    by: tuple[str, ...]
    clause_by: tuple[str, ...]
    seed: int
    rows: tuple[SampledRow, ...]
    clauses: tuple[SampledClause, ...]
    population: int
    clause_population: int
    strata: tuple[Stratum, ...]
    whole_text: bool
    copies: int = 0
    texts_read: int = 0
    texts_missing: int = 0

    def __repr__(self) -> str:
        return (
            f"AccuracySample(rows={len(self.rows)}, clauses={len(self.clauses)}, "
            f"strata={len(self.strata)}, seed={self.seed})"
        )
