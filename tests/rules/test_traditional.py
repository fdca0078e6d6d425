"""Traditional characters: read as their simplified twins, written out as they stand."""

from __future__ import annotations

import pytest

from raci.pipeline import extract
from raci.rules.traditional import as_simplified


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("牽頭單位：縣應急管理局、衛生健康委員會", "牵头单位：县应急管理局、卫生健康委员会"),
        ("顯著改善乾隆年間的瞭望臺", "显著改善乾隆年间的瞭望台"),
        ("显著改善", "显著改善"),
    ],
)
def test_each_character_has_one_twin(text: str, expected: str) -> None:
    assert as_simplified(text) == expected
    assert len(as_simplified(text)) == len(text)


def test_simplified_text_is_left_alone() -> None:
    text = "牵头单位：县应急管理局"
    assert as_simplified(text) is text


def test_names_stand_as_written_and_mean_what_their_twins_mean() -> None:
    text = "柳溪縣安全方案\n1.排查隱患。（主辦：縣應急管理局；協辦：縣發展改革委）\n"
    rows = [(one.clause.heading, one.department.name, one.department.canonical, one.role) for one in extract(text)]
    assert rows == [
        ("排查隱患", "縣應急管理局", "柳溪县应急管理局", "lead"),
        ("排查隱患", "縣發展改革委", "柳溪县发展和改革委员会", "support"),
    ]
    first = extract(text)[0]
    assert text.replace("\n", "\n")[first.start : first.end] == "縣應急管理局"
