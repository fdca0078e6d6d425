"""Where annotations stand: in brackets of any kind, in the running line, on their own lines; and where none stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import HEADINGS, MARKED, NOISE, SAID, by_task, clause, said

from raci.pipeline import extract

R = "responsible"
BOTH = [("市商务局", R), ("市财政局", R)]
HOST = clause("（责任单位：市住建局）", "完善配套设施").replace("一、", "二、")


@pytest.mark.parametrize(
    "words",
    [
        "（联系人：王某某，联系电话：0000-1234567）",
        "（市商务局联系人：王某某；电话：0000-1234567）",
        "（以下简称“专班”）",
        "（以下统称责任单位）",
        "（云政办发〔2021〕19号）",
        "（云政发〔2021〕19号，以下简称《意见》）",
        "（含各县区商务局）",
        "（不含市商务局）",
        "（包括市商务局、市财政局）",
        "（如市商务局、市财政局）",
        "（原市外经贸局）",
        "（12处）",
        "（社会监督）",
        "（下同）",
        "（含云东区，下同）",
        "（试行）",
        "（详见附件）",
        "（单位：万元）",
        "（此件公开发布）",
        "（2025年12月底前）",
        "（由市商务局负责解释）",
        "（主办单位：市文旅局；承办单位：云岭剧院；活动时间：5月1日）",
        "（费用由中标企业承担）",
        "（牵头单位要加强统筹）",
        "（责任单位为各县区政府的除外）",
        "本方案由市商务局负责解释。",
        "本方案由市商务局、市财政局按职责负责解释，自印发之日起施行。",
        "产品责任单位要落实召回制度。",
        "产品责任单位：由生产者承担召回责任。",
        "项目牵头单位要加强调度，责任单位要主动配合。",
        "项目牵头单位：负责统筹调度的单位。",
        "直接责任人员依法给予处分。",
        "对直接负责的主管人员和其他直接责任人员依法处理。",
        "责任编辑：李某",
        "联系人：市商务局王某某",
        "监督电话：12345",
        "免责声明：本站信息来自网络，概不负责。",
        "市商务局要牵头制定工作方案，市财政局要配合做好资金保障。",
        "由市商务局牵头，会同市财政局制定实施细则，报市政府审定。",
        "各责任单位要按照职责分工负责落实。",
        "牵头单位和责任单位要各负其责。",
        "责任单位要在每月底前报送进展情况。",
        "各牵头部门、配合部门要密切协作。",
        "市教育局等部门负责日常管理。",
        "抄送：市委办公室，市人大常委会办公室。",
        "压实责任单位：一级抓一级，层层抓落实。",
        "施工工地由施工企业负责，待建地块由产权单位负责。",
    ],
)
def test_what_is_no_annotation_names_nobody(words: str) -> None:
    assert said(clause(words) + HOST) == [("市住建局", R)]
    assert said(f"一、{words}\n{HOST}") == [("市住建局", R)]


@settings(max_examples=60)
@given(noise=st.lists(st.sampled_from([*NOISE, "\n", "一、", "（二）", "1."]), min_size=1, max_size=20).map("".join))
def test_noise_alone_names_nobody(noise: str) -> None:
    assert said(f"云岭市工作方案\n{noise}") == []


@pytest.mark.parametrize(
    "annotation",
    [
        # kinds
        "（责任单位：市商务局、市财政局）",
        "(责任单位:市商务局、市财政局)",
        "〔责任单位：市商务局、市财政局〕",
        "[责任单位：市商务局、市财政局]",
        "［责任单位：市商务局、市财政局］",
        "【责任单位：市商务局、市财政局】",
        "〈责任单位：市商务局、市财政局〉",
        # closed with another kind than opened
        "（责任单位：市商务局、市财政局)",
        "(责任单位：市商务局、市财政局）",
        "（责任单位：市商务局、市财政局〕",
        "【责任单位：市商务局、市财政局）",
        # never closed, or once too often
        "（责任单位：市商务局、市财政局",
        "（市商务局、市财政局按职责分工负责",
        "（责任单位：市商务局、市财政局））",
        "（（责任单位：市商务局、市财政局）",
        "（（责任单位：市商务局、市财政局））",
        # the running line
        "责任单位：市商务局、市财政局",
        "责任单位：市商务局、市财政局。",
        "【责任单位】市商务局、市财政局",
        "【责任单位】：市商务局、市财政局。",
        "［责任单位］市商务局、市财政局",
        # a line of its own
        "\n责任单位：市商务局、市财政局",
        "\n（责任单位：市商务局、市财政局）",
        "\n【责任单位】市商务局、市财政局",
        "\n责任单位：市商务局\n责任部门：市财政局",
        "\n（市商务局、市财政局按职责分工负责）",
        # before the stop, after it, and with words behind
        "，加强调度（责任单位：市商务局、市财政局）。",
        "（责任单位：市商务局、市财政局）。",
        "（责任单位：市商务局、市财政局）；",
        "（责任单位：市商务局、市财政局）后续事项另行通知。",
        "（责任单位：市商务局、市财政局）二、加强宣传。开展推介。",
        "责任单位：市商务局、市财政局。二、加强宣传。开展推介。",
        # beside other brackets
        "（含专项资金）（责任单位：市商务局、市财政局）",
        "（责任单位：市商务局、市财政局）（另行通知）",
        "制定办法（试行）（市商务局、市财政局按职责分工负责）",
    ],
)
def test_an_annotation_is_found(annotation: str) -> None:
    assert said(clause(annotation)) == BOTH
    assert {one.clause.heading for one in extract(clause(annotation), basis=MARKED)} == {"优化空间布局"}


@pytest.mark.parametrize(
    "text",
    [
        "一、优化空间布局（责任单位：市商务局、市财政局）\n",
        "一、优化空间布局（责任单位：市商务局、市财政局）。编制规划。\n",
        "一、优化空间布局。（责任单位：市商务局、市财政局）编制规划，划定范围。\n",
        "一、优化空间布局\n责任单位：市商务局、市财政局\n编制规划，划定范围。\n",
        "一、优化空间布局\n编制规划，划定范围。\n责任单位：市商务局、市财政局\n",
        "一、优化空间布局。编制规划，划定范围。\n（责任单位：市商务局、市财政局）\n二、加强宣传。\n",
        "优化空间布局。编制规划。（责任单位：市商务局、市财政局）\n",
        "（责任单位：市商务局、市财政局）一、优化空间布局。",
    ],
)
def test_an_annotation_before_in_and_behind_its_clause(text: str) -> None:
    assert said(text) == BOTH


@pytest.mark.parametrize(
    "annotation",
    [
        "（市商务局（自贸办）、市财政局〔国资委〕负责）",
        "(责任单位:市商务局(自贸办)、市财政局(国资委))",
        "责任单位：市商务局（自贸办）、市财政局〔国资委〕。",
    ],
)
def test_brackets_in_brackets(annotation: str) -> None:
    names = [name.replace("(", "（") for name, _ in said(clause(annotation))]
    assert [name[:5] for name in names] == ["市商务局（", "市财政局" + names[1][4]]


def test_stacked_label_lines_make_one_whole() -> None:
    text = clause("\n牵头单位：市商务局\n责任单位：市财政局、各县区政府\n配合单位：市教育局\n完成时限：2025年6月底前\n")
    assert said(text) == [
        ("市商务局", "lead"),
        ("市财政局", R),
        ("各县区政府", R),
        ("市教育局", "support"),
    ]
    assert {one.deadline and one.deadline.due for one in extract(text, basis=MARKED)} == {"2025-06-30"}


def test_another_text_that_follows_without_a_stop_is_no_name() -> None:
    text = f"一、优化布局。{NOISE[0]}责任单位：市商务局，各县区政府市科技局：关于举办展会的通知\n"
    assert said(text) == [("市商务局", R), ("各县区政府", R)]


def test_who_signed_and_when_is_no_name_though_no_stop_parts_it() -> None:
    text = f"一、优化布局。{NOISE[0]}\n责任单位：市商务局，各区政府云岭市人民政府2025年6月20日\n"
    assert said(text) == [("市商务局", R), ("各区政府", R)]


def test_what_a_sentence_says_of_duties_names_nobody() -> None:
    text = "一、职责分工\n市财政局负责资金保障，市教育局负责组织实施。\n市住建局做好工程建设，市公安局做好安全保卫。\n"
    assert said(text) == []


def test_several_annotations_in_a_paragraph_all_count() -> None:
    text = "一、优化布局。编制规划。（牵头单位：市商务局）划定范围。（责任单位：市财政局）增设照明。（市城管局负责）\n"
    assert [name for name, _ in said(text)] == ["市商务局", "市财政局", "市城管局"]


#: forms that hold no label, and count where they are the habit of the document
HABITS = ("（{}）", "（{}）划定范围。", "【{}】划定范围。", "\n（{}）", "\n{}按职责分工负责。")


@pytest.mark.parametrize("habit", HABITS)
def test_what_has_no_label_counts_where_it_is_the_habit_of_the_document(habit: str) -> None:
    bodies = ("市商务局、市财政局", "市教育局", "市委宣传部、市文旅局")
    lines = [
        f"{number}、{heading}。编制规划。{habit.format(names)}\n"
        for number, heading, names in zip("一二三", HEADINGS, bodies, strict=False)
    ]
    assert by_task("".join(lines)) == {
        heading: [(name, R) for name in names.split("、")] for heading, names in zip(HEADINGS, bodies, strict=False)
    }
    assert said(lines[0]) == [], "once is no habit"


def test_a_bare_bracket_that_holds_anything_else_does_not_count() -> None:
    lines = [
        f"{number}、{heading}。编制规划。（市商务局）" for number, heading in zip("一二三", HEADINGS, strict=False)
    ]
    lines += [
        "四、规范秩序。整治乱象。（摊点、商铺）",
        "五、健全标准。（地方标准、市商务局标准）",
        "六、控制总量。（12处）",
        "七、压实责任。督促主管部门（市商务局、市财政局）抓好落实。",
        "八、扩大范围。（全市）",
        "九、扶持主体。（高成长企业、高附加值企业）",
    ]
    assert list(by_task("\n".join(lines))) == list(HEADINGS[:3])


@pytest.mark.parametrize("form", SAID)
@pytest.mark.parametrize("at", range(1, 12, 2))
def test_an_annotation_may_stand_anywhere_in_the_sentences(form: str, at: int) -> None:
    annotation = SAID[form]((("lead", ("市商务局",)), ("support", ("市财政局",))))
    sentences = [*NOISE[:at], annotation, *NOISE[at:]]
    assert said(f"一、优化布局。{''.join(sentences)}\n") == [("市商务局", "lead"), ("市财政局", "support")]
