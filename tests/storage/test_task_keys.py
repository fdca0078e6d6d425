"""Which rows are of one task: rows that say the same, unless they come back further on in the text."""

from __future__ import annotations

import pandas as pd
import pytest

import raci

PLAN = """云泽市两项工作方案
一、供水
（一）整修管网。更换老化管段。（牵头单位：市水务局；配合单位：市财政局）
（二）加强组织领导。成立专班。（责任单位：市水务局）
一、供电
（一）整修线路。更换老化线路。（牵头单位：市发改委）
一、供水
（二）加强组织领导。每月调度。（责任单位：市发改委）
"""


def test_a_task_whose_words_come_back_is_a_task_of_its_own() -> None:
    analysis = raci.analyse(PLAN)
    for rows in (raci.rows(analysis), raci.rows(analysis).drop(columns="task_id")):
        assert rows.raci.matrix().equals(raci.matrix(analysis))
        assert len(rows.raci.matrix()) == 4


@pytest.mark.parametrize("by", ["department", "role"])
def test_in_sorted_rows_the_ids_tell_and_without_them_the_words_alone(by: str) -> None:
    rows = raci.rows(raci.analyse(PLAN)).sort_values(by, ascending=False)
    assert len(rows.raci.matrix()) == 4
    assert len(rows.drop(columns="task_id").raci.matrix()) == 3


def test_a_row_that_a_person_adds_without_an_id_is_of_the_task_that_reads_so() -> None:
    rows = raci.rows(raci.analyse(PLAN))
    added = rows.iloc[[0]].assign(department="市审计局", canonical=None, task_id=None, letter=None, role="support")
    assert len(pd.concat([rows, added]).raci.matrix()) == 4


def test_a_row_that_a_person_adds_at_the_end_is_of_the_task_that_it_names() -> None:
    rows = raci.rows(raci.analyse(PLAN))
    added = rows.iloc[[0]].assign(department="市审计局", canonical=None, start=0, end=0, letter=None, role="support")
    matrix = pd.concat([rows, added]).raci.matrix()
    assert len(matrix) == 4
    assert matrix.iloc[0]["市审计局"] == "C"


def test_two_texts_of_one_title_are_two_documents() -> None:
    plan = "青溪县护河方案\n一、整治河道。（县水利局牵头，{}配合）"
    draft, issued = plan.format("县城管局"), plan.format("县住建局")
    rows = raci.rows([draft, issued])
    tasks = raci.frames.tasks(rows)
    assert list(tasks["support"]) == ["县城管局", "县住建局"]
    assert tasks["document_id"].nunique() == 2 and set(tasks["document_id"]) == set(rows["document_id"])
