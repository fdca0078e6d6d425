"""The names at the heads of columns, whole and shortened."""

from __future__ import annotations

import pytest
from plans import Plan

from raci.views.grid import grid
from raci.views.tables.column_heads import heads, short_heads

LONG = "青溪县农业农村局乡村振兴综合服务中心"


@pytest.mark.parametrize(
    ("names", "most", "expected"),
    [
        (["县财政局", "县水利局"], 16, ["县财政局", "县水利局"]),
        (["甲乙丙丁戊己庚"], 5, ["甲乙丙丁…"]),
        (["甲乙丙丁戊己庚", "子丑寅卯辰巳午"], 5, ["甲乙丙丁…", "子丑寅卯…"]),
        ([f"{LONG}一科", f"{LONG}二科"], 12, ["青溪县农业…服务中心一科", "青溪县农业…服务中心二科"]),
    ],
)
def test_long_names_are_shortened_and_stay_apart(names: list[str], most: int, expected: list[str]) -> None:
    assert short_heads(names, most) == expected


@pytest.mark.parametrize("count", [2, 12, 130])
def test_names_that_differ_in_no_place_that_is_left_are_numbered(count: int) -> None:
    names = [f"{LONG}{number:03}{LONG}" for number in range(count)]
    made = short_heads(names, 16)
    assert len(set(made)) == count and all(len(name) <= 16 for name in made)


def test_a_body_goes_by_one_name_whichever_others_are_shown() -> None:
    plan = Plan("方案").task("1.", "甲", lead="财政局", support="水利局、住建局").task("2.", "乙", lead="住建局")
    table = grid(plan.analysis())
    whole = heads(table, range(len(table.bodies)))
    assert [heads(table, [body])[0] for body in range(len(table.bodies))] == whole
    assert heads(table, [2, 0]) == [whole[2], whole[0]]
