"""Tables whose columns stand one below the other."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse, extract
from raci.readers.registry import read_text

HEAD = "云岭县安排\n\n安排如下。\n\n"


def test_columns_of_the_same_length_are_a_table() -> None:
    columns = [
        "序号\n1\n2\n3",
        "任务\n清理北渠\n栽植行道树\n修整堤防",
        "责任单位\n县水利局\n县林业局\n县应急局、县水利局",
    ]
    (document,) = read_text(HEAD + "\n\n".join(columns))
    assert [(one.clause.number, one.clause.heading, one.department.name) for one in extract(document)] == [
        ("1", "清理北渠", "县水利局"),
        ("2", "栽植行道树", "县林业局"),
        ("3", "修整堤防", "县应急局"),
        ("3", "修整堤防", "县水利局"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "序号\n1\n2\n\n任务\n清理北渠\n和南渠\n栽植行道树\n\n责任单位\n县水利局\n县林业局\n\n时限\n5月底\n6月底",
        "任务类别\n治水\n任务\n清理北渠\n绿化\n栽植行道树\n责任单位\n县水利局\n县林\n业局、县水利局",
    ],
)
def test_cells_out_of_order_are_told(lines: str) -> None:
    (document,) = read_text(HEAD + lines)
    assert {"unread", "unread-words"} & {finding.check for finding in analyse(document).findings}


@pytest.mark.parametrize(
    "lines",
    [
        "（一）治水。\n责任单位\n县水利局\n配合单位\n县林业局\n（二）绿化。\n责任单位\n县林业局\n配合单位\n县水利局",
        "一、重大工程\n二、责任单位\n三、完成时限\n县水利局和县林业局要抓紧。",
    ],
)
def test_labels_and_headings_are_no_columns(lines: str) -> None:
    (document,) = read_text(HEAD + lines)
    assert not [finding for finding in analyse(document).findings if finding.check == "unread"]
