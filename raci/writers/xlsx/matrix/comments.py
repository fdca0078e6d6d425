"""The comments of the matrix: who is what, and the words that say so; on what a person changed: from what."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from raci.model.labels import ROLE_WORDS
from raci.views.grid import Grid, GridEntry
from raci.writers.xlsx.marks import write_change
from raci.writers.xlsx.matrix.layout import TASK, MatrixLayout
from raci.writers.xlsx.matrix.tasks import Changes
from raci.writers.xlsx.page_setup import cell_text, write_comment

__all__ = ["comments_remark", "write_comments"]

#: Excel opens a workbook with more comments only slowly
MOST_COMMENTS = 3000
_PAPER = "#FFFBE6"


def comments_remark(letters: int) -> str:
    """What the legend says of the comments, by how many letters there are."""
    limit = f"（批注只加到前 {MOST_COMMENTS} 个字母）" if letters > MOST_COMMENTS else ""
    return f"鼠标停在字母上可看原文依据{limit}" if letters else ""


def write_comments(sheet: Worksheet, layout: MatrixLayout, changes: Changes) -> None:
    """A comment on each change, and on each letter (up to MOST_COMMENTS of them)."""
    for (task, body), words in changes.items():
        if body is None or body in layout.columns:
            column = TASK if body is None else layout.columns[body]
            write_change(sheet, layout.task_rows[task], column, cell_text(words))
    for (task, body), entries in list(layout.grid.cells().items())[:MOST_COMMENTS]:
        words = _evidence(layout.grid, body, entries)
        if (task, body) in changes:
            words = cell_text(f"{changes[task, body]}\n{words}")
        write_comment(sheet, layout.task_rows[task], layout.columns[body], words, _PAPER)


def _evidence(grid: Grid, body: int, entries: tuple[GridEntry, ...]) -> str:
    label = grid.bodies[body].label
    roles = "、".join(dict.fromkeys(f"{ROLE_WORDS[entry.role]}（{entry.letter}）" for entry in entries))
    lines = [f"{label}：{roles}"]
    for entry in entries:
        assignment = entry.assignment
        quote = " ".join(assignment.quote.split())
        shortened = f"原文：{quote[:300]}{'……' if len(quote) > 300 else ''}"
        lines.append("人工增加，原文没有" if assignment.added else shortened)
        if assignment.department.name != label:
            lines.append(f"写作：{assignment.department.name}")
        if assignment.inherited_from:
            lines.append(f"沿用自：{assignment.inherited_from[:100]}")
    return cell_text("\n".join(dict.fromkeys(lines)))
