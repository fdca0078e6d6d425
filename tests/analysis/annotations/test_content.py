"""What an annotation says: labels, verbs, names, roles, time limits."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import BODIES, LABELS, MARKED, VERBS, clause, said

from raci.pipeline import analyses, extract

L, R, S, G = "lead", "responsible", "support", "guide"


@pytest.mark.parametrize(
    "annotation",
    [
        "",
        "（略）",
        "（下同）",
        "（牵头单位：）",
        "（责任单位：，）",
        "（责任单位）",
        "（牵头）",
        "（负责）",
        "（按职责分工负责）",
        "（牵头单位要加强统筹）",
        "（责任单位为各县区政府的除外）",
        "（完成时限：2025年底前）",
        "（备注：另行通知）",
        "（）（）",
    ],
)
def test_what_names_nobody_says_nothing(annotation: str) -> None:
    assert said(clause(annotation)) == []


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        # what others do, in a bracket behind a name
        ("（责任单位：市商务局（市财政局、市教育局配合））", [("市商务局", R), ("市财政局", S), ("市教育局", S)]),
        ("（责任单位：市商务局（由市财政局协助）、市教育局）", [("市商务局", R), ("市教育局", R), ("市财政局", S)]),
        ("（责任单位：市商务局（各县（市、区）人民政府配合））", [("市商务局", R), ("各县（市、区）人民政府", S)]),
        ("（责任单位：市商务局（配合单位：市财政局））", [("市商务局", R), ("市财政局", S)]),
        ("（责任单位：市商务局（会同市财政局）、市教育局）", [("市商务局", L), ("市教育局", R), ("市财政局", S)]),
        ("（责任单位：市商务局（市口岸办））", [("市商务局（市口岸办）", R)]),
        ("（责任单位：市商务局（负责统计））", [("市商务局（负责统计）", R)]),
        # labels
        ("（责任单位：市商务局）", [("市商务局", R)]),
        ("（责任单位：市商务局、市财政局配合）", [("市商务局", R), ("市财政局", S)]),
        ("（牵头单位：市商务局、市财政局、市教育局参与）", [("市商务局", L), ("市财政局", S), ("市教育局", S)]),
        ("（市商务局、市财政局配合）", [("市商务局", S), ("市财政局", S)]),
        ("（责任单位：市商务局、市财政局）", [("市商务局", R), ("市财政局", R)]),
        ("（责任单位：市商务局，市财政局；市教育局）", [("市商务局", R), ("市财政局", R), ("市教育局", R)]),
        ("（牵头单位：市商务局；配合单位：市财政局）", [("市商务局", L), ("市财政局", S)]),
        ("（牵头单位：市商务局，责任单位：市财政局）", [("市商务局", L), ("市财政局", R)]),
        ("（牵头单位：市商务局。责任单位：市财政局。）", [("市商务局", L), ("市财政局", R)]),
        ("（牵头单位：市商务局 责任单位：市财政局）", [("市商务局", L), ("市财政局", R)]),
        ("（牵头单位：市商务局、责任单位：市财政局）", [("市商务局", L), ("市财政局", R)]),
        ("(牵头部门:市商务局;配合部门:市财政局)", [("市商务局", L), ("市财政局", S)]),
        ("（牵头单位∶市商务局）", [("市商务局", L)]),
        ("（牵头单位 ：市商务局）", [("市商务局", L)]),
        ("（责任单位市商务局）", [("市商务局", R)]),
        ("（贵任单位：市商务局）", [("市商务局", R)]),
        ("（责任任部门：市商务局）", [("市商务局", R)]),
        ("（责任（配合）单位：市商务局）", [("市商务局", R)]),
        ("（牵头责任单位：市商务局）", [("市商务局", L)]),
        ("（牵头考核单位：市商务局）", [("市商务局", L)]),
        ("（主办单位：市商务局；协办单位：市财政局）", [("市商务局", L), ("市财政局", S)]),
        (
            "（主办单位：市商务局；承办单位：市文旅局；协办单位：市财政局）",
            [("市商务局", L), ("市文旅局", R), ("市财政局", S)],
        ),
        ("（指导单位：省商务厅；责任主体：各县区政府）", [("省商务厅", G), ("各县区政府", R)]),
        ("（上级知晓：省商务厅；责任单位：市商务局）", [("省商务厅", "inform"), ("市商务局", R)]),
        ("（审批单位：市人民政府；责任单位：市商务局）", [("市人民政府", "approve"), ("市商务局", R)]),
        ("（【牵头单位】市商务局【配合单位】市财政局）", [("市商务局", L), ("市财政局", S)]),
        ("（责任部门：市商务局，配部门：各区政府）", [("市商务局", R), ("各区政府", S)]),
        # verbs
        ("（市商务局牵头，市财政局参与按职责分工负责）", [("市商务局", L), ("市财政局", S)]),
        ("（市商务局牵头，各区政府结合实际贯彻落实）", [("市商务局", L), ("各区政府", R)]),
        ("（市商务局牵头）", [("市商务局", L)]),
        ("（由市商务局牵头）", [("市商务局", L)]),
        ("（市商务局负责）", [("市商务局", R)]),
        ("（市商务局、市财政局按职责分工负责）", [("市商务局", R), ("市财政局", R)]),
        ("（市商务局、市财政局按照职责分工负责）", [("市商务局", R), ("市财政局", R)]),
        ("（市商务局牵头，市财政局配合）", [("市商务局", L), ("市财政局", S)]),
        ("（市商务局牵头、市财政局配合）", [("市商务局", L), ("市财政局", S)]),
        ("（市商务局牵头;市财政局参与）", [("市商务局", L), ("市财政局", S)]),
        ("（市商务局牵头负责，市财政局协助）", [("市商务局", L), ("市财政局", S)]),
        ("（市商务局、市财政局分别牵头，市教育局配合组织落实）", [("市商务局", L), ("市财政局", L), ("市教育局", S)]),
        # both sides of one annotation
        (
            "（市商务局牵头,市财政局、市教育局按职责分工负责）",
            [("市商务局", L), ("市财政局", R), ("市教育局", R)],
        ),
        (
            "（市商务局牵头，市财政局配合，各区政府落实）",
            [("市商务局", L), ("市财政局", S), ("各区政府", R)],
        ),
        ("（省商务厅指导，市商务局负责）", [("省商务厅", G), ("市商务局", R)]),
        # 会同
        ("（市商务局会同市财政局负责）", [("市商务局", L), ("市财政局", S)]),
        ("（市商务局会同市财政局、市教育局负责）", [("市商务局", L), ("市财政局", S), ("市教育局", S)]),
        ("（市商务局会同有关部门按职责分工负责）", [("市商务局", L), ("有关部门", S)]),
        ("（市商务局会同市财政局，市教育局按职责分工负责）", [("市商务局", L), ("市财政局", S), ("市教育局", R)]),
        # labels and verbs together
        ("（责任单位：市商务局牵头，市财政局配合）", [("市商务局", L), ("市财政局", S)]),
        ("（责任单位：市商务局牵头；各县区政府）", [("市商务局", L), ("各县区政府", R)]),
        ("（牵头单位：市商务局；市财政局配合）", [("市商务局", L), ("市财政局", S)]),
        ("（牵头单位：市商务局，市财政局配合）", [("市商务局", L), ("市财政局", S)]),
        ("（牵头单位：市商务局；市财政局负责）", [("市商务局", L), ("市财政局", R)]),
        ("（牵头单位：市商务局、市财政局负责）", [("市商务局", L), ("市财政局", L)]),
        ("（责任单位：市商务局牵头，市财政局，市教育局配合）", [("市商务局", L), ("市财政局", S), ("市教育局", S)]),
        ("（牵头单位：市商务局；市财政局，市教育局负责）", [("市商务局", L), ("市财政局", R), ("市教育局", R)]),
        ("（责任单位：市商务局，市财政局牵头）", [("市商务局", R), ("市财政局", L)]),
        # what a body does is no part of its name, and what it does besides is none
        (
            "（责任单位：市商务局，综合窗口负责收件、反馈意见；审批科受理申请、出具《意见书》）",
            [("市商务局", R), ("综合窗口", R), ("审批科", R)],
        ),
        ("（市商务局牵头，市财政局负责资金保障）", [("市商务局", L), ("市财政局", R)]),
        ("（责任单位：市商务局审核科、市政务受理中心）", [("市商务局审核科", R), ("市政务受理中心", R)]),
        # a label that is not known gives no role, and takes none from its neighbours
        ("（统筹单位：市商务局、市财政局；责任单位：市教育局）", [("市教育局", R)]),
        ("（责任单位：市教育局；统筹单位：市商务局、市财政局）", [("市教育局", R)]),
        ("（责任单位：市教育局，统筹单位：市商务局；市财政局）", [("市教育局", R), ("市财政局", R)]),
        # a body may have two roles
        ("（牵头单位：市商务局；责任单位：市商务局、市财政局）", [("市商务局", L), ("市商务局", R), ("市财政局", R)]),
        # but says each but once
        ("（责任单位：市商务局、市财政局、市商务局）", [("市商务局", R), ("市财政局", R)]),
        # what leaves a list open is no name
        ("（市商务局等部门负责）", [("市商务局", R)]),
        ("（责任单位：市商务局、市财政局等部门）", [("市商务局", R), ("市财政局", R)]),
        ("（责任单位：市商务局等有关部门，各县（区）政府）", [("市商务局", R), ("各县（区）政府", R)]),
        (
            "（市商务局、市财政局等有关单位及各区政府按职责分工负责）",
            [("市商务局", R), ("市财政局", R), ("各区政府", R)],
        ),
        # what is no name ends a list
        ("（责任单位：市商务局；适用范围：全市）", [("市商务局", R)]),
        ("（责任单位：市商务局；完成时限：2025年底前）", [("市商务局", R)]),
        ("（责任单位：市商务局；联系人：王某某）", [("市商务局", R)]),
    ],
)
def test_who_is_named_and_as_what(annotation: str, expected: list[tuple[str, str]]) -> None:
    assert said(clause(annotation)) == expected


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        ("（责任领导：张某某；责任单位：市商务局）", [("张某某", "leader"), ("市商务局", R)]),
        ("（责任领导：副市长张某某）", [("副市长张某某", "leader")]),
        ("（责任人：张某某、李某）", [("张某某", "leader"), ("李某", "leader")]),
        ("（牵头市领导：张某某；牵头单位：市商务局）", [("张某某", "leader"), ("市商务局", L)]),
        ("（牵头单位：市商务局；责任人：各科室主要负责人）", [("市商务局", L), ("各科室主要负责人", "leader")]),
        ("（责任单位：市商务局；责任人：李某（科长））", [("市商务局", R), ("李某（科长）", "leader")]),
    ],
)
def test_persons_and_posts_are_leaders_kept_whole(annotation: str, expected: list[tuple[str, str]]) -> None:
    assert said(clause(annotation)) == expected


@pytest.mark.parametrize(
    ("annotation", "text", "due"),
    [
        ("（责任单位：市商务局）", None, None),
        ("（责任单位：市商务局；完成时限：2025年12月底前）", "2025年12月底前", "2025-12-31"),
        ("（责任单位：市商务局，2025年6月30日前完成）", "2025年6月30日前完成", "2025-06-30"),
        ("（2025年6月底前，市商务局负责）", "2025年6月底前", "2025-06-30"),
        ("（2025年第三季度完成，牵头单位：市商务局）", "2025年第三季度完成", "2025-09-30"),
        ("（市商务局牵头，2025年底前完成）", "2025年底前完成", "2025-12-31"),
        ("（责任单位：市商务局；完成时限：2025年12月底前并长期坚持）", "2025年12月底前并长期坚持", "2025-12-31"),
        ("（责任单位：市商务局；完成时限：20XX年12月底前）", "20XX年12月底前", None),
        ("（市商务局负责，持续推进）", "持续推进", None),
        ("（责任单位：市商务局；完成时限：年底前）", "年底前", None),
        ("（责任单位：市商务局 长期）", "长期", None),
        ("（责任单位：市商务局　2025年6月底前）", "2025年6月底前", "2025-06-30"),
        ("（责任单位：市商务局/全年）", "全年", None),
    ],
)
def test_a_time_limit_is_as_written_and_a_date_only_where_it_is_one(
    annotation: str, text: str | None, due: str | None
) -> None:
    (one,) = extract(clause(annotation), basis=MARKED)
    assert one.department.name == "市商务局"
    assert (one.deadline and one.deadline.text, one.deadline and one.deadline.due) == (text, due)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("2025年9月底前建成平台。", "2025年9月底前"),
        ("力争2025年9月底前，全市上线。", "2025年9月底前"),
        ("对2025年9月30日前取得土地的项目，可分期缴款。", None),
        ("在2025年9月30日前到期的贷款，可以展期。", None),
        ("凡在2025年9月30日前签约的，给予补贴。", None),
        ("缓缴的费款应于2099年底前缴清。", None),
        ("2099年9月底前开业的门店，给予奖励。", None),
        ("2099年3月前阶段性下调费率。", None),
        ("政策执行期限延长至2099年底前。", None),
        ("企业可于2099年5月底前提出申请。", None),
        ("6月底前完成全县危房的全面排查。", "6月底前"),
        ("2025年9月底前建成覆盖城乡的平台，为群众提供便利。", "2025年9月底前"),
        ("3月底前出台人才补贴的实施办法。", "3月底前"),
    ],
)
def test_a_date_in_the_words_of_a_task_is_its_limit_unless_it_says_whom_it_is_for(words: str, text: str | None) -> None:
    (one,) = extract(f"一、优化布局。{words}（责任单位：市商务局）\n", basis=MARKED)
    assert (one.deadline and one.deadline.text) == text


@pytest.mark.parametrize(
    ("words", "limits"),
    [
        (
            "（责任单位：市商务局，2025年6月完成；市财政局，2025年9月完成）",
            {"市商务局": {"2025年6月完成"}, "市财政局": {"2025年9月完成"}},
        ),
        (
            "（责任单位：市商务局；完成时限：6月底；责任单位：市财政局；完成时限：9月底）",
            {"市商务局": {"6月底"}, "市财政局": {"9月底"}},
        ),
        (
            "（牵头单位：市商务局；配合单位：市财政局；完成时限：6月底）",
            {"市商务局": {"6月底"}, "市财政局": {"6月底"}},
        ),
        (
            "（6月底前完成，市商务局负责；9月底前完成，市财政局负责）",
            {"市商务局": {"6月底前完成"}, "市财政局": {"9月底前完成"}},
        ),
    ],
)
def test_each_body_of_an_annotation_has_its_own_time_limits(words: str, limits: dict[str, set[str]]) -> None:
    (analysis,) = analyses(clause(words), basis=MARKED)
    found: dict[str, set[str]] = {}
    for one in analysis.assignments:
        found.setdefault(one.department.name, set()).add(one.deadline.text if one.deadline else "")
    assert found == limits
    assert not any("完成" in finding.message for finding in analysis.findings)


def test_a_date_before_the_document_is_no_limit() -> None:
    task = "一、整治违建。2022年底前建成的一律登记。（责任单位：市城管局）"
    text = f"云岭市整治工作方案\n{task}\n云岭市人民政府\n2024年5月8日\n"
    assert [one.deadline for one in extract(text)] == [None]


@pytest.mark.parametrize(
    "limit", ["“十四五”末", "“五一”前", "主汛期前", "收到通知后15日内", "二〇二六年底（主体完工）"]
)
def test_a_time_limit_keeps_its_marks(limit: str) -> None:
    for words in (f"（责任单位：市水利局；完成时限：{limit}）", f"（责任单位：市水利局，{limit}）"):
        (one,) = extract(clause(words))
        assert one.deadline
        assert one.deadline.text == limit


def test_lines_of_time_limits_go_with_the_lines_before_them() -> None:
    text = (
        "一、修路。\n责任单位：县交通局\n完成时限：4月底\n责任单位：县公路局\n完成时限：5月底\n"
        "二、修桥。\n完成时限：6月底\n责任单位：县水利局\n完成时限：7月底\n责任单位：县林业局\n"
    )
    limits = {one.department.name: one.deadline and one.deadline.text for one in extract(text)}
    assert limits == {"县交通局": "4月底", "县公路局": "5月底", "县水利局": "6月底", "县林业局": "7月底"}


@pytest.mark.parametrize(
    "words",
    ["（责任单位：市商务局6月底前完成，市财政局年底前完成）", "（责任单位：市商务局〔6月底前〕、市财政局〔年底前〕）"],
)
def test_a_time_limit_behind_a_name_is_no_part_of_it(words: str) -> None:
    limits = {
        one.department.name: ((one.deadline and one.deadline.text) or "").removesuffix("完成")
        for one in extract(clause(words))
    }
    assert limits == {"市商务局": "6月底前", "市财政局": "年底前"}


@pytest.mark.parametrize("name", ["各级河长", "各村“两委”", "各村两委", "各网格员", "各党支部"])
def test_posts_and_committees_of_villages_take_part_like_bodies(name: str) -> None:
    assert said(clause(f"（镇水利站负责，{name}配合）")) == [("镇水利站", R), (name, S)]


@pytest.mark.parametrize("parted", ["、", " "])
def test_a_time_limit_behind_a_blank_is_that_of_all_names_before_it(parted: str) -> None:
    rows = extract(clause(f"（责任单位：市商务局{parted}市财政局 持续推进）"))
    assert [(one.department.name, one.deadline and one.deadline.text) for one in rows] == [
        ("市商务局", "持续推进"),
        ("市财政局", "持续推进"),
    ]


def test_several_dates_in_the_words_of_a_task_are_all_its_limits() -> None:
    rows = extract("一、建公园。3月底前完成设计，9月底前建成。（责任单位：市商务局）\n")
    assert [one.deadline and one.deadline.text for one in rows] == ["3月底前", "9月底前"]


def test_a_body_with_several_time_limits_in_one_clause_has_a_row_for_each() -> None:
    text = (
        "云岭市2025年工作要点\n（一）发展夜市。制定规划。（责任单位：市商务局，完成时限：3月底）"
        "组织招商。（责任单位：市商务局、市财政局，完成时限：6月底）举办灯会。（责任单位：市商务局，完成时限：10月底）\n"
    )
    rows = [(one.department.name, one.deadline and one.deadline.due) for one in extract(text)]
    assert rows == [
        ("市商务局", "2025-03-31"),
        ("市商务局", "2025-06-30"),
        ("市财政局", "2025-06-30"),
        ("市商务局", "2025-10-31"),
    ]


def test_the_year_of_the_document_fills_in_a_time_limit_without() -> None:
    text = "云岭市2024年消费工作要点\n" + clause("（责任单位：市商务局，6月底前完成）")
    (one,) = extract(text, basis=MARKED)
    assert one.deadline is not None
    assert (one.deadline.text, one.deadline.due) == ("6月底前完成", "2024-06-30")


def test_the_rule_that_gave_the_role_is_named() -> None:
    found = extract(clause("（牵头单位：市商务局；市财政局配合，市教育局按职责分工负责）"), basis=MARKED)
    assert [(one.role, one.rule) for one in found] == [
        (L, "label.lead"),
        (S, "verb.support"),
        (R, "verb.responsible"),
    ]


# width and kind of punctuation say nothing

KINDS = ["（）", "()", "〔〕", "[]", "［］", "【】", "〈〉", "（)", "(）", "（〕"]
PLAIN = tuple(name for name in BODIES if "（" not in name)

groups = st.lists(
    st.tuples(st.sampled_from(sorted(LABELS)), st.lists(st.sampled_from(PLAIN), min_size=1, max_size=4, unique=True)),
    min_size=1,
    max_size=4,
    unique_by=lambda each: each[0],
)


@settings(max_examples=60)
@given(
    groups=groups,
    kind=st.sampled_from(KINDS),
    colon=st.sampled_from("：:∶"),
    between=st.sampled_from("；;，,。"),
    comma=st.sampled_from("、，,"),
)
def test_labels_in_any_brackets_with_any_punctuation(
    groups: list[tuple[str, list[str]]], kind: str, colon: str, between: str, comma: str
) -> None:
    inner = between.join(f"{LABELS[role]}{colon}{comma.join(names)}" for role, names in groups)
    expected = [(name, role) for role, names in groups for name in names]
    assert said(clause(f"{kind[0]}{inner}{kind[1]}")) == expected


@settings(max_examples=60)
@given(groups=groups, kind=st.sampled_from(KINDS), between=st.sampled_from("，,；;"), comma=st.sampled_from("、"))
def test_verbs_in_any_brackets_with_any_punctuation(
    groups: list[tuple[str, list[str]]], kind: str, between: str, comma: str
) -> None:
    inner = between.join(comma.join(names) + VERBS[role] for role, names in groups)
    expected = [(name, role) for role, names in groups for name in names]
    assert said(clause(f"{kind[0]}{inner}{kind[1]}")) == expected


@settings(max_examples=40)
@given(groups=groups, blank=st.sampled_from([" ", "\u3000", "\xa0", "  "]))
def test_blanks_around_names_and_labels_say_nothing(groups: list[tuple[str, list[str]]], blank: str) -> None:
    inner = f"{blank}；{blank}".join(f"{LABELS[role]}{blank}：{blank}{'、'.join(names)}" for role, names in groups)
    expected = [(name, role) for role, names in groups for name in names]
    assert said(clause(f"（{blank}{inner}{blank}）")) == expected
