"""Words that are new and words that are gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci.comparison.segments import segments

WORDS = st.text(alphabet="推进建设水利工程，。\n", max_size=60)


def marked(before: str, after: str, *names: str) -> tuple[str, str]:
    """Both texts with what only one of them has in brackets; ``names`` are those of bodies."""
    return tuple(  # type: ignore[return-value]
        "".join(f"[{part.text}]" if part.kind == "changed" else part.text for part in side)
        for side in segments(before, after, names)
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


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("由[市财政局]给予奖励。", "由[县财政局]给予奖励。"),
        ("责任：[市住建局、市税务局]", "责任：[县住建局、县税务局]"),
        ("责任：市财政局、[市民政局]", "责任：市财政局、[市民族宗教局]"),
        ("责任：市财政局、[市水利局]、市林业局", "责任：市财政局、[市水务局]、市林业局"),
        ("由市财政局、[市水利局]办理", "由市财政局、[市水利局河道科]办理"),
        ("牵头：[市城管局]", "牵头：[市公安局]"),
    ],
)
def test_a_name_that_became_another_is_marked_whole(before: str, after: str) -> None:
    plain = [words.replace("[", "").replace("]", "") for words in (before, after)]
    names = [name for words in plain for name in words.replace("由", "：").partition("：")[2].split("、")]
    names = [name.removesuffix("给予奖励。").removesuffix("办理") for name in names]
    assert marked(plain[0], plain[1], *names) == (before, after)
    assert marked(plain[1], plain[0], *names) == (after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("按〔2022〕[48]号执行", "按〔2022〕[29]号执行"),
        ("补贴[30%]购房款", "补贴[35%]购房款"),
        ("每平方米[1200]元", "每平方米[1500]元"),
        ("提高到[60.5]万元", "提高到[65.5]万元"),
        ("到[2025]年完成", "到[2026]年完成"),
        ("到2025年[6]月完成", "到2025年[16]月完成"),
        ("共[１２]项", "共[１３]项"),
    ],
)
def test_a_number_that_became_another_is_marked_whole(before: str, after: str) -> None:
    plain = [words.replace("[", "").replace("]", "") for words in (before, after)]
    assert marked(*plain) == (before, after)


@given(WORDS, WORDS, st.lists(st.text(alphabet="推进建设水利工程", min_size=1, max_size=4), max_size=3))
def test_units_leave_the_texts_as_they_are(before: str, after: str, names: list[str]) -> None:
    old, new = segments(before, after, names)
    assert "".join(part.text for part in old) == before
    assert "".join(part.text for part in new) == after
    shared = "".join(part.text for part in old if part.kind == "same")
    assert shared == "".join(part.text for part in new if part.kind == "same")


@given(WORDS, WORDS)
def test_the_stretches_are_the_text(before: str, after: str) -> None:
    old, new = segments(before, after)
    assert "".join(part.text for part in old) == before
    assert "".join(part.text for part in new) == after
    shared = "".join(part.text for part in old if part.kind == "same")
    assert shared == "".join(part.text for part in new if part.kind == "same")
