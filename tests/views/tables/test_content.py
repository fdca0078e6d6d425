"""What stands under 重点任务 and under 工作内容: together all that a clause says, and nothing twice."""

from __future__ import annotations

import pytest
from cut_headings import count
from hypothesis import given, settings
from hypothesis import strategies as st

from raci.model.layers import main_layer
from raci.pipeline import analyse
from raci.readers.registry import read_text
from raci.views.grid import grid
from raci.views.tables.plan import PlanTable, merged, plan_table

OWED = "（责任单位：市水务局）"
LONG = (
    "改造供水管网，同步推进城乡供水分区计量和智能水表安装以及远程抄表系统建设，建立漏损监测预警机制，"
    "三年内把漏损率控制在百分之八以内"
)


def made(text: str) -> PlanTable:
    (document,) = read_text(f"云泽市水利方案\n{text}\n")
    analysis = main_layer(analyse(document))
    return plan_table(analysis, grid(analysis))


def cells(text: str) -> list[tuple[str, str]]:
    """What the table prints for each task: 重点任务 and 工作内容."""
    table = made(text).table
    keys = [column.key for column in table.columns]
    return [(str(row[keys.index("task")]), str(row[keys.index("content")])) for row in table.rows]


#: a plan in which these stand has titles
TITLED = f"（二）疏浚河道。清理淤积，拓宽河床。{OWED}\n（三）巡查水库。每月巡查一次。{OWED}\n"


@pytest.mark.parametrize(
    ("text", "task", "content"),
    [
        (f"（一）整修堤防。加固险段。清理滩地。{OWED}", "（一）整修堤防", "加固险段。清理滩地。"),
        (f"（一）整修堤防，加固险段。{OWED}", "（一）整修堤防，加固险段", ""),
        (f"（一）{LONG}。定期通报。{OWED}", "（一）改造供水管网……", f"{LONG}。定期通报。"),
        (f"（一）整修堤防；加固险段。{OWED}", "（一）整修堤防……", "整修堤防；加固险段。"),
        ("（一）整修堤防（市水务局负责），加固险段（市住建局负责）。", "（一）整修堤防……", "整修堤防，加固险段。"),
        # no first sentence in one column and the second in the next
        (
            f"（一）对穿越村庄的灌溉渠道加设护栏，更换破损的盖板和沉降的井圈。设置警示标志。{OWED}",
            "（一）对穿越村庄的灌溉渠道加设护栏……",
            "对穿越村庄的灌溉渠道加设护栏，更换破损的盖板和沉降的井圈。设置警示标志。",
        ),
        # the paragraphs below a heading, up to its annotation
        (f"（一）整修堤防\n加固险段。{OWED}", "（一）整修堤防", "加固险段。"),
        (f"（一）整修堤防\n加固险段。清理滩地。\n{OWED}", "（一）整修堤防", "加固险段。清理滩地。"),
        (f"（一）整修堤防。{OWED}\n各地要抓好落实。", "（一）整修堤防", ""),
        (f"（一）整修堤防\n加固险段。{OWED}\n各地要抓好落实。", "（一）整修堤防", "加固险段。"),
        # points that ask nobody for anything
        (
            f"（一）整修堤防。{OWED}\n1.适用范围：云河干流。",
            "（一）整修堤防",
            "1.适用范围：云河干流。",
        ),
        # no cell for a stump
        (f"（一）整修堤防。（全县）{OWED}", "（一）整修堤防（全县）", ""),
    ],
)
def test_the_content_is_what_the_title_does_not_say_or_the_whole_sentence(text: str, task: str, content: str) -> None:
    assert cells(f"{text}\n{TITLED}")[0] == (task, content)


def test_of_a_plan_without_titles_each_task_stands_whole_in_one_column() -> None:
    text = f"1.{LONG}。定期通报。{OWED}\n2.整修堤防；加固险段。{OWED}\n3.疏浚河道。{OWED}\n"
    assert cells(text) == [(f"1.{LONG}。定期通报。", ""), ("2.整修堤防；加固险段。", ""), ("3.疏浚河道", "")]
    assert "content" not in [column.key for column in made(text).whole().columns]


LAW = """第一章　总则
第二条　县人民政府应当加强节水工作的领导。
县水利部门负责节水的监督管理。节水设施应当定期检修。
前款规定的设施名录由县水利部门公布。
第三条　节水设施由所在地乡镇人民政府维护。
第二章　职责
第四条　县水利部门应当履行下列职责：
（一）编制节水规划；
（二）会同县财政部门建立节水奖励制度。
"""


def test_of_a_law_the_articles_are_named_and_their_text_is_the_content() -> None:
    assert cells(LAW) == [
        ("第二条", "县人民政府应当加强节水工作的领导。"),
        ("第二条", "县水利部门负责节水的监督管理。节水设施应当定期检修。"),
        ("第二条", "前款规定的设施名录由县水利部门公布。"),
        ("第三条", "节水设施由所在地乡镇人民政府维护。"),
        ("第四条（一）", "编制节水规划；"),
        ("第四条（二）", "会同县财政部门建立节水奖励制度。"),
    ]
    table = made(LAW)
    assert [heading for band in table.bands() for _, heading in band.headings] == ["第一章 总则", "第二章 职责"]
    assert merged(table.whole(), (0, 1, 2, 3)) == {1: [3, 0, 0, 1]}
    assert table.whole().columns[1].heading == "条款"


@pytest.mark.parametrize(
    ("article", "title"),
    [
        ("第二条【节水职责】县水利部门负责节水的监督管理。", "第二条【节水职责】"),
        ("第二条（节水职责）县水利部门负责节水的监督管理。", "第二条（节水职责）"),
        ("第二条　县水利部门负责节水的监督管理。", "第二条"),
    ],
)
def test_the_title_of_an_article_stands_beside_its_number(article: str, title: str) -> None:
    text = f"第一条　为了节约用水，制定本办法。\n{article}\n第三条　本办法自2026年5月1日起施行。\n"
    assert (title, "县水利部门负责节水的监督管理。") in cells(text)


def test_of_a_heading_that_nobody_is_named_for_the_sentences_below_are_the_content() -> None:
    text = f"（一）整修堤防。{OWED}\n（二）加强领导\n建立专班。\n每月调度。\n云泽市人民政府\n2026年3月2日"
    assert cells(text)[1] == ("（二）加强领导", "建立专班。\n每月调度。")


def test_rows_of_a_table_print_a_long_cell_in_short_and_whole() -> None:
    rows = [
        "序号\t重点任务\t工作内容\t责任单位",
        f"1\t{LONG}\t年底前完成\t市水务局",
        "2\t疏浚河道\t清理淤积\t市住建局",
    ]
    assert cells("\n".join(rows)) == [("改造供水管网……", f"{LONG}\n年底前完成"), ("疏浚河道", "清理淤积")]


_CLAUSES = st.sampled_from(
    (
        "到2027年",
        "对新建的小区",
        "改造老旧供水管网",
        "健全由主要负责人牵头、各有关单位参加的工作机制",
        "推行“一户一表，分户计量”改造（含水、电，不含气）",
        "落实《城乡供水条例》",
        "培训检修人员1,200人次",
        "整修堤防",
    )
)
_SENTENCES = st.tuples(
    st.lists(_CLAUSES, min_size=1, max_size=9), st.sampled_from("，，，；、"), st.sampled_from("。。。：")
).map(lambda drawn: drawn[1].join(drawn[0]) + drawn[2])
_ENDS = st.sampled_from((OWED, "（市水务局牵头，市住建局配合）", "\n责任单位：市水务局", ""))
_MIDDLES = st.sampled_from(("", "", "\n", "（市教育局负责）", "（市教育局负责），"))


@st.composite
def _items(draw: st.DrawFn) -> str:
    sentences = draw(st.lists(_SENTENCES, min_size=1, max_size=4))
    words = sentences[0]
    for sentence in sentences[1:]:
        middle = draw(_MIDDLES)
        words = (words[:-1] if middle.startswith("（") else words) + middle + sentence
    return words + draw(_ENDS)


@settings(max_examples=200)
@given(st.lists(_items(), min_size=1, max_size=6))
def test_no_words_are_lost_or_said_twice_and_no_heading_ends_within_a_sentence(items: list[str]) -> None:
    numbers = "一二三四五六"
    text = "".join(f"（{numbers[place]}）{item}\n" for place, item in enumerate(items))
    (document,) = read_text(f"云泽市水利方案\n一、重点任务\n{text}")
    counts, found = count([analyse(document)])
    faults = {kind: counts[kind] for kind in ("cut", "open", "task_cut", "lost", "twice", "same") if counts[kind]}
    assert not faults, [one for one in found if one.kind in faults]
