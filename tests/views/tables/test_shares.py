"""How columns share the page."""

from __future__ import annotations

from raci.views.tables.shares import letter_size, shares
from raci.views.tables.table import Column, TableView

ROOM, PAD = 257.0, 3.0


def table(*columns: tuple[str, str], rows: int = 5) -> TableView:
    """A table whose columns (key, words of each cell) are called 四字栏名."""
    named = tuple(Column(key, "四字栏名", 8) for key, _ in columns)
    return TableView(named, tuple(tuple(words for _, words in columns) for _ in range(rows)))


def test_the_widths_fill_the_room_and_long_cells_get_most() -> None:
    made = table(("task", "修桥"), ("content", "铺" * 300), ("lead", "县交通局"), ("support", "县财政局、县发改局"))
    widths = shares(made, ROOM, 12.0, PAD)
    assert abs(sum(widths) - ROOM) < 0.01
    assert widths[1] == max(widths) and widths[1] > 3 * widths[2]


def test_no_column_of_words_is_narrower_than_its_head() -> None:
    made = table(
        *((key, "县交通局") for key in ("lead", "responsible", "support", "guide", "leader")), ("content", "铺" * 900)
    )
    size = letter_size(made, ROOM, PAD)
    assert all(width >= 4 * size * 25.4 / 72 + PAD for width in shares(made, ROOM, size, PAD))


def test_many_columns_are_set_smaller_and_still_fill_the_room() -> None:
    made = table(*(("lead", "县交通局") for _ in range(13)))
    assert letter_size(made, ROOM, PAD) < 12.0
    crowded = table(*(("lead", "县交通局") for _ in range(40)))
    assert abs(sum(shares(crowded, ROOM, letter_size(crowded, ROOM, PAD), PAD)) - ROOM) < 0.01


def test_the_usual_names_stand_in_one_line_and_one_long_list_takes_no_room_from_the_content() -> None:
    rows = [("task", "修桥", "铺" * 200, "城乡规划建设局") for _ in range(20)]
    rows[7] = ("task", "修桥", "铺" * 200, "、".join(["城乡规划建设局"] * 6))
    columns = (Column("order", "序号", 4), *(Column(key, "四字栏名", 8) for key in ("task", "content", "lead")))
    widths = shares(TableView(columns, tuple(rows)), ROOM, 12.0, PAD)
    char = 12 * 25.4 / 72
    assert 7 * char + PAD <= widths[3] < widths[2]
