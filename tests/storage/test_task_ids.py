"""The ids of tasks: rows of assignments and of tasks are joined by them, in every output."""

from __future__ import annotations

import io
import json

import pandas as pd
import pytest

import raci

#: words that come back, a task for nobody, and a duty of a clause that is no task
PLAN = """云泽市两项工作方案
市水务局要统筹推进全市供水工作。
一、供水
（一）整修管网。更换老化管段。（牵头单位：市水务局；配合单位：市财政局）
（二）加强组织领导。成立专班，市卫生健康委要做好检测。（责任单位：市水务局）
（三）做好宣传。
一、供水
（二）加强组织领导。每月调度。（责任单位：市发改委）
"""
#: the table says what the clauses say, the one more finely
WITH_ANNEX = """青溪县护河方案
（一）整治河道岸线。（县水利局、县财政局负责）
（二）清理河面漂浮物。（县城管局负责）
附件
重点任务分工表
| 序号 | 任务 | 牵头单位 | 配合单位 |
| --- | --- | --- | --- |
| 1 | 整治河道岸线 | 县水利局 | 县财政局 |
| 2 | 清理河面漂浮物 | 县城管局 |  |
"""
KEYS = ["document_id", "task_id"]


@pytest.mark.parametrize("text", [PLAN, WITH_ANNEX])
def test_rows_join_their_tasks_and_no_other(text: str) -> None:
    analysis = raci.analyse(text)
    rows, tasks = raci.rows(analysis), raci.frames.tasks(analysis)
    assert tasks["task_id"].is_unique and tasks["task_id"].notna().all()
    counted = rows[rows["layer"] == "main"]
    assert set(counted["task_id"]) == set(tasks["task_id"])
    joined = counted.merge(tasks, on=KEYS, suffixes=("", "_of_task"))
    assert len(joined) == len(counted)
    named = joined[joined["role"].notna()]
    assert all(
        row["department"] in row[row["role"]].split("、") for _, row in named.iterrows() if row["role"] == "lead"
    )


def test_words_that_come_back_are_two_tasks_and_a_duty_of_no_task_has_none() -> None:
    rows = raci.rows(PLAN)
    twice = rows[rows["task"] == "加强组织领导"]
    assert dict(zip(twice["department"], twice["task_id"].str.partition("#")[2], strict=True)) == {
        "市水务局": "",
        "市卫生健康委": "",
        "市发改委": "2",
    }
    assert twice["task_id"].str.partition("#")[0].nunique() == 1
    [overall] = rows[rows["path"].eq("") & rows["layer"].eq("second")]["task_id"]
    assert overall is None


def test_a_row_of_an_annex_has_the_id_of_the_clause_that_says_the_same() -> None:
    rows = raci.rows(WITH_ANNEX)
    assert rows["task"].nunique() > 1
    for _, of_task in rows.groupby("task"):
        assert set(of_task["basis"]) == {"annotation", "table"}
        assert of_task["task_id"].nunique() == 1


def test_the_id_is_that_of_the_words_and_stays_where_others_are_changed() -> None:
    before = raci.frames.tasks(PLAN).set_index("task")["task_id"]
    after = raci.frames.tasks(PLAN.replace("整修管网", "改造管网")).set_index("task")["task_id"]
    assert after["做好宣传"] == before["做好宣传"]
    assert after["改造管网"] != before["整修管网"]


def test_all_outputs_hold_the_same_ids(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "方案.txt").write_text(PLAN, encoding="utf-8")
    built = raci.build(tmp_path / "方案.txt", tmp_path / "output", only=["csv", "jsonl", "tasks", "xlsx"])
    folder = next(path.parent for path in (tmp_path / "output").rglob("tasks.csv"))
    assert built is not None
    rows = list(raci.rows(PLAN)["task_id"])
    lines = (folder / "assignments.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["task_id"] for line in lines] == rows
    for name in ("assignments.csv", "assignments.jsonl"):
        assert list(raci.frames.read_rows(folder / name)["task_id"]) == rows
    tasks = pd.read_csv(io.BytesIO((folder / "tasks.csv").read_bytes()))
    assert list(tasks["task_id"]) == list(raci.frames.tasks(PLAN)["task_id"])


def test_of_some_rows_the_tasks_keep_their_ids() -> None:
    rows = raci.rows(PLAN)
    later = rows[rows["department"] == "市发改委"]
    assert list(later.raci.tasks()["task_id"]) == list(later["task_id"])


def test_two_documents_of_one_title_keep_their_ids_apart_by_the_document() -> None:
    plan = "青溪县护河方案\n一、整治河道。（县水利局牵头，{}配合）"
    rows = raci.rows([plan.format("县城管局"), plan.format("县住建局")])
    tasks = raci.frames.tasks(rows)
    assert tasks["task_id"].nunique() == 1 and not tasks.duplicated(KEYS).any()
    joined = rows.merge(tasks, on=KEYS, suffixes=("", "_of_task"))
    assert list(joined["support"]) == ["县城管局", "县城管局", "县住建局", "县住建局"]


def test_assignments_without_their_document_have_none() -> None:
    assignments = raci.analyse(PLAN).assignments
    assert raci.rows(assignments)["task_id"].isna().all()
    assert raci.frames.tasks(assignments)["task_id"].isna().all()
