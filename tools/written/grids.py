"""Rows as tables in text: columns parted by tabs, bars or blanks, a cell a line, a sheet of fields for each task."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from written.plans import ROLES, SHORTEST, Rows


def parted(rows: Rows, between: str, empty: str = "", edge: str = "") -> str:
    """A row a line, with something between its cells."""
    return "\n".join(edge + between.join(cell or empty for cell in row) + edge for row in rows)


def fields(rows: Rows, form: str = "{}：{}", between: str = "\n", behind: str = "\n\n") -> str:
    """A sheet of fields for each task; empty ones are left out."""
    heads, *tasks = rows
    return behind.join(
        between.join(form.format(head, cell) for head, cell in zip(heads, task, strict=True) if cell) for task in tasks
    )


def aligned(rows: Rows) -> str:
    """Columns below one another, as in print."""
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell + " " * (width - display_width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def in_narrow_columns(rows: Rows, *, centred: bool = False) -> str:
    """The same with cells that take several lines, at the top or in the middle of their row."""
    narrow = [4 if len(head) < SHORTEST else 11 if place < len(ROLES) - 1 else 9 for place, head in enumerate(rows[0])]
    lines: list[list[str]] = []
    for row in rows:
        pieces = [
            [cell[start : start + width] for start in range(0, max(1, len(cell)), width)]
            for cell, width in zip(row, narrow, strict=True)
        ]
        height = max(map(len, pieces))
        above = [(height - len(each)) // 2 if centred else 0 for each in pieces]
        lines += [
            [each[line - top] if 0 <= line - top < len(each) else "" for each, top in zip(pieces, above, strict=True)]
            for line in range(height)
        ]
    return aligned(lines)


#: tables: the name of a form → how rows are written then
TABLES: Mapping[str, Callable[[Rows], str]] = {
    "tabs": lambda rows: parted(rows, "\t"),
    "bars": lambda rows: parted(rows, " | ", edge="|"),
    "wide blanks": lambda rows: parted(rows, "  ", "—"),
    "blanks, empty cells left out": lambda rows: "\n".join(" ".join(filter(None, row)) for row in rows),
    "slashes": lambda rows: parted(rows, " / ", "无"),
    "aligned": aligned,
    "narrow columns": in_narrow_columns,
    "narrow columns, cells in the middle": lambda rows: in_narrow_columns(rows, centred=True),
    "a cell a line": lambda rows: parted([[cell] for row in rows for cell in row], ""),
    "a cell a line, rows apart": lambda rows: "\n\n".join("\n".join(cell or "/" for cell in row) for row in rows),
    "sheets": fields,
    "sheets in a line": lambda rows: fields(rows, between="；", behind="。\n"),
    "sheets in brackets": lambda rows: fields(rows, "【{}】{}"),
    "sheets with tabs": lambda rows: fields(rows, "{}\t{}"),
    "sheets with arrows": lambda rows: fields(rows, "{} → {}"),
    "sheets with bullets, rules between": lambda rows: fields(rows, "· {}：{}", behind="\n----------\n"),
}


def display_width(words: str) -> int:
    return 2 * len(words) - len(words.encode("ascii", "ignore"))
