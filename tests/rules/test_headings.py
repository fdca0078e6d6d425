"""What tables print for a heading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci.model import Clause
from raci.rules.headings import MORE, clause_ends, printed_heading, short_headings

TAIL = (
    "同步推进城乡供水分区计量和智能水表安装以及远程抄表系统建设，建立漏损监测预警机制，"
    "三年内把城乡公共供水管网漏损率稳定控制在百分之八以内"
)


def clause(heading: str, *, goes_on: bool = False) -> Clause:
    return Clause(0, None, 1, "（一）", heading, 0, 0, goes_on=goes_on)


@pytest.mark.parametrize(
    ("heading", "printed"),
    [
        ("整修堤防", "整修堤防"),
        ("整修堤防，加固险段，清理滩地，修复防汛道路", "整修堤防，加固险段，清理滩地，修复防汛道路"),
        (f"改造供水管网，{TAIL}", "改造供水管网……"),
        (f"改造老旧管网，优先安排危管，{TAIL}", "改造老旧管网，优先安排危管……"),
        (f"改造供水管网；{TAIL}", "改造供水管网……"),
        # not behind clauses that say only when, for whom, or by what
        (f"到2027年，改造供水管网，{TAIL}", "到2027年，改造供水管网……"),
        (f"2026年6月底前，改造供水管网，{TAIL}", "2026年6月底前，改造供水管网……"),
        (f"按照属地原则，对老旧小区，改造供水管网，{TAIL}", "按照属地原则，对老旧小区，改造供水管网……"),
        # not where what is said before the comma belongs to a word behind it
        (f"建立由县政府牵头，各部门参加的会商机制，{TAIL}", "建立由县政府牵头，各部门参加的会商机制……"),
        (f"构建以企业为主体，院校为支撑的创新体系，{TAIL}", "构建以企业为主体，院校为支撑的创新体系……"),
        # a comma in quotes, brackets or a number ends no clause
        (
            f"推行“一户一表，分户计量”改造（含水、电，不含气），{TAIL}",
            "推行“一户一表，分户计量”改造（含水、电，不含气）……",
        ),
        (f"落实《供水条例，节水办法》，{TAIL}", "落实《供水条例，节水办法》……"),
        (f"安排资金1,200万元改造管网，{TAIL}", "安排资金1,200万元改造管网……"),
        # nowhere does a clause end soon enough
        (TAIL.replace("，", "和"), TAIL.replace("，", "和")),
    ],
)
def test_a_long_sentence_is_printed_up_to_the_end_of_a_clause(heading: str, printed: str) -> None:
    assert printed_heading(clause(heading)) == printed


def test_a_heading_whose_sentence_goes_on_says_so() -> None:
    assert printed_heading(clause("整修堤防", goes_on=True)) == "整修堤防……"
    assert printed_heading(clause(f"改造供水管网，{TAIL}", goes_on=True)) == "改造供水管网……"


def test_headings_that_begin_alike_are_printed_as_far_as_they_differ() -> None:
    first, second = f"加强组织领导，健全工作专班，{TAIL}", f"加强组织领导，完善会商机制，{TAIL}"
    short = short_headings([first, second, "加强组织领导"])
    assert short[first] == "加强组织领导，健全工作专班……"
    assert short[second] == "加强组织领导，完善会商机制……"
    assert short["加强组织领导"] == "加强组织领导"


_PARTS = st.sampled_from(
    ["加强领导", "到2027年", "改造“老旧，危旧”管网", "健全由主要负责人牵头的工作机制", "（含水、电，气）", "落实"]
)


@given(st.lists(st.lists(_PARTS, min_size=1, max_size=12).map("，".join), max_size=8))
def test_no_two_headings_become_the_same_words_and_all_end_with_a_clause(headings: list[str]) -> None:
    short = short_headings(headings)
    assert len(set(short.values())) == len(set(headings))
    for heading, printed in short.items():
        words = printed.removesuffix(MORE)
        assert heading.startswith(words)
        assert printed == heading or len(words) in set(clause_ends(heading))
