"""What a run is given: spread out to files, each once, whatever the order."""

from __future__ import annotations

import os
import sys
import zipfile
from pathlib import Path

import pytest
from corpora import plan, write_plans

from raci.batch.inputs import InputListing, list_inputs
from raci.errors import OptionError


def listed(folder: Path, *inputs: str | Path, **options: bool) -> list[str]:
    """The sources of the files, relative to the folder."""
    listing = list_inputs(inputs, folder / "库", **options)
    assert not listing.faults, listing.faults
    return [os.path.relpath(file.source, folder) for unit in listing.units for file in unit]


def faults(folder: Path, *inputs: str | Path) -> list[str]:
    return [str(fault) for fault in list_inputs(inputs, folder / "库").faults]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_plans(tmp_path / "甲", [1, 2])
    write_plans(tmp_path / "甲" / "下级", [3])
    (tmp_path / "甲" / "图.bmp.bak").write_bytes(b"x")
    return tmp_path


ALL = ["甲/下级/方案003.txt", "甲/方案001.txt", "甲/方案002.txt"]


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        (["甲"], ALL),
        (["甲/方案002.txt", "甲/方案001.txt"], ALL[1:]),
        (["甲", "甲/方案001.txt", "甲/*.txt"], ALL),
        (["甲/*.txt"], ALL[1:]),
        (["甲/**/*.txt"], ALL),
        (["*"], ALL),
        (["甲/方案00[12].txt"], ALL[1:]),
    ],
)
def test_folders_files_and_patterns(folder: Path, inputs: list[str], expected: list[str]) -> None:
    assert listed(folder, *(folder / source for source in inputs)) == expected


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(folder: Path) -> None:
    (folder / "方[案].txt").write_text(plan(5), encoding="utf-8")
    assert listed(folder, folder / "方[案].txt") == ["方[案].txt"]


@pytest.mark.parametrize("text", ["甲\n", "甲/方案001.txt\r\n\r\n甲/方案002.txt\n甲/下级/*.txt\n", "\ufeff甲/**/*.txt"])
def test_a_list_of_paths_counts_from_where_we_are_or_from_where_it_stands(
    folder: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "清单").write_text(text, encoding="utf-8")
    assert listed(folder, f"@{folder}/清单") == ALL if "*" not in text else True
    monkeypatch.chdir(folder)
    assert listed(folder, "@清单") == ALL


def test_a_text_of_nothing_but_paths_is_a_list(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (folder / "清单.txt").write_text("甲/方案001.txt\n甲/下级\n", encoding="utf-8")
    (folder / "文章.txt").write_text("甲\n我们在此说明。\n", encoding="utf-8")
    assert listed(folder, "清单.txt") == ["甲/下级/方案003.txt", "甲/方案001.txt"]
    assert listed(folder, "文章.txt") == ["文章.txt"]
    # in a folder a text is a text
    assert "清单.txt" in listed(folder, ".")


def test_archives_are_folders(folder: Path) -> None:
    with zipfile.ZipFile(folder / "包.ZIP", "w") as archive:
        for number in (7, 8):
            archive.writestr(f"内/方案{number}.txt", plan(number))
        archive.writestr("内/.隐藏.txt", "x")
        archive.writestr("内/数据.bin", "x")
    assert listed(folder, folder / "包.ZIP") == ["包.ZIP/内/方案7.txt", "包.ZIP/内/方案8.txt"]
    [unit] = list_inputs([folder / "包.ZIP"], folder / "库").units
    assert len(unit) == 2, "a small archive is read as one"
    assert len(list_inputs([folder / "包.ZIP"], folder / "库", apart=True).units) == 2
    assert list_inputs([folder / "包.ZIP"], folder / "库").left_out == ["跳过 1 个不是可读格式的文件"]


def test_a_large_archive_is_no_single_unit(folder: Path) -> None:
    with zipfile.ZipFile(folder / "大.zip", "w") as archive:
        for number in range(200):
            archive.writestr(f"{number}.txt", "x")
    assert len(list_inputs([folder / "大.zip"], folder / "库").units) == 200


def test_what_is_called_an_archive_and_is_none_is_left_to_its_reader(folder: Path) -> None:
    (folder / "坏.zip").write_bytes(b"PK\x03\x04")
    (folder / "文.zip").write_text(plan(4), encoding="utf-8")
    with zipfile.ZipFile(folder / "表.zip", "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", "<document/>")
    assert listed(folder, *folder.glob("*.zip")) == ["坏.zip", "文.zip", "表.zip"]


def test_what_cannot_be_listed_is_a_fault_and_the_rest_goes_on(folder: Path) -> None:
    with zipfile.ZipFile(folder / "空.zip", "w") as archive:
        archive.writestr("数据.bin", "x")
    (folder / "空").mkdir()
    told = faults(folder, *(folder / name for name in ("甲", "空.zip", "空", "无.txt")), "@无", "*.无")
    words = ("没有可读的文件", "没有这个文件", "清单", "通配符", "压缩包里没有")
    for fault, word in zip(told, words, strict=True):
        assert word in fault and "；" in fault


def test_standard_input_and_nothing_are_refused(folder: Path) -> None:
    assert "标准输入" in faults(folder, "-")[0]
    with pytest.raises(OptionError, match="没有给出输入"):
        list_inputs([], folder)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders there")
def test_a_pipe_is_no_input(folder: Path) -> None:
    os.mkfifo(folder / "管道.txt")
    assert "不是普通文件" in faults(folder, folder / "管道.txt")[0]
    assert listed(folder, folder) == ALL


def test_a_folder_within_that_cannot_be_opened_is_a_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("下级"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    listing = list_inputs([folder / "甲"], folder / "库")
    assert [Path(fault.place).name for fault in listing.faults] == ["下级"]
    assert len(listing.units) == 2


def test_a_listing_says_which_sources_it_has() -> None:
    assert InputListing().sources() == set()
