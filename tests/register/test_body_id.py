"""The lasting ids of bodies, cut and put together again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci.register.body_id import BodyEnding, BodyId
from raci.register.compiling import built_in


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("n-fagai", BodyId("n-fagai")),
        ("fagai.wei@620000", BodyId("fagai", "wei", place="620000")),
        ("chengguan.ju:城市管理和综合执法@市", BodyId("chengguan", "ju", "城市管理和综合执法", place="市")),
        ("anwei:食品安全委员会@县", BodyId("anwei", variant="食品安全委员会", place="县")),
        ("party:zuzhi@620100", BodyId("party:zuzhi", place="620100")),
        ("party:nongban:农村工作部", BodyId("party:nongban", variant="农村工作部")),
        ("party@市", BodyId("party", place="市")),
        ("jiaotong.ting/法规处@620000", BodyId("jiaotong", "ting", unit="法规处", place="620000")),
        ("set:各市州", BodyId("set", variant="各市州")),
        ("~护河领导小组@市", BodyId("~护河领导小组", place="市")),
    ],
)
def test_ids_have_parts(written: str, parts: BodyId) -> None:
    assert BodyId.parse(written) == parts
    assert str(parts) == written


@given(st.text(max_size=20) | st.text(alphabet="ab.:/@~party", max_size=12))
def test_any_id_is_written_as_it_was_read(written: str) -> None:
    """A user's register may give any id."""
    assert str(BodyId.parse(written)) == written


@pytest.mark.parametrize(
    ("written", "duty"),
    [
        ("fagai.wei@620000", "fagai"),
        ("fagai.ju", "fagai"),
        ("chengguan.ju:城市管理和综合执法", "chengguan"),
        ("anwei:食品安全委员会@县", "anwei:食品安全委员会"),
        ("party:zuzhi@市", "party:zuzhi"),
        ("n-fagai/法规司", "n-fagai/法规司"),
    ],
)
def test_bodies_of_one_duty_share_it_whatever_they_end_with(written: str, duty: str) -> None:
    assert BodyId.parse(written).duty == duty


def test_a_unit_of_a_unit_is_a_unit() -> None:
    assert str(BodyId("gongan", "ju").of_unit("交警支队").of_unit("法规科")) == "gongan.ju/交警支队/法规科"


def test_an_ending_is_meant_after_the_mark() -> None:
    assert BodyEnding.parse("linye@厅") == BodyEnding(BodyId("linye"), "厅")
    assert BodyEnding.parse("haiguan:青岛") == BodyEnding(BodyId("haiguan", variant="青岛"))


def test_ids_of_the_tables_are_rows() -> None:
    """No id of a table holds a mark that separates the parts of ids."""
    bodies = built_in().bodies
    for id in (*bodies.rows, *bodies.national_ids, *(office.id for office in built_in().verticals)):
        assert BodyId.parse(id) == BodyId(id)
