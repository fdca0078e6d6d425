"""Tables as they come out of browsers and pdftotext: cells merged away, columns one by one, heads on each page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from written.grids import aligned, display_width, in_narrow_columns, parted
from written.plans import (
    Form,
    Plan,
    in_groups,
    in_sections,
    lead_alone,
    leads_in_common,
    led_by_first,
    limited,
    table,
)

_NUMERALS = "一二三四五六七八九十"


def merged_away(rows: Sequence[Sequence[str]], column: int) -> list[list[str]]:
    """Rows without the cell that goes on from the row above, as a browser gives merged cells."""
    kept: list[list[str]] = []
    for above, row in zip([None, *rows], rows, strict=False):
        goes_on = above is not None and above[column] == row[column]
        kept.append([cell for place, cell in enumerate(row) if place != column or not goes_on])
    return kept


def emptied(rows: Sequence[Sequence[str]], column: int) -> list[list[str]]:
    """The same with an empty cell in its place, as most programs give them."""
    return [
        [
            "" if place == column and above is not None and above[column] == cell else cell
            for place, cell in enumerate(row)
        ]
        for above, row in zip([None, *rows], rows, strict=False)
    ]


def lead_merged(plan: Plan) -> str:
    return parted(merged_away(table(plan, "number task lead support"), 2), "\t")


def lead_merged_first(plan: Plan) -> str:
    """The body that leads stands before its tasks."""
    return parted(merged_away(table(plan, "lead number task support"), 0), "\t")


def category_merged(plan: Plan) -> str:
    return parted(merged_away(table(plan, "section number task lead support limit"), 0), "\t")


def category_in_print(plan: Plan) -> str:
    """Columns below one another; the category stands in the first of its rows."""
    return aligned(emptied(table(plan, "section number task lead support"), 0))


def cell_a_line(plan: Plan) -> str:
    """Cells parted by blank lines, and heads of two rows: the upper holds the head over two columns."""
    rows = table(plan, "number task lead support limit")
    number, task, lead, support, limit = rows[0]
    heads = [number, task, "责任分工", limit, lead, support]
    return "\n\n".join(filter(None, chain(heads, *rows[1:])))


def two_rows_of_heads(plan: Plan) -> str:
    rows = table(plan, "number task lead support limit")
    number, task, lead, support, limit = rows[0]
    return parted([[number, task, "责任分工", "", limit], ["", "", lead, support, ""], *rows[1:]], "\t")


def paragraphs_in_cells(plan: Plan) -> str:
    """As a browser copies a table whose cells hold paragraphs."""
    rows = table(plan, "number task lead support")
    return "\n".join("\n\t\n".join(f"{cell}\n" if cell else "" for cell in row) for row in rows)


def column_after_column(plan: Plan) -> str:
    """As pdftotext gives a page without -layout: the columns of a page one below the other."""
    heads, *rows = table(plan, "number task lead")
    pages = [[heads, *rows[start : start + 8]] for start in range(0, len(rows), 8)]
    return "\n\f".join("\n\n".join("\n".join(column) for column in zip(*page, strict=True)) for page in pages)


def section_rows(plan: Plan) -> str:
    rows = table(plan, "number task lead support limit")
    parts = [rows[:1]]
    for place, tasks in enumerate(in_groups(plan)):
        parts += [[[f"{_NUMERALS[place]}、{tasks[0].section}（{len(tasks)}项）", "", "", "", ""]]]
        parts += [rows[1 + 4 * place : 5 + 4 * place]]
    return parted(list(chain(*parts)), "\t")


def section_lines(plan: Plan) -> str:
    """Sections as lines of their own between the rows."""
    rows = table(plan, "number task lead support limit")
    parts = [parted(rows[:1], "\t")]
    for place, tasks in enumerate(in_groups(plan)):
        parts += [f"（{_NUMERALS[place]}）{tasks[0].section}", parted(rows[1 + 4 * place : 5 + 4 * place], "\t")]
    return "\n".join(parts)


def heads_on_each_page(plan: Plan) -> str:
    """As pdftotext -layout gives it: the head again on each page, the number of the page at its foot."""
    heads, *rows = table(plan, "number task lead support")
    pages = [in_narrow_columns([heads, *rows[start : start + 8]]) for start in range(0, len(rows), 8)]
    return "\n\f".join(f"{page}\n{' ' * 30}— {number} —" for number, page in enumerate(pages, 1))


def heads_on_two_lines(plan: Plan) -> str:
    """Heads that are too long for their columns, above cells that are not."""
    heads, *rows = table(plan, "number task lead support limit")
    halves = [
        (head[: (len(head) + 1) // 2], head[(len(head) + 1) // 2 :]) if len(head) > 3 else (head, "") for head in heads
    ]
    return aligned([[upper for upper, _ in halves], [lower for _, lower in halves], *rows])


def boxes(plan: Plan) -> str:
    """Drawn with lines, as old programs and some mails give it."""
    rows = table(plan, "number task lead support")
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    upper, between, lower = (sign.join("─" * each for each in widths) for sign in "┬┼┴")
    cells = [
        "│".join(cell + " " * (each - display_width(cell)) for cell, each in zip(row, widths, strict=True))
        for row in rows
    ]
    return f"┌{upper}┐\n" + f"\n├{between}┤\n".join(f"│{row}│" for row in cells) + f"\n└{lower}┘"


def pages_with_merged_cells(plan: Plan) -> str:
    """Print with merged categories and leads, its head on each page."""
    heads, *rows = emptied(emptied(table(plan, "section number task lead support limit"), 0), 3)
    pages = [aligned([heads, *rows[start : start + 9]]) for start in range(0, len(rows), 9)]
    return "\n\n".join(f"{page}\n{' ' * 30}{number}" for number, page in enumerate(pages, 1))


def phone(plan: Plan) -> str:
    """As a phone gives an article: a cell a line, blank lines between, merged categories and empty cells left out."""
    rows = merged_away(table(plan, "section number task lead support limit"), 0)
    return "\n\n".join(filter(None, chain(*rows)))


FORMS = (
    Form("copied, leads merged over rows", lead_merged, (led_by_first, leads_in_common)),
    Form("copied, leads merged before their rows", lead_merged_first, (led_by_first, leads_in_common)),
    Form("copied, categories merged", category_merged, (led_by_first, in_sections, limited)),
    Form("aligned, categories merged", category_in_print, (led_by_first, in_sections)),
    Form("a cell a line, blank lines, heads of two rows", cell_a_line, (led_by_first, limited)),
    Form("tabs, heads of two rows", two_rows_of_heads, (led_by_first, limited)),
    Form("copied, paragraphs in cells", paragraphs_in_cells, (led_by_first,)),
    Form("a column after the other", column_after_column, (lead_alone,)),
    Form("section rows", section_rows, (led_by_first, in_sections, limited)),
    Form("section lines", section_lines, (led_by_first, in_sections, limited)),
    Form("narrow columns, heads on each page", heads_on_each_page, (led_by_first,)),
    Form("aligned, heads on two lines", heads_on_two_lines, (led_by_first, limited)),
    Form("boxes", boxes, (led_by_first,), held=True),
    Form(
        "print, merged cells, heads on each page",
        pages_with_merged_cells,
        (led_by_first, leads_in_common, in_sections, limited),
        held=True,
    ),
    Form("phone, a cell a line", phone, (led_by_first, in_sections, limited), held=True),
)
