"""--columns and --tables: what the columns of a table are, said by the user and shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import raci

TABLE = "帮衬安排,,\n编码,活计,帮衬者\n甲1,修缮东桥,县交通局\n甲2,拓宽南路,县住建局\n"
LINES = "帮衬安排\n编码\t活计\t帮衬者\n甲1\t修缮东桥\t县交通局\n甲2\t拓宽南路\t县住建局\n"


@pytest.fixture(params=["表.csv", "表.txt"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / str(request.param)
    path.write_text(TABLE if path.suffix == ".csv" else LINES, encoding="utf-8")
    return path


def said(output: str) -> list[tuple[str, str, str]]:
    rows = [json.loads(line) for line in output.splitlines()]
    return [(row["task"], row["department"], row["role"]) for row in rows if row["department"]]


EXPECTED = [("修缮东桥", "县交通局", "support"), ("拓宽南路", "县住建局", "support")]


def test_what_is_not_said_is_not_guessed(table: Path) -> None:
    assert said(raci("extract", table, "--format", "jsonl").stdout) == []


def test_a_user_says_what_the_columns_are(table: Path) -> None:
    done = raci("extract", table, "--columns", "帮衬者=support,活计=task", "--format", "jsonl")
    assert said(done.stdout) == EXPECTED


def test_raci_toml_and_rule_files_say_it_as_well(table: Path) -> None:
    words = '[columns]\n"帮衬者" = "配合"\n"活计" = "task"\n"别处的" = "lead"\n'
    rules = table.parent / "规则.toml"
    rules.write_text(words, encoding="utf-8")
    assert said(raci("extract", table, "--rules", rules, "--format", "jsonl").stdout) == EXPECTED
    (table.parent / "raci.toml").write_text(words, encoding="utf-8")
    assert said(raci("extract", table, "--format", "jsonl").stdout) == EXPECTED


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ("帮衬者=boss", "可用：lead 牵头"),
        ("帮衬者", "表头=角色"),
        ("责任人=leader", "现有：编码、活计、帮衬者"),
    ],
)
@pytest.mark.parametrize("command", ["extract", "check", "draw"])
def test_what_is_not_there_is_told_with_what_is(table: Path, command: str, columns: str, words: str) -> None:
    done = raci(command, table, "--columns", columns)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", ['[columns]\n"帮衬者" = "boss"\n', "columns = 1\n", '[columns]\n"帮衬者" = 1\n'])
def test_faults_in_raci_toml_are_one_line(table: Path, words: str) -> None:
    (table.parent / "raci.toml").write_text(words, encoding="utf-8")
    done = raci("extract", table)
    assert done.returncode == 2
    assert "columns" in done.stderr
    assert "Traceback" not in done.stderr


def test_check_shows_each_table_as_understood(table: Path) -> None:
    done = raci("check", table, "--tables", "--columns", "帮衬者=support")
    lines = done.stdout.splitlines()
    assert "第1张表：一行一项任务，2 项任务" in lines[0]
    assert "  帮衬者 → support 配合，100%，表头" in lines
    assert "  编码 → 不明，0%，表头不认识" in lines
