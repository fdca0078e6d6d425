import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci.writers.file_names import LONGEST, MOST_BYTES, UniqueFileNames, file_name, name_limit


@pytest.mark.parametrize("title", ["开发区改革方案1", "“十四五”规划（2024—2025年）", "a b", "v1.2 草案", "console"])
def test_good_names_stay(title: str) -> None:
    assert file_name(title) == title


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ('a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"),
        ("方案...", "方案"),
        ("方案 . ", "方案"),
        ("..\\..\\etc", "_.._etc"),
        ("-rf", "rf"),
        ("CON", "_CON"),
        ("nul.方案", "_nul.方案"),
        ("Com1", "_Com1"),
        ("两\n行　标题", "两 行 标题"),
        ("零\u200b宽\u202e反转", "零宽反转"),
        ("", "方案"),
        ("???", "方案"),
        (" . ", "方案"),
    ],
)
def test_bad_names_are_mended(title: str, expected: str) -> None:
    assert file_name(title) == expected


def test_long_names_are_cut_between_characters() -> None:
    made = file_name("规划" * 200)
    assert len(made.encode()) <= MOST_BYTES
    assert set(made) == {"规", "划"}


def test_a_name_that_stands_twice_in_a_path_leaves_it_short_enough_for_windows() -> None:
    folder = "C:\\Users\\某某某\\Documents\\工作\\2025年\\"
    longest = name_limit(folder, times=2)
    made = file_name("plan " * 60, longest=longest)
    assert len(made) <= longest <= LONGEST
    assert len(f"{folder}{made}\\{made}.xlsx") <= 240
    assert name_limit("x" * 400) == 12, "a name stays a name"


@given(st.text(max_size=80))
def test_every_title_gives_a_name_that_windows_takes(title: str) -> None:
    made = file_name(title)
    assert made
    assert not set(made) & set('<>:"/\\|?*')
    assert not any(unicodedata.category(char) == "Cc" for char in made)
    assert made[-1] not in ". "
    assert made[0] not in ".-"
    assert len(made.encode()) <= MOST_BYTES
    assert file_name(made) == made


def test_names_do_not_repeat_whatever_their_case() -> None:
    names = UniqueFileNames()
    assert [names.of(title) for title in ("Plan", "PLAN", "plan", "", "")] == [
        "Plan",
        "PLAN-2",
        "plan-3",
        "方案",
        "方案-2",
    ]


def test_a_title_that_looks_like_a_second_one_is_kept_apart() -> None:
    names = UniqueFileNames()
    assert [names.of(title) for title in ("a-2", "a", "a")] == ["a-2", "a", "a-3"]
