"""Patterns that look at one character first: the look must let through all that they begin with."""

from __future__ import annotations

import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from raci.register.name_patterns import built_in_patterns
from raci.rules import built_in
from raci.rules.text_patterns import pattern_files, text_patterns


def _tool() -> ModuleType:
    spec = spec_from_file_location("first_characters", Path(__file__).parents[2] / "tools" / "first_characters.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = _tool()


def _patterns() -> Iterator[tuple[str, str]]:
    yield from ((rule.id, rule.pattern) for rule in built_in() if rule.kind == "lexicon")
    yield from ((f"{file}/{id}", each.pattern) for file in pattern_files() for id, each in text_patterns(file).items())
    yield from ((f"register/{id}", each.pattern) for id, each in built_in_patterns().items())


def _looks(pattern: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Of each alternative that begins with a look at one character: what that lets through, what it begins with."""
    for part in TOOL.alternatives(pattern):
        parsed = list(parser.parse(part))
        if parsed and parsed[0][0] is op.ASSERT and parsed[0][1][0] == 1 and len(look := list(parsed[0][1][1])) == 1:
            let_through, begins = TOOL.first_characters(look), TOOL.first_characters(parsed[1:])
            if let_through is not None and begins is not None:
                yield let_through, begins


LOOKS = [(id, *look) for id, pattern in _patterns() for look in _looks(pattern)]


def test_some_patterns_look_first() -> None:
    assert len(LOOKS) > 20


@pytest.mark.parametrize(("id", "let_through", "begins"), LOOKS, ids=[id for id, *_ in LOOKS])
def test_a_look_leaves_nothing_out(id: str, let_through: frozenset[str], begins: frozenset[str]) -> None:
    left_out = {char for char in begins - let_through if not (char.isdecimal() and r"\d" in let_through)}
    assert not left_out, f"{id}: 跑一遍 tools/first_characters.py，漏了 {''.join(sorted(left_out))}"


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("报送|抄送", "(?=[抄报])(?:报送|抄送)"),
        ("^由|报送|抄送", "^由|(?=[抄报])(?:报送|抄送)"),
        (r"(?<!经)(?:向|与)", r"(?=[与向])(?<!经)(?:向|与)"),
        (r"\d+日|前", r"(?=[\d前])(?:\d+日|前)"),
        ("(?=[报])(?:报送|抄送)", "(?=[抄报])(?:报送|抄送)"),
        ("(?=[报])(?:报)?(?:送)", "(?=[报送])(?:报)?(?:送)"),
        (".送|报", None),
        ("报*", None),
        ("^报送", None),
    ],
)
def test_a_look_is_written(pattern: str, expected: str | None) -> None:
    assert TOOL.with_look(pattern, {}) == expected
