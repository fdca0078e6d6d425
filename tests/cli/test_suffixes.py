"""The format of an output by ``--format``, else by the suffix of its file."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import PLAN, raci

from raci.cli.suffixes import format_of


@pytest.mark.parametrize(
    ("form", "output", "expected"),
    [
        (None, None, "table"),
        (None, "rows.csv", "csv"),
        (None, "某.方案/ROWS.JSONL", "jsonl"),
        (None, "rows.txt", "table"),
        (None, "csv", "table"),
        ("table", "rows.csv", "table"),
        ("csv", "rows.jsonl", "csv"),
    ],
)
def test_what_is_asked_for_first_then_the_suffix(form: str | None, output: str | None, expected: str) -> None:
    assert format_of(form, output, ("jsonl", "csv", "table")) == expected


@pytest.mark.parametrize(("command", "head"), [("extract", "document,source,number"), ("org", "document,source,group")])
def test_a_csv_file_holds_csv(command: str, head: str, tmp_path: Path) -> None:
    plan, file = tmp_path / "plan.txt", tmp_path / "rows.csv"
    plan.write_text(f"{PLAN}\n三、加强领导。成立护河工作领导小组，由副县长任组长，县水利局为成员单位。\n", "utf-8")
    assert raci(command, plan, "-o", file).returncode == 0
    assert file.read_text(encoding="utf-8-sig").startswith(head)


@pytest.mark.parametrize("suffix", ["xlsx", "docx", "json", "tsv"])
@pytest.mark.parametrize("command", ["extract", "org"])
def test_no_text_is_written_under_the_name_of_another_format(command: str, suffix: str, tmp_path: Path) -> None:
    plan, file = tmp_path / "plan.txt", tmp_path / f"rows.{suffix}"
    plan.write_text(PLAN, "utf-8")
    run = raci(command, plan, "-o", file)
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert f"rows.{suffix}：从文件名看不出格式；请用后缀 .txt、.jsonl、.csv 之一" in run.stderr
    assert ("raci build" in run.stderr) is (suffix in ("xlsx", "docx"))
    assert not file.exists()


def test_a_format_that_is_asked_for_goes_into_any_file(tmp_path: Path) -> None:
    plan, file = tmp_path / "plan.txt", tmp_path / "rows.dat"
    plan.write_text(PLAN, "utf-8")
    assert raci("extract", plan, "--format", "csv", "-o", file).returncode == 0
    assert file.read_text(encoding="utf-8-sig").startswith("document,source,number")
