"""Tables as they are pasted from Word, Excel, browsers, phones and mails into a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from written.copies import emptied, merged_away
from written.grids import aligned, parted
from written.plans import (
    Form,
    Plan,
    Rows,
    in_groups,
    in_sections,
    leads_in_common,
    led_by_first,
    limited,
    responsible,
    table,
    with_leaders,
    with_measures,
)

_BETWEEN = ("；", "，", "/", " ", "&", "\u3000")
_PAGE = 7


def bodies_parted(rows: Rows, between: str) -> list[list[str]]:
    """The same rows with another sign between the bodies of a cell (third and fourth column)."""
    return [[*row[:2], *(re.sub("、(?![^（(]*[）)])", between, cell) for cell in row[2:4]), *row[4:]] for row in rows]


def merged_once(plan: Plan) -> str:
    """Word's merged cells: their words in the first row of a section, nothing below."""
    heads, *rows = table(plan, "section number task lead support limit")
    groups = [rows[start : start + 4] for start in range(0, len(rows), 4)]
    return parted([heads, *chain(*(emptied(emptied(group, 0), 3) for group in groups))], "\t")


def body_a_line(plan: Plan) -> str:
    """As Word saves a table as text: each body is a paragraph of its cell."""
    return parted(bodies_parted(table(plan, "number task lead support limit"), "\n"), "\t")


def quoted(plan: Plan, between: str) -> str:
    """As a spreadsheet copies or saves cells with line breaks: in quotes."""
    rows = table(plan, "number task bodies limit")
    for row, task in zip(rows[1:], plan.tasks, strict=True):
        lines = [f"牵头：{task.named('lead')}"] + ([f"配合：{task.named('support')}"] if task.said["support"] else [])
        row[2] = "\n".join(lines)
        row[:] = [f'"{cell}"' if "\n" in cell or between in cell else cell for cell in row]
    return parted(rows, between)


def comma_values(plan: Plan) -> str:
    """Bodies in one cell are parted by commas: such cells stand in quotes."""
    rows = table(plan, "number task lead support limit leader")
    words = bodies_parted(rows, ",")
    return parted([[f'"{cell}"' if "," in cell else cell for cell in row] for row in words], ",")


def empty_cells_as_lines(plan: Plan) -> str:
    """A cell a line with blank lines between, an empty cell is an empty line."""
    return "\n\n".join(chain(*table(plan, "number task lead support limit")))


def article(plan: Plan) -> str:
    """A phone's article: a cell a line, no blank lines, merged categories given once and empty cells left out."""
    rows = merged_away(table(plan, "section number task measure lead support limit"), 0)
    return "\n".join(filter(None, chain(*rows)))


def mail(plan: Plan) -> str:
    """A forwarded mail: every line behind a mark of quotation."""
    words = "各位同事：\n请按分工抓好落实。\n" + aligned(table(plan, "number task lead support limit"))
    return "\n".join(f"> {line}" for line in words.split("\n"))


def mail_of_bars(plan: Plan) -> str:
    words = "你好，分工如下：\n\n" + parted(table(plan, "number task lead support"), " | ")
    return "-----原始邮件-----\n" + "\n".join(f">> {line}" for line in words.split("\n"))


def wide_padding(plan: Plan) -> str:
    """Columns filled up with blanks as wide as characters."""
    rows = table(plan, "number task lead support")
    widths = [max(map(len, column)) + 1 for column in zip(*rows, strict=True)]
    return "\n".join(
        "".join(cell + "\u3000" * (width - len(cell)) for cell, width in zip(row, widths, strict=True)).rstrip("\u3000")
        for row in rows
    )


def transposed(plan: Plan) -> str:
    """Three tasks a table: heads in the first column, a task in each other."""
    parts = []
    for place in range(0, len(plan.tasks), 3):
        part = replace(plan, tasks=plan.tasks[place : place + 3])
        turned = zip(*table(part, "task lead support limit"), strict=True)
        parts.append(parted(list(turned), "\t"))
    return "\n\n".join(parts)


def side_by_side(plan: Plan) -> str:
    """Two halves of a list beside one another."""
    heads, *rows = table(plan, "number task responsible")
    half = (len(rows) + 1) // 2
    right = [*rows[half:], ["", "", ""]]
    return parted([heads + heads, *(a + b for a, b in zip(rows[:half], right, strict=False))], "\t")


def other_signs(plan: Plan) -> str:
    """Bodies parted by other signs, from plan to plan."""
    rows = table(plan, "number task lead support limit")
    between = _BETWEEN[plan.number % len(_BETWEEN)]
    return parted(bodies_parted(rows, between), "\t")


def roles_behind_names(plan: Plan) -> str:
    """Each body with its role behind it."""
    rows = table(plan, "number task bodies limit")
    lead, support = (("(牵头)", "(配合)"), ("〔牵头〕", "〔配合〕"), ("（牵头单位）", "（配合单位）"))[plan.number % 3]
    for row, task in zip(rows[1:], plan.tasks, strict=True):
        row[2] = "、".join(body + (lead if body in task.said["lead"] else support) for body in task.bodies)
    return parted(rows, "\t")


def persons(plan: Plan) -> str:
    """Leaders beside the bodies, and whom to call."""
    rows = table(plan, "number task leader bodies limit")
    heads, *rest = rows
    heads = ["序号", "工作任务", "牵头领导", "责任单位", "联系人", "完成时限"]
    rest = [[*row[:4], ("张建国", "刘晓明", "王海涛")[place % 3], row[4]] for place, row in enumerate(rest)]
    return parted([heads, *rest], "\t")


def helpers_in_remarks(plan: Plan) -> str:
    """Who helps stands in the last column, in words."""
    rows = table(plan, "number task lead limit remark")
    for row, task in zip(rows[1:], plan.tasks, strict=True):
        row[4] = f"{task.named('support')}配合" if task.said["support"] else ""
    return parted(rows, "\t")


def continued(plan: Plan) -> str:
    """Its last row stands alone on a page, under 续表 and the heads."""
    heads, *rows = table(plan, "number task lead support limit")
    return "\n".join((parted([heads, *rows[:-1]], "\t"), "", "续表", parted([heads, rows[-1]], "\t")))


def continued_pages(plan: Plan) -> str:
    """Print whose pages begin with 续表 and the heads."""
    heads, *rows = table(plan, "number task lead support")
    pages = [aligned([heads, *rows[start : start + _PAGE]]) for start in range(0, len(rows), _PAGE)]
    return "\n\n续上表\n".join(pages)


def totals(plan: Plan) -> str:
    """Sums below each section and at the end."""
    rows = table(plan, "number task lead support")
    parts: list[Sequence[str]] = [[*rows[0], "投资（万元）"]]
    for place, tasks in enumerate(in_groups(plan)):
        parts += [[*row, "1200"] for row in rows[1 + 4 * place : 5 + 4 * place]]
        parts.append(["小计", f"{len(tasks)}项", "", "", str(len(tasks) * 1200)])
    return parted([*parts, ["合计", f"{len(plan.tasks)}项", "", "", str(1200 * len(plan.tasks))]], "\t")


def two_columns(plan: Plan) -> str:
    """No heads: a task, a tab, and who does it in words."""
    return "\n".join(
        f"{task.name}\t{task.named('lead')}牵头" + (f"，{task.named('support')}配合" if task.said["support"] else "")
        for task in plan.tasks
    )


def run_together(plan: Plan) -> str:
    """The rows of a table run together by wide blanks, then cut at the width of a line."""
    words = "\u3000\u3000".join(
        chain(*([cell or "—" for cell in row] for row in table(plan, "number task lead support")))
    )
    return "\n".join(words[start : start + 40] for start in range(0, len(words), 40))


FORMS = (
    Form("Word, merged cells once", merged_once, (led_by_first, leads_in_common, in_sections, limited)),
    Form("Word, a body a line", body_a_line, (led_by_first, limited)),
    Form("spreadsheet, quoted cells", lambda plan: quoted(plan, "\t"), (led_by_first, limited)),
    Form("comma values, quoted cells", lambda plan: quoted(plan, ","), (led_by_first, limited)),
    Form("comma values", comma_values, (led_by_first, limited, with_leaders)),
    Form("web page, empty cells as lines", empty_cells_as_lines, (led_by_first, limited)),
    Form("article, a cell a line", article, (led_by_first, in_sections, with_measures, limited)),
    Form("mail, aligned", mail, (led_by_first, limited)),
    Form("mail, bars", mail_of_bars, (led_by_first,)),
    Form("wide padding", wide_padding, (led_by_first,)),
    Form("transposed", transposed, (led_by_first, limited)),
    Form("side by side", side_by_side, (responsible,)),
    Form("other signs between bodies", other_signs, (led_by_first, limited)),
    Form("roles behind names", roles_behind_names, (led_by_first, limited)),
    Form("leaders and persons", persons, (responsible, limited, with_leaders)),
    Form("helpers in remarks", helpers_in_remarks, (led_by_first, limited)),
    Form("continued, a single row", continued, (led_by_first, limited)),
    Form("continued pages", continued_pages, (led_by_first,)),
    Form("totals", totals, (led_by_first,)),
    Form("a task, a tab, who does it", two_columns, (led_by_first,)),
    Form("run together, cut at a width", run_together, (led_by_first,)),
)
