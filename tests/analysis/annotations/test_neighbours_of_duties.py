"""Lines that name bodies and give them nothing to do, between tasks and behind the last one."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

TASKS = (
    ("修缮危桥", "县交通运输局", "县水务局"),
    ("护林防火", "县林业局", "县公安局"),
    ("建物流园", "县商务局", "县供销社"),
)


def said(text: str) -> list[tuple[str, str, str]]:
    return [(one.clause.heading, one.department.name, one.role) for one in extract(text)]


def plan(line: str, *, each: bool) -> str:
    lines = ["云岭县重点任务实施方案", ""]
    for place, (task, lead, support) in enumerate(TASKS, 1):
        lines.append(f"{place}.{task}。完善配套措施。（牵头单位：{lead}；配合单位：{support}）")
        if each or place == len(TASKS):
            lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("each", [True, False])
@pytest.mark.parametrize(
    "line",
    [
        "联系人：县信访局 王志强，联系电话：0871-65432109",
        "咨询电话：县信访局 65432109；县档案馆 65432110",
        "监督举报电话：县信访局办公室，12345",
        "据县统计局统计，去年全县完成投资3.2亿元。",
        "本方案所称主管部门，是指县信访局、县档案馆。",
        "（县信访局发〔2026〕3号）",
        "参加会议的有县信访局、县档案馆负责人。",
        "公开方式：县信访局门户网站、县档案馆公众号",
        "县信访局、县档案馆获评全县先进单位。",
    ],
)
def test_no_duty_between_tasks(line: str, *, each: bool) -> None:
    assert said(plan(line, each=each)) == said(plan("", each=each))


@pytest.mark.parametrize(
    "line",
    [
        "本方案由县信访局负责解释。",
        "抄送：县信访局，县档案馆。",
        "县信访局、县档案馆：",
        "县信访局办公室 2026年3月1日印发",
        "信息来源：县信访局　责任编辑：李文华",
        "主办：县信访局　承办：县档案馆信息中心　网站标识码：5301000001",
    ],
)
def test_no_duty_behind_the_last_task(line: str) -> None:
    assert said(plan(line, each=False)) == said(plan("", each=False))


def test_a_line_that_speaks_of_its_chapter() -> None:
    first = "一、环境\n1.修建公厕。\n2.整治垃圾。\n本章任务由县住建局负责，各乡镇配合。"
    text = f"{first}\n二、产业\n1.种植油菜。\n本章任务由县农业局负责。"
    assert said(text) == [
        ("修建公厕", "县住建局", "responsible"),
        ("修建公厕", "各乡镇", "support"),
        ("整治垃圾", "县住建局", "responsible"),
        ("整治垃圾", "各乡镇", "support"),
        ("种植油菜", "县农业局", "responsible"),
    ]


def test_those_who_help_behind_a_verb_for_a_colon() -> None:
    text = "1.修缮危桥。该项任务牵头单位为县交通运输局，参与单位包括县水务局、县公安局。"
    assert said(text) == [
        ("修缮危桥", "县交通运输局", "lead"),
        ("修缮危桥", "县水务局", "support"),
        ("修缮危桥", "县公安局", "support"),
    ]


@pytest.mark.parametrize("leader", ["李文华", "副县长周立新", "局党组成员王某"])
def test_who_leads_behind_a_verb_for_a_colon(leader: str) -> None:
    assert said(f"1.修渠。责任领导为{leader}，责任单位为县水利局。") == [
        ("修渠", leader, "leader"),
        ("修渠", "县水利局", "responsible"),
    ]
    assert said("1.修渠。责任领导为第一责任人，责任单位为县水利局。") == [("修渠", "县水利局", "responsible")]
