"""Faults: one line, with place and remedy."""

from __future__ import annotations

import pickle

import pytest

import raci
from raci.errors import RaciError

KINDS = [getattr(raci, name) for name in raci.__all__ if name.endswith("Error")]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (RaciError("没有文字"), "没有文字"),
        (RaciError("没有文字", place="方案.txt"), "方案.txt：没有文字"),
        (RaciError("没有文字", remedy="请检查"), "没有文字；请检查"),
        (RaciError("没有文字", place="方案.txt", remedy="请检查"), "方案.txt：没有文字；请检查"),
        (RaciError("没有\n文字", place="a\tb.txt"), "a b.txt：没有 文字"),
    ],
)
def test_a_fault_is_one_line(fault: RaciError, said: str) -> None:
    assert str(fault) == said


@pytest.mark.parametrize("kind", KINDS)
def test_every_public_fault_is_of_one_tree_and_survives_a_process(kind: type[RaciError]) -> None:
    fault = kind("没有文字", place="方案.txt", remedy="请检查")
    again = pickle.loads(pickle.dumps(fault))
    assert isinstance(fault, RaciError)
    assert type(again) is kind
    assert (again.what, again.place, again.remedy, str(again)) == (fault.what, fault.place, fault.remedy, str(fault))
    assert kind.__doc__
