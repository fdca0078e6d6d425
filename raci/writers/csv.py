"""``assignments.csv``: the rows, such that Excel opens them right."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import TextIO

from raci.escaping import escape_formula
from raci.storage.parse_rows import flat_row
from raci.storage.rows import COLUMNS, Row, records
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat

__all__ = ["FORMAT", "render", "write_rows", "write_table"]


def render(job: Job) -> bytes:
    """The rows in UTF-8 with a byte order mark, without which Excel takes them for GBK."""
    text = io.StringIO()
    write_rows(records(job.of_rows, job.profile), text)
    return text.getvalue().encode("utf-8-sig", "replace")


def write_rows(rows: Iterable[Row], out: TextIO, *, headed: bool = True) -> None:
    """The keys as headings (where ``headed``), then the rows; the headings of ``path`` are parted by `` > ``.

    Texts that a spreadsheet program would run as formulas get an apostrophe before them (``'-海关``);
    ``raci.frames.read_rows`` takes it off again.
    """
    write_table(COLUMNS if headed else (), (flat_row(row).values() for row in rows), out)


def write_table(headings: Iterable[str], rows: Iterable[Iterable[object]], out: TextIO) -> None:
    """Any rows under headings, if there are any, guarded in the same way; None is an empty cell."""
    writer = csv.writer(out, lineterminator="\r\n")
    if heads := [escape_formula(heading) for heading in headings]:
        writer.writerow(heads)
    for row in rows:
        writer.writerow([escape_formula(cell) if isinstance(cell, str) else cell for cell in row])


FORMAT = OutputFormat("csv", "assignments.csv", "明细，一行一条分工，Excel 可直接打开", 40, render=render)
