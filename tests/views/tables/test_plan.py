"""任务分工表: its parts, its joined cells, what stands under 工作内容."""

from __future__ import annotations

from plans import Plan, small

import raci
from raci.config.templates import load_template
from raci.readers.registry import read_bytes
from raci.views.grid import grid
from raci.views.tables.bands import bands
from raci.views.tables.content import clause_words
from raci.views.tables.plan import merged, plan_table


def headings(made: Plan) -> list[tuple[list[str], int]]:
    table = grid(made.analysis())
    return [([heading for _, heading in band.headings], len(band.tasks)) for band in bands(table)]


def test_each_heading_stands_once_above_its_tasks() -> None:
    made = Plan("方案").chapter("一、", "治水").chapter("（一）", "清淤", level=2).task("1.", "甲", lead="甲局")
    made.chapter("（二）", "护岸", level=2).task("2.", "乙", lead="甲局")
    made.chapter("二、", "治土").task("3.", "丙", lead="甲局")
    assert headings(made) == [(["一、治水", "（一）清淤"], 1), (["（二）护岸"], 1), (["二、治土"], 1)]


def test_a_heading_that_is_a_task_itself_is_not_said_again() -> None:
    made = Plan("方案").chapter("一、", "治水").task("（一）", "清淤", lead="甲局")
    made.chapter("（一）", "清淤", level=2).task("1.", "丁", lead="甲局")
    made.chapter("一、", "治水").task("（二）", "护岸", lead="甲局")
    assert headings(made) == [(["一、治水"], 1), ([], 1), ([], 1)]


def test_back_from_a_part_of_a_chapter_the_chapter_is_said_again() -> None:
    made = Plan("方案").chapter("一、", "治水").chapter("（一）", "清淤", level=2).task("1.", "甲", lead="甲局")
    made.chapter("一、", "治水").task("2.", "乙", lead="甲局")
    assert headings(made) == [(["一、治水", "（一）清淤"], 1), (["一、治水"], 1)]


def test_a_task_that_is_a_chapter_itself_does_not_stand_under_the_chapter_before_it() -> None:
    made = Plan("方案").task("一、", "摸底", lead="甲局")
    made.chapter("二、", "治水").task("（一）", "清淤", lead="甲局")
    made.top().task("三、", "保障", lead="甲局").task("四、", "报送", lead="甲局")
    made.chapter("五、", "治土").task("（一）", "还林", lead="甲局")
    assert headings(made) == [
        ([], 1),
        (["二、治水"], 1),
        (["三、保障"], 1),
        (["四、报送"], 1),
        (["五、治土"], 1),
    ]


def test_rows_of_an_annex_stand_together_behind_the_chapters() -> None:
    made = Plan("方案").chapter("一、", "治水").task("（一）", "清淤", lead="甲局")
    made.top().task("1", "摸底", lead="甲局").task("2", "报送", lead="乙局")
    made.chapter("二、", "治土").task("（一）", "还林", lead="甲局")
    assert headings(made) == [(["一、治水"], 1), (["附表所列任务"], 2), (["二、治土"], 1)]


def test_a_long_heading_is_printed_in_short_and_as_the_task_that_it_is() -> None:
    long = (
        "让灌区用水更省、更均衡，推动各灌区管理单位改进配水方式，"
        "利用测水设施解决“大水漫灌”“末端缺水”等老问题，做到应供尽供"
    )
    made = Plan("方案").chapter("一、", long).task("1.", "甲", lead="甲局")
    assert headings(made) == [(["一、让灌区用水更省、更均衡，推动各灌区管理单位改进配水方式……"], 1)]


def test_chapters_in_a_column_are_joined_over_their_tasks() -> None:
    template = load_template("chapters")
    table = plan_table(small(), grid(small()), template).whole()
    (band,) = bands(grid(small()), chapters=False)
    assert band.headings == ()
    assert merged(table, band.tasks) == {1: [3, 0, 0, 3, 0, 0]}
    assert merged(plan_table(small(), grid(small())).whole(), band.tasks) == {}


def test_the_cells_of_a_row_that_hold_number_chapter_or_a_dash_are_no_content() -> None:
    text = (
        "云泽市河湖治理任务分工表\n\n重点任务\t工作内容\t牵头单位\t配合单位\t序号\n"
        "治理河道\t开展清淤\t市水务局\t—\t1\n治理河道\t巡查堤防。每月一次。\t市水务局\t市应急局\t2\n"
    )
    (document,) = read_bytes(text.encode(), "表.txt")
    analysis = raci.analyse(document)
    table = grid(analysis)
    assert len(table.tasks) == 2
    found = [words.rest for words in clause_words(analysis, table)]
    assert not any("—" in one or one.rstrip("。").endswith(("1", "2")) for one in found), found
