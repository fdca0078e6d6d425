from hypothesis import given
from hypothesis import strategies as st

from raci.drawing.spread import fit, overlapping, spread

PLACES = st.lists(st.tuples(st.floats(0, 800), st.floats(0, 500)), min_size=1, max_size=20)


def test_boxes_that_stand_apart_stay_where_they_are() -> None:
    places = [(100.0, 100.0), (300.0, 100.0)]
    assert spread(places, [(50.0, 30.0)] * 2, 800, 500) == places


def test_a_frame_that_is_too_small_is_refused() -> None:
    assert spread([(10.0, 10.0)] * 9, [(60.0, 60.0)] * 9, 100, 100) is None


@given(PLACES)
def test_boxes_do_not_overlap_and_stay_within_the_frame(places: list[tuple[float, float]]) -> None:
    sizes = [(40.0 + 3 * index, 30.0) for index in range(len(places))]
    moved = spread(places, sizes, 800, 500)
    assert moved is not None
    assert overlapping(moved, sizes) == []
    for (x, y), (width, height) in zip(moved, sizes, strict=True):
        assert width / 2 - 1e-6 <= x <= 800 - width / 2 + 1e-6
        assert height / 2 - 1e-6 <= y <= 500 - height / 2 + 1e-6


def test_a_layout_is_stretched_to_the_frame() -> None:
    assert fit([(0.0, 0.0), (1.0, 2.0)], [(20.0, 10.0)] * 2, 800, 500) == [(10, 5), (790, 495)]
    assert fit([(7.0, 7.0)], [(20.0, 10.0)], 800, 500) == [(400, 250)]
