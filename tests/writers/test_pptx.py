"""The slides, read back by python-pptx: native tables, nothing below the edge, nothing left out."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest
from jobs import MADE, job_of
from plans import HOSTILE, Plan, small, unnamed, wide
from pptx import Presentation
from pptx.util import Mm

from raci.errors import DrawError, OutputError
from raci.model import Analysis
from raci.outputs import pictures
from raci.outputs.builder import build
from raci.writers.pptx import render


def opened(analysis: Analysis, **more: Any) -> Any:
    return Presentation(io.BytesIO(render(job_of(analysis, **more))))


def tables(show: Any) -> list[tuple[str, list[list[str]]]]:
    """The title and the texts of each slide with a table."""
    return [
        (slide.shapes.title.text, [[cell.text for cell in row.cells] for row in shape.table.rows])
        for slide in show.slides
        for shape in slide.shapes
        if shape.has_table
    ]


def titles(show: Any) -> list[str]:
    return [slide.shapes.title.text for slide in show.slides]


def test_the_slides_are_wide_and_begin_with_the_plan_and_its_matrix() -> None:
    show = opened(small())
    assert round(show.slide_width / show.slide_height, 2) == 1.78
    assert titles(show) == [
        "青原县便民服务提升方案",
        "责任矩阵",
        "图例和说明",
        "一、优化窗口服务",
        "二、夯实基础支撑",
    ]
    (_, matrix), *_ = tables(show)
    assert matrix[0][:3] == ["任务", "县政务局", "县财政局"], "those that lead most come first"
    assert {"县司法局", "各乡镇人民政府", "县档案馆"} <= set(matrix[0])
    assert matrix[1][:3] == ["(一)强化组织保障", "A/R", "C"]
    assert len(matrix) == 1 + 6


def test_each_chapter_has_its_tasks_with_who_does_what_by_when() -> None:
    _, (title, first), (_, second) = tables(opened(small()))
    assert title == "一、优化窗口服务"
    assert first[0] == [
        "序号",
        "重点任务",
        "牵头单位",
        "责任单位",
        "配合单位",
        "指导单位",
        "知晓单位",
        "责任领导",
        "完成时限",
    ]
    assert first[1] == ["1", "(一)强化组织保障", "县政务局", "", "县财政局、县档案馆", "", "", "", "2024年9月底前"]
    assert "完成时限" not in second[0], "no column of blanks"
    assert [row[0] for row in second[1:]] == ["4", "5", "6"]
    assert second[2][second[0].index("责任单位")] == "（未标注）"


def test_the_fonts_are_those_of_the_word_table() -> None:
    show = opened(small())
    xml = [shape._element.xml for slide in show.slides for shape in slide.shapes]
    assert any('typeface="方正小标宋简体"' in one for one in xml)
    tables_xml = "".join(one for one in xml if "<a:tbl" in one)
    assert 'typeface="黑体"' in tables_xml and 'typeface="仿宋_GB2312"' in tables_xml


@pytest.mark.parametrize(
    "analysis",
    [small(), unnamed(), wide(), wide(11, 5), wide(12, 5)],
    ids=["small", "unnamed", "wide", "eleven bodies", "twelve bodies"],
)
def test_no_table_reaches_over_the_edge_and_no_task_is_left_out(analysis: Analysis) -> None:
    show = opened(analysis)
    for slide in show.slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= show.slide_width, shape.name
            assert shape.top >= 0 and shape.top + shape.height <= show.slide_height, shape.name
            if shape.has_table:
                assert shape.top + sum(row.height for row in shape.table.rows) <= show.slide_height - Mm(10)
                assert sum(column.width for column in shape.table.columns) <= show.slide_width - Mm(20)
    job = job_of(analysis)
    numbers = [row[0] for _, rows in tables(show) if rows[0][0] == "序号" for row in rows[1:]]
    assert numbers == [str(index + 1) for index in range(len(job.grid.tasks))]


def test_a_wide_matrix_goes_on_beside_and_below() -> None:
    show = opened(wide())
    matrix = [(title, rows) for title, rows in tables(show) if rows[0][0] == "任务"]
    assert matrix[0][0].startswith("责任矩阵（第 1—20 个单位，共 60 个；1/")
    heads = dict.fromkeys(head for _, rows in matrix for head in rows[0][1:])
    assert len(heads) == 60
    legend = next(slide for slide in show.slides if slide.shapes.title.text == "图例和说明")
    assert "15 项任务原文未标注责任单位" in "".join(shape.text_frame.text for shape in legend.shapes)


def test_the_slides_beside_hold_the_tasks_of_their_bodies_alone() -> None:
    plan = Plan("多单位方案").chapter("一、", "任务")
    for number in range(30):
        plan.task(f"{number + 1}.", f"任务{number + 1}", lead="市园林局", support=f"第{number + 1}局")
    matrix = [(title, rows) for title, rows in tables(opened(plan.analysis())) if rows[0][0] == "任务"]
    beside = [(title, rows) for title, rows in matrix if "市园林局" not in rows[0]]
    assert beside and all("只列这些单位的任务" in title for title, _ in beside)
    assert all(any(row[1:]) for _, rows in beside for row in rows[1:])


def test_more_bodies_than_slides_show_are_told() -> None:
    show = opened(wide(90, 40))
    legend = next(slide for slide in show.slides if slide.shapes.title.text == "图例和说明")
    assert "矩阵只列任务最多的 60 个单位，其余" in "".join(shape.text_frame.text for shape in legend.shapes)


def test_a_row_that_fits_on_no_slide_goes_on_in_the_next() -> None:
    names = "、".join(f"第{number}办事处综合管理服务中心" for number in range(260))
    plan = Plan("长方案").chapter("一、", "任务").task("1.", "逐街整治", lead="市城管局", support=names)
    listed = [row for title, rows in tables(opened(plan.analysis())) if title.startswith("一、") for row in rows[1:]]
    assert len(listed) > 1
    assert "".join(row[-1] for row in listed) == names


def test_hostile_texts_stay_texts() -> None:
    plan = Plan("<a:p>&").chapter("", "]]></a:t>")
    for number, text in enumerate(HOSTILE):
        plan.task(f"{number}", text, lead=text)
    cells = {cell.strip() for _, rows in tables(opened(plan.analysis())) for row in rows for cell in row}
    assert {text.replace("\x0b", "").strip() for text in HOSTILE} <= cells


def test_a_plan_without_tasks_says_so() -> None:
    show = opened(Plan("空方案").analysis())
    assert "没有读出任务" in "".join(shape.text_frame.text for slide in show.slides for shape in slide.shapes)


def test_two_renderings_give_the_same_bytes_and_state_the_time() -> None:
    job = job_of(small())
    assert render(job) == render(job)
    assert Presentation(io.BytesIO(render(job))).core_properties.created == MADE.replace(tzinfo=None)


def test_without_python_pptx_it_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(OutputError, match=r"raci\[pptx\]"):
        render(job_of(small()))
    (built,) = build(small(), tmp_path, only=["pptx", "csv"], kinds=[])
    assert [one.file for one in built.skipped] == ["青原县便民服务提升方案.pptx"]
    assert "assignments.csv" in {path.name for path in built.files}


def test_the_drawings_are_slides_or_it_is_told_why_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (built,) = build(small(), tmp_path / "all", only=["pptx"], kinds=["network", "matrix"])
    assert built.skipped == ()
    show = Presentation(str(next(path for path in built.files if path.suffix == ".pptx")))
    assert titles(show)[-1] == "部门协作关系图", "the matrix is a table already"
    assert any(shape.shape_type == 13 for shape in show.slides[len(show.slides) - 1].shapes)

    def no_font(*_: object) -> None:
        raise DrawError("没有中文字体")

    monkeypatch.setattr("raci.drawing.picture.Drawing.png", no_font)
    (built,) = build(small(), tmp_path / "none", only=["pptx"], kinds=["network"])
    assert [(one.file, one.why) for one in built.skipped] == [("幻灯片里的部门协作关系图", "没有中文字体")]
    assert any(path.suffix == ".pptx" for path in built.files)


def test_a_drawing_of_too_many_sheets_is_left_out_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_SLIDES", 0)
    (built,) = build(small(), tmp_path, only=["pptx"], kinds=["network"])
    assert "共 1 页，太多" in built.skipped[0].why


def test_the_chart_of_a_group_and_the_tasks_of_a_table_behind_the_text_are_slides_of_their_own(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text(
        "云泽市绿道建设方案\n一、任务\n（一）修建绿道。（责任单位：市园林局）\n二、保障\n（一）加强领导。"
        "成立云泽市绿道建设领导小组，由市长任组长，市园林局为成员。（责任单位：市园林局）\n"
        "附件：绿道建设任务分解表\n| 序号 | 任务 | 责任单位 |\n|---|---|---|\n"
        "| 1 | 普查树木 | 市林业局 |\n| 2 | 清点桥梁 | 市住建局 |\n",
        encoding="utf-8",
    )
    build(plan, tmp_path / "out", only=["pptx", "svg"], kinds=["matrix", "group"])
    (file,) = (tmp_path / "out").rglob("*.pptx")
    found = titles(Presentation(str(file)))
    assert "组织架构图" in found
    assert found.index("附表所列任务") > found.index("二、保障")
    assert found.count("责任矩阵") == 1, "the slides have a matrix of their own"
    (matrix,) = (tmp_path / "out").rglob("matrix.svg")
    assert "附表所列任务" in matrix.read_text(encoding="utf-8")
