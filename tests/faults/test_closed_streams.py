"""Streams that the caller closed, files that never end, settings that nest too deep: one line and exit code 2."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from running import PLAN, raci

pytestmark = pytest.mark.skipif(os.name != "posix", reason="shells close streams so")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "方案.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def in_shell(words: str, plan: Path) -> subprocess.CompletedProcess[bytes]:
    command = f'"$0" -m raci {words}'
    return subprocess.run(
        ["sh", "-c", command, sys.executable, str(plan)], capture_output=True, timeout=60, cwd=plan.parent
    )


@pytest.mark.parametrize(
    "words",
    [
        'extract "$1" >&-',
        'extract "$1" --format jsonl >&-',
        'extract "$1" --format csv >&-',
        "names 县水利局 >&-",
        "--help >&-",
        "extract - <&-",
        "names <&-",
        'extract "$1" <&- >&-',
    ],
)
def test_a_closed_stream_is_told_in_one_line(words: str, plan: Path) -> None:
    done = in_shell(words, plan)
    said = done.stderr.decode()
    assert (done.returncode, said.count("\n")) == (2, 1), said
    assert "已关闭" in said
    assert "内部错误" not in said


@pytest.mark.parametrize("words", ['extract "$1" -o rows.csv >&-', 'extract "$1" -o rows.csv <&- >&- 2>&-'])
def test_what_needs_no_stream_works_without(words: str, plan: Path) -> None:
    assert in_shell(words, plan).returncode == 0
    assert in_shell('check "$1" >&- <&-', plan).returncode == 0
    assert "县水利局" in (plan.parent / "rows.csv").read_text(encoding="utf-8")


def test_a_command_that_sums_up_tells_it_too(plan: Path) -> None:
    done = in_shell("check - <&-", plan)
    assert done.returncode == 2
    assert "标准输入已关闭" in done.stderr.decode()


def test_nothing_is_said_where_nobody_can_hear_it(plan: Path) -> None:
    done = in_shell('extract "$1" 2>&-', plan)
    assert done.returncode == 0
    assert "县水利局" in done.stdout.decode()


@pytest.mark.parametrize("nested", ["a=" + "[" * 20_000, f"[{'.'.join('a' * 50_000)}]", f"{'.'.join('a' * 50_000)}=1"])
@pytest.mark.parametrize("option", ["--rules", "--profile", "--register", "--members"])
def test_settings_that_nest_too_deep(option: str, nested: str, plan: Path, tmp_path: Path) -> None:
    deep = tmp_path / "deep.toml"
    deep.write_text(nested, encoding="utf-8")
    done = raci("extract", plan, option, deep)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "内部错误" not in done.stderr


@pytest.mark.parametrize("option", ["--rules", "--register", "--members"])
def test_settings_that_never_end(option: str, plan: Path) -> None:
    done = raci("extract", plan, option, "/dev/zero")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "内部错误" not in done.stderr
