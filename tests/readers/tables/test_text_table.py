"""Tables in plain text: where they are, and which column each piece comes to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raci.readers.tables.table_starts import maybe
from raci.readers.tables.text_table import grids
from raci.rules.cell_content import cell_content

Rows = list[dict[int, str]]


def rows(text: str) -> list[Rows]:
    """Each table of a text: its rows, each with the words of its cells by column."""
    found = []
    for table in grids(list(enumerate(text.split("\n")))):
        cells: dict[int, dict[int, str]] = {}
        for cell in table.cells:
            cells.setdefault(cell.row, {})[cell.column] = "".join(words for _, words in cell.pieces)
        found.append([cells[row] for row in sorted(cells)])
    return found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一、总体要求\n坚持问题导向。\n二、重点任务",
        "责任单位：县财政局\n配合单位：县教育局",
        "地址\t县城东路\n邮编\t000000",
        "姓名|年龄\n张三|三十",
        "各单位要落实责任，加强配合。\n各部门要分工负责。",
        "云岭市重点任务清单\n一、清理河道",
    ],
)
def test_no_table_where_there_is_none(text: str) -> None:
    assert rows(text) == []


def test_a_quick_look_sees_what_may_be_a_table() -> None:
    assert not maybe("一、总体要求\n坚持问题导向。")
    assert maybe("任务\t责任单位\n修桥\t县交通局")
    assert maybe("任务\t甲部\n修桥\tA")
    assert maybe("任务    甲部\n修桥    A")


HEAD = ["序号", "任务", "牵头单位", "配合单位"]
FIRST = ["1", "修缮老码头栈桥", "县交通局", "县财政局、县水利局"]
SECOND = ["2", "开行夜间公交", "县城管局", "县公安局"]
SEPARATORS = ["\t", "|", " | ", "    ", "\u3000", "\u3000\u3000", "\n"]


@pytest.mark.parametrize("separator", SEPARATORS)
def test_pieces_come_to_their_columns_whatever_parts_them(separator: str) -> None:
    text = "\n".join(["分工如下", *(separator.join(cells) for cells in (HEAD, FIRST, SECOND))])
    assert rows(text) == [[dict(enumerate(cells)) for cells in (HEAD, FIRST, SECOND)]]


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("letters", ["A-", "ZD0", "B"])
def test_numbers_may_have_letters_before_them(separator: str, letters: str) -> None:
    # the end of the second task looks like a body's
    tasks = (["1", "修缮老码头栈桥", *FIRST[2:]], ["2", "整改问题厕所", *SECOND[2:]])
    lines = [HEAD, *([letters + number, *cells] for number, *cells in tasks)]
    text = "\n".join(["分工如下", *(separator.join(cells) for cells in lines)])
    assert rows(text) == [[dict(enumerate(cells)) for cells in lines]]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # merged away: the number and the task stand in the first row alone
        (["1\t修桥\t县交通局\t县财政局", "县水利局\t县教育局"], {2: "县水利局", 3: "县教育局"}),
        (["1\t修桥\t县交通局\t县财政局", "2\t修路\t同上\t〃"], {0: "2", 1: "修路", 2: "同上", 3: "〃"}),
        (["一\t修桥\t县交通局", "二\t修路\t县住建局"], {0: "二", 1: "修路", 2: "县住建局"}),
        (["1\t修桥\t县交通局\t县财政局", "一、民生改善", "2\t修路\t县住建局"], {0: "2", 1: "修路", 2: "县住建局"}),
    ],
)
def test_short_rows(lines: list[str], expected: dict[int, str]) -> None:
    ((*_, last),) = rows("\n".join(["\t".join(HEAD), *lines]))
    assert last == expected


def test_a_title_above_stacked_heads_is_none_of_them() -> None:
    (table,) = rows("\n".join(["云岭市责任清单", *HEAD, *FIRST, *SECOND]))
    assert table[0] == dict(enumerate(HEAD))


def test_a_dash_is_a_cell_of_its_own() -> None:
    (table,) = rows("\n".join([*HEAD, "1", "修缮老码头栈桥", "县交通局", "—", *SECOND]))
    assert table[1] == {0: "1", 1: "修缮老码头栈桥", 2: "县交通局", 3: "—"}


def test_a_name_that_is_cut_is_no_two_names() -> None:
    lines = [*HEAD, *FIRST, "2", "开行夜间公交", "县城管局、县市", "场监管局", "县公安局"]
    (table,) = rows("\n".join(lines))
    assert table[2][2] == "县城管局、县市场监管局"


def test_names_behind_a_full_stop_are_the_next_cell() -> None:
    lines = [*HEAD, "1", "扩建县政务服务中心。", "县政务服务中心", "县财政局", *SECOND]
    (table,) = rows("\n".join(lines))
    assert table[1] == {0: "1", 1: "扩建县政务服务中心。", 2: "县政务服务中心", 3: "县财政局"}


def test_a_body_and_a_date_are_two_cells() -> None:
    lines = ["序号", "任务", "责任单位", "完成时限", "1", "扩建社区食堂", "县民政局", "县财政局", "12月底前"]
    (table,) = rows("\n".join([*lines, "2", "修缮老码头栈桥", "县交通局", "9月底前"]))
    assert table[1] == {0: "1", 1: "扩建社区食堂", 2: "县民政局县财政局", 3: "12月底前"}


def test_cells_that_bars_close_stand_in_their_columns_and_a_chapter_ends_those_right_of_it() -> None:
    cells = ["类别", "类型", "公开内容", "责任科室"]
    cells += ["政策文件", "规范性文件", "文件全文和目录。", "办公室", "政策解读", "解读材料。", "法规科"]
    cells += ["派驻机构及直属单位", "", "各单位职能。", "办公室"]
    (table,) = rows("\n|\n".join(cells) + "\n|")
    assert table[2:] == [
        {1: "政策解读", 2: "解读材料。", 3: "法规科"},
        {0: "派驻机构及直属单位", 2: "各单位职能。", 3: "办公室"},
    ]
    (found,) = grids(list(enumerate(("\n|\n".join(cells) + "\n|").split("\n"))))
    spans = {(cell.row, cell.column): cell.rowspan for cell in found.cells if cell.row}
    assert (spans[1, 0], spans[2, 1]) == (2, 1), "政策解读 does not reach into the next 类别"


def test_a_row_that_breaks_off_goes_on_in_a_line_without_a_number() -> None:
    (table,) = rows(
        "|序号|任务|责任单位|\n|1|疏浚东郊干渠，|县水利局、|\n||新建水闸两座|县交通局|\n|2|扩建社区食堂|县民政局|"
    )
    assert table[1] == {0: "1", 1: "疏浚东郊干渠，新建水闸两座", 2: "县水利局、县交通局"}
    assert table[2][1] == "扩建社区食堂"


def test_a_table_drawn_with_lines() -> None:
    text = "┌──┬────┬────┐\n│序号│任务│责任单位│\n├──┼────┼────┤\n│1│修缮老码头栈桥│县交通局│\n└──┴────┴────┘"
    assert rows(text) == [[{0: "序号", 1: "任务", 2: "责任单位"}, {0: "1", 1: "修缮老码头栈桥", 2: "县交通局"}]]


def test_a_long_head_line_is_a_head() -> None:
    remark = "（按照全县重点工作部署逐项细化分解，形成清单，" + "定期调度，" * 20 + "年底评估）"
    (table,) = rows(f"序号\t任务{remark}\t责任单位{remark}\n1\t修缮老码头栈桥\t县交通局\n2\t扩建社区食堂\t县民政局")
    assert table[1] == {0: "1", 1: "修缮老码头栈桥", 2: "县交通局"}


@pytest.mark.parametrize("separator", ["\t", "    ", "\n"])
def test_a_long_table_is_whole(separator: str) -> None:
    cells = [[str(number), f"修缮{number}号栈桥", "县交通局", "县财政局"] for number in range(1, 601)]
    (table,) = rows("\n".join(separator.join(row) for row in [HEAD, *cells]))
    assert table == [dict(enumerate(row)) for row in [HEAD, *cells]]


WORDS = st.sampled_from(["修缮老码头栈桥", "开行夜间公交", "扩建社区食堂", "整治老旧楼道", "疏浚东郊干渠"])
BODIES = st.sampled_from(["县交通局", "县财政局", "县水利局", "县教育局", "县公安局、县司法局"])


@settings(max_examples=40, deadline=None)
@given(
    planted=st.lists(st.tuples(WORDS, BODIES, BODIES), min_size=2, max_size=6),
    separator=st.sampled_from(["\t", " | ", "    ", "\u3000\u3000", "\n"]),
    noise=st.lists(st.sampled_from(["一、总体要求", "坚持问题导向，聚焦突出问题。", "各地要高度重视。"]), max_size=3),
)
def test_a_planted_table_is_read_in_every_style(
    planted: list[tuple[str, str, str]], separator: str, noise: list[str]
) -> None:
    cells = [[str(number), *row] for number, row in enumerate(planted, 1)]
    lines = [*noise, *(separator.join(row) for row in [HEAD, *cells])]
    text = "\n".join(lines)
    (table,) = rows(text)
    assert table == [dict(enumerate(row)) for row in [HEAD, *cells]]
    for grid in grids(list(enumerate(lines))):
        assert all(words in text for cell in grid.cells for _, words in cell.pieces)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("", "empty"),
        ("—", "empty"),
        ("同上", "ditto"),
        ("12", "number"),
        ("一", "number"),
        ("（三）", "number"),
        ("R/A", "letters"),
        ("▲", "mark"),
        ("牵头", "role"),
        ("2026年6月底前", "date"),
        ("县水利局12月底前", "text"),
        ("竣工后12月底前", "date"),
        ("县财政局、县教育局", "bodies"),
        ("修缮老码头栈桥，完善设施。", "text"),
    ],
)
def test_what_stands_in_a_cell(words: str, kind: str) -> None:
    assert cell_content(words).kind == kind


@pytest.mark.parametrize(
    "head",
    [
        "序号 | 任务 | 责任单\n位 | 时限 |",
        "| 序号 | 任务 | 责任单 | 完成时 |\n| | | 位 | 限 |",
        "序号\t任务\t责任单\t完成时\n\t\t位\t限",
        "序号\n任务\n责任单\n位\n完成时\n限",
        "序号 |\n任务 |\n责任单\n位 |\n完成时\n限 |",
    ],
)
def test_a_head_that_breaks_in_its_last_letters_is_one(head: str) -> None:
    mark = "\t" if "\t" in head else "\n" if "|" not in head else " |\n" if "序号 |\n" in head else " | "
    closing = " |" if "|" in head else ""
    cells = [["1", "疏浚西塘河", "县水利局", "5月底"], ["2", "扩建老码头", "县交通局", "6月底"]]
    (table,) = rows("\n".join([head, *(mark.join(row) + closing for row in cells)]))
    assert table[1:] == [dict(enumerate(row)) for row in cells]


def test_two_heads_may_be_parted_by_a_blank() -> None:
    (table,) = rows("任务 责任单位\n疏浚西塘河两岸 县水利局\n扩建城东码头泊位 县交通局、县应急局")
    assert table[2] == {0: "扩建城东码头泊位", 1: "县交通局、县应急局"}


@pytest.mark.parametrize(
    "line", ["任务 责任单位\n各单位要认真落实。\n加强督查。", "工作 单位\n县水利局 县交通局\n县财政局 县民政局"]
)
def test_two_words_and_a_blank_are_no_heads_where_no_bodies_follow_on_tasks(line: str) -> None:
    assert rows(line) == []
