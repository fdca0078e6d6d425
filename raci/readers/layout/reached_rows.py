"""Rows of a table without ruled lines that name nobody: where cells reach over several rows, those above reach down.

Without rules a merged cell shows only by lines that go on beside the numbers of further rows. A table that has such
cells has others whose words are too short to show it; a row beside which no body stands is one of theirs.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from raci.readers.layout.row_alignment import Alignment

__all__ = ["reached_down"]


def reached_down(
    columns: Sequence[Alignment], parties: Collection[int], chapters: Collection[int] = ()
) -> tuple[list[Alignment], int]:
    """The columns with the cells of the ``parties`` reaching over the rows that name nobody; how many such rows.

    None do where no cell of theirs is seen to reach over several rows, nor one of the ``chapters``, which have blanks
    below themselves where they do; none reaches into the next chapter.
    """
    by_party = [columns[party] for party in parties]
    heads = [columns[chapter] for chapter in chapters]
    begins = {row for column in heads for row, group in enumerate(column.groups) if group}
    are_merged = any(1 < len(column.groups) - 1 > sum(map(bool, column.groups[1:])) > 1 for column in heads)
    if not are_merged and not any(reach > 1 for column in by_party for reach in column.reaches):
        return list(columns), 0
    reaches = {party: list(columns[party].reaches) for party in parties}
    count = 0
    for row in range(1, len(by_party[0].groups)):
        if row in begins or any(column.groups[row] for column in by_party):
            continue
        above = [place for party in parties if (place := _ends_above(columns[party], reaches[party], row)) is not None]
        for party in parties:
            place = _ends_above(columns[party], reaches[party], row)
            if place is not None and place == max(above):
                reaches[party][place] += 1
        count += bool(above)
    return [
        column._replace(reaches=reaches[place]) if place in reaches else column for place, column in enumerate(columns)
    ], count


def _ends_above(column: Alignment, reaches: Sequence[int], row: int) -> int | None:
    """The row whose cell ends right above this one; None where that is blank."""
    above = next((place for place in range(row - 1, 0, -1) if column.groups[place]), None)
    return above if above is not None and above + reaches[above] == row else None
