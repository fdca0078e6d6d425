"""The picture of changed ties: which bodies came, went or changed their role in which task."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pytest

from raci.comparison.compare import compare
from raci.comparison.levels import compare_levels
from raci.comparison.sides import side_of
from raci.comparison.values import Comparison
from raci.drawing.page import A3
from raci.drawing.tie_cells import columns_of, tie_rows
from raci.drawing.ties import changed_ties
from raci.pipeline import analyse

_SVG = "{http://www.w3.org/2000/svg}"
OLD = (
    "云泽市夜市方案\n一、开设夜市。统一设置摊位。（市商务局牵头，市城管局配合）\n"
    "二、延长公交。末班车延到零点。（市交通局负责）\n三、清运垃圾。每晚清运两次。（市城管局负责）\n"
)
NEW = (
    "云泽市夜市方案\n一、开设夜市。统一设置摊位。（市城管局牵头，市公安局配合）\n"
    "二、延长公交。末班车延到零点。（市交通局负责）\n三、巡查食品。逐摊抽检食品。（市市场监管局负责）\n"
)


def compared(old: str = OLD, new: str = NEW, *, levels: bool = False) -> Comparison:
    sides = [side_of(analyse(text)) for text in (old, new)]
    return (compare_levels if levels else compare)(*sides)


def sheets(comparison: Comparison) -> list[ET.Element]:
    drawing = changed_ties(comparison, datetime(2026, 3, 5, tzinfo=UTC))
    return [ET.fromstring(sheet.svg()) for sheet in drawing.sheets]


def cells(sheet: ET.Element) -> dict[str, str]:
    """The tooltip of each cell → what is written in it."""
    return {
        (group.findtext(f"{_SVG}title") or ""): "".join(text.text or "" for text in group.iter(f"{_SVG}text"))
        for group in sheet.iter(f"{_SVG}g")
        if (group.get("class") or "").startswith("cell")
    }


def test_each_cell_says_what_became_of_a_body_in_a_task() -> None:
    (sheet,) = sheets(compared())
    told = {tip.splitlines()[1]: letters for tip, letters in cells(sheet).items()}
    assert told["退出单位：市商务局，原为牵头（A/R）"] == "A/R"
    assert told["新增单位：市公安局，配合（C）"] == "C"
    assert told["角色变化：市城管局，配合（C） → 牵头（A/R）"] == "C→A/R"
    assert told["新增单位：市市场监管局，责任（R）"] == "R"
    words = "".join(text.text or "" for text in sheet.iter(f"{_SVG}text"))
    assert "（删去）三、清运垃圾" in words
    assert "（新增）三、巡查食品" in words
    assert "延长公交" not in words  # its bodies stay


def test_where_no_tie_changed_it_says_so() -> None:
    (sheet,) = sheets(compared(OLD, OLD.replace("统一设置", "分片设置")))
    assert "单位和角色没有变化" in "".join(text.text or "" for text in sheet.iter(f"{_SVG}text"))


def test_of_levels_only_another_lead_and_tasks_of_ones_own_are_told() -> None:
    lower = NEW.replace("云泽市", "柳川县").replace("市城", "县城").replace("市公", "县公")
    (sheet,) = sheets(compared(OLD, lower, levels=True))
    tips = list(cells(sheet))
    assert any("市商务局牵头（A/R） → 县城管局牵头（A/R）" in tip for tip in tips)
    assert not any(tip.startswith("一、") and "退出单位" in tip for tip in tips)
    words = "".join(text.text or "" for text in sheet.iter(f"{_SVG}text"))
    assert "（未承接）三、清运垃圾" in words
    assert "（本级自定）三、巡查食品" in words


@pytest.mark.parametrize("tasks", [1, 30, 120])
def test_every_change_stands_on_a_sheet(tasks: int) -> None:
    lines = [f"{number}. 办好第{number}批实事。（第{number % 45}中心负责）\n" for number in range(1, tasks + 1)]
    text = "".join(lines)
    comparison = compared(text, text.replace("中心负责", "中心、市财政局负责"))
    drawn = sheets(comparison)
    assert sum(len([tip for tip in cells(sheet) if "新增单位" in tip]) for sheet in drawn) == tasks
    assert len(drawn) > 1 or tasks < 120
    heights = [float(sheet.get("viewBox", "").split()[3]) for sheet in drawn]
    assert all(height <= A3[1] for height in heights)


def test_a_body_has_one_column_however_its_name_is_shortened() -> None:
    old = "某省护河方案\n一、整治河道。清理违章搭建。（省水利厅、公安厅负责）\n二、清理垃圾。（省水利厅负责）\n"
    new = (
        old.replace("、公安厅", "").replace("垃圾。（省水利厅", "垃圾。（省水利厅、公安厅")
        + "三、管好采砂。（省公安厅负责）\n"
    )
    assert columns_of(tie_rows(compared(old, new))) == ["省公安厅"]
