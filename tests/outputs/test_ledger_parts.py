"""Who gets a workbook of a ledger, what it looks like on paper, and what is said of what came back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from returning import edit

import raci

TODAY = date(2026, 11, 26)
PLAN = """临江省河道整治方案
（一）整治干流。（牵头单位：省水利厅；责任单位：武昌区、汉阳区人民政府，省直有关部门）
（二）整治支流。（责任单位：各县（区）人民政府、各相关单位）
（三）加强宣传。（责任单位：各有关部门）
"""


def files(folder: Path) -> set[str]:
    return {path.stem for path in folder.glob("*.xlsx")}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "方案.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_who_is_not_named_gets_no_workbook_and_is_told(plan: Path) -> None:
    folder = plan.parent
    ledger = raci.ledger(plan, path=folder / "台账.xlsx", split=folder / "下发", today=TODAY)
    assert files(folder / "下发") == {"临江省水利厅", "武昌区人民政府", "汉阳区人民政府", "各县（区）人民政府"}
    [told] = [finding for finding in ledger.findings if finding.kind == "没有点名"]
    assert told.message.startswith("3 处没有点名")
    assert "各有关部门（1 项）" in told.quote
    # who asks for them by name gets them
    raci.ledger(folder / "台账.xlsx", split=folder / "再发", department="各有关部门", today=TODAY)
    assert files(folder / "再发") == {"各有关部门"}


@pytest.mark.parametrize(
    ("written", "bodies"),
    [
        ("武昌区、汉阳区人民政府", {"武昌区人民政府", "汉阳区人民政府"}),
        ("黄陂、新洲区人民政府", {"黄陂区人民政府", "新洲区人民政府"}),
        ("白鹭市、临水县、西陵州人民政府", {"白鹭市人民政府", "临水县人民政府", "西陵州人民政府"}),
        ("各市、县人民政府", {"各市、县人民政府"}),
        ("武昌区人民政府", {"武昌区人民政府"}),
    ],
)
def test_bodies_with_one_ending_are_each_one_of_the_ledger(written: str, bodies: set[str], tmp_path: Path) -> None:
    path = tmp_path / "方案.txt"
    path.write_text(f"临江省绿道方案\n（一）修建绿道。（责任单位：{written}）\n", encoding="utf-8")
    [(_, task)] = raci.ledger(path).tasks()
    assert {party.name for party in task.parties} == bodies
    assert len({party.body for party in task.parties}) == len(bodies)


def test_a_body_is_the_same_alone_and_in_a_list(tmp_path: Path) -> None:
    path = tmp_path / "方案.txt"
    path.write_text(
        "临江省绿道方案\n（一）修建绿道。（责任单位：武昌区、汉阳区政府）\n（二）种树。（责任单位：武昌区政府）\n",
        encoding="utf-8",
    )
    assert len(raci.ledger(path).bodies) == 2


def test_all_sheets_fit_a4_and_their_heads_are_whole(plan: Path) -> None:
    folder = plan.parent
    raci.ledger(plan, path=folder / "台账.xlsx", split=folder / "下发", today=TODAY)
    for path in (folder / "台账.xlsx", *(folder / "下发").glob("*.xlsx")):
        for sheet in load_workbook(path).worksheets:
            if sheet.sheet_state != "visible":
                continue
            assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
            widths = [each.width for each in sheet.column_dimensions.values() if not each.hidden]
            assert sum(widths) < 200  # about 8 points at the least
            assert min(widths) >= 5


def test_what_is_kept_beside_the_lead_s_is_not_called_adopted(tmp_path: Path) -> None:
    (tmp_path / "方案.txt").write_text("临江市绿道方案\n（一）修建绿道。（牵头单位：市水利局；配合单位：市财政局）\n")
    ledger = tmp_path / "台账.xlsx"
    raci.ledger(tmp_path / "方案.txt", path=ledger, split=tmp_path / "下发", today=TODAY)
    for path in (tmp_path / "下发").glob("*.xlsx"):
        edit(path, tmp_path / "回填" / path.name, lambda sheet: sheet.fill(0))
    raci.ledger(ledger, path=ledger, collect=tmp_path / "回填", today=TODAY)
    rows = list(load_workbook(ledger)["填报记录"].iter_rows(min_row=4, values_only=True))
    said = {next(cell for cell in row if cell and "局" in str(cell)): row for row in rows if any(row)}
    assert "采用" in said["临江市水利局"]
    assert "采用" not in said["临江市财政局"]
    assert any("总表取牵头单位的" in str(cell) for cell in said["临江市财政局"])
