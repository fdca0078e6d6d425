"""Tables whose cells of tasks say who does these: 建成急救分站（责任单位：县卫健局）, below 任务 and beside 时限."""

from __future__ import annotations

from collections.abc import Sequence

from raci.analysis.tables.cell_items import cell_items
from raci.analysis.tables.column_cells import NOTICED, by_role
from raci.analysis.tables.columns import understand
from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.heads import TableHead
from raci.analysis.tables.limit_columns import limit_column
from raci.analysis.tables.section_rows import Section, section_of_words
from raci.model import Span, TableColumn, TableTask
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED
from raci.rules.markers import at_start

__all__ = ["read_labelled"]

#: what stands around a label behind the words of a task
_EDGE = " \t\u3000\n，,；;。（(【[〔"
_COLONS = "：:∶"
#: a task has so many characters
_SHORT = 4
_WHY = "格里写明由谁负责"


def read_labelled(
    grid: TableGrid, head: TableHead, rows: Sequence[int]
) -> tuple[tuple[TableColumn, ...], list[TableTask]] | None:
    """The columns and tasks of a table none of whose columns names bodies; None where its cells do not say who."""
    data = [row for row in rows if not grid.is_across(row)]
    place = next((place for place in grid.places if _says_who(grid, data, place)), None)
    if place is None:
        return None
    columns = understand(grid, head, data)
    labelled = next(column for column in columns if column.place == place)
    if any(column.role in NAMED for column in columns if column is not labelled):
        return None
    above = [column for column in by_role(columns, "chapter", "task") if column.place < labelled.place]
    limit, number = limit_column(columns), next(iter(by_role(columns, "number")), None)
    found = []
    for row in data:
        reaching = grid.reaching[row]
        due = reaching.get(limit.place) if limit is not None else None
        deadline = Span(due.start, due.end) if due is not None and grid.words(due) else None
        chapters = tuple(" ".join(words.split()) for one in above if (words := grid.words(reaching.get(one.place))))
        numbered = grid.words(reaching.get(number.place)) if number is not None else ""
        for item in cell_items(grid, grid.own[row].get(labelled.place)):
            said = _said(grid, item)
            heading = " ".join(said.heading.strip(_EDGE).split())
            duties = () if said.duty is None else (said.duty,)
            found.append(TableTask(numbered, heading, chapters, item.start, item.end, duties, deadline))
    columns = tuple(one._replace(role="task", why=_WHY) if one is labelled else one for one in columns)
    return columns, found


def _said(grid: TableGrid, item: Span) -> Section:
    return section_of_words(grid.text[item.start : item.end].rstrip(), item.start)


def _says_who(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    """Whether most cells of a column say a task and, behind a label, who does it."""
    cells = [cell for row in rows if (cell := grid.own[row].get(place)) is not None and cell.end > cell.start]
    if not any(colon in grid.words(cell) for cell in cells for colon in _COLONS):
        return False
    items = [_said(grid, item) for cell in cells for item in cell_items(grid, cell)]
    told = sum(said.duty is not None and _is_task(said.heading) for said in items)
    return told > 0 and told >= NOTICED * len(items)


def _is_task(heading: str) -> bool:
    """Whether the words before a label say a task: no body, and no number alone."""
    words = heading.strip(_EDGE)
    marker = at_start(words)
    words = words[marker.end :] if marker else words
    return len(words) >= _SHORT and cell_content(words).kind in ("text", "person")
