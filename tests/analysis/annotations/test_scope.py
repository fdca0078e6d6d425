"""Which clause an annotation speaks for, and which clauses take it over."""

from __future__ import annotations

import pytest
from texts import MARKED, NOISE

from raci.model import Assignment
from raci.pipeline import extract

A, B, C = NOISE[:3]


def rows(text: str) -> list[tuple[str, str, str, str]]:
    """(task, department, role, basis) in order."""

    def row(one: Assignment) -> tuple[str, str, str, str]:
        return one.clause.heading, one.department.name, one.role, one.basis

    return [row(one) for one in extract(text, basis=MARKED)]


def own(text: str) -> list[tuple[str, str]]:
    """(task, department) of what is said of a task itself."""
    return [(task, name) for task, name, _, basis in rows(text) if basis == "annotation"]


def inherited(text: str) -> list[tuple[str, str, str | None]]:
    """(task, department, from where) of what a task takes over."""
    return [
        (one.clause.heading, one.department.name, one.inherited_from)
        for one in extract(text, basis=MARKED)
        if one.basis == "inherited"
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"一、任务\n（一）优化布局。{A}（责任单位：市商务局）\n（二）完善设施。{B}（责任单位：市财政局）\n",
        f"一、任务\n（一）优化布局。{A}\n责任单位：市商务局\n（二）完善设施。{B}\n责任单位：市财政局\n",
        f"一、任务\n（一）优化布局\n责任单位：市商务局\n{A}\n（二）完善设施\n责任单位：市财政局\n{B}\n",
        f"一、任务\n（一）优化布局\n{A}\n（责任单位：市商务局）\n（二）完善设施\n{B}\n（责任单位：市财政局）\n",
        f"一、优化布局。{A}（责任单位：市商务局）\n二、完善设施。{B}（责任单位：市财政局）\n",
        f"1.优化布局。{A}\n政策依据：云政发〔2022〕6号\n执行期限：长期\n责任单位：市商务局\n咨询电话：00000\n"
        f"2.完善设施。{B}\n政策依据：云政发〔2022〕7号\n执行期限：暂无\n责任单位：市财政局\n咨询电话：00000\n",
        f"优化布局。{A}（责任单位：市商务局）\n完善设施。{B}（责任单位：市财政局）\n",
        f"（一）优化布局。{A}（责任单位：市商务局）（二）完善设施。{B}（责任单位：市财政局）",
    ],
)
def test_an_annotation_speaks_for_the_clause_that_it_closes_or_stands_under(text: str) -> None:
    assert rows(text) == [
        ("优化布局", "市商务局", "responsible", "annotation"),
        ("完善设施", "市财政局", "responsible", "annotation"),
    ]


HEADING = f"""一、重点任务
（一）建设街区（牵头单位：市商务局，责任单位：市住建局）
1.完善规划。{A}
2.推进改造。{B}{{}}
（二）强化保障。{C}（责任单位：市财政局）
"""


def test_an_annotation_on_a_heading_speaks_for_its_children_and_says_so() -> None:
    from_ = "（一）建设街区"
    assert own(HEADING.format("")) == [("建设街区", "市商务局"), ("建设街区", "市住建局"), ("强化保障", "市财政局")]
    assert inherited(HEADING.format("")) == [
        ("完善规划", "市商务局", from_),
        ("完善规划", "市住建局", from_),
        ("推进改造", "市商务局", from_),
        ("推进改造", "市住建局", from_),
    ]


@pytest.mark.parametrize(
    ("annotation", "taken"),
    [
        ("（责任单位：市城管局）", ["市商务局"]),  # the lead that it lacks
        ("（牵头单位：市城管局）", []),
        ("（牵头单位：市城管局，责任单位：市公安局）", []),
    ],
)
def test_a_child_with_bodies_of_its_own_takes_over_only_what_it_lacks(annotation: str, taken: list[str]) -> None:
    text = HEADING.format(annotation)
    assert [name for task, name, _ in inherited(text) if task == "推进改造"] == taken
    assert ("推进改造", "市城管局") in own(text)


def test_an_annotation_on_a_chapter_stays_within_it() -> None:
    text = f"一、任务（责任单位：市商务局）\n（一）优化布局。{A}\n二、保障\n（一）资金保障。{B}\n"
    assert {task for task, *_ in rows(text)} == {"任务", "优化布局"}


def test_an_annotation_after_the_last_of_several_items_speaks_for_all_of_them() -> None:
    text = f"一、任务\n（一）优化布局。{A}\n（二）完善设施。{B}\n（三）加强管理。{C}\n责任单位：市商务局\n二、保障\n"
    assert own(text) == [("任务", "市商务局")]
    assert inherited(text) == [(task, "市商务局", "一、任务") for task in ("优化布局", "完善设施", "加强管理")]


def test_but_only_for_the_last_where_another_has_its_own() -> None:
    text = f"一、任务\n（一）优化布局。{A}（责任单位：市财政局）\n（二）完善设施。{B}\n责任单位：市商务局\n二、保障\n"
    assert rows(text) == [
        ("优化布局", "市财政局", "responsible", "annotation"),
        ("完善设施", "市商务局", "responsible", "annotation"),
    ]


def test_of_a_heading_with_bodies_for_its_own_words_the_line_below_the_items_is_theirs() -> None:
    text = (
        f"一、建设街区\n{A}\n责任单位：市商务局\n"
        f"（一）优化布局。{B}\n（二）完善设施。{C}\n责任单位：市财政局\n"
        f"二、稳定就业\n{A}\n责任单位：市人社局\n"
    )
    assert [(task, name) for task, name, _, _ in rows(text) if task != A.rstrip("。")][-3:] == [
        ("优化布局", "市财政局"),
        ("完善设施", "市财政局"),
        ("稳定就业", "市人社局"),
    ]
    assert ("建设街区", "市财政局") not in own(text)


@pytest.mark.parametrize("numbers", ["（一） （二） (一） （二）", "1. 2. 1. 2."])
def test_items_that_are_numbered_anew_behind_a_line_have_a_line_of_their_own(numbers: str) -> None:
    first, second, third, fourth = numbers.split()
    text = (
        f"一、建设街区\n{first}优化布局。{A}\n{second}完善设施。{B}\n责任单位：市商务局\n"
        f"{third}培育主体。{C}\n{fourth}拓展市场。{A}\n责任单位：市财政局\n"
    )
    assert [(task, name) for task, name, _, _ in rows(text)] == [
        ("建设街区", "市商务局"),
        ("优化布局", "市商务局"),
        ("完善设施", "市商务局"),
        ("培育主体", "市财政局"),
        ("拓展市场", "市财政局"),
    ]


@pytest.mark.parametrize("between", ["", f"{C}\n", f"{C}\n完成时限：2025年底前\n"])
def test_and_of_a_heading_without_bodies_it_is_the_heading_s(between: str) -> None:
    text = f"一、建设街区\n{between}（一）优化布局。{A}\n（二）完善设施。{B}\n责任单位：市财政局\n"
    assert own(text) == [("建设街区", "市财政局")]


def test_each_paragraph_of_a_clause_may_have_its_own() -> None:
    text = f"（一）建设街区\n{A}（责任单位：市商务局）\n{B}（责任单位：市财政局）\n（二）强化保障。{C}\n"
    assert [(name, basis) for _, name, _, basis in rows(text)] == [
        ("市商务局", "annotation"),
        ("市财政局", "annotation"),
    ]
    assert len({task for task, *_ in rows(text)}) == 2


def test_an_annotation_at_the_end_of_the_paragraphs_of_a_clause_is_the_clause_s() -> None:
    text = f"（一）建设街区\n{A}\n{B}\n责任单位：市商务局\n（二）强化保障。{C}（责任单位：市财政局）\n"
    assert own(text) == [("建设街区", "市商务局"), ("强化保障", "市财政局")]


def test_an_annotation_before_all_clauses_is_not_lost() -> None:
    assert [name for _, name, _, _ in rows(f"（责任单位：市商务局）\n{A}\n")] == ["市商务局"]


@pytest.mark.parametrize(
    "text",
    [
        f"一、任务\n（一）优化布局\n{A}\n{B}\n（责任单位：市商务局）\n（二）完善设施。{C}（责任单位：市财政局）\n",
        f"一、优化布局\n{A}\n{B}\n责任单位：市商务局\n二、完善设施\n{C}\n责任单位：市财政局\n",
    ],
)
def test_the_paragraphs_of_an_item_are_its_words_and_take_nothing_over(text: str) -> None:
    assert [row[:2] for row in rows(text)] == [("优化布局", "市商务局"), ("完善设施", "市财政局")]
    assert inherited(text) == []


def test_a_label_line_numbered_like_the_one_item_above_it_is_the_heading_s() -> None:
    text = (
        f"一、配套\n（一）供水设施\n1.优化布局。{A}\n2.责任单位：市水务局\n"
        f"（二）供气设施\n1.完善设施。{B}\n2.责任单位：市城管局\n"
    )
    assert [row[:2] for row in rows(text)] == [("供水设施", "市水务局"), ("供气设施", "市城管局")]


def test_a_label_line_numbered_like_several_items_above_it_speaks_for_them() -> None:
    text = (
        f"一、配套\n（一）供水设施\n1.优化布局。{A}\n2.完善设施。{B}\n3.责任单位：市水务局\n"
        f"（二）其他。{C}（责任单位：市城管局）\n"
    )
    assert inherited(text) == [(task, "市水务局", "（一）供水设施") for task in ("优化布局", "完善设施")]


@pytest.mark.parametrize("first", ["一、", "问题一："])
@pytest.mark.parametrize("measures", ["1.增加保洁人员。", "1.增加保洁人员。\n2.落实巡查制度。"])
def test_measures_take_nothing_over_and_the_label_line_below_them_is_the_problem_s(first: str, measures: str) -> None:
    block = (
        "清理不及时\n整改目标：日产日清。\n整改措施：\n"
        + measures
        + "\n牵头整改单位：区水务局\n协同整改单位：区城管局\n"
    )
    text = f"{first}{block}{first.replace('一', '二')}{block}"
    assert rows(text) == 2 * [
        ("清理不及时", "区水务局", "lead", "annotation"),
        ("清理不及时", "区城管局", "support", "annotation"),
    ]


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("督办事项：整治水体\n承办单位：区水务局\n协办单位：区城管局\n", ["区水务局", "区城管局"]),
        ("活动名称：同读一本书\n活动时间：6月1日\n主办单位：市文旅局\n", []),
    ],
)
def test_the_hosts_of_an_event_have_no_duty_and_those_of_a_task_sheet_have(sheet: str, expected: list[str]) -> None:
    assert [name for _, name, *_ in rows(sheet)] == expected


def test_a_paragraph_with_a_lead_sentence_is_a_task_where_others_are() -> None:
    first = f"（一）建设街区\n{A}\n打通步道。{B}（责任单位：市商务局）\n补种树木。{C}（责任单位：市财政局）\n"
    second = f"（二）修复山体\n{A}\n治理矿坑。{B}（责任单位：市教育局）\n"
    assert own(first + second)[-1] == ("治理矿坑", "市教育局")
    assert own(second) == [("修复山体", "市教育局")]


def test_nor_where_another_has_paragraphs_of_its_own() -> None:
    text = f"一、重点任务\n（一）巡河护岸。{A}\n{B}\n（二）清理河面。{C}\n责任单位：市城管局\n"
    assert own(text) == [("清理河面", "市城管局")]
    assert inherited(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "（三）强化值守。（1）领导带班。（责任单位：市应急局）（2）信息报送。（责任单位：市政府办公室）",
        "（三）强化值守。（1）领导带班，责任单位：市应急局；（2）信息报送，责任单位：市政府办公室。",
        "（三）强化值守。①领导带班（市应急局负责）；②信息报送（市政府办公室负责）。",
        "3.强化值守。1）领导带班（市应急局负责）；2）信息报送（市政府办公室负责）。",
    ],
)
def test_parts_of_a_line_that_name_their_own_bodies_are_tasks(text: str) -> None:
    assert own(text) == [("领导带班", "市应急局"), ("信息报送", "市政府办公室")]


@pytest.mark.parametrize(
    "text",
    [
        "（三）强化值守。对（1）领导带班、（2）信息报送等加强检查。（责任单位：市应急局）",
        "（三）强化值守。包括①领导带班；②信息报送。（责任单位：市应急局）",
    ],
)
def test_parts_that_name_nobody_are_words_of_their_line(text: str) -> None:
    assert own(text) == [("强化值守", "市应急局")]


@pytest.mark.parametrize("gap", ["", " ", "\u3000\u3000"])
def test_a_text_without_line_breaks_may_begin_with_its_title(gap: str) -> None:
    text = (
        f"柳溪县耕地保护方案{gap}一、严守红线。逐级签订责任书。（县自然资源局牵头）{gap}"
        f"二、恢复地力。推广秸秆还田。（县农业农村局牵头）"
    )
    assert own(text) == [("严守红线", "县自然资源局"), ("恢复地力", "县农业农村局")]


def test_a_run_on_body_below_the_furniture_of_a_page() -> None:
    text = (
        "来源：柳溪市人民政府网站 发布日期：2026-02-03\n【字体：大 中 小】\n柳溪市营商环境提升方案\n"
        f"一、主要任务1.压减审批时限。{A}（责任单位：市行政审批局）2.规范中介服务。{B}（责任单位：市发改委）"
        f"二、保障措施1.加强统筹。{C}（责任单位：市政府办公室）\n"
    )
    assert own(text) == [("压减审批时限", "市行政审批局"), ("规范中介服务", "市发改委"), ("加强统筹", "市政府办公室")]


def test_a_label_that_nobody_filled_in_is_no_task() -> None:
    text = "云泽市方案\n（一）整治河道\n清理淤泥。\n牵头领导：\n责任单位：市水利局\n完成时限：2025年6月底\n"
    rows = [(one.clause.heading, one.department.name) for one in extract(text)]
    assert rows == [("整治河道", "市水利局")]


ASIDES = ("12", "- 12 -", "图2  泵站示意图", "注：数据截至六月底。")


@pytest.mark.parametrize("aside", ASIDES)
def test_page_numbers_captions_and_notes_part_no_task_from_its_lines(aside: str) -> None:
    text = (
        f"（一）优化布局\n{A}\n{aside}\n责任单位：市商务局\n"
        f"（二）完善设施\n{B}\n牵头单位：市财政局\n{aside}\n配合单位：市教育局\n"
    )
    assert own(text) == [("优化布局", "市商务局"), ("完善设施", "市财政局"), ("完善设施", "市教育局")]
    items = f"（一）优化布局\n1.编制规划。\n{aside}\n2.划定范围。\n{aside}\n责任单位：市商务局\n（二）完善设施\n"
    assert own(items) == [("优化布局", "市商务局")]


def test_the_paragraph_between_a_heading_and_its_items_speaks_for_the_heading() -> None:
    text = f"一、任务\n（一）优化布局\n{A}（责任单位：市商务局）\n1.编制规划。\n2.划定范围。\n"
    assert own(text) == [("优化布局", "市商务局")]
    assert own(text.replace("规划。", "规划。（责任单位：市财政局）"))[-1] == ("编制规划", "市财政局")


def test_bodies_and_verbs_on_lines_below_two_tasks_are_theirs() -> None:
    lines = f"（一）优化布局\n{A}\n市商务局牵头，市财政局配合\n（二）完善设施\n{B}\n市教育局牵头，6月底前\n"
    assert own(lines) == [("优化布局", "市商务局"), ("优化布局", "市财政局"), ("完善设施", "市教育局")]


def test_a_heading_without_a_number_names_the_task_of_the_paragraph_below_it() -> None:
    text = f"一、任务\n完善冷链物流\n{A}（责任单位：市商务局）\n发展乡村旅游\n{B}（责任单位：市文旅局）\n"
    assert own(text) == [("完善冷链物流", "市商务局"), ("发展乡村旅游", "市文旅局")]
