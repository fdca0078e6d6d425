"""The Word table: read back by python-docx, as Word has it."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from jobs import job_of
from plans import HOSTILE, Plan, small, unnamed, wide

from raci.config.templates import load_template
from raci.model import Analysis
from raci.pipeline import analyses
from raci.views.selection import select
from raci.writers.docx import render
from raci.writers.docx.departments import render_each
from raci.writers.docx.groups import render as render_groups


def opened(analysis: Analysis, **more: Any) -> Any:
    return Document(io.BytesIO(render(job_of(analysis, **more))))


def rows(document: Any) -> list[list[str]]:
    (table,) = document.tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_a_plan_without_tasks_is_a_document_that_says_so() -> None:
    document = opened(Plan("空方案").analysis())
    assert document.tables == []
    assert "没有读出任务" in [line.text for line in document.paragraphs]


def test_the_tasks_stand_under_their_chapters_with_who_does_what_by_when() -> None:
    made = rows(opened(small()))
    roles = ["牵头单位", "责任单位", "配合单位", "其他单位", "责任领导"]
    assert made[0] == ["序号", "重点任务", "工作内容", *roles, "完成时限", "备注"]
    assert set(made[1]) == {"一、优化窗口服务"}
    first = dict(zip(made[0], made[2], strict=True))
    assert first["序号"] == "1"
    assert first["重点任务"] == "(一)强化组织保障"
    assert first["工作内容"] == "按要求组织实施。"
    assert (first["牵头单位"], first["配合单位"]) == ("县政务局", "县财政局、县档案馆")
    assert first["完成时限"] == "2024年9月底前"
    assert [row[-1] for row in made if "加强督促检查" in row[1]] == ["（未标注）"]


def test_the_page_follows_the_habits_of_official_documents() -> None:
    document = opened(small())
    section = document.sections[0]
    assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == (297, 210)
    title = next(line for line in document.paragraphs if line.text)
    assert title.text == "青原县便民服务提升方案任务分工表"
    assert title.runs[0].font.size == Pt(22)
    assert title.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) == "方正小标宋简体"
    table = document.tables[0]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None, "the heads stand on each page"
    fonts = [row.cells[1].paragraphs[0].runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) for row in table.rows[:3]]
    assert fonts == ["黑体", "黑体", "仿宋_GB2312"]
    assert "PAGE" in section.footer._element.xml


def test_fonts_that_are_not_there_have_others_in_their_place() -> None:
    with zipfile.ZipFile(io.BytesIO(render(job_of(small())))) as parts:
        table = parts.read("word/fontTable.xml").decode()
    assert 'w:name="方正小标宋简体"' in table
    assert "仿宋,FangSong" in table


def test_the_table_of_one_department_begins_with_what_it_leads() -> None:
    analysis = select(small(), department="县政务局")
    made = rows(opened(analysis, department="县政务局", title="方案（县政务局）"))
    bands = [row[0] for row in made if len(set(row)) == 1]
    assert bands == ["本单位牵头（2 项）", "本单位责任（1 项）", "本单位配合（1 项）"]
    assert [row[0] for row in made if row[0].isdigit()] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("某县任务分工表", "某县任务分工表"),
        ("某县重点任务分工方案", "某县重点任务分工表"),
        ("某县行动计划", "某县行动计划任务分工表"),
    ],
)
def test_the_title_says_分工表_once(title: str, shown: str) -> None:
    document = opened(Plan(title).task("1.", "甲", lead="甲局").analysis())
    assert shown in [line.text for line in document.paragraphs]


def test_hostile_texts_stay_texts() -> None:
    plan = Plan("<w:p>&").chapter("", "]]></w:t>")
    for number, text in enumerate(HOSTILE):
        plan.task(f"{number}", text, lead=text)
    made = rows(opened(plan.analysis()))
    shown = {cell for row in made for cell in row}
    assert {text.replace("\x0b", "").strip() for text in HOSTILE} <= {cell.strip() for cell in shown}
    assert "]]></w:t>" in shown


def test_a_plan_that_names_nobody_and_a_large_one_are_whole() -> None:
    assert [row[-1] for row in rows(opened(unnamed()))[2:]] == ["（未标注）", "（未标注）"]
    table = opened(wide(400, 2000)).tables[0]
    assert len(table._tbl.tr_lst) == 1 + 2000 + 80


def test_chapters_in_a_column_are_joined_over_their_tasks() -> None:
    made = rows(opened(small(), template=load_template("chapters")))
    assert made[0][:3] == ["序号", "章节", "重点任务"]
    assert [row[0] for row in made[1:]] == ["1", "2", "3", "4", "5", "6"], "no rows for the chapters"
    (table,) = opened(small(), template=load_template("chapters")).tables
    joins = [cell.tcPr.find(qn("w:vMerge")) for cell in (row._tr.tc_lst[1] for row in table.rows[1:])]
    assert [join.get(qn("w:val")) for join in joins] == ["restart", None, None, "restart", None, None]


def test_a_joined_cell_ends_with_its_page_and_its_words_stand_on_the_next() -> None:
    made = Plan("青溪县河湖治理方案").chapter("一、", "治理河道")
    for number in range(1, 61):
        made.task(f"{number}.", f"清理第{number}段", lead="县水利局")
    (table,) = opened(made.analysis(), template=load_template("chapters")).tables
    cells = [row._tr.tc_lst[1] for row in table.rows[1:]]
    joins = [cell.tcPr.find(qn("w:vMerge")) for cell in cells]
    restarts = [place for place, join in enumerate(joins) if join is None or join.get(qn("w:val")) == "restart"]
    assert 3 <= len(restarts) <= 5 and restarts[0] == 0
    assert all("一、治理河道" in "".join(cells[place].itertext()) for place in restarts)
    assert all(10 <= later - one <= 25 for one, later in pairwise(restarts))


def test_the_date_is_written_as_offices_write_it() -> None:
    assert "青原县人民政府　2024年5月" in [line.text for line in opened(small()).paragraphs]


def test_each_department_has_a_document_with_its_lead_tasks_first() -> None:
    made = render_each(job_of(small()))
    assert "陈某某" not in made and "各乡镇人民政府" in made
    document = Document(io.BytesIO(made["县政务局"]))
    assert [line.text for line in document.paragraphs if line.text] == [
        "青原县便民服务提升方案任务分工表",
        "（县政务局）",
    ]
    listed = rows(document)
    assert [row[0] for row in listed if len(set(row)) == 1] == [
        "本单位牵头（2 项）",
        "本单位责任（1 项）",
        "本单位配合（1 项）",
    ]
    assert [row[1] for row in listed if row[0].isdigit()] == [
        "(一)强化组织保障",
        "(二)推行容缺受理",
        "(三)公开办事指南",
        "(一)强化组织保障",
    ][: len([row for row in listed if row[0].isdigit()])]
    (alone,) = render_each(job_of(select(small(), department="县司法局"), department="县司法局"))
    assert alone == "县司法局"


def test_the_groups_of_a_plan_are_a_document_on_request() -> None:
    text = (
        "云泽市防汛预案\n成立云泽市防汛指挥部，由市长李平任总指挥，市水务局为成员单位。\n"
        "（一）综合协调组。由市应急局牵头，市公安局参加。\n"
    )
    (analysis,) = analyses(text)
    made = rows(Document(io.BytesIO(render_groups(job_of(analysis)))))
    assert made == [
        ["身份", "姓名", "职务、单位"],
        ["云泽市防汛指挥部"] * 3,
        ["总指挥", "李平", "市长"],
        ["成员单位", "", "市水务局"],
        ["下设机构", "", "综合协调组（牵头单位：市应急局）"],
        ["综合协调组（云泽市防汛指挥部下设）"] * 3,
        ["牵头单位", "", "市应急局"],
        ["成员", "", "市公安局"],
    ]


def test_a_plan_without_groups_says_so() -> None:
    document = Document(io.BytesIO(render_groups(job_of(small()))))
    assert document.tables == []
    assert any("没有设立" in line.text for line in document.paragraphs)
