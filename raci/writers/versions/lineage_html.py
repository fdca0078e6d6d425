"""各稿沿革 as one page that opens offline: a column a version, words that are new in it marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from raci.comparison.series_table import SeriesTableRow, series_table
from raci.escaping import clean
from raci.writers.versions.diff_format import SeriesJob
from raci.writers.versions.html import comparison_page, marked_words
from raci.writers.versions.lineage_heads import heads_of, remark_of, title_of

__all__ = ["render"]


def render(job: SeriesJob) -> bytes:
    """The page in UTF-8."""
    series = job.series
    rows = list(series_table(series, all_pairs=job.all_pairs))
    heads = [escape(clean(words)) for words in heads_of(series)]
    return comparison_page(
        title_of(series),
        remark_of(series, len(rows)),
        "".join(f'<th scope="col">{words}</th>' for words in heads),
        _rows(rows, heads),
        {kind for row in rows for kind in row.kinds},
        job.made_at,
    )


def _rows(rows: Sequence[SeriesTableRow], heads: Sequence[str]) -> Iterator[str]:
    for row in rows:
        cells = []
        for head, cell in zip(heads, row.cells, strict=True):
            told = "".join(f'<p class="told">▲{escape(clean(change))}</p>' for change in cell.changes)
            label = " ".join(head.split())
            cells.append(f'<td data-head="{label}">{marked_words(cell.words, "ins")}{told}</td>')
        yield f'<tr data-kinds="{" ".join(row.kinds)}"><td class="order">{row.order}</td>{"".join(cells)}</tr>\n'
