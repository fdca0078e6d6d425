"""The values: places and labels as a reader sees them."""

from __future__ import annotations

import pytest

from raci.model import Clause, Document, Place, label


@pytest.mark.parametrize(
    ("number", "heading", "expected"),
    [
        ("", "", ""),
        ("", "加强领导", "加强领导"),
        ("一、", "", "一、"),
        ("一、", "加强领导", "一、加强领导"),
        ("（一）", "加强领导", "（一）加强领导"),
        ("1.", "加强领导", "1.加强领导"),
        ("第一章", "总则", "第一章 总则"),
        ("1.1", "加强领导", "1.1 加强领导"),
    ],
)
def test_label(number: str, heading: str, expected: str) -> None:
    assert label(number, heading) == expected
    assert Clause(0, None, 1, number, heading, 0, 1).label == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place(0), ""),
        (Place(0, line=3), "第3行"),
        (Place(0, line=3, page=2), "第2页第3行"),
        (Place(0, line=3, page=2, paragraph=7), "第2页第7段第3行"),
        (Place(0, paragraph=7, cell=(1, 2, 3)), "表1第2行第3列"),
    ],
)
def test_a_place_reads_as_one_says_it(place: Place, expected: str) -> None:
    assert str(place) == expected


def test_the_place_of_an_offset_is_the_last_that_begins_before_it() -> None:
    document = Document("甲乙丙丁戊", places=(Place(1, line=1), Place(3, line=2)))
    lines = [place.line if (place := document.place(offset)) else None for offset in range(6)]
    assert lines == [None, 1, 1, 2, 2, 2]
    assert Document("甲").place(0) is None
