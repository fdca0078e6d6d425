from datetime import date

import pytest
from hypothesis import given, settings
from pictures import SVG, Picture, compose, needs_graphviz, overlaps, render, sheets
from plans import HOSTILE, Plan, small, unnamed, wide
from strategies import analyses

from raci.drawing.text import width
from raci.errors import DrawError, ProfileError
from raci.model import Analysis
from raci.model.labels import ROLE_WORDS
from raci.views.grid import grid

DAY = date(2024, 6, 1)


def crowded() -> Analysis:
    """One task for 150 bodies."""
    return Plan("方案").task("1.", "植树", support="、".join(f"第{number}号局" for number in range(150))).analysis()


def picture(analysis: Analysis, **options: object) -> Picture:
    return Picture(render(analysis, "bipartite", "svg", day=DAY, **options))


def test_a_plan_without_tasks_gives_a_sheet_that_says_so() -> None:
    page = picture(Plan("空方案").analysis())
    assert page.nodes == []
    assert any("没有找到任务" in text for text in page.texts())


def test_a_plan_that_names_nobody_shows_its_tasks_as_unassigned() -> None:
    page = picture(unnamed())
    assert [node.name for node in page.tasks()] == ["1.补植行道树", "2.建设口袋公园"]
    assert all("unassigned" in node.classes for node in page.tasks())
    assert page.bodies() == []
    assert any("全文未标注责任单位" in text for text in page.texts())


def test_one_body_and_one_task_are_joined_by_one_line() -> None:
    page = picture(Plan("小方案").task("1.", "植树", lead="林业局").analysis())
    (line,) = page.lines
    assert line.ends == {page.node("林业局").id, page.node("1.植树").id}
    assert line.role == "lead"


def test_every_task_and_every_body_is_there() -> None:
    page = picture(small())
    assert {node.name for node in page.tasks()} == {
        "(一)强化组织保障",
        "(二)推行容缺受理",
        "(三)公开办事指南",
        "(二)加强督促检查",
        "(三)统一经费渠道",
    }
    assert len(page.tasks()) == 6
    assert {node.name for node in page.bodies()} == {
        "县政务局",
        "青原县财政局",
        "县档案馆",
        "各乡镇人民政府",
        "县司法局",
        "县委办",
    }


def test_a_body_says_how_it_is_written_in_the_text() -> None:
    tip = picture(small()).node("青原县财政局").tip
    assert "原文写作：财政局" in tip
    assert "3 项任务，其中牵头 1 项" in tip


@settings(max_examples=25, deadline=None)
@given(analyses())
def test_the_lines_are_the_assignments_of_matrix_and_graph(analysis: Analysis) -> None:
    page = picture(analysis)
    table = grid(analysis, "explicit")
    names = {node.id: node.name for node in page.nodes}
    drawn = sorted((sorted(names[end] for end in line.ends), line.role) for line in page.lines)
    expected = {(entry.task, entry.body, entry.role) for entry in table.charted}
    assert drawn == sorted(
        (sorted([table.tasks[task].label, table.bodies[body].label]), role) for task, body, role in expected
    )


@pytest.mark.parametrize("analysis", [small(), wide(12, 30), wide(), wide(60, 9)], ids=["small", "12", "60", "bodies"])
def test_no_box_overlaps_another_or_leaves_the_sheet(analysis: Analysis) -> None:
    for page in sheets(analysis):
        boxes = [node.box for node in page.nodes]
        assert overlaps(boxes) == []
        for x, y, wide_, tall in boxes:
            assert x >= 0 and y >= 0 and x + wide_ <= page.width and y + tall <= page.height


@pytest.mark.parametrize("analysis", [small(), wide(12, 30), wide()], ids=["small", "12", "60"])
def test_no_text_leaves_its_box(analysis: Analysis) -> None:
    for node in picture(analysis).nodes:
        x, y, wide_, tall = node.box
        spans = []
        for text, at, base, size, anchor in node.texts:
            start = at - (width(text) * size if anchor == "end" else 0)
            spans.append((start, base - 0.88 * size, width(text) * size, size))
            assert x <= start and start + width(text) * size <= x + wide_, text
            assert y <= base - 0.88 * size and base + 0.12 * size <= y + tall, text
        assert overlaps(spans) == [], node.name


@pytest.mark.parametrize("analysis", [small(), wide(12, 30), wide()], ids=["small", "12", "60"])
def test_lines_end_on_the_edges_of_the_boxes_that_they_join(analysis: Analysis) -> None:
    for page in sheets(analysis):
        by_id = {node.id: node for node in page.nodes}
        for line in page.lines:
            body, task = sorted(line.ends)
            for (x, y), node in ((line.start, by_id[body]), (line.end, by_id[task])):
                left, top, wide_, tall = node.box
                assert min(abs(x - left), abs(x - left - wide_)) < 0.02
                assert top <= y <= top + tall


def test_letters_stay_legible_and_what_does_not_fit_goes_onto_more_sheets() -> None:
    assert len(sheets(small())) == 1
    pages = sheets(wide())
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert (round(page.width), round(page.height)) == (1191, 842)
        assert min(node.texts[0][3] for node in page.nodes) >= 9
        assert min(float(text.attrib["font-size"]) for text in page.root.iter(f"{SVG}text")) >= 7
        assert f"第 {number} 页，共 {len(pages)} 页" in page.texts()
        assert len(page.lines) <= 180


@pytest.mark.slow
@pytest.mark.parametrize("analysis", [wide(), wide(100, 120, 7), crowded()], ids=["60", "100", "one task"])
def test_the_sheets_together_hold_each_line_once(analysis: Analysis) -> None:
    lines_drawn = [(frozenset(line.ends), line.role) for page in sheets(analysis) for line in page.lines]
    table = grid(analysis, "explicit")
    assert (
        len(lines_drawn)
        == len(set(lines_drawn))
        == len({(entry.task, entry.body, entry.role) for entry in table.charted})
    )
    tasks = {node.id for page in sheets(analysis) for node in page.tasks()}
    assert len(tasks) == len(table.tasks)


def test_a_chapter_that_fits_is_not_cut() -> None:
    plan = Plan("方案")
    for chapter in range(6):
        plan.chapter("", f"第{chapter + 1}章")
        for task in range(8):
            lead = f"第{chapter}号甲{task}局、第{chapter}号乙{task}局、第{chapter}号丙{task}局"
            plan.task(f"{task + 1}.", f"做第{chapter * 8 + task}件事", lead=lead)
    chapters_by_page = [{text for text in page.texts() if text.endswith("章")} for page in sheets(plan.analysis())]
    assert len(chapters_by_page) > 1
    assert sum(map(len, chapters_by_page)) == len(set().union(*chapters_by_page)) == 6


def test_a_body_on_a_part_says_how_many_of_its_tasks_are_there() -> None:
    first = sheets(wide())[0]
    body = next(node for node in first.bodies() if "/" in node.texts[-1][0])
    here, all_ = map(int, body.texts[-1][0].removesuffix(" 项").split("/"))
    assert here == sum(body.id in line.ends for line in first.lines) < all_


def test_chapters_stand_in_document_order_with_their_tasks() -> None:
    page = picture(small())
    chapters = [group.find(f"{SVG}title").text for group in page.groups("chapter")]  # type: ignore[union-attr]
    assert chapters == ["一、优化窗口服务", "二、夯实基础支撑"]
    first, second = (group.find(f"{SVG}rect").attrib for group in page.groups("chapter"))  # type: ignore[union-attr]
    middle = float(first["y"]) + float(first["height"])
    assert middle <= float(second["y"])
    assert page.node("(二)推行容缺受理").box[1] < middle < page.node("(二)加强督促检查").box[1]


def test_a_heading_that_all_tasks_share_is_left_out_and_the_rest_of_the_path_shown() -> None:
    plan = Plan("方案").chapter("二、", "任务").chapter("(一)", "甲类", 2).task("1.", "植树", lead="林业局")
    plan.chapter("(二)", "乙类", 2).task("1.", "种草", lead="林业局")
    page = picture(plan.analysis())
    assert "(一)甲类" in page.texts() and "(二)乙类" in page.texts()
    assert not any("二、任务" in text for text in page.texts())


def test_the_legend_shows_each_role_as_its_lines_are_drawn() -> None:
    page = picture(small())
    legend = {
        "".join(text.text or "" for text in entry.findall(f"{SVG}text")): entry.find(f"{SVG}path")
        for entry in page.groups("legend")
    }
    styles = set()
    for role in ("lead", "responsible", "support", "guide", "inform"):
        (lines,) = page.groups(f"role-{role}")
        (sample,) = (path for text, path in legend.items() if text.startswith(f"{ROLE_WORDS[role]}（"))
        assert sample is not None
        style = (sample.attrib["stroke"], sample.attrib["stroke-dasharray"])
        assert style == (lines.attrib["stroke"], lines.attrib["stroke-dasharray"])
        styles.add(style)
    assert len(styles) == len({colour for colour, _ in styles}) == 5
    assert any(text.startswith("牵头（A、A/R）3 条") for text in legend)
    assert not any(text.startswith("审批") for text in legend)


def test_a_task_for_nobody_is_marked_and_has_no_line() -> None:
    page = picture(small())
    node = page.node("(二)加强督促检查")
    assert "unassigned" in node.classes
    assert "未标注责任单位" in node.tip
    assert not any(node.id in line.ends for line in page.lines)
    assert sum("unassigned" in node.classes for node in page.tasks()) == 1


def test_collectives_are_told_from_single_bodies() -> None:
    known = Plan("方案").know("开发区", "全省开发区", kind="collective")
    page = picture(known.task("1.", "植树", lead="林业局", support="开发区、各县人民政府").analysis())
    assert {node.name for node in page.bodies() if "collective" in node.classes} == {"全省开发区", "各县人民政府"}


def test_title_source_profile_and_date_are_on_the_sheet() -> None:
    page = picture(small(), profile="first-leads")
    assert "青原县便民服务提升方案" in page.texts()
    foot = "".join(text for group in page.groups("foot") for text in group.itertext())
    for said in ("方案.txt", "青原县人民政府", "2024-05", "2024-06-01", "first-leads"):
        assert said in foot
    assert "请柬" in picture(small(), title="请柬").texts()


def test_what_is_not_drawn_is_said() -> None:
    foot = "".join(text for group in picture(small()).groups("foot") for text in group.itertext())
    assert "另有 2 条未入图" in foot


def test_a_long_heading_is_cut_with_the_whole_of_it_under_the_mouse() -> None:
    heading = "推动" + "很长很长的任务名称" * 20
    page = picture(Plan("方案").task("(一)", heading, lead="林业局").analysis())
    (task,) = page.tasks()
    assert task.tip == f"(一){heading}"
    assert task.texts[-1][0].endswith("…")


def test_a_line_quotes_the_words_it_comes_from() -> None:
    page = picture(Plan("方案").task("1.", "植树", lead="林业局", support="水利局").analysis())
    tips = {line.role: line.tip for line in page.lines}
    assert tips["lead"].splitlines() == ["林业局 牵头（A/R）", "1.植树", "（牵头单位：林业局；配合单位：水利局）"]


def test_names_that_mean_something_to_a_format_stay_text() -> None:
    plan = Plan("<b>标题</b>&\"'", source="<目录>/a&b.txt").chapter("一、", "<章>&{节|段}")
    for number, name in enumerate(HOSTILE):
        plan.task(f"({number})", f"处理{name}事项", lead=name)
    page = picture(plan.analysis())
    shown = {node.name for node in page.bodies()}
    assert {"=1+1", "<script>alert(1)</script>局", "A&B\"'局", "{一|二}\\n局", "局 名", "制表局"} <= shown
    assert len(shown) == len(HOSTILE)
    assert "<b>标题</b>&\"'" in page.texts()
    assert not list(page.root.iter(f"{SVG}script")) and not list(page.root.iter(f"{SVG}b"))


def test_a_profile_that_makes_others_accountable_marks_their_lines() -> None:
    analysis = Plan("方案").task("1.", "植树", responsible="林业局、水利局").analysis()
    assert not list(picture(analysis).groups("links")[0].iter(f"{SVG}circle"))
    page = picture(analysis, profile="first-leads")
    assert len(list(page.groups("links")[0].iter(f"{SVG}circle"))) == 1
    assert any("字母含 A" in text for text in page.texts())


def test_the_same_plan_gives_the_same_picture() -> None:
    assert render(wide(20, 40), day=DAY) == render(wide(20, 40), day=DAY)


@pytest.mark.parametrize("analysis", [wide(20, 40), wide()], ids=["20", "60"])
def test_the_counts_of_crossings_are_those_of_each_sheet(analysis: Analysis) -> None:
    drawing = compose(analysis)
    for svg, (before, after) in zip(drawing.svg(), drawing.crossings, strict=True):
        page = Picture(svg)
        sides: dict[float, list[tuple[float, float]]] = {}
        for line in page.lines:
            sides.setdefault(line.end[0], []).append((line.start[1], line.end[1]))
        crossed = sum(
            (a[0] - b[0]) * (a[1] - b[1]) < 0 for side in sides.values() for at, a in enumerate(side) for b in side[:at]
        )
        assert crossed == after <= before
    counts = drawing.crossing_counts()
    assert counts["after"] < counts["before"]


def test_nothing_crosses_where_nothing_is_drawn() -> None:
    assert compose(unnamed()).crossing_counts() == {"before": 0, "after": 0}


@needs_graphviz
def test_the_wheels_dot_can_order_the_bodies() -> None:
    analysis = wide(12, 30)
    page = picture(analysis, engine="dot")
    assert {node.name for node in page.nodes} == {node.name for node in picture(analysis).nodes}
    assert overlaps([node.box for node in page.nodes]) == []


@pytest.mark.parametrize(
    ("options", "said"), [({"engine": "magic"}, "columns、dot、system"), ({"kind": "pie"}, "bipartite、network")]
)
def test_an_unknown_choice_is_refused_with_those_there_are(options: dict[str, str], said: str) -> None:
    with pytest.raises(DrawError, match=said):
        render(small(), **options)  # type: ignore[arg-type]


def test_an_unknown_format_or_profile_is_refused() -> None:
    with pytest.raises(DrawError, match="svg、png、pdf、dot"):
        render(small(), format="gif")
    with pytest.raises(ProfileError):
        render(small(), profile="nonsense")
