"""A table of tasks that is built row by row, with a column for each role that somebody has."""

from __future__ import annotations

from collections.abc import Mapping

from raci.model.roles import ROLE_TYPES
from raci.readers.tables.sheet_cells import SheetCell, SheetRows

__all__ = ["FIELD_HEADS", "TaskRows"]

#: what a task has beside its bodies, in the order of the columns → the head of the column
FIELD_HEADS = {"number": "编号", "chapter": "章节", "task": "任务", "deadline": "完成时限"}


class TaskRows:
    """Tasks in the order of their rows, each with its fields (keys of ``FIELD_HEADS``) and its bodies by role.

    ``head`` is the row of the sheet in which the heads of the columns stand.
    """

    def __init__(self, head: int) -> None:
        self._head = head
        self._fields: dict[int, dict[str, str]] = {}
        self._bodies: dict[int, dict[str, list[str]]] = {}

    def __bool__(self) -> bool:
        return bool(self._fields)

    def add_task(self, row: int, fields: Mapping[str, str]) -> None:
        """Add the task of a row."""
        self._fields[row] = dict(fields)
        self._bodies.setdefault(row, {})

    def add_body(self, row: int, role: str, name: str) -> None:
        """Add a body to the task of a row, once for each role."""
        names = self._bodies[row].setdefault(role, [])
        if name not in names:
            names.append(name)

    def cells(self, sheet: SheetRows) -> list[SheetCell]:
        """The cells of the table; what stands above the head of the sheet stays."""
        fields = [field for field in FIELD_HEADS if any(row.get(field) for row in self._fields.values())]
        roles = [role for role in ROLE_TYPES if any(role.key in bodies for bodies in self._bodies.values())]
        heads = [*(FIELD_HEADS[field] for field in fields), *(role.heading for role in roles)]
        cells = [cell for row, inside in sorted(sheet.items()) if row < self._head for cell in inside.values()]
        cells += [SheetCell(self._head, column, head) for column, head in enumerate(heads)]
        for row, task_fields in self._fields.items():
            texts = [task_fields.get(field, "") for field in fields]
            texts += ["\n".join(self._bodies[row].get(role.key, ())) for role in roles]
            cells += [SheetCell(row, column, text) for column, text in enumerate(texts) if text]
        return cells
