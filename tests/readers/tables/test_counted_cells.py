"""Tables with one cell a line in which each row has all its cells, the blank ones too."""

from __future__ import annotations

import pytest

from raci.pipeline import extract
from raci.readers.registry import read_text

HEADS = ["序号", "工作内容", "当前进度", "牵头部门", "协同单位", "时间节点"]
ROWS = [
    ["1", "疏浚西塘河", "80%", "县水利局", "", "5月底"],
    ["2", "扩建县文化馆", "已开工", "县文旅局", "县团委、县妇联", ""],
    ["3", "改造集贸市场", "", "县商务局", "县城管局", "全年"],
]
WANTED = [
    ("疏浚西塘河", "县水利局", "lead", "5月底"),
    ("扩建县文化馆", "县文旅局", "lead", None),
    ("扩建县文化馆", "县团委", "support", None),
    ("扩建县文化馆", "县妇联", "support", None),
    ("改造集贸市场", "县商务局", "lead", "全年"),
    ("改造集贸市场", "县城管局", "support", "全年"),
]
CELLS = [*HEADS, *ROWS[0], *ROWS[1], *ROWS[2]]


def assigned(text: str) -> list[tuple[str, str, str, str | None]]:
    """Task, body, role and time limit of each assignment."""
    found = extract(read_text(text))
    return [
        (each.clause.heading, each.department.name, each.role, each.deadline.text if each.deadline else None)
        for each in found
    ]


def with_leading_bars() -> str:
    lines = []
    for row in (HEADS, *ROWS):
        lines += ["|", *(f"{cell} |" if cell else "|" for cell in row)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join(CELLS), id="a cell a line, a blank line for a blank cell"),
        pytest.param("\n\n".join(CELLS), id="blank lines between the cells"),
        pytest.param("\n|\n".join(CELLS) + "\n|", id="bars between the cells"),
        pytest.param("\n".join(f"{cell} |" if cell else "|" for cell in CELLS), id="bars behind the cells"),
        pytest.param(with_leading_bars(), id="a bar by itself before each row"),
    ],
)
def test_blank_cells_keep_their_columns(text: str) -> None:
    assert assigned(f"青岭县2026年重点工作任务分解表\n\n{text}\n") == WANTED


def test_sections_stand_between_the_rows() -> None:
    cells = [
        "任务",
        "责任单位",
        "配合单位",
        "一、治水",
        "疏浚西塘河",
        "县水利局",
        "",
        "二、兴文",
        "扩建文化馆",
        "县文旅局",
        "县团委",
    ]
    assert assigned("青岭县任务清单\n\n" + "\n".join(cells)) == [
        ("疏浚西塘河", "县水利局", "responsible", None),
        ("扩建文化馆", "县文旅局", "responsible", None),
        ("扩建文化馆", "县团委", "support", None),
    ]


def test_rows_that_lack_cells_are_laid_to_their_columns() -> None:
    cells = [
        "类别",
        "任务",
        "责任单位",
        "治水",
        "疏浚西塘河。",
        "县水利局",
        "加固北闸门。",
        "县应急局",
        "兴文",
        "扩建文化馆。",
        "县文旅局",
    ]
    assert [row[:2] for row in assigned("青岭县任务清单\n\n" + "\n".join(cells))] == [
        ("疏浚西塘河", "县水利局"),
        ("加固北闸门", "县应急局"),
        ("扩建文化馆", "县文旅局"),
    ]


def test_a_text_that_ends_within_a_row_gives_what_is_there() -> None:
    cells = [*HEADS, *ROWS[0], *ROWS[1][:4]]
    assert assigned("青岭县任务清单\n\n" + "\n".join(cells))[-1] == ("扩建县文化馆", "县文旅局", "lead", None)


def test_the_numbers_of_rows_are_no_page_numbers() -> None:
    heads = ["序号", "任务", "牵头单位", "责任单位"]
    rows = [
        [str(number), f"修缮第{number}处渡口的栈桥，更换护栏和踏板", "县交通局", "县应急局、县水利局"]
        for number in range(1, 7)
    ]
    found = assigned("青岭县任务清单\n\n" + "\n\n".join(["\n\n".join(heads), *("\n\n".join(row) for row in rows)]))
    assert len(found) == 18


def test_what_follows_the_table_is_no_row() -> None:
    cells = [
        "任务",
        "责任单位",
        "疏浚西塘河",
        "县水利局",
        "扩建文化馆",
        "县文旅局",
        "各单位要加强配合，县政府办按月通报。",
    ]
    assert len(assigned("青岭县任务清单\n\n" + "\n".join(cells))) == 2
