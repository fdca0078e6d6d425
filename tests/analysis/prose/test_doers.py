"""Who is told to do something where the verb stands far off, or the name has words of a sentence in it."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

L, R, S, G, A, I = "lead", "responsible", "support", "guide", "approve", "inform"  # noqa: E741


def told(text: str) -> list[tuple[str, str]]:
    return [(one.department.name, one.role) for one in extract(text, basis=("prose",))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("园林绿化主管部门查验苗木时，应当出示证件。", [("园林绿化主管部门", R)]),
        ("市园林局初核并汇总后，于6月5日前上报市政府。", [("市园林局", R), ("市政府", I)]),
        ("县级以上人民政府认为确有必要的，应当听取公众意见。", [("县级以上人民政府", R)]),
        ("县园林局和县水务局接到报告后，应当立即到场。", [("县园林局", R), ("县水务局", R)]),
        ("绿化管理机构出让绿地经营权，应当公开招标。", [("绿化管理机构", R)]),
        ("市园林局发现苗木枯死的，应当及时补植。", [("市园林局", R)]),
        ("市园林局对不符合条件的，应当说明理由。", [("市园林局", R)]),
        ("市政府责成市园林局会同市水务局制定细则。", [("市园林局", L), ("市水务局", S)]),
        ("市园林局绿化建设管理处负责日常巡查。", [("市园林局绿化建设管理处", R)]),
        ("苗木登记机关应当建立档案。", [("苗木登记机关", R)]),
        ("绿道认养资金由同级财政贴付。", [("同级财政", R)]),
        ("争议由绿地所在地的园林局管辖。", [("园林局", R)]),
        ("由各省、自治区、直辖市负责落实。", [("各省、自治区、直辖市", R)]),
        ("各市、县、区要公布绿道名录。", [("各市、县、区", R)]),
        (
            "各县（市、区）、开发区（高新区）园林主管部门负责初核。",
            [("各县（市、区）、开发区（高新区）园林主管部门", R)],
        ),
        ("各县（市、区）、高新区管委会负责初核。", [("各县（市、区）", R), ("高新区管委会", R)]),
        ("市人民政府，街道办事处以及绿化委员会应当组织义务植树。",
         [("市人民政府", R), ("街道办事处", R), ("绿化委员会", R)]),
        ("由市园林局，按照规定发放补助。", [("市园林局", R)]),
        ("市总工会、市妇联等群团组织应当组织认养。", [("市总工会", R), ("市妇联", R)]),
        ("绿化经费使用情况应当向同级人民代表大会报告。", [("同级人民代表大会", I)]),
        ("名录于3月2日报市园林局。", [("市园林局", I)]),
        ("名录报市政府研究批准。", [("市政府", A)]),
        ("各养护站接受市园林局的有关业务统筹指导。", [("市园林局", G)]),
    ],
)  # fmt: skip
def test_doers_are_found(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert told(f"一、基本规定\n{sentence}\n") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "绿道可由市园林局委托经营。",
        "园林企业联合市园林局、高校申报的项目予以支持。",
        "园林工会组织依法独立享有权利。",
        "市园林局专项资金，应当专款专用。",
        "市园林局的建议时，应当记录。",
        "市园林局工作人员执法时，应当出示证件。",
        "绿化审批事项由多环节办理改为集中办理。",
        "市园林局以园发〔2021〕3号文件批复该项目。",
        "绿道管护体系全面建立。",
        "力争使九成左右的县（市、区）通过绿化达标。",
        "市园林局在规划中，对其中超过十万元的事项进行了自查及细化，将固定数额改为公式。",
        "区人民政府组织实施的绿道普查、监测等活动；",
        "应当委托具备相应资质的监理单位进行绿化监理。",
        "坚持谁主管、谁负责，谁审批、谁负责的原则。",
    ],
)
def test_neighbours_tell_of_nobody(sentence: str) -> None:
    assert told(f"一、基本规定\n{sentence}\n") == []


def test_what_speakers_say_is_no_plan() -> None:
    text = "在花展开幕式上的致辞\n女士们、先生们：\n市园林局组织全市苗圃备展。市妇联配合市园林局布置会场。\n"
    assert told(text) == []


def test_lead_in_with_its_own_duty_gives_both() -> None:
    text = "第三条 市园林局，负责组织、协调绿道养护，其主要职责是：\n（一）编制绿道名录；\n（二）表彰绿道志愿者。\n"
    rows = [(one.clause.heading, one.department.name) for one in extract(text, basis=("prose",))]
    assert ("编制绿道名录", "市园林局") in rows
    assert ("表彰绿道志愿者", "市园林局") in rows
    assert len(rows) == 3


def test_articles_in_a_text_without_line_breaks_are_clauses() -> None:
    text = (
        "云泽市绿道管护规定第一条为了加强绿道管护，制定本规定。第二条绿道由市园林局负责管护。"
        "第三条市财政局安排管护经费，报市人民政府批准后下达。第四条本规定自公布之日起施行。"
    )
    rows = [(one.clause.number, one.department.name, one.role) for one in extract(text, basis=("prose",))]
    assert rows == [("第二条", "市园林局", R), ("第三条", "市财政局", R), ("第三条", "市人民政府", A)]
