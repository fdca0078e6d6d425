"""Who carries the duty later."""

from __future__ import annotations

import pytest

from raci.register.compiling import built_in
from raci.register.name_reader import read_name
from raci.register.succession import find_current, find_successors

REGISTER = built_in()


def now(name: str, year: int) -> list[str | None]:
    return [body.canonical for body in find_current(read_name(name, REGISTER), year, REGISTER)]


@pytest.mark.parametrize("name", ["县水利局", "市公安局", "财政部", "拱北海关", "省科技厅", "某某小组"])
def test_what_no_reform_touched_stays(name: str) -> None:
    reading = read_name(name, REGISTER)
    assert find_successors(reading, 2026, REGISTER) == ()
    assert find_current(reading, 2026, REGISTER) == (reading,)


@pytest.mark.parametrize("name", ["镇应急办", "街道应急管理办公室", "镇综治办", "镇国土资源所"])
def test_reforms_from_above_end_no_office_of_a_town(name: str) -> None:
    reading = read_name(name, REGISTER)
    assert (reading.level, reading.valid_to) == ("township", None)
    assert find_current(reading, 2026, REGISTER) == (reading,)


def test_before_the_reform_it_is_still_there() -> None:
    assert now("省国土资源厅", 2017) == ["省国土资源厅"]
    assert now("省国土资源厅", 2018) == ["省自然资源厅"]


@pytest.mark.parametrize(
    ("name", "year", "canonical"),
    [
        ("甘肃省国土资源厅", 2026, ["甘肃省自然资源厅"]),
        ("市卫生局", 2014, ["市卫生和计划生育委员会"]),
        ("市卫生局", 2026, ["市卫生健康委员会"]),
        ("县扶贫办", 2022, ["县乡村振兴局"]),
        ("县扶贫办", 2026, ["县农业农村局"]),
        ("县地税局", 2026, ["县税务局"]),
        ("银监会", 2020, ["中国银行保险监督管理委员会"]),
        ("银监会", 2026, ["国家金融监督管理总局"]),
        ("河北银监局", 2026, ["国家金融监督管理总局河北监管局"]),
        ("人行兰州中心支行", 2026, ["中国人民银行甘肃省分行"]),
        ("人行大同市中心支行", 2026, ["中国人民银行大同市分行"]),
        ("甘肃检验检疫局", 2026, ["兰州海关"]),
        ("市公安消防支队", 2026, ["市消防救援支队"]),
        ("上海市环保局", 2026, ["上海市生态环境局"]),
        ("上海市经信委", 2026, ["上海市经济和信息化委员会"]),
        ("北京市经信委", 2026, ["北京市经济和信息化局"]),
        ("重庆市旅发委", 2026, ["重庆市文化和旅游发展委员会"]),
        ("天津市规划局", 2026, ["天津市规划和自然资源局"]),
        ("山东检验检疫局", 2026, ["青岛海关"]),
        ("国防科工委", 2026, ["工业和信息化部", "国家国防科技工业局"]),
        ("国家电监会", 2026, ["国家能源局"]),
        ("公安部消防局", 2020, ["应急管理部消防救援局"]),
        ("公安部消防局", 2026, ["国家消防救援局"]),
        ("国务院金融稳定发展委员会", 2026, ["中央金融委员会", "中央金融委员会办公室"]),
        ("外专局", 2020, ["科学技术部"]),
        ("市监察局", 2026, ["市监察委员会"]),
        ("市综治办", 2026, ["市委政法委员会"]),
        ("省政府应急办", 2026, ["省应急管理厅"]),
        ("省林业厅", 2026, ["省林业局", "省林业和草原局"]),
        ("省林业局", 2026, ["省林业局"]),
        ("省公务员局", 2026, ["省委组织部"]),
        ("人民银行营业管理部", 2026, ["中国人民银行北京市分行"]),
        ("人行凉山州中心支行", 2026, ["中国人民银行凉山州分行"]),
        ("人行阳高县支行", 2026, ["中国人民银行大同市分行"]),
        ("襄樊市财政局", 2026, ["襄阳市财政局"]),
        # places that came to others: from the year of the change on, the bodies of several where it was split
        ("下城区教育局", 2020, ["下城区教育局"]),
        ("下城区教育局", 2021, ["拱墅区教育局"]),
        ("杭州市江干区水利局", 2026, ["杭州市上城区水利局", "杭州市钱塘区水利局"]),
        ("崇文区卫生局", 2026, ["东城区卫生健康局"]),
        ("莱芜市财政局", 2017, ["莱芜市财政局"]),
        ("莱芜市财政局", 2026, ["济南市财政局", "莱芜区财政局", "钢城区财政局"]),
        ("莱芜市中级人民法院", 2026, ["济南市中级人民法院"]),
        ("人行莱芜市中心支行", 2026, ["中国人民银行济南市分行"]),
        ("原卢湾区教育局", 2026, ["黄浦区教育局"]),
        ("原市国土局", 2026, ["市自然资源局", "市自然资源和规划局"]),
        ("原国土资源部", 2026, ["自然资源部"]),
        ("原平市财政局", 2026, ["原平市财政局"]),
        ("原州区财政局", 2026, ["原州区财政局"]),
        ("海安县人民政府", 2026, ["海安市人民政府"]),
        ("邢台市桥东区民政局", 2026, ["邢台市襄都区民政局"]),
        ("张家口市桥东区民政局", 2026, ["张家口市桥东区民政局"]),
        ("余杭区教育局", 2026, ["余杭区教育局"]),
    ],
)
def test_the_body_at_a_date(name: str, year: int, canonical: list[str]) -> None:
    assert now(name, year) == canonical


def test_a_duty_that_was_split_has_several() -> None:
    assert now("铁道部", 2014) == ["交通运输部", "国家铁路局", "中国铁路总公司"]
    assert set(now("省地方金融监管局", 2026)) == {"省委金融委员会办公室", "省地方金融管理局"}


def test_the_chain_stands_in_the_order_of_time() -> None:
    chain = [body.canonical for body in find_successors(read_name("卫生部", REGISTER), 2026, REGISTER)]
    assert chain == ["国家卫生和计划生育委员会", "国家卫生健康委员会"]
