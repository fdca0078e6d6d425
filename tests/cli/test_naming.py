"""Names in documents: one body one column, the user's wishes, and what needs a human eye."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import raci as run

import raci

PLAN = """甘肃省人民政府办公厅关于印发河道整治方案的通知
甘政办发〔2019〕999号
各市、自治州人民政府，省政府各部门：
一、清理河道。开展漂浮物清理。（牵头单位：省工信厅、发改委；配合单位：省水利厅，税务局、福建海事局）
二、严查排污。逐一排查。（责任单位：甘肃省发展改革委、省发展和改革委员会，各市州人民政府）
三、优化服务。减少环节。（责任单位：省国土资源厅、市河管局、呜呜小组）
"""


def said(text: str = PLAN, **wishes: object) -> dict[str, raci.Department]:
    analysis = raci.analyse(raci_document(text), naming=raci.Naming(**wishes))  # type: ignore[arg-type]
    return {one.department.name: one.department for one in analysis.assignments}


def raci_document(text: str) -> raci.Document:
    from raci.readers.registry import read_text

    (document,) = read_text(text)
    return document


def test_four_ways_to_write_it_are_one_column() -> None:
    matrix = raci.matrix(raci.analyse(raci_document(PLAN)))
    assert sum("发展和改革委员会" in str(column) for column in matrix.columns) == 1
    found = said()
    ids = {found[name].id for name in ("发改委", "甘肃省发展改革委", "省发展和改革委员会")}
    assert ids == {"fagai.wei@620000"}


def test_a_level_is_carried_over_a_pause_and_not_to_bodies_with_a_place() -> None:
    found = said()
    assert found["发改委"].canonical == "甘肃省发展和改革委员会"
    assert found["福建海事局"].canonical == "福建海事局"
    assert found["福建海事局"].jurisdiction == "福建省"


def test_the_place_that_a_user_gives_is_taken() -> None:
    assert said(place="青海省")["省工信厅"].canonical == "青海省工业和信息化厅"


def test_collectives_stay_whole_unless_they_are_asked_for() -> None:
    text = PLAN.replace("各市州人民政府", "各市州人民政府、各园区")
    whole = raci.analyse(raci_document(text)).assignments
    sets = {one.department.name for one in whole if one.department.kind == "collective"}
    assert sets == {"各市州人民政府", "各园区"}
    opened = raci.analyse(raci_document(text), naming=raci.Naming(members={"各园区": ("甲园区公司", "乙园区公司")}))
    names = {(one.department.name, one.department.canonical) for one in opened.assignments}
    assert {("各市州人民政府", "兰州市人民政府"), ("各园区", "甲园区公司"), ("各园区", "乙园区公司")} <= names
    assert len([name for name, _ in names if name == "各市州人民政府"]) == 14


def test_as_of_names_the_body_of_today() -> None:
    found = said(as_of=2026)
    assert found["省国土资源厅"].current == ("甘肃省自然资源厅",)
    assert said()["省国土资源厅"].current == ()


@pytest.mark.slow
def test_the_rows_and_the_table_name_it(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    table = run("extract", path, "--as-of", "2026").stdout
    assert "省国土资源厅（现名：甘肃省自然资源厅）" in table
    rows = [
        json.loads(line) for line in run("extract", path, "--as-of", "2026", "--format", "jsonl").stdout.splitlines()
    ]
    assert ["甘肃省自然资源厅"] in [row.get("current") for row in rows]
    plain = [json.loads(line) for line in run("extract", path, "--format", "jsonl").stdout.splitlines()]
    assert all("current" not in row for row in plain)


def test_the_workbooks_tables_have_a_column_for_it() -> None:
    from raci.config.profiles import load_profile
    from raci.views.grid import grid
    from raci.views.tables.bodies import bodies
    from raci.views.tables.detail import detail

    for wishes, headings in (({}, []), ({"as_of": 2026}, ["现名"])):
        analysis = raci.analyse(raci_document(PLAN), naming=raci.Naming(**wishes))  # type: ignore[arg-type]
        for table in (bodies(analysis, grid(analysis)), detail(analysis, load_profile("explicit"))):
            assert [column.heading for column in table.columns if column.heading == "现名"] == headings
            assert any("甘肃省自然资源厅" in row for row in table.rows) == bool(headings)


def test_settings_beside_the_document_are_heeded(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN.replace("甘肃省人民政府办公厅", ""), encoding="utf-8")
    (tmp_path / "raci.toml").write_text('place = "青海省"\n[same]\n"省护河队" = ["呜呜小组"]\n', encoding="utf-8")
    found = {one.department.name: one.department for one in raci.extract(path)}
    assert found["省工信厅"].canonical == "青海省工业和信息化厅"
    assert found["呜呜小组"].canonical == "省护河队"
    (tmp_path / "raci.toml").write_text("plaze = 1\n", encoding="utf-8")
    done = run("extract", path)
    assert done.returncode == 2
    assert "raci.toml" in done.stderr


def test_what_stays_open_keeps_its_spelling_and_is_told() -> None:
    analysis = raci.analyse(raci_document(PLAN))
    (one,) = [each for each in analysis.assignments if each.department.name == "呜呜小组"]
    assert (one.department.canonical, one.department.kind) == (None, None)
    (finding,) = [each for each in analysis.findings if each.check == "unresolved"]
    assert "呜呜小组" in finding.message
    assert analysis.document.quote(finding.start or 0, finding.end or 0) == "呜呜小组"


@pytest.mark.parametrize(
    ("names", "check", "words"),
    [
        ("市财政局、市审计局、市统计局", "", ()),
        ("市社保局、市医保局", "", ()),
        ("市卫生健康委、市卫生健康局", "alike", ("市卫生健康委", "市卫生健康局")),
        ("市自然资源局、市白然资源局", "misspelt", ("市白然资源局", "市自然资源局")),
        ("市环保局", "gone", ("市环保局", "2018")),
    ],
)
def test_bodies_that_need_a_look(names: str, check: str, words: tuple[str, ...]) -> None:
    text = f"大同市河道整治方案\n2023年5月6日\n一、清理河道。开展漂浮物清理。（责任单位：{names}）\n"
    checks = ("alike", "misspelt", "gone", "unresolved")
    found = [one for one in raci.analyse(raci_document(text)).findings if one.check in checks]
    assert [one.check for one in found] == ([check] if check else [])
    for one in found:
        assert all(word in one.message for word in words)


def test_a_state_council_document_speaks_of_national_bodies() -> None:
    text = (
        "国务院办公厅关于印发河道整治方案的通知\n国办发〔2016〕999号\n各省、自治区、直辖市人民政府：\n"
        "一、清理河道。开展清理。（发展改革委牵头，财政部、农业部、林业局按职责分工负责）\n"
    )
    found = said(text)
    assert found["发展改革委"].canonical == "国家发展和改革委员会"
    assert found["林业局"].canonical == "国家林业局"
    assert {one.level for one in found.values()} == {"national"}
