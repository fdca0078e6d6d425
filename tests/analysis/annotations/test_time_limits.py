"""Time limits beside names: whatever their form, they are no names, and no name is one."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse, extract

L, S = "lead", "support"


def rows(bracket: str) -> list[tuple[str, str, str]]:
    found = extract(f"一、修缮文化馆（{bracket}）", basis=("annotation",))
    return [(row.department.name, row.role, row.deadline.text if row.deadline else "") for row in found]


@pytest.mark.parametrize(
    "limit",
    [
        *("2026.6", "2026/6/30前", "2026-06-30", "6.30前", "2026年", "2026年度内", "30天", "20个工作日"),
        *("Q2", "二季度", "第6周", "每周五", "每月25日前", "每学期两次", "立行立改", "立行立改、长期坚持"),
    ],
)
def test_a_time_limit_beside_names_is_no_name(limit: str) -> None:
    assert rows(f"县文旅局牵头，{limit}") == [("县文旅局", L, limit)]
    assert rows(f"县文旅局牵头，县财政局配合；{limit}") == [("县文旅局", L, limit), ("县财政局", S, limit)]


@pytest.mark.parametrize("name", ["青年部", "年级部", "年度考核办", "少年宫"])
def test_a_name_with_a_year_in_it_is_no_time_limit(name: str) -> None:
    assert rows(f"团县委牵头，{name}配合") == [("团县委", L, ""), (name, S, "")]


def test_a_time_limit_takes_no_name_with_it() -> None:
    assert rows("县文旅局牵头，春节前、县财政局配合") == [("县文旅局", L, "春节前"), ("县财政局", S, "春节前")]
    assert rows("县文旅局牵头，6月启动、9月完成") == [("县文旅局", L, "6月启动、9月完成")]


@pytest.mark.parametrize(
    "words",
    [
        "且在2030年9月30日前（精装修住房在2030年12月31日前）缴清契税的购房人给予补贴",
        "银行于2030年12月31日前向专项借款项目发放的配套融资不下调风险分类",
    ],
)
def test_a_date_of_those_who_benefit_is_no_time_limit_of_the_task(words: str) -> None:
    (row,) = extract(f"一、措施\n（一）支持购房。{words}。（责任单位：市住建局）\n", basis=("annotation",))
    assert row.deadline is None


@pytest.mark.parametrize(
    "words",
    [
        "2030年12月31日前，对企业自有仓储用地，减按50%计征城镇土地使用税",
        "2030年12月31日前，属于小规模纳税人的企业，减按1%征收率征收增值税",
        "对旅行社，2030年3月31日前继续按照100%比例暂退保证金",
        "2030年6月30日前个人消费者转出名下小客车，并购买纯电动汽车的，给予每辆车1万元补贴",
    ],
)
def test_how_long_a_policy_holds_is_no_time_limit_of_the_task(words: str) -> None:
    (row,) = extract(f"一、措施\n（一）落实政策。{words}。（责任单位：市税务局）\n", basis=("annotation",))
    assert row.deadline is None


@pytest.mark.parametrize(
    "words",
    [
        "2030年6月底前，对全市困难群众发放补助",
        "2030年6月底前建成3个街区，并给予奖励",
        "2030年6月底前完成补贴发放的审核，予以公示",
    ],
)
def test_what_is_done_by_a_day_has_it_as_its_time_limit(words: str) -> None:
    (row,) = extract(f"一、措施\n（一）落实政策。{words}。（责任单位：市民政局）\n", basis=("annotation",))
    assert row.deadline is not None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("6月底前完成立项（责任单位：县发改局）", "6月底前"),
        ("县里的河道要治理。12月底前完成立项。（责任单位：县发改局）", "12月底前"),
        ("12月底前，项目首次申请许可的仍执行原标准。（责任单位：县发改局）", ""),
        ("完成立项。（责任单位：县发改局）", ""),
        ("12月底前完成立项。\n责任单位：县发改局", "12月底前"),
        ("县里的河道要治理，12月底前完成立项。\n加强宣传。\n责任单位：县发改局", "12月底前"),
        ("12月底前，购买清淤设备的，给予补贴。\n责任单位：县发改局", ""),
        ("1.完成立项。\n2.12月底前完成勘察。\n责任单位：县发改局", ""),
    ],
    ids=[
        *("at its beginning", "in its second sentence", "the period of a policy", "none"),
        *("above a label line", "two paragraphs above", "of a grant above a label line", "of one of its items"),
    ],
)
def test_a_paragraph_below_a_heading_states_the_limit(words: str, expected: str) -> None:
    found = extract(f"柳溪县方案\n一、河道治理\n{words}\n二、其他\n", basis=("annotation",))
    assert [(row.department.name, row.deadline.text if row.deadline else "") for row in found] == [
        ("县发改局", expected)
    ]


def test_the_number_of_an_item_is_not_joined_to_the_month_behind_it() -> None:
    found = extract("柳溪县方案\n1.6月底前完成勘察（责任单位：县公路局）\n2.10月底前通车（责任单位：县公路局）\n")
    assert [(row.department.name, row.deadline.text if row.deadline else "") for row in found] == [
        ("县公路局", "6月底前"),
        ("县公路局", "10月底前"),
    ]


@pytest.mark.parametrize(
    "limit", ["持续", "日常工作", "实时", "按上级要求", "2026—2028年", "次月5日前", "即日起至12月底", "当天"]
)
def test_a_limit_without_a_date_is_one_wherever_it_stands(limit: str) -> None:
    assert rows(f"县文旅局牵头，县财政局配合，{limit}") == [("县文旅局", L, limit), ("县财政局", S, limit)]
    assert rows(f"牵头单位：县文旅局（{limit}）") == [("县文旅局", L, limit)]
    assert rows(f"牵头单位：县文旅局）（{limit}") == [("县文旅局", L, limit)]


@pytest.mark.parametrize("remark", ["已完成", "详见附件2", "正在推进", "分三年实施"])
def test_a_remark_beside_names_is_told_and_loses_nobody(remark: str) -> None:
    analysis = analyse(f"一、修缮文化馆（县文旅局牵头，县财政局配合，{remark}）")
    assert [(row.department.name, row.role) for row in analysis.assignments] == [("县文旅局", L), ("县财政局", S)]
    assert any(remark[:3] in finding.message for finding in analysis.findings)


@pytest.mark.parametrize("mark", ["——", "："])
def test_a_limit_may_close_the_bodies_behind_a_task(mark: str) -> None:
    text = (
        f"1.编印教材{mark}县教育局牵头，县财政局配合，8月底前\n2.布置考场{mark}县教育局，6月5日前\n"
        f"3.组织阅卷{mark}县教育局负责，6月12日前\n"
    )
    found = [(row.clause.heading, row.department.name, row.role) for row in extract(text)]
    assert found[:3] == [
        ("编印教材", "县教育局", L),
        ("编印教材", "县财政局", S),
        ("布置考场", "县教育局", "responsible"),
    ]
    assert [row.deadline.text for row in extract(text) if row.deadline][-1] == "6月12日前"
