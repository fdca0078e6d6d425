"""What a notice says of its annexes."""

from __future__ import annotations

import pytest
from offices import LISTED, NOTICE, PLAN, SIGNED

from raci.pipeline import analyse
from raci.readers.documents.annexes import listed_annexes, printed_titles
from raci.readers.registry import read_text


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        ([], []),
        (["一、加强领导。详见附件1。"], []),
        (["附件1", "某某方案", "一、任务"], []),
        (["附件：", "一、任务甲。（责任单位：市财政局）"], []),
        (["附件：重点任务分工表"], [(0, "重点任务分工表")]),
        (["附件：《护河行动方案》（略）"], [(0, "护河行动方案")]),
        (["附件：1．护河行动方案；", "2．任务分工表。"], [(1, "护河行动方案"), (2, "任务分工表")]),
        (["附件：1.护河行动方案 2.任务分工表"], [(1, "护河行动方案"), (2, "任务分工表")]),
        (
            ["附件：", "1、护河行动方案", "2、任务分工表", "3、联系人名单"],
            [(1, "护河行动方案"), (2, "任务分工表"), (3, "联系人名单")],
        ),
        (["附件1：护河行动方案", "附件2：任务分工表", "青溪县人民政府"], [(1, "护河行动方案"), (2, "任务分工表")]),
        (["附件：1.护河行动方案", "3.任务分工表"], [(1, "护河行动方案")]),
        (
            ["附件：1.青溪县护河", "行动方案", "2.任务分工", "表", "3.联系人名单", "青溪县水利局"],
            [(1, "青溪县护河行动方案"), (2, "任务分工表"), (3, "联系人名单")],
        ),
        (["附件1：护河行动方案", *["一、任务。"] * 20], []),
    ],
)
def test_the_list_of_annexes(lines: list[str], titles: list[tuple[int, str]]) -> None:
    assert [tuple(one) for one in listed_annexes(lines)[0]] == titles


def test_a_table_among_the_listed_annexes_ends_the_list() -> None:
    table = "序号\t任务\t责任单位\n1\t清淤\t县水利局\n2\t绿化\t县林业局"
    (document,) = read_text(f"附件：1.护河行动方案\n{table}\n2.任务分工表")
    assert [block.kind for block in document.blocks] == ["paragraph", "table", "paragraph"]


@pytest.mark.parametrize(
    ("title", "lines", "titles"),
    [
        ("青溪县护河行动方案", ["根据《临江省护河行动方案》精神，制定本方案。"], []),
        ("青溪县人民政府关于贯彻落实《临江省护河行动方案》的意见", [], []),
        ("青溪县人民政府关于印发《青溪县护河行动方案》的通知", [], ["青溪县护河行动方案"]),
        ("青溪县人民政府关于印发青溪县护河行动方案的通知", [], ["青溪县护河行动方案"]),
        ("通知", ["为落实《临江省方案文件》，现将《青溪县护河行动方案》印发给你们。"], ["青溪县护河行动方案"]),
        ("通知", ["《青溪县护河行动方案》已经县政府同意，现印发给你们。"], ["青溪县护河行动方案"]),
        ("通知", ["《临江省护河行动方案》印发以来，成效明显。"], []),
    ],
)
def test_what_a_notice_prints(title: str, lines: list[str], titles: list[str]) -> None:
    assert printed_titles(title, lines) == titles


def test_the_list_asks_nobody_to_do_anything() -> None:
    (document,) = read_text("\n".join([*NOTICE, *LISTED, *SIGNED, "附件1", *PLAN]))
    tasks = [clause.heading for clause in analyse(document).task_clauses()]
    assert tasks == ["建设数据平台", "培育数据企业"]
