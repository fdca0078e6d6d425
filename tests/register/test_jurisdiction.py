"""Whose document it is."""

from __future__ import annotations

import pytest

from raci.register.compiling import built_in
from raci.register.jurisdiction import DocumentWords, find_jurisdiction
from raci.register.name_reader import read_name


def of(
    title: str = "", issuer: str = "", number: str = "", addressees: str = "", text: str = "", names: str = ""
) -> tuple[str | None, str]:
    register = built_in()
    readings = [read_name(name, register) for name in names.split()]
    context = find_jurisdiction(DocumentWords(title, issuer, number, addressees, text, register), readings)
    return context.level, context.place.name if context.place else context.place_name


def test_nothing_tells_nothing() -> None:
    assert of("关于加强河道整治的若干措施") == (None, "")


@pytest.mark.parametrize(
    ("title", "level", "place"),
    [
        ("甘肃省人民政府办公厅关于印发河道整治方案的通知", "province", "甘肃省"),
        ("江西省抚州市广昌县河道整治方案", "county", "广昌县"),
        ("甘肃2024年河道整治方案", "province", "甘肃省"),
        ("国务院办公厅关于印发河道整治方案的通知", "national", ""),
        ("青溪县河道整治方案", "county", "青溪县"),
        ("西双版纳傣族自治州河道整治方案", "city", "西双版纳傣族自治州"),
        ("重庆市2026年河道整治分工", "province", "重庆市"),
        ("青城市2026年河道整治方案", "city", "青城市"),
        ("第八师石河子市2026年河道整治方案", "city", "第八师石河子市"),
        ("八师石河子市河道整治方案", "city", "第八师石河子市"),
        ("第十二师河道整治方案", "city", "第十二师"),
        ("新疆生产建设兵团2026年河道整治方案", "province", "新疆生产建设兵团"),
        ("石河子市河道整治方案", "county", "石河子市"),
        # verbs and kinds of towns are no places
        ("加快城市河道整治方案", None, ""),
        ("海绵城市建设方案", None, ""),
        ("推进全市河道整治方案", None, ""),
        ("规范集市管理方案", None, ""),
    ],
)
def test_the_title(title: str, level: str | None, place: str) -> None:
    assert of(title) == (level, place)


def test_the_issuer_where_the_title_is_silent() -> None:
    assert of("河道整治方案", issuer="大同市人民政府") == ("city", "大同市")


def test_the_number() -> None:
    assert of("河道整治方案", number="国办发〔2016〕9号") == ("national", "")
    assert of("河道整治方案", number="沪府办发〔2019〕9号", names="市财政局") == ("province", "上海市")
    assert of("河道整治方案", number="闽政〔2019〕9号", names="省财政厅 省公安厅") == ("province", "福建省")


def test_the_addressees() -> None:
    assert of("河道整治方案", addressees="各省、自治区、直辖市人民政府：") == ("national", "")
    assert of("河道整治方案", addressees="各县（区）人民政府，市直各部门：")[0] == "city"


@pytest.mark.parametrize(
    ("text", "level", "place"),
    [
        ("北京市2026年河道整治分工\n各区人民政府：", "province", "北京市"),
        ("大同市人民政府关于河道整治的通知\n各县区：", "city", "大同市"),
        ("青溪县2026年河道整治分工\n各乡镇：", "county", "青溪县"),
        ("北京市的河道众多。\n各处：", None, ""),
        ("河道整治分工\n北京市2026年的河道", None, ""),
    ],
)
def test_the_first_line_where_no_title_was_found(text: str, level: str | None, place: str) -> None:
    assert of("a-file", text=text) == (level, place)


def test_a_municipality_is_meant_where_the_addressees_are_those_of_a_city() -> None:
    text = "近年来，重庆市河道众多。重庆市继续整治。"
    assert of("a-file", addressees="各区人民政府，市政府各部门：", text=text) == ("province", "重庆市")


def test_the_names_in_it_and_the_place_that_the_text_names_most() -> None:
    text = "大同市河道众多。大同市将开展整治，借鉴太原市经验。大同市财政局安排资金。"
    assert of("河道整治方案", text=text, names="市财政局 市水务局 县财政局") == ("city", "大同市")


def test_a_city_that_is_told_to_work_with_the_province_stays_a_city() -> None:
    jurisdiction = of("河道整治方案", number="同政办发〔2019〕9号", names="市财政局 市水务局 省水利厅")
    assert jurisdiction[0] == "city"


@pytest.mark.parametrize("issuer", ["生态环境部", "工业和信息化部办公厅", "中华人民共和国国务院", "最高人民法院"])
def test_who_issued_it_says_more_than_the_place_in_its_title(issuer: str) -> None:
    assert of("关于湖北省赤壁市水库工程报告书的批复", issuer) == ("national", "")


def test_the_line_of_addressees_names_no_place_of_the_document() -> None:
    addressees = "各县区人民政府,西城区管委会,市直有关部门:"
    names = "人行漯河市中心支行 人行漯河市中心支行 市财政局"
    assert of(addressees=addressees, text=f"{addressees}\n一、加大支持。", names=names) == ("city", "漯河市")


def test_a_province_may_stand_within_the_title_of_a_provinces_document() -> None:
    assert of("数字山东行动方案", names="省财政厅 省教育厅") == ("province", "山东省")
    assert of("山东河北协同方案", names="省财政厅 省教育厅") == ("province", "")
    assert of("数字山东行动方案", names="市财政局 市教育局") == ("city", "")


@pytest.mark.parametrize(
    ("issuer", "addressees", "level"),
    [
        ("省商务厅", "", "province"),
        ("", "各县(区)政府(管委会),市直各相关单位:根据省住建厅通知,按省委省政府要求", "city"),
        ("市场监管总局", "", "national"),
    ],
)
def test_the_level_is_that_of_issuer_and_addressees(issuer: str, addressees: str, level: str) -> None:
    assert of(issuer=issuer, addressees=addressees)[0] == level
