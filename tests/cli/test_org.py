"""``raci org``: groups as a table, as jsonl, as csv; what it says where there are none."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from click.testing import CliRunner

from raci.cli.app import cli

PLAN = (
    "云泽市绿道建设实施方案\n一、组织领导\n成立云泽市绿道建设工作领导小组，由分管副市长任组长，市园林局为成员单位。\n"
)


def run(tmp_path: Path, *options: str, text: str = PLAN) -> tuple[int, str]:
    file = tmp_path / "方案.txt"
    file.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(cli, ["org", str(file), *options])
    return result.exit_code, result.output


def test_the_table_names_the_group_and_its_members(tmp_path: Path) -> None:
    code, said = run(tmp_path)
    assert code == 0
    assert "云泽市绿道建设工作领导小组" in said
    assert "分管副市长" in said
    assert "市园林局" in said


def test_the_table_says_what_a_part_is_of(tmp_path: Path) -> None:
    _, said = run(tmp_path, text=f"{PLAN}领导小组下设综合组、宣传组，分别由市园林局、市委宣传部牵头。\n")
    assert "宣传组（云泽市绿道建设工作领导小组下设；云泽市绿道建设实施方案）" in said


def test_of_a_file_that_is_not_there_nothing_else_is_said(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["org", str(tmp_path / "没有.txt")])
    assert "没有这个文件" in result.output
    assert "没有读出" not in result.output


def test_a_line_of_jsonl_is_a_membership(tmp_path: Path) -> None:
    _, said = run(tmp_path, "--format", "jsonl")
    head, member = (json.loads(line) for line in said.splitlines())
    assert (head["position"], head["post"], head["department"]) == ("head", "分管副市长", None)
    assert (member["position"], member["department"], member["canonical"]) == ("member", "市园林局", "云泽市园林局")


def test_csv_goes_into_a_file(tmp_path: Path) -> None:
    target = tmp_path / "org.csv"
    code, _ = run(tmp_path, "--format", "csv", "-o", str(target))
    rows = list(csv.DictReader(target.read_text(encoding="utf-8-sig").splitlines()))
    assert code == 0
    assert [row["position"] for row in rows] == ["head", "member"]


def test_it_says_that_there_is_no_group(tmp_path: Path) -> None:
    code, said = run(tmp_path, text="一、抓好落实。（责任单位：市财政局）\n")
    assert code == 0
    assert "没有读出领导小组" in said
