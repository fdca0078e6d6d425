"""Blocks to clauses: numbers, headings, and who stands under whom."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import HEADINGS, NOISE, Planted, by_task, plans

from raci.analysis.outline import build_outline
from raci.model import Clause, label
from raci.pipeline import analyse
from raci.readers.registry import read_text

BODY = NOISE[0]


def clauses(text: str) -> tuple[Clause, ...]:
    (document,) = read_text(text)
    return build_outline(document)


def shape(text: str) -> list[tuple[str, str | None]]:
    """The label of each clause that has a number, and that of its parent."""
    found = clauses(text)
    return [
        (one.label, None if one.parent is None else found[one.parent].label) for one in found if one.kind != "paragraph"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "为促进消费，制定本方案。\n各地要结合实际抓好落实。\n",
        "2024年5月8日印发。\n3月底前报送进展。\n",
        "1.5亿元专项资金用于设施改造。\n2.5个百分点的贴息。\n",
        "第一条规定的情形除外。\n第一、第二产业融合发展。\n",
        "一次性告知办理要求。\n三年内完成改造。\n十万元以上的项目须备案。\n",
        "12345热线全天候受理诉求。\n",
    ],
)
def test_a_text_without_numbers_has_no_numbered_clause(text: str) -> None:
    assert {one.kind for one in clauses(text)} == {"paragraph"}


@pytest.mark.parametrize(
    ("number", "heading"),
    [
        ("第一章", "总则"),
        ("第 一 章", "总则"),
        ("第一节", "一般规定"),
        ("第一条", "为规范管理"),
        ("第十二条", "为规范管理"),
        ("一、", "健全机制"),
        ("十一、", "健全机制"),
        ("一．", "健全机制"),
        ("（一）", "健全机制"),
        ("(一)", "健全机制"),
        ("〔一〕", "健全机制"),
        ("（二十一）", "健全机制"),
        ("（一)", "健全机制"),
        ("1.", "健全机制"),
        ("1．", "健全机制"),
        ("1、", "健全机制"),
        ("1﹒", "健全机制"),
        ("12.", "健全机制"),
        ("1.1", "健全机制"),
        ("（1）", "健全机制"),
        ("(1)", "健全机制"),
        ("1）", "健全机制"),
        ("①", "健全机制"),
        ("⑫", "健全机制"),
    ],
)
@pytest.mark.parametrize("gap", ["", " ", "\u3000"])
def test_number_and_heading_are_as_written(number: str, heading: str, gap: str) -> None:
    (one,) = clauses(f"{number}{gap}{heading}。{BODY}\n")
    assert (one.number, one.heading, one.kind) == (number, heading, "item")
    (document,) = read_text(f"{number}{gap}{heading}。{BODY}\n")
    assert document.quote(one.start, one.end).startswith(number), "the number is part of the clause"


@pytest.mark.parametrize("heading", ["第一部分 总体要求", "第一部分　总体要求", "一是健全机制", "二要健全机制"])
def test_a_number_in_words_is_a_clause_head_too(heading: str) -> None:
    (one,) = clauses(f"{heading}。{BODY}\n")
    assert one.kind == "item"
    assert one.label.split() == heading.split()


LADDER = [
    ("第一章", "总则"),
    ("第一条", "职责"),
    ("一、", "健全机制"),
    ("（一）", "加强协调"),
    ("1.", "建立台账"),
    ("（1）", "定期更新"),
    ("①", "逐项销号"),
    ("一是", "强化督导"),
]


def test_every_kind_of_number_stands_under_the_one_above_it() -> None:
    text = "\n".join(f"{number}{heading}。{BODY}" for number, heading in LADDER)
    labels = [label(*one) for one in LADDER[:-1]] + ["".join(LADDER[-1])]
    assert shape(text) == list(zip(labels, [None, *labels], strict=False))


@pytest.mark.parametrize("kinds", [LADDER[at : at + 3] for at in range(len(LADDER) - 2)], ids=lambda kinds: kinds[0][0])
def test_a_higher_number_closes_the_lower_ones(kinds: list[tuple[str, str]]) -> None:
    first, second, third = kinds
    text = "\n".join(f"{number}{heading}。{BODY}" for number, heading in (first, second, third, second, third, first))
    one, two = label(*first), label(*second)
    assert [above for _, above in shape(text)] == [None, one, two, one, two, None]


@pytest.mark.parametrize(
    ("numbers", "levels"),
    [
        ("一、 （一） （二） 二、 （一）", "1 2 2 1 2"),
        ("一、 （一） （二） 二、 （三） （四）", "1 2 2 1 2 2"),  # counts on through the chapters
        ("一、 二、 四、 五、", "1 1 1 1"),  # one is missing
        ("一、 二、 二、 三、", "1 1 1 1"),  # one is there twice
        ("一、 （一） （三） （三） （一） 二、", "1 2 2 2 2 1"),
        ("一、 1. 2. 二、 1. 2.", "1 2 2 1 2 2"),
        ("1. （1） （2） 2. （1）", "1 2 2 1 2"),
        ("（一） 1. （二） 1.", "1 2 1 2"),
        ("1. ① ② 2. ①", "1 2 2 1 2"),
        ("第一章 第一条 第二条 第二章 第三条", "1 2 2 1 2"),
        ("一、 1. （1） 2. 二、", "1 2 3 2 1"),
        ("（一） 1． 2、 （二） 3.", "1 2 2 1 2"),  # 1． 2、 3. are one kind
        ("(一) （二） (三)", "1 1 1"),
        ("一、 ① ② 二、", "1 2 2 1"),
    ],
)
def test_numbers_that_restart_skip_or_repeat_do_not_break_the_tree(numbers: str, levels: str) -> None:
    text = "\n".join(f"{number}{heading}。{BODY}" for number, heading in zip(numbers.split(), HEADINGS, strict=False))
    found = [one for one in clauses(text) if one.number]
    assert " ".join(one.number for one in found) == numbers
    assert " ".join(str(one.level) for one in found) == levels


def test_an_annex_begins_anew() -> None:
    text = f"一、健全机制。{BODY}\n（一）加强协调。{BODY}\n附件：任务清单\n（一）完善设施。{BODY}\n"
    assert [above for _, above in shape(text)] == [None, "一、健全机制", None]


def test_an_unnumbered_paragraph_has_its_first_sentence_for_a_heading() -> None:
    text = f"打造特色街区。根据资源禀赋，{BODY}（责任单位：市商务局）\n丰富活动供给。{BODY}（责任单位：市文旅局）\n"
    assert by_task(text) == {
        "打造特色街区": [("市商务局", "responsible")],
        "丰富活动供给": [("市文旅局", "responsible")],
    }


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("一、优化布局", "优化布局"),
        ("一、优化布局。编制规划。", "优化布局"),
        ("一、优化布局：坚持统筹规划、集约利用，编制规划。", "优化布局"),
        ("一、优化布局；完善设施。", "优化布局"),
        ("一、优化布局（责任单位：市商务局）", "优化布局"),
        ("一、优化布局（牵头单位：市商务局，责任单位：各县〔市、区〕政府）", "优化布局"),
        ("一、优化布局 （责任单位：市商务局）", "优化布局"),
        ("一、优化布局(责任部门:市商务局)。编制规划。", "优化布局"),
        ("一、优化布局〔责任单位市商务局〕", "优化布局"),
        ("一、优化“一核两翼”（核心区、东翼、西翼）布局。编制规划。", "优化“一核两翼”（核心区、东翼、西翼）布局"),
        ("一、实施“1+3”工程。编制规划。", "实施“1+3”工程"),
        ("一、压实牵头单位责任。健全考核。", "压实牵头单位责任"),
    ],
)
def test_a_heading_holds_no_annotation(line: str, heading: str) -> None:
    (one,) = [each for each in clauses(f"{line}\n") if each.number]
    assert one.heading == heading


def test_a_long_first_sentence_is_the_heading_whole() -> None:
    sentence = "，".join(NOISE[0].strip("。").split("，") * 8)
    (one,) = clauses(f"一、{sentence}。{BODY}\n")
    assert one.heading == sentence
    assert not one.goes_on


@pytest.mark.parametrize("between", ["", f"{BODY}\n"])
def test_articles_count_on_through_chapters_with_other_numbers(between: str) -> None:
    text = (
        f"一、激励消费\n第一条 优化布局。{BODY}\n第二条 完善设施。{BODY}\n"
        f"二、提振信心\n{between}第三条 稳定就业。{BODY}\n三、保障措施\n第四条 加强督导。{BODY}\n"
    )
    assert shape(text) == [
        ("一、激励消费", None),
        ("第一条 优化布局", "一、激励消费"),
        ("第二条 完善设施", "一、激励消费"),
        ("二、提振信心", None),
        ("第三条 稳定就业", "二、提振信心"),
        ("三、保障措施", None),
        ("第四条 加强督导", "三、保障措施"),
    ]


def test_so_they_do_in_a_text_without_line_breaks() -> None:
    text = (
        f"一、激励消费　　第一条　优化布局。{BODY}　　第二条　完善设施。{BODY}（责任单位：市商务局）　　"
        f"二、提振信心　　第三条　稳定就业。{BODY}（责任单位：市人社局）"
    )
    assert shape(text) == [
        ("一、激励消费", None),
        ("第一条 优化布局", "一、激励消费"),
        ("第二条 完善设施", "一、激励消费"),
        ("二、提振信心", None),
        ("第三条 稳定就业", "二、提振信心"),
    ]


def test_but_lists_within_articles_stay_below_them_and_a_letter_ends_where_its_rules_begin() -> None:
    text = (
        f"一、抓好落实。{BODY}\n二、按时报送。{BODY}\n第一条 支持对象：\n一、企业\n二、个人\n第二条 优化布局。{BODY}\n"
    )
    assert shape(text) == [
        ("一、抓好落实", None),
        ("二、按时报送", None),
        ("第一条 支持对象：", None),
        ("一、企业", "第一条 支持对象："),
        ("二、个人", "第一条 支持对象："),
        ("第二条 优化布局", None),
    ]


def test_the_path_holds_the_headings_above_with_their_numbers() -> None:
    text = f"第一章 总则\n一、健全机制\n（一）加强协调。{BODY}\n1.建立台账。{BODY}（责任单位：市商务局）\n"
    (document,) = read_text(text)
    (one,) = analyse(document).assignments
    assert one.clause.path == ("第一章 总则", "一、健全机制", "（一）加强协调")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "一、重点任务（一）优化布局。编制专项规划，划定集聚范围。（二）完善设施。增设照明，改造公共厕所。",
            "一、 （一） （二）",
        ),
        ("一、优化布局。编制专项规划，划定集聚范围。（责任单位：市商务局）二、完善设施。增设照明。", "一、 二、"),
        ("（一）优化布局。编制专项规划，划定范围。（责任单位：市商务局）（二）完善设施。增设照明。", "（一） （二）"),
        ("（一）优化布局。编制专项规划，划定范围。（市商务局负责）（二）及时补种。增设苗圃。", "（一） （二）"),
        ("（一）优化布局。编制专项规划，划定范围。（市商务局负责）（二）项目建设。增设苗圃。", "（一） （二）"),
        # what stood under a number is lost, or the number itself
        (
            "一、优化准入条件二、实行审慎监管3.界定责任。明确平台责任，规范标示。（市商务局负责）4.完善机制。加强协同。",
            "一、 二、 3. 4.",
        ),
        ("1.界定责任。明确平台责任，规范标示。（市商务局负责）4.完善机制。加强协同。", "1. 4."),
        ("1.界定责任。明确平台责任，规范标示，扩大范围。建成9.示范点若干。", "1."),
        ("（一）优化布局。落实第（二）项要求，划定集聚区范围，完善配套设施建设。", "（一）"),
        ("（一）优化布局。按照（二）和（三）的要求，划定集聚区范围，完善配套设施建设。", "（一）"),
        ("（一）优化布局。安排资金1.5亿元，建设2.3公里步道，完善配套设施建设。", "（一）"),
    ],
)
def test_clauses_within_a_paragraph(text: str, numbers: str) -> None:
    assert " ".join(one.number for one in clauses(text) if one.number) == numbers


# what holds of every outline


def well_formed(found: tuple[Clause, ...], text: str) -> None:
    assert [one.index for one in found] == list(range(len(found)))
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert text.startswith(one.number, one.start)
        if one.parent is not None:
            assert one.parent < one.index
            assert found[one.parent].level < one.level
            assert one.path == (*found[one.parent].path, found[one.parent].label)
        else:
            assert one.path == ()
        assert "\n" not in one.heading
    for before, after in pairwise(found):
        assert before.end <= after.start


@settings(max_examples=30, deadline=None)
@given(plan=plans())
def test_the_outline_of_a_plan(plan: Planted) -> None:
    (document,) = read_text(plan.text)
    found = build_outline(document)
    well_formed(found, document.text)
    spoken = "".join(document.quote(one.start, one.end) for one in found)
    assert spoken.replace("\n", "") == document.text.replace("\n", ""), "every word stands in one clause"


@settings(max_examples=100, deadline=None)
@given(
    lines=st.lists(
        st.tuples(
            st.sampled_from(
                [
                    "",
                    "第一章 ",
                    "第二条 ",
                    "一、",
                    "二、",
                    "（一）",
                    "(二)",
                    "1.",
                    "2、",
                    "（1）",
                    "①",
                    "一是",
                    "附件1：",
                ]
            ),
            st.sampled_from([*HEADINGS[:3], "", "、", "（责任单位：市商务局）", "1.2.3", "（", "）（", "一、二、三、"]),
            st.sampled_from(["", "。" + BODY, "（二）" + BODY, "\u3000\u3000"]),
        ).map("".join),
        min_size=1,
        max_size=12,
    ),
    parted=st.sampled_from(["\n", "", "\u3000\u3000"]),
)
def test_whatever_the_numbers_the_tree_is_one(lines: list[str], parted: str) -> None:
    text = "云岭市工作方案" + parted + parted.join(lines)
    (document,) = read_text(text)
    well_formed(build_outline(document), document.text)


@pytest.mark.parametrize(
    ("foot", "kept"),
    [
        ("解读：1.市水利局负责人就《护河行动方案》答记者问2.一图读懂《护河行动方案》字号", []),
        ("1.一图读懂《护河行动方案》", []),
        ("1.制作一图读懂，组织宣讲。", ["1.制作一图读懂，组织宣讲"]),
    ],
)
def test_links_at_the_foot_of_a_page_are_no_clauses(foot: str, kept: list[str]) -> None:
    text = f"一、巡查河道（一）建立台账。{BODY}（市水利局负责）（二）清理淤泥。{BODY}（市水利局牵头负责）{foot}"
    assert [label for label, _ in shape(text)] == ["一、巡查河道", "（一）建立台账", "（二）清理淤泥", *kept]


@pytest.mark.parametrize("counted", ["工程{}：", "专项行动{}、", "【问题{}】", "[建议{}]", "整改任务{}. "])
@pytest.mark.parametrize("numbers", ["一二", "12"])
def test_a_thing_with_its_number_begins_an_item(counted: str, numbers: str) -> None:
    first, second = (counted.format(number).strip() for number in numbers)
    text = f"云泽市工作方案\n一、重点\n{first}整修堤防\n实施主体：市水务局\n{second}改造管网\n实施主体：市住建局\n"
    found = shape(text)
    assert [parent for _, parent in found] == [None, "一、重点", "一、重点"]
    assert [name[-4:] for name, _ in found[1:]] == ["整修堤防", "改造管网"]


def test_numbers_with_a_nought_before_them_need_no_mark_behind() -> None:
    text = f"若干措施\n01优化服务\n{BODY}\n02 降低成本\n{BODY}\n03“一网”通办\n{BODY}\n"
    assert [label for label, _ in shape(text) if label[:1] == "0"] == ["01 优化服务", "02 降低成本", "03 “一网”通办"]
    assert all(label[:1] != "0" for label, _ in shape("一、安排\n05月12日召开会议。\n01年度总结。\n"))


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("（三）云岭", False),
        ("（三）云岭省", False),
        ("（三）云岭。开展巡查。", True),
        ("（一）云岭", True),
        ("3.云岭", True),
    ],
)
def test_the_number_and_name_of_what_follows_in_the_book_is_no_clause(last: str, kept: bool) -> None:
    text = f"一、整治河道\n1.巡查堤岸。{BODY}\n2.清理淤泥。{BODY}\n{last}\n"
    assert ("云岭" in shape(text)[-1][0]) is kept


@pytest.mark.parametrize(
    "below",
    [
        "市商务局、市财政局按职责分工负责",
        "市商务局、市财政局根据各自职责分别组织实施",
        "市商务局、市财政局；完成时限：2026年6月底前",
    ],
)
def test_names_below_a_label_alone_are_its_own_whatever_follows_them(below: str) -> None:
    text = f"一、推进公园建设。\n责任单位：\n{below}\n二、推进绿道建设。\n责任单位：\n市住建局\n"
    found = [(one.clause.heading, one.department.name, one.role) for one in analyse(text).assignments]
    assert found == [
        ("推进公园建设", "市商务局", "responsible"),
        ("推进公园建设", "市财政局", "responsible"),
        ("推进绿道建设", "市住建局", "responsible"),
    ]
