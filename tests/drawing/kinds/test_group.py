"""Groups as offices draw them: who is in which row, one group a sheet, large ones on several."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from pictures import SVG, compose, render

from raci.pipeline import analyses

PLAN = (
    "云泽市绿道建设实施方案\n一、组织领导。成立云泽市绿道建设工作领导小组，由分管副市长任组长，市园林局局长任副组长，"
    "市教育局、市体育局为成员单位。领导小组办公室设在市园林局。\n二、加强管护。（责任单位：市园林局）\n"
)


def texts(svg: bytes) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}text")]


def test_everybody_stands_in_the_row_of_the_position() -> None:
    (analysis,) = analyses(PLAN)
    shown = texts(render(analysis, "group"))
    order = ["组长", "分管副市长", "副组长", "市园林局局长", "成员单位", "市教育局", "市体育局", "办公室", "办公室设在"]
    position = 0
    for words in order:  # the legend and the caption stand above
        position = shown.index(words, position) + 1
    assert any("云泽市绿道建设工作领导小组" in words for words in shown)


def test_each_group_has_a_sheet() -> None:
    second = "三、防汛。成立云泽市防汛指挥部，由市长任总指挥，市水务局为成员单位。（责任单位：市水务局）\n"
    (analysis,) = analyses(PLAN + second)
    assert len(compose(analysis, "group").sheets) == 2


def test_a_large_group_goes_on_in_legible_letters() -> None:
    letters = "东南西北中上下左右前后内外春夏"
    members = "、".join(f"{first}{second}街道办事处" for first in letters for second in letters)
    text = f"云泽市绿道建设实施方案\n成立云泽市绿道建设工作领导小组，由市长任组长，{members}为成员单位。\n"
    (analysis,) = analyses(text)
    drawing = compose(analysis, "group")
    assert len(drawing.sheets) > 1
    assert min(sheet.smallest() for sheet in drawing.sheets) >= 9
    assert sum(words.endswith("街道办事处") for words in texts(drawing.single_file("svg"))) == len(letters) ** 2


def test_without_groups_it_says_so() -> None:
    (analysis,) = analyses("一、抓好落实。（责任单位：市财政局）\n")
    assert any("没有设立" in words for words in texts(render(analysis, "group")))


def test_who_is_called_otherwise_than_the_row_says_so() -> None:
    text = (
        "云泽市绿道建设实施方案\n成立云泽市绿道建设指挥部，由市长任指挥长，常务副市长任常务副指挥长，"
        "市园林局局长、市水务局局长任副指挥长。指挥部办公室主任由市园林局局长兼任，办公室设在市园林局。\n"
    )
    (analysis,) = analyses(text)
    shown = texts(render(analysis, "group"))
    assert "副指挥长" in shown
    assert shown[shown.index("常务副指挥长") + 1] == "常务副市长"
    assert shown.index("办公室设在", 6) < shown.index("办公室主任")


def test_small_groups_of_many_stand_on_a_sheet_together() -> None:
    names = ("综合协调", "抢险救援", "医疗救护", "交通保障", "善后处置", "新闻宣传")
    text = "云泽市防汛应急预案\n" + "".join(
        f"（{number}）{name}组：由市应急局牵头，市公安局参加。\n" for number, name in enumerate(names, start=1)
    )
    (analysis,) = analyses(text)
    drawing = compose(analysis, "group")
    assert 1 < len(drawing.sheets) < len(names)
    shown = texts(drawing.single_file("svg"))
    assert [words for words in shown if words.removesuffix("组") in names] == [f"{name}组" for name in names]
    assert min(sheet.smallest() for sheet in drawing.sheets) >= 9


def test_who_leads_is_a_body_or_a_person() -> None:
    text = "云泽市绿道建设实施方案\n成立云泽市绿道建设专班，由{}牵头，市财政局参加。\n"
    for who, label in (("市园林局", "牵头单位"), ("分管副市长", "牵头人")):
        (analysis,) = analyses(text.format(who))
        shown = texts(render(analysis, "group"))
        assert shown[shown.index(label) + 1] == who


def test_the_parts_of_a_group_stand_below_it_with_who_leads_them() -> None:
    text = (
        "云泽市防汛预案\n成立云泽市防汛指挥部，由市长任总指挥，市水务局为成员单位。指挥部下设2个工作组：\n"
        "（一）综合协调组。由市应急局牵头，市公安局参加。\n（二）抢险救援组。由市水务局牵头，市公安局参加。\n"
    )
    (analysis,) = analyses(text)
    shown = texts(render(analysis, "group"))
    first = shown.index("下设机构")
    assert shown.index("综合协调组", first) < shown.index("牵头单位：市应急局", first)


def test_a_part_of_which_only_its_leaders_are_known_has_no_sheet_of_its_own() -> None:
    text = (
        "云泽市防汛预案\n成立云泽市防汛指挥部，由市长任总指挥，市水务局为成员单位。"
        "指挥部下设综合协调组、抢险救援组，分别由市应急局、市水务局牵头。\n"
    )
    (analysis,) = analyses(text)
    drawing = compose(analysis, "group")
    assert len(drawing.sheets) == 1
    assert "牵头单位：市应急局" in texts(drawing.svg()[0])


def test_the_heads_of_a_part_stand_under_their_own_titles() -> None:
    text = (
        "云泽市防汛预案\n成立云泽市防汛指挥部，由市长任总指挥。\n指挥部下设2个工作组：\n"
        "（一）抢险组\n由市水务局牵头，负责抢险。\n组长：李平\n"
    )
    (analysis,) = analyses(text)
    shown = "".join(texts(compose(analysis, "group").svg()[0]))
    assert "牵头单位：市水务局；组长：李平" in shown.replace("\n", "")


def test_the_group_is_the_headline_and_the_document_stands_in_the_foot() -> None:
    (analysis,) = analyses(PLAN)
    shown = texts(render(analysis, "group"))
    assert shown[0] == "云泽市绿道建设工作领导小组"
    assert any("《云泽市绿道建设实施方案》" in words for words in shown)


@pytest.mark.parametrize(
    ("text", "sheets", "words"),
    [
        (PLAN, 2, "部门层级图"),
        ("云泽市绿道建设方案\n成立云泽市绿道建设领导小组，由市长任组长，市财政局为成员单位。\n", 1, "组织架构图"),
        ("一、加强管护。（责任单位：市园林局）\n", 1, "部门层级图"),
    ],
)
def test_bodies_by_level_come_with_the_groups(text: str, sheets: int, words: str) -> None:
    (analysis,) = analyses(text)
    drawing = compose(analysis, "org")
    assert len(drawing.sheets) == sheets
    assert any(line.startswith(words) for line in texts(drawing.svg()[0]))


@pytest.mark.parametrize(
    ("titles", "label", "shown"),
    [
        (("政委：黎某　县委书记", "指挥长：秦某　县长"), "负责人", ["政委：黎某", "指挥长：秦某"]),
        (("总链长：黎某　市长", "链长：秦某　副市长"), "链长", ["总链长：黎某", "秦某"]),
        (("组长：黎某　市长", "牵头单位：市园林局"), "负责人", ["组长：黎某", "牵头单位"]),
    ],
)
def test_a_row_is_called_by_what_all_in_it_are(titles: tuple[str, str], label: str, shown: list[str]) -> None:
    text = "云泽县绿道建设指挥部\n{}\n{}\n副指挥长：宋某　副县长\n".format(*titles)
    (analysis,) = analyses(text)
    words = texts(render(analysis, "group"))
    assert words.index(label) < words.index(shown[0]) < words.index(shown[1])


def test_small_groups_are_spread_evenly_over_their_sheets() -> None:
    names = ("综合协调", "抢险救援", "医疗救护", "交通保障")
    text = "云泽市防汛应急预案\n" + "".join(
        f"（{number}）{name}组：由市应急局牵头，市公安局参加。\n" for number, name in enumerate(names, start=1)
    )
    (analysis,) = analyses(text)
    sheets = [texts(sheet) for sheet in compose(analysis, "group").svg()]
    assert [sum(f"{name}组" in shown for name in names) for shown in sheets] == [2, 2]


def test_a_chart_of_groups_has_no_note_on_tasks() -> None:
    head = "附件\n产业链\t链长\t责任领导\t牵头部门\n"
    text = f"{head}农机产业链\t副市长\t王某\t市工信局\n粮油产业链\t副市长\t李某\t市农业农村局\n"
    (analysis,) = analyses(text)
    assert not any("未入图" in words for words in texts(render(analysis, "group")))


def test_who_leads_has_a_thicker_edge_for_grey_print() -> None:
    (analysis,) = analyses(PLAN)
    (sheet, *_) = compose(analysis, "group").svg()
    picture = sheet if isinstance(sheet, str) else sheet.decode()
    assert 'stroke-width="2.2"' in picture


def test_a_sheet_of_nothing_but_parts_is_called_by_the_whole() -> None:
    parts = "".join(
        f"（{number}）{name}组\n组　长：{head}　市水务局局长\n成员单位：市公安局、市财政局\n"
        for number, name, head in (
            ("一", "综合协调", "李平"),
            ("二", "抢险救援", "周小兰"),
            ("三", "宣传报道", "孙一心"),
        )
    )
    (analysis,) = analyses(f"云泽市防汛预案\n成立云泽市防汛指挥部，由市长任总指挥。\n指挥部下设3个工作组：\n{parts}")
    pages = [texts(page) for page in compose(analysis, "group").svg()]
    assert "云泽市防汛指挥部下设机构" in pages[-1]


def test_long_names_and_posts_are_not_cut() -> None:
    name, post = "帕尔哈提·吐尔逊阿不都热合曼", "自治州党委统战部常务副部长、民族宗教事务委员会主任"
    text = f"云泽州绿道建设领导小组\n组　长：{name}　{post}\n成　员：李明　州财政局局长\n"
    (analysis,) = analyses(text)
    shown = texts(render(analysis, "group"))
    assert not any("…" in words for words in shown if words[:2] in name + post)
    assert name in "".join(shown)
    assert post in "".join(shown)


def test_eighty_members_stand_on_one_sheet() -> None:
    letters = "东南西北中上下左右"
    members = "\n".join(f"　　　　王{one}{two}　市园林局局长" for one in letters for two in letters)
    (analysis,) = analyses(f"云泽市绿道建设领导小组\n组　长：李明　市长\n成　员：张芳　市水务局局长\n{members}\n")
    assert len(compose(analysis, "group").sheets) == 1
