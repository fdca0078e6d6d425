"""The ledger's own workbook as an office left it: what was filled in in 总表, and what else was changed there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from raci.ledgers.entries import parse_filled
from raci.ledgers.returned import renamed_heads, unread_columns
from raci.ledgers.row_tasks import RowTasks, bare
from raci.ledgers.sheets import FilledRow, FilledSheet
from raci.ledgers.tables.total import TOTAL_COLUMNS, total_row
from raci.ledgers.values import FIELDS, FilledIn, Ledger, LedgerFinding, LedgerPlan, LedgerTask

__all__ = ["LedgerRecord", "with_filled_sheet"]

#: columns of 总表 that tell what the plans say: changed by hand they are told, and written anew
_FIXED = ("文件", "任务", "牵头单位", "责任单位", "配合单位", "完成时限")


@dataclass(frozen=True, slots=True)
class LedgerRecord:
    """What the workbook of a ledger carries out of sight: the ledger, and the tasks (ids) that 总表 showed.

    ``sheets`` are the names of its sheets: others are a person's.
    """

    ledger: Ledger
    shown: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()


def with_filled_sheet(record: LedgerRecord, sheet: FilledSheet | None, file: str, today: date) -> Ledger:
    """The ledger with what the office filled in in 总表 since; what else was changed there becomes findings."""
    ledger = record.ledger
    if sheet is None:
        finding = LedgerFinding("台账表头", "没有找到总表或其表头，本次没有读其中的填报；已有的填报按记录保留", file)
        return replace(ledger, findings=(*ledger.findings, finding))
    reader = _SheetReader(ledger, sheet, file, today)
    filled = reader.filled(record.shown)
    return replace(ledger, filled=filled, findings=(*ledger.findings, *reader.findings))


class _SheetReader:
    """Reads 总表; what is strange goes to ``findings``."""

    def __init__(self, ledger: Ledger, sheet: FilledSheet, file: str, today: date) -> None:
        self._ledger, self._sheet, self._file, self._today = ledger, sheet, file, today
        self._known = {task.id: (plan, task) for plan, task in ledger.tasks(gone=True)}
        self._present = [key for key, heading in FIELDS.items() if heading in sheet.heads]
        self.findings = list(_about_heads(sheet, file))

    def filled(self, shown: tuple[str, ...]) -> dict[str, FilledIn]:
        """What is filled in, by task; ``shown`` are the tasks that the sheet had."""
        rows_of = self._rows_of_tasks()
        filled = dict(self._ledger.filled)
        for task_id, rows in rows_of.items():
            values = self._values_of(task_id, rows)
            if values:
                filled[task_id] = values
            else:
                filled.pop(task_id, None)
            self.findings += _changed_cells(rows[0], task_id, self._place(rows[0]), self._known)
        lost = [task_id for task_id in shown if task_id not in rows_of and task_id in self._known]
        if lost:
            names = "、".join(self._known[task_id][1].label for task_id in lost[:5]) + (" 等" if len(lost) > 5 else "")
            self._tell("删去的行", f"总表中少了 {len(lost)} 行，已按记录恢复：{names}", self._file)
        return filled

    def _rows_of_tasks(self) -> dict[str, list[FilledRow]]:
        """The rows of each task."""
        tasks = RowTasks(self._ledger)
        rows_of: dict[str, list[FilledRow]] = {}
        for row in self._sheet.rows:
            task_id = tasks.of(row)
            if task_id is None:
                self.findings.append(_stray(row, self._place(row)))
            else:
                rows_of.setdefault(task_id, []).append(row)
        self.findings += tasks.findings(f"{self._file} {self._sheet.title}")
        return rows_of

    def _values_of(self, task_id: str, rows: list[FilledRow]) -> FilledIn:
        """What stands in the first row of a task; what is strange in it, or said otherwise in others, is told."""
        first, before, label = rows[0], self._ledger.filled.get(task_id, FilledIn()), self._known[task_id][1].label
        values, strange = _values(first, before, self._present, self._today)
        for words in strange:
            self._tell("填报内容", words, self._place(first), label)
        merged = [head for head in first.merged if head in FIELDS.values()]
        if merged and values != before:
            message = f"“{'、'.join(merged)}”与上面的行合并了单元格，按这一行也这样填报计"
            self._tell("合并的单元格", message, self._place(first), label)
        for row in rows[1:]:
            other, _ = _values(row, before, self._present, self._today)
            if other != values:
                message = f"同一任务有两行，取了第 {first.number} 行；第 {row.number} 行的“{_words(other)}”没有用上"
                self._tell("重复的行", message, self._place(row), label)
        for key, heading in FIELDS.items():
            if getattr(before, key) and not getattr(values, key):
                self._tell("清空的填报", f"{heading}被清空，原为“{getattr(before, key)}”", self._place(first), label)
        return values

    def _tell(self, kind: str, message: str, place: str, task: str = "") -> None:
        self.findings.append(LedgerFinding(kind, message, place, task))

    def _place(self, row: FilledRow) -> str:
        return f"{self._file} {self._sheet.title} 第{row.number}行"


def _values(row: FilledRow, before: FilledIn, present: list[str], today: date) -> tuple[FilledIn, list[str]]:
    """The values of a row; a column that was deleted keeps what it had. Strange is told once, when it is new."""
    values, strange = parse_filled(row.cells, today)
    kept = {key: getattr(before, key) for key in FIELDS if key not in present}
    values = replace(values, **kept)
    return values, ([] if values == before else strange)


def _about_heads(sheet: FilledSheet, file: str) -> list[LedgerFinding]:
    missing = [heading for heading in FIELDS.values() if heading not in sheet.heads]
    findings = [LedgerFinding("没有读到的内容", note, f"{file} {sheet.title}") for note in sheet.notes]
    if missing:
        message = f"总表少了“{'、'.join(missing)}”列，其中已有的填报按记录保留"
        findings.append(LedgerFinding("删去的列", message, file))
    findings += renamed_heads(sheet, f"{file} {sheet.title}")
    heads = [column.heading for column in TOTAL_COLUMNS]
    findings += unread_columns(sheet, heads, f"{file} {sheet.title}")
    if sheet.twice:
        message = f"总表有两列“{'、'.join(sheet.twice)}”，只读左边的一列"
        findings.append(LedgerFinding("重复的列", message, file))
    return findings


def _stray(row: FilledRow, place: str) -> LedgerFinding:
    why = "没有编号" if row.id is None else "编号不是本台账的"
    return LedgerFinding("不认识的行", f"{why}，没有带入新的总表", place, quote=_row_words(row))


def _changed_cells(
    row: FilledRow, task_id: str, place: str, known: Mapping[str, tuple[LedgerPlan, LedgerTask]]
) -> list[LedgerFinding]:
    plan, task = known[task_id]
    wanted = total_row(plan, task)
    findings = []
    for heading in _FIXED:
        here, written = row.cells.get(heading), wanted.get(heading, "")
        if here is not None and bare(here) != bare(written):
            message = f"“{heading}”被改为“{here}”，文件中是“{written or '（空）'}”；未采用，请改在文件或 raci.toml 中"
            findings.append(LedgerFinding("改动的内容", message, place, task.label))
    return findings


def _row_words(row: FilledRow) -> str:
    return "；".join(f"{head}：{text}" for head, text in row.cells.items())


def _words(filled: FilledIn) -> str:
    return "，".join(filter(None, filled.cells()))
