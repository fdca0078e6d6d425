"""One canonical name for each body of a document."""

from __future__ import annotations

from raci.register.compiling import built_in
from raci.register.name_reader import read_name
from raci.register.unifying import unify_readings

REGISTER = built_in()


def test_one_body_gets_one_canonical_name() -> None:
    readings = unify_readings([read_name(name, REGISTER) for name in ("财政厅", "省财政厅", "民政厅")])
    assert [reading.canonical for reading in readings] == ["省财政厅", "省财政厅", "民政厅"]


def test_a_short_form_of_several_names_means_the_one_that_the_document_spells() -> None:
    names = ("市城管执法局", "市城市管理和综合执法局", "县城管执法局")
    first, second, third = unify_readings([read_name(name, REGISTER) for name in names])
    assert (first.canonical, first.id) == (second.canonical, second.id) == ("市城市管理和综合执法局", second.id)
    assert third.canonical == "县城市管理综合行政执法局"


def test_sets_of_places_are_one_however_their_marks_are_written() -> None:
    def ids(*names: str) -> set[str | None]:
        return {read_name(name, REGISTER).id for name in names}

    assert len(ids("各县（区）", "各县区", "各县(区)", "各县、区", "各区县")) == 1
    assert len(ids("各县（市、区）人民政府", "各县市区政府", "各县（市）区人民政府")) == 1
    assert len(ids("各县（市、区）教育局", "各县市区教育局")) == 1
    assert len(ids("各乡镇（街道）", "各乡镇街道", "各乡镇、街道", "各街道乡镇")) == 1
    # one word more or another level is another set
    assert len(ids("各县（区）", "各县（市、区）", "各县（区）人民政府", "各市州", "有关县（区）")) == 5
    assert len(ids("各市、县、区", "各市（县、区）", "各县（市、区）")) == 3


def test_two_full_names_stay_two() -> None:
    names = ("市城管执法局", "市城市管理和综合执法局", "市城市管理综合行政执法局")
    assert [reading.canonical for reading in unify_readings([read_name(name, REGISTER) for name in names])] == [
        "市城市管理综合行政执法局",
        "市城市管理和综合执法局",
        "市城市管理综合行政执法局",
    ]
