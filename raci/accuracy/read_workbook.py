"""The workbook of a sample read back: what coders wrote, and what is odd in it, named by sheet, line and column.

Sorted and inserted lines, added columns, other words for the choices are understood. What is not (unknown words, ids
that were not drawn, lines and columns that are gone) is a fault, and what it concerns does not count.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from raci.accuracy.choices import CHOICES, CODERS, FOUND, ID, KIND, MISSING, NONE_MISSING, SHEETS, choice_of
from raci.accuracy.judgements import JudgedClause, JudgedRow, Judgements, Marks
from raci.errors import ReadError

__all__ = ["read_judgements"]

_REMEDY = "请给出 raci sample 写出的工作簿"
_ROWS, _CLAUSES, _RECORD = SHEETS[1:]
#: so many ids are named in a fault
_MOST_NAMED = 5
_WEIGHT = "权重"

Record = Mapping[str, Any]  # Any: JSON nests without end


@dataclass(slots=True)
class _Faults:
    """Collects faults, each once."""

    lines: dict[str, None] = field(default_factory=dict)

    def add(self, sheet: str, what: str) -> None:
        self.lines.setdefault(f"{sheet}：{what}")

    def ids(self, sheet: str, what: str, ids: list[str]) -> None:
        if ids:
            more = f" 等 {len(ids)} 个" if len(ids) > _MOST_NAMED else ""
            self.add(sheet, f"{what}：{'、'.join(ids[:_MOST_NAMED])}{more}")


@dataclass(frozen=True, slots=True)
class _SheetLine:
    """A line of a sheet: its number, its cells by column, its marks."""

    number: int
    cells: Mapping[str, str]
    marks: Marks


def read_judgements(data: bytes, place: str) -> Judgements:
    """The judgements in a workbook. Raises ReadError where it is none of a sample's."""
    sheets = _sheets(data, place)
    if not {_ROWS, _CLAUSES} & set(sheets):
        raise ReadError(f"工作簿里没有“{_ROWS}”“{_CLAUSES}”两张表", place=place, remedy=_REMEDY)
    faults = _Faults()
    facts, drawn = _record(sheets.get(_RECORD, []))
    if not drawn:
        faults.add(place, "抽样的底稿不见了，权重和分层按表中的列计")
    rows = _lines(sheets, _ROWS, faults, list(CHOICES)[:5])
    clauses = _lines(sheets, _CLAUSES, faults, list(CHOICES))
    by, clause_by = tuple(facts.get("by", ())), tuple(facts.get("clause_by", ()))
    return Judgements(
        by,
        clause_by,
        tuple(_judged_rows(rows, drawn, faults)),
        tuple(_judged_clauses(clauses, drawn, faults)),
        tuple(faults.lines),
        facts,
    )


def _sheets(data: bytes, place: str) -> dict[str, list[list[object]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            tables = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
            return {name: [list(line) for line in table] for name, table in tables.items()}
    except (CalamineError, OSError, ValueError) as error:
        raise ReadError("不是可读的工作簿", place=place, remedy=_REMEDY) from error


def _record(lines: list[list[object]]) -> tuple[Record, dict[str, Record]]:
    """What was drawn: the facts of the sample, and id → what is known of it; empty where the sheet is gone."""
    try:
        found = [json.loads(str(line[0])) for line in lines if line and line[0]]
        return found[0], {entry["id"]: entry for entry in found[1:]}
    except (ValueError, IndexError, KeyError, TypeError):
        return {}, {}


def _lines(
    sheets: Mapping[str, list[list[object]]], name: str, faults: _Faults, choices: list[str]
) -> list[_SheetLine]:
    table = sheets.get(name)
    if table is None:
        faults.add(name, "这张表不见了")
        return []
    top = next((number for number, line in enumerate(table) if ID in map(_text, line)), None)
    if top is None:
        faults.add(name, f"没有“{ID}”一列，整张表无法计入")
        return []
    heads = [_text(cell) for cell in table[top]]
    if missing := [word for word in CODERS if word not in heads]:
        faults.add(name, f"没有“{'”“'.join(missing)}”列，按没有判断计")
    lines = []
    for number, cells in enumerate(table[top + 1 :], start=top + 2):
        values = {head: _text(cell) for head, cell in zip(heads, cells, strict=False) if head}
        marks = tuple(_mark(values.get(word, ""), f"第 {number} 行“{word}”", name, choices, faults) for word in CODERS)
        if values.get(ID):
            lines.append(_SheetLine(number, values, (marks[0], marks[1], marks[2])))
        elif any(marks):
            faults.add(name, f"第 {number} 行有判断而没有编号，没有计入")
    return lines


def _mark(written: str, where: str, sheet: str, choices: list[str], faults: _Faults) -> str:
    choice = choice_of(written)
    if choice is None or (choice and choice not in choices):
        faults.add(sheet, f"{where}“{written}”不在可选之列（{'、'.join(choices)}），按没有判断计")
        return ""
    return choice


def _judged_rows(lines: list[_SheetLine], drawn: Mapping[str, Record], faults: _Faults) -> Iterator[JudgedRow]:
    seen: dict[str, _SheetLine] = {}
    for line in lines:
        own_id = line.cells[ID]
        if own_id in seen:
            faults.add(_ROWS, f"编号 {own_id} 重复（第 {line.number} 行没有计入）")
            continue
        seen[own_id] = line
        entry = _entry(own_id, line, drawn, faults, _ROWS)
        if entry is not None:
            yield JudgedRow(own_id, tuple(entry["strata"]), float(entry["weight"]), entry.get("role", ""),
                            entry.get("document", ""), line.marks)  # fmt: skip
    faults.ids(_ROWS, "少了抽出的行", [own_id for own_id in drawn if own_id.startswith("P") and own_id not in seen])


def _judged_clauses(lines: list[_SheetLine], drawn: Mapping[str, Record], faults: _Faults) -> Iterator[JudgedClause]:
    together: dict[str, list[_SheetLine]] = {}
    for line in lines:
        together.setdefault(line.cells[ID], []).append(line)
    for own_id, own in together.items():
        entry = _entry(own_id, own[0], drawn, faults, _CLAUSES)
        if entry is None:
            continue
        found, missing = _judged_lines(own, faults)
        if len(found) < int(entry.get("found", len(found))):
            faults.add(_CLAUSES, f"编号 {own_id} 查出 {entry['found']} 条，表中只有 {len(found)} 条，这个条款没有计入")
            continue
        yield JudgedClause(own_id, tuple(entry["strata"]), float(entry["weight"]), entry.get("document", ""),
                           tuple(found), tuple(missing))  # fmt: skip
    gone = [own_id for own_id in drawn if own_id.startswith("R") and own_id not in together]
    faults.ids(_CLAUSES, "少了抽出的条款", gone)


def _judged_lines(lines: list[_SheetLine], faults: _Faults) -> tuple[list[Marks], list[Marks]]:
    """What was judged of the lines of a clause: of each that was found in it, and of each that may be missing."""
    found: list[Marks] = []
    missing: list[Marks] = []
    words = f"“{MISSING}”“{NONE_MISSING}”"
    for line in lines:
        says_missing = any(mark in (MISSING, NONE_MISSING) for mark in line.marks)
        if line.cells.get(KIND) == FOUND or (KIND not in line.cells and not says_missing and any(line.marks)):
            if says_missing:
                faults.add(_CLAUSES, f"第 {line.number} 行是查出的，不能选{words}，按没有判断计")
            found.append(("", "", "") if says_missing else line.marks)
        elif any(mark and mark not in (MISSING, NONE_MISSING) for mark in line.marks):
            faults.add(_CLAUSES, f"第 {line.number} 行不是查出的，只能选{words}，按没有判断计")
        else:
            if (line.cells.get("单位") or line.cells.get("角色")) and not any(line.marks):
                faults.add(_CLAUSES, f"第 {line.number} 行写了单位而没有选“{MISSING}”，没有计入")
            missing.append(line.marks)
    return found, missing


def _entry(own_id: str, line: _SheetLine, drawn: Mapping[str, Record], faults: _Faults, sheet: str) -> Record | None:
    """What is known of an id: by the record, or where that is gone by the columns of the sheet."""
    if drawn:
        if own_id not in drawn:
            faults.add(sheet, f"第 {line.number} 行的编号 {own_id} 不是抽出的，没有计入")
        return drawn.get(own_id)
    try:
        weight = float(line.cells.get(_WEIGHT, "") or "nan")
    except ValueError:
        weight = float("nan")
    if not weight > 0:
        faults.add(sheet, "没有权重，按未加权计算")
        weight = 1.0
    return {"weight": weight, "strata": (), "role": line.cells.get("角色", ""), "document": line.cells.get("来源", "")}


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()
