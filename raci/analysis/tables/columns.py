"""What each column of a table is: its head and what stands below it, judged together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from raci.analysis.tables.column_cells import BY_CELLS, NOTICED, by_role, kinds_below, says_roles, share_of_names
from raci.analysis.tables.divided_cells import divided_bodies
from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.heads import TableHead
from raci.analysis.tables.limit_columns import says_no_limit, with_limit
from raci.analysis.tables.opinions import ASKED, heads_opinion, parts_of_opinion
from raci.analysis.tables.task_column import with_task
from raci.model import TableColumn
from raci.rules.bare_head import name_of_head
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, SAYING, ColumnHead, read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.role_words import head_of_role

__all__ = ["BODIES_ALONE", "BY_CELLS", "understand"]

#: of the filled cells of a column so many must fit its role
_FITS = 0.5
#: a name or a list of names is seldom longer; longer words without a separator are text
_LONG_NAME = 30
#: a word for bodies that ends a head is no longer
_UNIT = 3
#: why a column of a table without heads is what it is, by what stands in it
BODIES_ALONE = "没有表头，格里是单位"
_IN_CELLS = {"bodies": BODIES_ALONE, "date": "没有表头，格里是时限", "number": "没有表头，格里是序号"}
#: of the names of persons so many begin with a known surname
_SOME = 0.3
_PERSONS = "表头是职务，格里是人名"
_MARKS = frozenset({"letters", "mark"})
#: what a column of 任务分工 or 职责 may be by its head, though bodies stand below it
_SHARED = frozenset({"task", "content", "duty"})


def understand(grid: TableGrid, head: TableHead, rows: Sequence[int]) -> tuple[TableColumn, ...]:
    """The columns of a table of tasks, in order; a column whose cells contradict its head has no role."""
    if not head.words:
        return with_task(grid, rows, [_without_head(grid, rows, place) for place in grid.places])
    found: list[TableColumn] = []
    spread = Counter(head.words.values())
    beside = any(known.role in NAMED for known in head.known.values())
    for place in grid.places:
        words = head.words.get(place, "")
        counted = kinds_below(grid, rows, place)
        total = sum(counted.values())
        known = head.known.get(place)
        if known is None:
            asks = heads_opinion(words) and _asks(grid, rows, place)
            asked = TableColumn(place, words, "responsible", BY_CELLS, 1.0, ASKED)
            found.append(asked if asks else _by_cells(grid, rows, place, words, beside))
            continue
        fit = 1.0
        if total and known.role in NAMED:
            cells = [grid.own[row][place] for row in rows if place in grid.own[row]]
            fits = sum(_may_name(grid.words(cell)) or bool(grid.coded(cell)) for cell in cells)
            fit = fits / total
        role = known.role if fit >= _FITS else None
        why = "表头" if role else "表头写的是单位，格里不像单位"
        if role == "deadline" and (other := says_no_limit(grid, rows, place, name_of_head(words))):
            role, why = "remark", other
        if role == "deadline" and _says_milestones(words, counted, head):
            role, why = "task", "里程碑一列写的是事"
        if role in SAYING and total and counted["number"] == total and spread[words] > 1:
            role, why = "number", "表头跨到旁边的任务列，格里是序号"
        if role in SAYING and _names_persons(grid, rows, place, words):
            role, why = "leader", _PERSONS  # 资源名称
        if role in _SHARED and counted["bodies"] >= NOTICED * total > 0 and _is_share(words):
            # 任务分工 over 甲局牵头，乙局配合
            role, why = "responsible", "表头写的是分工，格里是单位"
        if role in _SHARED and _is_share(words) and _divides(grid, rows, place):
            role, why = "responsible", "表头写的是分工，格里写各单位做什么"
        if role in ("remark", "content") and heads_opinion(words) and _asks(grid, rows, place):
            role, why = "responsible", ASKED
        found.append(TableColumn(place, words, role, known.rule.id, fit, why))
    found = _with_liaison(grid, rows, _without_posts(found))
    return with_task(grid, rows, with_limit(grid, rows, _with_numbers(grid, rows, found)))


def _without_posts(columns: list[TableColumn]) -> list[TableColumn]:
    """The columns, those of posts beside the names of the same persons as nothing more: 责任人 over 姓名 and 职务."""
    post = lexicon_pattern("column.post-beside-name")
    heads = {name_of_head(column.head).removesuffix("姓名") for column in columns if column.role == "leader"}
    return [
        column._replace(role="remark", why="旁边一列写的是姓名")
        if column.role == "leader" and (said := post.fullmatch(name_of_head(column.head))) and said["whose"] in heads
        else column
        for column in columns
    ]


def _with_liaison(grid: TableGrid, rows: Sequence[int], columns: list[TableColumn]) -> list[TableColumn]:
    """The columns, that of 联系部门 as those who support a leader beside whom no other body stands: 河长 │ 联系部门."""
    if {column.role for column in columns} & NAMED != {"leader"}:
        return columns
    said = lexicon_pattern("column.liaison")
    found = [column for column in columns if column.role == "remark" and said.match(name_of_head(column.head))]
    counted = kinds_below(grid, rows, found[0].place) if len(found) == 1 else Counter[str]()
    if not counted or counted["bodies"] < NOTICED * counted.total():
        return columns
    liaison = found[0]._replace(role="support", why="牵头、负责的是人，联系的是单位")
    return [liaison if one is found[0] else one for one in columns]


def _divides(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    """Whether most cells of a column give several bodies each a part: 1.甲局：提供苗木；2.乙局：组织栽植."""
    cells = [words for row in rows if (words := grid.words(grid.own[row].get(place)))]
    return bool(cells) and sum(bool(divided_bodies(words)) for words in cells) >= NOTICED * len(cells)


def _by_cells(grid: TableGrid, rows: Sequence[int], place: int, words: str, beside: bool) -> TableColumn:
    """A column whose head is not known, by what stands below it; without a role where that does not tell.

    ``beside``: other heads say who has a part in the tasks.
    """
    counted = kinds_below(grid, rows, place)
    total = sum(counted.values())
    bodies = counted["bodies"] / total if total else 0.0
    likely = _begins_with_role(words) if max(bodies, _company_parts(grid, rows, place)) >= NOTICED else None
    if likely is not None:
        return TableColumn(place, words, likely.role, likely.rule.id, bodies, "表头开头的字，格里是单位")
    if says_roles(grid, rows, place):
        return TableColumn(place, words, "responsible", BY_CELLS, bodies, "格里写明谁牵头、谁配合")
    if _names_persons(grid, rows, place, words):
        return TableColumn(place, words, "leader", BY_CELLS, 1.0, _PERSONS)
    if beside and lexicon_pattern("column.taking-part").search(name_of_head(words)):
        listed = share_of_names(grid, rows, place, "column.short-names")
        if listed >= NOTICED:
            return TableColumn(place, words, "support", BY_CELLS, listed, "参与的人，旁边一列写谁负责")
    return TableColumn(place, words, None, "", bodies, "表头不认识" + ("，格里多是单位" if bodies >= NOTICED else ""))


def _names_persons(grid: TableGrid, rows: Sequence[int], place: int, words: str) -> bool:
    """Whether a column names persons by a head that says what they do: 项目经理, 开发人员, 资源名称."""
    said = lexicon_pattern("column.post-of-person").search(name_of_head(words))
    if said is None:
        return False
    known, short = (share_of_names(grid, rows, place, f"column.{kind}-names") for kind in ("full", "short"))
    # not all surnames are known; a head of a post may head roles too: 项目经理 over 主持, 参加
    surely = said.group("persons") is not None
    return known >= NOTICED or (short >= NOTICED and (surely or known >= _SOME))


def _company_parts(grid: TableGrid, rows: Sequence[int], place: int) -> float:
    """How many of the filled cells of a column name parts or posts of a company (财务主管, IT部), 0 to 1."""
    part = lexicon_pattern("cell.company-part")
    names = [words for row in rows if (words := grid.words(grid.own[row].get(place)))]
    return sum(part.fullmatch(name) is not None for name in names) / len(names) if names else 0.0


def _without_head(grid: TableGrid, rows: Sequence[int], place: int) -> TableColumn:
    """A column of a table that has no heads, by its cells: bodies, time limits or numbers; else without a role."""
    if says_roles(grid, rows, place):
        return TableColumn(place, "", "responsible", BY_CELLS, 1.0, "格里写明谁牵头、谁配合")
    counted = kinds_below(grid, rows, place)
    for kind, role in (("bodies", "responsible"), ("date", "deadline"), ("number", "number")):
        share = counted[kind] / sum(counted.values()) if counted else 0.0
        if share >= NOTICED:
            return TableColumn(place, "", role, BY_CELLS, share, _IN_CELLS[kind])
    return TableColumn(place, "", None, "", 0.0, "没有表头")


def _with_numbers(grid: TableGrid, rows: Sequence[int], columns: list[TableColumn]) -> list[TableColumn]:
    """The columns, one of the tasks that holds but numbers as such: 条款 (5.1) beside 要求, or words without a head."""
    saying = by_role(columns, *SAYING)
    beside = len(saying) > 1 or any(
        kinds_below(grid, rows, column.place)["text"] for column in columns if column.role is None and not column.rule
    )
    for column in saying if beside and not by_role(columns, "number") else []:
        counted = kinds_below(grid, rows, column.place)
        if counted and counted["number"] == sum(counted.values()):
            numbered = column._replace(role="number", why="格里是序号")
            return [numbered if one is column else one for one in columns]
    return columns


def _begins_with_role(words: str) -> ColumnHead | None:
    """What the head of a column of bodies says that is but a role, or ends with an unknown word: 责任办, 牵头村."""
    bare = name_of_head(words)
    if (alone := head_of_role(words)) is not None:
        return alone
    for end in range(1, min(_UNIT, len(bare) - 2) + 1):
        head = read_head(f"{bare[:-end]}单位")
        if head is not None and head.role in NAMED:
            return head
    return None


def _says_milestones(words: str, counted: Counter[str], head: TableHead) -> bool:
    """Whether a column of milestones says what is to be reached, not when, and none beside it says a task."""
    if counted["text"] < NOTICED * sum(counted.values()) or any(one.role in SAYING for one in head.known.values()):
        return False
    return lexicon_pattern("column.milestone").search(name_of_head(words)) is not None


def _is_share(words: str) -> bool:
    return lexicon_pattern("column.share").search(name_of_head(words)) is not None


def _asks(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    """Whether most cells of a column ask bodies to do something: 请甲局牵头，乙局配合."""
    cells = [words for row in rows if (words := grid.words(grid.own[row].get(place)))]
    return bool(cells) and sum(bool(parts_of_opinion(words)) for words in cells) >= NOTICED * len(cells)


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
