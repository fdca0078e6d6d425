"""Matrices whose columns are one letter wide: the words stand from top to bottom, the page is read as any other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from canvases import drawn, put

from raci.pipeline import extract
from raci.readers.registry import read_bytes

BODIES = ("县水利局", "县财政局", "县教育局", "县住建局", "县民政局", "县司法局", "县审计局")
TASKS = {
    "整修沿江渡口码头": "▲●",
    "更新老旧渡运船只": " ▲●",
    "培训沿江各镇船工": "  ▲●",
    "建立汛期停航制度": "▲  ●",
    "排查各处渡口隐患": " ●▲",
}
BLANK = "\u3000"
_WIDE, _LETTER = 20.0, 14.0


def row(canvas: Any, top: float, cells: Sequence[str]) -> float:
    """A ruled row; gives where it ends."""
    height = _LETTER * max(len(cell) for cell in cells) + 6
    for place, words in enumerate(cells):
        canvas.rect(60 + _WIDE * place, 842 - top - height, _WIDE, height)
        for number, letter in enumerate(words):
            put(canvas, 64 + _WIDE * place, top + _LETTER * (number + 1), letter, 11)
    return top + height


def test_a_matrix_over_two_pages_the_last_columns_of_which_are_blank_overleaf() -> None:
    signs_of = {task: signs.ljust(len(BODIES)).replace(" ", BLANK) for task, signs in TASKS.items()}
    rows = [(str(number), task, *signs) for number, (task, signs) in enumerate(signs_of.items(), 1)]

    def draw(canvas: Any) -> None:
        put(canvas, 160, 60, "芦滩县渡口安全整治责任分工", 16)
        top = row(canvas, 80, ("序号", "工作任务", *BODIES))
        for cells in rows[:3]:
            top = row(canvas, top, cells)
        canvas.showPage()
        top = 60.0
        for cells in rows[3:]:
            top = row(canvas, top, cells)
        put(canvas, 60, top + 30, "注：▲为牵头单位，●为配合单位。")

    (document,) = read_bytes(drawn(draw), "分工.pdf")
    expected = {
        (task, BODIES[place], {"▲": "lead", "●": "support"}[sign])
        for task, signs in TASKS.items()
        for place, sign in enumerate(signs)
        if sign != " "
    }
    assert {(one.clause.heading, one.department.name, one.role) for one in extract(document)} == expected
