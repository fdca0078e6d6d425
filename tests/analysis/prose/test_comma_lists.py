"""Lists that commas, strokes and shared endings make in sentences, and words that are no part of a name."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

L, R, S, G, A, I = "lead", "responsible", "support", "guide", "approve", "inform"  # noqa: E741


def rows(text: str) -> list[tuple[str, str]]:
    return [(one.department.name, one.role) for one in extract(text, basis=("prose",))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("县园林局，县水务局，县财政局应当巡查绿道。", [("县园林局", R), ("县水务局", R), ("县财政局", R)]),
        ("2025年底前县园林局，县水务局负责绿道清淤。", [("县园林局", R), ("县水务局", R)]),
        ("县园林局、县水务局，以及县财政局负责绿道清淤。", [("县园林局", R), ("县水务局", R), ("县财政局", R)]),
        ("推进绿道贯通，县园林局牵头，县水务局，县残联配合。", [("县园林局", L), ("县水务局", S), ("县残联", S)]),
        ("绿道由县园林局会同县水务局，县财政局等部门验收。", [("县园林局", L), ("县水务局", S), ("县财政局", S)]),
        ("方案报县园林局，县财政局批准后实施。", [("县园林局", A), ("县财政局", A)]),
        ("检查结果抄送县园林局，县财政局。", [("县园林局", I), ("县财政局", I)]),
        ("检查结果抄送县园林局，县财政局按季度拨付经费。", [("县财政局", R), ("县园林局", I)]),
        ("管养责任在县园林局，县财政局按季度拨付经费。", [("县财政局", R)]),
        ("由我局汇总后报送给县园林局，县园林局将于月底前组织评审。", [("我局", R), ("县园林局", R)]),
        ("园林、水务等主管部门，以及司法、教育等部门应当巡查。", [("园林", R), ("水务", R), ("司法", R)]),
    ],
)
def test_names_parted_by_commas_are_one_list(sentence: str, expected: list[tuple[str, str]]) -> None:
    found = rows(f"第六条 {sentence}")
    assert [row for row in found if row in expected] == found[: len(expected)]
    assert set(expected) <= set(found)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "县园林局/县水务局牵头，县财政局-县残联配合建设绿道。",
            {("县园林局", L), ("县水务局", L), ("县财政局", S), ("县残联", S)},
        ),
        ("县园林局（牵头）、县水务局共同开展绿道巡查。", {("县园林局", L), ("县水务局", R)}),
        ("县园林局和和平区政府负责绿道建设。", {("县园林局", R), ("和平区政府", R)}),
        ("绿道由山东、江苏公司负责养护。", {("山东、江苏公司", R)}),
        ("县园林局应当会同各县（市、区）政府等部门加强养护。", {("县园林局", L), ("各县（市、区）政府", S)}),
        ("县园林局是绿道建设的牵头单位，县水务局为配合单位。", {("县园林局", L), ("县水务局", S)}),
        ("县园林局为主，县水务局配合，开展绿道整治。", {("县园林局", L), ("县水务局", S)}),
        ("责成县园林局限期整改。", {("县园林局", R)}),
        ("请县园林局就绿道统一运营进一步研究论证。", {("县园林局", R)}),
        ("经评审后，交县财政局、县园林局执行。", {("县财政局", R), ("县园林局", R)}),
        ("修订后报业务主管单位审查同意。", {("业务主管单位", A)}),
        ("方案须经会员大会表决通过，并报社团登记管理机关备案。", {("会员大会", A), ("社团登记管理机关", I)}),
        ("会员大会召开时，社长应提交清单。", set()),
        ("监事由会员大会选举产生。", set()),
        ("常务委员会举行会议时，应当公布议程。", {("常务委员会", R)}),
        ("县园林局同县水务局、县财政局建立会商机制。", {("县园林局", R), ("县水务局", R), ("县财政局", R)}),
        ("县园林局受理后转县残联办理。", {("县园林局", R)}),
        ("由县园林局受理，县财政局审核，县人民政府批准。", {("县园林局", R), ("县财政局", R), ("县人民政府", A)}),
        ("县园林局初审，县残联复核，县城管局公示。", {("县园林局", R), ("县残联", R), ("县城管局", R)}),
        ("汛期县园林局应当巡查绿道。", {("县园林局", R)}),
        ("县园林局要抓紧配合做好绿道选线。", {("县园林局", S)}),
        ("县园林局牵头，县水务局、县残联分工负责。", {("县园林局", L), ("县水务局", R), ("县残联", R)}),
        ("财务股负责编制预算，会同综合股做好拨付。", {("财务股", R), ("财务股", L), ("综合股", S)}),
        ("集团对企业的国有股权行使出资人权利。", set()),
        ("总务处更换报警器，保卫处参加验收。", {("总务处", R), ("保卫处", S)}),
        ("罚款由县公安局强制其到县医院治疗。", {("县公安局", R)}),
        ("旅馆业、饮食业等单位，应当采取防范措施。", set()),
        ("分管副县长务必协助县园林局开展巡查。", set()),
        ("由绿道所在地县（区）人民政府指导养护。", {("绿道所在地县（区）人民政府", G)}),
    ],
)
def test_names_are_whole_and_nothing_but_names(sentence: str, expected: set[tuple[str, str]]) -> None:
    found = {(name.removesuffix("等部门"), role) for name, role in rows(f"第六条 {sentence}")}
    assert found == expected


def test_a_year_s_work_is_no_duty() -> None:
    text = "县园林局2024年工作情况\n一、绿道建设\n绿道清淤由县水务局承担，县财政局负责拨付经费。\n"
    assert rows(text) == []


def test_duties_behind_the_usual_preamble_of_an_office_are_its_own() -> None:
    text = "第四条　县园林局贯彻落实党中央方针政策，把集中统一领导落实到履行职责过程中。主要职责是：\n"
    text += "（一）拟订绿道规划。\n（二）牵头组织绿道巡查。\n"
    assert rows(text)[-2:] == [("县园林局", R), ("县园林局", L)]


def test_a_section_that_works_with_others_leads() -> None:
    text = "第四条　县园林局设下列机构：\n（一）绿化科。负责绿道养护，会同财务科编制预算。\n（二）财务科。负责财务。\n"
    assert ("绿化科", L) in rows(text)
    assert ("财务科", S) in rows(text)
