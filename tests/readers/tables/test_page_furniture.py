"""Page numbers, running heads and feet in plain text."""

from __future__ import annotations

import pytest
from texts import said

from raci.readers.documents.passages import Passage
from raci.readers.registry import read_text
from raci.readers.tables.paragraphs import paragraphs
from raci.readers.tables.text_grid import TextTable

BODY = (
    "一、重点任务\n1．改造锅炉。更新设备。（责任单位：州工信局、州市{}场监管局）\n2．推广光伏。（责任单位：州能源局）\n"
)
NAMES = ["州工信局", "州市场监管局", "州能源局"]


@pytest.mark.parametrize(
    "number",
    ["— 3 —", "- 3 -", "－ 3 －", "― 3 ―", "−3−", "·3·", "3", "第3页 共8页", "第 3 页", "共8页，第3页", "3/8", "— 3"],
)
@pytest.mark.parametrize("head", ["", "云岭州人民政府文件\n", "云岭州人民政府公报 2026年第3期\n"])
def test_what_stands_between_pages_is_no_part_of_a_name(number: str, head: str) -> None:
    for furniture in (f"\n{number}\n{head}", f"\n{head}{number}\n", f"\n{number}\n\f{head}"):
        assert [name for name, _ in said("云岭州节能方案\n" + BODY.format(furniture))] == NAMES


def test_a_label_may_be_cut() -> None:
    text = "云岭州节能方案\n1．改造锅炉。更新设备。\n责任\n― 5 ―\n单位：州工信局、州财政局\n2．推广光伏。统一规划。\n"
    assert [name for name, _ in said(text)] == ["州工信局", "州财政局"]


def test_page_numbers_within_a_line_count_up() -> None:
    text = (
        "1．改造锅炉。（责任单位：州财— 7 —政局）2．推广光伏。（责任单位：州能源局— 8 —、州统计局）3．考核。达到—3—级。"
    )
    assert "".join(part.text for part in paragraphs(text)) == (
        "1．改造锅炉。（责任单位：州财政局）2．推广光伏。（责任单位：州能源局、州统计局）3．考核。达到—3—级。"
    )


def test_the_document_says_how_much_was_left_out() -> None:
    document = read_text("云岭州节能方案\n" + BODY.format("\n— 3 —\n云岭州人民政府文件\n"))[0]
    assert document.notes == ("页眉、页脚和页码未读 2 行",)


@pytest.mark.parametrize(
    "text",
    [
        "序号\n1\n改造锅炉\n州工信局\n2\n推广光伏\n州能源局",
        "云岭州人民政府文件\n云政发〔2026〕3号\n云岭州节能方案\n一、重点任务",
        # names that a list repeats are cut alike over and over
        "\n".join(
            f"{n}．改造第{n}号锅炉，更新设备，加强巡查。\n责任单位：州工信局、州财政局、\n各县市区政府\n完成时限：6月底"
            for n in range(1, 5)
        ),
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    words = "".join(_words(part) for part in paragraphs(text))
    assert sorted(words) == sorted("".join(text.split()))


def _words(part: Passage | TextTable) -> str:
    """All the words of a paragraph or table."""
    if isinstance(part, Passage):
        return part.text
    return "".join(words for cell in part.cells for group in cell.paragraphs() for _, words in group)


def test_numbers_that_count_something_or_number_the_rows_of_a_table_stay() -> None:
    for text in (
        "全面梳理监测实施情况，\n30\n个工作日内，按要求报送材料并向社会公布结果。",
        "\n".join(f"{n}\n改造项目\n第{n}处\n州工信局\n年底前\n专项资金\n正在办理\n已经立项\n无" for n in range(1, 6)),
    ):
        words = "".join(_words(part) for part in paragraphs(text))
        assert sorted(words) == sorted("".join(text.split()))
