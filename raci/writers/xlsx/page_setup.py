"""What all sheets have in common: texts that fit a cell, the line of the legend, the setup for the printer."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from raci.config.fonts import office_fonts
from raci.escaping import clean
from raci.model import Profile
from raci.writers.xlsx.styles import CellStyles

__all__ = ["A3", "A4", "cell_text", "set_up_page", "write_comment", "write_legend"]

A4, A3 = 9, 8  # Excel's numbers of paper sizes

#: Excel takes no longer text in a cell, and XlsxWriter drops a cell that is longer
LONGEST = 32767
_CUT = "……（过长，全文见 assignments.jsonl）"


def cell_text(value: str) -> str:
    """A text that an xlsx cell can hold."""
    if len(value) <= LONGEST and value.isprintable():
        return value
    value = clean(value)
    return value if len(value) <= LONGEST else value[: LONGEST - len(_CUT)] + _CUT


def write_comment(sheet: Worksheet, row: int, column: int, words: str, colour: str) -> None:
    """A comment on a cell, as high as its words need."""
    lines = sum(-(-len(line) // 22) for line in words.split("\n"))
    size = {"width": 300, "height": min(24 + 16 * lines, 420)}
    sheet.write_comment(
        row,
        column,
        words,
        {"author": "raci", "font_name": office_fonts().sheet, "font_size": 9, "color": colour, **size},
    )


def write_legend(sheet: Worksheet, profile: Profile | None, styles: CellStyles, remark: str = "") -> None:
    """In the second row: the name of the profile, what its letters mean, a remark; without a profile the remark."""
    plain = styles.remark()
    if profile is None:
        sheet.write_string(1, 0, cell_text(remark), plain)
        sheet.set_row(1, 18)
        return
    parts: list[object] = [plain, f"角色方案：{profile.title}（{profile.name}）　"]
    for letter, words in profile.legend().items():
        parts += [styles.letter(letter), letter, plain, f" {words}　"]
    if remark:
        parts += [plain, f"　{remark}"]
    sheet.write_rich_string(1, 0, *parts, plain)
    sheet.set_row(1, 18)


def set_up_page(
    sheet: Worksheet, titles: tuple[str, str], paper: int, last_head_row: int, *, pages_wide: int = 1
) -> None:
    """Landscape, all columns on the page, heads on every page, page numbers in the footer.

    ``titles`` are those of the plan and of the sheet, which stand in the footer too.
    """
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.fit_to_pages(pages_wide, 0)
    sheet.repeat_rows(0, last_head_row)
    sheet.center_horizontally()
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    # & begins a code in headers and footers, and Excel allows 255 characters in all
    words = [clean(title)[:60].replace("&", "&&").replace("\n", " ") for title in titles]
    # the code of the font parts the size from a title that begins with a year: &92026年 is a size of 92026
    sheet.set_footer(f'&L&9&"-,Regular"{" ".join(filter(None, words))}&R&9第 &P 页 共 &N 页')
