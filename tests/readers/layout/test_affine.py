"""Places within parts of a page, and on the page."""

from __future__ import annotations

import pytest

from raci.readers.layout.affine import Affine

_TURNED = Affine(0, 1, -1, 0)


@pytest.mark.parametrize(
    ("affine", "point", "expected"),
    [
        (Affine(), (3, 4), (3, 4)),
        (Affine(e=10, f=20), (3, 4), (13, 24)),
        (Affine(2, 0, 0, 0.5), (3, 4), (6, 2)),
        (_TURNED, (3, 4), (-4, 3)),
    ],
)
def test_point(affine: Affine, point: tuple[float, float], expected: tuple[float, float]) -> None:
    assert affine.point(*point) == expected


def test_box_stays_upright_when_it_is_turned() -> None:
    assert _TURNED.box(0, 0, 4, 1) == (-1, 0, 0, 4)


def test_a_form_in_a_form_is_placed_by_both() -> None:
    inner, outer = Affine(2, 0, 0, 2, 5, 0), Affine(0, 1, -1, 0, 0, 7)
    assert inner.within(outer).point(1, 1) == outer.point(*inner.point(1, 1))
    assert inner.within(Affine()) == Affine().within(inner) == inner


def test_area() -> None:
    assert Affine(2, 0, 0, 3).area_factor == 6
    assert _TURNED.area_factor == 1
