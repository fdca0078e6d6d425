"""A new workbook in memory: no text becomes anything else, and the font of tables is that of all cells."""

from __future__ import annotations

from typing import BinaryIO

from xlsxwriter import Workbook

from raci.config.fonts import office_fonts

__all__ = ["open_workbook"]

# No text of a document or of a person may become a formula, a link or a number.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def open_workbook(out: BinaryIO) -> Workbook:
    """A workbook that is written to ``out`` when it is closed; to be used in a ``with``."""
    # anew for each workbook: XlsxWriter notes in it what the next one would take for the font's own
    usual = {"font_name": office_fonts().sheet, "font_size": 10.5}
    return Workbook(out, {**_OPTIONS, "default_format_properties": usual})
