"""各稿沿革 as a Word document: a column a version, words that are new in it bold."""

from __future__ import annotations

from raci.comparison.segments import MarkedText
from raci.comparison.series_table import series_table
from raci.writers.versions.diff_format import SeriesJob
from raci.writers.versions.lineage_heads import heads_of, remark_of, title_of
from raci.writers.versions.lineage_xlsx import version_words
from raci.writers.versions.word_table import NEW, WordCell, word_document

__all__ = ["render"]

#: the column of the numbers as a part of the page
_NUMBER = 0.06


def render(job: SeriesJob) -> bytes:
    """The document: title, what was compared, the table."""
    series = job.series
    rows = [
        (
            WordCell([MarkedText("same", str(row.order))], centred=True),
            *(WordCell(version_words(cell), NEW) for cell in row.cells),
        )
        for row in series_table(series, all_pairs=job.all_pairs)
    ]
    shares = (_NUMBER, *[(1 - _NUMBER) / len(series.sides)] * len(series.sides))
    heads = ("序号", *heads_of(series))
    return word_document(title_of(series), remark_of(series, len(rows)), heads, rows, shares, job.made_at)
