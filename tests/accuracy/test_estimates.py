"""Shares and their intervals, against published figures and by simulation."""

from __future__ import annotations

from random import Random

import pytest

from raci.accuracy.estimates import bootstrap, share, wilson


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
    interval = bootstrap(values, lambda _: 0, mean, 7)
    assert interval is not None
    middle = sum(values) / 400
    assert interval == pytest.approx((middle - 1.96 / 20, middle + 1.96 / 20), abs=0.02)


def test_strata_keep_their_size() -> None:
    # between the strata nothing varies, so that the interval is that of the noise within
    values = [0.0, 0.1] * 20 + [10.0, 10.1] * 20
    apart = bootstrap(values, lambda value: value > 5, mean, 7)
    together = bootstrap(values, lambda _: 0, mean, 7)
    assert apart is not None and together is not None
    assert apart[1] - apart[0] < 0.05 < together[1] - together[0]


def test_strata_of_one_vary_together() -> None:
    assert bootstrap([1.0, 0.0, 1.0, 0.0], lambda value: object(), mean, 7) is not None


@pytest.mark.parametrize("values", [[], [1.0], [1.0] * 30])
def test_where_nothing_varies_there_is_no_interval(values: list[float]) -> None:
    assert bootstrap(values, lambda _: 0, mean, 7) is None
