"""What a name says in its place: the level left out, the document's place, national or local."""

from __future__ import annotations

import pytest

from raci.register.compiling import built_in
from raci.register.completing import complete_reading
from raci.register.name_reader import read_name
from raci.register.name_reading import NameContext, NameReading
from raci.register.option_values import parse_place

REGISTER = built_in()


def named(name: str, place: str = "", after: str = "") -> NameReading:
    context = parse_place(place, REGISTER)
    before = complete_reading(read_name(after, REGISTER), context, REGISTER) if after else None
    carried = read_name(after, REGISTER) if before else None
    return complete_reading(
        read_name(name, REGISTER),
        NameContext(context.place, context.level, None, context.place_name, carried),
        REGISTER,
    )


@pytest.mark.parametrize(
    "name", ["福建海事局", "兰州海关", "人行大同中支", "国家税务总局大同市税务局", "科技部", "各市州"]
)
def test_a_name_that_stands_by_itself_takes_no_level(name: str) -> None:
    alone = read_name(name, REGISTER).canonical
    assert named(name, after="省工信厅").canonical == alone
    assert named(name, "甘肃省").canonical == alone


@pytest.mark.parametrize(
    ("name", "after", "canonical"),
    [
        ("发改委", "省工信厅", "省发展和改革委员会"),
        ("统计局", "县财政局", "县统计局"),
        ("网信办", "市委宣传部", "市委网络安全和信息化委员会办公室"),
        ("教育局", "榆中县财政局", "榆中县教育局"),
        ("发展改革委", "工业和信息化部", "国家发展和改革委员会"),
        ("发展改革委", "省财政厅", "省发展和改革委员会"),
        # what cannot be the province's is not made so
        ("公安局", "省财政厅", "公安局"),
    ],
)
def test_the_level_left_out_is_that_of_the_name_before(name: str, after: str, canonical: str) -> None:
    assert named(name, after=after).canonical == canonical


@pytest.mark.parametrize(
    "name", ["省发改委", "发改委", "省发展和改革委员会", "甘肃省发展改革委", "甘肃发改委", "发展改革委"]
)
def test_one_body_of_a_province_has_one_name_and_one_id(name: str) -> None:
    reading = named(name, "甘肃省")
    assert (reading.canonical, reading.id, reading.jurisdiction) == (
        "甘肃省发展和改革委员会",
        "fagai.wei@620000",
        "甘肃省",
    )


@pytest.mark.parametrize(
    ("name", "place", "canonical"),
    [
        ("省财政厅", "甘肃省兰州市榆中县", "甘肃省财政厅"),
        ("市财政局", "榆中县", "兰州市财政局"),
        ("县财政局", "榆中县", "榆中县财政局"),
        ("县财政局", "甘肃省", "县财政局"),
        ("自治区财政厅", "广西", "广西壮族自治区财政厅"),
        ("市教委", "上海市", "上海市教育委员会"),
        ("州林草局", "甘南藏族自治州", "甘南藏族自治州林业和草原局"),
        ("法院", "兰州市", "兰州市中级人民法院"),
        ("税务局", "榆中县", "国家税务总局榆中县税务局"),
        ("能源局", "全国", "国家能源局"),
        ("县水利局", "青溪县", "青溪县水利局"),
        ("西湖区财政局", "浙江省杭州市", "西湖区财政局"),
        ("财政局", "北京市", "北京市财政局"),
        ("财政厅", "北京市", "财政厅"),
        ("师市教育局", "第八师石河子市", "第八师石河子市教育局"),
        ("师市党委组织部", "第八师石河子市", "第八师石河子市党委组织部"),
        ("师水利局", "第十二师", "第十二师水利局"),
        ("兵团财政局", "第八师石河子市", "新疆生产建设兵团财政局"),
        ("市教育局", "第八师石河子市", "市教育局"),
    ],
)
def test_the_place_of_the_document(name: str, place: str, canonical: str) -> None:
    assert named(name, place).canonical == canonical


def test_of_several_places_the_one_within_is_meant() -> None:
    assert named("西湖区财政局", "浙江省杭州市").id == "caizheng.ju@330106"
    assert named("西湖区财政局", "江西省").id == "caizheng.ju@360103"


@pytest.mark.parametrize(
    ("name", "place", "canonical"),
    [
        ("省银监局", "湖北省", "中国银行业监督管理委员会湖北监管局"),
        ("省保监局", "湖北省", "中国保险监督管理委员会湖北监管局"),
        ("省证监局", "湖北省", "中国证券监督管理委员会湖北监管局"),
        ("省外汇局", "湖北省", "国家外汇管理局湖北省分局"),
        ("市银保监分局", "安徽省宿州市", "中国银行保险监督管理委员会宿州监管分局"),
        ("省通信管理局", "湖北省", "湖北省通信管理局"),
    ],
)
def test_a_local_office_of_a_central_organ_bears_its_name(name: str, place: str, canonical: str) -> None:
    assert named(name, place).canonical == canonical


def test_the_state_council_means_its_own_body_where_others_may_mean_a_branch() -> None:
    made = complete_reading(read_name("外汇局", REGISTER), NameContext(level="national"), REGISTER)
    assert (made.canonical, made.level, made.candidates) == ("国家外汇管理局", "national", ())
    assert named("外汇局", "甘肃省").candidates


def test_the_national_body_is_that_of_the_year() -> None:
    before = complete_reading(read_name("林业局", REGISTER), NameContext(level="national", year=2016), REGISTER)
    assert before.canonical == "国家林业局"


def test_the_register_knows_the_members_of_some_collectives() -> None:
    members = named("各市州人民政府", "甘肃省").members
    assert len(members) == 14
    assert "临夏回族自治州人民政府" in members
    assert named("各县区", "兰州市").members[0].endswith("人民政府")
    assert named("各有关部门", "甘肃省").members == ()
