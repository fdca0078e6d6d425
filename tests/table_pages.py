"""Web pages with one table, written as text, and the rows that are read of them."""

from __future__ import annotations

from raci.pipeline import extract
from raci.readers.registry import read_bytes

__all__ = ["TableRow", "page", "read"]

TableRow = tuple[str, str, str, str | None]


def page(table: str, before: str = "", behind: str = "") -> bytes:
    rows = "".join(f"<tr><td>{'</td><td>'.join(line.split(' | '))}</td></tr>" for line in table.split("\n"))
    return f"<p>{before}</p><table>{rows}</table><p>{behind}</p>".encode()


def read(table: str, before: str = "", behind: str = "") -> list[TableRow]:
    """Task, body, role and time limit of each row of a web page with a table."""
    (document,) = read_bytes(page(table, before, behind), "表.html")
    return [
        (one.clause.heading, one.department.name, one.role, one.deadline.text if one.deadline else None)
        for one in extract(document)
    ]
