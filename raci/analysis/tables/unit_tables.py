"""Tables of one body each, and of bodies with their duties: 县教育局任务清单; 单位 │ 主要职责."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from raci.analysis.tables.cell_items import cell_items
from raci.analysis.tables.column_cells import by_role, kinds_below, names_posts, stand_roles, unsaid_units
from raci.analysis.tables.columns import understand
from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.heads import TableHead
from raci.analysis.tables.limit_columns import limit_column
from raci.analysis.tables.task_rows import read_rows
from raci.model import Cell, CellDuty, Span, TableColumn, TableTask, UnreadCells
from raci.model.pattern_codes import compiled
from raci.rules.bare_head import name_of_head
from raci.rules.bodies import is_one_body, like_bodies
from raci.rules.cell_content import cell_content
from raci.rules.columns import ColumnHead
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules
from raci.rules.role_words import role_of_word

__all__ = ["body_of", "read_duties", "read_unit"]

#: of the cells of a column of bodies so many must name some
_BODIES = 0.6
#: the head of the names of persons; of the cells so many must be such, or say what somebody does
_NAME, _MOSTLY = "姓名", 0.6
_BESIDE_DUTY = "职责旁边的单位列"
_POST = compiled(
    r"(?=.{2,20}$)[A-Za-z\u4e00-\u9fff/／（）()&+-]{1,12}(?: [A-Za-z\u4e00-\u9fff/／（）()&+-]{1,12}){0,2}"
)
#: the title of a table of one body's tasks: 县教育局2026年任务清单
_TITLE = compiled(
    r"(?P<body>(?:各[县市区][（(][市县区旗、]{1,7}[）)])?[^\s，。：:；（）()《》]{2,24}?)(?:\d{4}年度?)?(?:年度|重点|主要|工作|整改|责任|分工|目标)*(?:任务|职责|事项|工作|责任|问题|项目)(?:分工|分解|清单|一览|台账)*表?(?:清单|台账)?"
)


def body_of(title: str) -> tuple[int, int] | None:
    """Where in the title of a table the one body stands whose tasks it lists; None where it names none."""
    labelled = lexicon_pattern("table.of-body").fullmatch(title)
    if labelled is not None and like_bodies(labelled["body"]) == (1, 0):
        return labelled.span("body")
    if any(colon in title for colon in "：:∶"):
        return None  # 填报单位：县统计局
    if is_one_body(title):
        return 0, len(title)  # the name of a sheet
    match = _TITLE.fullmatch(title)
    if match is None or like_bodies(match["body"]) != (1, 0):
        return None
    return match.span("body")


def read_unit(
    grid: TableGrid, head: TableHead, rows: Sequence[int], body: Span, rules: ActiveRules
) -> tuple[tuple[TableColumn, ...], list[TableTask], list[UnreadCells]] | None:
    """The columns and tasks of a table that names no body: all are the one body's that its title names (``body``).

    What part it has in each may stand in a column of its own (角色: 牵头单位, 配合单位); cells of that which say
    something else come third.
    """
    # 任务 and 时限 make it a table of tasks; a column that stands for the body lets the rows be read as usual
    rule = next(iter(head.known.values())).rule
    place = (max(grid.places) if grid.places else 0) + 1
    known = {**head.known, place: ColumnHead(("responsible",), rule)}
    extended = TableHead(head.first, head.last, known, {**head.words, place: ""})
    columns = understand(grid, head, [row for row in rows if not grid.is_across(row)])
    if not by_role(columns, "task", "content") or not by_role(columns, "number", "deadline"):
        return None
    grid.places.append(place)
    try:
        read = read_rows(grid, extended, rows)
    finally:
        grid.places.pop()
    if read is None:
        return None
    said = [place for place in grid.places if stand_roles(grid, rows, place)]
    cells = [cell for row in rows for place in said[:1] if (cell := grid.own[row].get(place)) and grid.words(cell)]
    starts = [cell.start for cell in cells]
    tasks, unread = [], []
    for task in read[1]:
        first = bisect_left(starts, task.start)
        cell = cells[first] if first < len(cells) and starts[first] < task.end else None
        role = role_of_word(grid.words(cell), rules) if cell is not None else "responsible"
        if cell is not None and role is None:
            unread.append(UnreadCells(Span(cell.start, cell.end), f"不明白“{grid.words(cell)[:20]}”是什么角色"))
        tasks.append(task._replace(duties=(CellDuty((role,), body, body),) if role is not None else ()))
    return columns, tasks, unread


def _names_none(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    counted = kinds_below(grid, rows, place)
    return counted["text"] > 0 and not counted["bodies"] and not counted["person"]


def _are_bodies(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    counted = kinds_below(grid, rows, place)
    return counted["bodies"] > 0 and counted["bodies"] >= _BODIES * sum(counted.values())


def _are_posts(grid: TableGrid, rows: Sequence[int], column: TableColumn) -> bool:
    """Whether a column names posts of any kind, each once: 岗位 over 项目经理, 安全员."""
    if not names_posts(column):
        return False
    names = [words for row in rows if (words := grid.words(grid.own[row].get(column.place)))]
    return bool(names) and all(_POST.fullmatch(name) for name in names) and len(set(names)) == len(names)


def read_duties(
    grid: TableGrid, head: TableHead, rows: Sequence[int]
) -> tuple[tuple[TableColumn, ...], list[TableTask]] | None:
    """The columns and tasks of 单位 │ 职责: what a body has to do is its task.

    A list of persons is none, but where all it says of them is what they do: 角色 │ 姓名 │ 职责, 姓名 │ 职责.
    """
    data = [row for row in rows if not grid.is_across(row)]
    columns = understand(grid, head, data)
    share = lexicon_pattern("column.share")
    # 单位 │ 职责分工: the head may stand over bodies too; here there are none below it
    shared = [column for column in columns if column.role in (None, "responsible") and column.rule]
    shared = [column for column in shared if _names_none(grid, data, column.place)]
    duties = by_role(columns, "duty") or [column for column in shared if share.search(name_of_head(column.head))]
    units = [column for column in by_role(columns, "unit", "responsible") if column not in duties]
    if not duties and len(units) == 2:
        duties = [column for column in units if column in shared]
        units = [column for column in units if column not in duties]
    units = units or unsaid_units(columns) or _persons(grid, data, columns)
    if len(units) != 1 or len(duties) != 1 or _is_roster(grid, head, data, duties[0].place):
        return None
    unit, duty = units[0].place, duties[0].place
    others = [column for column in by_role(columns, "leader", "support") if column.place not in (unit, duty)]
    limit = limit_column(columns)
    posts = _are_posts(grid, data, units[0]) or bool(_persons(grid, data, units))
    if not posts and not _are_bodies(grid, data, unit):
        return None
    tasks = []
    above: Cell | None = None
    for row in rows:
        text = grid.own[row].get(duty)
        words = grid.words(text)
        if text is None or cell_content(words).kind in ("empty", "role", "number") or head.is_said_by(grid, row):
            continue
        # a blank below a body is its next duty; a line across the table is none
        body = above = _cell(grid, row, units[0]) or (above if grid.filled(row)[0].column > unit else None)
        if body is None and grid.is_across(row):
            continue
        who = [*_beside(grid, row, others)]
        due = _cell(grid, row, limit)
        deadline = Span(due.start, due.end) if due is not None else None
        for start, end in cell_items(grid, text):
            heading = " ".join(grid.text[start:end].split())
            own = [] if body is None else [_own_duty(heading, body, posts)]
            tasks.append(TableTask("", heading, (), start, end, (*own, *who), deadline))
    said = units[0]._replace(role="unit", why=_BESIDE_DUTY) if units[0].role is None else units[0]
    return (tuple(said if column is units[0] else column for column in columns), tasks) if tasks else None


def _persons(grid: TableGrid, rows: Sequence[int], columns: Sequence[TableColumn]) -> list[TableColumn]:
    """The column of names of persons: 姓名."""
    named = [column for column in columns if name_of_head(column.head) == _NAME]
    return [column for column in named if kinds_below(grid, rows, column.place)["person"] >= _MOSTLY * len(rows)]


def _is_roster(grid: TableGrid, head: TableHead, rows: Sequence[int], duty: int) -> bool:
    """Whether the heads are those of a list of persons, and the cells do not all say what these are to do."""
    roster = lexicon_pattern("column.roster")
    said = {name_of_head(words) for words in head.words.values() if roster.search(words)}
    if not said:
        return False
    cells = [words for row in rows if (words := grid.words(grid.own[row].get(duty)))]
    tells = lexicon_pattern("cell.tells-duty")
    return said != {_NAME} or sum(tells.search(words) is not None for words in cells) < _MOSTLY * len(cells)


def _own_duty(heading: str, body: Cell, any_words: bool) -> CellDuty:
    """What part a body has in its duty, which may begin with saying it: 牵头单位，负责河道巡查; 配合做好转移."""
    said = lexicon_pattern("duty.role-first").search(heading)
    role = role_of_word(said["role"]) if said is not None else None
    span = Span(body.start, body.end)
    return CellDuty((role or "responsible",), span, span, any_words=any_words)


def _beside(grid: TableGrid, row: int, columns: Sequence[TableColumn]) -> Iterator[CellDuty]:
    """Who else has a part in a body's duty, by the columns that say so: 责任人, 配合单位."""
    for column in columns:
        cell = _cell(grid, row, column)
        if cell is not None and column.role is not None:
            span = Span(cell.start, cell.end)
            yield CellDuty((column.role,), span, span)


def _cell(grid: TableGrid, row: int, column: TableColumn | None) -> Cell | None:
    """The cell of a column that reaches into a row, where something stands in it."""
    cell = grid.reaching[row].get(column.place) if column is not None else None
    return cell if cell_content(grid.words(cell)).kind != "empty" else None
