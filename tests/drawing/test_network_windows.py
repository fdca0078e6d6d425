"""Networks of several windows: a body stands in the same place on each sheet."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pandas as pd
from coworking import documents_of, rows_of

from raci.config.options.network import NetworkOptions
from raci.drawing.canvas import Canvas
from raci.drawing.network_windows import WindowGraphs, draw_windows
from raci.networks.material import Material
from raci.networks.study import study

ROWS = pd.concat(
    [
        rows_of("治河: 水利局L 城管局S 财政局S", "清淤: 水利局L 财政局S", document="一", document_id="d1"),
        rows_of("植树: 林业局L 水利局S 财政局S", "考核: 审计局R", document="二", document_id="d2"),
    ]
)
DOCUMENTS = documents_of(("d1", "一", 2019, "青溪县", ""), ("d2", "二", 2021, "青溪县", ""))


def sheets() -> dict[str, Canvas]:
    made = study(
        Material.of(ROWS, DOCUMENTS), NetworkOptions(window="year", networks=("bodies", "leads"), backbones=())
    )
    graphs = [
        WindowGraphs(window, made.graph("bodies", window), made.graph("leads", window)) for window in made.windows
    ]
    return dict(zip(made.windows, draw_windows(graphs, "青溪县", "2025-03-01"), strict=True))


def circles(sheet: Canvas) -> dict[str, tuple[float, float]]:
    """The name under each circle → its middle."""
    found = {}
    for group in sheet.root.iter("g"):
        if group.get("class", "").startswith("node"):
            circle = group.find("circle")
            assert circle is not None
            name = "".join(text.text or "" for text in list(group.iter("text"))[1:])
            found[name] = (float(circle.attrib["cx"]), float(circle.attrib["cy"]))
    return found


def test_a_sheet_a_window_with_the_bodies_that_have_tasks_in_it() -> None:
    drawn = sheets()
    assert list(drawn) == ["全部", "2019", "2021"]
    assert set(circles(drawn["全部"])) == {"水利局", "城管局", "财政局", "林业局", "审计局"}
    assert set(circles(drawn["2019"])) == {"水利局", "城管局", "财政局"}
    assert set(circles(drawn["2021"])) == {"水利局", "财政局", "林业局", "审计局"}


def test_bodies_stand_in_the_same_place_in_every_window() -> None:
    drawn = {window: circles(sheet) for window, sheet in sheets().items()}
    for window in ("2019", "2021"):
        for name, (x, y) in drawn[window].items():
            assert abs(x - drawn["全部"][name][0]) < 0.1
            # the circle may be larger than on the sheet of all, where its name is moved down; its middle stays
            assert abs(y - drawn["全部"][name][1]) < 12


def texts(sheet: Canvas) -> str:
    return ET.tostring(sheet.root, encoding="unicode")


def test_what_a_window_has_is_said_on_its_sheet() -> None:
    drawn = sheets()
    assert "2019 · 3 个单位 · 3 对单位有共同任务" in texts(drawn["2019"])
    assert "与其他单位没有共同任务" not in texts(drawn["2019"])
    assert "与其他单位没有共同任务" in texts(drawn["2021"])
    assert re.search("同一单位在各窗口的图上位置相同", texts(drawn["2021"]))


def test_where_all_bodies_have_ties_there_are_no_rows_below() -> None:
    rows = rows_of("治河: 水利局L 城管局S", document="一", document_id="d1")
    made = study(Material.of(rows, DOCUMENTS), NetworkOptions(networks=("bodies",), backbones=()))
    (sheet,) = draw_windows([WindowGraphs("全部", made.graph())], "青溪县", "2025-03-01")
    assert set(circles(sheet)) == {"水利局", "城管局"}


def test_a_study_without_bodies_says_so() -> None:
    import networkx as nx

    (sheet,) = draw_windows([WindowGraphs("全部", nx.Graph())], "青溪县", "2025-03-01")
    assert "没有有分工的单位" in texts(sheet)
