"""The closing lines of build, check and extract: one number everywhere, and never "nothing to check" without rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from running import PLAN, SILENT, raci

TEXTS = {
    "read": PLAN,
    "a gap": PLAN + "三、巩固成果。建立常态化巡查机制。\n四、修缮堤坝。全面排查。\n五、疏浚沟渠。全面排查。\n",
    "a label unknown": PLAN + "三、修缮堤坝。全面排查。揽办单位：县财政局、县水利局。\n",
    "in sentences": "青溪县护河行动方案\n一、修缮堤坝。由县水利局牵头制定办法。\n二、疏浚沟渠。由县财政局负责筹款。\n",
    "nobody": SILENT,
    "a table lost": "青溪县护河安排\n做啥    归谁\n修缮堤坝    县水利局\n疏浚沟渠    县财政局\n",
    "no heads": "任务分工\n修缮堤坝——县水利局\n疏浚沟渠——县财政局\n清理垃圾——县城管局\n",
    "in one line": "分工如下：修缮堤坝，县水利局；疏浚沟渠，县财政局；清理垃圾，县城管局。\n",
    "marks of no legend": "事项 县水利局 县财政局\n修缮堤坝 ● ○\n疏浚沟渠 ○ ●\n",
    "run together": "做啥归谁修缮堤坝县水利局疏浚沟渠县财政局清理垃圾县城管局\n",
    "brackets alone": "近期任务：修缮堤坝（县水利局）、疏浚沟渠（县财政局）、清理垃圾（县城管局）。\n",
    "many findings": "青溪县护河安排\n" + "".join(f"{n}. 修缮堤坝。揽办单位：县水利局。\n" for n in range(1, 15)),
    "a list of people": "单位\t姓名\t电话\n县水利局\t张某\t0000000\n县财政局\t李某\t0000001\n",
    "no task": "青溪县护河简讯\n今天天气晴朗，河水清澈。\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_number_of_open_matters_is_the_same_everywhere(name: str, tmp_path: Path) -> None:
    path = tmp_path / "方案.txt"
    path.write_text(TEXTS[name], encoding="utf-8")
    built = raci("build", path, "--only", "xlsx", cwd=tmp_path)
    folder = tmp_path / built.stdout.strip()
    counts = json.loads((folder / "run.json").read_text(encoding="utf-8"))["counts"]
    checked = raci("check", path)
    number = len(checked.stdout.splitlines())
    assert counts["review"] == counts["findings"] == number
    assert counts["looked"] == counts["read"] + counts["reported"]
    (workbook,) = folder.glob("*.xlsx")
    sheet = load_workbook(workbook)["待核"]
    assert sum(isinstance(row[0], int) for row in sheet.iter_rows(values_only=True)) == number
    for said in (built.stderr, checked.stderr):
        assert (f"待核 {number} 项" in said) == bool(number)
    # and of the workbook, when it is read back
    assert len(raci("check", workbook).stdout.splitlines()) == number


@pytest.mark.parametrize(
    "name", ["nobody", "no task", "a table lost", "run together", "brackets alone", "a list of people"]
)
def test_without_rows_it_is_said_that_nothing_was_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / "方案.txt"
    path.write_text(TEXTS[name], encoding="utf-8")
    for done in (raci("build", path, "--only", "csv", cwd=tmp_path), raci("check", path), raci("extract", path)):
        assert "没有待核事项" not in done.stderr
        assert "没有读出" in done.stderr


def test_what_was_not_understood_is_said_with_its_place_and_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "方案.txt"
    path.write_text(TEXTS["a label unknown"], encoding="utf-8")
    for done in (raci("build", path, "--only", "csv", cwd=tmp_path), raci("check", path), raci("extract", path)):
        assert "第4行" in done.stderr
        assert "--rules" in done.stderr
    assert raci("check", path).returncode == 1


def test_where_all_was_read_nothing_more_is_said(tmp_path: Path) -> None:
    path = tmp_path / "方案.txt"
    path.write_text(PLAN, encoding="utf-8")
    assert raci("extract", path).stderr == ""
    assert "没有待核事项" in raci("check", path).stderr


def test_build_without_a_workbook_sends_to_check(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(
        "青溪县护河方案\n一、整治河道。（县水利局牵头）\n二、清理垃圾。（县城管局负责）\n三、巡查河道。\n",
        encoding="utf-8",
    )
    assert "用 raci check 逐条列出" in raci("build", path, "--only", "csv,docx", cwd=tmp_path).stderr
    assert "见各表的“待核”" in raci("build", path, "--only", "report", cwd=tmp_path).stderr
