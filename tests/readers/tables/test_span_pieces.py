"""Web pages as crawlers give them: a line for each run of letters, blanks of other widths, hosts in the foot."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse, extract


def rows(text: str) -> set[tuple[str, str, str]]:
    return {(one.clause.heading, one.department.name, one.role) for one in extract(text)}


PIECES = """
青原县家政服务若干措施


一、培训
家政服务员
。每年不少于
12
期，发放补贴（责任单位：
县
人社局、
县
财政局
）


二、支持
“
员工制
”
企业。减免社保（责任单位：
县
商务局
、
县
税务局）
"""
ONE_LINE = (
    "一、扩大托位供给。　 新建园所6处 。 （责任单位：县卫健局 、 县教育局 ） "
    "二 、 降低收费 。 落实补贴 ， 按季拨付 。 （责任单位：县财政局 、 县发改局 ）"
)
LABELLED = (
    "县政府办关于加快住房供应的通知 现通知如下： 一、增加供地。 落实计划。 责任单位：县自然资源局、各镇人民政府 "
    "二、 稳定价格。 加强备案。 责任单位：县发改局、县住建局"
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            PIECES,
            {
                ("培训家政服务员", "县人社局", "responsible"),
                ("培训家政服务员", "县财政局", "responsible"),
                ("支持“员工制”企业", "县商务局", "responsible"),
                ("支持“员工制”企业", "县税务局", "responsible"),
            },
        ),
        (
            ONE_LINE,
            {
                ("扩大托位供给", "县卫健局", "responsible"),
                ("扩大托位供给", "县教育局", "responsible"),
                ("降低收费", "县财政局", "responsible"),
                ("降低收费", "县发改局", "responsible"),
            },
        ),
        (
            LABELLED,
            {
                ("增加供地", "县自然资源局", "responsible"),
                ("增加供地", "各镇人民政府", "responsible"),
                ("稳定价格", "县发改局", "responsible"),
                ("稳定价格", "县住建局", "responsible"),
            },
        ),
    ],
)
def test_a_paragraph_in_pieces_is_one(text: str, wanted: set[tuple[str, str, str]]) -> None:
    assert rows(text) == wanted


def test_em_spaces_part_paragraphs_as_ideographic_ones_do() -> None:
    parts = ["青原县促消费措施", "一、发放消费券", f"{'满减优惠，' * 30}（责任单位：县商务局）"]
    parts += ["二、举办展会", f"{'搭建平台，' * 30}（责任单位：县文旅局）"]
    wanted = {("发放消费券", "县商务局", "responsible"), ("举办展会", "县文旅局", "responsible")}
    assert rows("\u2003\u2003".join(parts)) == rows("\u3000\u3000".join(parts)) == wanted


def test_hosts_in_the_foot_of_a_page_have_no_task() -> None:
    plan = "青原县清单\n1.检修电梯。\n责任单位：县市场监管局\n2.清理水面。\n责任单位：县水利局\n"
    foot = "主办单位：中共青原县委宣传部\n承办单位：青原新闻网\n浏览次数：88\n"
    assert rows(plan + foot) == rows(plan)
    assert rows("1.举办读书节。\n主办单位：县文旅局\n浏览次数：88\n") == {("举办读书节", "县文旅局", "lead")}


def test_another_name_of_a_body_is_no_duty() -> None:
    plan = "".join(f"{n}.整修道路{n}处。（县交通局）\n" for n in "1234")
    links = "相关网站\n国家新闻出版署（国家版权局）\n县市场监督管理局（县知识产权局）\n"
    assert rows(plan + links) == rows(plan)
    assert not any(finding.check == "unread" for finding in analyse(plan + links).findings)


@pytest.mark.parametrize("zone", ["高新区管委会", "云岭经开区管委会"])
def test_counties_in_general_share_no_committee_of_a_zone(zone: str) -> None:
    text = f"1.清理闲置用地。（责任单位：市自然资源局，各县（市、区）、{zone}）"
    assert {name for _, name, _ in rows(text)} == {"市自然资源局", "各县（市、区）", zone}
