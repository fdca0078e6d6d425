"""The heading of a clause: what the document sets apart, or its first sentence."""

from __future__ import annotations

import io

import pytest
from docx import Document as Word

from raci.model import Clause
from raci.pipeline import analyse
from raci.readers.registry import read_bytes, read_text

OWED = "（责任单位：市水务局）"


def tasks(text: str) -> list[Clause]:
    (document,) = read_text(f"云泽市水利方案\n{text}\n")
    return list(analyse(document).task_clauses())


def bold(*parts: tuple[str, bool]) -> list[str]:
    """The headings of the tasks in a paragraph whose parts are set in bold or not."""
    word = Word()
    word.add_paragraph("云泽市水利方案", style="Title")
    paragraph = word.add_paragraph()
    for words, heavy in parts:
        paragraph.add_run(words).bold = heavy
    data = io.BytesIO()
    word.save(data)
    (document,) = read_bytes(data.getvalue(), "方案.docx")
    return [one.heading for one in analyse(document).task_clauses()]


@pytest.mark.parametrize(
    ("text", "heading", "goes_on"),
    [
        (f"（一）整修堤防，加固险段。清理滩地。{OWED}", "整修堤防，加固险段", False),
        (f"（一）整修堤防：加固险段，清理滩地，修复道路。{OWED}", "整修堤防", False),
        (f"（一）整修堤防；清理滩地。{OWED}", "整修堤防", True),
        (f"（一）整修堤防；{OWED}", "整修堤防", False),
        (f"（一）整修堤防；\n清理滩地。{OWED}", "整修堤防", False),
        ("（一）整修堤防；责任单位：市水务局", "整修堤防", False),
        ("（一）整修堤防（市水务局负责），清理滩地（市住建局负责）。", "整修堤防", True),
        ("（一）整修堤防（市水务局负责）。清理滩地（市住建局负责）。", "整修堤防", False),
        # a mark within a bracket, an address or a time of day ends no heading
        (
            f"（一）整修堤防（重点：城东险段；城西险段）和涵闸。清理滩地。{OWED}",
            "整修堤防（重点：城东险段；城西险段）和涵闸",
            False,
        ),
        (f"（一）在 http://water.example 公开险段名录。{OWED}", "在 http://water.example 公开险段名录", False),
        (f"（一）每日9:30公开水库水位和雨情信息。{OWED}", "每日9:30公开水库水位和雨情信息", False),
        (f"（一）整修《护堤办法（试行）。清理滩地。{OWED}", "整修《护堤办法（试行）", False),
        (f"第一步：摸清底数。逐段登记。{OWED}", "摸清底数", False),
        (f"第二步，分段整修。{OWED}", "分段整修", False),
        (f"步骤一：摸清底数，逐段登记。{OWED}", "摸清底数，逐段登记", False),
        (f"第一阶段：动员部署（3月底前）。召开会议。{OWED}", "动员部署（3月底前）", False),
        (f"（一）第一阶段：动员部署。召开会议，印发通知。{OWED}", "第一阶段：动员部署", False),
    ],
)
def test_a_heading_is_what_is_set_apart(text: str, heading: str, goes_on: bool) -> None:
    assert [(one.heading, one.goes_on) for one in tasks(text)] == [(heading, goes_on)]


def test_sentences_that_begin_alike_before_a_semicolon_are_headings_whole() -> None:
    text = f"（一）整修堤防；清理滩地。{OWED}\n（二）整修堤防；修复道路。{OWED}\n（三）疏浚河道；清理淤积。{OWED}"
    assert [one.heading for one in tasks(text)] == ["整修堤防；清理滩地", "整修堤防；修复道路", "疏浚河道"]


def test_a_sentence_without_end_is_a_heading_of_whole_clauses() -> None:
    (one,) = tasks(f"（一）{'整修城乡堤防和涵闸泵站，' * 60}清理滩地")
    assert one.heading.endswith("泵站")
    assert len(one.heading) < 400
    assert one.goes_on


@pytest.mark.parametrize(
    ("parts", "heading"),
    [
        ((("（一）", False), ("整修堤防护岸", True), (f"，加固险段，清理滩地。{OWED}", False)), "整修堤防护岸"),
        ((("（一）整修堤防护岸", True), (f"　加固险段，清理滩地。{OWED}", False)), "整修堤防护岸"),
        ((("（一）整修堤防护岸", True), (f"各地要加固险段，清理滩地。{OWED}", False)), "整修堤防护岸"),
        ((("（一）整修堤防，清理滩地。", True), (f"修复道路。{OWED}", False)), "整修堤防，清理滩地"),
        # what is stressed within the sentence, or its subject, is no heading
        ((("（一）", False), ("严格", True), (f"查处，清理滩地。{OWED}", False)), "严格查处，清理滩地"),
        ((("（一）", False), ("市水务局", True), (f"统筹整修堤防。{OWED}", False)), "市水务局统筹整修堤防"),
        ((("（一）", False), ("城乡防洪排涝", True), (f"的堤防要整修。{OWED}", False)), "城乡防洪排涝的堤防要整修"),
        ((("（一）整修", False), ("堤防护岸", True), (f"，清理滩地。{OWED}", False)), "整修堤防护岸，清理滩地"),
    ],
)
def test_words_in_bold_at_the_beginning_are_the_heading(parts: tuple[tuple[str, bool], ...], heading: str) -> None:
    assert bold(*parts) == [heading]


@pytest.mark.parametrize(
    "text",
    [
        "一、问：为什么要整修堤防？\n答：为了防洪。",
        "1.市水务局负责人就《水利方案》答记者问\n2.一图读懂《水利方案》\n3.《水利方案》政策解读",
        "1.首页\n2.网站地图\n3.上一篇：云泽市节水办法",
    ],
)
def test_questions_and_links_are_no_tasks_and_inherit_nobody(text: str) -> None:
    (document,) = read_text(f"云泽市水利方案\n一、整修堤防。{OWED}\n二、疏浚河道。{OWED}\n{text}\n")
    analysis = analyse(document)
    assert [one.heading for one in analysis.task_clauses()] == ["整修堤防", "疏浚河道"]
    assert {one.clause.heading for one in analysis.assignments} == {"整修堤防", "疏浚河道"}


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("【责任单位：市商务局】清理规定。逐项清理。", "清理规定"),
        ("【市水利局牵头】整修堤防。加固两处。", "整修堤防"),
        ("（试点：城东片区）推行改革。", "（试点：城东片区）推行改革"),
        ("【政策落实】兑现奖补。", "【政策落实】兑现奖补"),
    ],
)
def test_an_annotation_before_the_words_is_no_part_of_the_heading(words: str, heading: str) -> None:
    assert heading in [clause.heading for clause in analyse(f"云泽市方案\n一、任务\n（一）{words}\n").clauses]
