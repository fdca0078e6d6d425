"""Offsets as browsers count them, and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from raci.web.utf16 import Utf16


@given(st.text(alphabet="甲a𠮷😀\n", max_size=40))
def test_offsets_go_there_and_back(text: str) -> None:
    offsets = Utf16(text)
    for place in range(len(text) + 1):
        halves = len(text[:place].encode("utf-16-le")) // 2
        assert offsets.of(place) == halves
        assert offsets.back(halves) == place


def test_an_offset_within_a_character_means_that_character() -> None:
    offsets = Utf16("甲𠮷乙")
    assert [offsets.back(at) for at in range(5)] == [0, 1, 1, 2, 3]
