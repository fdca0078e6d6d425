"""Sections of an office that head what they do, partners that a later phrase names, teams that are no other body."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

R, L, S, TOLD, A = "responsible", "lead", "support", "inform", "approve"


def rows(text: str) -> list[tuple[str, str]]:
    return [(row.department.name, row.role) for row in extract(text, basis=("prose",))]


def test_a_section_between_number_and_stop_does_what_follows() -> None:
    text = (
        "某县林业局规定\n第四条 县林业局设下列内设机构：\n（一）办公室。负责机关运转，承担档案工作。\n"
        "（二）森林资源管理股。监督管理采伐，审核占用林地。\n（三）加强专利执法大队。推动执法协作。\n"
    )
    assert rows(text) == [("办公室", R), ("森林资源管理股", R)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("参与拟订林业政策，会同县财政局管理林业资金。", [("县财政局", S)]),
        ("加大宣传力度，会同有关部门开展活动。", []),
        ("市园林局协同市公安局整治绿道周边。", [("市园林局", L), ("市公安局", S)]),
        ("清河街道协同市公安局整治绿道周边。", [("清河街道", S)]),
        ("市卫健委组织医疗队赶赴灾区。", [("市卫健委", R)]),
        ("市卫健委组织县消防救援大队赶赴灾区。", [("市卫健委", R), ("县消防救援大队", R)]),
        ("绿道方案经县司法局合法性审查后公布。", [("县司法局", A)]),
        ("市园林局一周内完成绿道普查。", [("市园林局", R)]),
        ("实验室与设备处负责绿道仪器。", [("实验室与设备处", R)]),
        ("村保洁队每日清运垃圾，并报村监委会备案。", [("村保洁队", R), ("村监委会", TOLD)]),
        ("县政府办公室转县园林局审核。", []),
        ("信息安全部组织复盘会。", [("信息安全部", R)]),
        ("绿道方案经信息安全部确认后公布。", [("信息安全部", A)]),
        ("经财务部审核预算、法务部审核资格后，报市园林局批准。", [("财务部", A), ("法务部", A), ("市园林局", A)]),
        ("质控办组织相关职能科室核查；涉及绿道药品的，药学部抽样封存。", [("质控办", R), ("药学部", R)]),
        ("园林中心为服务点，负责绿道咨询。", [("园林中心", R)]),
        ("人民法院对施行以前裁决的案件进行再审，不适用绿道条例。", []),
        ("人民法院审理绿道案件，应当由当事人的亲属为代理人。", []),
        ("市园林局有序推动企业申设绿道，已先后受理5家企业的申请。", []),
        ("理事会须有三分之二以上的理事出席方能召开。", []),
        ("各级河长制办公室畅通绿道举报渠道。", [("各级河长制办公室", R)]),
    ],
)
def test_partners_teams_and_names(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert rows(sentence) == expected
