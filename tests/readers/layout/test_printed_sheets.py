"""PDF pages that are no plain text: facing pages, short columns, numbers of lines, cells cut off, parts of a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from canvases import broken, drawn, put, put_lines

from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_bytes

Row = tuple[str, str, str]
TITLE = "柳溪县便民实事清单"
A3 = (1190.0, 842.0)
TASKS = [
    ("修建公厕", "县城管局", "县财政局"),
    ("加装扶手", "县住房城乡建设局", "县残联"),
    ("增设站牌", "县交通运输局", "县公安局"),
    ("开放操场", "县教育局", "县文化和旅游局"),
]
ROWS: list[Row] = [
    (task, body, role) for task, *bodies in TASKS for body, role in zip(bodies, ("lead", "support"), strict=True)
]
HEAD = ("序号", "工作任务", "牵头单位", "配合单位")
CELLS = [HEAD, *((str(number), *task) for number, task in enumerate(TASKS, 1))]


def sentence(number: str, task: tuple[str, str, str]) -> str:
    return f"{number}{task[0]}。每个街道先做一处，再逐步推开。（牵头单位：{task[1]}；配合单位：{task[2]}）"


def labelled(number: str, task: tuple[str, str, str]) -> list[str]:
    return [f"{number}{task[0]}。", f"牵头单位：{task[1]}", f"配合单位：{task[2]}"]


def opened(data: bytes) -> Document:
    (document,) = read_bytes(data, "清单.pdf")
    return document


def rows(document: Document) -> list[Row]:
    return [(row.clause.heading, row.department.name, row.role) for row in extract(document)]


def grid(
    canvas: Any, x: float, top: float, cells: Sequence[Sequence[str]], widths: Sequence[float], **how: bool
) -> None:
    """Cells with words in them: ruled, centred, wrapped, clipped to their room."""
    for number, row in enumerate(cells):
        left, low = x, top + 18 * (number + 1)
        for width, words in zip(widths, row, strict=True):
            canvas.saveState()
            if how.get("ruled"):
                canvas.rect(left, 842 - low, width, 18)
            if how.get("clip"):
                path = canvas.beginPath()
                path.rect(left + 1, 842 - low, width - 2, 18)
                canvas.clipPath(path, stroke=0, fill=0)
            lines = broken(words, int((width - 4) // 10), 0) if how.get("wrapped") else [words]
            for line, part in enumerate(lines):
                canvas.setFont("STSong-Light", 10)
                write, place = canvas.drawString, 3.0
                if how.get("centred"):
                    write, place = canvas.drawCentredString, width / 2
                elif how.get("right"):
                    write, place = canvas.drawRightString, width - 3
                write(left + place, 842 - low + 5 - 12 * line, part)
            canvas.restoreState()
            left += width


@pytest.mark.parametrize(
    "how", [{}, {"centred": True}, {"right": True}, {"wrapped": True}], ids=["cut", "centred", "right", "low"]
)
@pytest.mark.parametrize("ruled", [True, False])
def test_cells_that_are_printed_cut_off_keep_to_themselves(ruled: bool, how: dict[str, bool]) -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        grid(canvas, 60, 110, CELLS, (30, 50, 72, 52), clip=True, ruled=ruled, **how)

    document = opened(drawn(draw))
    assert rows(document) == ROWS
    assert any("没有印全" in note for note in document.notes)


def test_what_the_page_cuts_off_is_no_cell() -> None:
    def draw(canvas: Any) -> None:
        path = canvas.beginPath()
        path.rect(30, 30, 535, 780)
        canvas.clipPath(path, stroke=0, fill=0)
        put(canvas, 200, 80, TITLE, 18)
        for number, task in enumerate(TASKS):
            put_lines(canvas, 60, 130 + 80 * number, broken(sentence(f"{'一二三四'[number]}、", task), 36))
        put(canvas, 500, 700, "柳溪印务有限公司承印", 20)

    document = opened(drawn(draw))
    assert rows(document) == ROWS
    assert not any("没有印全" in note for note in document.notes)


def test_words_beside_the_page_are_told() -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        put_lines(canvas, 60, 130, broken(sentence("一、", TASKS[0]), 36))
        put_lines(canvas, 60, 900, broken(sentence("二、", TASKS[1]), 36))

    document = opened(drawn(draw))
    assert rows(document) == ROWS[:2]
    assert any("看不到的字" in note and "加装扶手" in note for note in document.notes)


@pytest.mark.parametrize("numbers", ["{}", "— {} —", "第 {} 页"])
def test_facing_pages_are_read_one_after_the_other(numbers: str) -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        marks = ["（一）", "（二）", "（三）", "（四）"]
        lines = [line for mark, task in zip(marks, TASKS, strict=True) for line in labelled(mark, task)]
        put_lines(canvas, 80, 130, lines[:6])
        put_lines(canvas, 675, 80, lines[6:])
        put(canvas, 290, 800, numbers.format(6), 10)
        put(canvas, 885, 800, numbers.format(7), 10)

    assert rows(opened(drawn(draw, A3))) == ROWS


def test_a_table_goes_on_on_the_facing_page() -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        grid(canvas, 60, 110, CELLS[:3], (40, 100, 120, 120), ruled=True)
        grid(canvas, 655, 80, CELLS[3:], (40, 100, 120, 120), ruled=True)
        put(canvas, 290, 800, "- 1 -", 10)
        put(canvas, 885, 800, "- 2 -", 10)

    assert rows(opened(drawn(draw, A3))) == ROWS


def test_facing_pages_without_numbers() -> None:
    marks = ["三、", "四、"]

    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        grid(canvas, 77, 110, CELLS[:3], (60, 120, 120, 120))
        lines = [line for mark, task in zip(marks, TASKS[2:], strict=True) for line in broken(sentence(mark, task), 34)]
        closing = broken("五、建立台账。逐件登记，每月通报一次进展，年底前请群众代表逐件评议，评议结果向社会公开。", 34)
        put_lines(canvas, 675, 80, [*lines, *closing], 26)

    assert rows(opened(drawn(draw, A3))) == ROWS


def test_a_wide_table_without_rules_is_one_page() -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 500, 80, TITLE, 18)
        grid(canvas, 80, 110, CELLS, (60, 535, 240, 200))

    assert rows(opened(drawn(draw, A3))) == ROWS


def test_a_wide_table_with_a_number_below_is_one_page() -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 500, 80, TITLE, 18)
        grid(canvas, 100, 110, CELLS, (60, 300, 300, 300), ruled=True)
        put(canvas, 590, 800, "1", 10)

    assert rows(opened(drawn(draw, A3))) == ROWS


@pytest.mark.parametrize("marks", [["1.", "2.", "3.", "4."], ["一、", "二、", "三、", "四、"]])
def test_two_columns_of_a_few_lines(marks: list[str]) -> None:
    lines = [line for mark, task in zip(marks, TASKS, strict=True) for line in broken(sentence(mark, task), 20)]

    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        half = (len(lines) + 1) // 2
        put_lines(canvas, 50, 130, lines[:half])
        put_lines(canvas, 320, 130, lines[half:])

    assert rows(opened(drawn(draw))) == ROWS


@pytest.mark.parametrize("below", [False, True])
def test_a_table_without_rules_below_two_columns(below: bool) -> None:
    heads = [
        ("工作任务", "牵头单位", "配合单位"),
        ("清运垃圾", "县环卫所", "县水利局"),
        ("疏通沟渠", "县水利局", "县气象局"),
    ]

    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        lines = [
            line
            for mark, task in zip("一二三四", TASKS, strict=True)
            for line in broken(sentence(f"{mark}、", task), 20)
        ]
        half = (len(lines) + 1) // 2
        put_lines(canvas, 50, 130, lines[:half])
        put_lines(canvas, 310, 130, lines[half:])
        grid(canvas, 50, 340, heads, (190, 100, 200))
        if below:
            marked = zip("五六", ("清理杂物", "粉刷墙面"), strict=True)
            more = [broken(sentence(f"{mark}、", (task, "县城管局", "县住建局")), 20) for mark, task in marked]
            for column, words in enumerate(more):
                put_lines(canvas, 50 + 260 * column, 450, words)

    expected = [
        *ROWS,
        *(
            (task, body, role)
            for task, *bodies in heads[1:]
            for body, role in zip(bodies, ("lead", "support"), strict=True)
        ),
    ]
    if below:
        expected += [
            (task, *one) for task in ("清理杂物", "粉刷墙面") for one in (("县城管局", "lead"), ("县住建局", "support"))
        ]
    assert rows(opened(drawn(draw))) == expected


def test_cells_cut_off_whose_letters_are_printed_one_by_one() -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        left = 60.0
        for column, width in enumerate((30, 50, 72, 72)):
            for number, row in enumerate(CELLS):
                low = 842 - (110 + 18 * (number + 1))
                canvas.saveState()
                path = canvas.beginPath()
                path.rect(left + 1, low, width - 2, 18)
                canvas.clipPath(path, stroke=0, fill=0)
                for place, letter in enumerate(row[column]):
                    put(canvas, left + 3 + 10 * place, 842 - low - 5, letter, 10)
                canvas.restoreState()
            left += width

    document = opened(drawn(draw))
    assert rows(document) == ROWS
    assert any("没有印全" in note and "县住房城乡建设局" in note for note in document.notes)


def test_labels_set_in_below_tasks_that_are_not() -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        for number, (task, lead, support) in enumerate(TASKS):
            put(canvas, 60, 130 + 60 * number, f"{'一二三四'[number]}、{task}")
            put_lines(canvas, 100, 150 + 60 * number, [f"牵头单位：{lead}", f"配合单位：{support}"])

    assert rows(opened(drawn(draw))) == ROWS


def test_tasks_side_by_side_that_count_across_stay_in_their_rows() -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        put_lines(canvas, 60, 130, ["1.修建公厕（县城管局）", "3.增设站牌（县公安局）"])
        put_lines(canvas, 330, 130, ["2.加装扶手（县残联）", "4.开放操场（县教育局）"])

    assert [row[1] for row in rows(opened(drawn(draw)))] == ["县城管局", "县残联", "县公安局", "县教育局"]


@pytest.mark.parametrize("every", [1, 5])
@pytest.mark.parametrize("x", [40, 505])
def test_numbers_of_lines_are_left_out(x: float, every: int) -> None:
    sentences = [sentence(f"{mark}、", task) for mark, task in zip("一二三四", TASKS, strict=True)]
    lines = [line for words in sentences for line in broken(words, 20)]

    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        put_lines(canvas, 80, 130, lines)
        for number in range(every, len(lines) + 1, every):
            put(canvas, x, 130 + 20 * (number - 1), str(number), 8)

    document = opened(drawn(draw))
    assert rows(document) == ROWS
    assert any("行号" in note for note in document.notes)


def test_numbers_of_tasks_in_a_table_without_lines_stay() -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        grid(canvas, 60, 110, CELLS, (60, 120, 120, 120))

    document = opened(drawn(draw))
    assert rows(document) == ROWS
    assert document.notes == ()


@pytest.mark.parametrize("mark", ["{}.", "（{}）", "{}、"])
def test_lines_below_a_number_that_hangs_out(mark: str) -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        top = 130
        for number, task in enumerate(TASKS, 1):
            lines = broken(sentence("", task), 24, 0)
            put(canvas, 60, top, mark.format(number if "." in mark else "一二三四"[number - 1]))
            put_lines(canvas, 120, top, lines)
            top += 20 * len(lines)

    assert rows(opened(drawn(draw))) == ROWS


def test_a_head_over_two_lines_without_ruled_lines() -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        grid(canvas, 60, 110, [("序", "工作任务", "牵头单位", "配合单位"), ("号", "", "", "")], (30, 120, 130, 130))
        grid(canvas, 60, 150, CELLS[1:], (30, 120, 130, 130))

    assert rows(opened(drawn(draw))) == ROWS


def test_columns_of_a_sheet_that_are_printed_on_the_next_page() -> None:
    def draw(canvas: Any) -> None:
        grid(canvas, 60, 110, [row[:2] for row in CELLS], (60, 300), ruled=True)
        canvas.showPage()
        grid(canvas, 60, 110, [row[2:] for row in CELLS], (200, 200), ruled=True)

    document = opened(drawn(draw))
    assert rows(document) == ROWS
    assert any("接成一张" in note for note in document.notes)


@pytest.mark.parametrize("degrees", [90, -90])
def test_heads_on_their_side_belong_to_their_columns(degrees: int) -> None:
    widths = (30, 120, 120, 120)

    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        left = 60.0
        for width, words in zip(widths, HEAD, strict=True):
            canvas.rect(left, 842 - 180, width, 70)
            canvas.saveState()
            canvas.setFont("STSong-Light", 10)
            canvas.translate(left + 15, 842 - (175 if degrees > 0 else 115))
            canvas.rotate(degrees)
            canvas.drawString(0, 0, words)
            canvas.restoreState()
            left += width
        grid(canvas, 60, 180, CELLS[1:], widths, ruled=True)

    assert rows(opened(drawn(draw))) == ROWS


def test_a_table_on_its_side_below_upright_words_stays_a_table() -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        put_lines(canvas, 60, 120, broken("各单位要细化措施、压实责任，按月报送进展，确保各项实事如期完成。", 36))
        canvas.translate(500, 100)
        canvas.rotate(90)
        grid(canvas, 0, 842 - 300, CELLS, (30, 120, 120, 120), ruled=True)

    assert rows(opened(drawn(draw))) == ROWS


def test_a_page_written_from_top_to_bottom() -> None:
    lines = [TITLE, *(line for turn, task in enumerate(TASKS) for line in broken(sentence(f"{turn + 1}.", task), 34))]

    def draw(canvas: Any) -> None:
        for number, line in enumerate(lines):
            for place, letter in enumerate(line):
                put(canvas, 540 - 24 * number, 80 + 14 * place, letter)

    assert rows(opened(drawn(draw))) == ROWS


def test_a_column_of_single_letters_turns_no_page() -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        grid(canvas, 60, 110, CELLS, (40, 120, 120, 120), ruled=True)
        for place, letter in enumerate("建设类事项由县里统筹推进并按月通报"):
            put(canvas, 30, 120 + 14 * place, letter)

    assert set(ROWS) <= set(rows(opened(drawn(draw))))


def test_what_stands_below_the_number_of_each_page_is_no_part_of_the_text() -> None:
    lines = [
        line for mark, task in zip("一二三四", TASKS, strict=True) for line in broken(sentence(f"{mark}、", task), 30)
    ]

    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        for page, begin in enumerate(range(0, len(lines), 3), 1):
            put_lines(canvas, 80, 130, lines[begin : begin + 3])
            put(canvas, 290, 780, f"— {page} —", 9)
            put(canvas, 80, 800, "联系电话：5550123　承办单位：县档案馆", 9)
            canvas.showPage()

    document = opened(drawn(draw))
    assert rows(document) == ROWS
    assert any("页脚" in note for note in document.notes)


def tiles(columns: Sequence[Sequence[int]], bands: Sequence[Sequence[int]], *, over: bool) -> list[list[list[str]]]:
    """The cells on each page of a sheet that is printed over pages: its columns and rows, and which come first."""
    pages = [(band, part) for band in bands for part in columns] if over else []
    pages = pages or [(band, part) for part in columns for band in bands]
    return [[[CELLS[row][column] for column in part] for row in band] for band, part in pages]


def printed(pages: Sequence[Sequence[Sequence[str]]], *, ruled: bool = True) -> bytes:
    def draw(canvas: Any) -> None:
        for page in pages:
            grid(canvas, 60, 110, page, [120] * len(page[0]), ruled=ruled)
            canvas.showPage()

    return drawn(draw)


@pytest.mark.parametrize("over", [True, False], ids=["over", "down"])
@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "unruled"])
@pytest.mark.parametrize("columns", [[[0, 1], [2], [3]], [[0, 1], [2, 3]]], ids=["three", "two"])
def test_a_sheet_over_pages_side_by_side_and_below(columns: list[list[int]], ruled: bool, over: bool) -> None:
    document = opened(printed(tiles(columns, [[0, 1, 2], [3, 4]], over=over), ruled=ruled))
    assert rows(document) == ROWS
    assert any("左右分印" in note for note in document.notes)


def test_heads_and_columns_that_each_page_repeats_are_read_once() -> None:
    document = opened(printed(tiles([[0, 1], [0, 1, 2], [0, 1, 3]], [[0, 1, 2], [0, 3, 4]], over=False)))
    assert rows(document) == ROWS


def test_tables_of_their_own_on_pages_stay_apart() -> None:
    halves = [CELLS[:3], [HEAD, *CELLS[3:]], [("序号", "工作任务", "责任单位"), ("1", "修补围墙", "县民政局")]]
    document = opened(printed(halves))
    assert rows(document) == [*ROWS, ("修补围墙", "县民政局", "responsible")]


def test_numbers_in_the_first_column_of_a_table_are_no_line_numbers() -> None:
    tasks = [(f"第{number}批公厕改造和周边绿化提升任务清单", "县城管局", "县财政局") for number in "一二三四五六七八九"]
    cells = [HEAD, *((str(number), *task) for number, task in enumerate(tasks, 1))]

    def draw(canvas: Any) -> None:
        for page in (cells[:5], cells[5:]):
            grid(canvas, 60, 110, page, (30, 240, 120, 120), ruled=True)
            canvas.showPage()

    document = opened(drawn(draw))
    assert len(rows(document)) == 18
    assert not any("行号" in note for note in document.notes)
