"""Which columns of a matrix hold signs below the name of a body: letters, marks or words of roles."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from raci.analysis.tables.column_cells import kinds_below
from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.signs import body_head
from raci.rules.bodies import like_bodies
from raci.rules.cell_content import SIGN_KINDS, cell_content, letters_of
from raci.rules.columns import NAMED, read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules
from raci.rules.role_words import says_role

__all__ = ["all_signs", "sign_places"]

#: of the filled cells of a column so many must be such
_SIGNS, _ALL = 0.6, 1.0
#: the longest of them that has no remark, in characters
_LONGEST_SIGN = 4


def _names_body(words: str, rules: ActiveRules) -> bool:
    """Whether a head among those of bodies names one: though a role as well (监理单位), or no known one (Ops)."""
    return like_bodies(words) == (1, 0) or (bool(words) and read_head(words, rules) is None)


def sign_places(
    grid: TableGrid, head: int, rows: Sequence[int], is_explained: Callable[[str], bool], rules: ActiveRules
) -> list[int]:
    """The columns of signs below the names of bodies in the row ``head``; of posts too, whatever role they say."""
    own = grid.own[head]
    first = next((place for place in grid.places if not _counts(grid, rows, place)), None)
    plain = [
        place
        for place in grid.places
        if _may_be_body(words := grid.words(own.get(place)), rules)
        # 预算审核, 竣工验收 at the left name the rows
        and _holds_signs(
            grid, rows, place, _by_themselves if place == first or _says_task(words, rules) else is_explained
        )
    ]
    posts = [
        place
        for place in grid.places
        if place not in plain
        and _may_be_post(grid.words(own.get(place)), rules)
        and _holds_signs(grid, rows, place, is_explained, _ALL)
    ]
    if posts and (len(plain) > 1 or _say_duties(grid, rows, [*plain, *posts], is_explained)):
        plain += posts
    named = [place for place in _named_bodies(grid, head, rows, rules) if place != first]
    return sorted({*plain, *named}) if len(plain) > 1 else []


def _counts(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    """Whether a column holds numbers alone."""
    counted = kinds_below(grid, rows, place)
    return counted["number"] == counted.total()


def _says_task(words: str, rules: ActiveRules) -> bool:
    """Whether a head is that of tasks, short ones of which may read like the words of a role (检修, 采购)."""
    known = read_head(words, rules)
    return known is not None and known.role in ("task", "content", "chapter")


def _by_themselves(words: str) -> bool:
    """Whether words are a sign without a legend."""
    return cell_content(words).kind in SIGN_KINDS


def all_signs(grid: TableGrid, rows: Sequence[int], is_explained: Callable[[str], bool]) -> list[int]:
    """The columns that hold signs and nothing else."""
    return [place for place in grid.places if _holds_signs(grid, rows, place, is_explained, _ALL)]


def _say_duties(
    grid: TableGrid, rows: Sequence[int], places: Sequence[int], is_explained: Callable[[str], bool]
) -> bool:
    """Whether signs are letters of a chart of duties, words of roles, or explained, and not codes for bodies."""
    cells = [cell for row in rows for place in places if (cell := grid.own[row].get(place)) is not None]
    words = {grid.words(cell) for cell in cells}
    letters = {letter for held in words for letter in letters_of(held)}
    said = {held for held in words if cell_content(held).kind == "role" or is_explained(held)}
    lettered = "R" in letters and len(letters) > 1
    return (lettered or len(said) > 1) and not any(map(grid.coded, cells))


def _may_be_post(words: str, rules: ActiveRules) -> bool:
    """Whether a head that says something else may name a body or post besides: 分管副总, 监理单位, 发布经理."""
    known = read_head(words, rules)
    if known is None or not words or cell_content(words).kind == "role":
        return False
    return known.role in NAMED or lexicon_pattern("cell.company-part").fullmatch(words) is not None


def _named_bodies(grid: TableGrid, head: int, rows: Sequence[int], rules: ActiveRules) -> list[int]:
    """Columns beside those of signs whose head names a body, over signs or odd cells (Q), not over longer words."""
    return [
        place
        for place in grid.places[1:]
        if _names_body(grid.words(grid.own[head].get(place)), rules)
        and _holds_some_sign([words for row in rows if (words := grid.words(grid.own[row].get(place)))])
    ]


def _holds_some_sign(cells: Sequence[str]) -> bool:
    """Whether short words are signs in part; those that say a role may be tasks too, and are half of them."""
    if any(len(words) > _LONGEST_SIGN for words in cells):
        return False
    if any(cell_content(words).kind in ("letters", "role") for words in cells):
        return True
    part = lexicon_pattern("cell.company-part")
    said = sum(says_role(words) and part.fullmatch(words) is None for words in cells)
    return said > 0 and 2 * said > len(cells)


def _may_be_body(words: str, rules: ActiveRules) -> bool:
    """Whether a column's head may name a body or a task: 信用等级, 得分, 3月 and 二季度 are known to be neither."""
    known = read_head(words, rules)
    if known is None or body_head(words, rules) is not None:
        return bool(words) and cell_content(words).kind not in ("date", "number", "empty")
    return known.role in ("unit", "task", "content", "chapter")


def _holds_signs(
    grid: TableGrid, rows: Sequence[int], place: int, is_explained: Callable[[str], bool], share: float = _SIGNS
) -> bool:
    """Whether most filled cells of a column are signs, or what the words around the table explain as such."""
    counted = kinds_below(grid, rows, place)
    total = sum(counted.values())
    signs = sum(counted[kind] for kind in SIGN_KINDS)
    if total and signs < share * total:
        signs = sum(
            grid.content(cell).kind in SIGN_KINDS or is_explained(grid.words(cell))
            for row in rows
            if (cell := grid.own[row].get(place)) is not None
        )
    return total > 0 and signs >= share * total
