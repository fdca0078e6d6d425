from pathlib import Path

import pytest
from pictures import dot_graph, needs_graphviz, render
from plans import HOSTILE, Plan, small, unnamed

from raci.drawing.dot import DotEdge, DotNode, place, source
from raci.errors import DrawError

pytestmark = needs_graphviz

PAIR = [DotNode("a", "甲局", 100, 20), DotNode("b", "乙局", 60, 20)]


def labels(text: bytes) -> dict[str, str]:
    return {node["name"]: node["label"].replace("\\\\", "\\") for node in dot_graph(text)[0]}


@pytest.mark.parametrize("kind", ["bipartite", "network"])
def test_a_plan_that_names_nobody_is_valid_dot(kind: str) -> None:
    _, edges = dot_graph(render(unnamed(), kind, "dot"))
    assert not edges


def test_all_bodies_tasks_and_lines_are_in_the_dot() -> None:
    text = render(small(), format="dot")
    assert set(labels(text).values()) >= {"县政务局", "县财政局", "(二)加强督促检查"}
    nodes, edges = dot_graph(text)
    assert (len(nodes), len(edges)) == (12, 12)


def test_hostile_names_stay_text() -> None:
    plan = Plan("方案")
    for number, name in enumerate((*HOSTILE, "&lt;局&gt;", "<b>局</b>", "局\\l")):
        plan.task(f"({number})", "处理", lead=name)
    shown = set(labels(render(plan.analysis(), format="dot")).values())
    assert {"<script>alert(1)</script>局", "A&B\"'局", "{一|二}\\n局", "=1+1", "<b>局</b>", "局\\l"} <= shown
    # Graphviz reads entities in labels: what is drawn is the text of the name
    assert "&amp;lt;局&amp;gt;" in shown


def test_boxes_are_laid_out_without_a_graphviz_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    text = source(PAIR, [DotEdge("a", "b")], directed=True, labels=False, rankdir="LR")
    places = place(text, "dot")
    assert places["a"][0] + 50 < places["b"][0] - 30
    assert places["a"][1] == pytest.approx(places["b"][1])


def test_a_graphviz_that_is_not_there_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DrawError, match=r"PATH 上没有.*安装 Graphviz") as caught:
        render(small(), engine="system")
    assert "\n" not in str(caught.value)


def test_a_layout_that_fails_is_a_fault_of_one_line() -> None:
    with pytest.raises(DrawError) as caught:
        place(source(PAIR, [], directed=False), "no-such-program")
    assert "\n" not in str(caught.value)


def test_ranks_are_columns() -> None:
    boxes = [DotNode(name, "", 40, 20) for name in "abcd"]
    text = source(boxes, [DotEdge("a", "c"), DotEdge("b", "d")], directed=True, ranks=["ab", "cd"], rankdir="LR")
    places = place(text, "dot")
    assert places["a"][0] == places["b"][0] < places["c"][0] == places["d"][0]
