"""Text out of a PDF: wherever its lines and pages end, it says the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import triples
from typeset import LEAD_PLAN, LEAD_ROWS, Page, on_pages, typeset

from raci.pipeline import extract
from raci.readers.registry import read_text
from raci.readers.tables.cut_names import cuts_cell_name
from raci.readers.tables.paragraphs import paragraphs

INDENTS = st.sampled_from(["", "\u3000\u3000", "    "])
PAGES = st.builds(
    Page,
    lines=st.integers(12, 28),
    number=st.sampled_from(["— {} —", "- {} -", "－ {} －", "― {} ―", "{}", "第{}页 共9页", "·{}·"]),
    head=st.sampled_from(["", "柳溪市人民政府公报 2026年第3期", LEAD_PLAN[0]]),
    feed=st.booleans(),
    # a bare number among few lines may be the document's own
).filter(lambda page: page.number != "{}" or page.lines >= 24)


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(text)]


def test_the_plan_as_it_stands() -> None:
    assert triples(extract("\n".join(LEAD_PLAN))) == LEAD_ROWS


@pytest.mark.parametrize("indent", ["", "\u3000\u3000"])
def test_the_number_of_a_page_is_not_joined_to_the_task_below_it(indent: str) -> None:
    lines = typeset(LEAD_PLAN, 18, indent)
    below = next(index for index, line in enumerate(lines) if "（二）" in line)
    assert triples(extract("\n".join([*lines[:below], "1", *lines[below:]]))) == LEAD_ROWS


@settings(max_examples=40, deadline=None)
@given(width=st.integers(18, 45), indent=INDENTS)
def test_paragraphs_that_begin_with_a_lead_sentence_keep_their_beginnings(width: int, indent: str) -> None:
    assert triples(extract("\n".join(typeset(LEAD_PLAN, width, indent)))) == LEAD_ROWS


@pytest.mark.slow
@settings(max_examples=80, deadline=None)
@given(width=st.integers(18, 45), indent=INDENTS, page=PAGES)
def test_pages_in_between_say_nothing(width: int, indent: str, page: Page) -> None:
    assert triples(extract(on_pages(typeset(LEAD_PLAN, width, indent), page))) == LEAD_ROWS


@settings(max_examples=40, deadline=None)
@given(widths=st.tuples(st.integers(18, 45), st.integers(18, 45)), indent=INDENTS)
def test_a_letter_and_its_annex_may_be_set_at_two_widths(widths: tuple[int, int], indent: str) -> None:
    letter = (
        "关于做好柳溪市社区创建申报工作的通知",
        "各县区民政局，市直各有关单位：",
        "为深入推进老年友好社区创建，探索可复制可推广的做法，现就申报工作通知如下，请结合实际认真组织，按时报送材料。",
        "一、申报条件。社区办公用房达到规定面积，配有专职工作人员，近三年未发生安全责任事故，居民满意度较高。",
        "二、申报程序。申报坚持自愿原则，材料齐全、内容真实，复核结果在网上公示五个工作日，逾期不再受理。",
        "联系人：市民政局养老服务科",
    )
    lines = [*typeset(letter, widths[0], indent), "附件", *typeset(LEAD_PLAN, widths[1], indent)]
    assert triples(extract("\n".join(lines))) == LEAD_ROWS


@settings(max_examples=20, deadline=None)
@given(width=st.integers(18, 45), indent=INDENTS)
def test_the_title_is_that_of_the_text_before_it_was_broken(width: int, indent: str) -> None:
    assert read_text("\n".join(typeset(LEAD_PLAN, width, indent)))[0].title == LEAD_PLAN[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a heading that is cut within a word
        (
            "（一）建设宜居和美乡\n村。完善村庄规划。\n（二）推动城乡融合。打通道路。",
            ["（一）建设宜居和美乡村。完善村庄规划。", "（二）推动城乡融合。打通道路。"],
        ),
        (
            "（一）优化布局。完善规划。\n（二）提升设计\n水平。推广图集，加强培训。",
            ["（一）优化布局。完善规划。", "（二）提升设计水平。推广图集，加强培训。"],
        ),
        ("（一）打造全市产业转型升级核心引领\n区\n依托园区。", ["（一）打造全市产业转型升级核心引领区", "依托园区。"]),
        # below a heading that stands alone
        (
            "（一）人居环境\n绿化。栽植乡土树种。\n亮化。更换路灯。",
            ["（一）人居环境", "绿化。栽植乡土树种。", "亮化。更换路灯。"],
        ),
        (
            "一、反馈问题\n问题一：管网存在空白区。\n二、有关要求",
            ["一、反馈问题", "问题一：管网存在空白区。", "二、有关要求"],
        ),
        # a name that a line's end cuts behind its label; names that are whole stay apart
        (
            "责任单位：市住房和城乡建设\n局、市财政局\n完成时限：6月底",
            ["责任单位：市住房和城乡建设局、市财政局", "完成时限：6月底"],
        ),
        ("责任单位：市住房和城乡建设局\n市财政局", ["责任单位：市住房和城乡建设局", "市财政局"]),
        ("责任\n单位：市财政局", ["责任单位：市财政局"]),
        # names one below the other are no lines of a paragraph
        (
            "柳溪市发展和改革委员会\n柳溪市公安局\n柳溪市住房和城乡建设局\n柳溪市城市管理局\n柳溪市商务局\n柳溪市文化旅游局\n"
            "柳溪市市场监督管理局",
            [
                "柳溪市发展和改革委员会",
                "柳溪市公安局",
                "柳溪市住房和城乡建设局",
                "柳溪市城市管理局",
                "柳溪市商务局",
                "柳溪市文化旅游局",
                "柳溪市市场监督管理局",
            ],
        ),
    ],
)
def test_what_belongs_together(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("before", "after", "cut"),
    [
        ("县委宣", "传部", True),
        ("县教体", "局、县财政局", True),
        ("县财政局、县农业农", "村局", True),
        ("县民政局", "县司法局", False),
        ("市政府", "市财政局", False),
        ("各乡镇", "县司法局", False),
        ("完善制度", "县司法局", False),
        ("县委", "组织部", True),
        ("", "传部", False),
    ],
)
def test_a_name_that_a_cell_cuts(before: str, after: str, cut: bool) -> None:
    assert cuts_cell_name(before, after) == cut


@pytest.mark.parametrize("width", range(24, 42, 3))
@pytest.mark.parametrize(
    "paragraph",
    [
        "企业登记的名称核准，按照《企业名称登记管理办法》《柳溪市企业住所登记规定》执行，登记机关不得增设条件，不得收取费用。",
        "结合“柳溪味道”“夜游柳溪”“乐购柳溪”等活动，开展“跟着节气去赶集”“周末去哪儿”等主题活动，丰富群众假日生活。",
        "门面租金补助（含税）由市财政局（国资办）审核，报市人民政府（办公室）批准，补助期限为三年（含免租期）以下的不予受理。",
    ],
)
def test_a_line_may_end_with_a_quotation_or_a_bracket(paragraph: str, width: int) -> None:
    assert paragraph in texts("\n".join(typeset((*LEAD_PLAN, "三、其他事项", paragraph), width, "")))


@pytest.mark.parametrize("who", ["责任单位：市财政局", "责任人：李某", "牵头单位：经开区、市财政局"])
@pytest.mark.parametrize("below", ["特此通知", "此致", "完", "市政府", "抄送：市委办"])
def test_what_stands_below_the_last_names_is_no_part_of_them(who: str, below: str) -> None:
    """A line that ends with a whole name behind its label is not broken off, and its last words are no heading."""
    text = f"方案\n1.提供清单。责任单位：市水利局\n2.提供资金安排。{who}\n\n{below}\n"
    assert f"2.提供资金安排。{who}" in texts(text)
