"""The names in one cell, taken apart."""

from __future__ import annotations

import pytest

from raci.edits.names import split_names

KNOWN = {"县发展、改革局": "县发展、改革局", "县 财政局": "县\t财政局", "各乡镇（街道）": "各乡镇（街道）"}


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("", []),
        ("—", []),
        ("县民政局", ["县民政局"]),
        (
            "县民政局、县教育局，县水利局;县林业局；县审计局",
            ["县民政局", "县教育局", "县水利局", "县林业局", "县审计局"],
        ),
        ("县民政局\n县教育局", ["县民政局", "县教育局"]),
        ("县民政局、县民政局", ["县民政局"]),
        ("县民政局（牵头、协调）、县教育局", ["县民政局（牵头、协调）", "县教育局"]),
        ("县民政局（未闭合\n县教育局", ["县民政局（未闭合", "县教育局"]),
        ("县发展、改革局、县民政局", ["县发展、改革局", "县民政局"]),
        ("县 财政局、县民政局", ["县\t财政局", "县民政局"]),
        ("各乡镇（街道）、县民政局", ["各乡镇（街道）", "县民政局"]),
    ],
)
def test_names_end_at_separators_outside_of_brackets(cell: str, names: list[str]) -> None:
    assert split_names(cell, KNOWN) == names
