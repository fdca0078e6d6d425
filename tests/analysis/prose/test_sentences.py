"""The sentences that are read, and the one look over a text that says where they may stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from raci.analysis.prose.sentences import MayTell, sentences
from raci.rules.lexicon import lexicon_pattern

WORDS = st.text(alphabet="市财政局负责报办公室应当，。；：（）《》,;:() \n", max_size=80)


def told(text: str) -> list[tuple[str, tuple[int, int]]]:
    found = MayTell(text, lexicon_pattern("prose.may-tell")).sentences(0, len(text), len(text))
    return [(sentence.words, sentence.span(0, len(sentence.words))) for sentence in found]


def test_only_sentences_that_may_tell_are_given() -> None:
    text = "推进设施建设。市财政局应当拨付资金；完善配套。办公室设在市水利局。"
    assert [words for words, _ in told(text)] == ["市财政局应当拨付资金", "办公室设在市水利局"]


def test_blanks_and_half_width_marks_change_neither_words_nor_places() -> None:
    text = "推进建设.。市 财政局\n应当拨付资金;完善配套"
    ((words, (start, end)),) = told(text)
    assert words == "市财政局应当拨付资金"
    assert text[start:end] == "市 财政局\n应当拨付资金"


def test_an_open_bracket_ends_with_its_sentence() -> None:
    assert [words for words, _ in told("（市财政局应当拨付；资金。市水利局应当管护；河道")] == [
        "（市财政局应当拨付；资金",
        "市水利局应当管护",
    ]


@given(WORDS)
def test_where_nothing_may_stand_nothing_is_told(text: str) -> None:
    if not MayTell(text, lexicon_pattern("prose.may-tell")).within(0, len(text)):
        assert told(text) == []


@given(WORDS)
def test_a_sentence_is_the_same_with_and_without_a_hint(text: str) -> None:
    every = [(sentence.words, sentence.span(0, len(sentence.words))) for sentence in sentences(text, 0, len(text))]
    hint = lexicon_pattern("prose.may-tell")
    assert told(text) == [each for each in every if _holds(text, each[1], hint.pattern)]


def _holds(text: str, span: tuple[int, int], pattern: str) -> bool:
    """Whether a hit of the hint in the whole text begins within a sentence."""
    import re

    words = "".join(text.split())
    for half, full in zip(",:;()", "，：；（）", strict=True):
        words = words.replace(half, full)
    places = [place for place, char in enumerate(text) if not char.isspace()]
    return any(span[0] <= places[match.start()] < span[1] for match in re.finditer(pattern, words))
