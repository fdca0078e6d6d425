"""Shares and their intervals, against published figures and by simulation."""

from __future__ import annotations

from random import Random

import pytest

from raci.accuracy.estimates import Estimate, JudgedUnit, bootstrap, harmonic_mean, ratio, share, wilson


@pytest.mark.parametrize(
    ("right", "units", "low", "high"),
    [
        # Newcombe 1998 (Statistics in Medicine 17: 857–872), table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_is_as_published(right: int, units: int, low: float, high: float) -> None:
    assert wilson(right / units, units) == pytest.approx((low, high), abs=5e-5)


def test_equal_weights_are_no_weights() -> None:
    judged = [(3.0, True)] * 81 + [(3.0, False)] * (263 - 81)
    estimate = share(judged)
    assert (estimate.low, estimate.high) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert estimate.method == "Wilson"


def test_weights_shift_the_share_and_widen_the_interval() -> None:
    estimate = share([(9.0, True)] * 10 + [(1.0, False)] * 10)
    assert estimate.value == pytest.approx(0.9)
    # (100)² / (10 · 81 + 10) units
    assert (estimate.low, estimate.high) == pytest.approx(wilson(0.9, 100**2 / 820))
    assert "有效样本量 12" in estimate.method


def test_nothing_judged_is_nothing_estimated() -> None:
    assert share([]).value is None


def mean(units: object) -> float | None:
    values = list(units)  # type: ignore[call-overload]
    return sum(values) / len(values) if values else None


def test_the_bootstrap_is_near_what_theory_says() -> None:
    random = Random(1)
    values = [random.gauss(0, 1) for _ in range(400)]
    interval = bootstrap(values, mean, 7)
    assert interval is not None
    middle = sum(values) / 400
    assert interval == pytest.approx((middle - 1.96 / 20, middle + 1.96 / 20), abs=0.02)


@pytest.mark.parametrize("values", [[], [1.0], [1.0] * 30])
def test_where_nothing_varies_there_is_no_interval(values: list[float]) -> None:
    assert bootstrap(values, mean, 7) is None


def test_units_of_one_are_a_simple_share() -> None:
    units = [JudgedUnit("", 1.0, int(number < 81), 1) for number in range(263)]
    estimate = ratio(units)
    assert estimate.value == pytest.approx(81 / 263)
    assert (estimate.low, estimate.high) == pytest.approx((0.2553, 0.3662), abs=3e-4)


def test_what_varies_between_strata_does_not_make_it_less_sure() -> None:
    units = [JudgedUnit(number % 2, 1.0, 1 if number % 2 else number % 4 // 2, 1) for number in range(200)]
    together = [unit._replace(stratum="") for unit in units]
    apart, one = ratio(units), ratio(together)
    assert apart.value == one.value == 0.75
    assert apart.low is not None and one.low is not None and apart.low >= one.low


def test_several_faults_in_one_unit_make_it_less_sure() -> None:
    spread = [JudgedUnit("", 1.0, 3 if number % 5 else 2, 3) for number in range(100)]
    heaped = [JudgedUnit("", 1.0, 3 if number % 15 else 0, 3) for number in range(100)]
    one, other = ratio(spread), ratio(heaped)
    assert one.value is not None and other.value == pytest.approx(one.value, abs=0.005)
    assert one.low is not None and other.low is not None and other.low < one.low


@pytest.mark.parametrize("units", [[], [JudgedUnit("", 2.0, 0, 0)] * 3])
def test_where_nothing_is_wanted_nothing_is_estimated(units: list[JudgedUnit]) -> None:
    assert ratio(units).value is None


def test_where_all_is_right_it_is_as_sure_as_the_units_are_many() -> None:
    units = [JudgedUnit(number % 3, 1.0, 2, 2) for number in range(20)] + [JudgedUnit("", 1.0, 0, 0)] * 30
    estimate = ratio(units)
    assert (estimate.value, estimate.high) == (1.0, 1.0)
    assert estimate.low == pytest.approx(wilson(1.0, 20)[0])


def test_the_intervals_hold_the_truth_as_often_as_they_say() -> None:
    """Of samples drawn again and again of a population with few faults, which come several in a clause."""
    random = Random(3)
    clauses = []
    for _ in range(3000):
        wanted = random.choice((1, 1, 2, 3, 6)) if random.random() < 0.4 else 0
        missed = random.choice((1, wanted)) if wanted and random.random() < 0.12 else 0
        clauses.append(JudgedUnit("", 1.0, wanted - missed, wanted))
    rows = [random.random() < 0.95 for _ in range(3000)]
    recall = sum(clause.right for clause in clauses) / sum(clause.wanted for clause in clauses)
    precision = sum(rows) / len(rows)
    f1 = 2 * precision * recall / (precision + recall)
    held = {"recall": 0, "f1": 0}
    for _ in range(300):
        of_clauses = ratio(random.sample(clauses, 100))
        both = harmonic_mean(share([(1.0, right) for right in random.sample(rows, 200)]), of_clauses)
        for name, estimate, truth in (("recall", of_clauses, recall), ("f1", both, f1)):
            assert estimate.low is not None and estimate.high is not None
            held[name] += estimate.low <= truth <= estimate.high
    assert min(held.values()) >= 0.93 * 300


def test_the_harmonic_mean_lies_between_its_shares() -> None:
    one, other = Estimate(0.9, 0.85, 0.94, 200, ""), Estimate(0.8, 0.7, 0.88, 100, "")
    both = harmonic_mean(one, other)
    assert both.value == pytest.approx(2 * 0.9 * 0.8 / 1.7)
    assert both.low is not None and both.high is not None
    assert 0.7 < both.low < both.value < both.high < 0.94
    assert both.units == 300


@pytest.mark.parametrize(
    ("one", "other", "value", "low"),
    [
        (Estimate(0.0, 0.0, 0.2, 20, ""), Estimate(0.8, 0.7, 0.9, 20, ""), 0.0, 0.0),
        (Estimate(0.1, 0.0, 0.2, 20, ""), Estimate(0.8, 0.7, 0.9, 20, ""), pytest.approx(0.1778, abs=1e-4), 0.0),
        (Estimate(None, None, None, 0, ""), Estimate(0.8, 0.7, 0.9, 20, ""), None, None),
        (Estimate(1.0, 0.98, 1.0, 200, ""), Estimate(1.0, 0.96, 1.0, 100, ""), 1.0, pytest.approx(0.977, abs=2e-3)),
    ],
)
def test_the_harmonic_mean_at_the_ends(one: Estimate, other: Estimate, value: object, low: object) -> None:
    both = harmonic_mean(one, other)
    assert (both.value, both.low) == (value, low)
