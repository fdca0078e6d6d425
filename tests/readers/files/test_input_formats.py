"""Input formats are declared once: detection, folders, archives and messages follow."""

from __future__ import annotations

import importlib
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest
from documents import docx, packed

from raci.errors import ReadError
from raci.model import Document
from raci.readers import registry
from raci.readers.files.folders import list_folder
from raci.readers.files.input_formats import FORMATS, InputFormat, Refusal, format_of_suffix
from raci.readers.files.magic import detect_format
from raci.readers.plugins import plugins
from raci.readers.registry import read, read_bytes, read_text, suffixes


def read_backwards(data: bytes, name: str) -> list[Document]:
    return read_text(data.decode()[::-1], name)


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> InputFormat:
    module = ModuleType("backwards")
    module.read = read_backwards  # type: ignore[attr-defined]  # a module made for this test
    monkeypatch.setitem(sys.modules, "backwards", module)
    declared = InputFormat(".sdrawkcab", (".sdrawkcab",), (".back",), "backwards", starts=(b"<<",))
    monkeypatch.setattr(registry, "FORMATS", (*FORMATS, declared))
    return declared


def test_a_declared_format_is_read_by_name_in_folders_and_in_archives(tmp_path: Path, made_up: InputFormat) -> None:
    data = "案方作工某某市岭云".encode()
    assert [document.title for document in read_bytes(data, "a.back")] == ["云岭市某某工作方案"]
    (tmp_path / "a.sdrawkcab").write_bytes(data)
    assert [document.title for document in read(tmp_path)] == ["云岭市某某工作方案"]
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("a.sdrawkcab", data)
    assert [document.title for document in read_bytes(buffer.getvalue(), "包.zip")] == ["云岭市某某工作方案"]


def test_a_declared_format_is_recognised_by_its_content_and_named_in_messages(
    tmp_path: Path, made_up: InputFormat
) -> None:
    (document,) = read_bytes("<<案方作工某某市岭云".encode(), "a.pdf")
    assert "后缀是 .pdf，内容是 .sdrawkcab，按内容读" in document.notes
    (tmp_path / "a.dat").touch()
    with pytest.raises(ReadError, match=r"\.sdrawkcab"):
        list_folder(tmp_path, suffixes())


def test_a_declared_refusal_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    refused = InputFormat(".odd", starts=(b"ODD!",), refusal=Refusal("是怪文件", "请换一个"))
    monkeypatch.setattr(registry, "FORMATS", (refused, *FORMATS))
    with pytest.raises(ReadError) as fault:
        read_bytes(b"ODD!", "a.txt")
    assert (fault.value.what, fault.value.remedy) == ("是怪文件", "请换一个")


def test_a_plug_in_reads_its_suffix_before_all_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "packages" / "mine-1.0.dist-info"
    package.mkdir(parents=True)
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: mine\nVersion: 1.0\n")
    (package / "entry_points.txt").write_text("[raci.readers]\n.Mine = mine:read\n")
    monkeypatch.syspath_prepend(package.parent)
    module = "from raci.readers.registry import read_text\ndef read(data, name):\n"
    (package.parent / "mine.py").write_text(f"{module}    return read_text(data.decode()[::-1], name)\n")
    plugins.cache_clear()
    try:
        assert ".mine" in suffixes()
        (tmp_path / "plans").mkdir()
        (tmp_path / "plans" / "a.mine").write_bytes("案方作工某某市岭云".encode())
        assert [document.title for document in read(tmp_path / "plans")] == ["云岭市某某工作方案"]
    finally:
        plugins.cache_clear()


def test_each_suffix_stands_for_one_format() -> None:
    counts = Counter(suffix for each in FORMATS for suffix in (*each.suffixes, *each.aliases))
    assert [suffix for suffix, count in counts.items() if count > 1] == []
    assert len({each.name for each in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("declared", [each for each in FORMATS if each.module], ids=lambda each: each.name)
def test_each_format_names_a_module_that_reads(declared: InputFormat) -> None:
    assert callable(importlib.import_module(declared.module or "").read)
    assert format_of_suffix(declared.name, FORMATS) is declared


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", None),
        ("一、工作目标".encode(), None),
        (b"BM is how this text begins", None),
        (b"%PDF-1.7", ".pdf"),
        (b"\xef\xbb\xbf%PDF-1.7", ".pdf"),
        (b"BM\x36\x10\0\0\0\0\0\0\x36\0\0\0", ".bmp"),
        (b"\x89PNG\r\n\x1a\n", ".png"),
        (b"MM\0*", ".tif"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", ".webp"),
        (b"RIFF\x24\0\0\0WAVEfmt ", None),
        (b"GIF89a\x10\0", ".gif"),
        (b"{\\rtf1", ".rtf"),
        (b"Rar!\x1a\x07", ".rar"),
        (b'ID;PCALCOOO32\r\nC;X1;Y1;K"1"', ".slk"),
        (b"TABLE\r\n0,1\r\n", ".dif"),
        (b"TABLE OF CONTENTS", None),
        (b"\xef\xbb\xbf <!-- a --><!DOCTYPE html>", ".html"),
        (b"<htmlx>", None),
        (b"PK\x05\x06" + bytes(18), ".zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), ".encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), ".doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), ".xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None),
        (docx(["一"]), ".docx"),
        (packed({"xl/workbook.xml": ""}), ".xlsx"),
        (packed({"OFD.xml": ""}), ".ofd"),
        (packed({"ppt/presentation.xml": ""}), ".pptx"),
    ],
)
def test_the_first_bytes_say_what_a_file_is(data: bytes, name: str | None) -> None:
    detected = detect_format(data)
    assert (detected.name if detected else None) == name


def test_a_template_of_word_is_read_as_a_document() -> None:
    (document,) = read_bytes(docx(["云岭市某某工作方案", "一、工作目标"]), "方案.dotx")
    assert (document.title, document.notes) == ("云岭市某某工作方案", ())


@pytest.mark.parametrize(
    "wrong", [{"module": "m", "refusal": Refusal("", "")}, {}, {"module": "m", "suffixes": ("x",)}]
)
def test_a_format_that_contradicts_itself_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"\.odd"):
        InputFormat(".odd", **wrong)  # type: ignore[arg-type]  # values of several types, one wrong at a time


def test_xml_of_any_other_kind_is_refused_by_name_whatever_it_is_called() -> None:
    with pytest.raises(ReadError, match="是 XML 文件"):
        read_bytes(
            b'<?xml version="1.0"?><FictionBook><p>\xe8\xb4\xa3\xe4\xbb\xbb\xe5\x8d\x95\xe4\xbd\x8d</p></FictionBook>',
            "a.fb2",
        )
