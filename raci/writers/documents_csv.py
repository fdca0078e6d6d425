"""``documents.csv``: what the document is, who issued it, how much is in it."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TextIO

from raci.views.documents import DOCUMENT_COLUMNS, DocumentRow, document_rows
from raci.writers.csv import write_table
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat

__all__ = ["FORMAT", "render", "write_documents"]


def render(job: Job) -> bytes:
    """The row of ``raci.documents`` in UTF-8 with a byte order mark."""
    text = io.StringIO()
    write_documents(document_rows([job.analysis]), text)
    return text.getvalue().encode("utf-8-sig", "replace")


def write_documents(rows: Iterable[DocumentRow], out: TextIO) -> None:
    """The rows below the keys."""
    write_table(DOCUMENT_COLUMNS, (row.values() for row in rows), out)


FORMAT = OutputFormat("documents", "documents.csv", "文件：标题、发文机关、日期、任务和分工各多少", 74, render=render)
