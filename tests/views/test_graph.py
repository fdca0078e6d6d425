import networkx as nx
import pytest
from hypothesis import given, settings
from plans import HOSTILE, Plan, small, unnamed
from strategies import analyses

from raci.config.profiles import load_profile
from raci.model import Analysis
from raci.views.frames import rows
from raci.views.graph import collaboration, graph
from raci.views.matrix import matrix


def by_label(made: nx.Graph, label: str, path: str = "") -> str:
    (found,) = (n for n, data in made.nodes(data=True) if data["label"] == label and data.get("path", "") == path)
    return found


def test_a_plan_without_tasks_gives_an_empty_graph() -> None:
    assert len(graph(Plan("空方案").analysis())) == 0


def test_tasks_for_nobody_are_nodes_without_edges() -> None:
    made = graph(unnamed())
    assert [data["label"] for _, data in made.nodes(data=True)] == ["1.补植行道树", "2.建设口袋公园"]
    assert not any(data["assigned"] for _, data in made.nodes(data=True))
    assert made.number_of_edges() == 0


def test_the_graph_has_tasks_on_one_side_and_bodies_on_the_other() -> None:
    made = graph(small())
    sides = nx.get_node_attributes(made, "bipartite")
    assert sorted(sides.values()).count(0) == 6
    assert {made.nodes[n]["label"] for n, side in sides.items() if side == 1} == set(matrix(small()).columns)
    assert all({sides[u], sides[v]} == {0, 1} for u, v in made.edges)


def test_an_edge_says_role_letter_and_evidence() -> None:
    analysis = small()
    made = graph(analysis)
    edge = made.edges[by_label(made, "(一)强化组织保障", "一、优化窗口服务"), by_label(made, "青原县财政局")]
    assert (edge["role"], edge["letter"], edge["rule"]) == ("support", "C", "test.bracket")
    assert analysis.document.text[edge["start"] : edge["end"]] == "县财政局"
    assert edge["quote"] in analysis.document.text
    assert edge["deadline"] == "2024年9月底前"


def test_an_edge_holds_all_roles_of_the_body() -> None:
    made = graph(small())
    edge = made.edges[by_label(made, "(三)公开办事指南", "一、优化窗口服务"), by_label(made, "县司法局")]
    assert (edge["role"], edge["letter"]) == ("responsible;guide", "R/C")


def test_ids_do_not_change_when_tasks_are_added_or_the_file_moves() -> None:
    def plan(source: str) -> Plan:
        return Plan("方案", source=source).chapter("一、", "任务").task("1.", "甲事", lead="甲局")

    before = graph(plan("a.txt").analysis())
    after = graph(plan("b/c.txt").task("2.", "乙事", lead="乙局").analysis())
    assert set(before.nodes) < set(after.nodes)


def test_two_clauses_that_agree_in_all_words_are_two_nodes() -> None:
    made = graph(Plan("方案").task("1.", "同名", lead="甲局").task("1.", "同名", lead="甲局").analysis())
    assert made.number_of_nodes() == 3
    assert made.number_of_edges() == 2


@settings(max_examples=60, deadline=None)
@given(analyses())
def test_matrix_and_graph_hold_the_same_assignments(analysis: Analysis) -> None:
    for source in (analysis, analysis.assignments, rows(analysis)):
        table, made = matrix(source), graph(source)
        in_matrix = sorted(
            (path, f"{number}{task}", column, letter)
            for (_, path, number, task), row in zip(table.index, table.to_dict("records"), strict=True)
            for column, letter in row.items()
            if letter
        )
        in_graph = sorted(
            (made.nodes[task]["path"], made.nodes[task]["label"], made.nodes[body]["label"], data["letter"])
            for task, body, data in (
                (u, v, d) if made.nodes[u]["bipartite"] == 0 else (v, u, d) for u, v, d in made.edges(data=True)
            )
        )
        assert in_matrix == in_graph


@settings(max_examples=60, deadline=None)
@given(analyses())
def test_the_graph_holds_every_assignment_with_a_letter(analysis: Analysis) -> None:
    letters = load_profile("explicit").assign(analysis.assignments)
    wanted = {
        (
            one.clause.number + one.clause.heading,
            one.clause.path,
            one.department.canonical or one.department.name,
            one.role,
        )
        for one, letter in zip(analysis.assignments, letters, strict=True)
        if letter and one.department.kind != "person"
    }
    made = graph(analysis)
    got = set()
    for one, other, data in made.edges(data=True):
        task, body = sorted((one, other), key=lambda node: made.nodes[node]["bipartite"])
        for role in data["role"].split(";"):
            got.add(
                (
                    made.nodes[task]["label"],
                    tuple(filter(None, made.nodes[task]["path"].split(" > "))),
                    made.nodes[body]["label"],
                    role,
                )
            )
    assert got == wanted


def test_every_attribute_is_one_that_graphml_can_hold() -> None:
    plan = Plan("\x0b方案").chapter("一、", HOSTILE[6])
    for number, text in enumerate(HOSTILE):
        plan.task(f"{number}", text, lead=text, support=HOSTILE[number - 1])
    made = graph(plan.analysis())
    for holder in (made, collaboration(made)):
        assert all(type(value) in {str, int, bool} for _, data in holder.nodes(data=True) for value in data.values())
        assert all(type(value) in {str, int, bool} for *_, data in holder.edges(data=True) for value in data.values())


def test_bodies_work_together_as_often_as_they_share_tasks() -> None:
    made = collaboration(graph(small()))
    one, other = by_label(made, "县政务局"), by_label(made, "青原县财政局")
    edge = made.edges[one, other]
    assert edge["weight"] == 2
    assert edge["tasks"] == "(一)强化组织保障；(一)强化组织保障"
    assert made.nodes[one]["tasks"] == 4
    assert made.nodes[one]["leads"] == 2


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (Plan("方案").task("1.", "甲", lead="甲局", support="乙局"), (1, 0, 0)),
        (
            Plan("方案").task("1.", "甲", responsible="乙局").task("2.", "乙", lead="甲局", responsible="乙局"),
            (0, 1, 0),
        ),
        (Plan("方案").task("1.", "甲", lead="甲局、乙局"), (0, 0, 1)),
        (Plan("方案").task("1.", "甲", responsible="甲局、乙局"), (0, 0, 0)),
    ],
)
def test_who_leads_whom(plan: Plan, expected: tuple[int, int, int]) -> None:
    made = collaboration(graph(plan.analysis()))
    (edge,) = (data for *_, data in made.edges(data=True))
    assert (edge["first_leads"], edge["second_leads"], edge["both_lead"]) == expected
    assert {made.nodes[edge["first"]]["label"], made.nodes[edge["second"]]["label"]} == {"甲局", "乙局"}


def test_bodies_without_company_stay_in_the_projection() -> None:
    made = collaboration(graph(Plan("方案").task("1.", "甲", lead="甲局").analysis()))
    assert list(made) == ["body:甲局"]
