"""What an evaluation gives: figures with their intervals, agreement, what was left out, a sentence for the paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from raci.accuracy.agreement import Agreement
from raci.accuracy.estimates import Estimate
from raci.accuracy.gold import Difference
from raci.model import notebook

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["COLUMNS", "EMPTY", "Evaluation", "Figure"]

EMPTY = Estimate(None, None, None, 0, "")
#: the columns of ``Evaluation.table``
COLUMNS = (
    *("dimension", "group", "precision", "precision_low", "precision_high", "recall", "recall_low", "recall_high"),
    *("f1", "f1_low", "f1_high", "rows", "clauses", "documents", "method"),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision, recall and F1 of a part: ``dimension`` (全部, 标注形式, 层级 …) and ``group`` name it.

    ``rows`` is how many assignments precision rests on, ``clauses`` how many clauses recall does, ``documents`` of how
    many documents.
    """

    dimension: str
    group: str
    precision: Estimate = EMPTY
    recall: Estimate = EMPTY
    f1: Estimate = EMPTY
    rows: int = 0
    clauses: int = 0
    documents: int = 0


@dataclass(frozen=True, repr=False)
class Evaluation:
    """``figures``: the whole first, then its parts. ``mistakes``: what was wrong → how many (unweighted).

    ``agreement`` is that of the coders, by sheet. ``notes`` say what could not be used, and how the figures are to be
    read; ``faults`` are those of them that a person should mend. ``differences`` list where rows and gold differ.
    ``sentence`` and ``sentence_en`` are for the paper.
    """

    figures: tuple[Figure, ...]
    sentence: str
    sentence_en: str
    mistakes: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    agreement: Mapping[str, Agreement] = field(default_factory=lambda: MappingProxyType({}))
    notes: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def whole(self) -> Figure:
        """The figure of everything."""
        return self.figures[0]

    @property
    def table(self) -> pd.DataFrame:
        """A row a figure (columns ``COLUMNS``); what could not be estimated is missing."""
        import pandas as pd

        rows = []
        for figure in self.figures:
            parts = (figure.precision, figure.recall, figure.f1)
            numbers = [number for part in parts for number in (part.value, part.low, part.high)]
            methods = "；".join(dict.fromkeys(part.method for part in parts if part.method))
            counts = (figure.rows, figure.clauses, figure.documents)
            rows.append((figure.dimension, figure.group, *numbers, *counts, methods))
        return pd.DataFrame(rows, columns=list(COLUMNS))

    def __repr__(self) -> str:
        return notebook.call("Evaluation", self.sentence, figures=len(self.figures))
