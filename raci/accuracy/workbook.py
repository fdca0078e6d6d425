"""The workbook of a sample: sheets for rows and clauses, with lists of choices for two coders."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from raci._version import __version__
from raci.accuracy.choices import CHOICES, CODERS, FOUND, ID, MISSED, MISSING, NONE_MISSING, SHEETS, SPARE
from raci.accuracy.sample import AccuracySample
from raci.accuracy.sampling import REST
from raci.accuracy.strata import BY
from raci.escaping import clean
from raci.writers.xlsx.measure import row_height

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["CLAUSE_COLUMNS", "ROW_COLUMNS", "render"]

#: column → its width; the strata stand between 编号 and 文件
ROW_COLUMNS = {
    "文件": 26,
    "上级标题": 18,
    "任务": 24,
    "任务全文": 60,
    "依据原文": 36,
    "单位": 18,
    "规范名称": 18,
    "角色": 8,
    "时限": 10,
    **dict.fromkeys(CODERS, 10),
    "备注": 20,
    "来源": 16,
    "权重": 8,
}
CLAUSE_COLUMNS = {
    "文件": 26,
    "上级标题": 18,
    "条款": 24,
    "条款全文": 70,
    "行": 8,
    "单位": 20,
    "角色": 8,
    **dict.fromkeys(CODERS, 10),
    "备注": 20,
    "来源": 16,
    "权重": 8,
}
_ID_WIDTH, _STRATUM_WIDTH, _HELP_WIDTH = 8, 10, 100
#: Excel takes so many characters in a cell
_LONGEST = 32_000
#: the size of letters, in pt
_SIZE = 10.5
_SEE_FIRST = "（见同编号的第一行）"


def render(sample: AccuracySample, made_at: datetime) -> bytes:
    """The workbook as bytes."""
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": "抽样核对", "created": made_at.replace(tzinfo=None)})
        wrapped = book.add_format({"text_wrap": True, "valign": "top", "font_size": _SIZE})
        head = book.add_format({"bold": True, "bg_color": "#e3ecf7", "border": 1, "text_wrap": True})
        judged = book.add_format({"bg_color": "#fff4d6", "border": 1, "valign": "top"})
        _write_help(book, sample, made_at, wrapped)
        words = [BY[key][0] for key in sample.by]
        sheet = _sheet(book, SHEETS[1], (*words,), ROW_COLUMNS, head)
        for line, cells in enumerate(_row_lines(sample), start=1):
            _write(sheet, line, cells, wrapped, judged, len(words) + 1, ROW_COLUMNS)
        _validate(sheet, len(sample.rows), len(words) + 1, ROW_COLUMNS, list(CHOICES)[:5])
        clause_words = [*(BY[key][0] for key in sample.clause_by), "是否任务"]
        sheet = _sheet(book, SHEETS[2], (*clause_words,), CLAUSE_COLUMNS, head)
        lines = _clause_lines(sample)
        for line, cells in enumerate(lines, start=1):
            _write(sheet, line, cells, wrapped, judged, len(clause_words) + 1, CLAUSE_COLUMNS)
        # more lines may be added below
        _validate(sheet, len(lines) + 200, len(clause_words) + 1, CLAUSE_COLUMNS, list(CHOICES))
        _write_record(book, sample)
    return out.getvalue()


def _sheet(book: Workbook, name: str, strata: tuple[str, ...], columns: dict[str, int], head: Format) -> Worksheet:
    sheet = book.add_worksheet(name)
    heads = [(ID, _ID_WIDTH), *((word, _STRATUM_WIDTH) for word in strata), *columns.items()]
    for index, (word, width) in enumerate(heads):
        sheet.write_string(0, index, word, head)
        sheet.set_column(index, index, width)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    return sheet


def _row_lines(sample: AccuracySample) -> list[list[str | float]]:
    return [
        [row.id, *row.strata, row.document, row.path, row.task, row.text, row.quote, row.department, row.canonical,
         row.role, row.deadline, "", "", "", "", row.source, row.weight]
        for row in sample.rows
    ]  # fmt: skip


def _clause_lines(sample: AccuracySample) -> list[list[str | float]]:
    """A line for each body that was found in a clause, and some for those that were not."""
    lines: list[list[str | float]] = []
    for clause in sample.clauses:
        found = [(FOUND, department, role) for department, role in clause.found]
        for number, (kind, department, role) in enumerate([*found, *[(MISSED, "", "")] * SPARE]):
            text = _SEE_FIRST if number else clause.text
            lines.append(
                [clause.id, *clause.strata, clause.document, clause.path, clause.task, text, kind,
                 department, role, "", "", "", "", clause.source, clause.weight]
            )  # fmt: skip
    return lines


def _write(
    sheet: Worksheet,
    line: int,
    cells: Sequence[str | float],
    wrapped: Format,
    judged: Format,
    before: int,
    columns: dict[str, int],
) -> None:
    first = before + list(columns).index(CODERS[0])
    widths = [_ID_WIDTH, *[_STRATUM_WIDTH] * (before - 1), *columns.values()]
    texts = [(cell, width) for cell, width in zip(cells, widths, strict=True) if isinstance(cell, str)]
    sheet.set_row(line, row_height(texts, _SIZE))
    for index, cell in enumerate(cells):
        form = judged if first <= index < first + len(CODERS) else wrapped
        if isinstance(cell, str):
            sheet.write_string(line, index, clean(cell)[:_LONGEST], form) if cell else sheet.write_blank(
                line, index, None, form
            )
        else:
            sheet.write_number(line, index, cell, form)


def _validate(sheet: Worksheet, lines: int, before: int, columns: dict[str, int], choices: list[str]) -> None:
    first = before + list(columns).index(CODERS[0])
    if lines:
        rule = {
            "validate": "list",
            "source": choices,
            "error_title": "请从列表中选",
            "error_message": f"可选：{'、'.join(choices)}",
        }
        sheet.data_validation(1, first, lines, first + len(CODERS) - 1, rule)


def _write_help(book: Workbook, sample: AccuracySample, made_at: datetime, wrapped: Format) -> None:
    sheet = book.add_worksheet(SHEETS[0])
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, _HELP_WIDTH)
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    frame = (
        "各条款，没有认作任务的也在内"
        if sample.whole_text
        else "认作任务的条款（没有写明单位的也在内；没有认作任务的不在其中）"
    )
    lines = [
        ("这是什么", f"从 {sample.population} 条分工中抽出 {len(sample.rows)} 条（查准），"
         f"从 {sample.clause_population} 个条款中抽出 {len(sample.clauses)} 个（查全），供两人各自核对；"
         "填好后运行 raci evaluate 本文件。"),
        ("查准", "每行一条分工：对照“任务全文”和“依据原文”，在自己的一列选一项。"
         "两人先各判各的，不要商量；意见不同的，商定后填“定稿”。"),
        ("查全", f"每个条款几行：“{FOUND}”的行是已查出的，判断对不对；“{MISSED}”的行"
         f"写原文有而没有查出的单位和角色，并选“{MISSING}”；一个也没有漏的，在其中一行选“{NONE_MISSING}”。"
         "行不够可插入，编号照抄。"
         "单位错、角色错的，正确的那条算漏，也要写上。"),
        *CHOICES.items(),
        ("可以", "排序、筛选、调整列宽、加备注。"),
        ("不要", f"改“{ID}”；删去行或“{ID}”“{'”“'.join(CODERS)}”几列。"),
        ("抽样", f"分层：{'、'.join(BY[key][0] for key in sample.by) or '不分'}；"
         f"每层按比例，至少一条；层太多时（多于抽出数的四分之一）最小的各层合为一层“{REST}”；"
         f"权重 = 层内总数 / 抽出数；种子 {sample.seed}。条款的总体：{frame}。"),
        ("制作", f"raci {__version__}，{made_at:%Y-%m-%d}"),
    ]  # fmt: skip
    for line, (word, text) in enumerate(lines):
        sheet.write_string(line, 0, word, wrapped)
        sheet.write_string(line, 1, text, wrapped)
        sheet.set_row(line, row_height([(text, _HELP_WIDTH)], _SIZE))


def _write_record(book: Workbook, sample: AccuracySample) -> None:
    """What was drawn, for evaluation, whatever happens to the columns of the other sheets."""
    sheet = book.add_worksheet(SHEETS[3])
    sheet.very_hidden()
    facts = {
        "raci": __version__,
        "by": list(sample.by),
        "clause_by": list(sample.clause_by),
        "seed": sample.seed,
        "population": sample.population,
        "clause_population": sample.clause_population,
        "whole_text": sample.whole_text,
    }
    sheet.write_string(0, 0, json.dumps(facts, ensure_ascii=False))
    line = 1
    for row in sample.rows:
        sheet.write_string(
            line,
            0,
            json.dumps(
                {"id": row.id, "weight": row.weight, "strata": row.strata, "role": row.role, "document": row.source},
                ensure_ascii=False,
            ),
        )
        line += 1
    for clause in sample.clauses:
        sheet.write_string(
            line,
            0,
            json.dumps(
                {
                    "id": clause.id,
                    "weight": clause.weight,
                    "strata": clause.strata,
                    "document": clause.source,
                    "found": len(clause.found),
                },
                ensure_ascii=False,
            ),
        )
        line += 1
