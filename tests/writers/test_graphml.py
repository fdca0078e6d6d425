import io

import networkx as nx
from hypothesis import given, settings
from jobs import job_of
from plans import HOSTILE, Plan, small, unnamed
from strategies import analyses

from raci.model import Analysis
from raci.views.graph import graph
from raci.writers import render


def back(analysis: Analysis) -> nx.Graph:
    return nx.read_graphml(io.BytesIO(render("graphml", job_of(analysis))))


def assert_same(analysis: Analysis) -> None:
    one, other = graph(analysis), back(analysis)
    assert dict(one.nodes(data=True)) == dict(other.nodes(data=True))
    assert {frozenset(ends): data for *ends, data in one.edges(data=True)} == {
        frozenset(ends): data for *ends, data in other.edges(data=True)
    }
    assert other.graph["profile"] == one.graph["profile"]


def test_a_plan_without_tasks_reads_back() -> None:
    assert len(back(Plan("空方案").analysis())) == 0


def test_plans_read_back_equal() -> None:
    assert_same(small())
    assert_same(unnamed())


@settings(max_examples=40, deadline=None)
@given(analyses())
def test_every_plan_reads_back_equal(analysis: Analysis) -> None:
    assert_same(analysis)


def test_texts_with_a_meaning_in_xml_read_back_equal() -> None:
    plan = Plan("<方案> & \x0b其他").chapter("一、", "]]> <!-- ")
    for number, text in enumerate(HOSTILE):
        plan.task(f"{number}\x00", text, lead=text, support=HOSTILE[number - 1])
    assert_same(plan.analysis())
