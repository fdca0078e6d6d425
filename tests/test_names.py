"""``raci.names``: whose names these are."""

from __future__ import annotations

from pathlib import Path

import pytest

import raci


def test_no_names_no_answers() -> None:
    assert raci.names([]) == []


def test_an_answer_for_each_name_in_order() -> None:
    found = raci.names(["县水利局", "", "县水利局", "按月调度"])
    assert [one.name for one in found] == ["县水利局", "", "县水利局", "按月调度"]
    assert [one.kind for one in found] == ["government", "unknown", "government", "unknown"]


def test_one_name_is_enough() -> None:
    (found,) = raci.names("省发改委", place="甘肃省")
    assert found.canonical == "甘肃省发展和改革委员会"
    assert (found.place, found.place_code, found.level) == ("甘肃省", "620000", "province")
    assert "文件所属地区" in found.how


def test_the_names_of_one_call_that_are_one_body_get_one_name() -> None:
    assert len({one.canonical for one in raci.names(["住建厅", "省住房城乡建设厅"])}) == 1


def test_as_of_names_who_carries_the_duty_then() -> None:
    (found,) = raci.names(["省国土资源厅"], as_of=2026)
    assert (found.canonical, found.current) == ("省国土资源厅", ("省自然资源厅",))
    (found,) = raci.names(["省国土资源厅"])
    assert found.current == ()


@pytest.mark.parametrize(
    ("place", "words"), [("月球", "不认识的地区"), ("朝阳区", "有几个朝阳区"), ("示范区", "不认识")]
)
def test_a_place_that_is_none_or_several_is_refused(place: str, words: str) -> None:
    with pytest.raises(raci.OptionError, match=words):
        raci.names(["市财政局"], place=place)


def test_a_users_register(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("name,also\n市护河先锋队,护河队\n", encoding="utf-8")
    (found,) = raci.names(["护河队"], register=path)
    assert found.canonical == "市护河先锋队"
