"""Items above shared out by their numbers, headings without numbers, and labels in rarer signs."""

from __future__ import annotations

import pytest

import raci


def said(text: str) -> list[tuple[str, str, str]]:
    """Task, department and role of every assignment of a text."""
    return [(each.clause.heading, each.department.name, each.role) for each in raci.analyse(text).assignments]


ITEMS = "一、重点任务\n1.编制规划。\n2.落实资金。\n3.竣工验收。\n"
OF_EACH = [
    ("编制规划", "县交通局", "responsible"),
    ("落实资金", "县交通局", "responsible"),
    ("竣工验收", "县质监站", "responsible"),
]


@pytest.mark.parametrize(
    "line",
    [
        "（第1—2项由县交通局负责，第3项由县质监站负责）",
        "前两项由县交通局负责，第三项由县质监站负责。",
        "以上任务除第3项由县质监站负责外，其余由县交通局负责。",
        "责任分工：1、2项由县交通局负责；3项由县质监站负责。",
    ],
)
def test_items_are_shared_out_by_their_numbers(line: str) -> None:
    assert said(ITEMS + line + "\n") == OF_EACH


@pytest.mark.parametrize(
    "line", ["依照条例第一项由县交通局核定的里程，计收费用。", "第9项由县交通局负责。", "排名前三项由县交通局通报。"]
)
def test_numbers_of_other_lists_share_out_nothing(line: str) -> None:
    assert not [row for row in said(ITEMS + line + "\n") if row[0] in {task for task, *_ in OF_EACH[:2]}]


def test_a_heading_without_a_number_names_the_task_of_its_paragraph() -> None:
    first, second = "清理河道\n打捞28条河。\n责任单位：县水利局", "整治旱厕\n拆除旱厕1200座。\n责任单位：县卫健局"
    text = f"整治方案\n\n{first}\n\n{second}\n"
    assert said(text) == [("清理河道", "县水利局", "responsible"), ("整治旱厕", "县卫健局", "responsible")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("1.采购设备（R：采购部；C：信息部）", [("采购部", "responsible"), ("信息部", "support")]),
        ("1.修复古井（镇文化站——主、镇建管站——辅）", [("镇文化站", "lead"), ("镇建管站", "support")]),
        ("1.新建泵站　√牵头：县水务局　√配合：县财政局", [("县水务局", "lead"), ("县财政局", "support")]),
        ("1.养护公路（县教育局5月底前负责）", [("县教育局", "responsible")]),
        ("1.养护公路。责任单位；县公路局", [("县公路局", "responsible")]),
        (
            "1.打击电诈（县公安局、三大运营商市分公司负责）",
            [("县公安局", "responsible"), ("三大运营商市分公司", "responsible")],
        ),
    ],
)
def test_rarer_signs_give_the_same_roles(text: str, rows: list[tuple[str, str]]) -> None:
    assert [(name, role) for _, name, role in said(text)] == rows


@pytest.mark.parametrize(
    "text", ["填写简称，如“责任单位：市财政局、市审计局”。", "1.您最满意的单位？（A：市税务局；B：市公安局）"]
)
def test_what_is_quoted_or_to_be_chosen_is_nobodys_task(text: str) -> None:
    assert not said(text)


@pytest.mark.parametrize(
    "note",
    [
        "（注：排名第一的单位为牵头单位，其余为配合单位）",
        "注：排名第一的单位为牵头单位，其余为配合单位",
        "备注：括号内单位，排在首位者牵头，其余配合。",
    ],
)
def test_a_note_behind_all_brackets_says_who_leads(note: str) -> None:
    tasks = "1.建设校园（县教育局、县公安局）\n2.开展演练（县应急局、县教育局）\n3.排查校舍（县教育局、县住建局）"
    text = f"{tasks}\n{note}\n"
    assert [role for _, _, role in said(text)] == ["lead", "support"] * 3
