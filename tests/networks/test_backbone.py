"""The disparity filter: what is kept says more than chance, and nobody falls out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci.networks.backbone import ALPHAS, backbone


@pytest.mark.parametrize("ties", [[], [(0, 1, 3)], [(0, 1, 1), (1, 2, 1)]])
def test_what_is_few_is_kept_whole(ties: list[tuple[int, int, int]]) -> None:
    assert backbone(ties, 2) == (list(range(len(ties))), None)


def test_a_tie_that_holds_most_of_a_node_s_strength_is_kept_before_even_ones() -> None:
    # node 0 shares 20 tasks with 1 and one with each of the others; those share much among themselves
    ties = [(0, 1, 20), *((0, other, 1) for other in range(2, 8))]
    ties += [(one, other, 9) for one in range(2, 8) for other in range(one + 1, 8)]
    kept, alpha = backbone(ties, 20)
    assert alpha in ALPHAS
    assert 0 in kept
    assert not {1, 2, 3} & set(kept)


def test_the_chance_is_that_of_the_paper() -> None:
    # one node of ten ties, one of them half its strength: (1 - 9/18) ** 9 = 0.00195 < 0.01, (1 - 1/18) ** 9 = 0.6
    ties = [(0, 1, 9), *((0, other, 1) for other in range(2, 11))]
    # the others are leaves: each keeps its strongest tie, so they are given a stronger one elsewhere
    ties += [(other, 20 + other, 5) for other in range(2, 11)]
    kept, alpha = backbone(ties, 10)
    assert alpha == 0.5
    assert kept == [0, *range(10, 19)]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(10, 19), st.integers(1, 9)), max_size=60))
def test_every_node_keeps_a_tie_and_the_order_stays(ties: list[tuple[int, int, int]]) -> None:
    kept, _ = backbone(ties, 12)
    assert kept == sorted(set(kept))
    nodes = {node for *ends, _ in ties for node in ends}
    assert {node for at in kept for node in ties[at][:2]} == nodes
