"""Sentences of names and verbs in which a name reads unlike a body's, and those whose task stands behind them."""

from __future__ import annotations

import pytest

import raci


def said(text: str) -> list[tuple[str, str]]:
    """Department and role of every assignment of a text."""
    return [(each.department.name, each.role) for each in raci.analyse(text).assignments]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("1.改造市集，由合美集团、市民政局负责。", [("合美集团", "responsible"), ("市民政局", "responsible")]),
        ("1.改造市集。由三办牵头，市民政局配合。", [("三办", "lead"), ("市民政局", "support")]),
        ("1.改造市集。网格员队伍牵头，市民政局配合。", [("网格员队伍", "lead"), ("市民政局", "support")]),
        ("1.市公安局牵头、市司法局配合：改造市集。", [("市公安局", "lead"), ("市司法局", "support")]),
    ],
)
def test_no_name_is_lost_beside_another(text: str, rows: list[tuple[str, str]]) -> None:
    assert said(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "1.党委领导，政府负责，社会协同，公众参与。",
        "1.改造市集，（县商务局）；改造仓库，",
        "1.改造市集，由，",
        "1.加强宣传，群众参与。",
    ],
)
def test_slogans_and_odd_commas_name_nobody_new(text: str) -> None:
    assert not {name for name, _ in said(text)} - {"县商务局"}
