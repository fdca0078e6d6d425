"""The words of labels: each is read on a line of its own, in a bracket, and behind another label."""

from __future__ import annotations

import pytest
from texts import said

BY_ROLE = {
    "lead": "牵头单位 总牵头单位 双牵头单位 市直牵头部门 领衔单位 抓总单位 总负责单位 召集单位 牵头科（室） "
    "牵头单位(责任部门)",
    "responsible": "责任单位 实施主体 推进单位 认领单位 承接单位 包保单位 首责单位 属地单位 属地政府 责任中心 责任镇街 "
    "责任街道 责任乡镇 责任处（科）室 项目业主 组织单位 监管部门",
    "support": "配合单位 协抓单位 辅助单位 联动单位 共建单位 参建单位 配合（责任）单位 配合单位（部门） 参与责任单位",
    "guide": "督查单位 督导部门 监督责任单位 监督检查单位",
    "approve": "审定单位 验收部门 核查单位 销号单位",
    "leader": "责任人 责任科长 分管副市长 包案领导 责任领导及责任人",
}
LABELS = [(label, role) for role, labels in BY_ROLE.items() for label in labels.split()]


@pytest.mark.parametrize(("label", "role"), LABELS)
def test_a_label_is_known_wherever_it_stands(label: str, role: str) -> None:
    name = "王建国" if role == "leader" else "市财政局"
    stated = f"{label}：{name}"
    lines = f"一、重点任务\n1.建设平台。推进建设。\n{stated}\n2.完善制度。\n{stated}\n"
    brackets = f"一、重点任务\n1.建设平台。推进建设。（{stated}）\n2.完善制度。（{stated}）\n"
    behind = f"一、重点任务\n1.建设平台。推进建设。（责任单位：市教育局；{stated}）\n"
    assert said(lines) == said(brackets) == [(name, role)] * 2
    assert (name, role) in said(behind)


@pytest.mark.parametrize(
    "line", ["联系部门：市财政局", "报送单位：市财政局", "对口处室：高新处", "主要完成单位：某某公司"]
)
def test_what_gives_no_duty_is_no_label(line: str) -> None:
    assert said(f"一、重点任务\n1.建设平台。推进建设。\n{line}\n2.完善制度。\n{line}\n") == []


@pytest.mark.parametrize("task", ["推进物流枢纽建设", "实施重大项目", "采购", "规范审批"])
def test_a_label_in_square_brackets_behind_any_word_of_the_task(task: str) -> None:
    text = f"一、重点任务\n1.{task}【牵头】市商务局【配合】市财政局\n2.修缮堤坝【牵头】市水利局\n"
    assert said(text) == [("市商务局", "lead"), ("市财政局", "support"), ("市水利局", "lead")]
