"""A user's patterns under a time limit."""

from __future__ import annotations

from time import thread_time

import pytest

from raci.rules import Rule
from raci.rules.matching import ActiveRules, any_of

#: on n times 市 without an end it takes some 1.6^n steps
SLOW = "(?:市|市市)+[甲乙丙]"


def rule(name: str, pattern: str, *, user: bool = True) -> Rule:
    return Rule(name, "verb", pattern, "测试。", ("无",), ("无",), role="lead", user=user)


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("raci.rules.matching.PATTERN_SECONDS", 0.1)


def test_patterns_with_a_users_rules_answer_as_those_of_re_do() -> None:
    book = ActiveRules([rule("my.one", "(?P<a>甲)乙"), rule("one", "丙", user=False)])
    pattern, text = book.pattern(any_of, "verb"), "丙甲乙丙"
    plain = ActiveRules([rule("my.one", "(?P<a>甲)乙", user=False), rule("one", "丙", user=False)]).pattern(
        any_of, "verb"
    )
    for each in (pattern, plain):
        assert [match.span() for match in each.finditer(text)] == [(0, 1), (1, 3), (3, 4)]
        assert [match.span() for match in each.finditer(text, 1, 3)] == [(1, 3)]
        assert each.search(text, 1)[0] == "甲乙"
        assert each.match(text, 1)["a"] == "甲"
        assert each.fullmatch(text) is None
        assert each.sub("", text) == ""
        assert "a" in each.groupindex


def test_the_one_that_is_slow_is_stopped_and_not_the_others() -> None:
    book = ActiveRules([rule("my.quick", "乙+"), rule("my.slow", SLOW), rule("own", "丙", user=False)])
    pattern = book.pattern(any_of, "verb")
    assert [match[0] for match in pattern.finditer("市" * 60 + "丁乙乙丙")] == ["乙乙", "丙"]
    assert book.stopped == ("my.slow",)
    assert [each.id for each in book.of("verb")] == ["my.quick", "own"]


def test_a_rule_that_is_stopped_in_one_pattern_is_left_out_of_all() -> None:
    slow = rule("my.slow", SLOW)
    book = ActiveRules([slow])
    one, other, alone = book.pattern(any_of, "verb"), book.pattern(any_of, "verb"), book.alone(slow)
    assert other.search("市市甲")
    assert alone.search("市市甲")
    assert one.search("市" * 60) is None
    assert other.search("市市甲") is None
    assert alone.search("市市甲") is None


def test_many_slow_calls_are_as_bad_as_one_that_never_ends() -> None:
    book = ActiveRules([rule("my.slow", SLOW)])
    pattern = book.pattern(any_of, "verb")
    length, seconds = 10, 0.0
    while seconds < 0.01:  # a good part of the limit, but within it
        length += 1
        begun = thread_time()
        pattern.search("市" * length)
        seconds = thread_time() - begun
    for _ in range(100):
        pattern.search("市" * length)
    assert book.stopped == ("my.slow",)


def test_a_long_text_is_no_reason_to_stop_a_rule() -> None:
    book = ActiveRules([rule("my.quick", "甲[^甲乙]{0,3}乙")])
    pattern = book.pattern(any_of, "verb")
    assert len(list(pattern.finditer("推动各项工作落实甲丙乙" * 300_000))) == 300_000
    assert book.stopped == ()
