"""The row that every export agrees on: its keys, its schema, its letters."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from plans import small
from running import raci
from strategies import analyses as drawn
from texts import NOISE, Planted, clause, plans

from raci.config.profiles import load_profile, profile_names
from raci.errors import ProfileError
from raci.model import ROLES, Analysis, Basis, Origin
from raci.pipeline import analyses, extract
from raci.register.compiling import built_in
from raci.register.places import LEVELS
from raci.storage.rows import COLUMNS, CURRENT, records
from raci.storage.schema import table_schema

SCHEMA: dict[str, Any] = json.loads(
    (files("raci") / "data" / "schemas" / "row.schema.json").read_text(encoding="utf-8")
)
VALID = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)

#: every basis, every role, a time limit with and without a date, a person, bodies known and unknown
TEXT = f"""临江省人民政府办公厅关于印发临江省夜间消费提升行动方案的通知
临政办发〔2024〕15号
一、重点任务
（一）建设街区（牵头单位：省商务厅，责任单位：省住房城乡建设厅）
1.完善规划。{NOISE[0]}
2.推进改造。{NOISE[1]}（责任单位：省财政厅，以下均需各市（州）人民政府落实，不再列出）
（二）丰富活动。{NOISE[2]}
责任领导：副省长张某某
指导单位：文化和旅游部
配合单位：-海关、省夜经专班、国网临江省电力有限公司
完成时限：6月底前
（三）加强监管。{NOISE[3]}（上级知晓：市场监管总局；审批单位：省人民政府；责任单位：各有关单位，持续推进）
附件：任务分工表
序号\t重点任务\t牵头单位\t责任单位\t完成时限
1\t制定实施细则\t省商务厅\t省财政厅、省税务局\t2024年9月底前
2\t建立统计制度\t省统计局\t各市（州）人民政府\t长期坚持
"""


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_file_says_what_the_declared_values_say() -> None:
    assert table_schema("row") == SCHEMA


def test_the_schema_has_the_keys_of_the_row_in_their_order() -> None:
    assert tuple(SCHEMA["properties"]) == (*COLUMNS, CURRENT)
    assert tuple(SCHEMA["required"]) == COLUMNS
    assert SCHEMA["additionalProperties"] is False
    assert all(each["description"] for each in SCHEMA["properties"].values())


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("role", {*ROLES, None}),
        ("basis", {*get_args(Basis), None}),
        ("origin", {*get_args(Origin)}),
        ("kind", {*built_in().kinds, None}),
        ("level", {*LEVELS, None}),
    ],
)
def test_the_schema_lists_every_value(key: str, values: set[str | None]) -> None:
    assert set(SCHEMA["properties"][key]["enum"]) == values


@pytest.mark.slow
@pytest.mark.parametrize("profile", profile_names())
def test_the_output_of_extract_is_as_the_schema_says(tmp_path: Path, profile: str) -> None:
    path = tmp_path / "方案.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = raci("extract", path, "--format", "jsonl", "--profile", profile)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    for line in lines:
        row = json.loads(line)
        VALID.validate(row)
        assert tuple(row) == COLUMNS
    rows = [json.loads(line) for line in lines]
    assert {row["basis"] for row in rows} >= {"annotation", "inherited", "table"}
    assert {row["role"] for row in rows} == set(ROLES)
    assert {row["profile"] for row in rows} == {profile}
    assert {row["due"] for row in rows} >= {"2024-06-30", "2024-09-30", None}
    assert {row["canonical"] is None for row in rows} == {True, False}


@pytest.mark.parametrize(
    "change",
    [
        {"role": "boss"},
        {"role": None},
        {"basis": "guess"},
        {"due": "2024-02-31"},
        {"due": "6月底"},
        {"start": -1},
        {"start": "1"},
        {"path": "一、任务"},
        {"department": ""},
        {"department": None},
        {"layer": "third"},
        {"document_id": "护河"},
        {"task_id": "护河"},
        {"quote": None},
        {"letter": "AAAA"},
        {"current": []},
        {"current": "省自然资源厅"},
        {"note": "多余的键"},
    ],
    ids=str,
)
def test_the_schema_refuses_what_is_no_row(change: dict[str, object]) -> None:
    row = {**next(records(small())), **change}
    with pytest.raises(ValidationError):
        VALID.validate(row)


def test_rows_with_the_bodies_of_today_are_as_the_schema_says(tmp_path: Path) -> None:
    path = tmp_path / "方案.txt"
    path.write_text(
        "甘肃省人民政府办公厅关于印发甘肃省节水工作方案的通知\n甘政办发〔2017〕7号\n2017年3月5日\n"
        f"一、重点任务\n（一）修订规划。{NOISE[0]}（牵头单位：省国土资源厅，配合单位：省财政厅）\n",
        encoding="utf-8",
    )
    for options, current in ((["--as-of", "2026"], ["甘肃省自然资源厅"]), ([], None)):
        done = raci("extract", path, "--format", "jsonl", *options)
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        assert [row["department"] for row in rows] == ["省国土资源厅", "省财政厅"]
        for row in rows:
            VALID.validate(row)
        assert rows[0].get("current") == current
        assert "current" not in rows[1], "the same body still"


@pytest.mark.parametrize("key", COLUMNS)
def test_the_schema_refuses_a_row_without_one_of_its_keys(key: str) -> None:
    row = dict(next(records(small())))
    del row[key]  # type: ignore[misc]
    with pytest.raises(ValidationError):
        VALID.validate(row)


@settings(max_examples=20)
@given(analysis=drawn())
def test_rows_of_any_analysis_are_as_the_schema_says(analysis: Analysis) -> None:
    rows = list(records(analysis))
    assert len(rows) == len(analysis.assignments) + len(analysis.unassigned())
    for row in rows:
        VALID.validate(row)


@settings(max_examples=10)
@given(plan=plans())
def test_rows_of_any_plan_are_as_the_schema_says_and_quote_it(plan: Planted) -> None:
    for analysis in analyses(plan.text):
        for row in records(analysis):
            VALID.validate(row)
            words = analysis.document.text[row["start"] : row["end"]]
            if row["department"] is None:
                assert row["task"] in words
            else:
                assert "".join(words.split()) == row["department"]


def test_a_row_says_where_each_value_is_from() -> None:
    (analysis,) = analyses(
        "云岭市工作方案\n一、任务\n（一）优化布局。编制规划。（牵头单位：市里制表局，2025年6月底前）\n"
    )
    (row,) = records(analysis)
    assert (row["document"], row["source"]) == ("云岭市工作方案", "")
    assert (row["number"], row["task"], row["path"]) == ("（一）", "优化布局", ["一、任务"])
    assert (row["department"], row["role"], row["letter"]) == ("市里制表局", "lead", "A/R")
    assert (row["profile"], row["basis"], row["rule"]) == ("explicit", "annotation", "label.lead")
    assert (row["deadline"], row["due"], row["inherited_from"]) == ("2025年6月底前", "2025-06-30", None)
    assert analysis.document.text[row["start"] : row["end"]] == "市里制表局"
    assert row["quote"] == "（牵头单位：市里制表局，2025年6月底前）"


def test_tasks_of_one_document_are_no_neighbours_of_those_of_another() -> None:
    led = extract(f"甲市工作方案\n{clause('（牵头单位：市商务局）')}")
    done = extract(f"乙市工作方案\n{clause('（责任单位：市财政局）')}")
    assert [row["letter"] for row in records([*led, *done])] == ["A/R", "R"]
    assert [row["letter"] for row in records([*done, *led])] == ["R", "A/R"]


def test_a_profile_is_a_name_or_a_profile() -> None:
    assert [*records(small(), "rasci")] == [*records(small(), load_profile("rasci"))]
    with pytest.raises(ProfileError):
        next(records(small(), "nonsense"))
