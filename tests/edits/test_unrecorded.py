"""A workbook that was edited by hand comes back as rows, even where it lost its record."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from jobs import job_of
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from plans import HOSTILE, Plan, small

from raci.edits.read_rows import read_rows
from raci.errors import ReadError
from raci.model import Analysis
from raci.pipeline import analyses
from raci.storage.sheet_names import RECORD
from raci.views.matrix import matrix
from raci.writers import render


def written(analysis: Analysis, folder: Path) -> Path:
    path = folder / "方案.xlsx"
    path.write_bytes(render("xlsx", job_of(analysis)))
    return path


def letters(path: Path) -> dict[tuple[str, str], str]:
    frame = read_rows(path).raci.matrix()
    return {
        (f"{number}{task}", body): letter
        for (_, _, number, task), row in zip(frame.index, frame.to_dict("records"), strict=True)
        for body, letter in row.items()
        if letter
    }


def cell(sheet: Worksheet, task: str, body: str) -> str:
    column = next(one.column_letter for one in sheet[3] if one.value == body)
    return next(f"{column}{row[1].row}" for row in sheet.iter_rows(min_row=4) if row[1].value == task)


def test_what_was_not_touched_comes_back_as_it_was(tmp_path: Path) -> None:
    frame = read_rows(written(small(), tmp_path)).raci.matrix()
    assert frame.equals(matrix(small())[list(frame.columns)])


def test_letters_that_a_person_changed_added_and_took_out_count(tmp_path: Path) -> None:
    path = written(small(), tmp_path)
    book = load_workbook(path)
    sheet = book["RACI 矩阵"]
    sheet[cell(sheet, "推行容缺受理", "各乡镇人民政府")] = "C"
    sheet[cell(sheet, "公开办事指南", "县委办")] = None
    sheet[cell(sheet, "加强督促检查", "县司法局")] = "A/R"
    del book[RECORD]
    book.save(path)
    after, rows = letters(path), read_rows(path)
    before = letters(written(small(), tmp_path))
    changed = {key: after.get(key) for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    assert changed == {
        ("(二)推行容缺受理", "各乡镇人民政府"): "C",
        ("(三)公开办事指南", "县委办"): None,
        ("(二)加强督促检查", "县司法局"): "A/R",
    }
    assert rows.loc[rows["rule"] == "edited.matrix", ["task", "role", "path"]].values.tolist() == [
        ["加强督促检查", "lead", "二、夯实基础支撑"]
    ]
    assert rows.loc[(rows["task"] == "推行容缺受理") & (rows["department"] == "各乡镇人民政府"), "role"].tolist() == [
        "support"
    ]


def test_hostile_names_come_back(tmp_path: Path) -> None:
    plan = Plan("=方案").chapter("一、", "章")
    for number, text in enumerate(HOSTILE):
        plan.task(f"{number}.", f"事{number}", lead=text, support=HOSTILE[number - 1])
    assert len(letters(written(plan.analysis(), tmp_path))) == 2 * len(HOSTILE)


def test_another_workbook_is_refused_with_the_remedy(tmp_path: Path) -> None:
    book, data = Workbook(), io.BytesIO()
    book.save(data)
    (tmp_path / "别的.xlsx").write_bytes(data.getvalue())
    (tmp_path / "坏的.xlsx").write_bytes(b"PK\x03\x04 no")
    for name in ("别的.xlsx", "坏的.xlsx"):
        with pytest.raises(ReadError, match=rf"{name}.*raci build"):
            read_rows(tmp_path / name)


def test_a_letter_changes_its_own_row_where_an_annex_says_the_tasks_again(tmp_path: Path) -> None:
    [analysis] = analyses(
        "溪桥县护河工作方案\n一、任务\n"
        "（一）疏浚河道主干。清理淤泥。（牵头单位：县水利局，配合单位：县财政局）\n附件1：任务分工表\n"
        "序号\t重点任务\t牵头单位\t配合单位\n1\t疏浚河道主干\t县水利局\t县财政局\n2\t公示排口名单\t县水利局\t县林业局\n"
    )
    path = written(analysis, tmp_path)
    book = load_workbook(path)
    del book[RECORD]
    book.save(path)
    before = read_rows(path)
    assert len(before) == 6
    sheet = book["RACI 矩阵"]
    sheet[cell(sheet, "公示排口名单", "县林业局")] = "I"
    book.save(path)
    after = read_rows(path)
    changed = [
        (row["task"], row["department"], row["letter"])
        for was, row in zip(before.to_dict("records"), after.to_dict("records"), strict=True)
        if was["letter"] != row["letter"]
    ]
    assert changed == [("公示排口名单", "县林业局", "I")]
