"""待核: what needs a human eye."""

from __future__ import annotations

from raci.model import Analysis, Document
from raci.views.grid import Grid
from raci.views.tables.table import Column, TableView

__all__ = ["review"]

_SEVERITIES = {"warning": "请核对", "note": "请留意"}
_NOBODY = "未写明单位"
#: id of a check → what a table calls it; a check without a word here stands under its id
_CHECKS = {
    "unassigned": _NOBODY,
    "unread": "标注未读全",
    "ocr": "图片识别",
    "leads": "多家牵头",
    "standing": "牵头须看原件",
    "annex": "附件表与正文",
    "unresolved": "单位待定",
    "alike": "名称相近",
    "gone": "机构已撤并",
    "stopped": "规则停用",
    "edited": "人工修改",
}


def review(analysis: Analysis, grid: Grid) -> TableView:
    """The findings, the tasks that nobody is named for, and the bodies whose meaning stays open, in document order."""
    document = analysis.document
    found: list[tuple[int, tuple[str | int, ...]]] = []
    unnamed = {task.clause: task for index in grid.unassigned() if (task := grid.tasks[index])}
    told = set()
    for finding in analysis.findings:
        start = finding.start or 0
        clause = analysis.clauses[finding.clause] if finding.clause is not None else None
        label = clause.label if clause else ""
        # a check that speaks of unassigned tasks makes the line below needless
        if finding.clause in unnamed and finding.check == "unassigned":
            told.add(finding.clause)
        quote = document.quote(start, finding.end) if finding.start is not None and finding.end else ""
        found.append(
            (
                start,
                (
                    _SEVERITIES[finding.severity],
                    _CHECKS.get(finding.check, finding.check),
                    label,
                    finding.message.removeprefix(f"{label}：").removesuffix(f"：{label}"),
                    _place(document, finding.start),
                    _short(quote),
                ),
            )
        )
    if len(unnamed) > 1 and len(unnamed) == len(grid.tasks):
        # one question, not as many as there are tasks
        found = [line for line in found if line[1][1] != _NOBODY]
        words = (_SEVERITIES["warning"], _NOBODY, "", f"全文 {len(unnamed)} 项任务都没有写明由谁承担，请按职责逐项确定")
        found.append((-1, (*words, "", "")))
        told.update(unnamed)
    for index, task in unnamed.items():
        if index is not None and index not in told:
            clause = analysis.clauses[index]
            words = (_SEVERITIES["note"], _NOBODY, task.label, "原文没有写明由谁承担，请按职责确定")
            quote = _short(document.quote(clause.start, clause.end))
            found.append((clause.start, (*words, _place(document, clause.start), quote)))
    # an Analysis that was checked says it in its findings
    checked = any(finding.check == "unresolved" for finding in analysis.findings)
    open_names = {one.department.name for one in analysis.assignments} if checked else set()
    for one in analysis.assignments:
        body = one.department
        if (body.candidates or body.reason) and body.name not in open_names:
            open_names.add(body.name)
            which = f"“{body.name}”指哪个单位未定：{body.reason}"
            if body.candidates:
                which += f"（可能是{'、'.join(body.candidates)}）"
            words = (_SEVERITIES["note"], "单位待定", one.clause.label, which)
            found.append((one.start, (*words, _place(document, one.start), _short(one.quote))))
    found.sort(key=lambda line: line[0])
    columns = (
        Column("order", "序号", 4),
        Column("severity", "程度", 6),
        Column("check", "事项", 12),
        Column("task", "任务", 18),
        Column("message", "说明", 28),
        Column("place", "原文位置", 8),
        Column("quote", "原文", 34),
        Column("done", "核对结果", 12),
    )
    rows = tuple((number, *line, "") for number, (_, line) in enumerate(found, start=1))
    marked = frozenset(index for index, row in enumerate(rows) if row[2] == _NOBODY)
    return TableView(columns, rows, marked, empty="没有需要人工核对的事项")


def _place(document: Document, offset: int | None) -> str:
    place = document.place(offset) if offset is not None else None
    return str(place) if place else ""


def _short(text: str, most: int = 90) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most]}…"
