"""Lists of bodies to their names: kept whole, parted where they are two, as written."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from texts import BODIES, MARKED, clause, said

from raci.analysis.annotations.body_names import is_body
from raci.analysis.annotations.name_lists import list_names
from raci.analysis.annotations.patterns import patterns
from raci.pipeline import extract
from raci.readers.registry import read_text

#: names that hold what elsewhere parts names, or gives roles
WHOLE = (
    *BODIES,
    "各市、州、县人民政府",
    "各市〔州〕、各县〔市、区、特区〕人民政府",
    "各县（市、区）人民政府（管委会）",
    "各县(市、区,含云东区,下同)人民政府(管委会)",
    "云东区、云西区、湖滨区人民政府",
    "有关区政府〈管委会〉",
    "市商务局（自贸办）",
    "市委编办〔市审改办〕",
    "市住建局〈市人防办〉",
    "市交通委(市道运局)",
    "市发展改革委（市能源局、市粮食局）",
    "市粮食和储备局",
    "市自然资源和规划局",
    "市“双随机、一公开”监管联席会议有关成员单位",
    "省“十强产业”协调推进机制牵头部门",
    "市（区）不动产登记中心",
    "市投资促进中心",
    "市机关事务管理局",
    "市市场监督管理局",
    "国家税务总局云岭市税务局",
    "中国移动云岭分公司",
    "市公安局交警支队",
    "市商务局外资处",
    "外资处",
    "第三师云湖市",
    "云岭自由贸易试验区管委会",
    "-海关",
    "××区政府",
    "市直有关部门",
    "各行业主管部门",
    "各街道办事处",
    "及时雨公司",
    "市文化广电和旅游局",
    "县水务和城市管理局",
    "县农业农村和科学技术局",
    "县农业农村和水利局",
    "县水库和移民管理局",
    "县中小企业和民营经济局",
    "市生态环境局市中分局",
    "县公安局县城分局",
    "市自然资源局市南区分局",
    "各行业协会商会",
    "各旗县党委和政府",
    "各县（市）党委、政府",
    "高新区党工委和管委会",
    "市、区两级法院",
    "其他市直相关单位",
    "各县级市<区>政府<管委会>",
    "云东、云西和湖滨市政府",
    "广云、云西市人民政府",
    "市有关部门、单位",
    "中、省驻云有关单位",
    "各区公共资源交易平台整合牵头部门",
    "各设立投资公司的商业银行",
    "其他行政许可的监管部门",
)


def listed(text: str) -> list[str]:
    return [mention.text for mention in list_names(text, patterns())]


@pytest.mark.parametrize("name", WHOLE)
def test_a_name_is_kept_whole_and_as_written(name: str) -> None:
    assert said(clause(f"（责任单位：{name}）")) == [(name, "responsible")]
    assert said(clause(f"（{name}按职责分工负责）")) == [(name, "responsible")]
    assert said(clause(f"（市供销社、{name}牵头，{name}、市供销社配合）")) == [
        ("市供销社", "lead"),
        (name, "lead"),
        (name, "support"),
        ("市供销社", "support"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("加快推进、全面落实", []),
        ("市商务局", ["市商务局"]),
        ("市商务局、市财政局", ["市商务局", "市财政局"]),
        ("市商务局,市财政局；市教育局", ["市商务局", "市财政局", "市教育局"]),
        ("市商务局﹑市财政局", ["市商务局", "市财政局"]),
        ("市商务局和市财政局", ["市商务局", "市财政局"]),
        ("市商务局及市财政局", ["市商务局", "市财政局"]),
        ("市商务局以及市财政局", ["市商务局", "市财政局"]),
        ("市商务局与市财政局", ["市商务局", "市财政局"]),
        ("市商务局 市财政局", ["市商务局", "市财政局"]),
        ("市商务局市财政局", ["市商务局", "市财政局"]),
        ("市商务局市财政局市教育局", ["市商务局", "市财政局", "市教育局"]),
        ("市科技局及所属事业单位", ["市科技局", "所属事业单位"]),
        ("市教育局和各高校", ["市教育局", "各高校"]),
        ("市商务局等部门", ["市商务局"]),
        ("市商务局等有关部门", ["市商务局"]),
        ("市商务局等市直有关部门", ["市商务局", "市直有关部门"]),
        ("云东区教育局等区级相关部门，各街道", ["云东区教育局", "区级相关部门", "各街道"]),
        ("市商务局、市财政局等3个部门", ["市商务局", "市财政局"]),
        ("市商务局等部门及各区政府", ["市商务局", "各区政府"]),
        ("省财政厅等省直有关部门，云岭铁路集团有限公司", ["省财政厅", "省直有关部门", "云岭铁路集团有限公司"]),
        ("市财政局等和各区平台牵头部门", ["市财政局", "各区平台牵头部门"]),
        ("市商务局及其他省直有关单位", ["市商务局", "其他省直有关单位"]),
        ("市、区机管局", ["市机管局", "区机管局"]),
        ("市、县（区）水利局，市、区城管局", ["市水利局", "县（区）水利局", "市城管局", "区城管局"]),
        ("省、市、县水利部门", ["省水利部门", "市水利部门", "县水利部门"]),
        ("市、县人民政府", ["市、县人民政府"]),
        ("有关企业、水利部门", ["有关企业", "水利部门"]),
        ("市财政局、税务部门", ["市财政局", "税务部门"]),
        ("县农业农村局和水利局", ["县农业农村局", "水利局"]),
        ("各园区和水利局", ["各园区", "水利局"]),
        ("县委和县政府", ["县委", "县政府"]),
        ("市公安局云东分局市税务局云东分局", ["市公安局云东分局", "市税务局云东分局"]),
        ("市水利局市公安局云东分局", ["市水利局", "市公安局云东分局"]),
        ("市委宣传部市水利局", ["市委宣传部", "市水利局"]),
        ("人民银行云东支行云州银保监分局", ["人民银行云东支行", "云州银保监分局"]),
        ("人民银行云州市中心支行", ["人民银行云州市中心支行"]),
        ("【责任分解】市商务局", ["市商务局"]),
        ("省教育厅各市、县人民政府", ["省教育厅", "各市、县人民政府"]),
        ("各街道（乡镇）、云东区、云西区政府", ["各街道（乡镇）", "云东区、云西区政府"]),
        ("各区等单位及高新区管委会", ["各区", "高新区管委会"]),
        ("市财政局和市粮食和储备局等部门", ["市财政局", "市粮食和储备局"]),
        ("市公安局和市司法局", ["市公安局", "市司法局"]),
        ("市公安和市司法局", ["市公安", "市司法局"]),
        ("市政府各部门", ["市政府各部门"]),
        ("各市(州) 交通运输局(委)", ["各市(州)交通运输局(委)"]),
        ("各区 市财政局", ["各区", "市财政局"]),
        ("各县 (市、区)人民政府", ["各县(市、区)人民政府"]),
        ("市财政局、等市直单位", ["市财政局", "市直单位"]),
        ("云岭海关等具有执法权和登记", ["云岭海关"]),
        ("各区政府、高新区管委会、经开区管委会", ["各区政府", "高新区管委会", "经开区管委会"]),
        ("云东区、云西区政府，高新区管委会", ["云东区、云西区政府", "高新区管委会"]),
        ("由市商务局", ["市商务局"]),
        ("请市商务局", ["市商务局"]),
        ("市商务局。", ["市商务局"]),
    ],
)
def test_where_names_are_parted(text: str, expected: list[str]) -> None:
    assert listed(text) == expected


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("市商务局，云东、云西等市政府", ["市商务局", "云东市政府", "云西市政府"]),
        ("市场监管、税务部门", ["市场监管部门", "税务部门"]),
        ("住建、应急管理主管部门", ["住建主管部门", "应急管理主管部门"]),
        ("公安、教育等部门", ["公安部门", "教育部门"]),
        ("县发改、财政、教育局", ["县发改局", "财政局", "教育局"]),
        ("市水利局，全市供水、燃气企业", ["市水利局", "全市供水企业", "燃气企业"]),
        ("各供水、供热、燃气企业", ["各供水企业", "供热企业", "燃气企业"]),
        ("市水利局、燃气企业", ["市水利局", "燃气企业"]),
        ("云东、云西等有关设区市政府", ["云东市政府", "云西市政府"]),
        ("云东、云西等县（区）人民政府", ["云东县（区）人民政府", "云西县（区）人民政府"]),
    ],
)
def test_names_keep_the_ending_that_they_share(text: str, full: list[str]) -> None:
    names = list_names(text, patterns())
    assert [name.full or name.text for name in names] == full
    assert [name.text for name in names] == [text[name.start : name.end] for name in names], "as written"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("市场监管、税务部门", ["市场监管部门", "税务部门"]),
        ("公安、教育等部门", ["公安部门", "教育部门"]),
        ("云东、云西等市人民政府", ["云东市人民政府", "云西市人民政府"]),
        ("市、区司法局", ["市司法局", "区司法局"]),
    ],
)
def test_who_shares_an_ending_is_known_by_it(text: str, canonical: list[str]) -> None:
    (document,) = read_text(clause(f"（责任单位：{text}）"))
    rows = extract(document)
    assert [row.department.canonical for row in rows] == canonical
    for row in rows:
        assert row.department.name.startswith(document.quote(row.start, row.end)[:1])
        assert document.quote(row.start, row.end) in text


@pytest.mark.parametrize(
    ("annotation", "named"),
    [
        ("（牵头科室：急诊科；配合科室：ICU、检验科）", ["急诊科", "ICU", "检验科"]),
        ("（责任部门：PMO）", ["PMO"]),
        ("（责任部门：IT部、供应商、项目经理）", ["IT部", "供应商", "项目经理"]),
        ("（责任单位：市统计局；指标：GDP、CPI）", ["市统计局"]),
        ("（GDP、CPI）", []),
        ("推广应用ERP、PMO模式。", []),
    ],
)
def test_latin_names_are_bodies_behind_a_label(annotation: str, named: list[str]) -> None:
    assert [name for name, _ in said(clause(annotation))] == named


@pytest.mark.parametrize(
    "words",
    [
        "",
        "局",
        "以下各条均涉及",
        "推进改革的部门",
        "加快建设局",
        "不得收费的单位",
        "12处",
        "社会",
        "公共绿地由管理单位",
        "2025年底",
        "《便民规范》办",
        "部门。",
        "管委会各级各部门要认真贯彻省委",
    ],
)
def test_what_is_no_name_of_a_body(words: str) -> None:
    assert not is_body(words, patterns())


@given(name=st.sampled_from(WHOLE))
def test_a_name_read_again_is_the_same_name(name: str) -> None:
    once = listed(name)
    assert once == [name]
    assert [again for each in once for again in listed(each)] == once


@settings(max_examples=60)
@given(picked=st.lists(st.sampled_from(BODIES), min_size=1, max_size=8, unique=True), comma=st.sampled_from("、，,；;"))
def test_what_a_list_holds_is_what_was_put_in(picked: list[str], comma: str) -> None:
    assert listed(comma.join(picked)) == picked


@settings(max_examples=60)
@given(
    picked=st.lists(st.sampled_from(WHOLE), min_size=1, max_size=6, unique=True),
    breaks=st.lists(st.integers(0, 60), max_size=4),
)
def test_a_span_is_the_name_whatever_breaks_it(picked: list[str], breaks: list[int]) -> None:
    """Blanks within names, as broken lines leave them: the name is written without, its span holds them."""
    inner = "、".join(picked)
    for at in sorted({at for at in breaks if 0 < at < len(inner)}, reverse=True):
        if inner[at - 1] not in "、（(〔〈" and inner[at] not in "、（(〔〈":
            inner = f"{inner[:at]}\n{inner[at:]}"
    for mention in list_names(inner, patterns()):
        assert "".join(inner[mention.start : mention.end].split()) == mention.text


@settings(max_examples=150)
@given(text=st.text(alphabet="市局委办和及等、，（）()〔〕“” \n甲乙各县区政府牵头", max_size=40))
@example(text="（" * 20)
@example(text="市商务局（市财政局")
@example(text="等等等和和")
@example(text="区、市)委")
@example(text="区、市机管局")
def test_any_words_give_names_that_stand_in_them(text: str) -> None:
    mentions = list_names(text, patterns())
    assert mentions == sorted(mentions, key=lambda each: each.start)
    for mention in mentions:
        written = "".join(text[mention.start : mention.end].split())
        # of a level that shares its ending (市、区机管局) only the level stands there
        assert mention.text == written or (mention.text.startswith(written) and mention.text[len(written) :] in text)
        assert written


def test_a_redaction_beside_a_name_is_a_name() -> None:
    assert [
        one.department.name for one in extract(clause("（责任单位：市商务局、-海关，××区政府）"), basis=MARKED)
    ] == [
        "市商务局",
        "-海关",
        "××区政府",
    ]
