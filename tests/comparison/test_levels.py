"""An upper plan and the lower one: bodies of one duty, tasks that nobody took up, limits that are too late."""

from __future__ import annotations

import pytest

import raci
from raci.comparison.table import told

UPPER = """临江省人民政府办公厅
关于印发临江省电动自行车安全整治方案的通知
一、主要任务
（一）规范生产销售。严查非法改装和不合格产品，对经销企业全覆盖检查。（省市场监管局牵头，省工业和信息化厅配合；2025年9月底前）
（二）建设充电设施。在老旧小区、农贸市场周边建设集中充电点。（省住房城乡建设厅牵头；2025年12月底前）
（三）开展宣传教育。制作公益广告，走进社区和学校讲解火灾案例。（省消防救援总队负责）
"""
LOWER = """云泽市人民政府办公室
关于印发云泽市电动自行车安全整治方案的通知
一、主要任务
（一）规范生产销售。严查非法改装和不合格产品，对全市经销企业全覆盖检查。（市市场监管局牵头，市工信局配合；2025年9月底前）
（二）建设充电设施。在老旧小区、农贸市场周边新建集中充电点600个。（市城管局牵头；2026年6月底前）
（三）设立举报奖励。对举报飞线充电、进楼入户的市民给予奖励。（市应急管理局负责）
"""


def test_what_differs_between_the_levels() -> None:
    comparison = raci.diff(UPPER, LOWER, levels=True)
    assert [told(change) for _, change in comparison.changes()] == [
        "未承接",
        "牵头单位职能不同：省住房城乡建设厅牵头（A/R） → 市城管局牵头（A/R）",
        "晚于上级时限：2025年12月底前 → 2026年6月底前",
        "本级自定",
    ]
    assert comparison.headings == ("上级文件", "本级文件", "差异")


@pytest.mark.parametrize(
    ("before", "after"),
    [("2025年9月底前", "2025年6月底前"), ("；2025年9月底前）", "）"), ("，市工信局配合", "")],
)
def test_what_a_lower_plan_may_do(before: str, after: str) -> None:
    same = raci.diff(UPPER, LOWER, levels=True)
    changed = raci.diff(UPPER, LOWER.replace(before, after), levels=True)
    assert [told(change) for _, change in changed.changes()] == [told(change) for _, change in same.changes()]


def test_a_lower_task_may_carry_several_upper_ones() -> None:
    lower = LOWER.replace(
        "（三）设立举报奖励。对举报飞线充电、进楼入户的市民给予奖励。（市应急管理局负责）\n",
        "（三）开展宣传教育。制作公益广告，走进社区和学校讲解火灾案例。（市消防救援支队负责）\n",
    )
    upper = UPPER + "（四）深化宣传教育。制作公益广告和短片，走进社区、学校、工厂讲解火灾案例。（省教育厅负责）\n"
    comparison = raci.diff(upper, lower, levels=True)
    carried = [(len(pair.old), pair.new[0].number) for pair in comparison.pairs if pair.new]
    assert carried == [(1, "（一）"), (1, "（二）"), (2, "（三）")]


def leads_differ(upper_lead: str, lower_lead: str) -> bool:
    upper = f"云泽省护林方案\n一、建设林区防火道路，完善标识。（{upper_lead}牵头，省审计厅配合）\n"
    lower = f"青岭市护林方案\n一、建设林区防火道路，完善标识。（{lower_lead}牵头，市审计局配合）\n"
    comparison = raci.diff(upper, lower, levels=True)
    return any(change.kind == "lead" for _, change in comparison.changes())


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("省自然资源厅", "市自然资源和规划局"),
        ("省水利厅", "县农业农村和水利局"),
        ("省文化和旅游厅", "市文广旅体局"),
        ("省教育厅", "市教育体育局"),
        ("省工业和信息化厅", "市经信局"),
        ("省发展改革委", "市发展改革局"),
    ],
)
def test_merged_bureaus_below_have_the_functions_of_both(upper: str, lower: str) -> None:
    assert not leads_differ(upper, lower)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("省应急厅", "市消防救援支队"),
        ("省住房城乡建设厅", "市城管局"),
        ("省民政厅", "市人社局"),
        ("省能源局", "市发展改革委"),
    ],
)
def test_other_functions_differ(upper: str, lower: str) -> None:
    assert leads_differ(upper, lower)
