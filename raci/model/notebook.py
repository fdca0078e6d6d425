"""How values show themselves: in one line (``repr``), and as a small table in a notebook (``_repr_html_``)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from raci.model.labels import UNASSIGNED

__all__ = ["HEADINGS", "call", "short", "table", "unassigned_cells"]

#: the heads of a table of assignments
HEADINGS = ("任务", "单位", "角色", "时限", "原文依据")
#: texts are cut to so many characters in a line, and in a cell
_LINE, _CELL = 24, 80
#: a table shows so many rows
_MOST_ROWS = 50


def short(text: str, longest: int = _LINE) -> str:
    """The text in one line, cut where it is longer."""
    words = " ".join(text.split())
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def call(name: str, *texts: str, **more: object) -> str:
    """A value in one line, like a call: ``Document('护河方案', format='docx')``; what is empty is left out."""
    shown = [repr(short(text)) for text in texts]
    shown += [f"{key}={value!r}" for key, value in more.items() if value not in (None, "", ())]
    return f"{name}({', '.join(shown)})"


def unassigned_cells(label: str) -> tuple[str, ...]:
    """The row of a task that nobody is named for."""
    return (label, UNASSIGNED, "", "", "")


def table(caption: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in HTML; of many rows the first ones, and how many more there are."""
    listed = list(rows)
    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(short(cell, _CELL))}</td>" for cell in row) + "</tr>"
        for row in listed[:_MOST_ROWS]
    )
    rest = len(listed) - _MOST_ROWS
    more = f"<p>另有 {rest} 行</p>" if rest > 0 else ""
    head = f"<thead><tr>{head}</tr></thead>" if headings else ""
    return f"<table><caption>{escape(caption)}</caption>{head}<tbody>{body}</tbody></table>{more}"
