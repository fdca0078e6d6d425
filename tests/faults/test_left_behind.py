"""What a run that was killed left beside its output is swept away by the next one; what others left is not."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from raci.atomic import prepare_folder, write_file, write_folder

WRITERS: list[Callable[[Path], None]] = [
    lambda folder: write_file(folder / "rows.csv", b"x"),
    lambda folder: write_folder(folder / "out", {"a.csv": b"x"}),
    prepare_folder,
]


def aged(path: Path, seconds: float) -> Path:
    os.utime(path, (path.stat().st_atime, path.stat().st_mtime - seconds), follow_symlinks=False)
    return path


@pytest.mark.parametrize("write", WRITERS)
def test_old_stages_are_swept(tmp_path: Path, write: Callable[[Path], None]) -> None:
    file, folder = tmp_path / ".raci-0123456789ab.tmp", tmp_path / ".raci-ba9876543210.tmp"
    file.write_bytes(b"half")
    folder.mkdir()
    (folder / "matrix.csv").write_bytes(b"half")
    aged(file, 7200)
    aged(folder, 7200)
    write(tmp_path)
    assert not list(tmp_path.glob(".raci-*"))


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("name", [".raci-0123456789ab.tmp.bak", "raci-0123456789ab.tmp", ".raci-xyz.tmp", "a.tmp"])
def test_what_others_left_stays(tmp_path: Path, write: Callable[[Path], None], name: str) -> None:
    (tmp_path / name).write_bytes(b"mine")
    aged(tmp_path / name, 7200)
    write(tmp_path)
    assert (tmp_path / name).read_bytes() == b"mine"


@pytest.mark.parametrize("write", WRITERS)
def test_the_stage_of_a_run_that_goes_on_stays(tmp_path: Path, write: Callable[[Path], None]) -> None:
    (tmp_path / ".raci-0123456789ab.tmp").write_bytes(b"half")
    write(tmp_path)
    assert (tmp_path / ".raci-0123456789ab.tmp").exists()


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_link_of_that_name_leads_to_nothing_that_is_removed(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "a.txt").write_bytes(b"mine")
    (tmp_path / ".raci-0123456789ab.tmp").symlink_to(kept)
    aged(tmp_path / ".raci-0123456789ab.tmp", 7200)
    write_file(tmp_path / "rows.csv", b"x")
    assert (kept / "a.txt").read_bytes() == b"mine"
