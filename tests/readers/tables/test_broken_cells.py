"""Tables in plain text: cells and heads that break over lines, traditional characters, one above the other."""

from __future__ import annotations

import pytest

from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_text
from raci.readers.tables.cut_heads import join_cut_heads

BRIDGE = ("修缮老码头栈桥", {("县交通局", "lead"), ("县水利局", "support")})
CANTEEN = ("扩建社区食堂", {("县民政局", "lead"), ("县商务局", "support"), ("县财政局", "support")})


def tasks(text: str) -> dict[str, set[tuple[str, str]]]:
    """Who has which part in which task, by the tables of a text."""
    found: dict[str, set[tuple[str, str]]] = {}
    (document,) = read_text(f"云岭县任务分工\n\n{text}")
    assert isinstance(document, Document)
    for one in extract(document):
        found.setdefault(one.clause.heading, set()).add((one.department.name, one.role))
    return found


@pytest.mark.parametrize(
    "text",
    [
        # quoted, as a spreadsheet hands it out
        '序号\t任务\t"牵头\n单位"\t"配合\n单位"\n1\t修缮老码头栈桥\t县交通局\t县水利局\n'
        '2\t扩建社区食堂\t县民政局\t"县商务局\n县财政局"',
        "序号\t任务\t牵头\n单位\t配合\n单位\n1\t修缮老码头栈桥\t县交通局\t县水利局\n2\t扩建社区食堂\t县民政局\t县商务局、县财政局",
        "序\n号\n工作\n任务\n牵头\n单位\n配合\n单位\n1\n修缮老码头栈桥\n县交通局\n县水利局\n2\n扩建社区食堂\n县民政局\n县商务局、县财政局",
        "| 任务 | 牵头<br>单位 | 配合<br/>单位 |\n|---|---|---|\n| 修缮老码头栈桥 | 县交通局 | 县水利局 |\n"
        "| 扩建社区食堂 | 县民政局 | 县商务局<BR>县财政局 |",
        "┌──┬──┐\n│任务│牵头单位│配合单位│\n├──┼──┤\n│修缮老码│县交通局│县水利局│\n│头栈桥│││\n├──┼──┤\n"
        "│扩建社区│县民政局│县商务局│\n│食堂││县财政局│\n└──┴──┘",
        "+---+---+---+\n| 任务 | 牵头单位 | 配合单位 |\n+===+===+===+\n| 修缮老码头 | 县交通 | 县水利局 |\n"
        "| 栈桥 | 局 | |\n"
        "+---+---+---+\n| 扩建社区食堂 | 县民政局 | 县商务局、 |\n|  |  | 县财政局 |\n+---+---+---+",
        "任务,牵头单位,配合单位\n修缮老码头栈桥,县交通局,县水利局\n扩建社区食堂,县民政局,县商务局、县财政局",
    ],
)
def test_cells_and_heads_that_break_over_lines_are_whole(text: str) -> None:
    assert tasks(text) == dict([BRIDGE, CANTEEN])


@pytest.mark.parametrize(
    "lines",
    [
        ["序号", "任务", "牵头单位", "配合单位", "1", "修桥", "县交通局"],
        # each is a head of its own
        ["类别", "任务", "内容", "牵头", "配合"],
        ["序号\t任务\t责任单位", "一、民生", "1\t修桥\t县交通局"],
        ["牵头", "单位", "各位代表", "现将有关情况报告如下"],
    ],
)
def test_heads_that_are_whole_stay_apart(lines: list[str]) -> None:
    numbered = list(enumerate(lines))
    assert join_cut_heads(numbered) == numbered


@pytest.mark.parametrize("separator", ["\t", " | ", "    ", "\u3000", " ", "\n", "\n\n"])
def test_traditional_characters_are_read_and_kept(separator: str) -> None:
    heads, first = ["序號", "工作任務", "牽頭單位", "參與單位"], ["1", "興建社區圖書館", "縣文化和旅遊局", "縣財政局"]
    second = ["2", "擴建鄉鎮衛生院", "縣衛生健康局", "縣發展和改革局、各鄉鎮"]
    assert tasks("\n".join(separator.join(cells) for cells in (heads, first, second))) == {
        "興建社區圖書館": {("縣文化和旅遊局", "lead"), ("縣財政局", "support")},
        "擴建鄉鎮衛生院": {("縣衛生健康局", "lead"), ("縣發展和改革局", "support"), ("各鄉鎮", "support")},
    }


@pytest.mark.parametrize("separator", ["\t", " | ", "    "])
@pytest.mark.parametrize("titles", [("", ""), ("表二\n", "表三\n")])
def test_tables_one_above_the_other_have_their_own_heads(separator: str, titles: tuple[str, str]) -> None:
    def table(*rows: tuple[str, ...]) -> str:
        return "\n".join(separator.join(row) for row in rows)

    first = table(
        ("任务", "责任单位", "时限"), ("修缮老码头栈桥", "县交通局", "三月底"), ("扩建食堂", "县民政局", "五月底")
    )
    second = table(("单位", "任务", "时限"), ("县教育局", "修建足球场", "六月底"), ("县林业局", "补种防护林", "九月底"))
    third = table(
        ("牵头单位", "配合单位", "事项"), ("县科协", "县工会", "举办科普展"), ("县文联", "县妇联", "组织采风")
    )
    assert tasks(f"{first}\n{titles[0]}{second}\n{titles[1]}{third}") == {
        "修缮老码头栈桥": {("县交通局", "responsible")},
        "扩建食堂": {("县民政局", "responsible")},
        "修建足球场": {("县教育局", "responsible")},
        "补种防护林": {("县林业局", "responsible")},
        "举办科普展": {("县科协", "lead"), ("县工会", "support")},
        "组织采风": {("县文联", "lead"), ("县妇联", "support")},
    }


def test_persons_by_post_stand_below_their_head_in_short_rows() -> None:
    text = (
        "序号｜任务｜举措｜分管领导｜牵头单位｜时限\n1｜扩充学位｜新建小学两所｜县委常委李明｜县教体局｜8月\n"
        "改扩建初中一所｜副县长王芳｜县住建局｜9月\n2｜关爱学生｜设置辅导室｜副县长王芳｜团县委｜6月"
    )
    assert tasks(text)["改扩建初中一所"] == {("副县长王芳", "leader"), ("县住建局", "lead")}


def test_a_cell_may_say_who_does_what_in_words_of_its_own() -> None:
    text = (
        "序号\t任务\t责任单位及分工\n1\t修建公园\t牵头：县住建局；配合：县财政局\n"
        "2\t打通道路\t县住建局牵头，县交通局配合"
    )
    assert tasks(text) == {
        "修建公园": {("县住建局", "lead"), ("县财政局", "support")},
        "打通道路": {("县住建局", "lead"), ("县交通局", "support")},
    }


def test_the_first_rows_of_a_short_text_are_no_running_head() -> None:
    head = "序号 工作任务 牵头单位 配合单位"
    rows = [
        "1 修订预案 县应急局 县水利局",
        "2 储备物资 县应急局 县发改局",
        "— 3 —",
        head,
        "3 开展演练 县教育局 县公安局",
    ]
    text = "\n".join([head, *rows])
    assert list(tasks(text)) == ["修订预案", "储备物资", "开展演练"]
