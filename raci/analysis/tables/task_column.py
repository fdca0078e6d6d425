"""Which column of a table says the task, where no head does: a chapter that parts rows, or text beside the bodies."""

from __future__ import annotations

from collections.abc import Sequence

from raci.analysis.tables.column_cells import NOTICED, by_role, kinds_below
from raci.analysis.tables.grid import TableGrid
from raci.model import TableColumn
from raci.model.late_patterns import late_pattern
from raci.rules.bare_head import bare_head, name_of_head
from raci.rules.columns import NAMED, says_object
from raci.rules.lexicon import lexicon_pattern

__all__ = ["with_task"]

#: what says a task has so many characters, taken together
_TASK_LENGTH = 6
_WORD = late_pattern(r"[A-Za-z]+|[^\W\d_]")
_EACH = "每行一项，没有别的任务列"
_DUTY = "组的职责，没有别的任务列"
_OBJECT = "每行一个对象，事在别的列"


def with_task(grid: TableGrid, rows: Sequence[int], columns: list[TableColumn]) -> tuple[TableColumn, ...]:
    """The columns with one that says the task: where no head does, a chapter without merged cells, or the text left."""
    columns = _without_objects(columns)
    if by_role(columns, "task"):
        return tuple(columns)
    contents = by_role(columns, "content")
    duties = _duties_of_groups(grid, rows, columns) if not contents else None
    if duties is not None:
        return tuple(column._replace(role="task", why=_DUTY) if column is duties else column for column in columns)
    found = _beside_content(grid, rows, columns, contents) if contents else _without_content(grid, rows, columns)
    if found is None:
        return tuple(columns)
    chosen, why = found
    fit = _share_of_text(grid, rows, chosen.place)
    return tuple(column._replace(role="task", fit=fit, why=why) if column is chosen else column for column in columns)


def _without_objects(columns: list[TableColumn]) -> list[TableColumn]:
    """The columns, what something is done about a chapter where another says what: 河湖名称 beside 问题描述."""
    tasks = by_role(columns, "task")
    objects = [column for column in tasks if says_object(column.head)]
    contents = by_role(columns, "content")
    if not objects or not (contents or len(tasks) > len(objects)):
        return columns
    first = contents[0] if len(tasks) == len(objects) else None
    said = {column: column._replace(role="chapter", why=_OBJECT) for column in objects}
    return [column._replace(role="task") if column is first else said.get(column, column) for column in columns]


def _beside_content(
    grid: TableGrid, rows: Sequence[int], columns: Sequence[TableColumn], contents: Sequence[TableColumn]
) -> tuple[TableColumn, str] | None:
    """The column that says what the contents are of: a chapter that parts the rows, or the text left of them."""
    chapters = by_role(columns, "chapter")
    measured = all(_measures(grid, rows, one.place) for one in contents)
    named = len(chapters) == 1 and not lexicon_pattern("column.category").search(name_of_head(chapters[0].head))
    if chapters and (measured or named) and _says_each(grid, rows, chapters[-1].place):
        return chapters[-1], _EACH
    found = [column for column in _texts(grid, rows, columns) if _may_be_tasks(grid, rows, column.place)]
    texts = [column for column in found if column.place < contents[0].place]
    if texts:
        return texts[-1], "内容列左边的文字列"
    bodies = min((column.place for column in by_role(columns, *NAMED)), default=0)
    within = [column for column in found if contents[0].place < column.place < bodies]
    goals = len(contents) == 1 and _merged(grid, rows, contents[0].place)
    return (within[0], "合并的目标列右边的文字列") if within and goals else None


def _without_content(
    grid: TableGrid, rows: Sequence[int], columns: Sequence[TableColumn]
) -> tuple[TableColumn, str] | None:
    """The column of the tasks where no head says what is to be done."""
    parting = [column for column in by_role(columns, "chapter") if _says_each(grid, rows, column.place)]
    texts = _texts(grid, rows, columns)
    bodies = min((column.place for column in by_role(columns, *NAMED)), default=0)
    said = [column for column in parting if not lexicon_pattern("column.category").search(name_of_head(column.head))]
    kinds = not said
    within = [column for column in texts if parting and parting[-1].place < column.place < bodies]
    if parting and not (kinds and any(_may_be_tasks(grid, rows, column.place) for column in within)):
        return (said or parting)[0], _EACH
    if _lists_contacts(columns):
        return None
    if not texts:
        objects = [column for column in columns if column.place < bodies and _is_object(column)]
        parting = [column for column in objects if _says_each(grid, rows, column.place)]
        return (parting[0], "每行一个对象，没有任务列") if parting else None
    before = [column for column in texts if column.place < bodies and _may_be_tasks(grid, rows, column.place)]
    if before:
        return before[0], "单位左边的文字列"
    texts = [column for column in texts if _length(grid, rows, column.place) > len(rows)]  # P0, P1 say no task
    if not texts:
        return None
    return max(texts, key=lambda column: _length(grid, rows, column.place)), "唯一的文字列"


def _duties_of_groups(grid: TableGrid, rows: Sequence[int], columns: Sequence[TableColumn]) -> TableColumn | None:
    """The column that says what each group is to do, beside who leads it: 工作组, 牵头单位, 主要职责."""
    duties = [column for column in by_role(columns, "duty") if _is_text(grid, rows, column.place)]
    led = by_role(columns, "lead") and by_role(columns, "chapter")
    return duties[0] if led and len(duties) == 1 and _says_each(grid, rows, duties[0].place) else None


def _is_object(column: TableColumn) -> bool:
    """Whether the head says what something is done about: 防汛对象, 点位."""
    said = lexicon_pattern("column.object").search(name_of_head(column.head))
    return column.role in (None, "remark") and said is not None


def _may_be_tasks(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    """Whether a column below an unknown head says a task in each row: not names of a kind, as 启动阶段, 实施阶段."""
    ends = {grid.words(grid.own[row].get(place))[-2:] for row in rows}
    return (
        _says_each(grid, rows, place)
        and (len(ends) > 1 or len(rows) < 2)
        and _length(grid, rows, place) >= _TASK_LENGTH * len(rows)
    )


def _texts(grid: TableGrid, rows: Sequence[int], columns: Sequence[TableColumn]) -> list[TableColumn]:
    """The columns of text whose heads are not known."""
    return [
        column for column in columns if column.role is None and not column.rule and _is_text(grid, rows, column.place)
    ]


def _lists_contacts(columns: Sequence[TableColumn]) -> bool:
    """Whether the heads are those of a list of persons to call, in which nothing is a task."""
    heads = [bare_head(column.head) for column in columns]
    heads = [head for head in heads if lexicon_pattern("column.contacts").search(head)]
    two = by_role(columns, "leader") and by_role(columns, "responsible")  # 包保领导, 责任单位: both for one thing
    if two or by_role(columns, "lead", "support", "deadline"):
        heads = [head for head in heads if not lexicon_pattern("column.telephone").search(head)]
    return bool(heads)


def _measures(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    """Whether a column holds but values (6%, 3.2万人): what they measure stands beside it."""
    cells = [grid.words(grid.own[row].get(place)) for row in rows]
    found = [lexicon_pattern("column.measure").search(words) is not None for words in cells if words]
    return bool(found) and sum(found) >= NOTICED * len(found)


def _says_each(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    """Whether a column says something of its own in each row: it parts tasks, not chapters."""
    words = [grid.words(grid.own[row].get(place)) for row in rows]
    return bool(words) and all(words) and len(set(words)) == len(words) and not _merged(grid, rows, place)


def _merged(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    return any((cell := grid.own[row].get(place)) is not None and grid.reaches_down(cell) for row in rows)


def _is_text(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    return _share_of_text(grid, rows, place) >= NOTICED


def _share_of_text(grid: TableGrid, rows: Sequence[int], place: int) -> float:
    """How many of the filled cells of a column hold words that name no body and are no number or date."""
    counted = kinds_below(grid, rows, place)
    total = sum(counted.values())
    return (counted["text"] + counted["person"]) / total if total else 0.0


def _length(grid: TableGrid, rows: Sequence[int], place: int) -> int:
    """How many Chinese characters and foreign words a column holds: ph-archive is two, as a code says no task."""
    return sum(len(_WORD.findall(grid.words(grid.own[row].get(place)))) for row in rows)
