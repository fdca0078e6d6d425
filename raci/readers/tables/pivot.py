"""Sheets that say who does what another way: a RACI matrix of letters, and one row for each body.

Both become a table of tasks with a column for each role, in the rows in which they stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from raci.escaping import unescape_formula
from raci.readers.tables.sheet_cells import SheetCell
from raci.rules.columns import column

__all__ = ["divided"]

#: role → the head of its column
_HEADS = {
    "lead": "牵头单位",
    "responsible": "责任单位",
    "support": "配合单位",
    "guide": "指导单位",
    "leader": "责任领导",
    "approve": "审批单位",
    "inform": "知晓单位",
}
#: letter → role: the usual meaning, as profiles have it the other way round; who is A also leads where both stand
_ROLES = {"A": "lead", "R": "responsible", "C": "support", "S": "support", "I": "inform"}
_LETTERS = re.compile(r"[RACISV](?:\s*[/、,，]?\s*[RACISV])*")
#: the roles as raci's own rows write them
_WORDS = {
    "牵头": "lead",
    "责任": "responsible",
    "配合": "support",
    "指导": "guide",
    "责任领导": "leader",
    "知晓": "inform",
    "审批": "approve",
} | {role: role for role in _HEADS}
#: the heads of raci's own rows (assignments.csv, 明细) and what they hold
_LISTED = {
    "document": "document",
    "文件": "document",
    "number": "number",
    "编号": "number",
    "path": "chapter",
    "章节": "chapter",
    "task": "task",
    "任务": "task",
    "department": "department",
    "单位（原文）": "department",
    "单位(原文)": "department",
    "role": "role",
    "角色": "role",
    "deadline": "deadline",
    "时限（原文）": "deadline",
    "时限(原文)": "deadline",
}
_HEAD_ROWS = 10
_COLUMNS = {"number": "编号", "chapter": "章节", "task": "任务", "deadline": "完成时限"}

Rows = dict[int, dict[int, SheetCell]]


def divided(cells: Sequence[SheetCell]) -> tuple[list[SheetCell], str] | None:
    """The cells of a table of tasks, rows above its head kept, and what to say of it; None where it is neither."""
    rows: Rows = {}
    for cell in cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    return _listed(rows)


class _Tasks:
    """Tasks in the order of their first row, each with its words and its bodies by role."""

    def __init__(self, head: int) -> None:
        self.head = head
        self.rows: dict[int, dict[str, str]] = {}
        self.bodies: dict[int, dict[str, list[str]]] = {}

    def add(self, row: int, words: Mapping[str, str]) -> None:
        self.rows[row] = dict(words)
        self.bodies.setdefault(row, {})

    def say(self, row: int, role: str, name: str) -> None:
        names = self.bodies[row].setdefault(role, [])
        if name not in names:
            names.append(name)

    def cells(self, above: Rows) -> list[SheetCell]:
        kinds = [kind for kind in _COLUMNS if any(words.get(kind) for words in self.rows.values())]
        roles = [role for role in _HEADS if any(role in said for said in self.bodies.values())]
        heads = [*(_COLUMNS[kind] for kind in kinds), *(_HEADS[role] for role in roles)]
        done = [cell for row, inside in sorted(above.items()) if row < self.head for cell in inside.values()]
        done += [SheetCell(self.head, place, head) for place, head in enumerate(heads)]
        for row, words in self.rows.items():
            texts = [words.get(kind, "") for kind in kinds]
            texts += ["\n".join(self.bodies[row].get(role, ())) for role in roles]
            done += [SheetCell(row, place, text) for place, text in enumerate(texts) if text]
        return done


def _listed(rows: Rows) -> tuple[list[SheetCell], str] | None:
    for head in sorted(rows)[:_HEAD_ROWS]:
        known = {place: _LISTED.get(cell.text.strip()) for place, cell in rows[head].items()}
        if {"task", "department", "role"} <= set(known.values()):
            break
    else:
        return None
    tasks = _Tasks(head)
    first: dict[tuple[str, ...], int] = {}
    for row in sorted(row for row in rows if row > head):
        filled = {kind: rows[row][place].text for place, kind in known.items() if kind and place in rows[row]}
        words = {kind: unescape_formula(text).strip() for kind, text in filled.items()}
        role = _WORDS.get(words.pop("role", ""))
        name = words.pop("department", "")
        if not words.get("task") or (name == "department" and role is None):
            continue  # the keys that stand under the heads
        key = tuple(words.get(kind, "") for kind in ("document", "chapter", "number", "task"))
        at = first.setdefault(key, row)
        if at == row:
            tasks.add(row, words)
        if role and name:
            tasks.say(at, role, name)
    return (tasks.cells(rows), "明细表：一行一个单位，按任务合并") if tasks.rows else None


def _lettered(rows: Rows) -> tuple[list[SheetCell], str] | None:
    columns: dict[int, list[SheetCell]] = {}
    for inside in rows.values():
        for place, cell in inside.items():
            columns.setdefault(place, []).append(cell)
    lettered: dict[int, int] = {}  # column → the row of its first letter
    for place, inside_column in columns.items():
        letters = [cell.row for cell in inside_column if _LETTERS.fullmatch(cell.text.strip())]
        below = [cell for cell in inside_column if letters and cell.row >= min(letters)]
        if letters and len(letters) >= 0.9 * len(below):
            lettered[place] = min(letters)
    if len(lettered) < 2:
        return None
    begin = min(lettered.values())
    above = [row for row in sorted(rows) if row < begin]
    head = next((row for row in reversed(above) if len(lettered.keys() & rows[row].keys()) >= 2), None)
    if head is None or sum(place in rows[head] for place in lettered) < len(lettered) / 2:
        return None
    kinds = {
        place: rule.role
        for place, cell in rows[head].items()
        if place not in lettered and (rule := column(cell.text)) is not None and rule.role in _COLUMNS
    }
    kinds |= {place: "chapter" for place, cell in rows[head].items() if cell.text.strip() == "path"}
    kinds |= {place: cell.text.strip() for place, cell in rows[head].items() if cell.text.strip() in ("number", "task")}
    if "task" not in kinds.values():
        left = [place for place in columns if place < min(lettered) and place not in kinds]
        if not left:
            return None
        kinds[max(left)] = "task"
    return _matrix(rows, head, kinds, set(lettered))


def _matrix(rows: Rows, head: int, kinds: Mapping[int, str], lettered: set[int]) -> tuple[list[SheetCell], str]:
    tasks = _Tasks(head)
    unread: set[str] = set()
    for row in sorted(row for row in rows if row > head):
        words = {
            kind: unescape_formula(rows[row][place].text).strip() for place, kind in kinds.items() if place in rows[row]
        }
        if not words.get("task"):
            continue
        tasks.add(row, words)
        for place in sorted(lettered & rows[row].keys() & rows[head].keys()):
            letters = re.findall("[A-Z]", rows[row][place].text)
            name = unescape_formula(rows[head][place].text).strip()
            unread |= {letter for letter in letters if letter not in _ROLES}
            roles = [_ROLES[letter] for letter in letters if letter in _ROLES]
            # A/R: leads, and nobody else is responsible
            for role in ["lead"] if "lead" in roles else roles:
                tasks.say(row, role, name)
    note = "责任矩阵：A 读作牵头，R 责任，C、S 配合，I 知晓"
    return tasks.cells(rows), note + (f"；字母 {'、'.join(sorted(unread))} 未读" if unread else "")
