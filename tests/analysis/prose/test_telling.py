"""Reports, speeches, commendations and chapters of how things are tell of no duties, but for what they ask for."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

R, L = "responsible", "lead"


def told(text: str) -> list[tuple[str, str]]:
    return [(row.department.name, row.role) for row in extract(text, basis=("prose",))]


@pytest.mark.parametrize(
    "title",
    [
        "2024年度绿道建设工作情况报告",
        "在全市绿道建设现场会上的讲话",
        "关于表扬绿道建设先进单位的通报",
        "关于绿道建设督查情况的通报",
        "县园林局2024年工作总结",
        "让绿道连起来——云泽县绿道建设纪实",
        "县园林局召开绿道管护推进会",
        "致全县市民的一封信",
        "关于王某等人见义勇为事迹的通报",
        "绿道建设事故调查报告（节选）",
    ],
)
def test_what_was_done_is_no_duty_and_what_is_asked_for_is(title: str) -> None:
    text = (
        f"{title}\n今年，县园林局组织开展绿道普查，县水务局会同县住建局建立会商机制。\n"
        "县园林局要及时总结经验；县财政局会同县审计局核查资金。\n"
    )
    assert told(text) == [("县园林局", R), ("县财政局", L), ("县审计局", "support")]


def test_what_comes_next_has_a_chapter_of_its_own() -> None:
    text = (
        "关于绿道建设督查情况的通报\n一、总体情况\n县园林局建立巡查台账。\n二、下步要求\n"
        "（一）抓好整改。住建部门开展桥梁排查，水务部门巡查堤防。\n"
    )
    assert told(text) == [("住建部门", R), ("水务部门", R)]


@pytest.mark.parametrize("heading", ["存在的主要问题", "工作开展情况", "主要做法和成效"])
def test_a_chapter_of_how_things_are_gives_nobody(heading: str) -> None:
    text = (
        f"绿道建设实施方案\n一、{heading}\n（一）管护不力。县园林局建立了台账，县水务局组织巡查。\n"
        "二、主要任务\n县园林局组织普查绿道。\n"
    )
    assert told(text) == [("县园林局", R)]


@pytest.mark.parametrize("heading", ["解决突出问题", "整改措施", "定期通报情况"])
def test_other_chapters_go_on_to_give_duties(heading: str) -> None:
    text = f"绿道建设实施方案\n一、{heading}\n（一）抓好管护。县园林局组织普查绿道。\n"
    assert told(text) == [("县园林局", R)]


def test_a_notice_that_asks_for_reports_is_no_report() -> None:
    text = "关于报送绿道建设情况的通知\n一、县园林局汇总各街道的情况。\n"
    assert told(text) == [("县园林局", R)]


@pytest.mark.parametrize("heading", ["第三章　图书馆设置", "## 第三章 图书馆设置"])
def test_the_heading_of_a_chapter_is_no_sentence(heading: str) -> None:
    text = f"某市图书馆条例\n{heading}\n第十六条 市人民政府应当设置公共图书馆。\n"
    assert told(text) == [("市人民政府", R)]


STORY = (
    "{title}\n那年大旱，县水利局派人到所里蹲点，和职工一起清淤。\n“水来得晚，大家心里都急。”周某说，“局里要求我们去做工作。”\n"
    "镇政府组织党员上渠护水，派出所轮班巡查。\n后来，管理处争取立项，县财政局拨付配套资金，渠道修好了。\n"
    "如今，县农业农村局把这里列为示范点，市水利局指导管理处做好养护。\n去年冬天，他把观测本交给了县档案局。\n"
)
HALF_A_YEAR = (
    "{title}\n半年来，各项工作有序推进。\n一是争取资金4300万元，规划科会同项目办编报项目，县财政局配套到位，同比增长三成。\n"
    "二是完成护岸8公里，建管科每周调度，质监站开展监督检查26次，累计下发通知11份。\n"
    "三是水政科核查取水户204家，县公安局协助查处案件3起，位居全市前列。\n四是我们先后组织巡河52次，县河长办建立了台账。\n"
)
STUDY = (
    "{title}\n有学者指出，应急管理部门承担综合协调职能，行业部门负责本领域的监管。\n"
    "在我们调查的五个县中，县应急管理局负责业务指导，乡镇政府组织演练。\n访谈中，一位副局长谈到职责不清。\n"
    "表2显示，响应时间为43分钟，县林业局牵头防火，县公安局负责侦破。\n本文没有讨论市级政府，市应急管理局统筹救援力量。\n"
)
GAZETTEER = (
    "{title}\n清河水库位于县北部，是一座中型水库。\n水库始建于1959年，由清河公社组织修建，省水利设计院负责设计。\n"
    "2021年10月经省水利厅批复，县水利局派驻工作组，镇政府协助解决用地。\n期间，县公安局负责交通疏导。\n2023年5月通过验收，验收由市水利局主持。\n"
)
TEXTBOOK = (
    "{title}\n从世界范围看，城市管理有三种模式。\n在分散模式下，规划部门负责审批，建设部门负责监管，往往出现多头执法。\n"
    "学者认为，审批部门对结果负责，执法部门对处罚负责。\n例如，某市由城管局设法制科负责审核。\n试分析区城管局与街道办事处的关系。\n"
)


@pytest.mark.parametrize("text", [STORY, HALF_A_YEAR, STUDY, GAZETTEER, TEXTBOOK])
@pytest.mark.parametrize("title", ["守渠人", "上半年", "一"])
def test_what_is_told_without_a_telling_title_is_no_duty(text: str, title: str) -> None:
    assert told(text.format(title=title)) == []


def test_an_account_still_asks_in_its_last_words() -> None:
    text = STORY.format(title="守渠人") + "下一步，县水利局将组织排查，县财政局要保障资金。\n"
    assert told(text) == [("县水利局", R), ("县财政局", R)]


def test_a_plan_that_begins_with_what_was_reached_asks_all_the_same() -> None:
    text = (
        "绿道建设方案\n去年以来，我们建成了绿道30公里，累计投入2亿元，先后获评示范县。\n为加快建设，制定本方案。\n"
        "一、县园林局组织普查绿道，建立台账。\n二、县水务局巡查堤防，2025年底前完成整治。\n三、县财政局要保障资金。\n四、确保年底前完成。\n"
    )
    assert told(text) == [("县园林局", R), ("县水务局", R), ("县财政局", R)]
