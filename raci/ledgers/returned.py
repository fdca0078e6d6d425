"""What came back: one returned workbook as reports of one body, and what is strange in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from raci.ledgers.entries import parse_filled
from raci.ledgers.row_tasks import RowTasks, bare
from raci.ledgers.sheets import FilledRow, FilledSheet
from raci.ledgers.values import FIELDS, Ledger, LedgerFinding, LedgerPlan, LedgerTask, Report

__all__ = ["PART_HEADS", "PartRecord", "ReturnedFile", "body_token", "renamed_heads", "reports_of", "unread_columns"]

#: the heads of a workbook to fill in that tell what the plan says
PART_HEADS = ("序号", "时限情况", "文件", "任务", "本单位角色", "牵头单位", "其他单位", "完成时限")


@dataclass(frozen=True, slots=True)
class PartRecord:
    """What a workbook to fill in carries out of sight: of which ledger it is, for which body, and its tasks (ids)."""

    ledger: str
    body: str
    label: str
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """A file that came back: its record and its sheet, where it has them; ``fault`` where it cannot be used at all."""

    file: str
    record: PartRecord | None = None
    sheet: FilledSheet | None = None
    fault: LedgerFinding | None = None
    notes: tuple[LedgerFinding, ...] = field(default=())


def body_token(ids: Iterable[str]) -> dict[str, str]:
    """Id of a body → what stands for it in the hidden ids of rows, which may hold no |."""
    return {body: body.replace("|", "/") for body in ids}


def reports_of(ledger: Ledger, returned: ReturnedFile, today: date) -> tuple[list[Report], list[LedgerFinding]]:
    """The reports in a returned workbook, by the hidden ids of its rows, and what is strange in it."""
    findings = list(returned.notes)
    if returned.fault is not None:
        return [], [*findings, returned.fault]
    sheet, file = returned.sheet, returned.file
    if sheet is None:
        return [], [*findings, LedgerFinding("看不懂的回填", "没有找到填报表的表头，没有并入", file)]
    owner = returned.record.ledger if returned.record else next((row.id.ledger for row in sheet.rows if row.id), "")
    if owner and owner != ledger.id:
        return [], [*findings, LedgerFinding("别的台账", "这份填报表出自另一个台账，没有并入", file)]
    if not owner:
        findings.append(LedgerFinding("编号缺失", "隐藏的编号和记录都已删去，按文件和任务的文字对应", file))
    missing = [heading for heading in FIELDS.values() if heading not in sheet.heads]
    if missing:
        findings.append(LedgerFinding("删去的列", f"少了“{'、'.join(missing)}”列，这几项没有读到", file))
    findings += renamed_heads(sheet, file)
    if sheet.twice:
        findings.append(LedgerFinding("重复的列", f"有两列“{'、'.join(sheet.twice)}”，只读左边的一列", file))
    findings += unread_columns(sheet, (*PART_HEADS, *FIELDS.values()), file)
    if returned.record is not None:
        there = {row.id.task for row in sheet.rows if row.id}
        lost = [task for _, task in ledger.tasks() if task.id in returned.record.tasks and task.id not in there]
        if lost and there:
            names = "、".join(task.label for task in lost[:5]) + (" 等" if len(lost) > 5 else "")
            findings.append(LedgerFinding("删去的行", f"少了 {len(lost)} 行：{names}", file))
    return _Reader(ledger, returned, sheet, today, findings).reports(), findings


def renamed_heads(sheet: FilledSheet, file: str) -> list[LedgerFinding]:
    """A finding for each column to fill in that was given another head."""
    return [
        LedgerFinding("改名的列", f"表头“{written}”按“{meant}”读", file) for written, meant in sheet.renamed.items()
    ]


def unread_columns(sheet: FilledSheet, known_heads: Collection[str], file: str) -> list[LedgerFinding]:
    """A finding for each column that is not read and in which something stands."""
    return [
        LedgerFinding(
            "加的列", f"自己加的“{head}”列没有读，其中 {len(texts)} 格有字", file, quote="；".join(texts)[:600]
        )
        for head, texts in sheet.unread(known_heads).items()
    ]


class _Reader:
    """Reads the rows of one returned workbook; what is strange goes to ``findings``."""

    def __init__(
        self, ledger: Ledger, returned: ReturnedFile, sheet: FilledSheet, today: date, findings: list[LedgerFinding]
    ) -> None:
        self._ledger, self._file, self._sheet, self._today = ledger, returned.file, sheet, today
        self._findings = findings
        self._known = {task.id: (plan, task) for plan, task in ledger.tasks(gone=True)}
        self._tasks = RowTasks(ledger)
        tokens = body_token(body.id for body in ledger.bodies)
        self._body_of = {token: body for body, token in tokens.items()}
        self._body = self._own_body(returned)

    def _own_body(self, returned: ReturnedFile) -> str | None:
        if returned.record is not None and returned.record.body in self._body_of.values():
            return returned.record.body
        found = [self._body_of.get(row.id.body) for row in self._sheet.rows if row.id]
        by_id = next(filter(None, found), None)
        return by_id or self._body_by_words()

    def _body_by_words(self) -> str | None:
        """The body that the title of the sheet or the name of the file names, where it is one alone."""
        stem = PurePath(self._file).stem
        named = [body for body in self._ledger.bodies if body.label in self._sheet.above or body.label in stem]
        # 某市人民政府办公室 holds the name of 某市人民政府
        named = [body for body in named if not any(body.label in other.label for other in named if other != body)]
        if len(named) != 1:
            return None
        message = f"按标题或文件名认作{named[0].label}的填报"
        self._findings.append(LedgerFinding("编号缺失", message, self._file))
        return named[0].id

    def reports(self) -> list[Report]:
        reports: dict[str, tuple[Report, FilledRow]] = {}
        for row in self._sheet.rows:
            task_id = self._task_of(row)
            if task_id is None:
                continue
            plan, task = self._known[task_id]
            self._check_cells(row, plan, task)
            filled, strange = parse_filled(row.cells, self._today)
            self._findings += [LedgerFinding("填报内容", words, self._place(row), task.label) for words in strange]
            merged = [head for head in row.merged if head in FIELDS.values()]
            if merged:
                message = f"“{'、'.join(merged)}”与上面的行合并了单元格，按这一行也这样填报计"
                self._findings.append(LedgerFinding("合并的单元格", message, self._place(row), task.label))
            if task.gone and filled:
                message = "文件中已没有这项任务，填报仍然保留"
                self._findings.append(LedgerFinding("已删的任务", message, self._place(row), task.label))
            body = self._body_in(row) or self._body
            if body is None or not filled:
                if filled:
                    words = self._words(row)
                    message = "看不出是哪个单位填的，没有并入"
                    self._findings.append(LedgerFinding("不认识的行", message, self._place(row), task.label, words))
                continue
            report = Report(task_id, body, filled, self._file)
            before = reports.get(f"{task_id}|{body}")
            if before is not None and before[0].filled != filled:
                message = f"同一任务有两行，内容不同：取第 {before[1].number} 行，第 {row.number} 行没有用上"
                finding = LedgerFinding("填报冲突", message, self._place(row), task.label, self._words(row))
                self._findings.append(finding)
                reports[f"{task_id}|{body}|{row.number}"] = (
                    Report(task_id, body, filled, self._file, "冲突，未采用"),
                    row,
                )
                continue
            reports[f"{task_id}|{body}"] = (report, row)
        self._findings += self._tasks.findings(self._file)
        return [report for report, _ in reports.values()]

    def _body_in(self, row: FilledRow) -> str | None:
        if row.id is None or not row.id.body:
            return None
        body = self._body_of.get(row.id.body)
        if body is not None and self._body is not None and body != self._body:
            label = self._ledger.by_id()[body].label
            message = f"这一行是{label}的，夹在别的单位的填报表里；按{label}的填报计"
            self._findings.append(LedgerFinding("别的单位的行", message, self._place(row)))
        return body

    def _task_of(self, row: FilledRow) -> str | None:
        """The task of a row; what is none of the ledger is told."""
        task = self._tasks.of(row)
        if task is None and any(heading in row.cells for heading in (*PART_HEADS, *FIELDS.values())):
            if row.id is None:
                self._stray(row, "没有编号，也对不上台账里的任务，没有并入")
            else:
                other = row.id.ledger != self._ledger.id
                self._stray(row, "这一行出自另一个台账，没有并入" if other else "台账里没有这项任务")
        return task

    def _stray(self, row: FilledRow, message: str) -> None:
        self._findings.append(LedgerFinding("不认识的行", message, self._place(row), quote=self._words(row)))

    def _check_cells(self, row: FilledRow, plan: LedgerPlan, task: LedgerTask) -> None:
        """Tell of locked cells that were changed; they are read by nobody."""
        wanted: Mapping[str, str] = {"文件": plan.title, "任务": task.label, "完成时限": task.deadline}
        for heading, written in wanted.items():
            here = row.cells.get(heading)
            if here is not None and heading not in row.merged and bare(here) != bare(written):
                message = f"“{heading}”被改为“{here}”，原为“{written or '（空）'}”；未采用"
                self._findings.append(LedgerFinding("改动的内容", message, self._place(row), task.label))

    def _place(self, row: FilledRow) -> str:
        return f"{self._file} 第{row.number}行"

    def _words(self, row: FilledRow) -> str:
        return "；".join(f"{head}：{text}" for head, text in row.cells.items())
