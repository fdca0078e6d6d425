"""A new workbook in memory: no text becomes anything else, and the font of tables is that of all cells."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from xlsxwriter import Workbook

from raci.config.fonts import office_fonts
from raci.garbage import collection_paused

__all__ = ["open_workbook"]

# No text of a document or of a person may become a formula, a link or a number.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@contextmanager
def open_workbook(out: BinaryIO) -> Iterator[Workbook]:
    """A workbook that is written to ``out`` when the ``with`` ends."""
    # anew for each workbook: XlsxWriter notes in it what the next one would take for the font's own
    usual = {"font_name": office_fonts().sheet, "font_size": 10.5}
    with collection_paused(), Workbook(out, {**_OPTIONS, "default_format_properties": usual}) as workbook:
        yield workbook
