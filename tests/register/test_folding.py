"""Names as written to names that can be compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci.register.compiling import built_in
from raci.register.folding import clean_name, fold_name, may_end_with_one, name_ends, split_plates, strip_leftover


@pytest.mark.parametrize("name", ["市财政局", "市住建局（市人防办）"])
def test_a_clean_name_stays(name: str) -> None:
    assert clean_name(name) == name


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("市 财政 局", "市财政局"),
        ("市住建局(市人防办)", "市住建局（市人防办）"),
        ("城乡—体化", "城乡—体化"),
        ("市财政局Ａ", "市财政局A"),
    ],
)
def test_spaces_brackets_and_widths_are_of_one_kind(name: str, clean: str) -> None:
    assert clean_name(name) == clean


@pytest.mark.parametrize("name", ["", "局", "ABC", "市\x00局", "局" * 81])
def test_what_cannot_be_a_name_is_none(name: str) -> None:
    assert clean_name(name) is None


@given(st.text(max_size=40))
def test_a_clean_name_is_clean(name: str) -> None:
    clean = clean_name(name)
    assert clean is None or clean_name(clean) == clean


@pytest.mark.parametrize(
    ("name", "plain"),
    [("市财政局", "市财政局"), ("市财政局按职责分工负责", "市财政局"), ("市财政局等", "市财政局"), ("等", "等")],
)
def test_what_an_annotation_leaves_is_taken_off(name: str, plain: str) -> None:
    assert strip_leftover(name) == plain


def test_names_that_differ_in_connecting_words_only_are_one() -> None:
    assert fold_name("住房和城乡建设局") == fold_name("住房与城乡建设局") == "住房城乡建设局"


def test_plates_stand_in_brackets_at_the_end() -> None:
    assert split_plates("市住建局（市人防办，下同）（市地震局）") == ("市住建局", ("市人防办", "市地震局"))
    assert split_plates("（市人防办）") == ("（市人防办）", ())


@pytest.mark.parametrize("text", ["云岭市住房和城乡建设局", "住房城乡建设局", "云岭市发展改革委", "市人社局和"])
def test_what_may_end_with_a_name(text: str) -> None:
    ends = name_ends(map(fold_name, ("住房和城乡建设局", "发展和改革委", "人社局")))
    assert may_end_with_one(text, ends)


@pytest.mark.parametrize("text", ["云岭市园林绿化中心", "加快建设", "局", ""])
def test_what_ends_with_no_name(text: str) -> None:
    assert not may_end_with_one(text, name_ends(["住房城乡建设局"]))


def test_every_way_to_divide_a_name_is_still_seen() -> None:
    bodies = built_in().bodies
    for names, ends in ((bodies.local, bodies.local_ends), (bodies.party, bodies.party_ends)):
        assert all(may_end_with_one(f"云岭市{name}", ends) for name in names)
