"""Bytes to text: the same words from every usual encoding, named; and what is no text refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from texts import clause, plans, triples

from raci.errors import ReadError
from raci.pipeline import extract
from raci.readers.files.encoding import decode
from raci.readers.registry import read_bytes

TEXT = "云岭市夜间消费提升行动方案\n" + clause("（牵头单位：市商务局；配合单位：市财政局）")
CODECS = [
    ("utf-8", b"", "UTF-8"),
    ("utf-8", codecs.BOM_UTF8, "UTF-8（带 BOM）"),
    ("utf-16-le", codecs.BOM_UTF16_LE, "UTF-16"),
    ("utf-16-be", codecs.BOM_UTF16_BE, "UTF-16"),
    ("utf-16-le", b"", "UTF-16-LE"),
    ("utf-16-be", b"", "UTF-16-BE"),
    ("utf-32-le", codecs.BOM_UTF32_LE, "UTF-32"),
    ("utf-32-be", codecs.BOM_UTF32_BE, "UTF-32"),
    ("gb18030", b"", "GB18030"),
    ("gbk", b"", "GB18030"),
    ("gb2312", b"", "GB18030"),
]


@pytest.mark.parametrize(("codec", "bom", "name"), CODECS, ids=[f"{codec} {len(bom)}" for codec, bom, _ in CODECS])
def test_the_encoding_is_found_out_and_named(codec: str, bom: bytes, name: str) -> None:
    (document,) = read_bytes(bom + TEXT.encode(codec), "方案.txt")
    assert document.encoding == name
    assert document.text.splitlines() == TEXT.splitlines()


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16-le"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@settings(max_examples=10, deadline=None)
@given(plan=plans())
def test_neither_encoding_nor_line_ends_change_what_is_said(codec: str, newline: str, plan) -> None:
    (document,) = read_bytes(plan.text.replace("\n", newline).encode(codec), "方案.txt")
    assert triples(extract(document)) == list(plan.expected)


def test_big5_is_read_as_what_it_is() -> None:
    text = "本市各機關應依職權加強宣導，並落實各項便民措施，提升服務品質與行政效能。" * 8
    read, name = decode(text.encode("big5"), "方案.txt")
    assert (read, name) == (text, "BIG5")


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_few_zero_bytes_of_a_broken_copy_are_passed_over(codec: str) -> None:
    data = (TEXT * 10).encode(codec)
    assert decode(data[:40] + b"\0" + data[40:] + b"\0\0", "方案.txt")[0] == TEXT * 10


def test_english_is_text() -> None:
    assert decode(b"Plan\n", "plan.txt") == ("Plan\n", "UTF-8")


def test_words_beyond_the_basic_plane() -> None:
    text = "负责单位：𠮷野市商务局（𨱇办）"
    for codec in ("utf-8", "gb18030", "utf-16"):
        assert decode(text.encode(codec), "方案.txt")[0] == text


@pytest.mark.parametrize("data", [b"", b" ", b"\n\r\n\t"])
def test_nothing_is_a_fault(data: bytes) -> None:
    with pytest.raises(ReadError, match="空") as fault:
        decode(data, "空.txt")
    assert str(fault.value).startswith("空.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
        b"PK\x03\x04" + bytes(range(256)) * 20,
        b"\x7fELF\x02\x01\x01" + b"\0" * 64,
        bytes(range(128, 256)) * 40,
        codecs.BOM_UTF8 + b"\xff\xfe\xff",
        codecs.BOM_UTF16_LE + b"a",
        codecs.BOM_UTF16_LE + b"\x00\xd8\x00\xd8",
    ],
    ids=["png", "zip", "elf", "high bytes", "broken utf-8", "half a character", "lone surrogates"],
)
def test_what_is_no_text_is_a_fault_with_its_place(data: bytes) -> None:
    with pytest.raises(ReadError) as fault:
        decode(data, "图.txt")
    assert str(fault.value).startswith("图.txt：")
    assert fault.value.remedy


@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=400))
@example(data=b"\xff")
@example(data=b"\x00")
@example(data=b"\x81\x30\x81\x30")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text, name = decode(data, "任意.txt")
    except ReadError as fault:
        assert str(fault).startswith("任意.txt")
    else:
        assert name
        assert text


def test_a_last_character_that_is_cut_is_left_out_and_named() -> None:
    text, name = decode("任务,责任单位\n排查隐患,安监站\n".encode()[:-2], "表.csv")
    assert text == "任务,责任单位\n排查隐患,安监"
    assert "缺半个字" in name
