"""Time limits that stand apart from the sentence of their duty."""

from __future__ import annotations

import pytest

from raci.pipeline import extract


def limits(text: str) -> list[tuple[str, str | None]]:
    found = extract(f"绿道建设方案\n一、主要任务\n{text}\n", basis=("prose",))
    return [(one.department.name, one.deadline.text if one.deadline else None) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "绿道改造由市园林局负责。2025年底前完成。",
        "市园林局负责绿道改造。完成时限：2025年底前。",
        "1.绿道改造。由市园林局负责组织实施。（2025年底前完成）",
        "1.绿道改造（2025年底前完成）。由市园林局负责组织实施。",
        "1.绿道改造。2025年底前，建成绿道100公里。由市园林局负责组织实施。",
        "市园林局要加快绿道建设；2025年底前，完成主线。",
        "市园林局负责编制绿道规划。上述工作于2025年底前完成。",
    ],
)
def test_a_limit_beside_a_duty_is_its_limit(text: str) -> None:
    assert [(name, limit and limit.removeprefix("于")) for name, limit in limits(text)] == [("市园林局", "2025年底前")]


def test_a_limit_alone_is_that_of_all_duties_before_it() -> None:
    found = limits("绿道由市园林局牵头，市水务局配合。要求2025年底前全部建成。")
    assert found == [("市园林局", "2025年底前"), ("市水务局", "2025年底前")]


def test_a_limit_of_one_duty_is_not_that_of_the_next() -> None:
    found = limits("市园林局要编制绿道规划；2025年8月底前，组织评审。市水务局负责清淤。")
    assert found == [("市园林局", "2025年8月底前"), ("市水务局", None)]


@pytest.mark.parametrize(
    "text",
    [
        "市园林局要编制绿道规划。2025年底前，全市建成绿道100公里。",
        "市园林局要编制绿道规划。2025年12月31日前在我市购房的，给予补贴。",
        "市园林局负责编制绿道规划。本办法自2025年1月1日起施行。",
        "市园林局负责编制绿道规划。延长期限不得超过六个月。",
        "市园林局负责编制绿道规划。\n2025年3月1日",
    ],
)
def test_what_is_no_limit_of_the_duty(text: str) -> None:
    assert limits(text) == [("市园林局", None)]


@pytest.mark.parametrize(
    ("sentence", "limit"),
    [
        ("市园林局应于每年4月底前公布绿道名录。", "每年4月底前"),
        ("市园林局必须在今年九月底以前完成绿道普查。", "今年九月底以前"),
        ("市园林局于二〇二五年六月底前完成绿道普查。", "二〇二五年六月底前"),
        ("市园林局于每季度末25日前公布巡查结果。", "每季度末25日前"),
        ("市园林局每月底前公布巡查结果。", "每月底前"),
        ("市园林局应当在规划期结束后次年的4月底前公布评估结果。", None),
        ("市园林局每季度前5个工作日内公布巡查结果。", None),
    ],
)
def test_the_year_or_how_often_is_part_of_a_limit_in_a_sentence(sentence: str, limit: str | None) -> None:
    assert limits(sentence) == [("市园林局", limit)]


@pytest.mark.parametrize(
    ("words", "due"),
    [("今年11月底前", "2025-11-30"), ("明年1月底前", "2026-01-31"), ("每年4月底前", None), ("当年10月31日前", None)],
)
def test_what_is_due_every_year_has_no_date(words: str, due: str | None) -> None:
    text = f"云泽市人民政府关于绿道的通知\n云政发〔2025〕5号\n一、主要任务\n市园林局于{words}公布绿道名录。\n"
    assert [one.deadline and (one.deadline.text, one.deadline.due) for one in extract(text)] == [(words, due)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "市园林局应于2025年6月底前编制规划，市水务局应于9月底前清淤。",
            [("市园林局", "2025年6月底前"), ("市水务局", "9月底前")],
        ),
        (
            "2025年6月底前，由市园林局编制规划，6月30日17时前，市水务局完成清淤。",
            [("市园林局", "2025年6月底前"), ("市水务局", "6月30日17时前")],
        ),
        (
            "由市园林局牵头，市水务局配合，2025年6月底前完成规划，9月底前完成评审。",
            [
                ("市园林局", "2025年6月底前"),
                ("市水务局", "2025年6月底前"),
                ("市园林局", "9月底前"),
                ("市水务局", "9月底前"),
            ],
        ),
    ],
)
def test_of_several_limits_in_a_sentence_each_bounds_its_own(
    sentence: str, expected: list[tuple[str, str | None]]
) -> None:
    assert sorted(limits(sentence)) == sorted(expected)


@pytest.mark.parametrize("limit", ["春节前", "汛期前", "2025年第三季度末前", "本月底前", "下周五前", "2027年前"])
@pytest.mark.parametrize(
    "sentence", ["{limit}市园林局编制规划。", "请市园林局{limit}编制规划。", "市园林局{limit}编制规划。"]
)
def test_a_limit_beside_a_name_is_no_part_of_it(sentence: str, limit: str) -> None:
    assert [name for name, _ in limits(sentence.format(limit=limit))] == ["市园林局"]
