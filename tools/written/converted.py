"""Tables as programs write them into text: pandoc, html2text, docling, markitdown, pdftotext, recognition of print."""

from __future__ import annotations

from itertools import chain

from written.copies import emptied
from written.grids import aligned, display_width, in_narrow_columns, parted
from written.pasted import bodies_parted
from written.plans import (
    Form,
    Plan,
    Rows,
    in_groups,
    in_sections,
    leads_in_common,
    led_by_first,
    limited,
    table,
)

_NARROW = 18


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - display_width(cell))


def _pieces(cell: str, width: int) -> list[str]:
    return [cell[start : start + width] for start in range(0, len(cell), width)] or [""]


def _in_lines(rows: Rows, width: int) -> list[list[list[str]]]:
    """Each row as lines of cells, cells cut at a width."""
    laid = []
    for row in rows:
        pieces = [_pieces(cell, width // 2) for cell in row]
        height = max(map(len, pieces))
        laid.append([[each[line] if line < len(each) else "" for each in pieces] for line in range(height)])
    return laid


def grid(plan: Plan) -> str:
    """pandoc's grid table, cells of several lines."""
    laid = _in_lines(table(plan, "number task lead support limit"), _NARROW)
    widths = [max(display_width(line[place]) for row in laid for line in row) for place in range(5)]
    rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    lines = [rule]
    for place, row in enumerate(laid):
        lines += [
            "|" + "|".join(f" {_padded(cell, width)} " for cell, width in zip(line, widths, strict=True)) + "|"
            for line in row
        ]
        lines.append(rule.replace("-", "=") if place == 0 else rule)
    return "\n".join(lines)


def simple(plan: Plan) -> str:
    """pandoc's simple table: rules of hyphens below the heads."""
    rows = table(plan, "number task lead support limit")
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    rule = "  " + "  ".join("-" * width for width in widths)
    heads, *rest = ("  " + line for line in aligned(rows).split("\n"))
    return "\n".join((heads, rule, *rest))


def several_lines(plan: Plan) -> str:
    """pandoc's multiline table: blank lines between rows, rules above and below."""
    laid = _in_lines(table(plan, "number task lead support"), _NARROW)
    widths = [max(display_width(line[place]) for row in laid for line in row) for place in range(4)]
    rows = [
        "\n".join(
            "  " + "  ".join(_padded(cell, w) for cell, w in zip(line, widths, strict=True)).rstrip() for line in row
        )
        for row in laid
    ]
    rule, below = "-" * (sum(widths) + 8), "  " + "  ".join("-" * width for width in widths)
    return "\n".join((f"  {rule}", rows[0], below, "\n\n".join(rows[1:]), f"  {rule}"))


def html2text(plan: Plan) -> str:
    """html2text's tables: bars between cells, none at the edges."""
    heads, *rows = table(plan, "number task lead support limit")
    return "\n".join((" | ".join(heads), "|".join(["---"] * 5), *(" | ".join(row) + "  " for row in rows)))


def merged_repeated(plan: Plan) -> str:
    """docling repeats merged cells in each of their places, section rows across the whole table."""
    heads, *rows = table(plan, "number task lead support limit")
    lines = [heads, ["---"] * 5]
    for place, tasks in enumerate(in_groups(plan)):
        lines += [[f"{'一二三四五六七八'[place]}、{tasks[0].section}"] * 5, *rows[4 * place : 4 * place + 4]]
    return parted(lines, " | ", edge="|")


def heads_joined(plan: Plan) -> str:
    """docling joins heads of two rows by a dot."""
    heads, *rows = table(plan, "number task lead support limit")
    heads = [*heads[:2], f"责任分工.{heads[2]}", f"责任分工.{heads[3]}", heads[4]]
    return parted([heads, ["---"] * 5, *rows], " | ", edge="|")


def nameless(plan: Plan) -> str:
    """markitdown gives a workbook's merged title as heads, and says NaN of empty cells."""
    heads, *rows = table(plan, "number task lead support limit")
    title = ["云岭市重点任务分工表", *(f"Unnamed: {place}" for place in range(1, 5))]
    return "## Sheet1\n" + parted(
        [title, ["---"] * 5, heads, *([c or "NaN" for c in row] for row in rows)], " | ", edge="|"
    )


def breaks_in_pipes(plan: Plan) -> str:
    rows = bodies_parted(table(plan, "number task lead support"), "<br>")
    return parted([rows[0], [":---:"] * 4, *rows[1:]], " | ", edge="|")


def tags(plan: Plan) -> str:
    """Programs that read pages give their tables as HTML within the text."""
    rows = emptied(table(plan, "section number task lead support"), 0)
    lines = []
    for place, row in enumerate(rows):
        below = next((n for n, each in enumerate(rows[place + 1 :], 1) if each[0]), len(rows) - place)
        cells = [f'<td rowspan="{below}">{row[0]}</td>' if row[0] else "", *(f"<td>{cell}</td>" for cell in row[1:])]
        lines.append("<tr>" + "".join(cells) + "</tr>")
    return "<table>" + "".join(lines) + "</table>"


def heavy_boxes(plan: Plan) -> str:
    """Drawn with lines, cells of several lines."""
    laid = _in_lines(table(plan, "number task lead support"), _NARROW)
    widths = [max(display_width(line[place]) for row in laid for line in row) for place in range(4)]
    upper, between, lower = (sign.join("━" * (each // 2 + 1) for each in widths) for sign in "┳╋┻")
    rows = [
        "\n".join(
            "┃" + "┃".join(_padded(c, 2 * (w // 2 + 1)) for c, w in zip(line, widths, strict=True)) + "┃"
            for line in row
        )
        for row in laid
    ]
    return f"┏{upper}┓\n" + f"\n┣{between}┫\n".join(rows) + f"\n┗{lower}┛"


def drawn_in_bars(plan: Plan) -> str:
    """As databases print: bars and rules of hyphens, a line a row."""
    rows = table(plan, "number task lead support limit")
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    lines = ["|" + "|".join(f" {_padded(c, w)} " for c, w in zip(row, widths, strict=True)) + "|" for row in rows]
    return "\n".join((rule, lines[0], rule, *lines[1:], rule))


def middle_of_merged(plan: Plan) -> str:
    """Print whose merged leads stand beside the middle of their rows."""
    rows = table(plan, "number task lead support")
    for start in range(1, len(rows), 3):
        rows_of = rows[start : start + 3]
        if len({row[2] for row in rows_of}) == 1:
            for place, row in enumerate(rows_of):
                row[2] = row[2] if place == len(rows_of) // 2 else ""
    return aligned(rows)


def raw_print(plan: Plan) -> str:
    """pdftotext without -layout: cell after cell, each in the lines that it takes."""
    rows = table(plan, "number task lead support limit")
    return "\n".join(chain(*(chain(*(_pieces(cell, 9) for cell in row if cell)) for row in rows)))


def layout_merged(plan: Plan) -> str:
    """pdftotext -layout: cells of several lines, categories merged."""
    return in_narrow_columns(emptied(table(plan, "section number task lead support limit"), 0))


def recognised(plan: Plan) -> str:
    """Recognised print: one or two blanks between cells, empty cells lost, lines set in unevenly."""
    lines = []
    for place, row in enumerate(table(plan, "number task lead support limit")):
        lines.append(" " * (place % 3) + ("  " if place % 4 == 0 else " ").join(filter(None, row)))
    return "\n".join(lines)


FORMS = (
    Form("grid table", grid, (led_by_first, limited)),
    Form("simple table", simple, (led_by_first, limited)),
    Form("multiline table", several_lines, (led_by_first,)),
    Form("html2text", html2text, (led_by_first, limited)),
    Form("pipes, merged cells repeated", merged_repeated, (led_by_first, in_sections, limited)),
    Form("pipes, heads joined", heads_joined, (led_by_first, limited)),
    Form("pipes, nameless heads", nameless, (led_by_first, limited)),
    Form("pipes, breaks in cells", breaks_in_pipes, (led_by_first,)),
    Form("tags", tags, (led_by_first, in_sections)),
    Form("heavy boxes, cells of several lines", heavy_boxes, (led_by_first,)),
    Form("bars and rules", drawn_in_bars, (led_by_first, limited)),
    Form("leads in the middle of merged cells", middle_of_merged, (led_by_first, leads_in_common), held=True),
    Form("print, cell after cell", raw_print, (led_by_first, limited), held=True),
    Form("print, categories merged, cells of several lines", layout_merged, (led_by_first, in_sections, limited)),
    Form("recognised, single blanks", recognised, (led_by_first, limited)),
)
