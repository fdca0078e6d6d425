"""Running text on PDF pages: footnotes at their feet, pages of another size, blocks set narrower, parts of a sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import pytest
from canvases import broken, drawn, put, put_lines

from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_bytes

Row = tuple[str, str, str]
TITLE = "芦滩县渡口安全整治方案"
TASKS = [
    ("排查隐患", "县交通运输局", "县应急局"),
    ("更新船只", "县财政局", "县农业农村局"),
    ("培训船工", "县人力资源社会保障局", "县教育局"),
]
ROWS: list[Row] = [
    (task, body, role) for task, *bodies in TASKS for body, role in zip(bodies, ("lead", "support"), strict=True)
]
FILLER = "渡口分布在沿江两岸，水面宽窄不一，汛期流速很快，枯水期多有浅滩，近三年共有险情六起。"


def sentences(mark: str = "", filler: int = 1) -> list[str]:
    """Items one, two, three; ``mark`` stands behind what each is called."""
    return [
        f"{number}、{task}{mark}。{FILLER * filler}（牵头单位：{lead}；配合单位：{support}）"
        for number, (task, lead, support) in zip("一二三", TASKS, strict=True)
    ]


def wrapped(texts: Sequence[str], width: int) -> list[str]:
    return [line for text in texts for line in broken(text, width)]


def opened(data: bytes) -> Document:
    (document,) = read_bytes(data, "方案.pdf")
    return document


def rows(document: Document) -> list[Row]:
    return [(row.clause.heading.rstrip("①¹1"), row.department.name, row.role) for row in extract(document)]


@pytest.mark.parametrize(
    ("mark", "note"), [("①", "①渡口名录另行公布。"), ("¹", "1 渡口名录另行公布。"), ("1", "1.渡口名录另行公布。")]
)
@pytest.mark.parametrize("parted", range(3, 10))
def test_a_footnote_stands_within_the_sentence_that_goes_on_overleaf(mark: str, note: str, parted: int) -> None:
    lines = wrapped(sentences(mark), 36)

    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        put_lines(canvas, 60, 130, lines[:parted])
        put(canvas, 60, 760, note, 9)
        canvas.showPage()
        put_lines(canvas, 60, 90, lines[parted:])

    document = opened(drawn(draw))
    assert rows(document) == ROWS
    assert "脚注 1 条只作注释，不作任务读" in document.notes
    assert "渡口名录另行公布" in document.text


def test_footnotes_of_the_last_page_take_over_no_bodies() -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        put_lines(canvas, 60, 130, wrapped(sentences("1"), 36))
        put(canvas, 60, 740, "1.渡口名录由县里另行公布，", 9)
        put(canvas, 60, 754, "每年更新。", 9)

    assert rows(opened(drawn(draw))) == ROWS


@pytest.mark.parametrize("small", ["1.渡口名录另行公布。", "联系人：县里的老李", "5 渡口名录另行公布。"])
def test_small_type_to_which_nothing_refers_is_no_footnote(small: str) -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        put_lines(canvas, 60, 130, wrapped(sentences(), 36))
        put(canvas, 60, 740, small, 9)

    assert not any("脚注" in note for note in opened(drawn(draw)).notes)


def narrow_page(canvas: Any) -> None:
    canvas.setPageSize((420, 842))
    put(canvas, 90, 80, TITLE, 18)
    put_lines(canvas, 60, 130, wrapped(sentences(), 24))


def wide_page(canvas: Any) -> None:
    canvas.setPageSize((842, 842))
    put_lines(canvas, 60, 130, wrapped([FILLER * 4] * 3, 58))


@pytest.mark.parametrize(
    "pages", [(narrow_page, wide_page), (wide_page, narrow_page), (narrow_page, wide_page, wide_page)]
)
def test_pages_of_another_size(pages: Sequence[Callable[[Any], None]]) -> None:
    def draw(canvas: Any) -> None:
        for page in pages:
            page(canvas)
            canvas.showPage()

    assert rows(opened(drawn(draw))) == ROWS


def test_a_block_set_narrower_than_the_text_around_it() -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        put_lines(canvas, 60, 130, wrapped([FILLER * 3], 38))
        put_lines(canvas, 60, 230, wrapped(sentences(), 22))
        put_lines(canvas, 60, 560, wrapped([FILLER * 3], 38))

    assert rows(opened(drawn(draw))) == ROWS


@pytest.mark.parametrize(
    ("end", "start"), [("以旧换", "新”并妥善"), ("每名高级船", "工）8000元并"), ("推行", "船“证照合一”并")]
)
def test_a_line_ends_early_where_the_next_word_and_its_marks_had_no_room(end: str, start: str) -> None:
    # 36 characters fill a line; of what stands here unbroken none can begin the next line, or end this one
    before = (FILLER + FILLER)[: 36 - len(end) - (4 if "8" in start else 3)]

    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        put_lines(canvas, 60, 130, [*wrapped([FILLER * 2], 36), f"{before[:-1]}，{end}", f"{start}做好登记。"])
        put_lines(canvas, 60, 260, wrapped(sentences(), 36))

    text = opened(drawn(draw)).text
    assert f"{end}{start}" in text.replace("\n", "") and f"{end}\n" not in text


def test_short_lines_of_a_list_stay_apart() -> None:
    labelled = [
        line
        for number, (task, lead, support) in enumerate(TASKS, 1)
        for line in (f"（{'一二三'[number - 1]}）{task}", f"牵头单位：{lead}", f"配合单位：{support}")
    ]

    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        put_lines(canvas, 60, 130, wrapped([FILLER * 3], 38))
        put_lines(canvas, 84, 230, labelled)

    assert rows(opened(drawn(draw))) == ROWS


CELLS = [("序号", "工作任务", "牵头单位", "配合单位"), *((str(number), *task) for number, task in enumerate(TASKS, 1))]


def columns(canvas: Any, first: int, last: int, *, ruled: bool, top: float = 110) -> None:
    for number, row in enumerate(CELLS):
        for place, words in enumerate(row[first:last]):
            if ruled:
                canvas.rect(60 + 120 * place, 842 - top - 18 * (number + 1), 120, 18)
            put(canvas, 64 + 120 * place, top + 18 * number + 13, words, 10)


@pytest.mark.parametrize(("ruled", "first_on_second"), [(True, 2), (True, 3), (False, 2)])
def test_a_sheet_printed_over_two_pages(ruled: bool, first_on_second: int) -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        columns(canvas, 0, first_on_second, ruled=ruled)
        if ruled:
            put(canvas, 60, 300, "注：每季度末报送进展。", 10)
        canvas.showPage()
        columns(canvas, first_on_second, 4, ruled=ruled)

    document = opened(drawn(draw))
    assert rows(document) == ROWS
    assert any("接成一张" in note for note in document.notes)


def test_a_list_of_persons_overleaf_is_no_part_of_the_table() -> None:
    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        columns(canvas, 0, 4, ruled=True)
        canvas.showPage()
        for number, row in enumerate([("单位", "联系人"), ("县财政局", "甲"), ("县教育局", "乙"), ("县水利局", "丙")]):
            for place, words in enumerate(row):
                canvas.rect(60 + 120 * place, 842 - 110 - 18 * (number + 1), 120, 18)
                put(canvas, 64 + 120 * place, 110 + 18 * number + 13, words, 10)

    assert rows(opened(drawn(draw))) == ROWS


@pytest.mark.parametrize(("degrees", "x", "y"), [(0, 20, 100), (90, 550, 60)])
def test_a_page_that_is_placed_on_another_made_smaller(degrees: int, x: float, y: float) -> None:
    def draw(canvas: Any) -> None:
        canvas.beginForm("page")
        put(canvas, 200, 80, TITLE, 18)
        for number, row in enumerate(CELLS):
            for place, words in enumerate(row):
                canvas.rect(60 + 80 * place, 842 - 146 - 36 * number, 80, 36)
                put_lines(canvas, 64 + 80 * place, 124 + 36 * number, broken(words, 6, 0), 14)
        canvas.endForm()
        canvas.translate(x, y)
        canvas.rotate(degrees)
        canvas.scale(0.7, 0.7)
        canvas.doForm("page")

    assert rows(opened(drawn(draw))) == ROWS


@pytest.mark.parametrize("place", ["left", "centre"])
def test_words_longer_than_their_cells_stay_in_them(place: str) -> None:
    edges = [60.0, 90.0, 150.0, 240.0, 330.0, 420.0]
    head = ("序号", "工作任务", "工作内容", "牵头单位", "配合单位")
    cells = [
        head,
        *((str(number), task, "汛期以前逐处完成不留死角", *who) for number, (task, *who) in enumerate(TASKS, 1)),
    ]

    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        for number, row in enumerate(cells):
            for (left, right), words in zip(pairwise(edges), row, strict=True):
                canvas.rect(left, 842 - 128 - 18 * number, right - left, 18)
                middle = (left + right - 10 * len(words)) / 2
                put(canvas, left + 6 if place == "left" else middle, 123 + 18 * number, words, 10)

    document = opened(drawn(draw))
    assert rows(document) == ROWS
    assert any("印出了所在的格子" in note and "不留死角" in note for note in document.notes)


@pytest.mark.parametrize("centred", [False, True])
@pytest.mark.parametrize("number", [("序号",), ("序", "号")])
def test_a_head_over_others_without_ruled_lines(number: Sequence[str], centred: bool) -> None:
    edges = (60.0, 110.0, 230.0, 370.0, 500.0)
    heads = [(*number[:1], 0, 1, 0), ("工作任务", 1, 2, 0), ("责任分工", 2, 4, 0)]
    heads += [(words, 0, 1, 1) for words in number[1:]]
    heads += [("牵头单位", 2, 3, len(number)), ("配合单位", 3, 4, len(number))]

    def draw(canvas: Any) -> None:
        put(canvas, 200, 80, TITLE, 18)
        for words, first, last, line in heads:
            middle = (edges[first] + edges[last] - 10 * len(words)) / 2
            put(canvas, middle if centred else edges[first], 120 + 14 * line, words, 10)
        for turn, row in enumerate(CELLS[1:]):
            for left, words in zip(edges, row, strict=False):
                put(canvas, left, 160 + 18 * turn, words, 10)

    assert rows(opened(drawn(draw))) == ROWS


def test_a_bracket_that_goes_on_below_a_line_with_a_gap() -> None:
    """Words that were not recognised below a seal leave a gap in a line, which makes no table of it."""

    def draw(canvas: Any) -> None:
        put(canvas, 78, 140, "一、开展普查登记，完成不可移动文物复核。（县文旅局牵头，县自然资源局、", 14)
        put(canvas, 50, 164, "各乡镇人民政府配合）", 14)
        put(canvas, 78, 188, "二、强化安全防范。", 14)
        put(canvas, 78 + 14 * 11, 188, "消防设施，严打盗掘犯罪。（县公安局、", 14)
        put(canvas, 50, 212, "县消防救援大队按职责分工负责）", 14)
        put(canvas, 78, 236, "三、推动活化利用，开发研学线路，培育文创产品。（县文旅局牵头，县教育局、", 14)
        put(canvas, 50, 260, "团县委配合）", 14)

    text = opened(drawn(draw)).text
    assert "（县公安局、县消防救援大队按职责分工负责）" in text
