"""What each column of a table is: its head and what stands below it, judged together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.heads import TableHead
from raci.model import TableColumn
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, ColumnHead, read_head
from raci.rules.lexicon import lexicon_pattern

__all__ = ["by_role", "kinds_below", "understand"]

#: of the filled cells of a column so many must fit its role
_FITS = 0.5
#: of the filled cells of a column with an unknown head so many must be bodies to be noticed
_NOTICED = 0.6
#: a name or a list of names is seldom longer; longer words without a separator are text
_LONG_NAME = 30
#: a word for bodies that ends a head is no longer
_UNIT = 3
_MARKS = frozenset({"letters", "mark"})
_SAYING = frozenset({"task", "content"})
#: what a column of 任务分工 or 职责 may be by its head, though bodies stand below it
_SHARED = frozenset({"task", "content", "duty"})


def kinds_below(grid: TableGrid, rows: Sequence[int], place: int) -> Counter[str]:
    """How many cells of each kind begin in a column, in the rows below the head; empty ones left out."""
    counted: Counter[str] = Counter()
    for row in rows:
        cell = grid.own[row].get(place)
        if cell is not None and cell.end > cell.start:
            kind = grid.content(cell).kind
            if kind != "empty":
                counted[kind] += 1
    return counted


def understand(grid: TableGrid, head: TableHead, rows: Sequence[int]) -> tuple[TableColumn, ...]:
    """The columns of a table of tasks, in order; a column whose cells contradict its head has no role."""
    found: list[TableColumn] = []
    spread = Counter(head.words.values())
    for place in grid.places:
        words = head.words.get(place, "")
        counted = kinds_below(grid, rows, place)
        total = sum(counted.values())
        known = head.known.get(place)
        if known is None:
            bodies = counted["bodies"] / total if total else 0.0
            likely = _begins_with_role(words) if total and bodies >= _NOTICED else None
            if likely is not None:
                found.append(TableColumn(place, words, likely.role, likely.rule.id, bodies, "表头开头的字，格里是单位"))
                continue
            why = "表头不认识" + ("，格里多是单位" if total and bodies >= _NOTICED else "")
            found.append(TableColumn(place, words, None, "", bodies, why))
            continue
        fit = 1.0
        if total and known.role in NAMED:
            fits = sum(_may_name(grid.words(grid.own[row].get(place))) for row in rows if place in grid.own[row])
            fit = fits / total
        role = known.role if fit >= _FITS else None
        why = "表头" if role else "表头写的是单位，格里不像单位"
        if role in _SAYING and total and counted["number"] == total and spread[words] > 1:
            role, why = "number", "表头跨到旁边的任务列，格里是序号"
        if role in _SHARED and counted["bodies"] >= _NOTICED * total > 0 and _is_share(words):
            # 任务分工 over 甲局牵头，乙局配合
            role, why = "responsible", "表头写的是分工，格里是单位"
        found.append(TableColumn(place, words, role, known.rule.id, fit, why))
    return _with_task(grid, rows, found)


def _begins_with_role(words: str) -> ColumnHead | None:
    """What the head of a column of bodies says that ends with a word for these that is not known: 责任办, 牵头村."""
    bare = "".join(words.split())
    for end in range(1, min(_UNIT, len(bare) - 2) + 1):
        head = read_head(f"{bare[:-end]}单位")
        if head is not None and head.role in NAMED:
            return head
    return None


def _is_share(words: str) -> bool:
    return lexicon_pattern("column.share").search("".join(words.split())) is not None


def _may_name(words: str) -> bool:
    """Whether the words of a cell may be names of bodies or persons (those of a company are of any kind)."""
    if not words:
        return False
    kind = cell_content(words).kind
    if kind in ("bodies", "person", "ditto", "role"):
        return True
    if kind in ("date", "number") or kind in _MARKS:
        return False
    return kind != "empty" and max(map(len, _pieces(words)), default=0) <= _LONG_NAME and "。" not in words[:-1]


def _pieces(words: str) -> list[str]:
    for mark in "，,；;\n ":
        words = words.replace(mark, "、")
    return words.split("、")


def by_role(columns: Sequence[TableColumn], *roles: str) -> list[TableColumn]:
    """The columns with one of the roles, from left to right."""
    return [column for column in columns if column.role in roles]


def _with_task(grid: TableGrid, rows: Sequence[int], columns: list[TableColumn]) -> tuple[TableColumn, ...]:
    """The columns with one that says the task: where no head does, a chapter without merged cells, or the text left."""
    if by_role(columns, "task", "content"):
        chapters = by_role(columns, "chapter")
        if not by_role(columns, "task") and len(chapters) == 1 and _says_each(grid, rows, chapters[0].place):
            return _changed(columns, chapters[0], "task", "每行一项，没有别的任务列")
        return tuple(columns)
    for candidate in by_role(columns, "chapter"):
        if _says_each(grid, rows, candidate.place):
            return _changed(columns, candidate, "task", "每行一项，没有别的任务列")
    texts = [
        column
        for column in columns
        if column.role is None and not column.rule and kinds_below(grid, rows, column.place).most_common(1)[:1]
    ]
    if any(lexicon_pattern("column.contacts").search(column.head) for column in columns):
        return tuple(columns)  # a list of persons to call
    texts = [column for column in texts if _is_text(grid, rows, column.place)]
    if texts:
        longest = max(texts, key=lambda column: _length(grid, rows, column.place))
        return _changed(columns, longest, "task", "唯一的文字列")
    return tuple(columns)


def _changed(columns: Sequence[TableColumn], chosen: TableColumn, role: str, why: str) -> tuple[TableColumn, ...]:
    return tuple(column._replace(role=role, why=why) if column is chosen else column for column in columns)


def _says_each(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    """Whether a column says something of its own in each row: it parts tasks, not chapters."""
    words = [grid.words(grid.own[row].get(place)) for row in rows]
    return bool(words) and all(words) and len(set(words)) == len(words) and not _merged(grid, rows, place)


def _merged(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    return any((cell := grid.own[row].get(place)) is not None and cell.rowspan > 1 for row in rows)


def _is_text(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    counted = kinds_below(grid, rows, place)
    total = sum(counted.values())
    return total > 0 and (counted["text"] + counted["person"]) / total >= _NOTICED


def _length(grid: TableGrid, rows: Sequence[int], place: int) -> int:
    return sum(len(grid.words(grid.own[row].get(place))) for row in rows)
