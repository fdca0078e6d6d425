"""Bureaus of several duties, and known bureaus of places that nobody knows."""

from __future__ import annotations

import pytest

from raci.register.compiling import built_in
from raci.register.name_reader import read_name

REGISTER = built_in()


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        # full names stay as they are written
        ("县农业农村和水利局", "县农业农村和水利局"),
        ("县农业农村和科学技术局", "县农业农村和科学技术局"),
        ("区农业农村和科技局", "区农业农村和科技局"),
        ("县自然资源和林业局", "县自然资源和林业局"),
        # short ones have all duties in full
        ("县工信商务局", "县工业信息化和商务局"),
        ("县工信和商务局", "县工业信息化和商务局"),
        ("县卫健和医保局", "县卫生健康和医疗保障局"),
        ("区城管和交通局", "区城市管理和交通运输局"),
        # a place or zone that the register does not hold
        ("宁东市场监管局", "宁东市场监督管理局"),
        ("高新市场监管局", "高新市场监督管理局"),
        # what is no duty is no part of such a name
        ("县招才局", "县招才局"),
        ("市白然资源和规划局", "市白然资源和规划局"),
        ("县住建局", "县住房和城乡建设局"),
    ],
)
def test_the_duties_of_a_merged_bureau_are_written_in_full(name: str, canonical: str) -> None:
    assert read_name(name, REGISTER).canonical == canonical
