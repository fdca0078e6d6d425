"""What counts only beside others of its kind: bodies behind the tasks of a list, brackets of bare names."""

from __future__ import annotations

import pytest
from texts import triples

from raci.pipeline import extract

R, L = "responsible", "lead"
MARKED = ("annotation", "inherited", "table")


def rows(text: str) -> list[tuple[str, str, str]]:
    return triples(extract(text, basis=MARKED))


@pytest.mark.parametrize("sign", ["：", "——", "—", ": "])
def test_bodies_behind_the_tasks_of_a_list_are_theirs(sign: str) -> None:
    tasks = ["雨污分流", "公园绿化", "校园周边整治"]
    bodies = ["市水务局牵头", "市园林局", "市公安局、市教育局"]
    lines = [f"{number}、{task}{sign}{names}；" for number, task, names in zip("一二三", tasks, bodies, strict=True)]
    assert rows("关于明确分工的通知\n\n" + "\n".join(lines)) == [
        ("雨污分流", "市水务局", L),
        ("公园绿化", "市园林局", R),
        ("校园周边整治", "市公安局", R),
        ("校园周边整治", "市教育局", R),
    ]


@pytest.mark.parametrize(
    "line", ["报送单位：市统计局", "发证机关：市住建局", "咨询单位：市教育局", "联系部门：市民政局"]
)
def test_facts_of_a_service_are_no_tasks(line: str) -> None:
    text = f"办事指南\n\n一、{line}\n二、受理时间：工作日\n三、申请材料：身份证\n四、办理地点：市政务服务中心\n"
    assert rows(text) == []


def test_a_bracket_of_bare_names_counts_beside_sentences_of_names_and_verbs() -> None:
    text = (
        "二、扩大供给\n（一）发展助餐服务。支持各类主体参与。省民政厅牵头，各市人民政府落实。\n"
        "（二）优化健康服务。推动医院设立专科。（省卫生健康委、省中医药局）\n"
        "（三）丰富文体服务。省文化和旅游厅、省体育局按职责分工负责。\n"
    )
    assert rows(text) == [("优化健康服务", "省卫生健康委", R), ("优化健康服务", "省中医药局", R)]


def test_alone_in_running_text_it_does_not() -> None:
    text = (
        "二、扩大供给\n（一）发展助餐服务。各地积极探索。\n"
        "（二）优化健康服务。有关部门给予肯定（省卫生健康委、省中医药局）。\n"
    )
    assert rows(text) == []


CLOSED = """云泽市创建方案
1.改造管网5公里。市水务局、市住建局
2.新建公园2个。{}
3.建立台账。每月更新一次。
4.开展巡查。市城管局
"""


def test_bodies_that_items_close_with_are_theirs() -> None:
    assert rows(CLOSED.format("市园林局、各区政府")) == [
        ("改造管网5公里", "市水务局", R),
        ("改造管网5公里", "市住建局", R),
        ("新建公园2个", "市园林局", R),
        ("新建公园2个", "各区政府", R),
        ("开展巡查", "市城管局", R),
    ]


@pytest.mark.parametrize("headings", [("参会单位", "列席单位", "邀请单位"), ("一等奖", "二等奖", "三等奖")])
def test_rosters_are_nobodys_tasks(headings: tuple[str, ...]) -> None:
    names = ("市财政局、市教育局", "市水利局、市审计局", "市城管局")
    lines = (f"{number}.{head}。{names[number - 1]}\n" for number, head in enumerate(headings, 1))
    assert rows("关于召开会议的通知\n" + "".join(lines)) == []


def test_two_items_that_close_so_are_too_few() -> None:
    assert rows(CLOSED.format("每区一个。")) == []


def test_numbered_topics_with_bodies_below_a_heading_of_tasks_are_tasks() -> None:
    lines = "1.安全环保：市生态环境局、市应急局。\n2.采购领域：市财政局。\n3.企业服务：市工商联。\n"
    assert rows(f"一、重点任务\n{lines}") == [
        ("安全环保", "市生态环境局", R),
        ("安全环保", "市应急局", R),
        ("采购领域", "市财政局", R),
        ("企业服务", "市工商联", R),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "三、机构设置\n1.党群口：县委组织部、县委宣传部。\n2.政法口：县公安局、县法院。\n3.经济口：县财政局。\n",
        "表彰名单\n1.先进集体：县财政局、县教育局\n2.优秀组织奖：县水利局\n3.进步奖：县林业局\n",
        "重点工作任务分工\n1.资金来源：县财政局\n2.参会单位：县水利局\n3.联系单位：县林业局\n",
    ],
)
def test_numbered_lists_of_bodies_are_no_tasks(lines: str) -> None:
    assert rows(lines) == []


def test_a_line_that_notes_the_roles_counts_alone_and_so_do_those_beside_it() -> None:
    lines = "2.1 安全环保：安环部、各生产基地。\n2.2 数据安全：信息技术部（主责），市场部（配合）。\n"
    assert rows(f"二、重点任务\n{lines}") == [
        ("安全环保", "安环部", R),
        ("安全环保", "各生产基地", R),
        ("数据安全", "信息技术部", R),
        ("数据安全", "市场部", "support"),
    ]


def test_bodies_that_items_close_with_count_beside_sentences_of_who_does_it() -> None:
    lines = "1.走访困难群众。区民政局牵头，各街道配合。\n2.保障蔬菜供应。区商务局、区发改局。\n"
    lines += "3.举办年货节。区商务局承办，区供销社协办。\n"
    found = triples(extract(f"节日工作安排\n{lines}"))
    assert [row for row in found if row[0] == "保障蔬菜供应"] == [
        ("保障蔬菜供应", "区商务局", R),
        ("保障蔬菜供应", "区发改局", R),
    ]


def test_a_month_before_a_colon_is_not_all_of_a_task() -> None:
    text = "三月：植树节活动（团委、工会）\n第二季度：消防演练和安全教育（保卫处）\n九月：新生军训活动（学工处）\n"
    assert [task for task, *_ in rows(text)] == [
        "三月：植树节活动",
        "三月：植树节活动",
        "第二季度：消防演练和安全教育",
        "九月：新生军训活动",
    ]
