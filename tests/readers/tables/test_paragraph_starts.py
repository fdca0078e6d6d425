"""What begins a paragraph, and that the glance before it hides nothing."""

from __future__ import annotations

import re

import pytest

from raci.readers.tables.paragraph_starts import starts_numbered, starts_paragraph
from raci.rules import built_in
from raci.rules.text_patterns import text_patterns

NUMBERED = sorted(
    example
    for rule in built_in()
    if rule.kind in ("marker", "annex")
    for example in rule.match
    if re.match(rule.pattern, example) is not None
)
OTHERS = sorted(text_patterns("paragraphs")["starts-paragraph"].match)


@pytest.mark.parametrize("line", [*NUMBERED, *OTHERS])
def test_numbers_annexes_and_members_begin_a_paragraph(line: str) -> None:
    assert starts_numbered(line)


@pytest.mark.parametrize(
    "line",
    [
        "责任单位：市财政局",
        "牵头单位:市财政局",
        "配合部门 市教育局",
        "配合部门\u3000市教育局",
        "【责任单位】：市财政局",
        "責任單位：市財政局",
        "完成时限\t2026年6月底",
        "组　长：王某",
    ],
)
def test_labels_begin_a_paragraph_and_are_no_numbers(line: str) -> None:
    assert starts_paragraph(line)
    assert starts_numbered(line) == line.startswith("组")


@pytest.mark.parametrize(
    "line",
    [
        "局、市财政局",
        "完善配套设施，延长营业时间。",
        "工程建设有序推进",
        "市财政局 市教育局",
        "第三方机构参与评估",
        "时间为9:30",
    ],
)
def test_what_goes_on_begins_none(line: str) -> None:
    assert not starts_paragraph(line)
