"""More templates that are held back, written after the first ones had been scored."""

from __future__ import annotations

from written.duties import Template, listed, phrases
from written.plans import Task

_FIRST = {"lead": "lead", "support": "responsible"}
_SAME = {"lead": "responsible", "support": "responsible"}
_HELPED = {"lead": "responsible", "support": "support"}
_LED = {"leader": "leader", "lead": "lead", "support": "support"}


def _two(task: Task, lead: str, support: str, between: str = "；", sign: str = "、") -> str:
    return phrases(task, lead, support, between, sign)


HELD = tuple(
    template._replace(held=True)
    for template in (
        Template("（任务分工：甲牵头，乙配合）", lambda task: f"（任务分工：{_two(task, '{}牵头', '{}配合', '，')}）"),
        Template(
            "（市级牵头单位：甲；市级配合单位：乙）",
            lambda task: (
                f"（市级牵头单位：{listed(task.said['lead'])}"
                + (f"；市级配合单位：{listed(task.said['support'])}）" if task.said["support"] else "）")
            ),
        ),
        Template(
            "（总牵头：甲；分工负责：乙）",
            lambda task: (
                f"（总牵头：{listed(task.said['lead'])}"
                + (f"；分工负责：{listed(task.said['support'])}）" if task.said["support"] else "）")
            ),
            _FIRST,
        ),
        Template(
            "（甲抓总，乙、丙按职责落实）", lambda task: f"（{_two(task, '{}抓总', '{}按职责落实', '，')}）", _FIRST
        ),
        Template(
            "line: 【牵头单位】甲；【配合单位】乙；【时限】",
            lambda task: f"{_two(task, '【牵头单位】{}', '【配合单位】{}')}；【完成时限】{task.limit}",
            place="below",
        ),
        Template(
            "line: ☆牵头单位 甲　☆配合单位 乙",
            lambda task: _two(task, "☆牵头单位 {}", "☆配合单位 {}", "　"),
            place="below",
        ),
        Template(
            "责任领导为李某，责任单位为甲、乙。",
            lambda task: f"责任领导为{task.leader}，责任单位为{listed(task.bodies)}。",
            _SAME | {"leader": "leader"},
            "sentence",
        ),
        Template(
            "时限前完成，甲牵头、乙配合。",
            lambda task: f"{task.limit}完成，{_two(task, '{}牵头', '{}配合', '、')}。",
            place="sentence",
        ),
        Template(
            "lines: 牵头单位：甲 / 配合单位：乙 in one line",
            lambda task: _two(task, "牵头单位：{}", "配合单位：{}", " / "),
            place="below",
        ),
        Template(
            "（甲会同乙等部门牵头落实）",
            lambda task: (
                f"（{listed(task.said['lead'])}负责；{listed(task.said['support'])}参加）"
                if task.said["support"]
                else f"（{listed(task.said['lead'])}负责）"
            ),
            _HELPED,
        ),
        Template(
            "lines: a. 牵头单位：甲",
            lambda task: f"a. {_two(task, '牵头单位：{}', 'b. 配合单位：{}', chr(10))}",
            place="below",
        ),
        Template(
            "lines: 责任单位 below a blank line, one a line with commas",
            lambda task: "\n责任单位：" + listed(task.bodies, "，\n"),
            _SAME,
            "below",
        ),
        Template(
            "（李某负责，甲牵头落实，乙协办）",
            lambda task: (
                f"（责任人：{task.leader}，牵头：{listed(task.said['lead'])}"
                + (f"，协办：{listed(task.said['support'])}）" if task.said["support"] else "）")
            ),
            _LED,
        ),
        Template("title: 【甲牵头】", lambda task: f"【{listed(task.said['lead'])}牵头】", {"lead": "lead"}, "title"),
        Template(
            "牵头部门：甲。参加部门：乙。",
            lambda task: f"{_two(task, '牵头部门：{}', '参加部门：{}', '。')}。",
            place="sentence",
        ),
    )
)
