"""How well the cells of a table in text fit the columns they are read in."""

from __future__ import annotations

from collections.abc import Sequence

from raci.readers.tables.column_fit import ColumnFits
from raci.readers.tables.text_grid import GridCell

__all__ = ["fit_of"]

#: of the cells of a column that tells so many must fit it
_FITTING = 0.6
_TELLING = ("number", "deadline")


def fit_of(cells: Sequence[GridCell], fits: ColumnFits) -> float | None:
    """How well the cells fit their columns; None where those of one that names bodies, or of numbers, do not."""
    fitting: dict[int, list[float]] = {}
    for cell in cells:
        if cell.rowspan:
            words, counting = "".join(words for _, words in cell.pieces), fits.roles[cell.column] == "number"
            fitting.setdefault(cell.column, []).append(fits.fit(words, cell.column, counting))
    telling = [listed for place, listed in fitting.items() if place in fits.named or fits.roles[place] in _TELLING]
    if fits.named.isdisjoint(fitting):
        return None
    if any(sum(fit > 0 for fit in listed) < _FITTING * len(listed) for listed in telling):
        return None
    return sum(map(sum, fitting.values())) / sum(map(len, fitting.values()))
