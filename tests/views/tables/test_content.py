"""What stands under 重点任务 and under 工作内容: together all that a clause says, and nothing twice."""

from __future__ import annotations

import pytest
from cut_headings import count
from hypothesis import given, settings
from hypothesis import strategies as st

from raci.pipeline import analyse
from raci.readers.registry import read_text
from raci.views.grid import grid
from raci.views.tables.plan import plan_table

OWED = "（责任单位：市水务局）"
LONG = (
    "改造供水管网，同步推进城乡供水分区计量和智能水表安装以及远程抄表系统建设，建立漏损监测预警机制，"
    "三年内把漏损率控制在百分之八以内"
)


def cells(text: str) -> list[tuple[str, str]]:
    """What the table prints for each task: 重点任务 and 工作内容."""
    (document,) = read_text(f"云泽市水利方案\n{text}\n")
    analysis = analyse(document)
    table = plan_table(analysis, grid(analysis)).table
    keys = [column.key for column in table.columns]
    return [(str(row[keys.index("task")]), str(row[keys.index("content")])) for row in table.rows]


@pytest.mark.parametrize(
    ("text", "task", "content"),
    [
        (f"（一）整修堤防。加固险段。清理滩地。{OWED}", "（一）整修堤防", "加固险段。清理滩地。"),
        (f"（一）整修堤防，加固险段。{OWED}", "（一）整修堤防，加固险段", ""),
        (f"（一）{LONG}。定期通报。{OWED}", "（一）改造供水管网……", f"{LONG}。定期通报。"),
        (f"（一）整修堤防；加固险段。{OWED}", "（一）整修堤防……", "整修堤防；加固险段。"),
        ("（一）整修堤防（市水务局负责），加固险段（市住建局负责）。", "（一）整修堤防……", "整修堤防，加固险段。"),
        # the paragraphs below a heading, up to its annotation
        (f"（一）整修堤防\n加固险段。{OWED}", "（一）整修堤防", "加固险段。"),
        (f"（一）整修堤防\n加固险段。清理滩地。\n{OWED}", "（一）整修堤防", "加固险段。清理滩地。"),
        (f"（一）整修堤防。{OWED}\n各地要抓好落实。", "（一）整修堤防", ""),
        (f"（一）整修堤防\n加固险段。{OWED}\n各地要抓好落实。", "（一）整修堤防", "加固险段。"),
    ],
)
def test_the_content_is_what_the_heading_does_not_say(text: str, task: str, content: str) -> None:
    assert cells(text) == [(task, content)]


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
