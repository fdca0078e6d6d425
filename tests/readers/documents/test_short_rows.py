"""Rows with fewer cells than their head, whose left-out cells go on from above."""

from __future__ import annotations

import pytest

from raci.pipeline import extract
from raci.readers.registry import read_bytes

_HEAD = ["序号", "类别", "工作任务", "牵头单位", "配合单位", "完成时限"]
_FIRST = ["1", "供水", "更新管网", "市水务局", "市财政局", "2026年底前"]


def _roles(*rows: list[str]) -> list[tuple[str, str, str]]:
    page = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in (_HEAD, *rows))
    (document,) = read_bytes(f"<h1>工作方案</h1><table>{page}</table>".encode(), "方案.html")
    return [(row.clause.heading, row.department.name, row.role) for row in extract(document)]


def test_a_row_without_the_cell_that_goes_on_is_read_in_its_columns() -> None:
    found = _roles(_FIRST, ["2", "建设泵站", "市住房城乡建设局", "市水务局", "2027年底前"])
    assert found[2:] == [("建设泵站", "市住房城乡建设局", "lead"), ("建设泵站", "市水务局", "support")]


def test_several_rows_may_go_on() -> None:
    found = _roles(_FIRST, ["2", "建设泵站", "市水务局", "", "长期"], ["3", "疏通暗渠", "市水务局", "市公安局", "长期"])
    assert found[2:] == [
        ("建设泵站", "市水务局", "lead"),
        ("疏通暗渠", "市水务局", "lead"),
        ("疏通暗渠", "市公安局", "support"),
    ]


@pytest.mark.parametrize(
    "row",
    [
        ["2", "排水", "建设泵站", "市水务局", "市公安局", "2027年底前"],
        ["2", "排水", "建设泵站", "市水务局", "市公安局"],
    ],
    ids=["a full row", "the last cell is left out"],
)
def test_rows_that_fit_stay_as_they_are(row: list[str]) -> None:
    assert _roles(_FIRST, row)[2:] == [("建设泵站", "市水务局", "lead"), ("建设泵站", "市公安局", "support")]


def test_nobody_is_carried_into_a_row() -> None:
    found = _roles(_FIRST, ["2", "排水", "建设泵站", "市水务局", "2027年底前"])
    assert ("建设泵站", "市财政局", "support") not in found
