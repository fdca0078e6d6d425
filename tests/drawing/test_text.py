import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from raci.drawing.text import ELLIPSIS, clean, shorten, width, wrap

WORDS = st.text(alphabet="健全机制，、。（）“”（一）1.ABgl… 开发区", max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("财政局", "财政局"),
        ("财政局\n办公室", "财政局 办公室"),
        ("局\x0b\x00名", "局 名"),
        ("\ud800甲\ufffe", "甲"),
    ],
)
def test_what_xml_cannot_hold_becomes_a_space(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_ideographs_and_full_width_marks_are_one_em_wide() -> None:
    assert width("开发区，“三”…") == len("开发区，“三”…")


def test_a_text_that_fits_is_left_alone() -> None:
    assert shorten("优化营商环境", 6) == "优化营商环境"
    assert wrap("优化营商环境", 6) == ["优化营商环境"]


def test_a_long_text_ends_with_an_ellipsis() -> None:
    assert shorten("优化营商环境，激发活力", 8) == f"优化营商环境{ELLIPSIS}"


def test_lines_are_of_about_one_length() -> None:
    assert wrap("健全开发区土地利用管理和考核评价工作", 16) == ["健全开发区土地利用", "管理和考核评价工作"]


def test_lines_break_at_a_pause_where_there_is_one() -> None:
    assert wrap("优化开发区功能定位，健全管理体制机制", 14) == ["优化开发区功能定位，", "健全管理体制机制"]
    assert wrap("省编办〔省审改办〕", 8) == ["省编办", "〔省审改办〕"]


@given(WORDS, st.integers(4, 20), st.integers(1, 3))
def test_lines_are_never_too_long_nor_too_many(text: str, limit: int, lines: int) -> None:
    wrapped = wrap(clean(text), limit, lines)
    assert len(wrapped) <= lines
    assert all(width(line) <= limit for line in wrapped)


@given(WORDS, st.integers(4, 20), st.integers(1, 3))
def test_nothing_is_lost_without_an_ellipsis(text: str, limit: int, lines: int) -> None:
    text = clean(text)
    wrapped = wrap(text, limit, lines)
    if not wrapped[-1].endswith(ELLIPSIS):
        assert "".join(wrapped).replace(" ", "") == text.replace(" ", "")


@given(WORDS, st.integers(6, 20))
@example("一 ，A", 6)
def test_no_line_but_the_first_begins_with_a_closing_mark(text: str, limit: int) -> None:
    text = "开发区" + clean(text).replace("，，", "").translate(str.maketrans("", "", "、。（）“”…"))
    assert not any(line.startswith("，") for line in wrap(text, limit, 3)[1:])
