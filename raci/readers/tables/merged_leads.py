"""Columns of a printed table whose cells name who leads several rows and stand in the first of them alone."""

from __future__ import annotations

from collections.abc import Sequence

from raci.readers.tables.column_fit import ColumnFits
from raci.readers.tables.fit_values import MAIN
from raci.readers.tables.text_grid import GridCell

__all__ = ["merged_leads"]

#: so many rows that name those who help and nobody else show it
_LEAST = 2


def merged_leads(cells: Sequence[GridCell], fits: ColumnFits) -> set[int]:
    """The column of those who lead, where rows without such a cell name those who help: nobody helps nobody.

    The table names no others who do the work, its rows are numbered, and somebody leads the first.
    """
    main = [place for place, role in enumerate(fits.roles) if role in MAIN]
    helping = {place for place, role in enumerate(fits.roles) if role == "support"}
    if len(main) != 1 or not helping:
        return set()
    rows: dict[int, set[int]] = {}
    for cell in cells:
        if cell.rowspan:
            rows.setdefault(cell.row, set()).add(cell.column)
    alone = sum(main[0] not in held and not helping.isdisjoint(held) for held in rows.values())
    numbers = [place for place, role in enumerate(fits.roles) if role == "number"]
    # without its number a row may be the rest of another
    whole = bool(numbers) and all(numbers[0] in held for held in rows.values())
    return {main[0]} if whole and alone >= _LEAST and main[0] in rows[min(rows)] else set()
