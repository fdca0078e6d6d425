"""What a sentence says beside the annotation of its clause: once more, or otherwise."""

from __future__ import annotations

import pytest

from raci.model.layers import agreements
from raci.pipeline import analyses


def rows(text: str) -> list[tuple[str, str, str]]:
    (analysis,) = analyses(text)
    return [(one.department.name, one.role, one.basis) for one in analysis.assignments]


def contradicted(text: str) -> list[str]:
    (analysis,) = analyses(text)
    return [finding.message for finding in analysis.findings if finding.check == "contradicted"]


def agreed(text: str) -> int:
    (analysis,) = analyses(text)
    return agreements(analysis)


def plan(sentence: str, annotation: str) -> str:
    return f"云泽市绿道建设行动方案\n一、重点任务\n（一）编制绿道规划。{sentence}（{annotation}）\n"


def test_what_the_annotation_says_as_well_is_one_assignment() -> None:
    text = plan("由市园林局牵头编制绿道规划。", "牵头单位：市园林局；配合单位：市财政局")
    assert rows(text) == [("市园林局", "lead", "annotation"), ("市财政局", "support", "annotation")]
    assert agreed(text) == 1


def test_another_name_of_a_body_is_no_second_assignment() -> None:
    text = plan("由市发改委牵头编制绿道规划。", "牵头单位：市发展改革委；配合单位：市财政局")
    assert [row for row in rows(text) if row[2] == "prose"] == []


def test_another_role_of_a_body_is_an_assignment_of_its_own() -> None:
    text = plan("规划报市人民政府批准后实施。", "责任单位：市人民政府、市园林局")
    assert ("市人民政府", "approve", "prose") in rows(text)


@pytest.mark.parametrize(
    ("sentence", "annotation", "named"),
    [
        ("由市水务局牵头编制绿道规划。", "牵头单位：市园林局；配合单位：市水务局", ("市水务局", "市园林局")),
        ("市城管局牵头开展绿道普查。", "市园林局牵头，市财政局配合", ("市城管局", "市园林局")),
        ("绿道养护由市水务局牵头负责。", "牵头单位：市园林局、市财政局", ("市水务局", "市园林局、市财政局")),
    ],
)
def test_another_lead_than_the_annotation_names_is_a_finding(
    sentence: str, annotation: str, named: tuple[str, str]
) -> None:
    (message,) = contradicted(plan(sentence, annotation))
    assert all(name in message for name in named)


@pytest.mark.parametrize(
    ("sentence", "annotation"),
    [
        ("由市园林局牵头编制绿道规划。", "牵头单位：市园林局；配合单位：市水务局"),
        ("由园林局牵头编制绿道规划。", "牵头单位：市园林局"),
        ("由市发改委牵头编制绿道规划。", "牵头单位：市发展改革委"),
        ("市水务局负责编制河道绿线。", "牵头单位：市园林局"),
        ("市水务局会同市财政局编制河道绿线。", "牵头单位：市园林局"),
        ("由市水务局牵头编制河道绿线。市城管局牵头编制道路绿线。", "牵头单位：市园林局"),
        ("由市水务局牵头编制河道绿线。", "责任单位：市园林局、市水务局"),
        ("绿道建设领导小组要牵头抓总。", "绿道建设领导小组办公室牵头"),
    ],
)
def test_what_does_not_contradict_is_none(sentence: str, annotation: str) -> None:
    assert contradicted(plan(sentence, annotation)) == []
