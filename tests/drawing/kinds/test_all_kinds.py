"""What holds of every kind of drawing, and what each of the plainer ones shows."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pypdfium2
import pytest
from pictures import SVG, Picture, compose, overlaps, render, sheets
from plans import HOSTILE, Plan, small, unnamed, wide

from raci.drawing import suited
from raci.drawing.registry import all_kinds, kind_named
from raci.drawing.style import letter_colours
from raci.errors import DrawError
from raci.model import Analysis
from raci.views.grid import grid

NEW = ("matrix", "load", "org", "flow", "ego", "group")


def hostile() -> Analysis:
    plan = Plan("<svg onload=1>").chapter("", HOSTILE[6])
    for number, text in enumerate(HOSTILE):
        plan.task(f"{number}", text, lead=text, support=HOSTILE[number - 1])
    return plan.analysis()


def texts(svg: bytes) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}text")]


def tips(svg: bytes) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}title")]


@pytest.mark.parametrize("kind", NEW)
@pytest.mark.parametrize(
    "analysis", [Plan("空").analysis(), unnamed(), small(), hostile(), wide(60, 150), wide(130, 40)]
)
def test_every_text_stands_on_the_sheet(kind: str, analysis: Analysis) -> None:
    root = ET.fromstring(render(analysis, kind))
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for element in root.iter(f"{SVG}text"):
        size, reach = float(element.attrib["font-size"]), 0.55 * len(element.text or "")
        x, y = float(element.attrib["x"]), float(element.attrib["y"])
        before = {"start": 0.0, "middle": reach / 2, "end": reach}[element.attrib.get("text-anchor", "start")]
        assert x - before * size >= 0 and x + (reach - before) * size <= width + 1, element.text
        assert size * 0.5 <= y <= height, element.text


@pytest.mark.parametrize("kind", NEW)
def test_title_figures_source_and_date_stand_on_every_kind(kind: str) -> None:
    shown = texts(render(small(), kind, title="另一个题目"))
    assert shown[0] == "另一个题目"
    assert any(text.startswith(kind_named(kind).title) for text in shown)
    assert any(text.startswith("来源：方案.txt") for text in shown)
    assert any(re.search(r"制图 \d{4}-\d\d-\d\d", text) for text in shown)


@pytest.mark.parametrize("kind", NEW)
def test_hostile_names_stay_text(kind: str) -> None:
    svg = render(hostile(), kind)
    assert {element.tag for element in ET.fromstring(svg).iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "style", "rect", "g", "text", "path", "circle")
    }
    assert b"<script" not in svg


@pytest.mark.parametrize("kind", ["org", "ego"])
def test_boxes_do_not_overlap(kind: str) -> None:
    for page in sheets(wide(40, 60), kind):
        assert len(page.nodes) >= 10
        assert overlaps([node.box for node in page.nodes]) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", all_kinds())
def test_every_kind_becomes_a_pdf_with_its_font_in_it(kind: str) -> None:
    data = render(small(), kind, "pdf")
    assert data.startswith(b"%PDF")
    assert b"/FontFile" in data or b"/ObjStm" in data


@pytest.mark.parametrize("kind", [kind.name for kind in all_kinds().values() if not kind.source])
def test_what_is_no_graph_is_no_dot(kind: str) -> None:
    with pytest.raises(DrawError, match="bipartite"):
        render(small(), kind, "dot")


def test_the_matrix_has_a_cell_for_each_letter() -> None:
    svg = render(small(), "matrix")
    cells = [group for group in ET.fromstring(svg).iter(f"{SVG}g") if group.attrib.get("class") == "cell"]
    shown_tips = sorted((group.find(f"{SVG}title").text or "").split("\n")[0] for group in cells)  # type: ignore[union-attr]
    assert len(shown_tips) == 11
    assert "县政务局 A/R" in shown_tips and "县司法局 R/C" in shown_tips


def test_the_bars_are_as_long_as_their_tasks() -> None:
    root = ET.fromstring(render(small(), "load"))
    lengths = {}
    for group in root.iter(f"{SVG}g"):
        if "body" in group.attrib.get("class", ""):
            name = (group.find(f"{SVG}title").text or "").split("\n")[0]  # type: ignore[union-attr]
            lengths[name] = sum(float(bar.attrib["width"]) for bar in group.findall(f"{SVG}rect"))
    assert lengths["县政务局"] == pytest.approx(4 * lengths["县档案馆"], rel=0.01)
    assert next(iter(lengths)) == "县政务局", "the longest stands first"


def test_a_bar_counts_a_task_that_a_body_leads_and_carries_out_among_those_it_leads() -> None:
    svg = render(Plan("方案").task("1.", "植树", responsible="林业局", lead="林业局").analysis(), "load")
    (bar,) = (group for group in Picture(svg).groups("body"))
    assert [rect.attrib["fill"] for rect in bar.iter(f"{SVG}rect")] == [letter_colours("A")[1]]


@pytest.mark.parametrize("kind", [kind for kind in all_kinds() if kind not in ("matrix", "group")])
def test_bodies_bear_the_names_that_head_the_matrix(kind: str) -> None:
    plan = Plan("临江省方案")
    for name in ("财政厅", "民政厅", "司法厅"):
        plan.know(f"省{name}", f"临江省{name}", jurisdiction="临江省", level="province", kind="functional")
    plan.chapter("一、", "甲").task("1.", "植树", lead="省财政厅、省司法厅", support="省民政厅")
    plan.chapter("二、", "乙").task("2.", "种草", lead="省财政厅", support="省民政厅")
    svg = render(plan.analysis(), kind)
    shown = texts(svg)
    assert any("省财政厅" in text for text in shown)
    assert not any("临江省财政厅" in text for text in shown)
    if kind != "flow":
        assert any("临江省财政厅" in tip for tip in tips(svg)), "the mouse shows the full name"
    assert texts(render(plan.analysis(), "ego", department="临江省民政厅"))[1].split(" · ")[1] == "省民政厅"


def test_a_task_that_is_a_heading_of_others_stands_in_their_chapter() -> None:
    plan = Plan("方案").task("一、", "治水", lead="水利局").chapter("一、", "治水").task("(一)", "清淤", lead="水利局")
    plan.task("(二)", "护岸", lead="水利局").chapter("二、", "治土").task("(一)", "植树", lead="林业局")
    analysis = plan.analysis()
    (page,) = sheets(analysis, "matrix")
    assert [group.findtext(f"{SVG}title") for group in page.groups("chapter")] == ["二、治土"]  # 一、 is a row itself
    assert {"一、治水 → 水利局", "二、治土 → 林业局"} == {tip for tip in tips(render(analysis, "flow")) if "→" in tip}


def test_levels_stand_in_bands() -> None:
    plan = Plan("方案").know("省财政厅", "某省财政厅", id="1", kind="government", level="province")
    plan.know("市财政局", "某市财政局", id="2", kind="government", level="city")
    plan.task("1.", "甲", lead="省财政厅", support="市财政局")
    shown = texts(render(plan.analysis(), "org"))
    assert shown.index("省级") < shown.index("市级")


def test_the_flow_leads_from_chapters_to_leads_and_shows_what_nobody_leads() -> None:
    shown_tips = tips(render(small(), "flow"))
    assert "一、优化窗口服务 → 县政务局" in shown_tips
    assert "二、夯实基础支撑 → 县财政局" in shown_tips
    assert "一、优化窗口服务 → （未写明牵头）" in shown_tips
    assert "（未写明牵头）\n3 项" in shown_tips


def test_where_nobody_leads_the_flow_goes_to_who_is_responsible() -> None:
    plan = Plan("方案").chapter("一、", "总").task("1.", "甲", responsible="甲局").task("2.", "乙", responsible="乙局")
    shown = texts(render(plan.analysis(), "flow"))
    assert any("没有写明牵头单位" in text for text in shown)
    assert "甲局" in shown


def test_one_body_with_its_tasks_and_partners() -> None:
    picture = Picture(render(small(), "ego", department="县司法局"))
    assert {node.name for node in picture.tasks()} == {"(三)公开办事指南"}
    assert {node.name for node in picture.bodies()} == {"县司法局", "县政务局", "县委办"}
    assert "县政务局" in {node.name for node in Picture(render(small(), "ego")).bodies() if "own" in node.classes}


def test_a_body_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(DrawError, match=r"县水利局.*县政务局"):
        render(small(), "ego", department="县水利局")


@pytest.mark.parametrize(
    ("analysis", "kind"),
    [(small(), "bipartite"), (wide(40, 30, 8), "matrix"), (wide(50, 150), "flow"), (wide(120, 300), "load")],
)
def test_auto_goes_by_size_and_says_why(analysis: Analysis, kind: str) -> None:
    chosen, why = suited(analysis)
    assert chosen == kind
    assert "个单位" in why
    assert render(analysis, "auto") == render(analysis, kind)


BIG = {
    "matrix": wide(60, 150),
    "load": wide(300, 300, 7),
    "org": wide(300, 300, 7),
    "flow": wide(130, 300),
    "ego": wide(6, 200, 4),
}


@pytest.mark.parametrize("kind", BIG)
def test_what_one_sheet_does_not_hold_goes_onto_more_of_a3_in_legible_letters(kind: str) -> None:
    pages = sheets(BIG[kind], kind)
    assert len(pages) > 1
    for number, sheet in enumerate(pages, start=1):
        assert (round(sheet.width), round(sheet.height)) == (1191, 842)
        assert f"第 {number} 页，共 {len(pages)} 页" in sheet.texts()
        assert min(float(text.attrib["font-size"]) for text in sheet.root.iter(f"{SVG}text")) >= 7.19


def test_the_sheets_of_the_matrix_hold_each_letter_once() -> None:
    shown_tips = [tip for sheet in sheets(wide(100, 60), "matrix") for tip in cells(sheet)]
    assert len(shown_tips) == len(set(shown_tips)) == sum(map(bool, grid(wide(100, 60)).cells().values()))


@pytest.mark.parametrize("kind", ["bipartite", "matrix"])
def test_the_sheets_are_about_equally_full(kind: str) -> None:
    plan = Plan("方案")
    for chapter in range(9):
        plan.chapter(f"{chapter}、", f"第{chapter}章")
        for number in range(8):
            plan.task(f"{number}.", f"做第{chapter}章第{number}件事", lead=f"第{number}号局", support="甲局、乙局")
    tasks_by_page = [len(sheet.tasks()) for sheet in sheets(plan.analysis(), kind)]
    assert len(tasks_by_page) > 1
    assert min(tasks_by_page) * 2 >= max(tasks_by_page)


def test_a_matrix_without_bodies_shows_its_headings_whole() -> None:
    plan = Plan("方案").chapter("一、", "逐步推进各项重点任务的落实工作").task("1.", "植树").task("2.", "种草")
    (page,) = sheets(plan.analysis(), "matrix")
    assert any(text.startswith("1.植树") for text in page.texts())
    assert not any("…" in text for text in page.texts())
    assert not any("列首" in text for text in page.texts())


def cells(sheet: Picture) -> list[str]:
    return ["\n".join((group.findtext(f"{SVG}title") or "").split("\n")[:2]) for group in sheet.groups("cell")]


def test_a_chapter_that_goes_on_says_so_on_the_next_sheet() -> None:
    plan = Plan("方案").chapter("一、", "总").task("1.", "开头", lead="甲局").chapter("二、", "分")
    for number in range(80):
        plan.task(f"{number}.", f"做第{number}件事", lead="甲局")
    first, second = sheets(plan.analysis(), "matrix")[:2]
    assert "二、分" in first.texts() and "二、分（续）" in second.texts()


def test_a_seriated_matrix_keeps_its_letters_and_shows_the_chapter_of_each_row() -> None:
    (plain,), (moved,) = sheets(small(), "matrix"), sheets(small(), "matrix", order="seriated")
    assert sorted(cells(plain)) == sorted(cells(moved))
    assert [node.name for node in plain.tasks()] != [node.name for node in moved.tasks()]
    assert {"一", "二"} <= {text for node in moved.tasks() for text, *_ in node.texts}
    assert any("Hill 1973" in text for text in moved.texts())
    assert compose(small(), "matrix", order="seriated").facts["order"]["method"].startswith("reciprocal")  # type: ignore[index]


def test_an_unknown_order_is_refused_with_those_there_are() -> None:
    with pytest.raises(DrawError, match="document、seriated"):
        render(small(), "matrix", order="random")


def test_without_chapters_the_flow_leads_from_tasks() -> None:
    plan = Plan("方案").task("1.", "植树", lead="林业局").task("2.", "护河", lead="水利局")
    assert {"1.植树 → 林业局", "2.护河 → 水利局"} <= set(tips(render(plan.analysis(), "flow")))


@pytest.mark.slow
@pytest.mark.parametrize("kind", all_kinds())
def test_a_pdf_has_a_page_a_sheet(kind: str) -> None:
    drawing = compose(wide(60, 60), kind)
    assert len(pypdfium2.PdfDocument(drawing.pdf())) == len(drawing.sheets)


@pytest.mark.parametrize("kind", all_kinds())
def test_extreme_plans_become_valid_sheets(kind: str) -> None:
    crowd = Plan("方案").task("1.", "甲", support="、".join(f"第{number}号局" for number in range(150))).analysis()
    long = Plan(f"]]>{'长' * 500}").chapter("一、", "很" * 500).task("1.", "远" * 500, lead="超" * 500).analysis()
    for analysis in (crowd, long, hostile()):
        for sheet in sheets(analysis, kind):
            assert (round(sheet.width), round(sheet.height)) == (1191, 842)
            assert sheet.texts()


@pytest.mark.parametrize("kind", ["bipartite", "network", "matrix", "load", "org", "flow", "ego"])
@pytest.mark.parametrize("plan", [small(), wide(40, 60), wide(120, 90)], ids=["small", "wide", "wider"])
def test_no_letter_is_below_nine_points_on_a3(kind: str, plan: Analysis) -> None:
    assert compose(plan, kind).smallest() >= 9.0


def test_headings_above_are_said_once_in_the_matrix() -> None:
    plan = Plan("方案").chapter("一、", "治水").chapter("（一）", "江河", level=2).task("1.", "清淤", lead="水利局")
    plan.chapter("（二）", "湖泊", level=2).task("1.", "退田", lead="水利局").chapter("二、", "治土")
    (page,) = sheets(plan.task("1.", "植树", lead="林业局").analysis(), "matrix")
    bands = [group.findtext(f"{SVG}title") for group in page.groups("chapter")]
    assert bands == ["一、治水 › （一）江河", "（二）湖泊", "二、治土"]


def test_tasks_keep_the_order_of_the_document_unless_crossings_are_asked_for() -> None:
    analysis = wide(30, 40)

    def order(**options: str) -> list[str]:
        pages = [sorted(page.tasks(), key=lambda node: node.box[:2]) for page in sheets(analysis, **options)]
        return [node.id for page in pages for node in page]

    numbers = [int(node[1:]) for node in order()]
    assert numbers == sorted(numbers)
    assert order(order="crossings") != order()
