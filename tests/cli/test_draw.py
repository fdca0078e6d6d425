"""``raci draw``: one picture in a file, many in a folder, one down a pipe."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from running import PLAN, raci


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def words(svg: bytes) -> str:
    return "".join(ElementTree.fromstring(svg).itertext())


@pytest.mark.parametrize("kind", ["bipartite", "network"])
def test_a_file_is_named_by_its_ending(plan: Path, tmp_path: Path, kind: str) -> None:
    done = raci("draw", plan, "--kind", kind, "-o", "picture.svg", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["picture.svg"]
    assert "县水利局" in words((tmp_path / "picture.svg").read_bytes())


def test_a_folder_gets_a_picture_a_plan(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(PLAN.replace("水利", "林业"), encoding="utf-8")
    done = raci("draw", plan, "other.txt", "-o", "pictures", cwd=tmp_path)
    first, second = (tmp_path / line for line in done.stdout.splitlines())
    assert first.parent == second.parent == tmp_path / "pictures"
    assert "县水利局" in words(first.read_bytes())
    assert "县林业局" in words(second.read_bytes())


def test_standard_output_takes_one_picture(plan: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "raci", "draw", str(plan), "-o", "-"], capture_output=True, check=True)
    assert "县水利局" in words(done.stdout)
    assert done.stderr == b""


def test_one_file_does_not_take_two_plans(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(PLAN, encoding="utf-8")
    done = raci("draw", plan, "other.txt", "-o", "picture.svg", cwd=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "picture.svg").exists()


def test_an_ending_that_is_no_picture_is_refused(plan: Path, tmp_path: Path) -> None:
    done = raci("draw", plan, "-o", "picture.docx", cwd=tmp_path)
    assert done.returncode == 2
    assert ".svg" in done.stderr
    assert not (tmp_path / "picture.docx").exists()


def test_a_folder_that_cannot_be_written_is_one_line(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    done = raci("draw", plan, "-o", "taken", cwd=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("taken") or "taken" in done.stderr


def test_the_others_are_drawn_when_one_fails(plan: Path, tmp_path: Path) -> None:
    done = raci("draw", "missing.txt", plan, "-o", "pictures", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("missing.txt")
    assert (tmp_path / done.stdout.strip()).is_file()
