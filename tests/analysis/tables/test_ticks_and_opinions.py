"""Matrices of ticks without a legend or with their tasks at the right, and opinions on who is to deal with a paper."""

from __future__ import annotations

import pytest

from raci.model import Analysis
from raci.pipeline import analyse
from raci.readers.registry import read_bytes

Row = tuple[str, str, str]


def opened(text: str) -> Analysis:
    (document,) = read_bytes(text.encode(), "表.csv")
    return analyse(document)


def rows(analysis: Analysis) -> list[Row]:
    return [(one.clause.heading, one.department.name, one.role) for one in analysis.assignments]


def checks(analysis: Analysis) -> set[str]:
    return {finding.check for finding in analysis.findings}


TICKED = "任务,县水利局,县教育局,县林业局\n修缮堤坝,√,,\n补种绿篱,,√,√\n"


def test_ticks_below_bodies_are_told_as_assumed_under_a_title_of_duties() -> None:
    analysis = opened("汛前工作任务分工一览\n" + TICKED)
    assert rows(analysis) == [
        ("修缮堤坝", "县水利局", "responsible"),
        ("补种绿篱", "县教育局", "responsible"),
        ("补种绿篱", "县林业局", "responsible"),
    ]
    assert "headless" in checks(analysis)


@pytest.mark.parametrize("title", ["汛前安排", "重点任务完成情况", "任务培训参加单位"])
def test_ticks_under_other_titles_are_told_and_not_read(title: str) -> None:
    analysis = opened(f"{title}\n{TICKED}")
    assert rows(analysis) == []
    assert "unread" in checks(analysis)


def test_tasks_at_the_right_of_a_matrix() -> None:
    analysis = opened("财务部,信息部,工作事项\nR,C,统一科目\nI,R,上线系统\n")
    assert rows(analysis) == [
        ("统一科目", "财务部", "responsible"),
        ("统一科目", "信息部", "support"),
        ("上线系统", "财务部", "inform"),
        ("上线系统", "信息部", "responsible"),
    ]


def test_opinions_in_a_list_of_papers() -> None:
    analysis = opened(
        "序号,来文标题,来文单位,分办意见,办结时限\n"
        "1,关于开展燃气互查的通知,市城管局,请区城管局牵头，各街道配合,5月20日\n"
        "2,关于征求养老条例意见的函,市民政局,转区民政局、区司法局研提意见,5月12日\n"
        "3,关于化解积案的交办函,市信访局,由区信访局会同区住建局办理,6月底\n"
    )
    assert rows(analysis) == [
        ("关于开展燃气互查的通知", "区城管局", "lead"),
        ("关于开展燃气互查的通知", "各街道", "support"),
        ("关于征求养老条例意见的函", "区民政局", "responsible"),
        ("关于征求养老条例意见的函", "区司法局", "responsible"),
        ("关于化解积案的交办函", "区信访局", "lead"),
        ("关于化解积案的交办函", "区住建局", "support"),
    ]


def test_an_opinion_on_a_form_with_its_time_limit() -> None:
    analysis = opened(
        "来文单位,省住建厅,来文日期,2026年5月6日\n"
        "文件标题,关于报送储备项目的通知,,\n"
        "拟办意见,请市住建局牵头，市财政局配合，于5月18日前报送。,,\n"
        "领导批示,同意。,,\n"
    )
    assert rows(analysis) == [
        ("关于报送储备项目的通知", "市住建局", "lead"),
        ("关于报送储备项目的通知", "市财政局", "support"),
    ]


def test_opinions_that_ask_nobody_stay_remarks() -> None:
    analysis = opened("序号,任务,责任单位,领导批示\n1,修缮堤坝,县水利局,同意\n2,补种绿篱,县林业局,已阅，抓紧办理\n")
    assert rows(analysis) == [("修缮堤坝", "县水利局", "responsible"), ("补种绿篱", "县林业局", "responsible")]


def test_the_duties_of_groups_are_their_tasks() -> None:
    analysis = opened(
        "工作组,牵头单位,成员单位,主要职责\n"
        "救治组,县卫健局,县医保局,集中救治患者\n"
        "保障组,县发改局,县财政局、县商务局,保障物资供应\n"
    )
    assert rows(analysis)[:2] == [("集中救治患者", "县卫健局", "lead"), ("集中救治患者", "县医保局", "support")]
    assert len(rows(analysis)) == 5


def test_measures_of_departments_are_no_tasks() -> None:
    analysis = opened("部门,指标,权重,目标值\n销售部,回款率,30%,95%\n生产部,合格率,25%,98%\n")
    assert rows(analysis) == []
    # with a time limit, or somebody responsible, they are to be reached
    analysis = opened("指标,目标值,责任单位\n绿地率,38%,县林业局\n合格率,98%,县教育局\n")
    assert len(rows(analysis)) == 2


def test_the_day_a_letter_came_in_is_no_limit() -> None:
    analysis = opened(
        "来信编号,2026-114,登记日期,2026年4月8日\n来信事由,反映供水水质问题,,\n"
        "批示意见,请县水利局会同县卫健局调查处理，4月20日前答复。,,\n"
    )
    assert rows(analysis) == [("反映供水水质问题", "县水利局", "lead"), ("反映供水水质问题", "县卫健局", "support")]
    assert {one.deadline.text for one in analysis.assignments if one.deadline} == {"4月20日前"}


def test_what_a_leader_wrote_on_papers_in_a_list() -> None:
    analysis = opened(
        "序号,批示件名称,批示领导,批示内容,办理时限\n"
        "1,关于电梯故障的报告,市长,请市市场监管局牵头，滨江区政府配合，抓紧处理。,4月15日前\n"
        "2,关于用工难的报告,副市长,请市人社局研究提出意见。,4月25日前\n"
    )
    assert rows(analysis) == [
        ("关于电梯故障的报告", "市市场监管局", "lead"),
        ("关于电梯故障的报告", "滨江区政府", "support"),
        ("关于用工难的报告", "市人社局", "responsible"),
    ]


def test_whose_the_person_is_does_the_task() -> None:
    analysis = opened("任务,负责人,所属部门,协作部门\n布置会场,方琳,行政部,财务部\n征集节目,秦朗,市场部,各部门\n")
    assert ("布置会场", "行政部", "responsible") in rows(analysis)
    assert ("征集节目", "市场部", "responsible") in rows(analysis)
