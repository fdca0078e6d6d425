"""Files to Documents: the suffix names the reader, and what cannot be read is told in one line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from texts import clause

import raci
from raci.errors import ReadError
from raci.readers.registry import read, read_bytes, suffixes

PLAN = f"云岭市夜间消费提升行动方案\n{clause('（责任单位：市商务局）')}"


def told(path: Path | str) -> str:
    with pytest.raises(ReadError) as fault:
        read(path)
    said = str(fault.value)
    assert said.startswith(str(path))
    assert "\n" not in said
    assert fault.value.remedy
    return said


@pytest.mark.parametrize("name", ["方案.txt", "方案.TXT", "方案.md", "方案.text", "方案", "方案.2024"])
def test_a_text_file_is_read_whatever_its_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(PLAN, encoding="utf-8")
    (document,) = read(path)
    assert (document.title, document.source, document.encoding) == ("云岭市夜间消费提升行动方案", str(path), "UTF-8")
    assert read(str(path)) == [document], "a path may be a str"


def test_the_public_reader_is_this_one() -> None:
    assert raci.read is read


def test_suffixes_are_what_a_folder_is_searched_for() -> None:
    assert ".txt" in suffixes()
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes())


def test_a_missing_file(tmp_path: Path) -> None:
    assert "没有这个文件" in told(tmp_path / "无.txt")


def test_a_folder(tmp_path: Path) -> None:
    assert "文件夹" in told(tmp_path)


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "空.txt").touch()
    assert "空" in told(tmp_path / "空.txt")


def test_a_picture_in_a_text_s_clothes(tmp_path: Path) -> None:
    path = tmp_path / "图.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    assert "图片" in told(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "密.txt"
    path.write_text(PLAN, encoding="utf-8")
    path.chmod(0)
    told(path)


@pytest.mark.skipif(sys.platform == "win32", reason="a path of Windows holds no such character")
def test_a_path_that_cannot_be() -> None:
    told("方案\0.txt")


def test_a_file_beyond_all_measure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("raci.readers.registry.LARGEST", 100)
    path = tmp_path / "大.txt"
    path.write_text(PLAN * 10, encoding="utf-8")
    assert "MB" in told(path)


def test_bytes_from_standard_input() -> None:
    (document,) = read_bytes(PLAN.encode("gb18030"), "-")
    assert (document.title, document.source, document.encoding) == ("云岭市夜间消费提升行动方案", "-", "GB18030")
