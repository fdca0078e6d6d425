"""``raci ledger``: what it prints, exit codes, and what it says of wrong use."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from openpyxl import load_workbook
from returning import edit

from raci.cli import app

PLAN = """兰州市绿道建设方案
（一）修建绿道。建成环城绿道三十公里。（牵头单位：市发展改革委；配合单位：市财政局，2026年6月底前完成）
（二）建设驿站。沿线建成驿站十二处。（牵头单位：市园林局，2027年6月底前完成）
"""


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("方案.txt").write_text(PLAN, encoding="utf-8")
    return "方案.txt"


def run(*arguments: str) -> tuple[int, str, str]:
    """The exit code, the data, and what was said."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = app.run(["ledger", *arguments])
    return code, out.getvalue(), err.getvalue()


def test_a_ledger_is_written_where_none_is_named(plan: str) -> None:
    code, out, said = run(plan)
    assert (code, out) == (0, "台账.xlsx\n")
    assert "1 份文件，2 项任务，3 个单位" in said
    assert load_workbook("台账.xlsx").sheetnames[:6] == ["总表", "按单位", "按时限", "按文件", "同类任务", "待核"]


def test_a_folder_is_read_as_a_whole(plan: str) -> None:
    Path("文件").mkdir()
    for number in (1, 2):
        Path("文件", f"{number}.txt").write_text(PLAN.replace("绿道", f"绿道{number}"), encoding="utf-8")
    code, _, said = run("文件")
    assert code == 0
    assert "2 份文件，4 项任务" in said


def test_the_record_is_hidden_and_the_heads_stand(plan: str) -> None:
    run(plan)
    workbook = load_workbook("台账.xlsx")
    assert workbook["raci-ledger"].sheet_state == "veryHidden"
    sheet = workbook["总表"]
    assert sheet.freeze_panes == "E4"
    assert sheet.auto_filter.ref
    assert sheet.cell(4, 1).hyperlink.location
    assert {rule.type for rule in sheet.data_validations.dataValidation} == {"list", "decimal", "date"}


def test_what_falls_due_is_printed(plan: str) -> None:
    code, out, _ = run(plan, "--remind", "15", "--today", "2026-06-20")
    assert code == 0
    lines = [line.split("\t") for line in out.splitlines() if "\t" in line]
    assert [(line[0], line[1]) for line in lines] == [
        ("兰州市发展和改革委员会", "还有 10 天"),
        ("兰州市财政局", "还有 10 天"),
    ]
    assert "台账-督办提醒-2026-06-20/提醒函_兰州市财政局.docx" in out


def test_the_lights_remember_their_days(plan: str) -> None:
    run(plan, "--soon", "5", "--today", "2026-06-20")
    run("台账.xlsx", "--today", "2026-06-20")
    assert load_workbook("台账.xlsx")["总表"].cell(4, 10).value == "● 未到期"


def test_a_part_says_what_it_leaves_out(plan: str) -> None:
    Path(plan).write_text(PLAN.replace("，2027年6月底前完成", ""), encoding="utf-8")
    code, _, said = run(plan, "--until", "2026-12-31")
    assert code == 0
    assert "没有日期的任务 1 项未列入" in said


def test_a_body_that_is_not_there_is_told_with_those_that_are(plan: str) -> None:
    code, _, said = run(plan, "--department", "市气象局")
    assert code == 2
    assert "兰州市财政局" in said
    assert not Path("台账.xlsx").exists()


def test_a_part_counts_its_own_bodies(plan: str) -> None:
    _, _, said = run(plan, "--until", "2026-12-31")
    assert "1 份文件，1 项任务，2 个单位" in said


def test_a_list_of_bodies_that_is_cut_says_so(plan: str) -> None:
    names = "、".join(f"市{word}局" for word in ("水利", "教育", "民政", "司法", "审计", "统计", "体育", "文旅"))
    Path(plan).write_text(PLAN.replace("市财政局", names), encoding="utf-8")
    _, _, said = run(plan, "--department", "市气象局")
    assert said.strip().endswith(" 等")


@pytest.mark.parametrize("name", ["台账.docx", "台账", "台账.xls"])
def test_a_ledger_is_not_written_under_another_format(plan: str, name: str) -> None:
    code, _, said = run(plan, "-o", name)
    assert code == 2
    assert ".xlsx" in said
    assert not Path(name).exists()


def test_what_needs_an_eye_is_exit_code_one(plan: str) -> None:
    run(plan)
    Path("回填").mkdir()
    Path("回填", "说明.txt").write_text("已办", encoding="utf-8")
    code, _, said = run("台账.xlsx", "--collect", "回填")
    assert code == 1
    assert "说明.txt：不是填报表" in said


def test_a_file_that_cannot_be_read_does_not_stop_the_others(plan: str) -> None:
    code, _, said = run(plan, "没有.txt")
    assert code == 1
    assert "没有这个文件" in said
    assert Path("台账.xlsx").exists()


def test_no_file_at_all_is_wrong_use(plan: str) -> None:
    assert run("没有.txt")[0] == 2
    assert run()[0] == 2
    assert not Path("台账.xlsx").exists()


def test_a_missing_folder_of_returns_is_told(plan: str) -> None:
    run(plan)
    code, _, said = run("台账.xlsx", "--collect", "没有")
    assert code == 2
    assert "没有这个文件夹" in said


def test_who_has_not_answered_is_listed_where_one_collects(plan: str) -> None:
    """And only counted by whatever comes after that."""
    run(plan)
    run("台账.xlsx", "--split", "下发")
    edit(Path("下发", "兰州市财政局.xlsx"), Path("回填", "兰州市财政局.xlsx"), lambda sheet: sheet.fill(0))
    _, _, said = run("台账.xlsx", "--collect", "回填")
    assert "未回或未回全 2 个单位：兰州市" in said
    _, _, said = run("台账.xlsx", "--remind", "15")
    assert "未回或未回全 2 个单位，见“填报情况”" in said
