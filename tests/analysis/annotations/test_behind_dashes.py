"""Names behind a dash or an arrow, to the end of the sentence: 改造管网46公里，年底完工——市住建局."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

L, R, S = "lead", "responsible", "support"


def named(item: str) -> list[tuple[str, str]]:
    text = f"丰岭县议定事项\n1.疏浚河道，6月完工——县水利局牵头。\n2.栽树——县林业局、各镇。\n3.补路→县交通局。\n{item}"
    return [(one.department.name, one.role) for one in extract(text) if one.basis != "prose"][4:]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("4.改造管网46公里，采暖季前完工——县住建局牵头，县水务公司实施。", [("县住建局", L), ("县水务公司", R)]),
        ("4.统一招标、统一配送——县教育局；9月起执行——县商务局配合。", [("县教育局", R), ("县商务局", S)]),
        ("4.备足物资，落实队伍--县应急局、县人武部，5月15日前；", [("县应急局", R), ("县人武部", R)]),
        ("4.完善预警机制⇒县气象局（牵头）、县融媒体中心。", [("县气象局", L), ("县融媒体中心", R)]),
        ("4.综合协调组——县应急局牵头、县气象局参加", [("县应急局", L), ("县气象局", S)]),
        # no names, or not to the end
        ("4.突发事件30分钟内上报→县应急局，抄送分管领导。", []),
        ("4.单位代号：1—县财政局", []),
        ("4.建成县级名片——老街。", []),
        ("4.县水利局——负责堤防的主管部门，要加强巡查。", []),
        ("4.开通丰岭——青田线路，县交通局核定票价。", []),
    ],
)
def test_names_behind_a_dash(item: str, expected: list[tuple[str, str]]) -> None:
    assert named(item) == expected
