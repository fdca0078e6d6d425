"""Tables with the heads on the left: 督办事项 │ …, 牵头单位 │ …, one or two pairs a row, one small table a task."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.limit_columns import plainest_limit
from raci.analysis.tables.opinions import ASKED, heads_opinion, limit_of_opinion, parts_of_opinion
from raci.model import Cell, CellDuty, Span, TableColumn, TableTask
from raci.rules.bare_head import name_of_head
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, ColumnHead, read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules
from raci.rules.role_words import says_role

__all__ = ["read_key_values"]

#: of the left cells so many must be heads
_KNOWN = 0.5
#: of the rows so many must hold a head that is known
_ROWS = 0.6
#: one, two or three pairs a row
_WIDTHS = (2, 4, 6)
_ONE_PAIR = 2
#: longer words are no name of a field
_LONGEST_KEY = 12
#: so many fields of a report make one
_RECORDED = 2
#: what counts the tables of one kind: 事项一, 任务2
_COUNTED = "一二三四五六七八九十0123456789"


def read_key_values(
    grid: TableGrid, rows: Sequence[int], rules: ActiveRules
) -> tuple[tuple[TableColumn, ...], list[TableTask]] | None:
    """The heads (as columns, in their order) and the tasks of a table of pairs; None where it is none."""
    pairs = list(_pairs(grid, rows, rules))
    if not pairs:
        return None
    roles = {head.role for _, head, _ in pairs if head is not None}
    known = sum(head is not None for _, head, _ in pairs)
    asked = [pair for pair in pairs if _asks(grid, pair)] if not roles & NAMED and "task" in roles else []
    if asked:
        keys = {grid.words(key) for key, *_ in asked}
        columns = _columns(grid, pairs)
        said = (one._replace(role="responsible", why=ASKED) if one.head in keys else one for one in columns)
        return tuple(said), [_asked(grid, pairs, asked)]
    if not roles & NAMED or not roles & {"task", "content"} or known < _KNOWN * len(pairs):
        return None
    told = {key.row for key, head, _ in pairs if head is not None}
    if len(told) < _ROWS * len({key.row for key, _, _ in pairs}):
        return None  # a row of heads said again and again
    left = {min(grid.own[row]) for row in rows if grid.own[row]}
    beside = [head for key, head, _ in pairs if key.column not in left]
    if (beside and not any(beside)) or not _are_named(grid, pairs):
        return None  # tasks side by side, or a matrix of words
    # what was examined gives nobody anything to do, though somebody built it
    return _columns(grid, pairs), [] if _are_of_record(grid, pairs) else list(_tasks(grid, pairs))


def _are_of_record(grid: TableGrid, pairs: Sequence[Pair]) -> bool:
    """Whether fields are those of a report on an examination (检测依据, 检测结论) that gives nobody anything to do."""
    keys = [grid.words(key) for key, *_ in pairs]
    said = sum(lexicon_pattern("pairs.record").match(key) is not None for key in keys)
    asked = any(lexicon_pattern("pairs.asked").search(key) for key in keys)
    return said >= _RECORDED and not asked


def _are_named(grid: TableGrid, pairs: Sequence[Pair]) -> bool:
    """Whether no head that is but a word for a role has another beside it: 配合 │ 具体实施 are two of a matrix."""
    bare = [grid.words(value) for key, _, value in pairs if grid.content(key).kind == "role"]
    return not any(map(says_role, bare))


Pair = tuple[Cell, ColumnHead | None, Cell | None]


def _columns(grid: TableGrid, pairs: Sequence[Pair]) -> tuple[TableColumn, ...]:
    return tuple(
        TableColumn(position, grid.words(key), head.role, head.rule.id, 1.0, "左边的栏名")
        for position, (key, head, _) in enumerate(pairs)
        if head is not None
    )


def _asks(grid: TableGrid, pair: Pair) -> bool:
    """Whether a pair is an opinion that asks bodies to do something: 拟办意见 │ 请甲局牵头，乙局配合."""
    return heads_opinion(grid.words(pair[0])) and bool(parts_of_opinion(grid.words(pair[2])))


def _asked(grid: TableGrid, pairs: Sequence[Pair], asked: Sequence[Pair]) -> TableTask:
    """The paper that a form is about, as the task of those whom opinions on it ask."""
    task = _task(grid, pairs)
    cells = [value for *_, value in asked if value is not None]
    spans = [Span(cell.start, cell.end) for cell in cells]
    limits = [
        Span(cell.start + limit.start, cell.start + limit.end)
        for cell in cells
        if (limit := limit_of_opinion(grid.words(cell))) is not None
    ]
    duties = tuple(CellDuty(("responsible",), span, span) for span in spans)
    return task._replace(duties=duties, deadline=task.deadline or (limits[0] if limits else None))


def _pairs(grid: TableGrid, rows: Sequence[int], rules: ActiveRules) -> Iterator[Pair]:
    """Left cell, what it says, right cell; nothing at all where a row is no row of pairs.

    Sources leave empty cells out: a cell stands on the left or the right by its column.
    """
    found: list[Pair] = []
    if len(grid.places) not in _WIDTHS:
        return
    keys = grid.places[::2]
    beside = dict(zip(keys, grid.places[1::2], strict=True))
    said: Counter[str] = Counter()  # how often each name of a field is said; counted when it is first asked for
    for row in rows:
        if grid.is_across(row) and not _is_pair(grid, row, keys[0], rules):
            continue
        own = grid.own[row]
        if keys[0] not in own or _is_row_of_heads(grid, row, rules):
            return
        if row == rows[0] and _says_field_and_value(grid, row, rules):
            continue
        for place in keys:
            key, value = own.get(place), own.get(beside[place])
            words = grid.words(key)
            if key is None or not words:
                if grid.words(value):
                    return
                continue
            head = read_head(words, rules) or read_head(words.rstrip(_COUNTED), rules)
            if head is None and len(words) > _LONGEST_KEY:
                return
            if head is not None and _names_role(grid.words(value), rules):
                said = said or Counter(grid.words(grid.own[row].get(place)) for row in rows for place in keys)
                if said[words] == 1:
                    return  # two heads side by side: a table of rows
            found.append((key, head, value))
    yield from found


def _names_role(words: str, rules: ActiveRules) -> bool:
    """Whether words are the head of a column that names somebody."""
    head = read_head(words, rules)
    return head is not None and head.role in NAMED


def _is_row_of_heads(grid: TableGrid, row: int, rules: ActiveRules) -> bool:
    """Whether a row is the head of a table of rows: 问题, 整改措施, 责任科室, 时限."""
    words = [grid.words(cell) for cell in grid.filled(row)]
    units = lexicon_pattern("column.some-unit")  # 成员单位 says no role, but bodies
    unknown = [held for held in words if read_head(held, rules) is None and not units.search(name_of_head(held))]
    # of which one may be of bodies in words that nobody knows: 任务, 牵头单位, 外聘单位
    ends = lexicon_pattern("column.any-unit")
    may_be = len(unknown) <= 1 and all(ends.search(name_of_head(held)) for held in unknown)
    return len(words) > _ONE_PAIR and may_be


def _says_field_and_value(grid: TableGrid, row: int, rules: ActiveRules) -> bool:
    """Whether a row but heads the pairs below it: 项目, 内容."""
    heads = [read_head(grid.words(cell), rules) for cell in grid.filled(row)]
    roles = [head.role for head in heads if head is not None]
    is_pair = len(heads) == _ONE_PAIR == len(set(roles))
    return is_pair and set(roles) <= {"task", "content", "remark"}


def _is_pair(grid: TableGrid, row: int, place: int, rules: ActiveRules) -> bool:
    """Whether a row of one cell is a pair whose right one is empty: 备注."""
    cell = grid.own[row].get(place)
    return cell is not None and cell.colspan == 1 and read_head(grid.words(cell), rules) is not None


def _tasks(grid: TableGrid, pairs: Sequence[Pair]) -> Iterator[TableTask]:
    """The pairs of each task: they begin with the same name, though others may say what is done, too (工作措施)."""
    first = _first_of_task(grid, [pair for pair in pairs if pair[1] is not None])
    group: list[Pair] = []
    for pair in pairs:
        if _name(grid, pair) == first and any(held and held.role in NAMED for _, held, _ in group):
            yield _task(grid, group)
            group = []
        group.append(pair)
    if group:
        yield _task(grid, group)


def _first_of_task(grid: TableGrid, known: Sequence[Pair]) -> str:
    """What each task begins with: its name, or the number above that."""
    roles = [head.role for _, head, _ in known if head is not None]
    name = next(place for place, role in enumerate(roles) if role in ("task", "content"))
    names = [_name(grid, pair) for pair in known]
    numbered = roles[0] == "number" and names.count(names[0]) == names.count(names[name])
    return names[0 if numbered else name]


def _name(grid: TableGrid, pair: Pair) -> str:
    """The name of a field without what counts it: 事项一, 任务2."""
    return grid.words(pair[0]).rstrip(_COUNTED)


def _task(grid: TableGrid, group: Sequence[Pair]) -> TableTask:
    def cells(*roles: str) -> list[tuple[Cell, ColumnHead, Cell]]:
        listed = [(key, head, value) for key, head, value in group if head is not None and value is not None]
        return [pair for pair in listed if pair[1].role in roles and grid.words(pair[2])]

    texts = [*cells("task"), *cells("content")]
    heading = " ".join(grid.words(texts[0][2]).split()) if texts else ""
    number = next((grid.words(value) for *_, value in cells("number")), "")
    duties = []
    for _, head, value in cells(*NAMED):
        if cell_content(grid.words(value)).kind != "empty":
            span = Span(value.start, value.end)
            duties.append(CellDuty(tuple(role for role in head.roles if role in NAMED), span, span))
    limit = plainest_limit(cells("deadline"), lambda pair: grid.words(pair[0]))
    due = Span(limit[2].start, limit[2].end) if limit is not None else None
    start, end = min(key.start for key, _, _ in group), max((value or key).end for key, _, value in group)
    return TableTask(number, heading, (), start, end, tuple(duties), due)
