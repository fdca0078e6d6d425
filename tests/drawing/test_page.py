"""The frame of a picture: its legend shows the marks that stand in it."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from raci.drawing.page import Caption, Sample, new_sheet


@pytest.mark.parametrize(
    ("shape", "mark", "radius"), [("box", "rect", None), ("round", "circle", 6), ("dot", "circle", 3)]
)
def test_a_sample_of_the_legend_has_the_shape_of_its_mark(shape: str, mark: str, radius: int | None) -> None:
    sheet = new_sheet(Caption("护河", "2 个单位", (Sample("牵头", fill="#123456", shape=shape),), "方案", "raci"))
    [shown] = [part for part in ET.fromstring(sheet.svg()).iter() if part.get("fill") == "#123456"]
    assert shown.tag.rpartition("}")[2] == mark
    assert radius is None or float(shown.get("r", "")) == radius
