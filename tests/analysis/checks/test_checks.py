"""What needs a human eye: each check finds its own, and nothing where nothing is amiss."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from texts import NOISE, Planted, clause, plans

import raci
from raci.analysis import checks
from raci.analysis.checks.values import Check, Issue
from raci.cli import app
from raci.model import Analysis, Finding
from raci.model.findings import SEVERITIES
from raci.pipeline import analyses
from raci.views.tables.review import review

A, B = NOISE[:2]


def findings(text: str, check: str | None = None) -> list[Finding]:
    (analysis,) = analyses(text)
    assert raci.check(analysis) == analysis.findings
    for one in analysis.findings:
        assert one.severity in SEVERITIES
        assert one.message
        if one.start is not None and one.end is not None:
            assert 0 <= one.start < one.end <= len(analysis.document.text)
    return [one for one in analysis.findings if check in (None, one.check)]


@pytest.mark.parametrize(
    "annotation",
    [
        "（责任单位：市商务局）",
        "（牵头单位：市商务局；责任单位：市财政局；完成时限：2025年6月底前）",
        "（市商务局、市财政局、市教育局分别牵头）",
        "（市商务局牵头，市财政局等部门配合，持续推进）",
        "（责任单位：市商务局；适用范围：全市；联系人：王某某）",
        "（责任单位：市商务局、市财政局，列第一位者为牵头单位，下同）",
        "（牵头单位：市商务局，按序时进度推进）",
        "（责任单位：市商务局，市政务大厅综合窗口收件、受理、初审、发证）",
    ],
)
def test_nothing_is_amiss(annotation: str) -> None:
    assert findings(clause(annotation)) == []


def test_a_task_that_nobody_is_named_for() -> None:
    text = clause("（责任单位：市商务局）") + f"二、改造老旧街区。{A}\n"
    (one,) = findings(text)
    assert (one.check, one.severity) == ("unassigned", "warning")
    assert "二、改造老旧街区" in one.message
    assert one.start is not None
    assert text[one.start :].startswith("二、改造老旧街区")


def test_a_run_of_tasks_that_nobody_is_named_for_is_one_finding_with_their_number() -> None:
    text = clause("（责任单位：市商务局）") + f"二、改造老旧街区。{A}\n三、建设停车场。{B}\n四、修缮桥梁。{A}\n"
    (one,) = findings(text)
    assert "有 3 项任务未写明责任单位" in one.message
    assert one.start is not None
    assert text[one.start : one.end].startswith("二、改造老旧街区")


def test_words_that_ask_everybody_are_a_note_beside_named_tasks_and_nothing_in_a_chapter_of_such() -> None:
    text = clause("（责任单位：市商务局）")
    (one,) = findings(f"{text}二、加强组织领导。{A}\n")
    assert one.severity == "note"
    assert findings(f"{text}二、保障措施\n（一）改造老旧街区。{A}\n（二）加强组织领导。{B}\n") == []


def test_what_could_not_be_read_is_not_called_a_task_for_nobody() -> None:
    text = clause("（责任单位：市商务局）") + f"二、改造老旧街区。{A}（任务认领：市住建局、市水利局做好改造）\n"
    (one,) = findings(text)
    assert one.check == "unread"
    assert one.start is not None
    assert text[one.start : one.end].startswith("（任务认领")
    assert "（任务认领：市住建局、市水利局做好改造）" in one.message


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        ("（责任单位：市商务局、切实加强统筹协调并按月通报进展情况）", "切实加强统筹协调并按月通报进展情况"),
        ("（牵头单位：市商务局；责任单位：推进改革的实施路径）", "推进改革的实施路径"),
        ("（统筹单位：市商务局；责任单位：市财政局）", "统筹单位"),
    ],
)
def test_words_in_an_annotation_that_were_not_understood(annotation: str, words: str) -> None:
    text = clause(annotation)
    one = findings(text, "unread-words")[0]
    assert one.start is not None
    assert text[one.start : one.end] == words
    assert words in one.message


def test_more_leads_than_can_lead() -> None:
    names = ["市商务局", "市财政局", "市教育局", "市公安局"]
    assert findings(clause(f"（牵头单位：{'、'.join(names[:3])}）"), "leads") == []
    (one,) = findings(clause(f"（牵头单位：{'、'.join(names)}）"), "leads")
    assert one.severity == "note"
    assert all(name in one.message for name in names)


def test_a_rule_that_needs_bold_type_in_a_text_that_has_none() -> None:
    (one,) = findings(clause("（责任单位：市商务局、市财政局，以黑体字标注的为牵头部门，下同）"), "standing")
    assert "黑体" in one.message


@settings(max_examples=30)
@given(plan=plans())
def test_a_plan_without_faults_has_but_its_unassigned_tasks(plan: Planted) -> None:
    (analysis,) = analyses(plan.text)
    told = [one for one in analysis.findings if one.check == "unassigned"]
    assert {one.clause for one in told} <= {None, *(one.index for one in analysis.unassigned())}
    # the names are drawn at random: one of them may be of the past, or stand alone without a lead or to support
    by_chance = {"unassigned", "leads", "replaced-since", "no-lead", "support-alone", "load"}
    assert {one.check for one in analysis.findings} <= by_chance


def test_checks_have_ids_and_titles_of_their_own() -> None:
    assert len({known.id for known in checks.CHECKS}) == len({known.title for known in checks.CHECKS})
    assert len({known.id for known in checks.CHECKS}) == len(checks.CHECKS)


def test_a_check_of_ones_own_is_one_value_and_is_found_everywhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_date(analysis: Analysis) -> Iterator[Issue]:
        if analysis.document.date is None:
            yield Issue("文件没有成文日期")

    monkeypatch.setattr(checks, "CHECKS", (*checks.CHECKS, Check("undated", "没有日期", "note", no_date)))
    (analysis,) = analyses(clause("（责任单位：市商务局）"))
    assert analysis.findings == (Finding("undated", "note", "文件没有成文日期"),)
    (row,) = review(analysis).rows
    assert row[1:3] == ("请留意", "没有日期")
    path = tmp_path / "方案.txt"
    path.write_text(clause("（责任单位：市商务局）"), encoding="utf-8")
    assert app.run(["check", str(path)]) == 1
    assert "提示：文件没有成文日期 [undated]" in capsys.readouterr().out


def test_a_finding_of_no_check_stands_under_its_id() -> None:
    assert checks.check_title("my.own") == "my.own"
