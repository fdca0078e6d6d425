"""The network is drawn where Graphviz cannot be loaded, as on a bare Linux."""

from __future__ import annotations

import pytest
from pictures import compose, needs_graphviz

import raci
import raci.pipeline
from raci.drawing import dot, spring
from raci.errors import DrawError

PLAN = """一、清理河道。（牵头单位：县水利局；配合单位：县城管局、县财政局）
二、严查排污。（责任单位：县环保局、县公安局）
三、巩固成果。（责任单位：县水利局、县环保局）
"""
BODIES = ("县水利局", "县城管局", "县财政局", "县环保局", "县公安局")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which graphviz-pure is not installed."""
    monkeypatch.setattr(dot, "fault", lambda: "graphviz-pure 没有安装")


@pytest.mark.usefixtures("bare")
def test_the_network_is_drawn_without_graphviz() -> None:
    svg = raci.draw(PLAN, "network").decode()
    assert all(body in svg for body in BODIES)


@pytest.mark.usefixtures("bare")
def test_an_engine_that_was_asked_for_is_not_replaced() -> None:
    with pytest.raises(DrawError, match="pip install graphviz-pure"):
        raci.draw(PLAN, "network", engine="neato")


@pytest.mark.parametrize(
    ("engine", "said"), [(None, "spring（networkx），因为graphviz-pure 没有安装"), ("spring", "spring（networkx）")]
)
@pytest.mark.usefixtures("bare")
def test_it_is_said_who_placed_the_bodies(engine: str | None, said: str) -> None:
    (analysis,) = raci.pipeline.analyses(PLAN)
    assert compose(analysis, "network", engine=engine).summary()["placed_by"] == said


@needs_graphviz
def test_graphviz_places_the_bodies_where_it_can() -> None:
    (analysis,) = raci.pipeline.analyses(PLAN)
    assert compose(analysis, "network").summary()["placed_by"] == "neato（graphviz-pure）"


def test_who_shares_most_stands_closest() -> None:
    ties = [(0, 1, 4.0), (1, 2, 1.0), (2, 3, 1.0), (3, 0, 1.0)]
    places = spring.place(range(4), ties)
    assert set(places) == {0, 1, 2, 3}
    assert abs(complex(*places[0]) - complex(*places[1])) < abs(complex(*places[0]) - complex(*places[2]))


def test_parts_that_share_nothing_do_not_fly_apart() -> None:
    places = spring.place(range(6), [(0, 1, 1.0), (1, 2, 1.0), (2, 0, 1.0), (3, 4, 1.0), (4, 5, 1.0), (5, 3, 1.0)])
    within = abs(complex(*places[0]) - complex(*places[1]))
    between = min(abs(complex(*places[a]) - complex(*places[b])) for a in (0, 1, 2) for b in (3, 4, 5))
    assert between < 4 * within


def test_the_same_ties_stand_in_the_same_places() -> None:
    assert spring.place(range(5), [(0, 1, 1.0), (2, 3, 2.0)]) == spring.place(range(5), [(0, 1, 1.0), (2, 3, 2.0)])


def test_more_bodies_than_it_can_place_are_refused_with_the_remedy() -> None:
    with pytest.raises(DrawError, match="pip install graphviz-pure"):
        spring.place(range(500), [(0, 1, 1.0)])
