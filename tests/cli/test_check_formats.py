"""``raci check``: which checks, how urgent, in which form."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ET
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from jsonschema import validate
from openpyxl import load_workbook

from raci.analysis.checks import CHECKS
from raci.cli import app
from raci.storage.schema import table_schema

PLAN = """云泽市河道整治方案
一、整治河道。（市水利局牵头，市城管局、市水利局配合；2025年4月31日前）
二、清理垃圾。清运沿河两岸的生活垃圾。
四、修复湿地。（牵头单位：市林业局）
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "方案.txt"
    file.write_text(PLAN, encoding="utf-8")
    return file


def run(*arguments: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = app.run(["check", *arguments])
    return code, out.getvalue(), err.getvalue()


def test_the_worst_stands_first(plan: Path) -> None:
    code, said, _ = run(str(plan))
    assert code == 1
    assert [line.rsplit("[", 1)[1][:-1] for line in said.splitlines()] == [
        "time-limit",
        "two-roles",
        "unassigned",
        "numbering",
    ]
    assert "：错误：" in said.splitlines()[0]


@pytest.mark.parametrize(
    ("options", "checks"),
    [
        (("--select", "numbering,two-roles"), ["two-roles", "numbering"]),
        (("--ignore", "numbering，time-limit"), ["two-roles", "unassigned"]),
        (("--select", "leads"), []),
    ],
)
def test_checks_are_chosen(plan: Path, options: tuple[str, ...], checks: list[str]) -> None:
    code, said, _ = run(str(plan), *options)
    assert [line.rsplit("[", 1)[1][:-1] for line in said.splitlines()] == checks
    assert code == int(bool(checks))


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--fail-on", "error"), 1),
        (("--fail-on", "error", "--ignore", "time-limit"), 0),
        (("--fail-on", "warning", "--select", "numbering"), 0),
        (("--fail-on", "never"), 0),
    ],
)
def test_what_the_exit_code_tells(plan: Path, options: tuple[str, ...], code: int) -> None:
    assert run(str(plan), *options)[0] == code


def test_settings_beside_the_plan_hold(plan: Path) -> None:
    (plan.parent / "raci.toml").write_text(
        '[checks]\nignore = ["unassigned"]\nmost-leads = 1\n[checks.severity]\nnumbering = "error"\n', encoding="utf-8"
    )
    plan.write_text(PLAN.replace("牵头单位：市林业局", "牵头单位：市林业局、市财政局"), encoding="utf-8")
    _, said, _ = run(str(plan))
    found = {line.rsplit("[", 1)[1][:-1]: line for line in said.splitlines()}
    assert set(found) == {"time-limit", "two-roles", "numbering", "leads"}
    assert "：错误：" in found["numbering"]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('[checks]\nignore = ["没有这项"]\n', "没有名为“没有这项”的检查项"),
        ('[checks]\nignore = "leads"\n', "须是检查项编号的列表"),
        ("[checks]\nmost-leads = 0\n", "不小于 1"),
        ('[checks.severity]\nleads = "fatal"\n', "须是 error、warning、note 之一"),
        ("[checks]\nfoo = 1\n", "不认识的键"),
    ],
)
def test_faults_of_the_settings_are_one_line(plan: Path, settings: str, words: str) -> None:
    (plan.parent / "raci.toml").write_text(settings, encoding="utf-8")
    code, _, said = run(str(plan))
    assert code == 2
    assert words in said


def test_faults_of_the_checks_lead_to_their_page(plan: Path) -> None:
    settings = plan.parent / "raci.toml"
    settings.write_text("[checks]\nmost_leads = 2\n", encoding="utf-8")
    said = run(str(plan))[2]
    assert "写法见 docs/checks.md" in said
    assert "没有待核事项" not in said
    settings.write_text("foo = 1\n[checks]\nmost_leads = 2\n", encoding="utf-8")
    said = run(str(plan))[2]
    assert "foo" in said
    assert "most_leads" in said


def test_a_workbook_is_not_written_onto_a_terminal(plan: Path) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out, err = Terminal(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = app.run(["check", str(plan), "--format", "xlsx"])
    assert (code, out.getvalue()) == (2, "")
    assert "请用 -o 写入文件" in err.getvalue()


@pytest.mark.parametrize("option", ["--select", "--ignore", "--explain"])
def test_an_unknown_check_gives_the_list(plan: Path, option: str) -> None:
    code, _, said = run(str(plan), option, "nonsense")
    assert code == 2
    assert all(check.id in said for check in CHECKS)


def test_lines_of_json_hold_to_the_schema(plan: Path) -> None:
    _, said, _ = run(str(plan), "--format", "jsonl")
    rows = [json.loads(line) for line in said.splitlines()]
    for row in rows:
        validate(row, table_schema("finding"))
    assert PLAN[rows[0]["start"] : rows[0]["end"]].startswith("2025年4月31日")


def test_sarif_names_the_line_and_the_rule(plan: Path) -> None:
    """The file as a whole was held to the schema of SARIF 2.1.0 by hand: it is not ours to keep here."""
    target = plan.parent / "raci.sarif"
    run(str(plan), "-o", str(target))
    log = json.loads(target.read_text(encoding="utf-8"))
    (ran,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in ran["tool"]["driver"]["rules"]] == [check.id for check in CHECKS]
    first = ran["results"][0]
    assert (first["ruleId"], first["level"]) == ("time-limit", "error")
    assert ran["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "time-limit"
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].startswith("file:///")
    assert PLAN.splitlines()[place["region"]["startLine"] - 1][place["region"]["startColumn"] - 1 :].startswith(
        "2025年"
    )


def test_junit_fails_for_what_is_urgent(plan: Path) -> None:
    _, said, _ = run(str(plan), "--format", "junit")
    (suite,) = ET.fromstring(said)
    failed = {case.attrib["name"] for case in suite if case.find("failure") is not None}
    assert failed == {"时限有误 [time-limit]", "既牵头又配合 [two-roles]", "未写明单位 [unassigned]"}
    assert suite.attrib["failures"] == "3"
    assert suite.attrib["tests"] == str(len(CHECKS))


def test_the_workbook_lists_all_files(plan: Path) -> None:
    (plan.parent / "另一个.txt").write_text("青溪县方案\n一、种树。（县林业局牵头，县林业局配合）\n", encoding="utf-8")
    target = plan.parent / "待核.xlsx"
    run(str(plan), str(plan.parent / "另一个.txt"), "-o", str(target))
    sheet = load_workbook(target)["待核"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert {row[1] for row in rows} == {"云泽市河道整治方案", "青溪县方案"}
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))


def test_the_list_and_the_explanation() -> None:
    code, said, _ = run("--list")
    assert code == 0
    assert all(check.id in said and check.title in said for check in CHECKS)
    code, said, _ = run("--explain", "two-roles")
    assert code == 0
    assert "怎么办：" in said
    assert "市城管局、市水利局配合" in said


def test_the_list_comes_in_the_formats_of_findings(tmp_path: Path) -> None:
    code, said, _ = run("--list", "--format", "jsonl", "--ignore", "load")
    assert code == 0
    rows = [json.loads(line) for line in said.splitlines()]
    assert [row["check"] for row in rows] == [check.id for check in CHECKS if check.id != "load"]
    assert all(row["why"] and row["remedy"] and row["severity"] in ("error", "warning", "note") for row in rows)
    code, said, _ = run("--explain", "load", "--format", "jsonl")
    assert (code, json.loads(said)["check"]) == (0, "load")
    assert json.loads(said)["finds"]
    target = tmp_path / "检查项.xlsx"
    assert run("--list", "-o", str(target))[0] == 0
    values = [[cell.value for cell in row] for row in load_workbook(target)["检查项"].iter_rows(min_row=4)]
    assert [row[0] for row in values] == [check.id for check in CHECKS]


@pytest.mark.parametrize("options", [("--format", "sarif"), ("--format", "junit"), ("-o", "检查项.pdf")])
def test_checks_are_not_listed_in_formats_for_findings_alone(options: tuple[str, ...], tmp_path: Path) -> None:
    code, _, said = run("--list", *options)
    assert code == 2
    assert "jsonl" in said
    assert "xlsx" in said


def test_sarif_claims_no_address(plan: Path) -> None:
    _, said, _ = run(str(plan), "--format", "sarif")
    assert "informationUri" not in said


def test_no_file_is_wrong_use() -> None:
    code, _, said = run()
    assert code == 2
    assert "没有给出文件" in said
