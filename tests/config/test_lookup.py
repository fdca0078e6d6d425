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


def test_what_a_name_owes_to_another_is_said_and_each_by_itself_owes_nothing() -> None:
    pair = ["住建厅", "省住房城乡建设厅"]
    assert "与“省住房城乡建设厅”为同一机构" in raci.names(pair)[0].how
    alone = [raci.names([name])[0] for name in pair]
    assert raci.names(pair, each=True) == alone
    assert [one.canonical for one in alone] == ["住房和城乡建设厅", "省住房和城乡建设厅"]
    assert alone[0].id == alone[1].id


def test_what_is_told_by_its_ending_only_shows_what_it_might_be() -> None:
    (found,) = raci.names(["医宝局"])
    assert (found.canonical, found.candidates) == ("医宝局", ("医疗保障局",))


def test_places_of_one_name_are_told_apart() -> None:
    (found,) = raci.names(["朝阳区财政局"])
    assert found.candidates == ("110105 北京市朝阳区", "220104 吉林省长春市朝阳区")


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
