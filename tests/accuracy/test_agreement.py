"""Agreement of two coders, against published figures."""

from __future__ import annotations

import sys

import pytest

from raci.accuracy.agreement import agreement

#: Cohen's kappa of this table is 0.4 (share 0.7, by chance 0.5): 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no
YES_NO = [("是", "是")] * 20 + [("是", "否")] * 5 + [("否", "是")] * 10 + [("否", "否")] * 15


def test_kappa_is_as_published() -> None:
    found = agreement(YES_NO)
    assert (found.units, found.share) == (50, 0.7)
    assert found.kappa == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("first", "second", "alpha"),
    [
        # Krippendorff 2011 (Computing Krippendorff's Alpha-Reliability), parts A and B
        ("0100000010", "1110010000", 0.095),
        ("aabbdcccedda", "babbbccceddd", 0.692),
    ],
)
def test_alpha_is_as_published(first: str, second: str, alpha: float) -> None:
    pytest.importorskip("krippendorff")
    assert agreement(list(zip(first, second, strict=True))).alpha == pytest.approx(alpha, abs=5e-4)


def test_alpha_is_observed_by_expected_disagreement() -> None:
    pytest.importorskip("krippendorff")
    pairs = list(zip("aabbddcccedd", "babbccceeedd", strict=True))
    assert agreement(pairs).alpha == pytest.approx(krippendorff_by_hand(pairs))


def krippendorff_by_hand(pairs: list[tuple[str, str]]) -> float:
    """1 − observed / expected disagreement, out of the table of coincidences."""
    values = [value for pair in pairs for value in pair]
    number = len(values)
    observed = sum(2 for first, second in pairs if first != second)
    expected = sum(
        values.count(one) * values.count(other) for one in set(values) for other in set(values) if one != other
    )
    return 1 - (number - 1) * observed / expected


@pytest.mark.parametrize(
    ("pairs", "note"),
    [
        ([], "没有两人都判断的"),
        ([("对", ""), ("", "对")], "没有两人都判断的"),
        ([("对", "对")] * 5, "全是同一个词"),
    ],
)
def test_where_there_is_nothing_to_agree_on(pairs: list[tuple[str, str]], note: str) -> None:
    found = agreement(pairs)
    assert found.kappa is None and found.alpha is None
    assert note in found.note


def test_what_one_left_out_does_not_count_for_kappa() -> None:
    assert agreement([*YES_NO, ("是", ""), ("", "否")]).kappa == pytest.approx(0.4)


def test_without_the_package_there_is_kappa_and_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "krippendorff", None)
    found = agreement(YES_NO)
    assert found.kappa == pytest.approx(0.4) and found.alpha is None
    assert "raci[accuracy]" in found.note
