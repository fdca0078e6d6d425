"""Sheets of fields one below the other: 任务：…, 牵头单位：…, then the next 任务：…."""

from __future__ import annotations

import pytest

from raci.pipeline import extract
from raci.readers.registry import read_text

EXPECTED = [
    ("清理北渠", "县水利局", "lead", "5月底"),
    ("清理北渠", "县应急局", "support", "5月底"),
    ("栽植行道树", "县林业局", "lead", "6月底"),
    ("栽植行道树", "各乡镇", "support", "6月底"),
]


def read(text: str) -> list[tuple[str, str, str, str | None]]:
    """Task, body, role and time limit of each row."""
    (document,) = read_text("云岭县安排\n\n" + text)
    return [
        (one.clause.heading, one.department.name, one.role, one.deadline.text if one.deadline else None)
        for one in extract(document)
    ]


@pytest.mark.parametrize("name", ["任务", "工作任务", "重点工作", "问题", "项目名称"])
@pytest.mark.parametrize(("between", "behind"), [("\n", "\n\n"), ("\n", "\n"), ("　　", "\n"), ("；", "\n")])
def test_each_sheet_is_a_task(name: str, between: str, behind: str) -> None:
    sheets = [
        [f"{name}：清理北渠", "牵头单位：县水利局", "配合单位：县应急局", "完成时限：5月底"],
        [f"{name}：栽植行道树", "牵头单位：县林业局", "配合单位：各乡镇", "完成时限：6月底"],
    ]
    assert read(behind.join(between.join(fields) for fields in sheets)) == EXPECTED


@pytest.mark.parametrize("sign", ["▶", "● ", "★"])
def test_a_sign_may_stand_before_the_name_of_a_task(sign: str) -> None:
    sheets = [
        f"{sign}工作事项：清理北渠\n  牵头单位：县水利局\n  配合单位：县应急局\n  进度要求：5月底",
        f"{sign}工作事项：栽植行道树\n  牵头单位：县林业局\n  配合单位：各乡镇\n  进度要求：6月底",
    ]
    assert read("\n".join(sheets)) == EXPECTED


@pytest.mark.parametrize(
    "text",
    [
        "（一）治水行动。\n主要任务：清理北渠。\n责任单位：县水利局\n\n（二）绿化行动。\n主要任务：栽植行道树。\n责任单位：县林业局",
        "问题一：污水直排。\n整改目标：杜绝直排。\n责任单位：县水利局\n\n问题二：沟渠堵塞。\n整改目标：疏通。\n责任单位：县林业局",
    ],
)
def test_fields_below_headings_belong_to_these(text: str) -> None:
    headings = [heading for heading, *_ in read(text)]
    assert headings in (["治水行动", "绿化行动"], ["污水直排", "沟渠堵塞"])


@pytest.mark.parametrize("above", [True, False])
@pytest.mark.parametrize(("number", "name"), [("建议编号", "建议名称"), ("编号", "任务")])
def test_a_number_is_of_the_task_that_it_stands_beside(number: str, name: str, above: bool) -> None:
    sheets = []
    for value, task in (("A-1", "加快建设东岭水厂"), ("A-2", "增设公交线路"), ("B-1", "整修堤防")):
        lines = [f"{name}：{task}", "主办单位：市水务局", "协办单位：市财政局"]
        sheets += [f"{number}：{value}", *lines] if above else [*lines, f"{number}：{value}"]
    found = extract("云泽市办理清单\n" + "\n".join(sheets))
    assert list(dict.fromkeys((one.clause.number, one.clause.heading) for one in found)) == [
        ("A-1", "加快建设东岭水厂"),
        ("A-2", "增设公交线路"),
        ("B-1", "整修堤防"),
    ]


FORMS = {
    "content heads them": ("工作内容：{}", "承办单位：{}"),
    "number, then task": ("序号：{n}", "任务：{}", "市级责任单位：{}"),
    "in brackets": ("【重点任务】{}", "【责任单位】{}"),
    "in one line": ("序号：{n}；重点任务：{}；责任单位：{}。",),
    "parted by tabs": ("工作事项\t{}", "落实单位\t{}"),
    "with arrows": ("工作任务 → {}", "责任单位 → {}"),
    "with bullets, rules between": ("· 工作任务：{}", "· 责任单位：{}", "----------"),
    "with fields that no rule knows, or left empty": ("任务措施：{}", "责任单位（部门）：{}", "打分：9", "配合单位："),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_sheets_are_read_whatever_their_fields_are_called(form: tuple[str, ...]) -> None:
    tasks = [("改造农贸市场", "县商务局"), ("建设研发机构", "县科技局"), ("修缮老旧校舍", "县教育局")]
    sheets = []
    for number, pair in enumerate(tasks, 1):
        said = iter(pair)
        lines = []
        for line in form:
            line = line.replace("{n}", str(number))
            while "{}" in line:
                line = line.replace("{}", next(said), 1)
            lines.append(line)
        sheets.append("\n".join(lines))
    (document,) = read_text("云岭县任务分解表\n\n" + "\n\n".join(sheets) + "\n")
    assert [(one.clause.heading, one.department.name, one.role) for one in extract(document)] == [
        (task, body, "responsible") for task, body in tasks
    ]


def test_sheets_may_begin_the_document() -> None:
    text = "任务名称：改造旧厂房\n牵头：市发改委\n完成：6月\n任务名称：保护老街\n牵头：市文旅局\n完成：8月\n"
    assert [row.department.name for row in extract(text)] == ["市发改委", "市文旅局"]


@pytest.mark.parametrize("between", ["；", " "])
def test_a_number_a_category_and_empty_fields_stand_in_a_sheet(between: str) -> None:
    sheets = [
        [
            "序号：1",
            "类别：水利",
            "任务：清理北渠",
            "牵头单位：县水利局",
            "配合单位：县应急局",
            "备注：",
            "完成时限：5月底",
        ],
        [
            "序号：2",
            "类别：林业",
            "任务：栽植行道树",
            "牵头单位：县林业局",
            "配合单位：各乡镇",
            "备注：",
            "完成时限：6月底",
        ],
    ]
    assert read("\n".join(between.join(fields) + ("。" if between == "；" else "") for fields in sheets)) == EXPECTED


def test_whom_a_text_is_sent_to_is_no_field_of_its_last_task() -> None:
    sheets = "任务：清理北渠\n牵头单位：县水利局\n\n任务：栽植行道树\n牵头单位：县林业局\n\n"
    assert [name for _, name, *_ in read(f"{sheets}抄送：县委办公室、各乡镇\n")] == ["县水利局", "县林业局"]


def test_a_sheet_may_begin_with_its_category_and_list_bodies_line_by_line() -> None:
    sheets = (
        "类别：水利\n任务：清理北渠\n牵头单位：县水利局\n配合单位：县应急局\n县公安局\n完成时限：5月底\n\n"
        "类别：林业\n任务：栽植行道树\n牵头单位：县林业局\n配合单位：各乡镇\n完成时限：6月底\n"
    )
    assert read(sheets) == [*EXPECTED[:2], ("清理北渠", "县公安局", "support", "5月底"), *EXPECTED[2:]]


def test_a_name_with_commas_before_the_next_field_is_no_part_of_it() -> None:
    text = (
        "任务：清理北渠 责任单位：县水利局，县公安局 配合单位：县应急局\n任务：栽树 责任单位：县林业局 配合单位：镇\n"
    )
    assert ("清理北渠", "县公安局", "responsible", None) in read(text)
