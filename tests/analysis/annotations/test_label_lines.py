"""Label lines as they stand in real plans, and what looks like one and is none."""

from __future__ import annotations

import pytest
from texts import MARKED

from raci.pipeline import extract

L, R, S, P = "lead", "responsible", "support", "leader"
OTHERS = "一、完善规划。（责任单位：市水利局）\n二、推进改造。（责任单位：市民政局）\n"


def said(lines: str) -> list[tuple[str, str, str]]:
    """(task, department, role) of a third task with these lines below it."""
    rows = extract(f"{OTHERS}三、优化服务。简化流程，缩短时间。\n{lines}\n", basis=MARKED)
    return [
        (row.clause.heading, row.department.name, row.role) for row in rows if row.clause.number not in ("一、", "二、")
    ]


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ("责任单位及责任人：市商务局 李大山", [("市商务局", R), ("李大山", P)]),
        ("责任单位（责任人）：市商务局（李大山）", [("市商务局", R), ("李大山", P)]),
        ("责 任 单 位：市商务局\n责 任 人：李大山", [("市商务局", R), ("李大山", P)]),
        ("【牵头】市商务局 【配合】市财政局", [("市商务局", L), ("市财政局", S)]),
        ("◆牵头单位：市商务局\n◆责任单位：市财政局", [("市商务局", L), ("市财政局", R)]),
        ("➤责任单位：市商务局  ➤责任人：李大山", [("市商务局", R), ("李大山", P)]),
        ("责任部门→市商务局；协同部门→市财政局", [("市商务局", R), ("市财政局", S)]),
        ("牵头单位——市商务局；配合单位——市财政局", [("市商务局", L), ("市财政局", S)]),
        ("责任单位：\n市商务局\n市财政局、市体育局", [("市商务局", R), ("市财政局", R), ("市体育局", R)]),
        ("牵头单位\n市商务局\n配合单位\n市财政局", [("市商务局", L), ("市财政局", S)]),
        ("责任单位：市商务局、各镇（街道）\n办事处", [("市商务局", R), ("各镇（街道）办事处", R)]),
        ("责任单位：市商务局、市教\n育局、市财政局", [("市商务局", R), ("市教育局", R), ("市财政局", R)]),
        ("（责任单位：市商务局【牵头】、市财政局）", [("市商务局", L), ("市财政局", R)]),
        ("（责任单位：市财政局、市商务局〈牵头〉）", [("市商务局", L), ("市财政局", R)]),
        ("（责任单位：市商务局、市财政局，前者牵头）", [("市商务局", L), ("市财政局", R)]),
        ("（责任单位：牵头市商务局，配合市财政局、市体育局）", [("市商务局", L), ("市财政局", S), ("市体育局", S)]),
        ("牵头市商务局，配合市财政局、市体育局", [("市商务局", L), ("市财政局", S), ("市体育局", S)]),
        ("責任單位：市商務局、市財政局", [("市商務局", R), ("市財政局", R)]),
    ],
)
def test_a_label_line_gives_its_names_to_the_task_above_it(lines: str, named: list[tuple[str, str]]) -> None:
    assert said(lines) == [("优化服务", name, role) for name, role in named]


BRACKETS = ("〔〕", "［］", "[]", "()", "（）", "【】", "〈〉", "<>", "﹝﹞", "〖〗", "{}", "｛｝", "「」")


@pytest.mark.parametrize("bracket", BRACKETS)
@pytest.mark.parametrize("note", ["牵头", "牵头单位", "总牵头", "主办"])
def test_a_bracket_of_any_kind_says_the_role_of_the_name_before_it(bracket: str, note: str) -> None:
    noted = f"{bracket[0]}{note}{bracket[1]}"
    named = [("市商务局", R), ("市财政局", L), ("团市委", R)]
    for line in (f"责任单位：市商务局、市财政局{noted}、团市委", f"（责任单位：市商务局、市财政局{noted}、团市委）"):
        assert sorted(said(line)) == sorted(("优化服务", name, role) for name, role in named)


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ("（市商务局、各行业协会商会负责）", [("市商务局", R), ("各行业协会商会", R)]),
        ("（市商务局牵头，各行业协会商会配合）", [("市商务局", L), ("各行业协会商会", S)]),
        ("（责任单位：市气象局、市水利局会商研判中心）", [("市气象局", R), ("市水利局会商研判中心", R)]),
        ("（市商务局会商市财政局负责）", [("市商务局", L), ("市财政局", S)]),
        ("（市商务局商市财政局办理）", [("市商务局", L), ("市财政局", S)]),
        ("（主办：市商务局；协办：市财政局）", [("市商务局", L), ("市财政局", S)]),
        ("主办：市商务局，承办：市体育馆，协办：团市委", [("市商务局", L), ("市体育馆", R), ("团市委", S)]),
        ("〔任务分解：市商务局牵头，市财政局配合〕", [("市商务局", L), ("市财政局", S)]),
        ("责任单位：牵头市商务局，配合市财政局", [("市商务局", L), ("市财政局", S)]),
    ],
)
def test_no_lead_is_made_of_other_words(lines: str, named: list[tuple[str, str]]) -> None:
    assert sorted(said(lines)) == sorted(("优化服务", name, role) for name, role in named)


def test_a_sign_marks_the_leads_where_a_note_says_so() -> None:
    text = "一、优化服务。（责任单位：*市商务局、市财政局）\n二、推进改造。（责任单位：市民政局、*市水利局）\n"
    roles = {(row.department.name, row.role) for row in extract(text + "注：标*的为牵头单位。\n", basis=MARKED)}
    assert roles == {("市商务局", L), ("市财政局", R), ("市民政局", R), ("市水利局", L)}
    assert {row.role for row in extract(text, basis=MARKED)} == {R}


@pytest.mark.parametrize(
    ("sign", "rule"),
    [
        ("*", "*号表示牵头单位"),
        ("★", "标注★的单位为牵头部门"),
        ("▲", "“▲”标记的为牵头单位"),
        ("●", "名称前有●的为牵头单位"),
        ("☆", "有☆标识的单位牵头"),
        ("※", "加※号者为牵头单位，其余为配合单位"),
    ],
)
def test_the_sign_is_the_one_that_the_rule_names(sign: str, rule: str) -> None:
    text = f"一、优化服务。（责任单位：{sign}市商务局、◇市财政局）\n说明：{rule}。\n"
    rest = S if "配合" in rule else R
    roles = {(row.department.name, row.role) for row in extract(text.replace("◇", ""))}
    assert roles == {("市商务局", L), ("市财政局", rest)}
    assert ("市财政局", rest) in {(row.department.name, row.role) for row in extract(text)}


@pytest.mark.parametrize(
    "lines",
    [
        "[牵头单位]于[日期]前补报材料，[配合单位]应予协助。",
        "项目牵头单位：统筹调度各方力量并动态更新台账，牵头推进项目落地见效工作，定期报送进展。",
    ],
)
def test_a_placeholder_or_a_sentence_behind_a_label_names_nobody(lines: str) -> None:
    assert said(lines) == []


@pytest.mark.parametrize(
    "text",
    [
        "关于举办读书节的公告\n活动时间：2026年4月23日\n主办单位：市文旅局\n承办单位：市图书馆\n",
        "索引号：0001/2026\n主办单位：市委宣传部\n承办单位：云岭新闻网\n浏览次数：9\n",
    ],
)
def test_the_hosts_of_an_event_or_a_site_have_no_duty(text: str) -> None:
    assert extract(text, basis=MARKED) == ()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "演练安排\n演练科目：地震避险\n演练时间：2026年5月12日\n演练地点：市一中\n实施单位：市应急局\n",
            [("地震避险", "市应急局")],
        ),
        (
            "问题一：沿街堆物。\n责任单位：市城管局\n整改措施：\n（1）立即清运。\n（2）划定点位。\n"
            "问题二：噪声扰民。\n整改目标：达标。\n整改措施：隔声。\n责任单位：市环境局\n",
            [("沿街堆物", "市城管局"), ("噪声扰民", "市环境局")],
        ),
        (
            "一、方便办税。（1）精简表单。（市税务局负责）（2）延长时间。（市政务办负责）\n",
            [("精简表单", "市税务局"), ("延长时间", "市政务办")],
        ),
        (
            "一、推进改造\n（一）工作目标。改造十处。\n（二）具体工作措施。分批实施。（责任单位：市住建局）\n",
            [("推进改造", "市住建局"), ("具体工作措施", "市住建局")],
        ),
        (
            "一、市水利局牵头工作（2项）\n1.疏浚河道。\n2.加固堤防。\n",
            [("市水利局牵头工作（2项）", "市水利局"), ("疏浚河道", "市水利局"), ("加固堤防", "市水利局")],
        ),
        (
            "（二）拓市工程\n3.开拓网上市场。培育主播。\n鼓励设站。\n（牵头单位：市文旅局）\n"
            "4.开拓省外市场。组织参展。\n（牵头单位：市林业局）\n",
            [("开拓网上市场", "市文旅局"), ("开拓省外市场", "市林业局")],
        ),
    ],
)
def test_who_speaks_for_which_task(text: str, rows: list[tuple[str, str]]) -> None:
    assert [(row.clause.heading, row.department.name) for row in extract(text, basis=MARKED)] == rows


NAMED_BY_COPULA = [
    ("牵头单位为市商务局，责任单位为市财政局、团市委。", [("市商务局", L), ("市财政局", R), ("团市委", R)]),
    ("（牵头部门是市商务局，配合部门是市财政局）", [("市商务局", L), ("市财政局", S)]),
    ("责任单位有市商务局、市财政局，年底前完成。", [("市商务局", R), ("市财政局", R)]),
    ("（市商务局作为牵头单位，市财政局作为责任单位）", [("市商务局", L), ("市财政局", R)]),
]


@pytest.mark.parametrize(("words", "named"), NAMED_BY_COPULA)
def test_a_verb_may_stand_between_a_label_and_its_names(words: str, named: list[tuple[str, str]]) -> None:
    assert said(words) == [("优化服务", name, role) for name, role in named]


@pytest.mark.parametrize(
    "words",
    [
        "牵头单位为排在第一位的单位。",
        "牵头单位为落实工作制定细则。",
        "责任主体为申报单位或者所有权人。",
        "配合单位有异议的，报请协调。",
    ],
)
def test_such_words_before_other_words_name_nobody(words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ("牵头单位 市商务局\n配合部门　市财政局、团市委", [("市商务局", L), ("市财政局", S), ("团市委", S)]),
        ("责任领导 李大山\n责任单位  市商务局，市财政局等有关部门", [("李大山", P), ("市商务局", R), ("市财政局", R)]),
        ("协办单位 市商务局等", [("市商务局", S)]),
        ("责任单位 市商务局\n配合单位 市财政局", [("市商务局", R), ("市财政局", S)]),
    ],
)
def test_a_blank_may_stand_between_a_label_and_its_names(lines: str, named: list[tuple[str, str]]) -> None:
    assert said(lines) == [("优化服务", name, role) for name, role in named]


@pytest.mark.parametrize("line", ["责任单位 落实整改措施。", "牵头部门 要认真履职。", "市商务局 市财政局", "责任单位"])
def test_a_blank_behind_a_label_before_other_words_names_nobody(line: str) -> None:
    assert said(line) == []


@pytest.mark.parametrize(
    "line", ["时限要求 2026年6月底", "【时限要求】2026年6月底", "时限要求:2026年6月底。", "【整改期限】2026年6月底"]
)
def test_a_time_limit_may_stand_in_a_line_of_its_own(line: str) -> None:
    text = f"{OTHERS}三、优化服务。简化流程，缩短时间。\n责任单位：市商务局\n{line}\n"
    (row,) = (row for row in extract(text, basis=MARKED) if row.clause.number == "三、")
    assert row.deadline is not None and row.deadline.text == "2026年6月底"


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("——市商务局，配合：市财政局", [("市商务局", R), ("市财政局", S)]),
        ("市商务局、市体育局；协办单位：市财政局", [("市商务局", R), ("市体育局", R), ("市财政局", S)]),
        ("牵头科室为规划科，配合处室是信息处", [("规划科", L), ("信息处", S)]),
        ("主办单位系市商务局，协办单位系市财政局", [("市商务局", L), ("市财政局", S)]),
    ],
)
def test_whom_others_help_may_stand_before_their_label(line: str, named: list[tuple[str, str]]) -> None:
    assert said(line) == [("优化服务", name, role) for name, role in named]


def test_words_before_the_label_of_those_who_help_are_no_names() -> None:
    assert said("资金来源：市商务局，配合单位：市财政局") == [("优化服务", "市财政局", S)]
    assert said("加强协作，配合单位：市财政局") == [("优化服务", "市财政局", S)]
