"""What is left of the source of a web page in copied text is read as what it stands for."""

from __future__ import annotations

import pytest

from raci.pipeline import extract
from raci.readers.documents.web_marks import without_web_marks


@pytest.mark.parametrize(
    "text", ["A&B公司牵头", "增长率<5%，占比>3%", "牵头单位：县水利局", "R&D;投入", "若 a<b 且 b>c，则由县水利局负责"]
)
def test_words_that_are_no_marks_stay(text: str) -> None:
    assert without_web_marks(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("牵头单位：&nbsp;县水利局", "牵头单位：\xa0县水利局"),
        ("&ldquo;一网通办&rdquo;", "“一网通办”"),
        ("修渠&#12288;护岸", "修渠\u3000护岸"),
        ("修渠&#10;护岸", "修渠 护岸"),
        ("<b>牵头单位：</b>县水利局", "牵头单位：县水利局"),
        ("修渠<br/>护岸", "修渠\u3000\u3000护岸"),
        ('<p class="text">修渠</p>', "修渠\u3000\u3000"),
    ],
)
def test_marks_become_what_they_mean(text: str, meant: str) -> None:
    assert without_web_marks(text) == meant


def test_named_blanks_are_no_part_of_a_body() -> None:
    text = "1.修渠。&nbsp;&nbsp;牵头单位：县水利局&nbsp;&nbsp;配合单位：县财政局&emsp;<b>完成时限：</b>2026年6月底前"
    found = extract(text)
    assert {(one.department.name, one.role) for one in found} == {("县水利局", "lead"), ("县财政局", "support")}
    assert found[0].deadline is not None
