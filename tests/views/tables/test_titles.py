"""What tables are called."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from plans import Plan

from raci.views.tables.titles import day, document_kind, in_lines, origin, plan_name, shown_title, table_title


@pytest.mark.parametrize(
    ("document", "title"),
    [
        ("云泽市行动计划", "云泽市行动计划任务分工表"),
        ("云泽市任务分工表", "云泽市任务分工表"),
        ("云泽市重点任务分工方案", "云泽市重点任务分工表"),
        ("云泽市2025年重点任务责任清单", "云泽市2025年重点任务责任清单"),
        ("云泽市人民政府关于印发云泽市护河行动方案的通知", "云泽市护河行动方案任务分工表"),
        ("云泽市人民政府办公室关于转发《护河行动方案》的通知", "护河行动方案任务分工表"),
        ("云泽市人民政府关于加强护河工作的意见", "《云泽市人民政府关于加强护河工作的意见》任务分工表"),
        ("关于落实《护河条例》的意见", "《关于落实〈护河条例〉的意见》任务分工表"),
        ("", "任务分工表"),
    ],
)
def test_the_title_of_a_table(document: str, title: str) -> None:
    assert table_title(document, "任务分工表") == title


def test_a_table_of_another_name_keeps_it() -> None:
    assert table_title("云泽市护河任务分工方案", "督查台账") == "云泽市护河任务分工方案督查台账"


@pytest.mark.parametrize(
    ("iso", "shown"),
    [("2018", "2018年"), ("2018-03", "2018年3月"), ("2018-03-05", "2018年3月5日"), ("近日", "近日"), ("", "")],
)
def test_dates_are_written_as_offices_write_them(iso: str, shown: str) -> None:
    assert day(iso) == shown


def test_the_plan_that_a_notice_passes_on() -> None:
    assert plan_name("云泽市人民政府关于印发《云泽市护河方案》的通知") == "云泽市护河方案"
    assert plan_name("云泽市人民政府印发关于护河若干措施的通知") == "关于护河若干措施"
    assert plan_name("云泽市水利局等3部门印发《关于加强护河的若干措施》的通知") == "关于加强护河的若干措施"
    assert plan_name("云泽市人民政府近日发布《云泽市护河方案（试行）》") == "云泽市护河方案（试行）"
    assert plan_name("云泽市人民政府关于转发市水利局等四部门制订的《云泽市护河方案》的通知") == "云泽市护河方案"
    assert plan_name("《关于印发云泽市护河方案的通知》") == "云泽市护河方案"
    assert plan_name("云泽市护河方案") == "云泽市护河方案"
    for whole in ("关于贯彻落实《护河条例》的通知", "关于印发《护河方案》《护岸方案》的通知"):
        assert plan_name(whole) == whole


@pytest.mark.parametrize(
    ("name", "broken"), [("云泽市护河方案", False), ("甲" * 30, True), ("甲" * 32, False), ("甲" * 35, False)]
)
def test_the_name_of_the_table_is_not_parted_by_the_end_of_a_line(name: str, broken: bool) -> None:
    title = in_lines(f"{name}任务分工表", "任务分工表", 32)
    assert title == (f"{name}\n任务分工表" if broken else f"{name}任务分工表")


def test_a_slice_of_a_notice_is_named_behind_the_plan() -> None:
    notice = "云泽市人民政府关于印发云泽市护河责任清单的通知（市水利局）"
    assert table_title(notice, "任务分工表") == "云泽市护河责任清单（市水利局）"
    assert table_title("临江省人民政府关于支持护河的通知（护岸）", "任务分工表") == (
        "《临江省人民政府关于支持护河的通知》任务分工表（护岸）"
    )


@pytest.mark.parametrize(
    ("date", "below"),
    [("2024-03-05", "云泽市人民政府　2024年3月5日"), ("2024", "云泽市人民政府"), (None, "云泽市人民政府")],
)
def test_a_year_alone_is_no_date_below_a_title(date: str | None, below: str) -> None:
    document = replace(Plan("方案").analysis().document, issuer="云泽市人民政府", number=None, date=date)
    assert origin(document) == below


DATA = tomllib.loads((files("raci") / "data" / "titles.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("entry", DATA["title"] + DATA["renamed"], ids=lambda entry: entry.get("id", "renamed"))
def test_each_pattern_of_titles_says_why_and_fits_its_examples(entry: dict[str, Any]) -> None:
    assert entry["why"] and entry["match"] and entry["no_match"]
    pattern = re.compile(entry["pattern"] if "pattern" in entry else f"{re.escape(entry['ending'])}$")
    fits = pattern.fullmatch if entry.get("id") == "notice" else pattern.search
    assert [title for title in entry["match"] if not fits(title)] == []
    assert [title for title in entry["no_match"] if fits(title)] == []


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("", None),
        ("某县护河工作", None),
        ("某县护河办法（试行）", "办法"),
        ("某县人民政府关于加强护河工作的意见", "意见"),
        ("某县人民政府办公室关于印发某县护河三年行动计划（2024—2026年）的通知", "行动计划"),
        ("某县人民政府关于印发《某县护河管理办法》的通知", "管理办法"),
        ("某县人民政府关于印发护河年度工作任务的通知", "通知"),
        ("关于加强护河工作的通知", "通知"),
        ("某县河道保护条例", "条例"),
        ("某县城市内涝应急预案", "应急预案"),
        ("某县重点任务分工表", "分工表"),
    ],
)
def test_the_kind_of_a_document_is_that_of_what_it_passes_on(title: str, kind: str | None) -> None:
    assert document_kind(title) == kind


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("《某县护河若干措施》", "某县护河若干措施"),
        ("《某县护河办法》和《某县护林办法》", "《某县护河办法》和《某县护林办法》"),
        ("", "方案"),
    ],
)
def test_marks_round_the_whole_of_a_title_are_no_part_of_the_name(title: str, name: str) -> None:
    document = replace(Plan("方案").analysis().document, title=title, source="送来/方案.txt")
    assert shown_title(document) == name
