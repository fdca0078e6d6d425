"""Matrices that blanks lay out: an empty cell is where nothing stands below its head."""

from __future__ import annotations

import pytest

from raci.pipeline import extract
from raci.readers.registry import read_text


@pytest.mark.parametrize("lead, does, helps", [("牵头", "负责", "配合"), ("A", "R", "C")])
def test_each_sign_is_of_the_body_it_stands_below(lead: str, does: str, helps: str) -> None:
    def row(*cells: str) -> str:
        return "".join(cell + " " * (12 - len(cell.encode("gb18030"))) for cell in cells).rstrip()

    rows = [
        row("任务", "区发改局", "区财政局", "区住建局"),
        row("编制图则", lead, does, helps),
        row("落实资金", "", lead),
        row("改造管网", does, "", lead),
    ]
    (document,) = read_text("\n".join(rows))
    assert [(one.clause.heading, one.department.name, one.role) for one in extract(document)] == [
        ("编制图则", "区发改局", "lead"),
        ("编制图则", "区财政局", "responsible"),
        ("编制图则", "区住建局", "support"),
        ("落实资金", "区财政局", "lead"),
        ("改造管网", "区发改局", "responsible"),
        ("改造管网", "区住建局", "lead"),
    ]
