"""Word pages of a ledger: the tasks of one body, and letters about what is overdue or falls due."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from raci.config.fonts import office_fonts
from raci.config.ledger_words import LetterWords
from raci.escaping import clean
from raci.ledgers.lights import last_due
from raci.ledgers.tables.by_body import BodyTask
from raci.ledgers.tables.total import TaskTable
from raci.ledgers.values import LedgerBody
from raci.model import Role
from raci.model.labels import ROLE_WORDS
from raci.views.tables.bands import TaskBand
from raci.views.tables.table import Column, TableView, without_empty
from raci.views.tables.titles import day
from raci.writers.docx.blank import blank_document
from raci.writers.docx.page import add_centred_line, set_font
from raci.writers.docx.table import table_element
from raci.writers.package import package_bytes

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["letter", "part_page"]

#: columns of a workbook to fill in that the Word page shows, and room to write by hand
_PAGE_KEYS = ("order", "plan", "task", "role", "lead", "partners", "deadline", "light", "progress", "state", "problems")


def part_page(body: LedgerBody, own: TaskTable, today: date, made_at: datetime) -> bytes:
    """The tasks of a body as a Word document: for reading, and for filling in by hand."""
    shown = [index for index, column in enumerate(own.table.columns) if column.key in _PAGE_KEYS]
    columns = tuple(_with_room(own.table.columns[index]) for index in shown)
    table = TableView(columns, tuple(tuple(row[index] for index in shown) for row in own.table.rows))
    table = without_empty(table, frozenset({"lead", "partners", "deadline"}))
    title = f"{body.label}任务填报表"
    document = _document(title, made_at)
    add_centred_line(document, clean(title), office_fonts().title, 20, 30)
    remark = f"{len(own.tasks)} 项任务，时限对照 {day(today.isoformat())}；请以随附的工作簿填报"
    add_centred_line(document, remark, office_fonts().note, 12, 20)
    return _with_table(document, table)


def _with_room(column: Column) -> Column:
    """A column that is written in by hand, wide enough for that (``raci.views.tables.shares``)."""
    room = {"progress": 13, "problems": 9}.get(column.key)
    return Column("blank", column.heading, room) if room else column


def letter(
    words: LetterWords, body: LedgerBody, own: list[BodyTask], today: date, days: int, made_at: datetime
) -> bytes:
    """A letter to a body about these of its tasks; ``days`` is how far it looks ahead."""
    document = _document(words.title, made_at)
    add_centred_line(document, words.title, office_fonts().title, 22, 32)
    until = today + timedelta(days=days)
    facts = {
        "body": body.label,
        "today": day(today.isoformat()),
        "count": len(own),
        "days": days,
        "until": day(until.isoformat()),
    }
    _add_line(document, clean(words.to.format(**facts)), indent=False)
    _add_line(document, clean(words.text.format(**facts)))
    _add_table(document, _letter_table(words, own, today))
    _add_line(document, clean(words.close))
    _add_line(document, day(made_at.date().isoformat()), right=True)
    return package_bytes(document)


def _letter_table(words: LetterWords, own: list[BodyTask], today: date) -> TableView:
    rows: list[tuple[str | int, ...]] = []
    for number, (plan, task, roles) in enumerate(own, start=1):
        due = last_due(task)
        left = (due - today).days if due else 0
        rows.append(
            (
                number,
                plan.title,
                task.label,
                "、".join(ROLE_WORDS[_role(role)] for role in roles),
                task.deadline,
                f"逾期 {-left} 天" if left < 0 else "今天到期" if left == 0 else f"还有 {left} 天",
                *("" for _ in words.heads),
            )
        )
    columns = (
        Column("order", "序号", 4),
        Column("plan", "文件", 16),
        Column("task", "任务", 26),
        Column("role", "角色", 7),
        Column("deadline", "完成时限", 10),
        Column("days", "距今", 9),
        *(Column("blank", head, 10) for head in words.heads),
    )
    return TableView(columns, tuple(rows))


def _role(role: str) -> Role:
    return role  # type: ignore[return-value]


def _document(title: str, made_at: datetime) -> Document:
    document = blank_document(title, "raci", made_at)
    document.core_properties.modified = made_at.replace(tzinfo=None)
    return document


def _with_table(document: Document, table: TableView) -> bytes:
    _add_table(document, table)
    return package_bytes(document)


def _add_table(document: Document, table: TableView) -> None:
    element = table_element(table, [TaskBand((), tuple(range(len(table.rows))))], counted=False)
    body = document.element.body
    body.insert(len(body) - 1, element)


def _add_line(document: Document, text: str, *, indent: bool = True, right: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    line = document.add_paragraph()
    line.paragraph_format.line_spacing = Pt(28)
    line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(4)
    if right:
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    elif indent:
        line.paragraph_format.first_line_indent = Pt(32)
    set_font(line.add_run(text), office_fonts().body, 16)
