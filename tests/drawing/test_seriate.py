"""Seriation: like to like, nothing lost, the same in every run."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from raci.drawing.seriate import differing, seriate

CELLS = st.dictionaries(st.tuples(st.integers(0, 8), st.integers(0, 8)), st.sampled_from([1.0, 2.0, 3.0]), max_size=30)


def test_nothing_gives_nothing() -> None:
    assert seriate({}) == ([], [])


def test_a_shuffled_band_is_found_again() -> None:
    # rows and columns that overlap one after the other: there is one order in which all ones stand together
    rows, columns = list(range(12)), list(range(13))
    random.Random(7).shuffle(rows)
    random.Random(8).shuffle(columns)
    cells = {(rows[at], columns[at + step]): 1.0 for at in range(12) for step in (0, 1)}
    found, across = seriate(cells)
    assert found in (rows, rows[::-1])
    assert across in (columns, columns[::-1])
    assert differing(found, cells, 0) < differing(sorted(rows), cells, 0)


def test_parts_that_share_nothing_stand_apart_in_document_order() -> None:
    cells = {(0, 5): 1.0, (2, 5): 1.0, (1, 4): 1.0, (3, 4): 1.0}
    assert seriate(cells) == ([0, 2, 1, 3], [5, 4])


@given(CELLS)
def test_every_row_and_column_is_there_once(cells: dict[tuple[int, int], float]) -> None:
    rows, columns = seriate(cells)
    assert sorted(rows) == sorted({row for row, _ in cells})
    assert sorted(columns) == sorted({column for _, column in cells})
    assert seriate(cells) == (rows, columns)
