"""待核, 填报情况, 填报记录, 依据, 说明: what else the workbook of a ledger shows."""

from __future__ import annotations

from datetime import date, datetime

from raci._version import __version__
from raci.ledgers.collecting import ADOPTED, answers
from raci.ledgers.lights import rule_words
from raci.ledgers.tables.total import FILL_COLUMNS, TaskTable
from raci.ledgers.values import Ledger
from raci.views.tables.table import Column, TableView

__all__ = ["about", "answer_table", "quotes", "report_table", "review_table"]

#: what is said of a report that is kept, while 总表 shows that of another body
_KEPT = "已收，总表取牵头单位的"


def review_table(ledger: Ledger) -> TableView:
    """What this run found, then what each plan leaves open."""
    columns = (
        Column("order", "序号", 4),
        Column("check", "事项", 10),
        Column("place", "位置", 22),
        Column("task", "任务", 20),
        Column("message", "说明", 40),
        Column("quote", "原文（原样）", 34),
        Column("done", "核对结果", 12),
    )
    found = [*ledger.findings, *(finding for plan in ledger.plans for finding in plan.findings)]
    rows: tuple[tuple[str | int, ...], ...] = tuple(
        (number, each.kind, each.place, each.task, each.message, each.quote, "")
        for number, each in enumerate(found, start=1)
    )
    first_of_plans = len(ledger.findings)
    breaks = frozenset({first_of_plans} if 0 < first_of_plans < len(rows) else ())
    return TableView(columns, rows, breaks=breaks, empty="没有需要人工核对的事项")


def answer_table(ledger: Ledger) -> TableView:
    """Who was sent a workbook, and who has answered; those who have not on top."""
    columns = (
        Column("order", "序号", 4),
        Column("department", "单位", 20),
        Column("state", "回填情况", 8),
        Column("tasks", "任务", 6),
        Column("reported", "已报", 6),
        Column("left", "未报", 6),
        Column("files", "回填文件", 30),
    )
    names = ledger.by_id()
    files: dict[str, dict[str, None]] = {}
    for report in ledger.reports:
        files.setdefault(report.body, {})[report.file] = None
    rows: list[tuple[str | int, ...]] = []
    marked = set()
    for answer in answers(ledger):
        if answer.word == "未回":
            marked.add(len(rows))
        rows.append(
            (
                len(rows) + 1,
                names[answer.body].label,
                answer.word,
                answer.tasks,
                answer.reported,
                answer.tasks - answer.reported,
                "、".join(files.get(answer.body, ())),
            )
        )
    return TableView(columns, tuple(rows), frozenset(marked), empty="还没有下发填报表")


def report_table(ledger: Ledger) -> TaskTable:
    """All that bodies reported, whatever was done with it."""
    columns = (
        Column("order", "序号", 4),
        Column("plan", "文件", 14),
        Column("task", "任务", 24),
        Column("department", "填报单位", 12),
        *FILL_COLUMNS,
        Column("status", "处理", 10),
        Column("file", "回填文件", 16),
    )
    known = {task.id: (plan, task) for plan, task in ledger.tasks(gone=True)}
    names = ledger.by_id()
    rows: list[tuple[str | int, ...]] = []
    ids = []
    for report in ledger.reports:
        plan, task = known.get(report.task, (None, None))
        label = names[report.body].label if report.body in names else report.body
        head = (plan.title if plan else "", task.label if task else report.task)
        # 总表 shows what the body says that answers first; what others say is kept here
        is_first = task is None or task.main_body() == report.body
        status = report.status if is_first or report.status != ADOPTED else _KEPT
        rows.append((len(rows) + 1, *head, label, *report.filled.cells(), status, report.file))
        ids.append(report.task)
    return TaskTable(TableView(columns, tuple(rows), empty="还没有回填"), tuple(ids))


def quotes(ledger: Ledger) -> TaskTable:
    """依据: each task with its chapter, its words, the annotation verbatim and where that stands."""
    columns = (
        Column("order", "序号", 4),
        Column("plan", "文件", 14),
        Column("path", "章节", 18),
        Column("task", "任务", 20),
        Column("words", "内容", 44),
        Column("quote", "原文依据", 36),
        Column("place", "原文位置", 10),
    )
    rows: list[tuple[str | int, ...]] = []
    ids = []
    for plan, task in ledger.tasks(gone=True):
        rows.append((len(rows) + 1, plan.title, "\n".join(task.path), task.label, task.words, task.quote, task.place))
        ids.append(task.id)
    return TaskTable(TableView(columns, tuple(rows), empty="没有读出任务"), tuple(ids))


def about(ledger: Ledger, today: date, made_at: datetime, part: str = "") -> TableView:
    """Two columns, what and how."""
    tasks = sum(1 for _ in ledger.tasks())
    rows = [
        ("台账", f"{len(ledger.plans)} 份文件，{tasks} 项任务，{ledger.bodies_with_tasks()} 个单位；编号 {ledger.id}"),
        ("只列出", f"{part}；其余任务和填报仍在台账里，去掉筛选再生成即可看到" if part else ""),
        ("本次", "\n".join(ledger.news)),
        ("时限情况", rule_words(ledger, today)),
        (
            "怎样填报",
            "在“总表”进展情况等六列中填写，存盘；以后再加文件、再汇总，填报都保留。行可以排序、筛选，列可以隐藏，"
            "右侧隐藏的编号列和隐藏的工作表“raci-ledger”不要删。其他列由文件读出，改了不采用，只在“待核”中列出。",
        ),
        (
            "下发与收回",
            "raci ledger 台账.xlsx --split 下发/ 为每个单位各做一份填报表；收回后放进一个文件夹，"
            "raci ledger 台账.xlsx --collect 回填/ 汇总。牵头单位（没有的取第一个责任单位）的填报进入总表，"
            "其他单位的都在“填报记录”。没有点名的（各有关部门）不做填报表，列在“待核”。同一单位前后两次不同的，取填报日期晚的；分不出的列为冲突，不覆盖。",
        ),
        (
            "同一单位",
            "按名录和地区归并：不同文件里写法不同的同一单位算一个，省、市、县各算各的；改革前后的机构用 --as-of 归并，"
            "其他的写进 raci.toml。",
        ),
        ("生成", f"raci {__version__}，{made_at:%Y-%m-%d %H:%M}"),
    ]
    kept = tuple(row for row in rows if row[1])
    return TableView((Column("what", "项目", 10), Column("how", "内容", 60)), kept)
