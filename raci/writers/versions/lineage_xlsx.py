"""各稿沿革 as a workbook: a column a version, words that are new in it in colour."""

from __future__ import annotations

import io

from raci.comparison.segments import MarkedText
from raci.comparison.series_table import VersionCell, series_table
from raci.config.fonts import office_fonts
from raci.writers.versions.diff_format import SeriesJob
from raci.writers.versions.lineage_heads import heads_of, remark_of, title_of
from raci.writers.versions.xlsx import write_marked
from raci.writers.xlsx.measure import row_height
from raci.writers.xlsx.opening import open_workbook
from raci.writers.xlsx.page_setup import A3, cell_text, set_up_page

__all__ = ["render", "version_words"]

_NUMBER, _LEAST, _ALL = 6.0, 28.0, 150.0
_HEAD_ROW = 2


def render(job: SeriesJob) -> bytes:
    """The workbook: one sheet."""
    series = job.series
    rows = list(series_table(series, all_pairs=job.all_pairs))
    title, out = title_of(series), io.BytesIO()
    widths = [_NUMBER, *[max(_LEAST, _ALL / len(series.sides))] * len(series.sides)]
    with open_workbook(out) as workbook:
        workbook.set_properties({"title": title[:255], "created": job.made_at})
        base = {"border": 1, "border_color": "#B8C0CA", "valign": "top", "text_wrap": True}
        head = workbook.add_format({**base, "font_name": office_fonts().heading, "bg_color": "#E3ECF7"})
        cell, changed = workbook.add_format(base), workbook.add_format({**base, "bg_color": "#FFF4D6"})
        fresh = workbook.add_format({"font_color": "#1F5FAE", "bold": True})
        faint = workbook.add_format({"font_size": 9, "font_color": "#5F6B7A"})
        number = workbook.add_format({**base, "align": "center"})
        sheet = workbook.add_worksheet("各稿沿革")
        heading = workbook.add_format({"font_name": office_fonts().heading, "font_size": 16})
        sheet.write_string(0, 0, cell_text(title), heading)
        sheet.write_string(1, 0, cell_text(remark_of(series, len(rows))), faint)
        sheet.set_row(_HEAD_ROW, row_height(zip(("序号", *heads_of(series)), widths, strict=True)))
        for column, words in enumerate(("序号", *heads_of(series))):
            sheet.write_string(_HEAD_ROW, column, cell_text(words), head)
            sheet.set_column(column, column, widths[column])
        for line, row in enumerate(rows, _HEAD_ROW + 1):
            sheet.write_number(line, 0, row.order, number)
            texts = [version_words(own) for own in row.cells]
            for column, (text, own) in enumerate(zip(texts, row.cells, strict=True), 1):
                write_marked(sheet, (line, column), text, fresh, changed if own.changes else cell)
            plain = ["".join(stretch.text for stretch in text) for text in texts]
            sheet.set_row(line, row_height(zip((str(row.order), *plain), widths, strict=True)))
        if not rows:
            sheet.write_string(_HEAD_ROW + 1, 0, "没有差异", faint)
        sheet.freeze_panes(_HEAD_ROW + 1, 1)
        set_up_page(sheet, (title, ""), A3, _HEAD_ROW)
    return out.getvalue()


def version_words(cell: VersionCell) -> list[MarkedText]:
    """The words of a version, and a line for each change towards it."""
    lines = "\n".join(f"▲{change}" for change in cell.changes)
    between = "\n" if cell.words and lines else ""
    return [*cell.words, *([MarkedText("same", between + lines)] if lines else [])]
