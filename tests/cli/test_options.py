"""What is wrong with options: empty, given twice, of no use here, contrary to one another; and their help."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import PLAN

from raci.cli.app import COMMANDS, run


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return "plan.txt"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "--department", ""], "raci build：--department 后面是空的"),
        (["extract", "--rules", " "], "raci extract：--rules 后面是空的"),
        (["build", "--only", "csv", "--only", "xlsx"], "raci build：--only 写了 2 次，只能写一次，几个用逗号隔开"),
        (["extract", "--profile", "rasci", "--profile", "explicit"], "--profile 写了 2 次，只能写一次；"),
        (["build", "-o"], "raci build：选项 -o 后面缺少内容"),
        (["check", "--foo"], "raci check：没有选项 --foo"),
        (["build", "--only", "foo"], "--only：没有名为“foo”的输出"),
        (["draw", "--kind", "matrix", "--department", "县水利局"], "--department：matrix 图用不上“县水利局”"),
        (["draw", "--order", "seriated"], "--order：bipartite 图用不上“seriated”；请去掉它，或用 --kind matrix"),
        (["draw", "--kind", "network", "--order", "crossings"], "--order：network 图用不上“crossings”"),
        (["check", "--select", "leads", "--ignore", "leads"], "--ignore：没有留下要做的检查"),
        (["extract", "-o", "a.csv", "--documents", "./a.csv"], "--documents：与 -o 是同一个文件"),
        (["sample", "-o", "a.csv"], "a.csv：抽样是 .xlsx 工作簿"),
        (["sample", "-o", "a.xlsx", "--clauses", "-1"], "--clauses 要写不小于 0 的整数"),
        (["extract", "--members", "b.csv"], "b.csv：读不出成员表"),
    ],
)
def test_what_an_option_cannot_be_is_one_line_and_nothing_is_written(
    plan: str, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([arguments[0], plan, *arguments[1:]]) == 2
    heard = capsys.readouterr()
    assert said in heard.err and len(heard.err.splitlines()) == 1 and not heard.out
    assert [path.name for path in Path().iterdir()] == [plan]


def test_rules_may_be_given_again(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", plan, "--rules", "a.toml", "--rules", "b.toml"]) == 2
    assert "a.toml：读不出规则文件" in capsys.readouterr().err


def test_an_order_and_a_body_go_with_the_kinds_that_know_them(plan: str) -> None:
    assert run(["draw", plan, "--order", "crossings", "-o", "a.dot"]) == 0
    assert run(["draw", plan, "--kind", "ego", "--department", "水利局", "-o", "b.svg"]) == 0
    assert run(["draw", plan, "--kind", "auto", "--order", "crossings", "-o", "c.svg"]) == 0


def test_tables_beside_data_for_programs_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "表.csv").write_text("任务,牵头单位\n整治河道,县水利局\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["check", "表.csv", "--tables", "--format", "jsonl"]) in (0, 1)
    heard = capsys.readouterr()
    assert "第1张表" in heard.err and "第1张表" not in heard.out
    assert run(["check", "表.csv", "--tables"]) in (0, 1)
    assert "第1张表" in capsys.readouterr().out


def test_a_text_without_tables_says_so_where_they_are_asked_for(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", plan, "--tables"])
    assert "没有读到表格" in capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_is_in_chinese_throughout(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    shown = capsys.readouterr().out
    assert not [word for word in ("[default", "[required", "INTEGER", "FLOAT", "[x>", "<=x") if word in shown]
