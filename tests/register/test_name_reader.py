"""What a name says by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci.register.compiling import built_in
from raci.register.name_reader import read_name
from raci.register.name_reading import NameReading
from raci.register.places import LEVELS


def read(name: str) -> NameReading:
    return read_name(name, built_in())


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "办公室",
        "按月调度",
        "各项措施落实到位",
        "2000万元以上项目",
        "联系人",
        "打造一流开发区",
        "五大片区",
        "政府网站",
        "一楼大厅",
        "学校布局",
        "会所",
        "局" * 10_000,
        "市财\x00政局",
        "市\u202e财政局",
        "市\u200b财政局",
        "\ud800局",
        "Ministry of Finance",
        "（）",
        "）市财政局（",
        "=1+1",
        "更好统筹河道和堤岸、堤内和政府",
    ],
)
def test_what_names_nobody_is_unknown_and_says_why(text: str) -> None:
    reading = read(text)
    assert (reading.kind, reading.canonical, reading.id) == ("unknown", None, None)
    assert reading.name == text
    assert reading.reason


@given(st.text(max_size=60) | st.text(alphabet="省市县区委办局厅各有关部门（）、和海关人民政府团国家", max_size=24))
def test_any_text_gives_a_reading_and_the_canonical_name_is_stable(text: str) -> None:
    reading = read(text)
    assert reading.kind in built_in().kinds
    assert reading.level is None or reading.level in LEVELS
    assert (reading.canonical is None) == (reading.kind == "unknown")


@pytest.mark.parametrize(
    ("name", "kind", "level", "canonical"),
    [
        # level and function
        ("县水利局", "government", "county", "县水利局"),
        ("旗住建局", "government", "county", "旗住房和城乡建设局"),
        ("市教科体局", "government", "city", "市教育科技和体育局"),
        ("自治区发改委", "government", "province", "自治区发展和改革委员会"),
        # place, known or not
        ("甘肃省兰州市榆中县人社局", "government", "county", "甘肃省兰州市榆中县人力资源和社会保障局"),
        ("青溪县卫健局", "government", "county", "青溪县卫生健康局"),
        ("湖北财政厅", "government", "province", "湖北省财政厅"),
        # nobody listed it
        ("市护河治沙局", "government", "city", "市护河治沙局"),
        # party
        ("市委社会工作部", "party", "city", "市委社会工作部"),
        ("省编办", "party", "province", "省委机构编制委员会办公室"),
        ("自治区党委宣传部", "party", "province", "自治区党委宣传部"),
        ("地委宣传部", "party", "city", "地委宣传部"),
        # vertical
        ("县税务局", "vertical", "county", "县税务局"),
        ("温州市税务局", "vertical", "city", "国家税务总局温州市税务局"),
        ("人行大同中支", "vertical", None, "中国人民银行大同市中心支行"),
        ("河北银保监局", "vertical", "province", "中国银行保险监督管理委员会河北监管局"),
        ("保定金融监管分局", "vertical", "city", "国家金融监督管理总局保定监管分局"),
        ("拱北海关", "vertical", None, "拱北海关"),
        # the city's own bureau, not the central organ's
        ("宁波市金融监管局", "government", "city", "宁波市地方金融监督管理局"),
        ("市委国安办", "party", "city", "市委国家安全委员会办公室"),
        ("市委信访局", "party", "city", "市委信访局"),
        ("市政务服务办公室", "government", "city", "市政务服务办公室"),
        ("市文旅发展局", "government", "city", "市文化和旅游发展局"),
        ("省监狱局", "government", "province", "省监狱管理局"),
        ("市应急办", "government", "city", "市人民政府应急管理办公室"),
        # full names that other places use are kept, not turned into the usual one
        ("自治区大数据发展局", "government", "province", "自治区大数据发展局"),
        ("县城市管理行政执法局", "government", "county", "县城市管理行政执法局"),
        ("州文体广旅局", "government", "city", "州文化体育广电和旅游局"),
        ("县不动产登记事务服务中心", "institution", "county", "县不动产登记事务服务中心"),
        ("县委史志办", "party", "county", "县委史志办公室"),
        ("市政府办公厅", "government", "city", "市人民政府办公厅"),
        # committees of villages and estates are no government, and an estate (社区) is no district (区)
        ("村委会", "mass", None, "村民委员会"),
        ("青溪村村委会", "mass", None, "青溪村村民委员会"),
        ("青溪社区居委会", "mass", None, "青溪社区居民委员会"),
        ("镇人大主席团", "legislative", "township", "镇人民代表大会主席团"),
        ("市驻京办", "government", "city", "市驻北京办事处"),
        ("县委讲师团", "party", "county", "县委讲师团"),
        ("区职教中心", "institution", "county", "区职业教育中心"),
        ("人保财险县支公司", "enterprise", "county", "中国人民财产保险股份有限公司县支公司"),
        ("审计署驻南京特派办", "vertical", None, "审计署南京特派员办事处"),
        ("市少工委", "mass", "city", "市少工委"),
        # groups and their offices are no inner offices
        ("市防洪抢险工作领导小组办公室", "government", "city", "市防洪抢险工作领导小组办公室"),
        ("市财政局办公室", "office", "city", "市财政局办公室"),
        ("市政府办公室秘书科", "office", "city", "市人民政府办公室秘书科"),
        ("厅办公室", "office", "province", "厅办公室"),
        # autonomous places by their short names
        ("凉山州税务局", "vertical", "city", "国家税务总局凉山彝族自治州税务局"),
        ("人行凉山中心支行", "vertical", None, "中国人民银行凉山州中心支行"),
        ("人行宁夏区分行", "vertical", "province", "中国人民银行宁夏区分行"),
        # vertical
        ("县人行", "vertical", "county", "县人民银行"),
        ("县税务所", "vertical", "county", "县税务所"),
        ("青岛检验检疫局", "vertical", None, "青岛出入境检验检疫局"),
        ("河北调查总队", "vertical", "province", "国家统计局河北调查总队"),
        ("大同市局", "government", "city", "大同市局"),
        # enterprises
        ("中国铁塔公司河北省分公司", "enterprise", "province", "中国铁塔股份有限公司河北省分公司"),
        ("中国联通河北分公司", "enterprise", "province", "中国联合网络通信有限公司河北省分公司"),
        ("中国移动大同分公司", "enterprise", None, "中国移动通信集团山西有限公司大同分公司"),
        ("国网河北电力", "enterprise", "province", "国网河北省电力有限公司"),
        ("国网北京市电力公司", "enterprise", "province", "国网北京市电力公司"),
        ("大同农商行", "enterprise", None, "大同农村商业银行"),
        ("大同博物馆", "institution", None, "大同博物馆"),
        ("云泽山旅游景区管理局", "zone", None, "云泽山旅游景区管理局"),
        ("市营商环境建设推进中心", "institution", "city", "市营商环境建设推进中心"),
        ("河北日报社", "institution", "province", "河北日报社"),
        # the rest
        ("市高院", "judicial", "city", "市高级人民法院"),
        ("武警县中队", "military", "county", "武警县中队"),
        ("经开区管委会", "zone", None, "经济技术开发区管理委员会"),
        ("生物产业园管委会", "zone", None, "生物产业园管理委员会"),
        ("河北自贸区曹妃甸片区管委会", "zone", None, "河北自由贸易试验区曹妃甸片区管理委员会"),
        ("风景区管委会", "zone", None, "风景区管理委员会"),
        ("乡（镇）政府", "local_government", "township", "乡（镇）人民政府"),
        ("县法院", "judicial", "county", "县人民法院"),
        ("州中院", "judicial", "city", "州中级人民法院"),
        ("市人大财经委", "legislative", "city", "市人民代表大会财政经济委员会"),
        ("团县委", "mass", "county", "共青团县委员会"),
        ("区残联", "mass", "county", "区残疾人联合会"),
        ("县公积金中心", "institution", "county", "县住房公积金管理中心"),
        ("农发行河北省分行", "enterprise", "province", "中国农业发展银行河北省分行"),
        ("国铁太原局集团", "enterprise", None, "中国铁路太原局集团有限公司"),
        ("榆中县政府", "local_government", "county", "榆中县人民政府"),
        ("大同经开区管委会", "zone", None, "大同经济技术开发区管理委员会"),
        ("厅计财处", "office", "province", "厅计划财务处"),
        ("市住建局建管科", "office", "city", "市住房和城乡建设局建筑业管理科"),
        ("省军区", "military", "province", "省军区"),
        ("科技部", "government", "national", "科学技术部"),
        # sets
        ("各市（州）", "collective", "city", "各市（州）"),
        ("各县（市、区）政府", "collective", "county", "各县（市、区）人民政府"),
        ("市直有关部门", "collective", "city", "市直有关部门"),
        ("各责任单位", "collective", None, "各责任单位"),
        ("各地区各部门", "collective", None, "各地区各部门"),
        ("各地市", "collective", "city", "各地市"),
        ("各城区政府", "collective", "county", "各城区人民政府"),
        ("市场监管部门", "collective", None, "市场监管部门"),
        ("市政公用企业", "collective", None, "市政公用企业"),
        ("厅直有关单位", "collective", "province", "厅直有关单位"),
        ("市属国企", "collective", "city", "市属国企"),
        ("省属高等学校", "collective", "province", "省属高等学校"),
        ("各街镇", "collective", "township", "各街镇"),
        ("各片区指挥部", "collective", None, "各片区指挥部"),
        ("有许可职能的处室", "collective", None, "有许可职能的处室"),
        ("有关部委", "collective", None, "有关部委"),
        ("村（社区）", "collective", None, "村（社区）"),
        ("省直机关", "collective", "province", "省直机关"),
        ("有关园区管委会", "collective", None, "有关园区管委会"),
    ],
)
def test_a_name_is_parsed(name: str, kind: str, level: str | None, canonical: str) -> None:
    reading = read(name)
    assert (reading.kind, reading.level, reading.canonical) == (kind, level, canonical)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市住房和城乡建设局", "市住建局"),
        ("市住建局（市人防办）", "市住建局"),
        ("市住建局〈市人防办〉", "市住房城乡建设局"),
        ("省国资委", "省政府国资委"),
        ("市网信办", "市委网信办"),
        ("南通税务局", "国家税务总局南通市税务局"),
        ("各市〔州〕", "各市(州)"),
        ("县区政府", "县区人民政府"),
        ("市人民政府有关部门", "市政府有关部门"),
        ("市委市直机关工委", "市直机关工委"),
        ("县纪委县监委", "县纪委监委"),
        ("市人大办", "市人大常委会办公室"),
        ("国网河北省电力公司", "国网河北电力"),
        ("中国邮政河北分公司", "中国邮政集团有限公司河北省分公司"),
        ("市城管执法局", "市城市管理综合行政执法局"),
        ("甲里-乙里合作区管委会", "甲里—乙里合作区管委会"),
    ],
)
def test_two_ways_to_write_one_body(one: str, other: str) -> None:
    assert read(one).canonical == read(other).canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市工商局", "市工商联"),
        ("市科协", "市科技局"),
        ("省大数据中心", "省大数据局"),
        ("市社保局", "市医保局"),
        ("市林业局", "市园林局"),
        ("市公安局", "市公安局交警支队"),
        ("市自然资源局", "区自然资源分局"),
        ("省地方金融监管局", "河北金融监管局"),
        ("区财政局", "县财政局"),
        ("市供销社", "市供电公司"),
        ("市委改革办", "市发改委"),
        ("市高院", "市中院"),
        ("市政府办公厅", "市政府办公室"),
        ("省委巡视办", "市委巡察办"),
        ("省委机要局", "省保密局"),
        ("县税务所", "县税务分局"),
        ("市招商局", "市招商引资局"),
        ("市大数据中心", "市大数据管理中心"),
        ("中央电视台", "中央广播电视总台"),
        ("国家行政学院", "中国社会科学院"),
    ],
)
def test_nothing_is_merged_on_likeness(one: str, other: str) -> None:
    assert read(one).canonical != read(other).canonical
    assert read(one).id != read(other).id


def test_a_plate_is_kept_beside_the_body() -> None:
    assert read("市商务局（市口岸办）").plates == ("市口岸办",)


def test_places_that_share_an_ending_are_its_members() -> None:
    reading = read("大同、朔州市政府")
    assert (reading.kind, reading.members) == ("collective", ("大同市人民政府", "朔州市人民政府"))


def test_the_last_of_several_places_is_a_member_in_full() -> None:
    reading = read("平城区、云冈区人民政府")
    assert (reading.level, reading.members) == ("county", ("平城区人民政府", "云冈区人民政府"))


def test_a_place_whose_kind_is_left_open_has_both_as_candidates() -> None:
    reading = read("云东县（区）人民政府")
    assert (reading.kind, reading.candidates) == ("unknown", ("云东县人民政府", "云东区人民政府"))
    assert read("县（区）人民政府").candidates == ()


def test_an_autonomous_place_is_one_body_by_its_short_name_and_in_full() -> None:
    assert read("凉山州财政局").id == read("凉山彝族自治州财政局").id


def test_a_name_of_several_places_lists_them_and_chooses_none() -> None:
    reading = read("朝阳区财政局")
    assert reading.place is None
    assert {one[:2] for one in reading.candidates} == {"11", "22"}


def test_a_name_that_is_one_character_off_gets_candidates_and_is_not_taken() -> None:
    reading = read("医宝局")
    assert reading.kind == "unknown" or reading.canonical != "医疗保障局"


def test_every_entry_of_the_register_reads_as_itself() -> None:
    """Every full name says the body whose name it is."""
    register = built_in()
    wrong = []
    for entry in register.bodies.local.values():
        reading = read(f"市{entry.stem}")
        if reading.kind != entry.kind:
            wrong.append((entry.stem, entry.kind, reading.kind))
    assert not wrong, wrong[:20]


def test_every_full_name_reads_as_itself_at_every_level() -> None:
    register = built_in()
    apart = ("党校（行政学院）", "人民法院")  # a plate; another rank
    rows = {entry: register.row_of(entry.body) for entry in register.bodies.local.values()}
    changed = []
    for entry, row in rows.items():
        if row is not None and row.around:
            continue  # a place inside
        for word in ("省", "市", "县"):
            full = f"{word}{entry.stem}"
            if word == "省":
                full = full.replace("公安局交通警察", "公安厅交通警察")  # a province has a 厅
            if entry.stem not in apart and read(full).canonical != full:
                changed.append((full, read(full).canonical))
    assert not changed, changed[:20]


@pytest.mark.parametrize("place", ["甘肃", "甘肃省", "兰州", "大同市", "凉山", "宁夏", "上海", "厦门"])
def test_branches_by_short_and_full_name_are_one(place: str) -> None:
    register = built_in()
    wrong = []
    names = {f"{short}{place}{unit}" for brand in register.brands for short in brand.shorts for unit in brand.units}
    for office in register.verticals:
        names |= {f"{org}{place}{tail}" for org in office.orgs for tail in office.tails}
        names |= {f"{place}{tail}" for tail in office.local}
    for name in names:
        reading = read(name)
        full = read(reading.canonical or "")
        if (full.canonical, full.id) != (reading.canonical, reading.id):
            wrong.append((name, reading.canonical, full.canonical))
    assert not wrong, wrong[:20]


def test_canonical_names_stay_as_they_are() -> None:
    register = built_in()
    changed = []
    for name in (
        "省发改委",
        "市网信办",
        "人行大同中支",
        "河北银保监局",
        "团县委",
        "市法院",
        "县公积金中心",
        "国开行河北省分行",
    ):
        full = read(name).canonical
        assert full is not None
        if read(full).canonical != full:
            changed.append((name, full, read(full).canonical))
    for entry in register.bodies.national.values():
        if read(entry.stem).canonical != entry.stem:
            changed.append((str(entry.body), entry.stem, read(entry.stem).canonical))
    assert not changed


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("同级人民政府", None),
        ("县级以上地方人民政府", None),
        ("设区的市级以上人民政府", None),
        ("设区的市人民政府", "city"),
        ("各地级以上市人民政府", "city"),
        ("乡级人民政府", "township"),
        ("省、自治区、直辖市人民政府", "province"),
        ("市县两级政府", None),
        ("审计机关", None),
        ("海事管理机构", None),
        ("不动产登记机构", None),
        ("省级财政", "province"),
        ("企业所在地财政", None),
    ],
)
def test_who_is_only_described_is_a_set(text: str, level: str | None) -> None:
    reading = read(text)
    assert (reading.kind, reading.level) == ("collective", level)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("市人民政府", "local_government"),
        ("云泽市人民政府", "local_government"),
        ("第三方评价机构", "unknown"),
        ("财政", "unknown"),
        ("市财政局", "government"),
        ("教育部教师工作司", "office"),
        ("青溪水务公司", "enterprise"),
    ],
)
def test_neighbours_of_sets_stay_what_they_are(text: str, kind: str) -> None:
    assert read(text).kind == kind


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("中联部", "中央对外联络部"),
        ("国家语委", "国家语言文字工作委员会"),
        ("市语委", "市语言文字工作委员会"),
        ("供销总社", "中华全国供销合作总社"),
        ("移动公司合肥分公司", "中国移动通信集团安徽有限公司合肥分公司"),
        ("市容环卫局", "市容环境卫生管理局"),
    ],
)
def test_short_forms_stand_for_the_full_names(text: str, canonical: str) -> None:
    assert read(text).canonical == canonical


@pytest.mark.parametrize(
    ("names", "canonical", "kind", "level"),
    [
        (("民盟市委", "民盟市委会", "市民盟", "中国民主同盟市委员会"), "民盟市委员会", "mass", "city"),
        (("九三学社云泽市委",), "九三学社云泽市委员会", "mass", "city"),
        (("民革中央",), "中国国民党革命委员会中央委员会", "mass", "national"),
        (("团市委", "市团委", "共青团市委员会"), "共青团市委员会", "mass", "city"),
        (("黄委", "黄河水利委员会"), "水利部黄河水利委员会", "vertical", "national"),
        (("兵团第八师", "新疆生产建设兵团第八师"), "新疆生产建设兵团第八师", "local_government", "city"),
        (("镇市场监管所", "镇市监所"), "镇市场监督管理所", "institution", "township"),
        (("街道综合行政执法队",), "街道综合行政执法队", "government", "township"),
        (("立案庭",), "立案庭", "office", None),
        (("县检察院第一检察部",), "县人民检察院第一检察部", "judicial", "county"),
        (("市委",), "市委", "party", "city"),
        (("盟公署", "盟行署"), "盟行政公署", "local_government", "city"),
        (("镇武装部",), "镇人民武装部", "military", "township"),
        (("东部战区",), "中国人民解放军东部战区", "military", "national"),
        (("外汇局河北省分局",), "国家外汇管理局河北省分局", "vertical", "province"),
        (("中国银行业协会",), "中国银行业协会", "mass", "national"),
        (("云泽市中国画学会",), "云泽市中国画学会", "mass", None),
        (("县人民医院护理部",), "县人民医院护理部", "institution", "county"),
        (("民进",), "中国民主促进会中央委员会", "mass", None),
        (("困难家庭", "第八师"), None, "unknown", None),
    ],
)
def test_parties_commissions_divisions_and_courts(
    names: tuple[str, ...], canonical: str | None, kind: str, level: str | None
) -> None:
    readings = [read(name) for name in names]
    assert {(each.canonical, each.kind, each.level) for each in readings} == {(canonical, kind, level)}
    assert len({each.body for each in readings}) == 1


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("市场监督管理所", None),
        ("市政设施维护中心", None),
        ("县域经济发展中心", None),
        ("市市政工程管理处", "city"),
        ("市政务服务中心", "city"),
        ("市水务中心", "city"),
    ],
)
def test_a_word_that_begins_like_a_level_is_none(name: str, level: str | None) -> None:
    reading = read(name)
    assert (reading.canonical, reading.level) == (name, level)
