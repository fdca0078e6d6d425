"""What a table is called, from the title of its document, and how a date is written in Chinese."""

from __future__ import annotations

import re
from pathlib import PurePath

from raci.model import Document
from raci.views.tables.shares import reach
from raci.views.tables.title_patterns import title_patterns

__all__ = ["bare_title", "day", "document_kind", "in_lines", "origin", "plan_name", "shown_title", "table_title"]

_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")


def bare_title(title: str) -> str:
    """A title without the marks that stand round the whole of it: what shows it sets its own."""
    enclosed = title.startswith("《") and title.endswith("》") and title.count("《") == 1
    return title[1:-1] if enclosed else title


def shown_title(document: Document) -> str:
    """What a document is called where it is shown: its title, else the name of its file."""
    return bare_title(document.title) or PurePath(document.source).stem or "未命名文件"


def table_title(document: str, table: str) -> str:
    """The title of a ``table`` of a document: 某县行动计划 has 某县行动计划任务分工表, …任务分工方案 has …任务分工表.

    Of a notice that passes a plan on only the plan is named; a title with 关于 in it stands in 《》; the title of a
    table stays as it is.
    """
    patterns = title_patterns()
    name = plan_name(document)
    for renamed in patterns.renamed:
        if table == renamed.table and name.endswith(renamed.ending):
            return name.removesuffix(renamed.ending) + renamed.table
    if name.endswith(table) or patterns.table.search(name):
        return name
    if patterns.quoted.search(name) and not name.startswith("《"):
        whole, part = _split_part(name)
        return f"《{whole.replace('《', '〈').replace('》', '〉')}》{table}{part}"
    return f"{name}{table}"


def in_lines(title: str, table: str, most: float) -> str:
    """A title with a line break before the name of its ``table``, where a line of ``most`` ideographs would part it."""
    name = title.removesuffix(table)
    if not name or name == title:
        return title
    last = reach(name) % most
    return f"{name}\n{table}" if last and last + len(table) > most else title


def plan_name(document: str) -> str:
    """The plan that a notice passes on, by its title; the title itself where it passes on none."""
    whole, part = _split_part(document)
    passed_on = title_patterns().passed_on.search(whole)
    return f"{passed_on['plan']}{part}" if passed_on else document


def document_kind(document: str) -> str | None:
    """What kind of document a title names (方案, 意见, 办法 …): of a notice that passes a plan on, the plan's.

    The notice's own where what it passes on calls itself nothing; None for a title that does not end in a kind.
    """
    pattern = title_patterns().kind
    kind = pattern.search(plan_name(document)) or pattern.search(document)
    return kind["kind"] if kind else None


def _split_part(document: str) -> tuple[str, str]:
    """A title, and the part in brackets behind it where it is a notice: …的通知（市财政局）."""
    notice = title_patterns().notice.fullmatch(document)
    return (notice["whole"], notice["part"]) if notice else (document, "")


def origin(document: Document) -> str:
    """The line below the title of a table: who issued the document, its number, its date.

    A year alone is no date of issue: the title or the number says it already.
    """
    date = day(document.date or "") if "-" in (document.date or "") else ""
    return "　".join(filter(None, ("、".join(document.issued_by()), document.number, date)))


def day(iso: str) -> str:
    """An ISO date (``2018``, ``2018-03``, ``2018-03-05``) as offices write it: 2018年3月5日."""
    if not _ISO.fullmatch(iso):
        return iso
    return "".join(f"{int(part)}{unit}" for part, unit in zip(iso.split("-"), "年月日", strict=False))
