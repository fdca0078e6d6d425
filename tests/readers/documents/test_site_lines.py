"""Lines of the web site that a text is from."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from raci.model.first_characters import first_characters
from raci.readers.documents.site_lines import BEGINNINGS, INSIDE, belongs_to_site, is_site_line, site_lines

sys.path.append(str(Path(__file__).parents[3] / "tools"))
from pattern_text import alternatives, end_of_group


def _choices(pattern: str) -> Iterator[str]:
    """What a pattern chooses among, groups that are all of a choice opened."""
    for choice in alternatives(pattern):
        if choice.startswith("(?:") and end_of_group(choice, 0) == len(choice) - 1:
            yield from _choices(choice[3:-1])
        else:
            yield choice


@pytest.mark.parametrize("choice", list(_choices(site_lines().pattern)))
def test_the_quick_look_hides_no_line(choice: str) -> None:
    firsts = first_characters(choice)
    assert (firsts is not None and firsts <= BEGINNINGS) or any(words in choice for words in INSIDE) or "字" in choice


@pytest.mark.parametrize(
    "line",
    [
        "打印",
        "上一篇：云岭市教育局通知",
        "云ICP备20010001号",
        "【字体：大 中 小】",
        "主办：云岭市人民政府",
        "3.一图读懂实施方案",
    ],
)
def test_lines_of_the_site_are_known(line: str) -> None:
    assert belongs_to_site(line)


@pytest.mark.parametrize("line", ["", "市教育局负责印发方案。", "（一）加强领导", "上述任务由市财政局牵头"])
def test_lines_of_the_document_are_none(line: str) -> None:
    assert not belongs_to_site(line)
    assert not is_site_line(line)
