"""Labels on lines of their own: above their names, numbered names, facts, one body after the other, blanks within."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse, extract

L, R, S, P = "lead", "responsible", "support", "leader"


def read(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (one.clause.heading, one.department.name, one.role, one.deadline.text if one.deadline else "")
        for one in extract(f"清河区任务清单\n{text}")
        if one.basis != "prose"
    ]


@pytest.mark.parametrize(
    "marks", [("1.", "2."), ("（1）", "（2）"), ("①", "②"), ("1）", "2）"), ("•", "•"), ("●", "●")]
)
def test_names_below_their_label_may_have_numbers_or_bullets(marks: tuple[str, str]) -> None:
    first, second = marks
    text = (
        f"（一）整治占道\n责任单位：\n{first}区城管局\n{second}各街道办事处\n完成时限：\n2026年6月\n"
        "（二）更新广告\n责任单位：区文明办"
    )
    assert read(text) == [
        ("整治占道", "区城管局", R, "2026年6月"),
        ("整治占道", "各街道办事处", R, "2026年6月"),
        ("更新广告", "区文明办", R, ""),
    ]


def test_numbered_tasks_below_a_label_with_its_names_stay_tasks() -> None:
    text = "（一）门诊\n1.挂号管三天\n时间节点：5月1日起\n责任科室：门诊部\n2.设置服务中心\n责任科室：护理部"
    assert [row[:2] for row in read(text)] == [("挂号管三天", "门诊部"), ("设置服务中心", "护理部")]


def test_labels_may_stand_above_their_facts() -> None:
    text = (
        "（一）问题一\n废物贮存不规范。\n整改时限\n2026年7月底\n责任单位\n区工信局\n责任人\n林森\n"
        "（二）问题二\n噪声扰民。\n责任单位\n区公安局"
    )
    assert read(text) == [
        ("问题一", "区工信局", R, "2026年7月底"),
        ("问题一", "林森", P, "2026年7月底"),
        ("问题二", "区公安局", R, ""),
    ]


def test_blanks_within_labels() -> None:
    text = (
        "1、增设座椅\n责　任　人：方圆\n责任 单位：区园林局\n完成 时限：2026年5月\n2、开行班车\n"
        "时　　　　限：年底前\n责任单位：区交通局"
    )
    assert read(text) == [
        ("增设座椅", "方圆", P, "2026年5月"),
        ("增设座椅", "区园林局", R, "2026年5月"),
        ("开行班车", "区交通局", R, "年底前"),
    ]


def test_one_body_after_the_other_with_its_duties() -> None:
    text = (
        "单位：区住建局\n职责任务：排查房屋。\n完成时限：4月底\n单位：区教育局、区体育局\n"
        "职责任务：检查食堂。\n完成时限：3月底"
    )
    assert read(text) == [
        ("排查房屋", "区住建局", R, "4月底"),
        ("检查食堂", "区教育局", R, "3月底"),
        ("检查食堂", "区体育局", R, "3月底"),
    ]


def test_several_duties_of_one_body() -> None:
    text = "单位：区住建局\n工作任务：\n1.排查房屋\n2.检查电梯\n单位：区教育局\n工作任务：检查食堂"
    assert [row[:2] for row in read(text)] == [
        ("排查房屋", "区住建局"),
        ("检查电梯", "区住建局"),
        ("检查食堂", "区教育局"),
    ]


def test_the_address_of_a_body_makes_no_task() -> None:
    assert read("单位：区住建局\n地址：东街1号\n电话：3321001") == []


def test_a_proposal_has_its_bodies() -> None:
    text = (
        "建议编号：第12号\n建议名称：关于规范充电设施的建议\n领衔代表：何清\n主办单位：区住建局\n会办单位：区消防大队"
    )
    assert [row[1:3] for row in read(text)] == [("区住建局", L), ("区消防大队", S)]


def test_bullets_are_no_part_of_a_task() -> None:
    text = "● 整合网格。细分网格。\n责任人：罗兰\n协助：物业公司、业委会\n● 建强队伍。配齐人员。\n责任人：黎明"
    assert [row[:3] for row in read(text)] == [
        ("整合网格", "罗兰", P),
        ("整合网格", "物业公司", S),
        ("整合网格", "业委会", S),
        ("建强队伍", "黎明", P),
    ]


@pytest.mark.parametrize(
    ("first", "second"), [("1.任务名称：", "2.任务名称："), ("一、问题：", "二、问题："), ("▲事项：", "▲事项：")]
)
def test_the_name_of_a_field_is_no_part_of_a_task(first: str, second: str) -> None:
    text = f"{first}修订方案\n工作内容：逐条修订\n责任单位：教务处\n{second}建设基地\n责任单位：后勤处"
    assert [row[:3] for row in read(text)] == [("修订方案", "教务处", R), ("建设基地", "后勤处", R)]


def test_fields_behind_bullets_are_those_of_the_item_above_them() -> None:
    fields = "◇ 建设内容：{}\n◇ 属地责任：{}\n◇ 行业主管：{}\n◇ 包联领导：{}\n"
    text = (
        "【项目一】文化馆提升\n"
        + fields.format("扩建展厅", "东岭镇人民政府", "县文旅局", "李大山")
        + "【项目二】码头修缮\n"
        + fields.format("修缮2处", "西岭镇人民政府", "县水利局", "周平")
    )
    assert [row[:3] for row in read(text)] == [
        ("文化馆提升", "东岭镇人民政府", R),
        ("文化馆提升", "李大山", P),
        ("码头修缮", "西岭镇人民政府", R),
        ("码头修缮", "周平", P),
    ]
    told = " ".join(finding.message for finding in analyse(text).findings)
    assert "县文旅局" in told and "县水利局" in told


def test_fields_that_come_again_without_bullets_are_those_of_the_task_above_them() -> None:
    fields = "前期进展：{}\n下步工作：{}\n包联领导：{}\n"
    text = (
        "★项目1：湖滨绿道\n"
        + fields.format("完成选址", "5月底前完成环评（县水利局），7月底前落实资金（县财政局）。", "李大山")
        + "★项目2：南站枢纽\n"
        + fields.format("完成可研", "6月底前完成征地（东岭镇、县资规局），8月底前开工（县交投集团）。", "周平")
    )
    assert [row[:3] for row in read(text)] == [
        ("湖滨绿道", "县水利局", R),
        ("湖滨绿道", "县财政局", R),
        ("湖滨绿道", "李大山", P),
        ("南站枢纽", "东岭镇", R),
        ("南站枢纽", "县资规局", R),
        ("南站枢纽", "县交投集团", R),
        ("南站枢纽", "周平", P),
    ]


@pytest.mark.parametrize(
    ("fact", "is_told"), [("资金：县财政局", True), ("地点：县体育馆", False), ("进度安排：长期执行", False)]
)
def test_a_body_behind_a_label_that_no_rule_knows_is_told(fact: str, is_told: bool) -> None:
    text = f"一、修缮码头\n责任单位：县水利局\n{fact}\n"
    assert [row[1] for row in read(text)] == ["县水利局"]
    assert any(fact in finding.message for finding in analyse(text).findings) is is_told


def test_a_task_may_be_numbered_without_a_mark() -> None:
    text = "任务1 修订方案\n责任部门：教务处\n任务2 建设基地\n责任部门：后勤处"
    assert [row[:2] for row in read(text)] == [("修订方案", "教务处"), ("建设基地", "后勤处")]


def test_a_call_for_bids_gives_no_duties() -> None:
    text = (
        "云海公司管网工程招标公告\n建设单位：云海置业公司\n代理机构：中正招标公司\n监督单位：区住建局\n开标时间：3月1日"
    )
    assert not [one for one in extract(text) if one.basis != "prose"]


def test_cases_in_a_ledger_are_items() -> None:
    text = (
        "案件1：反映征地补偿。包案领导：区长韩梅；责任单位：区自然资源局；化解时限：4月底\n"
        "案件2：反映拖欠工资。包案领导：区长韩梅；责任单位：区人社局；化解时限：5月底"
    )
    assert [(row[1], row[3]) for row in read(text) if row[2] == R] == [("区自然资源局", "4月底"), ("区人社局", "5月底")]


def test_who_checks_a_correction_leaves_the_time_limit_to_it() -> None:
    text = "1.燃气管老化。\n整改部门：后勤处\n复查部门：安全办\n整改期限：3月5日前\n2.药品混放。\n实施：教务处"
    assert read(text) == [
        ("燃气管老化", "后勤处", R, "3月5日前"),
        ("燃气管老化", "安全办", "approve", "3月5日前"),
        ("药品混放", "教务处", R, ""),
    ]


def test_a_bracket_before_the_words_of_an_item_is_that_items() -> None:
    text = "任务\n（一）【区商务局牵头】开展试点。\n（二）【责任单位：区司法局】清理。\n（三）（区财政局负责）兑现。"
    assert [(one.clause.number, one.department.name, one.role) for one in extract(text)] == [
        ("（一）", "区商务局", L),
        ("（二）", "区司法局", R),
        ("（三）", "区财政局", R),
    ]


def test_the_label_of_a_limit_may_have_a_remark() -> None:
    text = "1.整治占道\n责任单位：区城管局\n完成时限（2026年）：6月底\n2.更新广告\n责任单位：区文明办"
    assert read(text) == [("整治占道", "区城管局", R, "6月底"), ("更新广告", "区文明办", R, "")]
