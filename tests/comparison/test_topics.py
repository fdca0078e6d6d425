"""Last year's tasks that this year's plan has in other words: told as such, never as sure matches."""

from __future__ import annotations

import json
from pathlib import Path

import raci
from raci.comparison.table import comparison_table, told
from raci.comparison.values import Comparison
from raci.outputs.versions import render_diff, render_series

LAST_YEAR = """云泽市湿地保护工作要点（2023年）
一、摸清家底
（一）建好监测网络。在重点湿地布设自动监测站，采集水质、水位数据，接入市级平台。（市生态环境局牵头）
（二）清退养殖塘。分期清退保护区核心区内的养殖塘，给予渔民补偿。（市农业农村局牵头）
（三）开展候鸟观测。组织志愿者在越冬期对候鸟种群数量开展同步调查。（市林业局负责）
二、保障措施
（四）筹措资金。争取省级专项资金，引导社会资本参与生态修复。（市财政局负责）
"""
THIS_YEAR = """云泽市湿地保护工作要点（2024年）
（一）推进智慧湿地建设。升级自动监测站，开发预警模型，实现水质、水位异常实时报警。（市生态环境局牵头）
（二）巩固清退成果。加强巡查，严防已清退的养殖塘复养，帮助渔民转产就业。（市农业农村局牵头，市人力资源社会保障局配合）
（三）办好科普活动。依托宣教馆举办自然教育课堂，编印中小学生读本。（市教育局负责）
（四）加强鸟类保护。完善候鸟迁徙通道救护站点，公布越冬期种群数量调查报告。（市林业局负责）
"""
OTHER_MATTER = """云泽市家政服务业提质行动方案
（一）培育龙头企业。支持员工制家政企业发展，落实税费减免。（市商务局负责）
（二）开展技能培训。建设家政实训基地，推行持证上岗。（市人力资源社会保障局负责）
"""


def by_topic(comparison: Comparison) -> list[tuple[str, str]]:
    return [(pair.old[0].number, pair.new[0].number) for pair in comparison.pairs if pair.by_topic]


def test_tasks_that_were_written_anew_are_told_as_alike() -> None:
    comparison = raci.diff(LAST_YEAR, THIS_YEAR)
    assert by_topic(comparison) == [("（一）", "（一）"), ("（二）", "（二）"), ("（三）", "（四）")]
    kinds = [[change.kind for change in pair.changes] for pair in comparison.pairs]
    assert kinds == [["rewritten"], ["rewritten"], ["added"], ["rewritten"], ["removed"]]


def test_what_makes_them_alike_is_shown_with_its_share() -> None:
    comparison = raci.diff(LAST_YEAR, THIS_YEAR)
    change = comparison.pairs[0].changes[0]
    assert change.shared == ("自动监测站",)
    assert change.share == comparison.pairs[0].similarity
    assert told(change) == f"内容相近，像是改写（相近程度{change.share:.2f}）：都讲到“自动监测站”"


def test_a_reader_is_told_that_people_must_look() -> None:
    notes = raci.diff(LAST_YEAR, THIS_YEAR).notes
    assert "有3项只是内容相近，像是改写的，是不是同一项请人工核对" in notes
    assert "两份文件没有文字相同的任务，像是同一系列而重新起草的" in notes


def test_plans_on_other_matters_have_no_task_in_common() -> None:
    comparison = raci.diff(LAST_YEAR, OTHER_MATTER)
    assert by_topic(comparison) == []
    assert any("没有相同的任务" in note for note in comparison.notes)


def test_a_sure_match_is_no_match_by_topic() -> None:
    kept = THIS_YEAR.replace(
        "（三）办好科普活动。依托宣教馆举办自然教育课堂，编印中小学生读本。（市教育局负责）",
        "（三）筹措资金。争取省级专项资金，引导社会资本参与生态修复。（市财政局负责）",
    )
    comparison = raci.diff(LAST_YEAR, kept)
    sure = [pair for pair in comparison.pairs if pair.old and pair.new and not pair.by_topic]
    assert [pair.old[0].heading for pair in sure] == ["筹措资金"]
    assert len(by_topic(comparison)) == 3


def test_the_words_of_a_rewritten_task_are_not_marked_and_its_bodies_are() -> None:
    rows = list(comparison_table(raci.diff(LAST_YEAR, THIS_YEAR)))
    changed = ["".join(part.text for part in row.new if part.kind == "changed") for row in rows if row.old]
    assert changed[0] == ""
    assert "市人力资源社会保障局" in changed[1]
    assert "养殖塘" not in changed[1]


def test_rows_hold_the_words_that_both_have() -> None:
    lines = render_diff(raci.diff(LAST_YEAR, THIS_YEAR), "jsonl").decode("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert {row["kind"] for row in rows} == {"rewritten", "added", "removed"}
    assert all(bool(row["shared"]) == (row["kind"] == "rewritten") for row in rows)


def test_a_page_offers_the_kind_to_filter_by(tmp_path: Path) -> None:
    raci.diff(LAST_YEAR, THIS_YEAR, path=tmp_path / "对照.html")
    page = (tmp_path / "对照.html").read_text(encoding="utf-8")
    assert 'value="rewritten"><span>内容相近' in page


def test_a_drawing_says_that_a_task_is_only_alike(tmp_path: Path) -> None:
    raci.diff(LAST_YEAR, THIS_YEAR, path=tmp_path / "变化.svg")
    assert "（内容相近）" in (tmp_path / "变化.svg").read_text(encoding="utf-8")


def test_a_task_goes_on_through_versions_in_other_words() -> None:
    rows = raci.versions([LAST_YEAR, THIS_YEAR]).rows
    goes_on = [row for row in rows if all(row.tasks)]
    assert [[change.kind for change in row.changes[1]] for row in goes_on] == [["rewritten"]] * 3


def test_an_upper_task_that_is_taken_up_in_other_words_is_not_told_as_left() -> None:
    upper = LAST_YEAR.replace("云泽市", "南阳省").replace("市", "省")
    comparison = raci.diff(upper, THIS_YEAR, levels=True)
    assert by_topic(comparison) == [("（一）", "（一）"), ("（二）", "（二）"), ("（三）", "（四）")]
    untaken = [pair.old[0].number for pair in comparison.pairs if not pair.new]
    assert untaken == ["（四）"]
    assert [pair.new[0].number for pair in comparison.pairs if not pair.old] == ["（三）"]
    assert any("只找到内容相近的" in note for note in comparison.notes)


def test_of_several_versions_each_note_says_which_it_is_about() -> None:
    page = render_series(raci.versions([LAST_YEAR, LAST_YEAR, THIS_YEAR]), "html").decode("utf-8")
    assert "第2稿与上一稿：两份文件的文字完全相同" in page
    assert "第3稿与上一稿：两份文件没有文字相同的任务" in page
