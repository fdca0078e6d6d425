from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from raci.drawing.order import Columns, crossings, reduce

PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=24)


def one_by_one(pairs: list[tuple[int, int]]) -> int:
    return sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for a, b in combinations(pairs, 2))


def test_no_lines_do_not_cross() -> None:
    assert crossings([]) == 0
    assert reduce(Columns((), ((),)), []) == Columns((), ((),))


def test_two_lines_cross_where_their_orders_differ() -> None:
    assert crossings([(0, 1), (1, 0)]) == 1
    assert crossings([(0, 0), (1, 1)]) == 0


def test_lines_that_share_an_end_do_not_cross() -> None:
    assert crossings([(0, 0), (0, 5), (3, 5), (0, 0)]) == 0


@given(PAIRS)
def test_counting_agrees_with_looking_at_every_pair(pairs: list[tuple[int, int]]) -> None:
    assert crossings(pairs) == one_by_one(pairs)


def test_a_tangle_that_can_be_undone_is_undone() -> None:
    links = [(body, 7 - body) for body in range(8)]
    start = Columns(tuple(range(8)), ((tuple(range(8)),),))
    assert start.crossings(links) == 28
    assert reduce(start, links).crossings(links) == 0


@given(PAIRS, st.booleans())
def test_ordering_keeps_everything_and_never_crosses_more(links: list[tuple[int, int]], two: bool) -> None:
    groups = ((0, 1, 2), (3,)), ((4, 5), (6, 7))
    start = Columns(tuple(range(8)), groups if two else ((*groups[0], *groups[1]),))
    reduced = reduce(start, links)
    assert sorted(reduced.bodies) == list(range(8))
    assert [[sorted(group) for group in side] for side in reduced.sides] == [
        [sorted(group) for group in side] for side in start.sides
    ]
    assert reduced.crossings(links) <= start.crossings(links)
    assert reduced == reduce(start, links)


def test_a_task_without_lines_keeps_its_row() -> None:
    links = [(0, 2), (1, 0)]
    reduced = reduce(Columns((0, 1), (((0, 1, 2),),)), links)
    assert reduced.sides[0][0][1] == 1
