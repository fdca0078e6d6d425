"""Stratified samples: shares, weights, the same for a seed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci.accuracy.sampling import allocate, draw

sizes = st.dictionaries(st.text("abc", min_size=1, max_size=2).map(lambda key: (key,)), st.integers(1, 200), min_size=1)


@given(sizes, st.integers(9, 300))
def test_as_many_as_are_asked_for_at_least_one_of_each_and_never_more_than_there_are(
    sizes: dict[tuple[str, ...], int], number: int
) -> None:
    if len(sizes) > number:
        return
    counts = allocate(sizes, number)
    assert sum(counts.values()) == min(number, sum(sizes.values()))
    assert all(1 <= counts[key] <= sizes[key] for key in sizes)


def test_by_their_shares() -> None:
    assert allocate({("a",): 700, ("b",): 300}, 10) == {("a",): 7, ("b",): 3}
    assert allocate({("a",): 9_990, ("b",): 10}, 10) == {("a",): 9, ("b",): 1}


def test_of_many_strata_the_smallest_are_taken_together() -> None:
    keys = [("a",)] * 60 + [("b",)] * 30 + [("c",)] * 6 + [("d",)] * 3 + [("e",)]
    drawn, strata = draw(range(100), keys, 12, 7)
    assert [(stratum.key, stratum.size) for stratum in strata] == [
        (("a",), 60),
        (("b",), 30),
        (("c",), 6),
        (("其余",), 4),
    ]
    assert sum(one.stratum.weight for one in drawn) == pytest.approx(100)
    assert [stratum.key for stratum in draw(range(100), keys, 1, 7)[1]] == [("其余",)]


def test_what_stays_apart_stays_apart_among_the_smallest_too() -> None:
    keys = [(year, kind) for year in "abcdefgh" for kind in ("task", "none") for _ in range(5)]
    drawn, strata = draw(range(80), keys, 12, 7, kept=1)
    assert [stratum.key for stratum in strata] == [("a", "none"), ("a", "task"), ("其余", "none"), ("其余", "task")]
    assert sum(one.stratum.weight for one in drawn) == pytest.approx(80)


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=80), st.integers(12, 90), st.integers(0, 5))
def test_weights_add_up_to_the_whole(keys: list[str], number: int, seed: int) -> None:
    drawn, strata = draw(range(len(keys)), [(key,) for key in keys], number, seed)
    assert sum(one.stratum.weight for one in drawn) == pytest.approx(len(keys))
    assert sum(stratum.size for stratum in strata) == len(keys)
    assert [one.item for one in drawn] == sorted({one.item for one in drawn})
    assert all(one.stratum.key == (keys[one.item],) for one in drawn)


def test_one_seed_draws_one_sample_and_another_another() -> None:
    keys = [("a",)] * 100
    first, again, other = ([one.item for one in draw(range(100), keys, 20, seed)[0]] for seed in (7, 7, 8))
    assert first == again != other


def test_a_stratum_that_is_added_leaves_the_others_as_they_were() -> None:
    first, _ = draw(range(100), [("a",)] * 100, 10, 7)
    more, _ = draw(range(200), [("a",)] * 100 + [("b",)] * 100, 20, 7)
    assert [one.item for one in first] == [one.item for one in more if one.item < 100]
