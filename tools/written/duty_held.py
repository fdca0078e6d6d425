"""Templates that are held back: they measure the unseen, and no rule is made on them before they have been scored."""

from __future__ import annotations

import re

from written.duties import ANY, Template, listed, phrases
from written.duty_lines import set_in_lines
from written.plans import Task

_FIRST = {"lead": "lead", "support": "responsible"}
_SAME = {"lead": "responsible", "support": "responsible"}
_HELPED = {"lead": "responsible", "support": "support"}
_LED = {"leader": "leader", "lead": "lead", "support": "support"}


def _each(task: Task, lead: str, support: str, between: str) -> str:
    """Each body with its own words."""
    said = [(body, lead) for body in task.said["lead"]] + [(body, support) for body in task.said["support"]]
    return between.join(words.format(body) for body, words in said)


def _two(task: Task, lead: str, support: str, between: str = "；") -> str:
    return phrases(task, lead, support, between)


HELD = tuple(
    template._replace(held=True)
    for template in (
        Template(
            "（主责单位为甲，协同单位为乙）",
            lambda task: f"（{_two(task, '主责单位为{}', '协同单位为{}', '，')}）",
            {"lead": ANY, "support": "support"},
        ),
        Template("（责任：甲；协助：乙）", lambda task: f"（{_two(task, '责任：{}', '协助：{}')}）", _HELPED),
        Template(
            "＊责任单位：甲（牵头单位）、乙",
            lambda task: "＊责任单位：" + _each(task, "{}（牵头单位）", "{}", "、"),
            _FIRST,
            "below",
        ),
        Template(
            "（时限，甲牵头完成；乙配合）", lambda task: f"（{task.limit}，{_two(task, '{}牵头完成', '{}配合')}）"
        ),
        Template(
            "该项任务牵头单位为甲，参与单位包括乙。",
            lambda task: f"该项任务{_two(task, '牵头单位为{}', '参与单位包括{}', '，')}。",
            place="sentence",
        ),
        Template(
            "责任落实：甲牵头抓总，乙协同推进。",
            lambda task: f"责任落实：{_two(task, '{}牵头抓总', '{}协同推进', '，')}。",
            place="sentence",
        ),
        Template("『牵头单位：甲；配合单位：乙』", lambda task: f"『{_two(task, '牵头单位：{}', '配合单位：{}')}』"),
        Template("牵头单位：甲、配合单位：乙", lambda task: f"（{_two(task, '牵头单位：{}', '配合单位：{}', '、')}）"),
        Template("（牵头单位：甲配合单位：乙）", lambda task: f"（{_two(task, '牵头单位：{}', '配合单位：{}', '')}）"),
        Template(
            "lines with signs at their ends",
            lambda task: (
                f"{_two(task, '牵头单位：{}', '配合单位：{}', chr(65307) + chr(10))}；\n完成时限：{task.limit}。"
            ),
            place="below",
        ),
        Template(
            "（甲负责牵头，乙等按职责分工配合落实）",
            lambda task: f"（{_two(task, '{}负责牵头', '{}等按职责分工配合落实', '，')}）",
        ),
        Template(
            "具体由甲负责组织实施，乙予以配合",
            lambda task: f"具体由{_two(task, '{}负责组织实施', '{}予以配合', '，')}，于{task.limit}完成。",
            _HELPED,
            "sentence",
        ),
        Template(
            "【责任领导】【责任单位】【配合单位】",
            lambda task: f"【责任领导】{task.leader}{_two(task, '【责任单位】{}', '【配合单位】{}', '')}",
            _HELPED | {"leader": "leader"},
            "below",
        ),
        Template(
            "（甲牵头；乙配合；丙配合；时限）",
            lambda task: f"（{_each(task, '{}牵头', '{}配合', '；')}；{task.limit}）",
        ),
        Template(
            "★责任单位：甲，乙，丙。完成时间：时限。",
            lambda task: f"★责任单位：{listed(task.bodies, '，')}。完成时间：{task.limit}。",
            _SAME,
            "below",
        ),
        Template(
            "①牵头单位：甲；②配合单位：乙；③时限",
            lambda task: f"（①{_two(task, '牵头单位：{}', '②配合单位：{}')}；③完成时限：{task.limit}）",
        ),
        Template(
            "责任单位及分工：甲（牵头）、乙（配合）",
            lambda task: f"责任单位及分工：{_each(task, '{}（牵头）', '{}（配合）', '、')}。",
            place="sentence",
        ),
        Template(
            "甲、乙共同负责，甲牵头。",
            lambda task: f"（{listed(task.bodies)}共同负责，其中{listed(task.said['lead'])}牵头）",
            _FIRST,
        ),
        Template(
            "lines: 工作目标／工作措施／责任单位",
            lambda task: (
                f"工作目标：按期完成。\n工作措施：建立台账，逐项销号。\n责任单位：{listed(task.bodies)}\n完成时限：{task.limit}"
            ),
            _SAME,
            "below",
        ),
        Template(
            "before: 【甲牵头、乙配合】", lambda task: f"【{_two(task, '{}牵头', '{}配合', '、')}】", place="before"
        ),
        Template(
            "（牵头领导：李某；牵头单位；参与单位）",
            lambda task: f"（牵头领导：{task.leader}；{_two(task, '牵头单位：{}', '参与单位：{}')}）",
            _LED,
        ),
        Template(
            "lines of 40 columns, blank lines, half-width brackets",
            lambda task: f"({_two(task, '牵头单位：{}', '配合单位：{}')})",
            whole=lambda text: re.sub("\n(?=　　)", "\n\n", set_in_lines(text, 40, "　　")),
        ),
    )
)
