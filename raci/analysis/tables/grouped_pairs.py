"""Tables of pairs some of which stand beside the name of their group: 责任体系 │ 牵头单位 │ 区城管局."""

from __future__ import annotations

from raci.analysis.tables.grid import TableGrid
from raci.model import Cell
from raci.rules.columns import NAMED, read_head
from raci.rules.matching import ActiveRules

__all__ = ["without_groups"]

#: the group, the name of the field, its value
_PLACES = 3


def without_groups(grid: TableGrid, rules: ActiveRules) -> TableGrid:
    """The grid with its pairs in two columns, where the names of groups stand left of some; else as it is.

    Some rows are a pair whose value reaches over the rest (任务名称 │ 推进智慧停车), and of the others the middle cell
    names a field, mostly one that is known.
    """
    if len(grid.places) != _PLACES:
        return grid
    left, middle, right = grid.places
    cells: list[Cell] = []
    plain = known = grouped = 0
    for row in grid.rows:
        own = grid.own[row]
        words = {place: grid.words(own.get(place)) for place in grid.places}
        if words[middle] and words[right]:
            head, value = read_head(words[middle], rules), read_head(words[right], rules)
            if value is not None and (value.role in NAMED or (head is not None and read_head(words[left], rules))):
                return grid  # a row of heads
            known += head is not None
            grouped += 1
            cells += [own[middle]._replace(column=left), own[right]._replace(column=middle)]
        elif words[left]:
            plain += read_head(words[left], rules) is not None
            cells += [cell._replace(colspan=1) for place, cell in sorted(own.items()) if place != right]
        elif words[middle] or words[right]:
            return grid
    if not plain or not 0 < grouped < 2 * known:
        return grid
    return TableGrid(grid.text, cells, grid.codes)
