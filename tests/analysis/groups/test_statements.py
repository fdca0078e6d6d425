"""What sentences say of groups: more ways than those of test_groups."""

from __future__ import annotations

import pytest

from raci.groups import org

Row = tuple[str, str | None, str | None]


def groups_of(text: str) -> dict[str, list[Row]]:
    return {
        group.name: [(m.position, m.name or m.post, m.department.name if m.department else None) for m in group.members]
        for group in org(text)
    }


NAME = "云泽市湿地保护指挥部"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"成立{NAME}，王建明市长担任总指挥，市委副书记李平担任常务副总指挥，上河、下河两区政府区长为成员。",
            [("head", "王建明", None), ("deputy", "李平", None), ("member", "上河、下河两区政府区长", None)],
        ),
        (
            f"成立{NAME}（指挥长：市长，副指挥长：分管副市长、市园林局局长，成员：市水务局、市公安局）。",
            [
                ("head", "市长", None),
                ("deputy", "分管副市长", None),
                ("deputy", "市园林局局长", "市园林局"),
                ("member", None, "市水务局"),
                ("member", None, "市公安局"),
            ],
        ),
        (
            f"（二）成立以区长为指挥长、分管副区长为副指挥长、各街道主要负责人为成员的{NAME}。",
            [("head", "区长", None), ("deputy", "分管副区长", None), ("member", "各街道主要负责人", None)],
        ),
        (
            f"第二条　设立{NAME}。\n（一）指挥长：由市长担任。\n（二）副指挥长：由常务副市长、分管园林的副市长担任。\n",
            [("head", "市长", None), ("deputy", "常务副市长", None), ("deputy", "分管园林的副市长", None)],
        ),
        (
            f"{NAME}成员单位\n召集单位：市园林局\n成员单位：\n党委部门：市委宣传部、市委网信办\n政府部门：市水务局\n",
            [
                ("head", None, "市园林局"),
                ("member", None, "市委宣传部"),
                ("member", None, "市委网信办"),
                ("member", None, "市水务局"),
            ],
        ),
        (
            f"{NAME}组成人员\n\n指挥长　　王　某　　副市长\n副指挥长　李某某　　市园林局局长\n"
            "成　员　　周　某　　市水务局副局长\n",
            [("head", "王某", None), ("deputy", "李某某", "市园林局"), ("member", "周某", "市水务局")],
        ),
        (
            f"成立{NAME}，副总指挥由市委副书记、分管副市长担任，办公室主任由市园林局局长孟某某同志兼任。",
            [("deputy", "市委副书记", None), ("deputy", "分管副市长", None), ("office_head", "孟某某", "市园林局")],
        ),
        (
            f"市园林局、市水务局牵头建立{NAME}，市财政局参加。",
            [("head", None, "市园林局"), ("head", None, "市水务局"), ("member", None, "市财政局")],
        ),
        (
            f"建立{NAME}制度。指挥部由市园林局、市水务局等部门组成。市园林局为牵头单位。",
            [("member", None, "市园林局"), ("member", None, "市水务局")],
        ),
        (
            f"{NAME}成员由县有关部门和园林、水务等部门组成。",
            [("member", None, "县有关部门"), ("member", None, "园林、水务等部门")],
        ),
        (
            f"成立{NAME}，指挥长由市长担任，副指挥长由市园林局局长，以及市水务局局长担任。",
            [("head", "市长", None), ("deputy", "市园林局局长", "市园林局"), ("deputy", "市水务局局长", "市水务局")],
        ),
        (
            f"公司第一时间成立了由党委书记任指挥长、纪委书记任副指挥长的{NAME}。",
            [("head", "党委书记", None), ("deputy", "纪委书记", None)],
        ),
    ],
)  # fmt: skip
def test_sentences_of_every_kind(text: str, expected: list[Row]) -> None:
    assert groups_of(text) == {NAME: expected}


def test_a_group_without_a_name_is_none_that_was_named_before() -> None:
    text = (
        "成立云泽市绿道建设领导小组，由市长任组长。\n"
        "2.建立联席会议制度。由政府分管领导担任召集人，相关部门参与，定期研究问题。\n"
    )
    assert groups_of(text) == {
        "云泽市绿道建设领导小组": [("head", "市长", None)],
        "联席会议": [("head", "政府分管领导", None), ("member", None, "相关部门")],
    }


@pytest.mark.parametrize(
    "text",
    [
        "组长负责召集会议，副组长协助组长工作。",
        "各镇要成立相应工作专班，由镇长任组长。",
        "企业应当成立以主要负责人为组长的安全生产领导小组。",
        "市四大班子主要领导分别担任领导小组组长和委员会主任。",
        "市安全生产委员会办公室要加强督查。",
        "充分发挥市绿道建设领导小组的统筹协调作用，成员单位要各负其责。",
        "经市绿道建设领导小组同意，现将方案印发给你们。",
        "评标委员会由专家五人以上组成。",
    ],
)
def test_sentences_that_set_up_nothing(text: str) -> None:
    assert groups_of(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "白鹭市创城总指挥部\n总指挥：市长\n2.环境整治指挥部：指挥长：市城管局局长；成员单位：市住建局、各区政府\n",
            {
                "白鹭市创城总指挥部": [("head", "市长", None)],
                "环境整治指挥部": [("head", "市城管局局长", "市城管局"), ("member", None, "市住建局"),
                            ("member", None, "各区政府")],
            },
        ),
        (
            "成立预制菜产业发展领导小组，市长担任组长。领导小组下设预制菜产业专班，专班组长由市农业农村局局长担任。"
            "领导小组办公室设在市商务局。",
            {
                "预制菜产业发展领导小组": [("head", "市长", None), ("office", None, "市商务局")],
                "预制菜产业专班": [("head", "市农业农村局局长", "市农业农村局")],
            },
        ),
        (
            "成立云泽市湿地保护专班，市园林局牵头，市水务局、市教育局等单位为成员单位。"
            "专班下设综合、宣传两个工作组，综合组由市发展改革委牵头，宣传组由市委宣传部牵头，市教育局、市体育局参加。",
            {
                "云泽市湿地保护专班": [
                    ("head", None, "市园林局"), ("member", None, "市水务局"), ("member", None, "市教育局")],
                "综合组": [("head", None, "市发展改革委")],
                "宣传组": [("head", None, "市委宣传部"), ("member", None, "市教育局"), ("member", None, "市体育局")],
            },
        ),
        (
            "成立云泽市湿地保护专班，由分管副市长任组长。市园林局牵头，编制湿地保护规划。",
            {"云泽市湿地保护专班": [("head", "分管副市长", None)]},
        ),
        (
            "市湿地保护委员会主任由市长担任，委员由市园林局、市水务局主要负责人和专家担任。",
            {
                "市湿地保护委员会": [
                    ("head", "市长", None), ("member", None, "市园林局"), ("member", None, "市水务局")],
            },
        ),
        (
            "成立湿地保护专班，由副县长任组长。专班下设综合组、宣传组，分别由县林业局、县委宣传部牵头。",
            {
                "湿地保护专班": [("head", "副县长", None)],
                "综合组": [("head", None, "县林业局")],
                "宣传组": [("head", None, "县委宣传部")],
            },
        ),
        (
            "成立湿地保护专班，由副县长任组长。专班下设综合组、宣传组，分别由县林业局牵头。",
            {"湿地保护专班": [("head", "副县长", None)]},
        ),
        (
            "（3）新闻宣传组：牵头单位为区委宣传部，成员单位为区网信办。",
            {"新闻宣传组": [("head", None, "区委宣传部"), ("member", None, "区网信办")]},
        ),
        (
            "建立湿地保护协调机制，由市长任组长。\n二、任务\n（一）加强管护。（牵头单位：市林业局）\n"
            "（二）加强宣传。牵头单位为市委宣传部。\n",
            {"湿地保护协调机制": [("head", "市长", None)]},
        ),
        (
            "市绿道建设联席会议（以下简称联席会议）由市发展改革委主任担任召集人。"
            "联席会议下设办公室（以下简称绿道办），绿道办设在市园林局。",
            {"市绿道建设联席会议": [("head", "市发展改革委主任", "市发展改革委"), ("office", None, "市园林局")]},
        ),
        (
            "成立数字化转型领导小组，由董事长任组长。领导小组下设推进办公室，信息中心主任兼任推进办公室主任。",
            {"数字化转型领导小组": [("head", "董事长", None), ("office_head", "信息中心主任", "信息中心")]},
        ),
        (
            "设立县抗旱指挥部，指挥长由副县长担任。成员单位包括：县水务局、县气象局及各镇人民政府。",
            {
                "县抗旱指挥部": [
                    ("head", "副县长", None), ("member", None, "县水务局"), ("member", None, "县气象局"),
                    ("member", None, "各镇人民政府")],
            },
        ),
        (
            "农机产业链由副市长王平担任链长，市工信局为牵头单位；粮油产业链由副市长李兰担任链长。",
            {
                "农机产业链": [("head", "王平", None), ("head", None, "市工信局")],
                "粮油产业链": [("head", "李兰", None)],
            },
        ),
        (
            "成立防火领导小组，由乡长任组长，派出所、林业站负责人及各村党支部书记为成员。",
            {
                "防火领导小组": [
                    ("head", "乡长", None), ("member", None, "派出所"), ("member", None, "林业站"),
                    ("member", "各村党支部书记", None)],
            },
        ),
        (
            "建立湿地保护联席会议制度。联席会议由省林业厅、省水利厅2个部门组成。",
            {"湿地保护联席会议": [("member", None, "省林业厅"), ("member", None, "省水利厅")]},
        ),
        (
            "成立湿地保护评审委员会，主任由市林业局局长担任，委员由市水务局、市财政局以及生态、水文等方面的专家组成。",
            {
                "湿地保护评审委员会": [
                    ("head", "市林业局局长", "市林业局"), ("member", None, "市水务局"), ("member", None, "市财政局")],
            },
        ),
        (
            "成立招生工作领导小组，副组长由副院长担任，成员由纪检监察室人员和教务处全体人员组成。",
            {
                "招生工作领导小组": [
                    ("deputy", "副院长", None), ("member", None, "纪检监察室"), ("member", None, "教务处")],
            },
        ),
        (
            "市发展改革委牵头，会同市能源局等部门建立云泽市充电设施建设协调推进机制。",
            {"云泽市充电设施建设协调推进机制": [("head", None, "市发展改革委"), ("member", None, "市能源局")]},
        ),
        (
            "成立打击假冒化肥专项行动领导小组，由局长韦某任组长，党委委员、副局长覃某，总工程师蓝某任副组长。",
            {
                "打击假冒化肥专项行动领导小组": [
                    ("head", "韦某", None), ("deputy", "覃某", None), ("deputy", "蓝某", None)],
            },
        ),
    ],
)  # fmt: skip
def test_groups_within_groups_and_long_leads(text: str, expected: dict[str, list[Row]]) -> None:
    assert groups_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "成立市绿道建设指挥部，由市长任总指挥。指挥部下设2个专业组：\n"
            "1.规划组：市园林局牵头，市水务局、市财政局配合；\n2.宣传组：市委宣传部牵头，市文旅局配合。\n",
            {
                "市绿道建设指挥部": [("head", "市长")],
                "规划组": [("head", "市园林局"), ("member", "市水务局"), ("member", "市财政局")],
                "宣传组": [("head", "市委宣传部"), ("member", "市文旅局")],
            },
        ),
        (
            "成立市绿道建设工作专班，由市长任组长。专班下设规划组（市园林局牵头）、宣传组（由市委宣传部牵头）。\n",
            {
                "市绿道建设工作专班": [("head", "市长")],
                "规划组": [("head", "市园林局")],
                "宣传组": [("head", "市委宣传部")],
            },
        ),
        (
            "市绿道建设领导小组组成如下：组长：林平。领导小组下设综合组（组长：王兰，成员：市园林局）、"
            "执法组（组长：吴强；成员单位：市公安局、市水务局）。\n",
            {
                "市绿道建设领导小组": [("head", "林平")],
                "综合组": [("head", "王兰"), ("member", "市园林局")],
                "执法组": [("head", "吴强"), ("member", "市公安局"), ("member", "市水务局")],
            },
        ),
        (
            "由市园林局牵头，抽调市水务局、市财政局业务骨干组建绿道建设专班，集中办公。\n",
            {"绿道建设专班": [("head", "市园林局"), ("member", "市水务局"), ("member", "市财政局")]},
        ),
        (
            "成立市绿道建设指挥部，由总指挥、副总指挥和成员单位组成。由市长任总指挥。\n",
            {"市绿道建设指挥部": [("head", "市长")]},
        ),
    ],
    ids=["behind a colon", "in brackets", "with seats in brackets", "drawn from bodies", "titles are nobody"],
)
def test_who_leads_and_takes_part(text: str, expected: dict[str, list[tuple[str, str]]]) -> None:
    found = {
        group.name: [
            (m.position, m.name or m.post or (m.department.name if m.department else "")) for m in group.members
        ]
        for group in org(text)
    }
    assert found == expected
