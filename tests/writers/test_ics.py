"""The calendars, read back by vobject: days, who, and that a second import is an update."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject
from jobs import MADE, job_of
from plans import HOSTILE, Plan, small, unnamed

from raci.errors import OutputError
from raci.model import Analysis
from raci.outputs.builder import build
from raci.views.selection import select
from raci.writers.ics import render, render_each

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # vobject's own


def events(data: bytes) -> list[Any]:
    (calendar,) = vobject.readComponents(data.decode("utf-8"))
    return list(calendar.contents.get("vevent", []))


def two_years() -> Analysis:
    """A task with a time limit, one with a limit that is no day, one without."""
    return (
        Plan("松陵市湿地修复方案")
        .chapter("一、", "重点任务")
        .task("1.", "退塘还湿", lead="市林业局", support="市水利局", deadline="2026年6月底前", due="2026-06-30")
        .task("2.", "巡护管理", responsible="市林业局", deadline="长期坚持")
        .task("3.", "科普宣传", responsible="市教育局")
        .analysis()
    )


def test_a_limit_is_a_day_without_a_time() -> None:
    (event,) = events(render(job_of(small())))
    assert (event.dtstart.value, event.dtend.value) == (date(2024, 9, 30), date(2024, 10, 1))
    assert event.dtstart.params["VALUE"] == ["DATE"]
    assert event.summary.value == "(一)强化组织保障（县政务局）"
    told = event.description.value.split("\n")
    assert told[0] == "文件：青原县便民服务提升方案"
    assert {
        "章节：一、优化窗口服务",
        "牵头：县政务局",
        "配合：县财政局、县档案馆",
        "时限（原文）：2024年9月底前",
    } <= set(told)
    assert event.transp.value == "TRANSPARENT"
    assert event.dtstamp.value == MADE


def test_a_later_build_updates_the_same_events() -> None:
    job = job_of(two_years())
    (first,) = events(render(job))
    (later,) = events(render(replace(job, made_at=MADE + timedelta(hours=1))))
    assert later.uid.value == first.uid.value
    assert int(later.sequence.value) > int(first.sequence.value)
    moved = replace(job, grid=replace(job.grid, tasks=(replace(job.grid.tasks[0], due="2026-09-30"),)))
    (event,) = events(render(replace(moved, grid=replace(moved.grid, entries=job.grid.entries[:1]))))
    assert (event.uid.value, event.dtstart.value) == (first.uid.value, date(2026, 9, 30))


def test_each_department_has_its_own_days_with_its_role() -> None:
    calendars = render_each(job_of(two_years()))
    assert list(calendars) == ["市林业局", "市水利局"], "the others have no day"
    (lead,), (support,) = events(calendars["市林业局"]), events(calendars["市水利局"])
    assert (lead.summary.value, support.summary.value) == ("【牵头】1.退塘还湿", "【配合】1.退塘还湿")
    assert lead.uid.value == support.uid.value
    (alone,) = render_each(job_of(select(two_years(), department="市水利局"), department="市水利局"))
    assert alone == "市水利局"


def test_what_is_no_day_is_told_in_the_calendar() -> None:
    (calendar,) = vobject.readComponents(render(job_of(two_years())).decode("utf-8"))
    assert calendar.contents["x-wr-caldesc"][0].value == "另有 1 项任务的时限不能定到日，未列入：2.巡护管理（长期坚持）"
    (of_body,) = vobject.readComponents(render_each(job_of(two_years()))["市水利局"].decode("utf-8"))
    assert "x-wr-caldesc" not in of_body.contents


def test_of_several_days_a_department_has_its_own() -> None:
    job = job_of(two_years())
    both = replace(job.grid.tasks[0], due="2026-06-30；2027-06-30", deadline="2026年6月底前；2027年6月底前")
    grid = replace(job.grid, tasks=(both, *job.grid.tasks[1:]))
    entries = list(grid.entries)
    limit = entries[1].assignment.deadline
    assert limit is not None
    later = replace(limit, text="2027年6月底前", due="2027-06-30")
    entries[1] = replace(entries[1], assignment=replace(entries[1].assignment, deadline=later))
    job = replace(job, grid=replace(grid, entries=tuple(entries)))
    first, second = events(render(job))
    assert first.uid.value != second.uid.value
    assert second.description.value.endswith("时限（原文）：2027年6月底前")
    (own,) = events(render_each(job)["市水利局"])
    assert (own.uid.value, own.dtstart.value) == (second.uid.value, date(2027, 6, 30))


def test_of_many_bodies_the_line_names_the_first() -> None:
    plan = Plan("方案").task("1.", "普查", responsible="甲局、乙局、丙局、丁局", deadline="2026年底", due="2026-12-31")
    (event,) = events(render(job_of(plan.analysis())))
    assert event.summary.value == "1.普查（甲局、乙局、丙局等4个）"
    assert "责任：甲局、乙局、丙局、丁局" in event.description.value


def test_hostile_texts_stay_texts() -> None:
    plan = Plan("方案;,\\n")
    for number, text in enumerate(HOSTILE):
        plan.task(f"{number}", text, lead="甲局", deadline="2026年5月底前", due="2026-05-31")
    shown = [event.summary.value for event in events(render(job_of(plan.analysis())))]
    assert shown == [f"{n} {text}".replace("\x0b", "") + "（甲局）" for n, text in enumerate(HOSTILE)]


def test_without_a_day_or_without_icalendar_it_is_told_once_and_the_rest_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (built,) = build(unnamed(), tmp_path / "none", only=["ics", "matrix"])
    assert [(one.file, one.why) for one in built.skipped] == [
        ("沙河区绿化行动方案.ics", "没有能定到日的时限，日历里无事可记")
    ]
    assert "matrix.csv" in {path.name for path in built.files}
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(OutputError, match=r"raci\[ics\]"):
        render(job_of(small()))
    (built,) = build(small(), tmp_path / "missing", only=["ics", "matrix"])
    assert len(built.skipped) == 1
    assert "matrix.csv" in {path.name for path in built.files}
