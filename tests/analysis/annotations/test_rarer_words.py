"""Words for roles that few documents use: how a body does it, its part in brackets, labels only behind others."""

from __future__ import annotations

import pytest
from texts import clause, said

from raci.pipeline import analyse
from raci.readers.registry import read_text

L, R, S, G = "lead", "responsible", "support", "guide"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (
            "市工信局与市财政局共同牵头，市商务局和市投促局分头配合",
            [("市工信局", L), ("市财政局", L), ("市商务局", S), ("市投促局", S)],
        ),
        ("市教育局、市民政局双牵头", [("市教育局", L), ("市民政局", L)]),
        ("市教育局总负责，市民政局主要负责", [("市教育局", L), ("市民政局", R)]),
        ("市教育局具体牵头，市民政局全力配合，各县区抓落实", [("市教育局", L), ("市民政局", S), ("各县区", R)]),
        ("市教育局、市体育局共同承担，团市委积极参与", [("市教育局", R), ("市体育局", R), ("团市委", S)]),
        ("市应急管理局负总责，各乡镇人民政府负属地责任", [("市应急管理局", L), ("各乡镇人民政府", R)]),
        ("市教育局主抓；市民政局协抓", [("市教育局", R), ("市民政局", S)]),
        ("市教育局、市民政局依职责推进", [("市教育局", R), ("市民政局", R)]),
        ("市教育局牵头抓总，市民政局、市体育局各司其职", [("市教育局", L), ("市民政局", R), ("市体育局", R)]),
        ("团市委、市妇联按各自职能开展", [("团市委", R), ("市妇联", R)]),
        ("市审计局负责监督检查", [("市审计局", G)]),
    ],
)
def test_how_a_body_does_it_is_no_part_of_its_name(words: str, named: list[tuple[str, str]]) -> None:
    assert said(clause(f"（{words}）")) == named


@pytest.mark.parametrize("note", ["资金保障", "技术支持", "统筹协调", "第二责任单位", "代建", "主"])
def test_what_a_body_does_may_stand_in_a_bracket_behind_its_name(note: str) -> None:
    assert said(clause(f"（责任单位：市财政局（{note}）、市教育局）")) == [("市财政局", R), ("市教育局", R)]


@pytest.mark.parametrize("alias", ["市林业局", "知识产权局", "市服务中心"])
def test_another_name_in_a_bracket_stays_with_the_name(alias: str) -> None:
    words = clause(f"（责任单位：市自然资源局（{alias}）、市教育局）")
    assert said(words) == [(f"市自然资源局（{alias}）", R), ("市教育局", R)]


@pytest.mark.parametrize("sign", ["｜", "│", "|", " + ", "＋", "&"])
def test_other_signs_part_names(sign: str) -> None:
    assert said(clause(f"（责任单位：市财政局{sign}市教育局）")) == [("市财政局", R), ("市教育局", R)]


def test_a_dash_may_stand_between_a_name_and_its_verb() -> None:
    assert said(clause("（责任单位：市财政局-牵头，市教育局-配合）")) == [("市财政局", L), ("市教育局", S)]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("牵头单位：市财政局；成员单位：市教育局", [("市财政局", L), ("市教育局", S)]),
        ("责任单位：市财政局；技术支撑单位：市信息中心", [("市财政局", R), ("市信息中心", S)]),
        ("责任领导：李某；包联单位：市财政局", [("李某", "leader"), ("市财政局", R)]),
        ("牵头部门为市财政局，成员部门为市教育局", [("市财政局", L), ("市教育局", S)]),
        ("牵头责任：市财政局；监管责任：市教育局", [("市财政局", L), ("市教育局", R)]),
    ],
)
def test_some_labels_count_behind_others(words: str, named: list[tuple[str, str]]) -> None:
    assert said(clause(f"（{words}）")) == named


@pytest.mark.parametrize("line", ["成员单位：市教育局、市民政局。", "技术支撑单位：市信息中心。", "保障单位：市财政局"])
def test_alone_they_list_bodies_and_give_no_duty(line: str) -> None:
    assert said(clause(line)) == []


def test_names_behind_a_label_that_no_rule_knows_are_told() -> None:
    (document,) = read_text(clause("（责任领导：李某；主导单位：市财政局）"))
    analysis = analyse(document)
    assert [row.department.name for row in analysis.assignments] == ["李某"]
    told = "".join(finding.message for finding in analysis.findings if finding.check == "unread-words")
    assert ["主导单位" in told, "市财政局" in told] == [True, True]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("市司法局牵头起草，市教育局提供业务支持", [("市司法局", L), ("市教育局", R)]),
        ("市财政局统筹资金，市教育局牵头实施，县区配合做好征迁", [("市财政局", R), ("市教育局", L), ("县区", S)]),
        ("市文旅局负责编制规划，各县区提供资料", [("市文旅局", R), ("各县区", R)]),
    ],
)
def test_what_each_body_does_may_follow_it(words: str, named: list[tuple[str, str]]) -> None:
    assert said(clause(f"（{words}）")) == named


@pytest.mark.parametrize("words", ["市政府第12号令，市司法局负责解释", "市文旅局直属，位于城区", "一站式办理"])
def test_a_remark_gives_no_duty(words: str) -> None:
    assert said(clause(f"按照办法（{words}）执行")) == []


@pytest.mark.parametrize("by", ["", "由"])
@pytest.mark.parametrize("mark", ["：", "——"])
def test_a_group_before_a_colon_leads_nothing_where_others_do(by: str, mark: str) -> None:
    text = (
        f"关于防汛的通知\n\n2.3 工作组\n（1）综合协调组{mark}{by}县应急局牵头，县水利局参加。\n"
        f"（2）抢险救援组{mark}{by}县消防大队牵头，县人武部参加。\n（3）医疗卫生组{mark}{by}县卫健局牵头，县医院参加。\n"
        "3.1 四级响应\n县水利局：牵头，县气象局配合。\n"
    )
    (document,) = read_text(text)
    rows = [(row.clause.number, row.department.name, row.role) for row in analyse(document).assignments]
    assert rows == [
        ("（1）", "县应急局", L),
        ("（1）", "县水利局", S),
        ("（2）", "县消防大队", L),
        ("（2）", "县人武部", S),
        ("（3）", "县卫健局", L),
        ("（3）", "县医院", S),
        ("3.1", "县水利局", L),
        ("3.1", "县气象局", S),
    ]


def test_names_behind_a_task_and_a_colon_are_for_this_task() -> None:
    text = (
        "关于明确分工的通知\n\n一、人才公寓建设。（市住建局牵头）\n二、绿道建设。（市园林局负责）\n"
        "三、雨污分流：市水务局牵头、市城管局协办；\n四、校园周边整治，立即开展：市公安局牵头\n"
    )
    (document,) = read_text(text)
    rows = [(row.clause.number, row.department.name, row.role) for row in analyse(document).assignments]
    assert rows[:4] == [
        ("一、", "市住建局", L),
        ("二、", "市园林局", R),
        ("三、", "市水务局", L),
        ("三、", "市城管局", S),
    ]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("李明副市长；市教育局牵头，市财政局配合", [("李明副市长", "leader"), ("市教育局", L), ("市财政局", S)]),
        ("副区长陈晨；区教育局、区财政局负责", [("副区长陈晨", "leader"), ("区教育局", R), ("区财政局", R)]),
        ("分管副县长牵头，县教育局负责", [("分管副县长", "leader"), ("县教育局", R)]),
        ("责任单位：王刚同志、县教育局", [("王刚同志", "leader"), ("县教育局", R)]),
    ],
)
def test_a_person_with_a_post_among_bodies_is_a_leader(words: str, named: list[tuple[str, str]]) -> None:
    assert sorted(said(clause(f"（{words}）"))) == sorted(named)


@pytest.mark.parametrize("name", ["市长热线办公室", "县妇联", "市公安局"])
def test_a_body_with_such_letters_is_none(name: str) -> None:
    assert said(clause(f"（责任单位：{name}、市教育局）")) == [(name, R), ("市教育局", R)]


def test_a_division_may_close_with_its_time_limit() -> None:
    (document,) = read_text(clause("（区园林所牵头，所在街道做好保洁，区财政局保障资金，11月底前完成）"))
    rows = analyse(document).assignments
    assert [(row.department.name, row.role) for row in rows] == [("区园林所", L), ("所在街道", R), ("区财政局", R)]
    assert {row.deadline.text for row in rows if row.deadline} == {"11月底前完成"}


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (
            "县发改局（负责人：周平）、湖山镇（书记：郑勇）",
            [("县发改局", R), ("湖山镇", R), ("周平", "leader"), ("郑勇", "leader")],
        ),
        (
            "县发改局（责任人：周平、李四）、县林业局",
            [("县发改局", R), ("县林业局", R), ("周平", "leader"), ("李四", "leader")],
        ),
        ("县发改局（联系人：王明，电话5566778）、县林业局", [("县发改局", R), ("县林业局", R)]),
    ],
)
def test_persons_in_a_bracket_behind_their_body(words: str, named: list[tuple[str, str]]) -> None:
    assert sorted(said(clause(f"\n责任单位：{words}"))) == sorted(named)
    assert sorted(said(clause(f"（责任单位：{words}）"))) == sorted(named)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("市教育局、市财政局，各县区配合", [("市教育局", R), ("市财政局", R), ("各县区", S)]),
        ("市教育局，市财政局配合", [("市教育局", R), ("市财政局", S)]),
        ("市教育局、市财政局配合", [("市教育局", S), ("市财政局", S)]),
    ],
)
def test_names_before_the_comma_do_what_those_behind_it_support(words: str, named: list[tuple[str, str]]) -> None:
    assert said(clause(f"（{words}）")) == named
