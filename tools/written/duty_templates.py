"""Templates of who does what in brackets and behind signs."""

from __future__ import annotations

from collections.abc import Callable

from written.duties import ANY, Template, listed, phrases
from written.plans import Task

_LEADERS = {"leader": "leader", "lead": "lead", "support": "support"}
_FIRST = {"lead": "lead", "support": "responsible"}
_SAME = {"lead": "responsible", "support": "responsible"}
_HELPED = {"lead": "responsible", "support": "support"}


def _marked(task: Task, mark: str, between: str = "、", other: str = "") -> str:
    return between.join(
        [*(f"{body}{mark}" for body in task.said["lead"]), *(f"{body}{other}" for body in task.said["support"])]
    )


def _labels(
    lead: str, support: str, before: str = "", between: str = "；", after: str = "", limit: str = ""
) -> Callable[[Task], str]:
    def write(task: Task) -> str:
        words = phrases(task, f"{lead}{{}}", f"{support}{{}}", between)
        return f"{before}{words}{f'{between}{limit}{task.limit}' if limit else ''}{after}"

    return write


def _and(body: str, role: str) -> Callable[[Task], tuple[tuple[str, str], ...]]:
    return lambda task: ((body, role),)


BRACKETS = (
    Template("（牵头单位；配合单位；完成时限）", _labels("牵头单位：", "配合单位：", "（", "；", "）", "完成时限：")),
    Template("（责任单位：甲（牵头）、乙）", lambda task: f"（责任单位：{_marked(task, '（牵头）')}）", _FIRST),
    Template("（甲（牵头），乙（配合））", lambda task: f"（{_marked(task, '（牵头）', '，', '（配合）')}）"),
    Template("（甲牵头、乙配合）", lambda task: f"（{phrases(task, '{}牵头', '{}配合', '、')}）"),
    Template("（甲牵头负责，乙参与）", lambda task: f"（{phrases(task, '{}牵头负责', '{}参与')}）"),
    Template("（时限，由甲牵头，乙配合）", lambda task: f"（{task.limit}完成，由{phrases(task, '{}牵头', '{}配合')}）"),
    Template(
        "（甲会同乙负责）", lambda task: f"（{phrases(task, '{}', '{}', '会同')}负责）", {"lead": ANY, "support": ANY}
    ),
    Template("〔甲牵头；乙配合〕", lambda task: f"〔{phrases(task, '{}牵头', '{}配合', '；')}〕"),
    Template("（牵头：甲，配合：乙）", _labels("牵头：", "配合：", "（", "，", "）")),
    Template("【牵头】甲 【配合】乙", _labels("【牵头】", "【配合】", between=" ")),
    Template("（牵头单位 甲 配合单位 乙）", _labels("牵头单位 ", "配合单位 ", "（", " ", "）")),
    Template("主办：甲　协办：乙", _labels("主办：", "协办：", between="　"), place="sentence"),
    Template("（甲（牵头）/乙）", lambda task: f"（{_marked(task, '（牵头）', '/')}）", _FIRST),
    Template("甲*，带*的为牵头单位", lambda task: f"（责任单位：{_marked(task, '*')}，带*的为牵头单位）", _FIRST),
    Template(
        "（责任领导；牵头单位；配合单位）",
        lambda task: f"（责任领导：{task.leader}；{phrases(task, '牵头单位：{}', '配合单位：{}', '；')}）",
        _LEADERS,
    ),
    Template("（甲(牵头)、乙）", lambda task: f"（{_marked(task, '(牵头)')}）", _FIRST),
    Template(
        "（甲负责，乙配合，时限）", lambda task: f"（{phrases(task, '{}负责', '{}配合')}，{task.limit}）", _HELPED
    ),
    Template(
        "（甲、乙，各县（市、区）人民政府按职责分工负责）",
        lambda task: f"（{listed(task.bodies)}，各县（市、区）人民政府按职责分工负责）",
        _SAME,
        also=_and("各县（市、区）人民政府", "responsible"),
    ),
    Template("（甲牵头，乙按职责分工负责）", lambda task: f"（{phrases(task, '{}牵头', '{}按职责分工负责')}）", _FIRST),
    Template(
        "（甲、乙按职责分工负责，时限完成）",
        lambda task: f"（{listed(task.bodies)}按职责分工负责，{task.limit}完成）",
        _SAME,
    ),
    Template("(牵头单位:甲;配合单位:乙)", lambda task: f"({phrases(task, '牵头单位:{}', '配合单位:{}', ';')})"),
    Template(
        "（牵头单位：甲；配合单位：乙/丙）",
        lambda task: (
            f"（牵头单位：{listed(task.said['lead'], '/')}"
            + (f"；配合单位：{listed(task.said['support'], '/')}）" if task.said["support"] else "）")
        ),
    ),
    Template(
        "（牵头单位：甲；配合单位：乙，丙）",
        lambda task: f"（{phrases(task, '牵头单位：{}', '配合单位：{}', '；', '，')}）",
    ),
    Template("[甲牵头，乙配合，时限完成]", lambda task: f"[{phrases(task, '{}牵头', '{}配合')}，{task.limit}完成]"),
    Template(
        "〔责任单位：甲、乙；时限〕", lambda task: f"〔责任单位：{listed(task.bodies)}；完成时限：{task.limit}〕", _SAME
    ),
    Template("【责任单位】甲、乙", lambda task: f"【责任单位】{listed(task.bodies)}", _SAME),
    Template(
        "【责任单位】甲、乙 【完成时限】",
        lambda task: f"【责任单位】{listed(task.bodies)} 【完成时限】{task.limit}",
        _SAME,
        "below",
    ),
    Template("【责任单位：甲、乙】", lambda task: f"【责任单位：{listed(task.bodies)}】", _SAME),
    Template("（此项工作由甲牵头，乙配合）", lambda task: f"（此项工作由{phrases(task, '{}牵头', '{}配合')}）"),
    Template("（甲主办，乙协办）", lambda task: f"（{phrases(task, '{}主办', '{}协办')}）"),
    Template(
        "（甲（牵头单位）、乙（配合单位））", lambda task: f"（{_marked(task, '（牵头单位）', '、', '（配合单位）')}）"
    ),
    Template("（责任主体：甲，协同主体：乙）", _labels("责任主体：", "协同主体：", "（", "，", "）"), _HELPED),
    Template("（牵头处室：甲，配合处室：乙）", _labels("牵头处室：", "配合处室：", "（", "，", "）")),
    Template(
        "（主责部门：甲；协同部门：乙）",
        _labels("主责部门：", "协同部门：", "（", "；", "）"),
        {"lead": ANY, "support": "support"},
    ),
    Template(
        "（责任单位：甲；责任人：李某）",
        lambda task: f"（责任单位：{listed(task.bodies)}；责任人：{task.leader}）",
        _SAME | {"leader": "leader"},
    ),
    Template(
        "（责任单位及责任人：甲 李某）",
        lambda task: f"（责任单位及责任人：{listed(task.said['lead'])} {task.leader}）",
        {"lead": "responsible", "leader": "leader"},
    ),
    Template(
        "（牵头单位：甲 责任单位：乙 时限）",
        lambda task: f"（{phrases(task, '牵头单位：{}', '责任单位：{}', ' ')} 完成时限：{task.limit}）",
        _FIRST,
    ),
    Template(
        "（甲牵头，乙、各乡镇（街道）等配合）",
        lambda task: (
            f"（{phrases(task, '{}牵头', '{}')}、各乡镇（街道）等配合）"
            if task.said["support"]
            else f"（{listed(task.said['lead'])}牵头）"
        ),
        also=lambda task: (("各乡镇（街道）", "support"),) if task.said["support"] else (),
    ),
    Template(
        "<em>（牵头单位：甲；配合单位：乙）</em>",
        lambda task: f"*（{phrases(task, '牵头单位：{}', '配合单位：{}', '；')}）*",
    ),
)

SENTENCES = tuple(
    template._replace(place="sentence")
    for template in (
        Template("牵头：甲；配合：乙。", lambda task: f"{phrases(task, '牵头：{}', '配合：{}', '；')}。"),
        Template(
            "由甲牵头，乙配合，时限完成。", lambda task: f"由{phrases(task, '{}牵头', '{}配合')}，{task.limit}完成。"
        ),
        Template("牵头单位：甲，配合单位：乙。", _labels("牵头单位：", "配合单位：", "", "，", "。")),
        Template(
            "责任领导：王某；责任单位：甲；责任人",
            lambda task: f"责任领导：{task.leader}；责任单位：{listed(task.bodies)}。",
            _SAME | {"leader": "leader"},
        ),
        Template(
            "责任单位：甲（牵头）、乙。时限。",
            lambda task: f"责任单位：{_marked(task, '（牵头）')}。完成时限：{task.limit}。",
            _FIRST,
        ),
        Template("以上任务由甲牵头，乙配合。", lambda task: f"以上任务由{phrases(task, '{}牵头', '{}配合')}。"),
        Template(
            "时限，由甲牵头，乙配合完成。", lambda task: f"{task.limit}，由{phrases(task, '{}牵头', '{}配合')}完成。"
        ),
        Template(
            "责任单位为甲，配合单位为乙。", lambda task: f"{phrases(task, '责任单位为{}', '配合单位为{}')}。", _HELPED
        ),
        Template(
            "本项工作由甲负责牵头，乙按职责分工配合。",
            lambda task: f"本项工作由{phrases(task, '{}负责牵头', '{}按职责分工配合')}。",
        ),
        Template("甲为牵头单位，乙为配合单位。", lambda task: f"{phrases(task, '{}为牵头单位', '{}为配合单位')}。"),
        Template("分工：甲牵头，乙参与。", lambda task: f"分工：{phrases(task, '{}牵头', '{}参与')}。"),
        Template("责任分工：甲牵头，乙配合。", lambda task: f"责任分工：{phrases(task, '{}牵头', '{}配合')}。"),
        Template("牵头单位——甲；配合单位——乙。", _labels("牵头单位——", "配合单位——", "", "；", "。")),
        Template("甲牵头，乙配合", lambda task: f"{phrases(task, '{}牵头', '{}配合')}。"),
        Template("甲负责，乙配合。", lambda task: f"{phrases(task, '{}负责', '{}配合')}。", _HELPED),
        Template("Lead: 甲; Support: 乙", lambda task: phrases(task, "Lead: {}", "Support: {}", "; ")),
        Template(
            "牵头（Lead）：甲；配合（Support）：乙",
            lambda task: phrases(task, "牵头（Lead）：{}", "配合（Support）：{}", "；"),
        ),
        Template("▲牵头单位：甲 ▲配合单位：乙", _labels("▲牵头单位：", "▲配合单位：", "", " ")),
        Template("★责任单位：甲、乙。", lambda task: f"★责任单位：{listed(task.bodies)}。", _SAME),
        Template(
            "责任单位：①甲；②乙",
            lambda task: (
                "责任单位："
                + "；".join(f"{chr(0x2460 + place)}{body}" for place, body in enumerate(task.bodies[:20]))
                + "。"
            ),
            _SAME,
        ),
        Template("责任单位：甲(牵头)；乙；丙", lambda task: f"责任单位：{_marked(task, '(牵头)', '；')}。", _FIRST),
        Template("责任单位：甲（牵头） 乙 丙", lambda task: f"责任单位：{_marked(task, '（牵头）', ' ')}", _FIRST),
        Template(
            "&nbsp;&nbsp;牵头单位：甲",
            lambda task: f"&nbsp;&nbsp;{phrases(task, '牵头单位：{}', '配合单位：{}', '&nbsp;&nbsp;')}",
        ),
    )
)
