"""Column sets of the 任务分工表: the one that comes with raci, and a user's."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from plans import Plan, small, unnamed

from raci.config.templates import KEYS, load_template
from raci.errors import OptionError
from raci.outputs.builder import build
from raci.views.grid import grid
from raci.views.tables.plan import plan_table

OWN = """
title = "重点任务清单"
[[columns]]
key = "number"
heading = "编号"
width = 4
[[columns]]
key = "heading"
heading = "事项"
width = 12
[[columns]]
key = "lead"
heading = "主办"
[[columns]]
key = "support"
heading = "协办"
optional = true
[[columns]]
key = "blank"
heading = "进展"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_a_column_that_may_is_left_out_where_nothing_stands_in_it() -> None:
    analysis = Plan("方案").task("1.", "甲", lead="甲局", say="").analysis()
    heads = [column.heading for column in plan_table(analysis, grid(analysis)).whole().columns]
    assert heads == ["序号", "重点任务", "牵头单位"]


def test_where_nobody_is_named_a_column_stays_to_be_filled_in() -> None:
    heads = [column.heading for column in plan_table(unnamed(), grid(unnamed())).whole().columns]
    assert "责任单位" in heads and "牵头单位" not in heads


def test_a_users_columns_stand_in_word_and_workbook(own: Path, tmp_path: Path) -> None:
    (built,) = build(small(), tmp_path / "out", only=["docx", "xlsx"], template=own)
    assert built.folder is not None, built.error
    document = Document(str(built.folder / f"{built.folder.name}.docx"))
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["编号", "事项", "主办", "协办", "进展"]
    assert "青原县便民服务提升方案重点任务清单" in [line.text for line in document.paragraphs]
    sheet = load_workbook(io.BytesIO((built.folder / f"{built.folder.name}.xlsx").read_bytes()))["分工表（印发）"]
    assert [cell.value for cell in sheet[3]] == ["编号", "事项", "主办", "协办", "进展"]
    assert [cell.value for cell in sheet[5]] == ["(一)", "强化组织保障", "县政务局", "县财政局、县档案馆", None]


@pytest.mark.parametrize("name", ["plan", "chapters", "supervision"])
def test_the_templates_that_come_with_raci_hold_every_task(name: str) -> None:
    made = plan_table(small(), grid(small()), load_template(name)).whole()
    assert len(made.rows) == 6
    assert "牵头单位" in [column.heading for column in made.columns]


def test_every_key_can_be_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "all.toml"
    path.write_text("".join(f'[[columns]]\nkey = "{key}"\nheading = "栏{key}"\n' for key in KEYS), encoding="utf-8")
    table = plan_table(small(), grid(small()), load_template(path)).whole()
    assert [column.key for column in table.columns] == list(KEYS)
    assert all(len(row) == len(KEYS) for row in table.rows)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[[columns]]\nkey = "chief"\nheading = "主官"', r"chief.*lead、responsible"),
        ('[[columns]]\nkey = "lead"', "heading"),
        ('[[columns]]\nkey = "lead"\nheading = "牵头"\nwidth = 0', "width"),
        ('[[columns]]\nkey = "lead"\nheading = "牵头"\nmerge = 1', "merge"),
        ('colour = "red"', "colour.*columns"),
        ("[[columns", "plan.toml"),
        ("", "columns"),
    ],
)
def test_a_template_with_faults_is_refused_with_what_there_is(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OptionError, match=rf"bad\.toml.*{says}"):
        load_template(path)


def test_a_template_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"没有.*plan"):
        load_template("没有")
    with pytest.raises(OptionError, match=r"none\.toml"):
        load_template(tmp_path / "none.toml")
