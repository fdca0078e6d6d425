"""Words that are new and words that are gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci.comparison.segments import segments

WORDS = st.text(alphabet="推进建设水利工程，。\n", max_size=60)


def marked(before: str, after: str) -> tuple[str, str]:
    """Both texts with what only one of them has in brackets."""
    return tuple(  # type: ignore[return-value]
        "".join(f"[{part.text}]" if part.kind == "changed" else part.text for part in side)
        for side in segments(before, after)
    )


def test_what_changed_stands_out() -> None:
    assert marked("由市水利局负责河道清淤。", "由市水务局负责河道清淤。") == (
        "由市水[利]局负责河道清淤。",
        "由市水[务]局负责河道清淤。",
    )
    assert marked("整治河道", "整治河道和水库") == ("整治河道", "整治河道[和水库]")


def test_single_characters_between_changes_are_part_of_them() -> None:
    before, _ = marked("前面一样甲乙丙丁戊己后面一样", "前面一样子丑丙寅卯辰后面一样")
    assert before == "前面一样[甲乙丙丁戊己]后面一样"


@pytest.mark.parametrize(
    ("shorter", "longer"),
    [
        ("县财政局、县水利局", "县财政局[、县民政局]、县水利局"),
        ("县财政局、县自然资源局", "县财政局、县自然资源局[、县民政局]"),
        ("县水利局", "[县民政局、]县水利局"),
        ("加强监管，落实责任。", "加强监管[，强化执法]，落实责任。"),
        ("整治河道", "整治河道[和水库]"),
        ("", "[、县水利局]"),
    ],
)
def test_a_name_that_comes_or_goes_is_marked_whole(shorter: str, longer: str) -> None:
    words = longer.replace("[", "").replace("]", "")
    assert marked(shorter, words) == (shorter, longer)
    assert marked(words, shorter) == (longer, shorter)


@given(WORDS, WORDS)
def test_the_stretches_are_the_text(before: str, after: str) -> None:
    old, new = segments(before, after)
    assert "".join(part.text for part in old) == before
    assert "".join(part.text for part in new) == after
    shared = "".join(part.text for part in old if part.kind == "same")
    assert shared == "".join(part.text for part in new if part.kind == "same")
