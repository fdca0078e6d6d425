"""Old Office files, by LibreOffice where there is one."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from documents import docx, meaning, mutants, refusal, refused_or_read
from needs import needs
from openpyxl.comments import Comment

from raci.pipeline import extract
from raci.readers.files import libreoffice
from raci.readers.files.input_formats import OLE
from raci.readers.registry import read_bytes

needs_office = needs(shutil.which("soffice") is not None, "LibreOffice is not installed")
#: RACI_MUTANTS=500 tries as many; each takes a second or two
MUTANTS = int(os.environ.get("RACI_MUTANTS", "3"))
PLAN = [
    "云岭市夜间消费提升行动方案",
    "一、发展夜市。（牵头单位：市商务局）",
    "二、延长营业。（牵头单位：市城管局；配合单位：市公安局）",
]


def rtf(paragraphs: list[str]) -> bytes:
    body = "".join(f"\\u{ord(char) if ord(char) < 32768 else ord(char) - 65536}?" for char in "\n".join(paragraphs))
    return ("{\\rtf1\\ansi\\uc1 " + body.replace("\\u10?", "\\par ") + "}").encode("ascii")


@needs_office
def test_rtf() -> None:
    (document,) = read_bytes(rtf(PLAN), "方案.rtf")
    assert meaning(extract(document)) == meaning(extract("\n".join(PLAN)))
    assert document.format == "rtf"
    assert any("LibreOffice" in note for note in document.notes)


@needs_office
def test_comments_on_the_cells_of_an_old_workbook_are_told() -> None:
    book = openpyxl.Workbook()
    for row in (("工作任务", "责任单位"), ("整修河堤", "县水利局")):
        book.active.append(row)
    book.active["B2"].comment = Comment("改为县住建局", "审稿")
    stream = io.BytesIO()
    book.save(stream)
    (document,) = read_bytes(libreoffice.convert(stream.getvalue(), "表.xlsx", ".xlsx", ".xls"), "表.xls")
    assert document.notes == ("工作表“Sheet”：批注未读 1 处：“改为县住建局”（B2）",)


@needs_office
def test_doc_with_automatic_numbers(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx(PLAN))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "doc",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    data = (tmp_path / "a.doc").read_bytes()
    for name in ("方案.doc", "方案.wps"):
        (document,) = read_bytes(data, name)
        assert meaning(extract(document)) == meaning(extract("\n".join(PLAN)))


def test_without_libreoffice_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "_program", lambda: None)
    for name in ("方案.doc", "方案.wps", "方案.rtf"):
        says = refusal(read_bytes, rtf(PLAN) if name.endswith("rtf") else b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", name)
        assert "LibreOffice" in says


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
def test_a_conversion_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60\n")
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "_program", lambda: str(program))
    monkeypatch.setattr(libreoffice, "_LIMIT", 0.2)
    assert "超过" in refusal(read_bytes, rtf(PLAN), "方案.rtf")


def test_a_text_called_doc_is_read_as_text() -> None:
    (document,) = read_bytes("\n".join(PLAN).encode("gb18030"), "方案.doc")
    assert document.format == "txt"


@needs_office
def test_broken_files() -> None:
    assert sum(refused_or_read(read_bytes, mutants(rtf(PLAN), MUTANTS), "方案.rtf")) == MUTANTS


@pytest.mark.parametrize("name", ["方案.rtf", "方案.doc", "方案.wps"])
def test_what_was_converted_is_read_and_keeps_its_format(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr("raci.readers.formats.office.convert", lambda data, name, suffix, target: docx(PLAN))
    data = rtf(PLAN) if name.endswith("rtf") else OLE + "WordDocument".encode("utf-16-le")
    (document,) = read_bytes(data, name)
    assert meaning(extract(document)) == meaning(extract("\n".join(PLAN)))
    assert document.format == ("rtf" if name.endswith("rtf") else "doc")
    assert document.notes[0] == "由 LibreOffice 转成 .docx 后读取"
