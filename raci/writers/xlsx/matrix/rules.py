"""What follows the letters when they are changed by hand: colours, and the letters that may be entered."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from raci.model import Profile
from raci.writers.xlsx.matrix.layout import LETTERS, MatrixLayout
from raci.writers.xlsx.styles import LINE, CellStyles

__all__ = ["add_colours", "add_validation"]

#: Excel takes no longer list of choices, and no longer message
_LONGEST = 255


def add_colours(sheet: Worksheet, styles: CellStyles, layout: MatrixLayout) -> None:
    """Colours that follow the letters, so that a letter changed by hand changes its colour."""
    if layout.last_row <= layout.head_row or not layout.columns:
        return
    cells = (layout.head_row + 1, LETTERS, layout.last_row, layout.last_column)
    for letter in styles.letters:
        rule = {"type": "text", "criteria": "begins with", "value": letter, "format": styles.tint(letter)}
        sheet.conditional_format(*cells, rule)
    if layout.has_many_cells:
        lines = {"type": "formula", "criteria": "=TRUE", "format": styles.of(border=1, border_color=LINE)}
        sheet.conditional_format(*cells, lines)


def add_validation(sheet: Worksheet, profile: Profile, layout: MatrixLayout) -> None:
    """What is entered by hand must be a letter of the profile, alone or joined."""
    if not layout.task_rows or not layout.columns:
        return
    single = dict.fromkeys(part for letter in profile.legend() for part in letter.split("/"))
    known = list(dict.fromkeys((*profile.legend(), *single, *sorted(set(layout.letters.values())))))
    while len(",".join(known)) > _LONGEST:
        known.pop()
    rule = {
        "validate": "list",
        "source": known,
        "error_title": "不是本方案的字母",
        "error_message": f"请用：{'、'.join(known)}，或清空"[:_LONGEST],
    }
    sheet.data_validation(layout.task_rows[0], LETTERS, layout.task_rows[-1], layout.last_column, rule)
