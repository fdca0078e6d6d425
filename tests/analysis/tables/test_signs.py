"""Matrices whose heads name bodies with their roles, or read like roles: (lines parted by commas, expected rows)."""

from __future__ import annotations

import pytest

from raci.errors import OptionError
from raci.pipeline import analyse, extract
from raci.readers.registry import read_bytes
from raci.rules.own_columns import parse_columns

Row = tuple[str, str, str]


def read(table: str) -> list[Row]:
    (document,) = read_bytes(table.encode(), "表.csv")
    return [(one.clause.heading, one.department.name, one.role) for one in extract(document)]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "任务,产品部(R),研发部(A),PMO（C）\n梳理需求,√,√,\n审查合同,√,,√",
            [
                ("梳理需求", "产品部", "responsible"),
                ("梳理需求", "研发部", "lead"),
                ("审查合同", "产品部", "responsible"),
                ("审查合同", "PMO", "support"),
            ],
        ),
        (
            "任务,县水利局（牵头）,县林业局（配合）\n清渠,●,●\n修闸,●,",
            [("清渠", "县水利局", "lead"), ("清渠", "县林业局", "support"), ("修闸", "县水利局", "lead")],
        ),
        (  # the cells' own letters say more
            "任务,产品部(R),研发部(A)\n梳理需求,A,R\n设计界面,R,C",
            [
                ("梳理需求", "产品部", "lead"),
                ("梳理需求", "研发部", "responsible"),
                ("设计界面", "产品部", "responsible"),
                ("设计界面", "研发部", "support"),
            ],
        ),
        (  # a head that reads like a role, over words of roles
            "任务,县水利局,县林业局,属地乡镇\n清渠,牵头,,配合\n种树,,牵头,配合",
            [
                ("清渠", "县水利局", "lead"),
                ("清渠", "属地乡镇", "support"),
                ("种树", "县林业局", "lead"),
                ("种树", "属地乡镇", "support"),
            ],
        ),
        # heads of roles, not of bodies; two marks, of which one may say no
        ("部门,负责(R),批准(A),咨询(C)\n县水利局,√,,\n县林业局,,√,√", []),
        ("姓名,执行(R),审批(A)\n李某某,√,\n王某某,,√", []),
        ("任务,产品部(R),研发部(A)\n梳理需求,√,×\n设计界面,√,√", []),
    ],
)
def test_heads_of_matrices(table: str, expected: list[Row]) -> None:
    assert sorted(read(table)) == sorted(expected)


def test_signs_of_which_the_user_says_what_they_mean() -> None:
    (document,) = read_bytes("任务,县交通局,县水利局\n修桥铺路,■,□\n清淤河道,□,■\n".encode(), "表.csv")
    assert not extract(document)
    found = extract(document, rules=parse_columns("■=lead,□=support"))
    assert [(one.clause.heading, one.department.name, one.role) for one in found] == [
        ("修桥铺路", "县交通局", "lead"),
        ("修桥铺路", "县水利局", "support"),
        ("清淤河道", "县交通局", "support"),
        ("清淤河道", "县水利局", "lead"),
    ]
    with pytest.raises(OptionError, match="▲"):
        extract(document, rules=parse_columns("▲=lead"))


@pytest.mark.parametrize("head", ["▲抓总", "抓 总", "抓總", "抓总："])
def test_heads_with_signs_of_which_the_user_says_what_they_are(head: str) -> None:
    (document,) = read_bytes(f"任务,{head}\n修桥铺路,县交通局\n".encode(), "表.csv")
    (row,) = extract(document, rules=parse_columns(f"{head}=lead"))
    assert (row.department.name, row.role) == ("县交通局", "lead")


def test_a_sign_of_remarks_is_one_of_a_matrix_where_the_legend_says_so() -> None:
    table = "☆主办 ※协办\n事项,县计划处,县基建处\n编制概算,☆,※\n工程决算,※,☆\n"
    assert [role for _, _, role in read(table)] == ["lead", "support", "support", "lead"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("√=lead,△=support", []),
        ("√=lead,△=support,×=remark", []),
        ("√=lead,△=remark", []),
        ("√=lead", ["不明白“△”指什么（2 格）：△"]),
    ],
)
def test_a_cross_and_what_the_user_counts_among_the_rest_say_that_a_body_has_no_part(
    said: str, told: list[str]
) -> None:
    table = "任务,县交通局,县水利局,县林业局\n修桥铺路,√,×,△\n清淤河道,△,√,×\n"
    (document,) = read_bytes(table.encode(), "表.csv")
    analysis = analyse(document, rules=parse_columns(said))
    leads = [(one.clause.heading, one.department.name) for one in analysis.assignments if one.role == "lead"]
    assert leads == [("修桥铺路", "县交通局"), ("清淤河道", "县水利局")]
    assert [finding.message for finding in analysis.findings if finding.check == "unread"] == told


def test_odd_cells_of_a_body_are_told_and_its_others_stay() -> None:
    (document,) = read_bytes("任务,县交通局,县水利局,县林业局\n修桥铺路,R,Q,C\n清淤河道,C,R,A\n".encode(), "表.csv")
    analysis = analyse(document)
    found = {(one.clause.heading, one.role) for one in analysis.assignments if one.department.name == "县水利局"}
    assert found == {("清淤河道", "responsible")}
    assert [finding.message for finding in analysis.findings if finding.check == "unread"] == ["不明白“Q”指什么：Q"]
    with_sign = extract(document, rules=parse_columns("Q=support"))
    assert {(one.clause.heading, one.role) for one in with_sign if one.department.name == "县水利局"} == {
        ("修桥铺路", "support"),
        ("清淤河道", "responsible"),
    }


@pytest.mark.parametrize(
    ("legend", "said"),
    [("注：L—牵头 P—参与\n", ""), ("L为牵头，P为参与\n", ""), ("", "L=lead,P=support")],
)
def test_letters_of_a_matrix_are_those_of_its_legend_or_of_the_user(legend: str, said: str) -> None:
    table = f"{legend}工作任务,县规划局,县住建局,县城管局\n编制片区规划,L,P,\n整治违法建设,P,,L\n"
    (document,) = read_bytes(table.encode(), "表.csv")
    found = extract(document, rules=parse_columns(said) if said else ())
    assert [(one.clause.heading, one.department.name, one.role) for one in found] == [
        ("编制片区规划", "县规划局", "lead"),
        ("编制片区规划", "县住建局", "support"),
        ("整治违法建设", "县规划局", "support"),
        ("整治违法建设", "县城管局", "lead"),
    ]


def test_letters_that_nothing_explains_are_told() -> None:
    (document,) = read_bytes("工作任务,县规划局,县住建局\n编制规划,L,P\n整治违建,P,L\n".encode(), "表.csv")
    analysis = analyse(document)
    assert not analysis.assignments
    assert [finding.check for finding in analysis.findings] == ["unread"]


@pytest.mark.parametrize(
    "legend", ["注：1 表示牵头，2 表示参与", "1—牵头 2—参与", "图例：1=牵头；2=参与", "1为牵头单位，2为参与单位"]
)
def test_figures_of_a_matrix_are_those_of_its_legend(legend: str) -> None:
    table = f"{legend}\n序号,任务,县规划局,县住建局\n1,编制规划,1,2\n2,整治违建,2,1\n"
    assert read(table) == [
        ("编制规划", "县规划局", "lead"),
        ("编制规划", "县住建局", "support"),
        ("整治违建", "县规划局", "support"),
        ("整治违建", "县住建局", "lead"),
    ]


def test_figures_without_a_legend_are_no_signs() -> None:
    assert read("任务,县规划局,县住建局\n编制规划,1,2\n整治违建,2,1\n") == []


def test_a_letter_with_the_sign_of_a_footnote_is_the_letter() -> None:
    found = read("Task,PM,Dev,Ops\nDesign review,A,R,I\nRelease,A,C,R*\n")
    assert [(body, role) for task, body, role in found if task == "Release"] == [
        ("PM", "lead"),
        ("Dev", "support"),
        ("Ops", "responsible"),
    ]


def test_a_person_over_a_column_has_the_part_of_its_letters() -> None:
    chart = "任务\t林涛\t高原\t许诺\n下单\tR\tA\tI\n验货\tC\tA\tR\n付款\tI\tR\tA\n"
    assert [(row.department.name, row.role) for row in extract(f"RACI\n{chart}") if row.clause.heading == "付款"] == [
        ("林涛", "inform"),
        ("高原", "responsible"),
        ("许诺", "lead"),
    ]
