"""Folders as input."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from raci.errors import ReadError
from raci.outputs.builder import build
from raci.readers.files.folders import list_folder
from raci.readers.registry import read


def lay(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("一", encoding="utf-8")


def test_an_empty_folder_is_a_fault_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"\.txt"):
        list_folder(tmp_path, {".txt"})


def test_a_folder_with_nothing_to_read_is_a_fault(tmp_path: Path) -> None:
    lay(tmp_path, "a.jpg", "sub/.b.txt")
    with pytest.raises(ReadError) as fault:
        list_folder(tmp_path, {".txt"})
    assert str(fault.value).startswith(str(tmp_path))


def test_what_can_be_read_is_sorted_and_the_rest_is_told(tmp_path: Path) -> None:
    lay(tmp_path, "b.txt", "a.TXT", "sub/a.txt", "c.jpg", ".git/x.txt", "~$d.txt", ".e.txt")
    found = list_folder(tmp_path, {".txt"})
    assert [str(path.relative_to(tmp_path)) for path in found.readable] == ["a.TXT", "b.txt", str(Path("sub/a.txt"))]
    assert [path.name for path in found.others] == ["c.jpg"]
    assert found.left_out() == ["跳过 1 个不是可读格式的文件：c.jpg"]


PLAN = "云泽市护河方案\n一、治水\n（一）清淤。（牵头单位：市水务局）\n（二）护岸。（责任单位：市住建局）\n"


def test_what_raci_wrote_is_left_out_of_a_folder_and_that_is_told(tmp_path: Path) -> None:
    (tmp_path / "方案.txt").write_text(PLAN, encoding="utf-8")
    (built,) = build(tmp_path / "方案.txt", tmp_path / "outputs", only=["xlsx", "csv", "docx-departments"])
    assert built.folder is not None, built.error
    found = list_folder(tmp_path, {".txt", ".xlsx", ".csv", ".docx"})
    assert [path.name for path in found.readable] == ["方案.txt"]
    assert found.results == (built.folder,)
    assert "云泽市护河方案" in " ".join(found.left_out())
    assert [one.title for one in build(tmp_path, tmp_path / "again", only=["csv"])] == ["云泽市护河方案"]
    with pytest.raises(ReadError, match="raci 写出的结果"):
        list_folder(built.folder, {".xlsx"})
    assert read(built.folder / "assignments.csv"), "a file that is given by name is read"


def test_a_run_json_of_somebody_else_leaves_nothing_out(tmp_path: Path) -> None:
    lay(tmp_path, "sub/a.txt", "b.txt")
    for text in ("{}", "[1", '{"raci": 1}', "null"):
        (tmp_path / "sub" / "run.json").write_text(text, encoding="utf-8")
        found = list_folder(tmp_path, {".txt"})
        assert [path.name for path in found.readable] == ["b.txt", "a.txt"]
        assert found.results == ()


def test_a_folder_within_that_cannot_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    lay(tmp_path, "a.txt", "密/b.txt")
    honest = os.scandir

    def locked(path: str) -> object:
        if str(path).endswith("密"):
            raise PermissionError(13, "Permission denied", str(path))
        return honest(path)

    monkeypatch.setattr(os, "scandir", locked)
    found = list_folder(tmp_path, {".txt"})
    assert [path.name for path in found.readable] == ["a.txt"]
    assert "密" in caplog.text
    with pytest.raises(ReadError, match="打不开"):
        list_folder(tmp_path / "密", {".txt"})
