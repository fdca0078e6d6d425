"""Rows of tables copied out of a browser: tabs between the cells, line breaks and paragraphs in them."""

from __future__ import annotations

import pytest

from raci.pipeline import extract
from raci.readers.registry import read_text

WANTED = [
    ("疏浚西塘河", "县水利局", "responsible", "5月底"),
    ("疏浚西塘河", "县应急局", "responsible", "5月底"),
    ("扩建县文化馆", "县文旅局", "responsible", "全年"),
]


def assigned(text: str) -> list[tuple[str, str, str, str | None]]:
    """Task, body, role and time limit of each assignment."""
    found = extract(read_text(text))
    return [
        (each.clause.heading, each.department.name, each.role, each.deadline.text if each.deadline else None)
        for each in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "序号\t任务\t责任单位\t时限\n1\t疏浚西塘河\t县水利局\n县应急局\t5月底\n2\t扩建县文化馆\t县文旅局\t全年\n",
            id="line breaks in a cell",
        ),
        pytest.param(
            "序号\t任务\t责任\n单位\t完成\n时限\n1\t疏浚西塘河\t县水利局\n县应急局\t5月底\n2\t扩建县文化馆\t县文旅局\t全年\n",
            id="line breaks in heads",
        ),
        pytest.param(
            "序号\n\n\t\n\n任务\n\n\t\n\n责任单位\n\n\t\n\n时限\n\n\n\n\n1\n\n\t\n\n疏浚西塘河\n\n\t\n\n县水利局\n\n县应急局\n\n\t\n\n5月底"
            "\n\n\n\n\n2\n\n\t\n\n扩建县文化馆\n\n\t\n\n县文旅局\n\n\t\n\n全年\n\n2026年3月1日",
            id="paragraphs in all cells",
        ),
        pytest.param(
            "序号\t任务\t责任单位\t时限\n\n1\n\t\n疏浚西塘河\n\t\n县水利局\n县应急局\n\t\n5月底\n\n\n2\n\t\n扩建县文化馆\n\t\n县文旅局\n\t\n全年\n",
            id="blocks in all cells but the heads",
        ),
        pytest.param(
            "序号\t任务\t时限\t责任单位\n1\t疏浚西塘河\t5月底\t县水利局\n县应急局\n2\t扩建县文化馆\t全年\t县文旅局\n",
            id="names one below the other in the last column",
        ),
    ],
)
def test_cells_of_several_lines_stay_in_their_rows(text: str) -> None:
    assert assigned(f"青岭县2026年任务清单\n\n{text}") == WANTED


def test_sections_stand_between_the_rows() -> None:
    text = "任务\t责任单位\t时限\n一、水利\n疏浚西塘河\t县水利局\n县应急局\t5月底\n"
    text += "二、文化\n扩建县文化馆\t县文旅局\t全年\n"
    assert assigned(f"青岭县2026年任务清单\n\n{text}") == WANTED


def test_sections_of_paragraphs_stand_between_the_rows() -> None:
    rows = [
        ["任务", "时限", "责任单位"],
        ["疏浚西塘河", "5月底", "县水利局\n\n县应急局"],
        ["扩建县文化馆", "全年", "县文旅局"],
    ]
    head, first, second = ("\n\n\t\n\n".join(row) for row in rows)
    text = "\n\n\n\n\n".join([head, "一、水利", first, "二、文化", second])
    assert assigned(f"青岭县2026年任务清单\n\n{text}\n") == WANTED


@pytest.mark.parametrize(
    "text",
    [
        "青岭县通讯录\n\n单位\t电话\n县水利局\t0300-111\n县应急局\t0300-112\n",
        "一、总体要求\n\t坚持问题导向，补齐短板。\n\n二、重点任务\n\t疏浚西塘河。\n",
    ],
)
def test_other_lines_with_tabs_give_nothing(text: str) -> None:
    assert assigned(text) == []


def test_rows_whose_first_cells_are_merged_away_are_not_joined() -> None:
    text = (
        "重点任务\t具体举措\t责任单位\n一、优化审批\t1.推行用地清单制\t县自然资源局\n2.实施联合验收\t县住建局、县人防办\n"
        "二、改善融资\t3.建设信用平台\t县金融办\n4.开展银企对接\t县金融办\n5.推广信用贷款\t县财政局\n"
    )
    found = {(row.clause.heading, row.department.name) for row in extract(text)}
    assert found == {
        ("推行用地清单制", "县自然资源局"),
        ("实施联合验收", "县住建局"),
        ("实施联合验收", "县人防办"),
        ("建设信用平台", "县金融办"),
        ("开展银企对接", "县金融办"),
        ("推广信用贷款", "县财政局"),
    }
