"""What holds of every extraction: spans, quotes, planted annotations, hostile texts."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from texts import MARKED, NOISE, SAID, Planted, clause, plans, said, triples, wrapped

from raci.model import Analysis
from raci.pipeline import analyse, analyses, extract
from raci.readers.registry import read_text

HAND = (
    # every form beside the others
    """云岭市人民政府办公室关于印发夜间消费提升行动方案的通知
云政办发〔2024〕15号
各县（市、区）人民政府，市政府各部门：
现将方案印发给你们，请认真贯彻执行。责任单位中列第一位者为牵头单位，下同。
一、重点任务
（一）建设街区（牵头单位：市商务局，责任单位：市住建局〈市人防办〉）
1.完善规划。编制专项规划。
2.推进改造。实施立面提升。（责任单位：市城管局、各县（市、区）人民政府，2025年6月底前完成）
（二）丰富活动。
举办夜市、展演等活动。
责任领导：副市长张某某
牵头单位：市文旅局
配合单位：市公安局、市消防救援支队
完成时限：长期坚持
（三）加强监管。开展巡查（市市场监管局牵头,市公安局、-海关按职责分工负责)；从严处罚。
（四）优化交通。延长公交运营。责任单位：市交通运输局、市公交集团等单位。
（五）数据归集。（市大数据局会同市统计局等部门负责，以下均需各县区政府落实，不再列出）
二、保障措施
（一）资金保障。统筹专项资金。（责任单位：市财政局）
（二）宣传引导。营造氛围。
""",
    # a bracket that never closes, mismatched ones, one bracket in another
    "一、优化布局。编制规划。（责任单位：市商务局（自贸办）、市财政局\n二、完善设施。增设照明。〔责任单位：市城管局）\n",
    # no line breaks
    "云岭市工作方案一、重点任务（一）优化布局。编制规划。（责任单位：市商务局）（二）完善设施。增设照明。（市城管局负责）二、保障措施",
    # names broken over lines
    wrapped([f"一、优化布局。{NOISE[0]}（牵头单位：市发展改革委、市人力资源社会保障局）", *NOISE[1:9]], 24),
)


def sound(analysis: Analysis) -> None:
    """The promise: nothing is said without evidence."""
    document = analysis.document
    indexes = [one.clause.index for one in analysis.assignments]
    assert indexes == sorted(indexes), "document order"
    for one in analysis.assignments:
        assert 0 <= one.start < one.end <= len(document.text)
        assert "".join(document.quote(one.start, one.end).split()) == one.department.name
        assert one.quote in document.text
        assert one.rule
        assert one.clause == analysis.clauses[one.clause.index]
        assert one.clause.index in analysis.tasks
        assert (one.document, one.source) == (document.title, document.source)
        if one.deadline is not None:
            assert "".join(document.quote(one.deadline.start, one.deadline.end).split()) == one.deadline.text
    said = [
        (one.clause.index, one.department.name, one.role, one.deadline.text if one.deadline else "")
        for one in analysis.assignments
    ]
    assert len(said) == len(set(said)), "nothing is said twice"
    for annotation in analysis.annotations:
        if annotation.basis != "inherited":
            assert document.quote(annotation.start, annotation.end) == annotation.quote


@pytest.mark.parametrize("text", HAND)
def test_spans_quote_what_was_written_by_hand(text: str) -> None:
    for analysis in analyses(text, basis=MARKED):
        assert analysis.assignments
        sound(analysis)


def test_every_form_of_the_hand_written_plan_is_read() -> None:
    (analysis,) = analyses(HAND[0], basis=MARKED)
    own = [
        (one.clause.heading, one.department.name, one.role) for one in analysis.assignments if one.basis != "inherited"
    ]
    assert own == [
        ("建设街区", "市商务局", "lead"),
        ("建设街区", "市住建局〈市人防办〉", "responsible"),
        ("推进改造", "市城管局", "lead"),
        ("推进改造", "各县（市、区）人民政府", "responsible"),
        ("丰富活动", "副市长张某某", "leader"),
        ("丰富活动", "市文旅局", "lead"),
        ("丰富活动", "市公安局", "support"),
        ("丰富活动", "市消防救援支队", "support"),
        ("加强监管", "市市场监管局", "lead"),
        ("加强监管", "市公安局", "responsible"),
        ("加强监管", "-海关", "responsible"),
        ("优化交通", "市交通运输局", "lead"),
        ("优化交通", "市公交集团", "responsible"),
        ("数据归集", "市大数据局", "lead"),
        ("数据归集", "市统计局", "support"),
        ("资金保障", "市财政局", "lead"),
    ]
    assert [clause.heading for clause in analysis.unassigned()] == ["宣传引导"]


@settings(max_examples=60)
@given(plan=plans())
def test_what_was_planted_is_found_and_nothing_else(plan: Planted) -> None:
    (analysis,) = analyses(plan.text, basis=MARKED)
    assert triples(analysis.assignments) == list(plan.expected)
    sound(analysis)


@settings(max_examples=30)
@given(plan=plans(least=3), width=st.integers(30, 44))
def test_spans_hold_where_lines_were_mended(plan: Planted, width: int) -> None:
    for analysis in analyses(wrapped(plan.paragraphs, width), basis=MARKED):
        sound(analysis)


#: full width to half width, as texts mix them
NARROW = str.maketrans("（）：，；", "():,;")


def folded(rows: list[tuple[str, str, str]]) -> list[tuple[str, ...]]:
    return [tuple(unicodedata.normalize("NFKC", each) for each in row) for row in rows]


@settings(max_examples=40)
@given(plan=plans(), picked=st.sets(st.sampled_from("（）：，；"), min_size=1))
def test_the_width_of_punctuation_says_nothing(plan: Planted, picked: set[str]) -> None:
    narrow = plan.text.translate({ord(char): NARROW[ord(char)] for char in picked})
    assert folded(triples(extract(narrow, basis=MARKED))) == folded(list(plan.expected))


@settings(max_examples=30)
@given(first=plans(), second=plans())
def test_one_text_says_nothing_of_another(first: Planted, second: Planted) -> None:
    assert [triples(extract(each.text, basis=MARKED)) for each in (first, second, first)] == [
        list(each.expected) for each in (first, second, first)
    ]


# hostile


HOSTILE = (
    "（" * 10_000,
    "）" * 10_000,
    "（" * 10_000 + "责任单位：市商务局" + "）" * 10_000,
    "（责任单位：" * 2_000 + "市商务局" + "）" * 2_000,
    "（责任单位：市商务局" * 500,
    "责任单位：" * 5_000,
    "责任单位：市商务局、" * 2_000,
    "市商务局、" * 5_000 + "负责",
    "等" * 10_000,
    "一、" * 5_000,
    "第一条" * 3_000,
    "、" * 20_000,
    "。" * 20_000,
    "“" * 10_000,
    "牵头" * 10_000,
    "按职责分工" * 5_000,
    "2025年" * 5_000,
    "列第一位者为牵头单位" * 1_000,
    "以下均需" * 2_000 + "不再列出",
    "\u202e（责任单位：市商务局）\u202c",
    "\x00\x01\x02责任单位：市商务局\x7f",
    "责任单位：\ud800市商务局",
    "\ue000（责任单位：市\ue000商务局）",
    "（责任单位：" + "\u0301" * 5_000 + "市商务局）",
    "（责任单位：👩‍👩‍👧‍👦局）",
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: f"{text[:6]!a} {len(text)}")
@pytest.mark.parametrize(
    "written", ["{}", "一、优化布局。编制规划。（{}）", "一、优化布局。编制规划。{}\n二、完善设施。\n"]
)
def test_hostile_words_do_no_harm(text: str, written: str) -> None:
    for document in read_text(written.format(text)):
        sound(analyse(document, basis=MARKED))


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: f"{text[:6]!a} {len(text)}")
def test_hostile_words_hide_no_neighbour(text: str) -> None:
    neighbour = clause("（责任单位：市教育局）", "健全标准体系")
    found = [one for one in extract(f"{neighbour}二、{text}\n", basis=MARKED) if one.clause.heading == "健全标准体系"]
    assert [one.department.name for one in found if one.basis == "annotation"][:1] == ["市教育局"]


@pytest.mark.parametrize("mark", ["\u200b", "\u200e", "\u200f", "\u202a", "\ufeff", "\xad", "\x00", "\x07"])
@pytest.mark.parametrize("form", SAID)
def test_invisible_marks_within_words_say_nothing(form: str, mark: str) -> None:
    annotation = SAID[form]((("lead", ("市商务局",)), ("support", ("市财政局",))))
    assert said(clause(mark.join(annotation))) == [("市商务局", "lead"), ("市财政局", "support")]


WORDS = (
    *"（）()〔〕【】“”：:；;，,、。.\n\u3000 等及和",
    *(
        "责任单位",
        "牵头单位",
        "配合单位",
        "责任领导",
        "完成时限",
        "联系人",
        "牵头",
        "负责",
        "按职责分工负责",
        "配合",
        "会同",
    ),
    *(
        "市商务局",
        "市财政局",
        "各县（市、区）人民政府",
        "各市",
        "-海关",
        "张某某",
        "等部门",
        "有关单位",
        "制定办法",
        "由",
        "请",
    ),
    *("一、", "（二）", "1.", "第三条", "①", "2025年6月底前", "持续推进", "下同", "以下简称“专班”", "含云东区"),
    *("列第一位者为牵头单位，下同", "以下均需各县区政府落实，不再列出", "逗号前面的为牵头单位"),
)


@settings(max_examples=300)
@given(text=st.lists(st.sampled_from(WORDS), min_size=2, max_size=60).map("".join), times=st.sampled_from([1, 1, 4]))
@example(text="（责任单位：）（牵头：，）市局负责", times=1)
@example(text="（市商务局配合：", times=4)
def test_whatever_the_words_the_evidence_is_sound(text: str, times: int) -> None:
    for analysis in analyses(f"云岭市工作方案{text * times}", basis=MARKED):
        sound(analysis)
