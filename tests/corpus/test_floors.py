"""The labelled corpus, scored against floors that only rise (floors.toml beside this file).

The corpus lies beside the checkout (``../shared/corpus``); elsewhere name it with RACI_CORPUS. How each score is taken
says tools/scores.py.
"""

from __future__ import annotations

import sys

import pytest
import scores

FLOORS = scores.floors()


@pytest.mark.scored
@pytest.mark.parametrize("name", scores.SCORES)
def test_no_figure_falls_below_its_floor(name: str) -> None:
    if reason := scores.missing(name):
        pytest.skip(f"{reason} (name the corpus with RACI_CORPUS)")
    figures = scores.measure(name, f"{sys.executable} -m raci")
    assert not scores.fallen(figures, FLOORS[name]), figures


def test_every_score_has_floors() -> None:
    assert set(FLOORS) == set(scores.SCORES)


def test_a_figure_below_its_floor_is_named() -> None:
    bounds = {"at_least": {"f1": 0.9, "right": 2}, "at_most": {"spurious": 1}}
    assert scores.fallen({"f1": 0.9, "right": 3, "spurious": 1}, bounds) == []
    assert scores.fallen({"f1": 0.89, "right": 2, "spurious": 2}, bounds) == [
        "f1 is 0.89, and must be at least 0.9",
        "spurious is 2, and must be at most 1",
    ]
    assert scores.fallen({"f1": 1.0, "right": 2}, bounds) == ["there is no figure spurious"]


def test_figures_of_cases_are_those_of_all_and_of_each_family() -> None:
    output = '{"cases": 3, "right": 2, "wrong": 1, "stays": 1, "stays_right": 1, "families": {"wrap": [2, 3]}}'
    assert scores.case_figures(output) == {"cases": 3, "right": 2, "stays": 1, "stays_right": 1, "wrap": 2}
