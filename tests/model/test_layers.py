"""What counts in matrix and tables: what a document marks, and sentences where no body is marked."""

from __future__ import annotations

import pytest

from raci.model.layers import main_layer, second_layer
from raci.pipeline import analyse
from raci.public import rows
from raci.readers.registry import read_text


@pytest.mark.parametrize(
    ("task", "main", "second"),
    [
        ("1.消防排查。市园林局负责检查消防设施。（责任人：张伟）", ["张伟", "市园林局"], []),
        ("1.消防排查。市园林局负责检查消防设施。（责任单位：市水务局）", ["市水务局"], ["市园林局"]),
        ("1.消防排查。市园林局负责检查消防设施。", ["市园林局"], []),
    ],
)
def test_a_sentence_counts_where_no_body_is_marked(task: str, main: list[str], second: list[str]) -> None:
    (document,) = read_text(f"关于安全工作的通知\n一、重点任务\n{task}\n2.绿道巡查。（责任单位：市公安局）\n")
    analysis = analyse(document)
    first = analysis.tasks[0]
    named = [one.department.name for one in main_layer(analysis).assignments if one.clause.index == first]
    assert sorted(named) == sorted(main)
    assert [one.department.name for one in second_layer(analysis)] == second
    again = rows(analysis)
    assert sorted(again.department[again.layer == "main"]) == sorted([*main, "市公安局"])
    assert list(again.department[again.layer == "second"]) == second
