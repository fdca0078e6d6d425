"""Tables as people lay them out by hand, and as pages break them: gaps, tabs, numbers in rings, feet of pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from written.copies import emptied
from written.grids import aligned, display_width, parted
from written.plans import (
    Form,
    Plan,
    Rows,
    in_groups,
    in_sections,
    lead_alone,
    leads_in_common,
    led_by_first,
    limited,
    responsible,
    table,
)

_GAP, _TAB, _PIECE, _PAGE = 4, 8, 6, 6
_RINGS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_NUMERALS = "一二三四五六七八九十"


def even_gaps(plan: Plan) -> str:
    """Cells joined by four blanks, so that an empty one leaves eight."""
    rows = table(plan, "task lead support limit")
    return "\n".join((" " * _GAP).join(row).rstrip() for row in rows)


def semicolons(plan: Plan) -> str:
    """A line a task, as people list them in chats: 任务；单位；时限."""
    return parted(table(plan, "task bodies limit"), "；")


def stops(plan: Plan) -> str:
    """Columns set below one another by as many tabs as that takes."""
    rows = table(plan, "number task lead support")
    widths = [max(map(display_width, column)) // _TAB + 1 for column in zip(*rows, strict=True)]
    return "\n".join(
        "".join(
            (cell or "/") + "\t" * (width - display_width(cell or "/") // _TAB)
            for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    )


def ringed(plan: Plan) -> str:
    """Numbers in rings, a single blank between cells, empty ones left out."""
    heads, *rows = table(plan, "number task lead support limit")
    marked = [[_RINGS[place % len(_RINGS)], *row[1:]] for place, row in enumerate(rows)]
    return "\n".join(" ".join(filter(None, row)) for row in [heads, *marked])


def _pieces(cell: str) -> list[str]:
    return [cell[start : start + _PIECE] for start in range(0, len(cell), _PIECE)]


def broken_cells(plan: Plan) -> str:
    """A narrow table as a viewer of pages copies it: cell after cell, each broken at its width, names in the middle."""
    rows = table(plan, "number task lead support")
    return "\n".join(chain(*(_pieces(cell) for row in rows for cell in row if cell)))


def feet_between_cells(plan: Plan) -> str:
    """A cell a line; each page ends with its number and begins with the title and the heads."""
    heads, *rows = table(plan, "number task lead limit")
    pages = [rows[start : start + _PAGE] for start in range(0, len(rows), _PAGE)]
    title = "云岭市重点任务分解表"
    return "\n".join(chain(*(chain([title], heads, *page, [f"- {number} -"]) for number, page in enumerate(pages, 1))))


def _frame(widths: Sequence[int], signs: str) -> str:
    return signs[0] + signs[1].join("─" * width for width in widths) + signs[2]


def _framed(row: Sequence[str], widths: Sequence[int]) -> str:
    return "│" + "│".join(cell + " " * (w - display_width(cell)) for cell, w in zip(row, widths, strict=True)) + "│"


def boxes_with_sections(plan: Plan) -> str:
    """Drawn with lines, sections across the table."""
    rows: Rows = table(plan, "task lead support limit")
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    between, over, under = (_frame(widths, signs) for signs in ("├┼┤", "├┴┤", "├┬┤"))
    lines = [_frame(widths, "┌┬┐"), _framed(rows[0], widths)]
    for place, tasks in enumerate(in_groups(plan)):
        lines += [over, _framed([f"{_NUMERALS[place]}、{tasks[0].section}"], [sum(widths) + len(widths) - 1])]
        listed = [_framed(row, widths) for row in rows[1 + 4 * place : 5 + 4 * place]]
        lines += [under, f"\n{between}\n".join(listed)]
    return "\n".join((*lines, _frame(widths, "└┴┘")))


def leads_once(plan: Plan) -> str:
    """Below one another, who leads in the first column and once for its tasks; no numbers."""
    return aligned(emptied(table(plan, "lead task support limit"), 0))


FORMS = (
    Form("even gaps, empty cells empty", even_gaps, (led_by_first, limited)),
    Form("semicolons, a task a line", semicolons, (responsible, limited)),
    Form("tab stops", stops, (led_by_first,)),
    Form("numbers in rings, single blanks", ringed, (led_by_first, limited)),
    Form("a cell a line, cells broken", broken_cells, (led_by_first,), held=True),
    Form("a cell a line, feet and heads of pages", feet_between_cells, (lead_alone, limited), held=True),
    Form("boxes, sections across", boxes_with_sections, (led_by_first, in_sections, limited), held=True),
    Form("aligned, leads once before their tasks", leads_once, (led_by_first, leads_in_common, limited), held=True),
)
