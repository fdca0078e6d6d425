"""What stands before a body's own name."""

from __future__ import annotations

import pytest

from raci.register.compiling import built_in
from raci.register.prefixes import NamePrefix, read_prefix

REGISTER = built_in()


@pytest.mark.parametrize("text", ["财政", "各市", "有关县", "地", "财政局", "兰州市甘肃省", "甘肃省省"])
def test_what_is_no_place_is_no_prefix(text: str) -> None:
    assert read_prefix(text, REGISTER) is None


def test_nothing_is_an_empty_prefix() -> None:
    assert read_prefix("", REGISTER) == NamePrefix()
    assert read_prefix("中共", REGISTER) == NamePrefix()


@pytest.mark.parametrize(
    ("text", "full", "level", "code"),
    [
        ("甘肃省", "甘肃省", "province", "620000"),
        ("甘肃", "甘肃", "province", "620000"),
        ("兰州", "兰州", None, "620100"),
        ("甘肃甘南藏族自治州", "甘肃省甘南藏族自治州", "city", "623000"),
        ("甘肃省兰州市榆中县", "甘肃省兰州市榆中县", "county", "620123"),
        ("凉山州", "凉山州", "city", "513400"),
        ("禄劝县", "禄劝县", "county", "530128"),
        ("襄樊市", "襄樊市", "city", "420600"),
        ("青溪县", "青溪县", "county", None),
        # of several places of one name none is meant until the document says which
        ("朝阳区", "朝阳区", "county", None),
        ("长春市朝阳区", "长春市朝阳区", "county", "220104"),
    ],
)
def test_places(text: str, full: str, level: str | None, code: str | None) -> None:
    prefix = read_prefix(text, REGISTER)
    assert prefix is not None
    assert (prefix.text, prefix.level, prefix.place and prefix.place.code) == (full, level, code)
    assert prefix.named and not prefix.level_word


@pytest.mark.parametrize(("word", "level"), [("省", "province"), ("设区市", "city"), ("旗", "county")])
def test_a_level_word_is_no_place(word: str, level: str) -> None:
    prefix = read_prefix(word, REGISTER)
    assert prefix is not None
    assert (prefix.level_word, prefix.level, prefix.named) == (word, level, False)


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        ("市政府", "government"),
        ("兰州市人民政府", "government"),
        ("市委", "committee"),
        ("自治区党委", "committee"),
        ("市", ""),
    ],
)
def test_whose_organ_a_body_is(text: str, organ: str) -> None:
    prefix = read_prefix(text, REGISTER)
    assert prefix is not None
    assert prefix.organ == organ


def test_zones_are_told_from_places() -> None:
    prefix = read_prefix("青溪高新区", REGISTER)
    assert prefix is not None
    assert prefix.zone
