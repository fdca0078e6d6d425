"""The stochastic degree sequence model against all matrices there are."""

from __future__ import annotations

from itertools import combinations, product
from math import log, prod

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from raci.networks.bicm import TOLERANCE, chances
from raci.networks.sdsm import sdsm, upper_tail

#: tasks with their bodies
TASKS = [["a", "b", "c"], ["a", "b"], ["a", "b", "d"], ["c", "d"], ["b", "e"]]


def degrees(tasks: list[list[str]]) -> tuple[dict[str, int], list[int]]:
    bodies = sorted({body for task in tasks for body in task})
    return {body: sum(body in task for task in tasks) for body in bodies}, [len(task) for task in tasks]


def test_the_expected_degrees_are_those_observed() -> None:
    rows, columns = degrees(TASKS)
    chance = chances(list(rows.values()), columns)
    for degree in rows.values():
        assert sum(chance[degree, size] for size in columns) == pytest.approx(degree, abs=10 * TOLERANCE)
    for size in columns:
        assert sum(chance[degree, size] for degree in rows.values()) == pytest.approx(size, abs=10 * TOLERANCE)


def test_no_model_with_these_degrees_has_more_entropy() -> None:
    """The odds are a product of one factor of the row and one of the column: the mark of the model of most entropy."""
    rows, columns = degrees(TASKS)
    chance = chances(list(rows.values()), columns)
    odds = {key: p / (1 - p) for key, p in chance.items()}
    for (r1, r2), (c1, c2) in product(combinations(set(rows.values()), 2), combinations(set(columns), 2)):
        assert log(odds[r1, c1] * odds[r2, c2]) == pytest.approx(log(odds[r1, c2] * odds[r2, c1]), abs=1e-5)


def brute_force(tasks: list[list[str]]) -> dict[tuple[str, str], float]:
    """The p of each pair by adding up the chances of all 0/1 matrices in which it shares as much or more."""
    rows, columns = degrees(tasks)
    chance = chances(list(rows.values()), columns)
    bodies = list(rows)
    observed = {pair: sum(set(pair) <= set(task) for task in tasks) for pair in combinations(bodies, 2)}
    totals = dict.fromkeys(observed, 0.0)
    # the rows are independent of one another: of a pair only its own two are needed
    for first, second in observed:
        cells = [chance[rows[body], size] for body in (first, second) for size in columns]
        for matrix in product((0, 1), repeat=len(cells)):
            p = prod(chance if cell else 1 - chance for chance, cell in zip(cells, matrix, strict=True))
            half = len(columns)
            if sum(a and b for a, b in zip(matrix[:half], matrix[half:], strict=True)) >= observed[first, second]:
                totals[first, second] += p
    return {pair: total for pair, total in totals.items() if observed[pair]}


def test_p_is_that_of_all_matrices() -> None:
    assert sdsm(TASKS) == pytest.approx(brute_force(TASKS), abs=1e-9)


def tables() -> st.SearchStrategy[list[list[str]]]:
    task = st.sets(st.sampled_from("abcde"), min_size=1, max_size=4).map(sorted)
    return st.lists(task, min_size=2, max_size=6)


@given(tables())
@settings(max_examples=40, deadline=None)
def test_p_is_that_of_all_matrices_whatever_the_table(tasks: list[list[str]]) -> None:
    rows, _ = degrees(tasks)
    assume(len(rows) > 1)
    assert sdsm(tasks) == pytest.approx(brute_force(tasks), abs=1e-6)


def test_a_body_in_every_task_leaves_to_chance_only_what_the_other_has() -> None:
    tasks = [["a", "b"], ["a", "c"], ["a", "b"]]
    # b has each of three tasks with the chance 2/3; two or more of them: 3 · 4/27 + 8/27
    assert sdsm(tasks)["a", "b"] == pytest.approx(20 / 27)


def test_where_all_have_a_part_in_all_nothing_says_anything() -> None:
    assert sdsm([["a", "b"], ["a", "b"]]) == {("a", "b"): 1.0}


def test_pairs_that_share_more_than_their_degrees_let_expect_stand_out() -> None:
    tasks = [["a", "b"]] * 8 + [["c", other] for other in "defghijk"] * 2
    p = sdsm(tasks)
    assert p["a", "b"] < 0.01 < p["c", "d"]


@pytest.mark.parametrize(
    ("trials", "least", "chance"),
    [
        ([(3, 0.5)], 0, 1.0),
        ([(3, 0.5)], 3, 1 / 8),
        ([(1, 0.2), (1, 0.5)], 1, 1 - 0.8 * 0.5),
        ([(2, 0.0), (2, 1.0)], 2, 1.0),
        ([(2, 0.0), (2, 1.0)], 3, 0.0),
        ([(1000, 0.001)], 1, 1 - 0.999**1000),
    ],
)
def test_the_tail_of_a_poisson_binomial(trials: list[tuple[int, float]], least: int, chance: float) -> None:
    assert upper_tail(trials, least) == pytest.approx(chance)
