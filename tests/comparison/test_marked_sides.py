"""What the comparison table shows of both sides, and what of it is marked."""

from __future__ import annotations

from collections.abc import Iterable

import raci
from raci.comparison.marked_sides import marked_sides
from raci.comparison.segments import MarkedText


def shown(old: str, new: str, *, levels: bool = False) -> tuple[str, str]:
    """Both sides of the first pair, what only one has in brackets."""
    comparison = raci.diff(old, new, levels=levels)
    pair = comparison.pairs[0]
    before, after = marked_sides(pair.old, pair.new, levels=levels)
    return _written(before), _written(after)


def _written(stretches: Iterable[MarkedText]) -> str:
    return "".join(one.text if one.kind == "same" else f"[{one.text}]" for one in stretches)


def test_each_task_of_a_split_one_has_its_number() -> None:
    old = "云泽市护河方案\n1.整治全市河道淤泥，并沿河修复湿地和水生植物。（市水利局牵头，市林业局、市财政局配合）\n"
    new = (
        "云泽市护河方案\n1.整治全市河道淤泥。（市水利局牵头，市财政局配合）\n"
        "2.沿河修复湿地和水生植物。（市林业局牵头）\n"
    )
    before, after = shown(old, new)
    assert before.startswith("1.整治全市河道淤泥")
    assert after.startswith("1.整治全市河道淤泥[\n]2.沿河修复湿地和水生植物")


def test_a_number_that_changed_is_not_marked() -> None:
    old = "云泽市护河方案\n（一）整治河道淤泥。（市水利局牵头，市城管局配合）\n"
    before, after = shown(old, old.replace("（一）", "（二）").replace("市城管局", "市林业局"))
    assert before == "（一）整治河道淤泥\n牵头：市水利局\n配合：[市城管局]"
    assert after == "（二）整治河道淤泥\n牵头：市水利局\n配合：[市林业局]"


def test_of_two_levels_only_other_functions_are_marked() -> None:
    old = "岭南省护河方案\n一、整治河道淤泥。（省水利厅牵头，省自然资源厅配合，2025年6月底前）\n"
    new = "云泽市护河方案\n一、整治河道淤泥。（市城管局牵头，市自然资源和规划局配合，2025年6月底前）\n"
    before, after = shown(old, new, levels=True)
    assert before == "一、整治河道淤泥\n牵头：[省水利厅]\n配合：省自然资源厅\n时限：2025年6月底前"
    assert after == "一、整治河道淤泥\n牵头：[市城管局]\n配合：市自然资源和规划局\n时限：2025年6月底前"


def test_of_two_versions_another_name_is_marked() -> None:
    old = "云泽市护河方案\n一、整治河道淤泥。（市水利局牵头）\n"
    before, after = shown(old, old.replace("市水利局", "市水务局"))
    assert before.endswith("牵头：[市水利局]") and after.endswith("牵头：[市水务局]")


def test_a_body_with_another_role_is_gone_from_one_line_and_new_in_the_other() -> None:
    old = "云门镇产业方案\n1.新建冷库。（镇农业办牵头，镇经济办、镇市场所配合）\n"
    new = "云门镇产业方案\n1.新建冷库。（镇农业办、镇经济办牵头，镇市场所配合）\n"
    before, after = shown(old, new)
    assert before == "1.新建冷库\n牵头：镇农业办\n配合：[镇经济办、]镇市场所"
    assert after == "1.新建冷库\n牵头：镇农业办[、镇经济办]\n配合：镇市场所"


def test_a_line_that_only_one_side_has_is_marked_as_a_whole() -> None:
    old = "云门镇产业方案\n1.新建冷库。（镇农业办牵头，镇经济办配合）\n"
    before, after = shown(old, "云门镇产业方案\n1.新建冷库。（镇农业办牵头，2025年6月底前）\n")
    assert before == "1.新建冷库\n牵头：镇农业办[\n配合：镇经济办]"
    assert after == "1.新建冷库\n牵头：镇农业办[\n时限：2025年6月底前]"


def test_a_side_that_is_not_there_is_empty() -> None:
    [pair] = raci.diff("云泽市护河方案\n一、整治河道淤泥。（市水利局牵头）\n", "云泽市护河方案\n").pairs
    before, after = marked_sides(pair.old, pair.new)
    assert after == () and before == (MarkedText("same", "一、整治河道淤泥\n牵头：市水利局"),)


def test_of_several_tasks_each_body_and_limit_says_of_which_it_is() -> None:
    old = "云泽市护河方案\n1.整治全市河道淤泥，并沿河修复湿地和水生植物。（市水利局牵头，2025年底前完成）\n"
    new = (
        "云泽市护河方案\n（一）整治全市河道淤泥。（市水利局牵头，市财政局配合，2025年底前完成）\n"
        "（二）沿河修复湿地和水生植物。（市林业局牵头，市财政局配合，2026年6月底前完成）\n"
    )
    _, after = shown(old, new)
    assert "牵头：市水利局（一）[、市林业局（二）" in after
    assert "配合：市财政局" in after and "市财政局（" not in after
    assert "2025年底前完成（一）" in after and "2026年6月底前完成（二）" in after


def test_a_name_without_the_place_that_it_shares_with_the_one_before_is_no_other_name() -> None:
    old = "省护河方案\n一、整治河道。清理违章搭建。（省水利厅、省公安厅负责）\n"
    new = "省护河方案\n一、整治河道。清理违章搭建。（省水利厅、财政厅、公安厅负责）\n"
    pair = raci.diff(old, new).differences()[0]
    marked = marked_sides(pair.old, pair.new)
    assert ["".join(part.text for part in side if part.kind == "changed") for side in marked] == ["", "、财政厅"]
