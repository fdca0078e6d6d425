"""Time limits at the ends of lines: whole ones end the line, and cut ones go on."""

from __future__ import annotations

import pytest

from raci.pipeline import extract


def limits(text: str) -> list[tuple[str, str | None]]:
    return [(one.department.name, one.deadline.text if one.deadline else None) for one in extract(text)]


def test_a_heading_below_a_line_of_labels_is_no_part_of_its_limit() -> None:
    text = (
        "扩大课程供给\n建设课程50门。\n责任部门：教务处；协同部门：各学院、网信中心；完成时间：2026年6月\n"
        "改善实训条件\n新建实训室8间。\n责任部门：资产处；协同部门：各学院；完成时间：2026年9月\n"
    )
    assert limits(text) == [
        ("教务处", "2026年6月"),
        ("各学院", "2026年6月"),
        ("网信中心", "2026年6月"),
        ("资产处", "2026年9月"),
        ("各学院", "2026年9月"),
    ]


@pytest.mark.parametrize(("first", "second"), [("2026年", "11月"), ("2026年11", "月")])
def test_a_date_that_a_line_end_cuts_is_whole(first: str, second: str) -> None:
    cut = f"（一）实施强县工程。\n责任单位：县财政局、县水利局\n完成时限：{first}\n{second}\n"
    text = f"{cut}（二）推进试点。\n责任单位：县林业局\n"
    assert limits(text) == [("县财政局", "2026年11月"), ("县水利局", "2026年11月"), ("县林业局", None)]


def test_labels_that_count_below_others_are_fields_of_a_sheet() -> None:
    sheet = "▲牵头单位：县{}局\n▲服务专班：县财政局\n▲推进时限：2026年12月\n"
    text = f"（一）推进产业园\n{sheet.format('工信')}（二）推进小镇\n{sheet.format('文旅')}"
    assert [name for name, _ in limits(text)] == ["县工信局", "县财政局", "县文旅局", "县财政局"]
    assert {limit for _, limit in limits(text)} == {"2026年12月"}


def test_bars_between_a_task_and_its_labels_are_no_part_of_the_task() -> None:
    text = "1.新增学位2000个 | 牵头：区教育局 | 配合：区发改局\n2.新建公园3处 | 牵头：区文体局 | 配合：区园林中心\n"
    assert [one.clause.heading for one in extract(text)][::2] == ["新增学位2000个", "新建公园3处"]


def test_a_name_that_a_line_end_cuts_behind_a_label_within_the_line_is_whole() -> None:
    text = (
        "1.建设医疗中心。责任单位：市卫生健康委\n员会、市发展和改革委员会、市财\n政局\n"
        "2.建设医联体。责任单位：市医疗保障\n局、市卫生健康委员会\n"
    )
    assert [name for name, _ in limits(text)] == [
        "市卫生健康委员会",
        "市发展和改革委员会",
        "市财政局",
        "市医疗保障局",
        "市卫生健康委员会",
    ]
