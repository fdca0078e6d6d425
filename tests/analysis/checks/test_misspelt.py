"""Names one character away from others: of the same document, of the register, of what was recognised."""

from __future__ import annotations

from dataclasses import replace

import pytest

import raci
from raci.model import Finding
from raci.model.places import Span

_PLAN = "云泽市方案\n一、筹措资金。（市财政局牵头，市水利局配合）\n二、核定预算。（{name}牵头）\n"


def _misspelt(text: str) -> list[Finding]:
    return [finding for finding in raci.check(raci.analyse(text)) if finding.check == "misspelt"]


@pytest.mark.parametrize(("name", "meant"), [("市财攻局", "市财政局"), ("市水和局", "市水利局")])
def test_a_name_like_one_of_the_document_is_told_with_it(name: str, meant: str) -> None:
    (finding,) = _misspelt(_PLAN.format(name=name))
    assert f"“{name}”" in finding.message
    assert f"“{meant}”" in finding.message


@pytest.mark.parametrize("name", ["市财政局", "市水务局", "县财政局", "市财政分局", "市车政局"])
def test_other_names_are_not(name: str) -> None:
    assert not _misspelt(_PLAN.format(name=name))


def test_what_tells_two_of_a_row_apart_is_no_error() -> None:
    text = "云泽市方案\n一、修好道路。（市第一公路局牵头）\n二、养好道路。（市第二公路局牵头）\n"
    assert not _misspelt(text)


def test_the_name_stays_as_it_was_written() -> None:
    rows = raci.rows(_PLAN.format(name="市财攻局"))
    assert "市财攻局" in set(rows["department"])


def test_of_a_recognised_name_the_register_gives_candidates() -> None:
    (document,) = raci.readers.registry.read_text("云泽市方案\n一、办好学校。（市教青局牵头）\n")
    assert not [one for one in raci.check(raci.analyse(document)) if one.check == "misspelt"]
    recognised = replace(document, ocr=(Span(0, len(document.text)),))
    (finding,) = [one for one in raci.check(raci.analyse(recognised)) if one.check == "misspelt"]
    assert "教育局" in finding.message
    assert "原件" in finding.message
