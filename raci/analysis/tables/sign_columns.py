"""Which columns of a matrix hold signs below the name of a body: letters, marks or words of roles."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from raci.analysis.tables.column_cells import kinds_below
from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.signs import body_head
from raci.rules.bodies import like_bodies
from raci.rules.cell_content import cell_content
from raci.rules.columns import read_head
from raci.rules.matching import ActiveRules
from raci.rules.role_words import says_role

__all__ = ["SIGN_KINDS", "holds_signs", "may_be_body", "named_bodies"]

#: what a sign may be
SIGN_KINDS = ("letters", "mark", "role")
#: of the filled cells of a column so many must be such
_SIGNS = 0.6
#: the longest of them that has no remark, in characters
_LONGEST_SIGN = 4


def _names_body(words: str, rules: ActiveRules) -> bool:
    """Whether a head among those of bodies names one: though a role as well (监理单位), or no known one (Ops)."""
    return like_bodies(words) == (1, 0) or (bool(words) and read_head(words, rules) is None)


def named_bodies(grid: TableGrid, head: int, rows: Sequence[int], rules: ActiveRules) -> list[int]:
    """Columns beside those of signs whose head names a body, over signs or odd cells (Q), not over longer words."""
    return [
        place
        for place in grid.places
        if _names_body(grid.words(grid.own[head].get(place)), rules)
        and (
            any(kinds_below(grid, rows, place)[kind] for kind in ("letters", "role"))
            or any(says_role(grid.words(grid.own[row].get(place))) for row in rows)
        )
        and all(len(grid.words(grid.own[row].get(place))) <= _LONGEST_SIGN for row in rows)
    ]


def may_be_body(words: str, rules: ActiveRules) -> bool:
    """Whether a column's head may name a body or a task: 信用等级, 得分, 3月 and 二季度 are known to be neither."""
    known = read_head(words, rules)
    if known is None or body_head(words, rules) is not None:
        return bool(words) and cell_content(words).kind not in ("date", "number", "empty")
    return known.role in ("unit", "task", "content", "chapter")


def holds_signs(grid: TableGrid, rows: Sequence[int], place: int, is_explained: Callable[[str], bool]) -> bool:
    """Whether most filled cells of a column are signs, or what the words around the table explain as such."""
    counted = kinds_below(grid, rows, place)
    total = sum(counted.values())
    signs = sum(counted[kind] for kind in SIGN_KINDS)
    if total and signs < _SIGNS * total:
        signs = sum(
            grid.content(cell).kind in SIGN_KINDS or is_explained(grid.words(cell))
            for row in rows
            if (cell := grid.own[row].get(place)) is not None
        )
    return total > 0 and signs >= _SIGNS * total
