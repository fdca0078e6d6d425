"""Folders as input."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from raci.errors import ReadError
from raci.reading.folders import files_in


def lay(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("一", encoding="utf-8")


def test_an_empty_folder_is_a_fault_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"\.txt"):
        files_in(tmp_path, {".txt"})


def test_a_folder_with_nothing_to_read_is_a_fault(tmp_path: Path) -> None:
    lay(tmp_path, "a.jpg", "sub/.b.txt")
    with pytest.raises(ReadError) as fault:
        files_in(tmp_path, {".txt"})
    assert str(fault.value).startswith(str(tmp_path))


def test_what_can_be_read_is_sorted_and_the_rest_is_told(tmp_path: Path) -> None:
    lay(tmp_path, "b.txt", "a.TXT", "sub/a.txt", "c.jpg", ".git/x.txt", "~$d.txt", ".e.txt")
    readable, others = files_in(tmp_path, {".txt"})
    assert [str(path.relative_to(tmp_path)) for path in readable] == ["a.TXT", "b.txt", str(Path("sub/a.txt"))]
    assert [path.name for path in others] == ["c.jpg"]


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
    readable, _ = files_in(tmp_path, {".txt"})
    assert [path.name for path in readable] == ["a.txt"]
    assert "密" in caplog.text
    with pytest.raises(ReadError, match="打不开"):
        files_in(tmp_path / "密", {".txt"})
