"""Zip archives: each document in them, faults told, limits kept."""

from __future__ import annotations

import io
import os
import zipfile

import pytest
from documents import docx, html, mutants, packed, refusal, refused_or_read, repacked

from raci.pipeline import extract
from raci.readers.registry import read_bytes

#: RACI_MUTANTS=500 tries more
MUTANTS = int(os.environ.get("RACI_MUTANTS", "100"))

PLAN = ["云岭市夜间消费提升行动方案", "一、发展夜市。（牵头单位：市商务局）"]
TEXT = "\n".join(PLAN)


def test_each_document_is_read_in_the_order_of_names() -> None:
    data = packed({"2/页.html": html(PLAN), "1.txt": TEXT, "3.docx": docx(PLAN)})
    documents = read_bytes(data, "包.zip")
    assert [document.source for document in documents] == ["包.zip/1.txt", "包.zip/2/页.html", "包.zip/3.docx"]
    assert [document.format for document in documents] == ["txt", "html", "docx"]
    assert all([one.department.name for one in extract(document)] == ["市商务局"] for document in documents)


def test_what_is_not_read_is_told() -> None:
    data = packed({"1.txt": TEXT, "坏.docx": b"PK\x03\x04", "图.jpg": b"x", "__MACOSX/1.txt": b"x", "~$1.docx": b"x"})
    (document,) = read_bytes(data, "包.zip")
    told = "\n".join(document.notes)
    assert "坏.docx" in told
    assert "图.jpg" in told
    assert "~$" not in told


def test_names_in_gbk() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("XXXXXXXX.txt", TEXT)
    data = stream.getvalue().replace(b"XXXXXXXX", "夜市方案".encode("gbk"))
    assert read_bytes(data, "包.zip")[0].source == "包.zip/夜市方案.txt"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04", "完整"),
        (packed({}), "没有可读"),
        (packed({"a.jpg": b"x"}), "没有可读"),
        (packed({"a.docx": b"PK\x03\x04", "b.pdf": b"%PDF-"}), "都读不了"),
        (packed({"a.txt": b" " * 40_000_000}), "炸弹"),
        (packed({f"{n}.txt": b"x" for n in range(5001)}), "超过"),
        (packed({"a.zip": packed({"b.zip": packed({"c.zip": packed({"d.txt": TEXT})})})}), "嵌套"),
    ],
)
def test_archives_that_cannot_be_read(data: bytes, says: str) -> None:
    assert says in refusal(read_bytes, data, "包.zip")


def test_an_archive_within_an_archive() -> None:
    data = packed({"内.zip": packed({"方案.txt": TEXT})})
    assert read_bytes(data, "包.zip")[0].source == "包.zip/内.zip/方案.txt"


def test_a_password() -> None:
    data = bytearray(packed({"a.txt": TEXT}))
    data[6] |= 1  # as a packed file with a password says of its members
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "密码" in refusal(read_bytes, bytes(data), "包.zip")


def test_broken_files() -> None:
    data = packed({"1.txt": TEXT, "2.html": html(PLAN)})
    assert sum(refused_or_read(read_bytes, mutants(data, MUTANTS), "包.zip")) == MUTANTS


def test_archives_of_broken_files() -> None:
    data = docx(PLAN)
    files = (packed({"1.txt": TEXT, "2.docx": each}) for each in repacked(data, MUTANTS // 2))
    assert refused_or_read(read_bytes, files, "包.zip") == (MUTANTS // 2, 0)


def test_names_that_lead_out_of_the_archive_stay_within() -> None:
    data = packed({"../../1.txt": TEXT, "/2.txt": TEXT, "C:\\甲\\3.txt": TEXT})
    assert sorted(one.source for one in read_bytes(data, "包.zip")) == [
        "包.zip/1.txt",
        "包.zip/2.txt",
        "包.zip/甲/3.txt",
    ]


@pytest.mark.slow
def test_thousands_of_small_files() -> None:
    assert len(read_bytes(packed({f"{n}.txt": TEXT for n in range(2000)}), "包.zip")) == 2000


def test_archives_within_an_archive_add_up() -> None:
    many = packed({f"{n}.txt": b"x" for n in range(2600)})
    assert "超过" in refusal(read_bytes, packed({"1.zip": many, "2.zip": many}), "包.zip")


def test_faults_within_are_told(caplog: pytest.LogCaptureFixture) -> None:
    read_bytes(packed({"1.txt": TEXT, "坏.docx": b"PK\x03\x04", "图.jpg": b"x"}), "包.zip")
    assert [line.partition("：")[0] for line in caplog.messages] == ["包.zip/坏.docx", "包.zip"]


def test_folders_called_as_those_of_office_files_make_an_archive() -> None:
    data = packed({"word/1.txt": TEXT, "xl/2.docx": docx(PLAN)})
    documents = read_bytes(data, "包.zip")
    assert [document.format for document in documents] == ["txt", "docx"]
