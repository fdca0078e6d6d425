"""``raci check``: findings with their place, and the exit code."""

from __future__ import annotations

from pathlib import Path

from running import PLAN, raci

import raci as library

UNASSIGNED = PLAN + "三、巩固成果。建立常态化巡查机制。\n"


def test_nothing_to_find_is_exit_0(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    done = raci("check", path)
    assert done.returncode == 0
    assert done.stdout == ""


def test_a_finding_is_a_line_with_its_place_and_exit_1(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(UNASSIGNED, encoding="utf-8")
    done = raci("check", path)
    (line,) = done.stdout.splitlines()
    assert done.returncode == 1
    assert line.startswith(f"{path}：")
    assert "第4行" in line
    assert "巩固成果" in line


def test_the_library_finds_the_same(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(UNASSIGNED, encoding="utf-8")
    printed = raci("check", path).stdout
    (document,) = library.read(path)
    assert [finding.message for finding in library.check(library.analyse(document))] == [
        line.split("：", 3)[3].rsplit(" [", 1)[0] for line in printed.splitlines()
    ]


def test_an_input_that_fails_beside_one_that_is_done_is_exit_1(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    assert raci("check", path, tmp_path / "missing.txt").returncode == 1
