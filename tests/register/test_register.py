"""The register as a value, and the words that its tables hold."""

from __future__ import annotations

import pickle

import pytest

from raci.register.compiling import built_in, compile_tables
from raci.register.csv_tables import read_built_in
from raci.register.entries import OwnName
from raci.register.name_reader import read_name
from raci.register.places import LEVELS

REGISTER = built_in()


def test_registers_of_one_content_are_equal() -> None:
    assert compile_tables({}) == REGISTER
    assert hash(compile_tables({})) == hash(REGISTER)
    assert pickle.loads(pickle.dumps(REGISTER)) == REGISTER


def test_registers_of_other_tables_or_names_are_not() -> None:
    zones = read_built_in("zones").replace("高新区,高新技术产业开发区", "高新区,高新产业区")
    own_names = {"护河队": OwnName("市护河先锋队")}
    other = REGISTER.with_own_names(own_names)
    assert compile_tables({"zones": zones}) != REGISTER
    assert other != REGISTER
    assert other == REGISTER.with_own_names(dict(own_names))
    assert other.with_own_names({}) == REGISTER


def test_one_register_leaves_no_trace_in_what_another_reads() -> None:
    other = REGISTER.with_own_names({"护河队": OwnName("市护河先锋队", kind="institution")})
    before = read_name("护河队", REGISTER)
    assert read_name("护河队", other).canonical == "市护河先锋队"
    assert read_name("护河队", REGISTER) == before


def test_level_words_name_levels() -> None:
    assert {word.level for word in REGISTER.levels} <= {"", *LEVELS}
    assert REGISTER.level_words["设区市"] == "city"
    assert "自治旗" not in REGISTER.level_words
    assert [REGISTER.usual_level_word(level) for level in ("province", "city", "county", None)] == [
        "省",
        "市",
        "县",
        "",
    ]


@pytest.mark.parametrize(
    ("place", "word"),
    [
        ("甘肃省", "省"),
        ("广西壮族自治区", "自治区"),
        ("甘南藏族自治州", "州"),
        ("鄂伦春自治旗", "旗"),
        ("西湖区", "区"),
    ],
)
def test_a_place_calls_its_bodies_by_its_level_word(place: str, word: str) -> None:
    assert REGISTER.level_word_of(REGISTER.places.named[place][0]) == word


def test_kinds_say_what_their_bodies_do() -> None:
    assert {"government", "collective", "person", "unknown"} <= REGISTER.kinds.keys()
    assert REGISTER.kinds["party"].carries_level
    assert not REGISTER.kinds["enterprise"].carries_level
    assert not REGISTER.kinds["unknown"].compared


@pytest.mark.parametrize("ending", [office.short for office in REGISTER.field_offices.values()])
def test_field_offices_are_named_by_their_seat_known_or_not(ending: str) -> None:
    office = REGISTER.field_offices[ending]
    reading = read_name(f"青溪{ending}", REGISTER)
    assert (reading.canonical, reading.kind) == (f"青溪{office.name}", office.kind)


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        # where, place and organ stand in another order than elsewhere
        ("团省委", "共青团省委员会"),
        ("省法院", "省高级人民法院"),
        ("市人行", "市人民银行"),
        ("市税务局", "市税务局"),
        ("人行总部", "中国人民银行总部"),
        ("市纪委", "市纪律检查委员会"),
        ("市委组织部", "市委组织部"),
        ("自治区组织部", "自治区党委组织部"),
    ],
)
def test_what_columns_say_of_names(name: str, canonical: str) -> None:
    assert read_name(name, REGISTER).canonical == canonical
