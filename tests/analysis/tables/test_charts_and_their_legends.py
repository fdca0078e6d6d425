"""Charts as companies, hospitals and project offices make them: their heads, legends, letters and sides."""

from __future__ import annotations

import pytest

from raci.analysis.tables.legends import read_legend
from raci.pipeline import analyse, extract
from raci.readers.registry import read_bytes
from raci.rules.matching import active_rules

Row = tuple[str, str, str]


def read(table: str) -> list[Row]:
    """Task, body and role of each row of a file with a table."""
    (document,) = read_bytes(table.encode(), "表.csv")
    return [(one.clause.heading, one.department.name, one.role) for one in extract(document)]


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("本年分工（★ 牵头　☆ 配合）", {"★": "lead", "☆": "support"}),
        ("主办▲ 协办△", {"▲": "lead", "△": "support"}),
        (
            "R（Responsible）：执行者\nA（Accountable）：最终责任人\nI（Informed）：被告知者",
            {"R": "responsible", "A": "lead", "I": "inform"},
        ),
        ("R1：主要负责；R2：协助负责", {"R1": "responsible", "R2": "support"}),
        ("注：主—主要责任部门，次—次要责任部门", {"主": "responsible", "次": "support"}),
        # one letter leads: A where nothing says otherwise, R where the legend has it so
        ("R执行 A批准 C审核 I告知", {"R": "responsible", "A": "lead", "C": "approve", "I": "inform"}),
        ("R牵头，A审批，C配合", {"R": "lead", "A": "approve", "C": "support"}),
        # a letter by itself in other words
        ("附表C 审核流程", {}),
        ("A精通 B熟练 C了解", {}),
    ],
)
def test_what_a_legend_says(words: str, roles: dict[str, str]) -> None:
    assert read_legend(words, active_rules()).roles == roles


def test_the_lower_of_two_heads_names_the_posts() -> None:
    rows = read("工作,信息中心,,临床科室,\n,主任,工程师,科主任,护士长\n编制需求,A,R,C,\n试运行,I,C,A,R\n")
    assert rows[:3] == [
        ("编制需求", "主任", "lead"),
        ("编制需求", "工程师", "responsible"),
        ("编制需求", "科主任", "support"),
    ]
    assert ("试运行", "护士长", "responsible") in rows


def test_heads_that_say_who_leads_are_posts_over_letters() -> None:
    rows = read("流程,发布经理,分管副总,监理单位\n采购评审,R,A,C\n竣工验收,C,I,A/R\n")
    assert [row[1:] for row in rows] == [
        ("发布经理", "responsible"),
        ("分管副总", "lead"),
        ("监理单位", "support"),
        ("发布经理", "support"),
        ("分管副总", "inform"),
        ("监理单位", "lead"),
    ]


def test_a_name_over_letters_keeps_what_reads_like_a_verb() -> None:
    rows = read("工作包,乙方实施,用人部门负责人\n割接演练,R,A\n")
    assert [row[1] for row in rows] == ["乙方实施", "用人部门负责人"]


def test_which_side_names_the_bodies_is_told_by_the_names() -> None:
    upright = read("交付物\\责任主体,财务部,法务部,采购部\n付款计划,A,R,C\n合同归档,C,A,R\n")
    assert upright[0] == ("付款计划", "财务部", "lead")
    turned = read("岗位＼流程,入职,转正\n招聘专员,R,C\nIT支持,C,\n部门主管,A,A\n")
    assert turned[:3] == [
        ("入职", "招聘专员", "responsible"),
        ("入职", "IT支持", "support"),
        ("入职", "部门主管", "lead"),
    ]


def test_a_chart_below_its_legend_and_letters_with_their_words() -> None:
    legend = "代码,含义,\nV,验证,\nA,负责,\nR,执行,\nI,知会,\n"
    rows = read(legend + "活动,测试组,开发组\n灰度发布,V,R-执行\n回滚演练,A-负责,I\n")
    assert rows == [
        ("灰度发布", "测试组", "approve"),
        ("灰度发布", "开发组", "responsible"),
        ("回滚演练", "测试组", "lead"),
        ("回滚演练", "开发组", "inform"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "角色,客户,订单\n销售员,C/R,R\n财务员,R,C/R\nC新增 R读取,,\n",
        "工作流,范围,进度\n数据迁移,G,R\n培训,A,G\nR红 A黄 G绿,,\n",
        "项目名称,园区平台\n系统承建单位,华通软件公司\n检测依据,国家标准\n检测结论,合格\n",
    ],
)
def test_letters_and_forms_of_other_kinds(table: str) -> None:
    (document,) = read_bytes(table.encode(), "表.csv")
    assert analyse(document).assignments == ()
