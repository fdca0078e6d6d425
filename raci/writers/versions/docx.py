"""对照表 as a Word document: words that are gone struck, words that are new bold."""

from __future__ import annotations

from raci.comparison.segments import MarkedText
from raci.comparison.table import ComparedRow, comparison_table
from raci.writers.versions.diff_format import DiffFormat, DiffJob
from raci.writers.versions.heads import remark, title
from raci.writers.versions.word_table import GONE, NEW, WordCell, word_document

__all__ = ["FORMAT", "render"]

#: the columns as parts of the page
_SHARES = (0.06, 0.37, 0.37, 0.2)


def render(job: DiffJob) -> bytes:
    """The document: title, what was compared, the table."""
    rows = [_cells(row) for row in comparison_table(job.comparison, all_pairs=job.all_pairs)]
    heads = ("序号", *job.comparison.headings)
    return word_document(title(job.comparison), remark(job.comparison, len(rows)), heads, rows, _SHARES, job.made_at)


def _cells(row: ComparedRow) -> tuple[WordCell, ...]:
    return (
        WordCell([MarkedText("same", str(row.order))], centred=True),
        WordCell(row.old, GONE),
        WordCell(row.new, NEW),
        WordCell([MarkedText("same", "\n".join(row.changes))]),
    )


FORMAT = DiffFormat("docx", "对照表，Word 文档", 40, render)
