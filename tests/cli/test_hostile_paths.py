"""Paths that lead nowhere, or say nothing: one line each with a remedy, and the other inputs are still done."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from running import PLAN, raci

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and bytes in names are others there")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "方案.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_the_others_are_done(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "圈.txt").symlink_to("圈.txt")
    bad = ["", "圈.txt", "长" * 300 + ".txt", "没有.txt"]
    done = raci("extract", *bad, plan, "--format", "jsonl", cwd=tmp_path)
    assert done.returncode == 1
    assert "县水利局" in done.stdout
    lines = done.stderr.splitlines()
    assert len(lines) >= len(bad)
    assert all("；" in line for line in lines[: len(bad)])
    assert "链接绕成了圈" in done.stderr
    assert "名称太长" in done.stderr


@pytest.mark.parametrize("command", ["extract", "corpus"])
def test_an_empty_name_is_not_the_folder_that_one_is_in(plan: Path, command: str) -> None:
    output = ["-o", "库"] if command == "corpus" else []
    done = raci(command, "", *output, cwd=plan.parent)
    assert done.returncode == 2
    assert "没有给出路径" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "output"), [("ledger", "台账.xlsx"), ("sample", "抽样.xlsx"), ("extract", "明细.csv")]
)
def test_a_name_in_another_encoding_is_shown_decoded(tmp_path: Path, command: str, output: str) -> None:
    name = os.fsdecode("方案.txt".encode("gb18030"))
    (tmp_path / name).write_text(PLAN, encoding="utf-8")
    done = raci(command, name, "-o", output, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / output).stat().st_size


def test_an_empty_output_is_no_folder(plan: Path) -> None:
    done = raci("build", plan, "-o", "", cwd=plan.parent)
    assert done.returncode == 2
    assert "-o/--output 后面是空的" in done.stderr
    assert [path.name for path in plan.parent.iterdir()] == [plan.name]


def test_names_do_not_set_the_terminal_astray(tmp_path: Path) -> None:
    done = raci("extract", "\x1b[31m没有\u202etxt.docx", cwd=tmp_path)
    assert done.returncode == 2
    assert "没有" in done.stderr
    assert "\x1b" not in done.stderr
    assert "\u202e" not in done.stderr
