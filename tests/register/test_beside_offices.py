"""Offices that do not say whose they are, next to others: what they are, and where that is left open."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse


def kinds(units: str) -> dict[str, str | None]:
    analysis = analyse(f"青岭局年度任务分解\n一、更新栏目，公开收支。（责任单位：{units}）\n")
    return {one.department.name: one.department.kind for one in analysis.assignments}


@pytest.mark.parametrize(
    "units",
    [
        "财务科、办公室",
        "法规处、督导办、秘书处",
        "局疾控科、局宣传科研组",
        "相关科室、办公室",
        "招生办、教务处、校办公室",
    ],
)
def test_beside_offices_they_are_offices(units: str) -> None:
    assert set(kinds(units).values()) <= {"office", "collective"}


@pytest.mark.parametrize("units", ["市财政局、办公室", "市财政局、市林业局、信息科、办公室", "综合组、抢险组"])
def test_elsewhere_it_stays_open_whose_they_are(units: str) -> None:
    assert None in kinds(units).values()


def test_bodies_of_a_place_stay_as_they_are() -> None:
    assert kinds("财务科、市重点处")["市重点处"] is None
