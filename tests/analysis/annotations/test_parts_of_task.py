"""Annotations that give a part of the task to some (其中…由…负责), and roles in one letter behind names."""

from __future__ import annotations

import pytest
from texts import clause, said

from raci.pipeline import extract

L, R, S = "lead", "responsible", "support"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("（区城管局牵头，其中涉及消防的由区消防大队负责）", [("区城管局", L), ("区消防大队", R)]),
        ("（区民政局、区商务局；医疗由区卫健局负责）", [("区民政局", R), ("区商务局", R), ("区卫健局", R)]),
        ("（区民政局、区商务局，其中医疗由区卫健局牵头）", [("区民政局", R), ("区商务局", R), ("区卫健局", L)]),
        ("（责任单位：区交通局；国省道由公路中心、养护公司负责）", [("区交通局", R), ("公路中心", R), ("养护公司", R)]),
        ("（配合单位：区教育局，具体事务由区会计中心承办）", [("区教育局", S), ("区会计中心", R)]),
        (
            "（区财政局牵头，除甲项由区水利局负责外，其余由各乡镇负责）",
            [("区财政局", L), ("区水利局", R), ("各乡镇", R)],
        ),
        ("（绿道类由市园林局牵头；水系类由市水务局牵头）", [("市园林局", L), ("市水务局", L)]),
        ("（设备由物资部采购，安装由工程部负责）", [("物资部", R), ("工程部", R)]),
        ("（各街道办事处，区财政局保障经费）", [("各街道办事处", R), ("区财政局", R)]),
        ("（区城管委、区城投集团，区发改委做好要素保障）", [("区城管委", R), ("区城投集团", R), ("区发改委", R)]),
        ("（①水利站牵头②各村配合）", [("水利站", L), ("各村", S)]),
        ("（区公安局牵头，其余单位配合）", [("区公安局", L), ("其余单位", S)]),
    ],
)
def test_a_part_of_the_task_has_its_bodies(words: str, named: list[tuple[str, str]]) -> None:
    assert said(clause(words)) == named


@pytest.mark.parametrize(
    "words", ["（费用由中标企业承担）", "（区财政局补助，群众自筹）", "（市场由供需决定，价格由企业确定）"]
)
def test_sentences_in_brackets_name_nobody(words: str) -> None:
    assert said(clause(words)) == []


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("经发办（主），财政所（辅）", [("经发办", L), ("财政所", S)]),
        ("村建所（主）、水利站（协）、各村", [("村建所", L), ("水利站", S), ("各村", R)]),
        ("责任单位：县水利局（主）、县财政局（配）", [("县水利局", L), ("县财政局", S)]),
    ],
)
def test_one_letter_in_a_bracket_may_be_the_role(words: str, named: list[tuple[str, str]]) -> None:
    assert said(clause(f"（{words}）")) == named


def test_one_letter_alone_makes_no_lead() -> None:
    assert said(clause("（责任单位：县水利局（主）、县财政局）")) == [("县水利局", R), ("县财政局", R)]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("（牵头单位，财政所；配合单位，经发办）", [("财政所", L), ("经发办", S)]),
        ("（牵头单位;村建所 配合单位;水利站）", [("村建所", L), ("水利站", S)]),
        ("（牵头单位 村建所 配合单位 水利站、经发办）", [("村建所", L), ("水利站", S), ("经发办", S)]),
        ("（牵头单位．村建所；配合单位、水利站）", [("村建所", L), ("水利站", S)]),
        ("（牵头：村建所/配合：水利站）", [("村建所", L), ("水利站", S)]),
        ("责任单位=>区水务局", [("区水务局", R)]),
        ("责任单位：区水务局；牵头单位调整为区住建局", [("区水务局", R), ("区住建局", L)]),
        ("责任单位：机电部，各矿", [("机电部", R), ("各矿", R)]),
        ("（市商务局､市交通局按职责分工负责）", [("市商务局", R), ("市交通局", R)]),
        ("责任人：王磊　李静", [("王磊", "leader"), ("李静", "leader")]),
        ("责任人：何 伟", [("何伟", "leader")]),
        ("责任单位：民政办（负责人：宁静，电话3321001）", [("宁静", "leader"), ("民政办", R)]),
    ],
)
def test_odd_signs_between_labels_and_names(words: str, named: list[tuple[str, str]]) -> None:
    assert said(clause(words)) == named


@pytest.mark.parametrize("words", ["明确牵头单位、责任单位和完成时限。", "加强与公安、通信部门协作"])
def test_words_on_bodies_in_general_name_nobody(words: str) -> None:
    assert said(clause(words)) == []


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("（权益部负责　各基层工会配合）", [("权益部", R), ("各基层工会", S)]),
        ("【责任河长：王建军】【技术指导：县水利局】", [("王建军", "leader"), ("县水利局", "guide")]),
        ("（县住建局；县交通局；分别按职责负责）", [("县住建局", R), ("县交通局", R)]),
        ("（县消防大队负责，县住建局督促物业落实）", [("县消防大队", R), ("县住建局", "guide")]),
        ("课题组长：副县长江某；牵头单位：县民政局", [("副县长江某", "leader"), ("县民政局", L)]),
        ("链长：副县长李某；揭榜单位：北川大学", [("副县长李某", "leader"), ("北川大学", R)]),
    ],
)
def test_rarer_labels_and_blanks(words: str, named: list[tuple[str, str]]) -> None:
    assert said(clause(words)) == named


def test_brackets_within_a_sentence_may_close_its_parts() -> None:
    text = (
        "云溪市数字政府任务\n1.建成政务云（市数据局、电信公司，6月底前），完成上云（各单位，12月底前）。\n"
        "2.改造校舍（市教育局）；修卫生院（市卫健局）。\n3.覆盖试点镇（城关镇、东山镇）；建成中心（市水利局）。\n4.参加广交会。"
    )
    named = [one.department.name for one in extract(text)]
    assert named == ["市数据局", "电信公司", "各单位", "市教育局", "市卫健局", "市水利局"]
