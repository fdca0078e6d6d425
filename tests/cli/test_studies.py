"""``raci network``, ``raci sample``, ``raci evaluate`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import click
import pandas as pd
import pytest
from click.testing import CliRunner
from coders import find_all_right
from openpyxl import load_workbook

from raci.cli.app import cli
from raci.errors import RaciError

PLAN = """青溪县护河方案
一、整治河道。（牵头单位：县水利局；配合单位：县城管局、县财政局）
二、清理垃圾。（责任单位：县城管局、县财政局）
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "方案.txt"
    file.write_text(PLAN, encoding="utf-8")
    return file


class Said(NamedTuple):
    """The exit code, and what was said on both streams."""

    exit_code: int
    stdout: str
    stderr: str


def run(*words: object) -> Said:
    result = CliRunner().invoke(cli, [str(word) for word in words], standalone_mode=False)
    if result.exception is not None:
        assert isinstance(result.exception, (RaciError, click.ClickException)), result.exception
        return Said(2, result.stdout, f"{result.stderr}{result.exception}")
    return Said(int(result.return_value or 0), result.stdout, result.stderr)


def test_network_says_what_it_made_and_where(plan: Path, tmp_path: Path) -> None:
    result = run(
        "network", plan, "-o", tmp_path / "网络", "--by", "function", "--format", "gexf，pairs", "--no-pictures"
    )
    assert result.exit_code == 0
    assert "1 份文件，2 项任务，3 个点，1 个窗口" in result.stderr
    assert (tmp_path / "网络" / "全部" / "bodies.pairs.csv").exists()
    assert not (tmp_path / "网络" / "全部" / "bodies.net").exists()
    table = pd.read_csv(tmp_path / "网络" / "全部" / "bodies.pairs.csv")
    assert sorted(table["weight"]) == [1, 1, 2]


def test_network_of_rows(plan: Path, tmp_path: Path) -> None:
    run("extract", plan, "--format", "jsonl", "-o", tmp_path / "rows.jsonl")
    result = run(
        "network", tmp_path / "rows.jsonl", "-o", tmp_path / "网络", "--backbone", "none", "--networks", "leads"
    )
    assert result.exit_code == 0
    names = {path.name for path in (tmp_path / "网络" / "全部").iterdir()}
    assert "leads.graphml" in names and "bodies-sdsm.graphml" not in names


def test_a_file_that_is_not_there_is_told_and_the_rest_is_done(plan: Path, tmp_path: Path) -> None:
    result = run("network", plan, tmp_path / "没有.txt", "-o", tmp_path / "网络")
    assert result.exit_code == 1
    assert "没有.txt" in result.stderr
    assert run("network", tmp_path / "没有.txt", "-o", tmp_path / "网络2").exit_code == 2
    assert not (tmp_path / "网络2").exists()


@pytest.mark.parametrize("words", [("--format", "xls"), ("--networks", "villages"), ("--periods", "2013")])
def test_network_refuses_what_there_is_not(plan: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    result = run("network", plan, "-o", tmp_path / "网络", *words)
    assert result.exit_code != 0
    assert not (tmp_path / "网络").exists()


def test_sample_then_evaluate(plan: Path, tmp_path: Path) -> None:
    file = tmp_path / "抽样.xlsx"
    result = run("sample", plan, "-n", 4, "--by", "role", "--seed", 3, "-o", file)
    assert result.exit_code == 0
    assert "从 5 条分工中抽出 4 条（3 层）" in result.stderr
    find_all_right(file)
    result = run("evaluate", file)
    assert result.exit_code == 0, result.stderr
    assert "精确率" in result.stdout and "In a sample" in result.stdout
    values = json.loads(run("evaluate", file, "--format", "json").stdout)
    assert values["figures"][0]["precision"] == 1


def test_evaluate_ends_with_1_where_something_is_to_be_mended(plan: Path, tmp_path: Path) -> None:
    file = tmp_path / "抽样.xlsx"
    run("sample", plan, "-n", 4, "--by", "none", "-o", file)
    book = load_workbook(file)
    sheet = book["查准"]
    place = [cell.value for cell in sheet[1]].index("编码员甲") + 1
    sheet.cell(2, place).value, sheet.cell(3, place).value = "对", "大概对"
    book.save(file)
    result = run("evaluate", file)
    assert result.exit_code == 1
    assert "“大概对”不在可选之列" in result.stderr


def test_evaluate_the_built_in_set_into_a_file(tmp_path: Path) -> None:
    result = run("evaluate", "--builtin", "--format", "csv", "-o", tmp_path / "准确率.csv", "--differences")
    assert result.exit_code == 0
    table = pd.read_csv(tmp_path / "准确率.csv")
    assert list(table["dimension"])[:2] == ["全部", "标注形式"]


@pytest.mark.parametrize(("name", "begins"), [("准确率.csv", "dimension,"), ("准确率.json", "{"), ("准确率.txt", "  ")])
def test_evaluate_goes_by_the_suffix_of_the_file(tmp_path: Path, name: str, begins: str) -> None:
    assert run("evaluate", "--builtin", "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / name).read_text(encoding="utf-8-sig").startswith(begins)


def test_what_is_said_of_a_sample_of_tasks_alone(plan: Path, tmp_path: Path) -> None:
    """Recall is of the clauses that were taken for tasks, and the sentence for the paper says so."""
    rows, file = tmp_path / "rows.csv", tmp_path / "抽样.xlsx"
    run("extract", plan, "-o", rows)
    for source, told in ((rows, True), (plan, False)):
        assert run("sample", source, "-n", 5, "--clauses", 2, "--by", "none", "-o", file).exit_code == 0
        book = load_workbook(file)
        for name in ("查准", "查全"):
            heads = [cell.value for cell in book[name][1]]
            for line in book[name].iter_rows(min_row=2):
                spare = name == "查全" and line[heads.index("行")].value != "查出"
                line[heads.index("编码员甲")].value = "无漏" if spare else "对"
        book.save(file)
        values = json.loads(run("evaluate", file, "--format", "json").stdout)
        assert ("召回率只对认作任务的条款" in values["sentence"]) is told
        assert ("within the clauses taken for tasks" in values["sentence_en"]) is told


def test_strata_for_which_too_few_clauses_are_drawn_are_taken_together_and_told(plan: Path, tmp_path: Path) -> None:
    other = tmp_path / "市方案.txt"
    other.write_text(PLAN.replace("青溪县", "云泽市").replace("县", "市"), encoding="utf-8")
    result = run("sample", plan, other, "-n", 9, "--clauses", 1, "--by", "level", "-o", tmp_path / "抽样.xlsx")
    assert result.exit_code == 0
    sheets = load_workbook(tmp_path / "抽样.xlsx").worksheets
    said = [str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert any("合为一层" in words for words in said)


def test_documents_that_are_in_no_window_are_told(plan: Path, tmp_path: Path) -> None:
    words = ("--networks", "bodies", "--format", "pairs", "--no-pictures")
    result = run("network", plan, "-o", tmp_path / "年", "--window", "year", *words)
    assert "1 份文件不知道属于哪个窗口（--window year），只计入“全部”" in result.stderr
    assert "不知道" not in run("network", plan, "-o", tmp_path / "级", "--window", "level", *words).stderr


def test_a_copy_of_a_file_counts_once_and_is_told(plan: Path, tmp_path: Path) -> None:
    copy = tmp_path / "又一份.txt"
    copy.write_bytes(plan.read_bytes())
    words = ("--networks", "bodies", "--format", "pairs", "--no-pictures")
    result = run("network", plan, copy, "-o", tmp_path / "网络", *words)
    assert "1 份与别的全文相同，只计一份" in result.stderr
    assert "1 份文件，2 项任务" in result.stderr
    run("extract", plan, copy, "-o", tmp_path / "rows.csv")
    of_rows = run("network", tmp_path / "rows.csv", "-o", tmp_path / "表", *words).stderr
    assert "1 份文件，2 项任务" in of_rows and "表里 1 个来源的全文与别的相同，它们的行不计" in of_rows
    of_rows = run("sample", tmp_path / "rows.csv", "-n", 5, "--by", "none", "-o", tmp_path / "抽样2.xlsx").stderr
    assert "表里 1 个来源的全文与别的相同，它们的行不计" in of_rows
    result = run("sample", plan, copy, "-n", 5, "--by", "none", "-o", tmp_path / "抽样.xlsx")
    assert "1 份与别的全文相同，只计一份" in result.stderr
    assert "从 5 条分工中抽出 5 条" in result.stderr


def test_evaluate_wants_one_of_both(plan: Path) -> None:
    for words in ((), (plan, "--builtin")):
        result = run("evaluate", *words)
        assert result.exit_code == 2 and "二者取一" in result.stderr


def test_evaluate_refuses_other_files(plan: Path) -> None:
    result = run("evaluate", plan)
    assert result.exit_code != 0
