"""Which task a row of a returned sheet is of: by its hidden id, or by the words that stand in it."""

from __future__ import annotations

from raci.ledgers.sheets import FilledRow
from raci.ledgers.values import Ledger, LedgerFinding

__all__ = ["RowTasks", "bare"]

#: rows that a finding names
_NAMED = 8


class RowTasks:
    """Finds the tasks of the rows of one sheet, and notes by what.

    Who sorts the columns in sight alone leaves the hidden ids where they were, and all that was filled in would go to
    another task. So the words hold where they name one other task of the ledger, as its plan and its number and
    heading do; and where there is no id.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._labels = {task.id: bare(task.label) for _, task in ledger.tasks(gone=True)}
        self._by_words: dict[str, list[tuple[str, str]]] = {}
        for plan, task in ledger.tasks(gone=True):
            self._by_words.setdefault(self._labels[task.id], []).append((task.id, bare(plan.title)))
        self._displaced: list[FilledRow] = []
        self._without_id: list[FilledRow] = []

    def of(self, row: FilledRow) -> str | None:
        """The id of the task of a row; None where neither id nor words tell."""
        own = row.id is not None and row.id.ledger == self._ledger.id
        task = row.id.task if own and row.id is not None and row.id.task in self._labels else None
        if row.id is not None and task is None:
            return None
        named = self._named(row)
        if task is None:
            self._without_id += [row] if named else []
            return named
        if named is not None and named != task and self._labels[named] != self._labels[task]:
            self._displaced.append(row)
            return named
        return task

    def findings(self, place: str) -> list[LedgerFinding]:
        """What is to be said of the rows so far; ``place`` is the file, or the sheet of it."""
        findings = []
        if self._without_id:
            message = f"{len(self._without_id)} 行没有编号，按文件和任务的文字对应"
            findings.append(LedgerFinding("编号缺失", message, place, quote=_numbers(self._without_id)))
        if self._displaced:
            message = (
                f"{len(self._displaced)} 行的隐藏编号与行里的任务对不上，多半是排序或复制时没有带上隐藏的列；"
                "按行里写的文件和任务对应"
            )
            findings.append(LedgerFinding("错位的编号", message, place, quote=_numbers(self._displaced)))
        return findings

    def _named(self, row: FilledRow) -> str | None:
        """The one task that the words of a row name; words of merged cells are those of another row."""
        words = "" if "任务" in row.merged else bare(row.cells.get("任务", ""))
        title = bare(row.cells.get("文件", ""))
        near = [task for task, of_plan in self._by_words.get(words, ()) if title in ("", of_plan)]
        return near[0] if words and len(near) == 1 else None


def bare(text: str) -> str:
    """A text without its blanks."""
    return "".join(text.split())


def _numbers(rows: list[FilledRow]) -> str:
    listed = "、".join(str(row.number) for row in rows[:_NAMED])
    return f"第 {listed}{' 等' if len(rows) > _NAMED else ''} 行"
