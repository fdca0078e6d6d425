from datetime import date

import pytest
from hypothesis import given, settings
from pictures import Node, Picture, compose, needs_graphviz, overlaps, render
from plans import HOSTILE, Plan, small, unnamed, wide
from strategies import analyses

from raci.config.profiles import load_profile
from raci.drawing.model import drawing_model
from raci.drawing.text import width
from raci.errors import DrawError
from raci.model import Analysis
from raci.views.graph import collaboration, graph
from raci.views.grid import grid

DAY = date(2024, 6, 1)


def picture(analysis: Analysis, **options: object) -> Picture:
    return Picture(render(analysis, "network", "svg", day=DAY, **options))


@pytest.mark.parametrize("analysis", [Plan("空方案").analysis(), unnamed()], ids=["empty", "unnamed"])
def test_a_plan_without_bodies_gives_a_sheet_that_says_so(analysis: Analysis) -> None:
    page = picture(analysis)
    assert page.nodes == []
    assert any("没有标注责任单位" in text for text in page.texts())


def test_one_body_stands_alone() -> None:
    page = picture(Plan("小方案").task("1.", "植树", lead="林业局").analysis())
    assert [node.name for node in page.nodes] == ["林业局"]
    assert page.lines == []


def test_bodies_that_share_nothing_are_there_too() -> None:
    plan = Plan("方案").task("1.", "甲", lead="甲局", support="乙局").task("2.", "丙", lead="丙局")
    page = picture(plan.analysis())
    assert {node.name for node in page.nodes} == {"甲局", "乙局", "丙局"}
    assert any("没有共同任务" in text for text in page.texts())


@settings(max_examples=25, deadline=None)
@given(analyses())
def test_a_small_network_shows_every_pair_that_shares_a_task(analysis: Analysis) -> None:
    page = picture(analysis)
    names = {node.id: node.name for node in page.nodes}
    shared = collaboration(graph(analysis))
    label = shared.nodes(data="label")
    bodies = drawing_model(analysis.document, load_profile("explicit"), grid(analysis)).bodies
    many = {body.name for body in bodies if body.collective}
    many = many if 2 * len(many) < len(bodies) else set()
    assert sorted(sorted(names[end] for end in line.ends) for line in page.lines) == sorted(
        sorted([label[a], label[b]]) for a, b in shared.edges if not {label[a], label[b]} & many
    )
    assert sorted(names.values()) == sorted(label[node] for node in shared)


def test_a_line_names_the_shared_tasks_and_is_thicker_for_more() -> None:
    plan = Plan("方案").task("1.", "植树", lead="林业局", support="水利局、财政局")
    page = picture(plan.task("2.", "护河", lead="水利局", support="林业局").analysis())
    ends = {line.tip.splitlines()[0]: line.tip for line in page.lines}
    assert ends["林业局 — 水利局"].splitlines()[1:] == [
        "共同任务 2 项",
        "林业局 牵头、水利局 参与 1 项",
        "水利局 牵头、林业局 参与 1 项",
        "1.植树",
        "2.护河",
    ]
    (links,) = page.groups("links")
    thick = {path[0].text.splitlines()[0]: float(path.attrib["stroke-width"]) for path in links}  # type: ignore[union-attr]
    assert thick["林业局 — 水利局"] > thick["林业局 — 财政局"]


def test_a_body_with_more_tasks_has_a_larger_circle() -> None:
    page = picture(small())
    assert page.node("县政务局").box[2] > page.node("青原县财政局").box[2] > page.node("县档案馆").box[2]


def test_collectives_are_told_from_single_bodies() -> None:
    page = picture(small())
    assert [node.name for node in page.nodes if "collective" in node.classes] == ["各乡镇人民政府"]
    assert any(text.startswith("集体") for text in page.texts())


@pytest.mark.parametrize("analysis", [small(), wide(15, 20), wide(), wide(150, 300)], ids=["small", "15", "60", "150"])
def test_nothing_overlaps_and_nothing_leaves_the_sheet(analysis: Analysis) -> None:
    page = picture(analysis)
    circles = [node.box for node in page.nodes]
    names = [
        (x - width(text) * size / 2, base - 0.88 * size, width(text) * size, size)
        for node in page.nodes
        for text, x, base, size, _ in node.texts[1:]
    ]
    assert overlaps(circles + names) == []
    for x, y, wide_, tall in circles + names:
        assert x >= 0 and y >= 0 and x + wide_ <= page.width and y + tall <= page.height


def heads(page: Picture) -> dict[frozenset[str], list[tuple[float, float]]]:
    """Two ends → the tips of the arrows on their line."""
    found: dict[frozenset[str], list[tuple[float, float]]] = {}
    for path in page.groups("arrows")[0]:
        x, y = path.attrib["d"].removeprefix("M").split("L")[0].split()
        found.setdefault(frozenset(path.attrib["class"].split()), []).append((float(x), float(y)))
    return found


def near(page: Picture, tip: tuple[float, float]) -> str:
    """The body whose circle or name a tip is closest to."""

    def away(node: Node) -> float:
        x, y, wide_, tall = node.box
        tall += sum(1.25 * size for _, _, _, size, _ in node.texts[1:])
        return max(x - tip[0], tip[0] - x - wide_, 0) + max(y - tip[1], tip[1] - y - tall, 0)

    return min(page.nodes, key=away).name


def test_an_arrow_leads_from_the_lead_to_who_takes_part() -> None:
    plan = Plan("方案").task("1.", "植树", lead="林业局", support="水利局").task("2.", "修路", support="交通局、水利局")
    plan.task("3.", "护林", lead="林业局", support="交通局").task("4.", "通车", lead="交通局", support="林业局")
    page = picture(plan.analysis())
    name = {node.id: node.name for node in page.nodes}
    pointed = {
        tuple(sorted(name[end] for end in ends)): sorted(near(page, tip) for tip in tips)
        for ends, tips in heads(page).items()
    }
    assert pointed == {("林业局", "水利局"): ["水利局"], ("交通局", "林业局"): ["交通局", "林业局"]}
    assert any(text.startswith("箭头：牵头 → 参与") for text in page.texts())


def test_where_nobody_leads_there_are_no_arrows() -> None:
    page = picture(Plan("方案").task("1.", "植树", responsible="林业局、水利局").analysis())
    assert heads(page) == {}
    assert not any("箭头" in text for text in page.texts())


def _with_collectives() -> Analysis:
    plan = Plan("方案").task("1.", "植树", lead="林业局", support="水利局、各区县人民政府")
    return plan.task("2.", "护河", lead="水利局", support="各区县人民政府").task("3.", "修路", lead="交通局").analysis()


def test_collectives_stand_apart_without_lines_and_can_be_left_out() -> None:
    page = picture(_with_collectives())
    names = {node.id: node.name for node in page.nodes}
    assert [{names[end] for end in line.ends} for line in page.lines] == [{"林业局", "水利局"}]
    assert "各区县人民政府" in names.values()
    assert any(text.startswith("集体") and "不画连线" in text for text in page.texts())
    left = picture(_with_collectives(), without_collectives=True)
    assert {node.name for node in left.nodes} == {"林业局", "水利局", "交通局"}
    assert any("1 个集体" in text for text in left.texts())


def test_a_plan_that_is_about_collectives_shows_their_lines() -> None:
    page = picture(Plan("方案").task("1.", "植树", lead="林业局", support="各区县人民政府").analysis())
    assert len(page.lines) == 1


def test_a_dense_network_shows_a_backbone_and_says_by_which_rule() -> None:
    analysis = wide()
    drawing = compose(analysis, "network")
    (page,) = map(Picture, drawing.svg())
    pairs = len(collaboration(graph(analysis)).edges)
    (note,) = (text for text in page.texts() if "骨架图" in text)
    rule = drawing.facts["backbone"]
    assert "Serrano" in rule["rule"]  # type: ignore[index]
    assert "α" not in note and rule["alpha"] > 0  # type: ignore[index]
    assert f"其余 {pairs - len(page.lines)} 对" in note
    assert drawing.facts["ties"] == pairs and drawing.facts["ties_drawn"] == len(page.lines) < pairs
    joined = {end for line in page.lines for end in line.ends}
    assert joined == {node.id for node in page.nodes}


def test_more_bodies_than_a3_holds_are_left_out_by_their_tasks_and_counted() -> None:
    analysis = wide(150, 300)
    page = picture(analysis)
    assert (round(page.width), round(page.height)) == (1191, 842)
    (note,) = (text for text in page.texts() if "只画任务最多的" in text)
    every = [node.name for node in Picture(render(analysis, "org")).nodes]
    assert f"只画任务最多的 {len(page.nodes)} 个，其余 {len(every) - len(page.nodes)} 个" in note


def test_hostile_names_stay_text() -> None:
    plan = Plan("方案")
    for number, name in enumerate(HOSTILE):
        plan.task(f"({number})", f"处理{name}", lead=name, support="公安局")
    names = {node.name for node in picture(plan.analysis()).nodes}
    assert {"<script>alert(1)</script>局", "A&B\"'局", "{一|二}\\n局"} <= names


def test_the_same_plan_gives_the_same_picture() -> None:
    assert render(wide(20, 40), "network", day=DAY) == render(wide(20, 40), "network", day=DAY)


def test_a_network_counts_no_crossings() -> None:
    assert compose(small(), "network").crossing_counts() == {}


@needs_graphviz
def test_another_engine_places_the_same_bodies() -> None:
    page = picture(small(), engine="fdp")
    assert {node.name for node in page.nodes} == {node.name for node in picture(small()).nodes}


def test_an_unknown_engine_is_refused_with_those_there_are() -> None:
    with pytest.raises(DrawError, match="neato"):
        picture(small(), engine="columns")
