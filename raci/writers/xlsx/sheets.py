"""The sheets of the workbook in their order, each with the function that fills it; a new sheet is a line in SHEETS."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from xlsxwriter.worksheet import Worksheet

from raci.model import SheetSnapshot
from raci.storage import sheet_names
from raci.storage.marks import ROW_MARK, TASK_MARK
from raci.views.grid import GridEntry
from raci.views.tables.about import about
from raci.views.tables.bodies import bodies
from raci.views.tables.detail import detail, row_places
from raci.views.tables.division import division
from raci.views.tables.groups import groups_table
from raci.views.tables.of_body import of_body
from raci.views.tables.prose import prose
from raci.views.tables.titles import plan_name
from raci.writers.job import Job
from raci.writers.xlsx.about import write_about_sheet
from raci.writers.xlsx.handout import handout_sheet
from raci.writers.xlsx.hidden import HiddenIds, full_snapshot, table_snapshot
from raci.writers.xlsx.ledger import ledger_sheet
from raci.writers.xlsx.links import WorkbookContext
from raci.writers.xlsx.marks import change_legend, detail_changes, division_changes
from raci.writers.xlsx.matrix.sheet import matrix_sheet
from raci.writers.xlsx.styles import LINK
from raci.writers.xlsx.table_sheet import TableSheet, write_table_sheet
from raci.writers.xlsx.tabs import link

__all__ = ["SHEETS", "FillSheet", "body_sheet", "sheets_of"]

#: fills a sheet, and gives its snapshot where the record holds one (``raci.writers.xlsx.hidden``)
FillSheet = Callable[[Worksheet, WorkbookContext], SheetSnapshot | None]

#: the workbook carries the text of the plan, and who hands it on must know
_READ_BACK = (
    f"在“{sheet_names.MATRIX}”“{sheet_names.DIVISION}”“{sheet_names.DETAIL}”中改好存盘，"
    "再用 raci build 打开这个文件，即按改后的样子重新生成，改动处注明。"
    f"隐藏的工作表“{sheet_names.RECORD}”为此存有原文和全部依据；不想随表带出原文的，删去该表即可（之后只能按表读回）。"
)


def _write(sheet: Worksheet, context: WorkbookContext, content: TableSheet) -> None:
    write_table_sheet(sheet, context.job.profile, context.styles, content)


def _division(sheet: Worksheet, context: WorkbookContext) -> SheetSnapshot:
    job = context.job
    table = division(job.analysis, job.grid)
    ids = [task.id for task in job.grid.tasks]
    content = TableSheet(
        plan_name(job.title),
        "任务分工表",
        table,
        links={"order": context.links.to_matrix},
        remark=change_legend(job.analysis),
        ids=HiddenIds(TASK_MARK, ids),
        changes=division_changes(job.analysis, job.grid),
    )
    _write(sheet, context, content)
    return full_snapshot(sheet.name, table, ids)


def _bodies(sheet: Worksheet, context: WorkbookContext) -> SheetSnapshot:
    job = context.job
    table = bodies(job.analysis, job.grid)
    sheets = {job.grid.bodies[body].label: name for body, name in context.links.body_sheets.items()}

    def to_body_sheet(row: int) -> str | None:
        name = sheets.get(str(table.rows[row][0]))
        return link(name, 0) if name else None

    content = TableSheet(plan_name(job.title), "部门任务表", table, links={"department": to_body_sheet})
    _write(sheet, context, content)
    return table_snapshot(sheet.name, table)


def _detail(sheet: Worksheet, context: WorkbookContext) -> None:
    job = context.job
    table = detail(job.analysis, job.profile)
    ids = HiddenIds(ROW_MARK, [place.id for place in row_places(job.analysis)])
    changes = detail_changes(job.analysis)
    _write(sheet, context, TableSheet(plan_name(job.title), "分工明细", table, keys=True, ids=ids, changes=changes))


def _prose(sheet: Worksheet, context: WorkbookContext) -> SheetSnapshot:
    job = context.job
    table = prose(job.second_layer)
    remark = "以下由句子读出，没有标注：矩阵、任务分工和图不计；只由句子说明的任务另在其中，依据栏注〔行文〕。"
    _write(sheet, context, TableSheet(plan_name(job.title), "行文中的分工", table, remark=remark))
    return table_snapshot(sheet.name, table)


def _groups(sheet: Worksheet, context: WorkbookContext) -> SheetSnapshot:
    job = context.job
    table = groups_table(job.analysis.groups)
    _write(sheet, context, TableSheet(plan_name(job.title), "组织架构", table))
    return table_snapshot(sheet.name, table)


def _review(sheet: Worksheet, context: WorkbookContext) -> SheetSnapshot:
    job = context.job
    _write(sheet, context, TableSheet(plan_name(job.title), "待核事项", job.review))
    return table_snapshot(sheet.name, job.review)


def _about(sheet: Worksheet, context: WorkbookContext) -> None:
    job, links = context.job, context.links
    table = about(job.analysis, job.grid, job.review, job.profile, job.made_at, job.drawn_by)
    rows = list(table.rows)
    if links.left_out:
        number = len(links.body_sheets)
        note = f"任务最多的 {number} 个单位各有一张表，另有 {links.left_out} 个见“{sheet_names.BODIES}”"
        rows.append(("一单位一表", note))
    rows.append(("改后读回", _READ_BACK))
    write_about_sheet(sheet, context, replace(table, rows=tuple(rows)))


def body_sheet(
    sheet: Worksheet,
    context: WorkbookContext,
    body: int,
    own: dict[int, list[GridEntry]],
    entries: dict[int, tuple[GridEntry, ...]],
) -> SheetSnapshot:
    """The tasks of one department: ``own`` are its entries by task, ``entries`` all entries by task."""
    job, links = context.job, context.links
    of_department = of_body(job.grid, body, own, entries)
    table, tasks = of_department.table, of_department.tasks
    content = TableSheet(
        "",
        f"{links.body_heads[body]}任务表",
        table,
        links={"order": lambda row: links.to_division(tasks[row])},
        remark=f"出自：{job.title}",
    )
    _write(sheet, context, content)
    style = context.styles.of(font_size=9, font_color=LINK, align="right", underline=1)
    sheet.write_url(0, len(table.columns) - 1, links.to_matrix(), style, "返回矩阵")
    return table_snapshot(sheet.name, table)


#: sheet name → what fills it, in the order of the tabs
SHEETS: Mapping[str, FillSheet] = MappingProxyType(
    {
        sheet_names.MATRIX: matrix_sheet,
        sheet_names.DIVISION: _division,
        sheet_names.HANDOUT: handout_sheet,
        sheet_names.BODIES: _bodies,
        sheet_names.LEDGER: ledger_sheet,
        sheet_names.DETAIL: _detail,
        sheet_names.PROSE: _prose,
        sheet_names.GROUPS: _groups,
        sheet_names.REVIEW: _review,
        sheet_names.ABOUT: _about,
    }
)


def sheets_of(job: Job) -> dict[str, FillSheet]:
    """The sheets of a workbook: all, but those of the second layer and of groups only where there are any."""
    left_out = set()
    if not job.second_layer:
        left_out.add(sheet_names.PROSE)
    if not job.analysis.groups:
        left_out.add(sheet_names.GROUPS)
    return {name: fill for name, fill in SHEETS.items() if name not in left_out}
