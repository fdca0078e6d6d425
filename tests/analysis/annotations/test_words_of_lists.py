"""Lists of bodies and their labels in any order of the words that they are made of."""

from __future__ import annotations

import pytest

from raci.model import Assignment
from raci.pipeline import analyse
from raci.readers.registry import read_text


def told(text: str) -> list[tuple[str, str, str]]:
    """Task, body and role of each row."""

    def row(one: Assignment) -> tuple[str, str, str]:
        return one.clause.heading, one.department.name, one.role

    return [row(one) for one in analyse(read_text(text)).assignments]


@pytest.mark.parametrize(
    "said",
    [
        "责任单位：县水利局、县民政局，以及各乡镇人民政府",
        "（责任单位：县水利局、县民政局、及各乡镇人民政府）",
        "责任单位：县水利局，县民政局，和各乡镇人民政府",
        "责任单位（部门）：县水利局、县民政局、各乡镇人民政府",
        "责任部门和单位：县水利局、县民政局、各乡镇人民政府",
        "责任单位名称：县水利局、县民政局、各乡镇人民政府",
        "实施机构：县水利局、县民政局、各乡镇人民政府",
        "责任单位：县水利局\n县民政局\n各乡镇人民政府",
    ],
)
def test_a_list_has_all_its_bodies(said: str) -> None:
    bodies = ("县水利局", "县民政局", "各乡镇人民政府")
    rows = told(f"清淤方案\n1. 疏浚河道\n{said}\n2. 加固堤防\n责任单位：县应急局\n")
    assert rows == [*(("疏浚河道", body, "responsible") for body in bodies), ("加固堤防", "县应急局", "responsible")]


@pytest.mark.parametrize(
    "said",
    [
        "（县水利局领衔，县民政局配合做好）",
        "（县水利局 牵头落实 县民政局 配合）",
        "（县水利局牵头，以及县民政局配合）",
        "牵头责任单位（部门）：县水利局\n协同承办单位：县民政局",
    ],
)
def test_who_leads_and_who_helps(said: str) -> None:
    rows = told(f"清淤方案\n1. 疏浚河道\n{said}\n2. 加固堤防\n责任单位：县应急局\n")
    assert rows[:2] == [("疏浚河道", "县水利局", "lead"), ("疏浚河道", "县民政局", "support")]


@pytest.mark.parametrize("label", ["责任人姓名", "责任人及职务", "负责人（签字）", "包联人", "整改人", "包保领导同志"])
def test_persons_behind_a_label_of_any_make(label: str) -> None:
    rows = told(f"清淤方案\n1. 疏浚河道\n责任单位：县水利局\n{label}：张立新\n2. 加固堤防\n责任单位：县应急局\n")
    assert ("疏浚河道", "张立新", "leader") in rows


def test_signatures_below_a_list_are_no_part_of_it() -> None:
    rows = told("清淤方案\n1. 疏浚河道\n责任单位：县水利局\n县民政局\n县财政局\n2026年3月1日\n")
    assert rows == [("疏浚河道", "县水利局", "responsible")]


def test_a_body_above_its_numbered_duties_is_no_part_of_the_list_before() -> None:
    rows = told("清淤方案\n一、疏浚河道\n责任单位：县水利局\n县民政局\n1. 负责救助。\n2. 负责安置。\n")
    assert ("疏浚河道", "县民政局", "responsible") not in rows
