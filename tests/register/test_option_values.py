"""Places and dates as users write them."""

from __future__ import annotations

import pytest

from raci.errors import OptionError
from raci.register.compiling import built_in
from raci.register.option_values import parse_place, parse_year

REGISTER = built_in()


def test_no_place_is_no_context() -> None:
    context = parse_place(None, REGISTER)
    assert (context.place, context.level) == (None, None)


@pytest.mark.parametrize("place", ["月球", "示范区", "省"])
def test_what_is_no_place_is_refused(place: str) -> None:
    with pytest.raises(OptionError, match="不认识的地区"):
        parse_place(place, REGISTER)


def test_several_places_of_one_name_are_refused_and_listed() -> None:
    with pytest.raises(OptionError, match="北京市朝阳区、吉林省长春市朝阳区"):
        parse_place("朝阳区", REGISTER)


@pytest.mark.parametrize(
    ("place", "level", "name"),
    [
        ("全国", "national", None),
        ("甘肃", "province", "甘肃省"),
        ("甘肃省 兰州市", "city", "兰州市"),
        ("凉山州", "city", "凉山彝族自治州"),
    ],
)
def test_places(place: str, level: str, name: str | None) -> None:
    context = parse_place(place, REGISTER)
    assert (context.level, context.place.name if context.place else None) == (level, name)


def test_a_place_that_the_register_does_not_hold_keeps_its_name() -> None:
    context = parse_place("青溪县", REGISTER)
    assert (context.level, context.place, context.place_name) == ("county", None, "青溪县")


@pytest.mark.parametrize("date", ["二〇一八", "18", "2018年", "2018-", "99999"])
def test_what_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(OptionError, match="--as-of"):
        parse_year(date)


@pytest.mark.parametrize("date", ["2018", "2018-06", "2018-06-30"])
def test_dates(date: str) -> None:
    assert parse_year(date) == 2018
