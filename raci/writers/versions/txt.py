"""Changes as a table for the terminal."""

from __future__ import annotations

from raci.comparison.table import told
from raci.model.notebook import short
from raci.writers.versions.diff_format import DiffFormat, DiffJob
from raci.writers.versions.heads import remark, title

__all__ = ["FORMAT", "render"]

#: the longest heading in a cell, in characters
_HEADING = 28


def render(job: DiffJob) -> bytes:
    """The table in UTF-8, under the names of the two versions."""
    from tabulate import tabulate

    comparison = job.comparison
    rows = []
    for pair in comparison.differences(all_pairs=job.all_pairs):
        shown = [told(change) for change in pair.changes if job.all_pairs or not change.type.quiet]
        old, new = ("\n".join(short(task.label, _HEADING) for task in tasks) for tasks in (pair.old, pair.new))
        rows.append((old, new, "\n".join(shown)))
    head = f"{title(comparison)}\n{remark(comparison, len(rows))}\n"
    if not rows:
        return head.encode("utf-8", "backslashreplace")
    table = tabulate(rows, comparison.headings, tablefmt="grid", disable_numparse=True, maxcolwidths=[30, 30, 60])
    return f"{head}{table}\n".encode("utf-8", "backslashreplace")


FORMAT = DiffFormat("txt", "文字表格", 10, render, text=True)
