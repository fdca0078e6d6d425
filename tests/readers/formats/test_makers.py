"""One plan by other makers' programs, in as many formats as they write: the same rows."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
import xlsxwriter
from docx import Document as new_document
from exports import PARAGRAPHS, ROWS, SAID
from needs import needs

from raci.pipeline import extract
from raci.readers.registry import read_bytes

TITLE = "柳川县古道保护利用任务分工表"


def triples(data: bytes, name: str) -> list[tuple[str, str, str]]:
    return [
        (one.clause.heading, one.department.name, one.role)
        for document in read_bytes(data, name)
        for one in extract(document)
    ]


def by_python_docx() -> bytes:
    document = new_document()
    for text in PARAGRAPHS:
        document.add_paragraph(text)
    table = document.add_table(rows=len(ROWS), cols=len(ROWS[0]))
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("特此通知。")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def by_openpyxl(*, write_only: bool) -> bytes:
    book = openpyxl.Workbook(write_only=write_only)
    sheet = book.create_sheet("分工")
    for row in [[TITLE], *ROWS]:
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def by_xlsxwriter(**options: bool) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, **options}) as book:
        sheet = book.add_worksheet("分工")
        if options.get("constant_memory"):
            sheet.write(0, 0, TITLE)
        else:
            sheet.merge_range("A1:D1", TITLE, book.add_format({"bold": True, "font_name": "黑体", "bg_color": "#ff0"}))
        for number, row in enumerate(ROWS, 1):
            sheet.write_row(number, 0, row)
        sheet.conditional_format("A1:D9", {"type": "no_blanks", "format": book.add_format({"font_strikeout": True})})
    return stream.getvalue()


def by_pandas() -> bytes:
    stream = io.BytesIO()
    pd.DataFrame(ROWS[1:], columns=ROWS[0]).to_excel(stream, index=False)
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        by_openpyxl(write_only=False),
        by_openpyxl(write_only=True),
        by_xlsxwriter(),
        by_xlsxwriter(constant_memory=True),
        by_xlsxwriter(date_1904=True),
        by_pandas(),
    ],
    ids=["openpyxl", "openpyxl write-only", "xlsxwriter", "xlsxwriter constant memory", "xlsxwriter 1904", "pandas"],
)
def test_workbooks_of_python_libraries(data: bytes) -> None:
    assert triples(data, "分工.xlsx") == SAID[2:]


@needs(shutil.which("soffice") is not None, "LibreOffice is not installed")
@pytest.mark.parametrize(
    ("source", "made", "filters", "said"),
    [
        (by_python_docx(), "方案.docx", ["doc", "xml:MS Word 2003 XML"], SAID),
        (by_openpyxl(write_only=False), "分工.xlsx", ["xls", "fods"], SAID[2:]),
    ],
    ids=["Word", "Excel"],
)
def test_files_of_libreoffice(
    tmp_path: Path, source: bytes, made: str, filters: list[str], said: list[tuple[str, str, str]]
) -> None:
    (tmp_path / made).write_bytes(source)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for written in filters:
        folder = tmp_path / written.partition(":")[0]
        command = [
            "soffice",
            "--headless",
            profile,
            "--convert-to",
            written,
            "--outdir",
            str(folder),
            str(tmp_path / made),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        (file,) = folder.iterdir()
        assert triples(file.read_bytes(), file.name) == said, written
