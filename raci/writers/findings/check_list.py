"""The checks themselves, listed: what each looks for, why, and what to do."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from json import JSONEncoder
from types import MappingProxyType

from raci.analysis.checks.values import Check
from raci.config.profiles import load_profile
from raci.model.findings import SEVERITIES
from raci.views.tables.table import Column, TableView
from raci.writers.xlsx.opening import open_workbook
from raci.writers.xlsx.styles import CellStyles
from raci.writers.xlsx.table_sheet import TableSheet, write_table_sheet

__all__ = ["CHECK_LIST_FORMATS", "suffix_of_list"]

_HEADS = (
    Column("check", "编号", 10),
    Column("severity", "级别", 4),
    Column("title", "名称", 10),
    Column("why", "为什么", 30),
    Column("remedy", "怎么办", 30),
    Column("source", "依据", 24),
)


def _rows(checks: Sequence[Check]) -> list[tuple[str, ...]]:
    return [(one.id, SEVERITIES[one.severity].word, one.title, one.why, one.remedy, one.source) for one in checks]


def _table(checks: Sequence[Check], made_at: datetime) -> bytes:
    from tabulate import tabulate

    rows = [row[:4] for row in _rows(checks)]
    heads = [column.heading for column in _HEADS[:4]]
    return f"{tabulate(rows, heads, tablefmt='simple', maxcolwidths=[None, None, None, 60])}\n".encode()


def _jsonl(checks: Sequence[Check], made_at: datetime) -> bytes:
    encode = JSONEncoder(ensure_ascii=False).encode
    rows = (
        {
            "check": one.id,
            "severity": one.severity,
            "title": one.title,
            "why": one.why,
            "remedy": one.remedy,
            "source": one.source,
            "finds": list(one.finds),
            "passes": list(one.passes),
        }
        for one in checks
    )
    return "".join(f"{encode(row)}\n" for row in rows).encode("utf-8", "backslashreplace")


def _xlsx(checks: Sequence[Check], made_at: datetime) -> bytes:
    out = io.BytesIO()
    with open_workbook(out) as workbook:
        workbook.set_properties({"title": "检查项", "created": made_at})
        profile = load_profile()
        content = TableSheet("", "检查项", TableView(_HEADS, tuple(_rows(checks))))
        write_table_sheet(workbook.add_worksheet("检查项"), profile, CellStyles(workbook, profile), content)
    return out.getvalue()


#: name of a format → what lists checks in it; the names are those that findings have too
CHECK_LIST_FORMATS: Mapping[str, Callable[[Sequence[Check], datetime], bytes]] = MappingProxyType(
    {"table": _table, "jsonl": _jsonl, "xlsx": _xlsx}
)
_SUFFIXES = {".txt": "table", ".jsonl": "jsonl", ".xlsx": "xlsx"}


def suffix_of_list(suffix: str) -> str | None:
    """The format that the suffix of a file stands for; None for another suffix."""
    return _SUFFIXES.get(suffix.lower())
