"""Lines to paragraphs: however a text was broken into lines, or not at all, it says the same."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from texts import NOISE, SAID, Planted, plans, triples, wrapped

from raci.pipeline import extract
from raci.readers.tables.paragraphs import paragraphs

#: as text comes out of a PDF: every line 38 full-width characters wide
WIDTH = 38


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\u3000\n\t\n", []),
        ("一、总体要求\n二、重点任务\n", ["一、总体要求", "二、重点任务"]),
        ("一、总体要求\r\n\r\n二、重点任务\r\n", ["一、总体要求", "二、重点任务"]),
        ("一、总体要求\r二、重点任务", ["一、总体要求", "二、重点任务"]),
        ("　　一、总体要求　\n\t二、重点任务 ", ["一、总体要求", "二、重点任务"]),
        ("一、总体\u200b要求\u200e\ufeff", ["一、总体要求"]),
        ("一、总体\x00要求\x07", ["一、总体要求"]),
        ("一、总体要求\u2028二、重点任务\x0b三、保障", ["一、总体要求", "二、重点任务", "三、保障"]),
        ("短行　　里的空格不分段", ["短行　　里的空格不分段"]),
    ],
)
def test_a_line_is_a_paragraph(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "扩大范围。（责任单\n位：市商务局、市财\n政局）\n二、保障",
            ["扩大范围。（责任单位：市商务局、市财政局）", "二、保障"],
        ),
        (
            "扩大范围。（牵头单位：市商务局；\n责任单位：市财政局）",
            ["扩大范围。（牵头单位：市商务局；责任单位：市财政局）"],
        ),
        ("扩大范围（含\n二、保障措施（略）\n三、附则）", ["扩大范围（含", "二、保障措施（略）", "三、附则）"]),
        (
            "对信誉良好的企业优先安排资金并按不高于百分之五的\n— 12 —\n比例给予补助。\n-13-\n二、保障",
            ["对信誉良好的企业优先安排资金并按不高于百分之五的比例给予补助。", "二、保障"],
        ),
        ("优化布局\n- 1 -\n市商务局牵头。", ["优化布局", "市商务局牵头。"]),
        ("第一批\n12\n—\n第二批", ["第一批", "12", "—", "第二批"]),
    ],
)
def test_a_page_s_end_and_an_open_bracket_part_nothing(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_a_long_line_is_parted_where_two_ideographic_spaces_stand() -> None:
    parts = ["云岭市夜间消费提升行动方案", *("".join(NOISE[at : at + 3]) for at in (0, 3, 6)), "附件：任务分工表"]
    assert texts("　　".join(parts)) == parts
    assert texts("　　　".join(parts)) == parts


def test_form_feeds_count_pages() -> None:
    found = paragraphs("一、总体要求\n二、重点任务\n\x0c三、保障措施\n四、附则\x0c五、其他")
    assert [(paragraph.text, paragraph.lines[0].page) for paragraph in found] == [
        ("一、总体要求", 1),
        ("二、重点任务", 1),
        ("三、保障措施", 2),
        ("四、附则", 2),
        ("五、其他", 3),
    ]


def test_a_paragraph_knows_the_lines_that_it_came_from() -> None:
    text = wrapped(
        [f"（一）优化布局。{''.join(NOISE[:4])}", *(f"（{n}）健全机制。{''.join(NOISE[4:8])}" for n in "二三四")]
    )
    for paragraph in paragraphs(text):
        for piece, _, line, *_ in paragraph.lines:
            assert text.splitlines()[line - 1] == piece


# the same words, broken in other places


def same(plan: Planted, text: str) -> None:
    assert triples(extract(text)) == list(plan.expected)


def own_lines(plan: Planted, text: str) -> bool:
    """Whether an annotation happens to begin a line: then nobody can tell it from one on a line of its own."""
    return any(f"\n{paragraph[:8]}" in text for paragraph in plan.annotations)


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(plan=plans())
def test_the_plan_as_it_stands(plan: Planted) -> None:
    same(plan, plan.text)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(plan=plans(least=3), indent=st.sampled_from(["", "\u3000\u3000", "    "]))
def test_lines_broken_at_a_fixed_width(plan: Planted, indent: str) -> None:
    """Also within names and labels: 牵⏎头单位, 市财⏎政局."""
    text = wrapped(plan.paragraphs, WIDTH, indent)
    assume(not own_lines(plan, text))
    same(plan, text)


@settings(max_examples=30, deadline=None)
@given(plan=plans(least=3))
def test_lines_broken_at_a_fixed_width_with_blank_lines_between_paragraphs(plan: Planted) -> None:
    text = "\n".join(wrapped([paragraph], WIDTH) for paragraph in plan.paragraphs)
    assume(not own_lines(plan, text))
    same(plan, text)


@settings(max_examples=30, deadline=None)
@given(plan=plans(), spaces=st.sampled_from(["\u3000\u3000", "\u3000\u3000\u3000\u3000", " \u3000\u3000 "]))
def test_paragraphs_parted_by_ideographic_spaces(plan: Planted, spaces: str) -> None:
    same(plan, spaces.join(plan.paragraphs))


@settings(max_examples=30, deadline=None)
@given(plan=plans())
def test_no_line_break_at_all(plan: Planted) -> None:
    """The numbers of the clauses are all there is."""
    same(plan, "".join(plan.paragraphs))


@settings(max_examples=30, deadline=None)
@given(plan=plans(), blank=st.sampled_from(["\n\n", "\n \n", "\n\u3000\u3000", "\r\n\r\n", "\n\t"]))
def test_blank_lines_and_indents_say_nothing(plan: Planted, blank: str) -> None:
    same(plan, blank.join(plan.paragraphs))


@pytest.mark.parametrize("form", SAID)
@pytest.mark.parametrize("at", range(1, 24))
def test_a_break_anywhere_in_an_annotation(form: str, at: int) -> None:
    groups = (("lead", ("市商务局", "市发展改革委")), ("support", ("市财政局",)))
    annotation = SAID[form](groups)
    body = "".join(NOISE[:2])
    task = f"（一）优化布局。{body}"
    # what fills the line up to the annotation, so that it breaks there
    task += "筹" * ((WIDTH - at - len(task)) % WIDTH) + "。" if (WIDTH - at - len(task)) % WIDTH else ""
    others = [f"（{n}）健全机制。{''.join(NOISE[i + 2 : i + 6])}" for i, n in enumerate("二三四五")]
    found = triples(extract(wrapped(["云岭市夜间消费行动方案", "一、任务", task + annotation, *others], WIDTH)))
    assert [row[1:] for row in found] == [(name, role) for role, names in groups for name in names]


def test_a_line_that_only_begins_like_a_number_goes_on_with_its_paragraph() -> None:
    text = (
        "    (一)强化人才购房政策支持。对引进到本市企业连续工作两年以上的人才购买商品\n"
        "住房给予一次性补贴,补贴标准为:甲类人才最高一百万元,乙类分为第一类、第\n"
        "二、三类人才最高六十万元,第四类人才最高四十万元,第五类人才最高二十万元,第六\n"
        "类另定。(责任单位:市住建局)\n"
        "    (二)持续开展促销活动。组织春秋房交会和返乡置业促销进商圈活动,聚焦春节、\n"
        "五一、国庆等重大节假日开展促销活动,并给予购房优惠,提供全天候线上看房、咨询\n"
        "等服务。(责任单位:市商务局)\n"
        "    (三)规范中介服务。建立中介机构名录和信用档案,定期公布服务质量评价结果,对\n"
        "发布虚假房源的机构依法处理。(责任单位:市市场监管局)\n"
    )
    assert [(one.clause.heading, one.department.name) for one in extract(text)] == [
        ("强化人才购房政策支持", "市住建局"),
        ("持续开展促销活动", "市商务局"),
        ("规范中介服务", "市市场监管局"),
    ]


@pytest.mark.parametrize("space", ["　　", "\xa0\xa0\xa0\xa0", "\xa0 \xa0 ", "    "])
def test_wide_spaces_part_the_paragraphs_of_a_text_without_line_breaks(space: str) -> None:
    items = [
        f"{number}、{heading}。按照年初确定的计划分批实施，定期通报进展情况，确保质量和安全。（责任单位：{body}）"
        for number, heading, body in (
            ("一", "改造农贸市场", "县商务局"),
            ("二", "修缮老旧校舍", "县教育局"),
            ("三", "建设绿道", "县住建局"),
        )
    ]
    assert [(one.clause.heading, one.department.name) for one in extract(space.join(items))] == [
        ("改造农贸市场", "县商务局"),
        ("修缮老旧校舍", "县教育局"),
        ("建设绿道", "县住建局"),
    ]
