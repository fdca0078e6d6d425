"""Word lists that code looks up by rule id: the rules of kind ``lexicon`` in ``raci/data/rules/``."""

from __future__ import annotations

import re
from functools import cache

from raci.model.pattern_codes import compiled
from raci.rules.loading import built_in
from raci.rules.values import Rule

__all__ = ["LEXICON", "lexicon_alternation", "lexicon_hint", "lexicon_pattern", "lexicon_words"]

#: the kind of rule that only code refers to: each has a place of its own, so none is tried beside another
LEXICON = "lexicon"
_ESCAPED = re.compile(r"\\(.)")


@cache
def _entries() -> dict[str, Rule]:
    return {rule.id: rule for rule in built_in() if rule.kind == LEXICON}


def lexicon_alternation(rule_id: str) -> str:
    """The words of an entry as part of a larger pattern. Raises KeyError where there is no such entry."""
    return f"(?:{_entries()[rule_id].pattern})"


@cache
def lexicon_pattern(rule_id: str) -> re.Pattern[str]:
    """The pattern of an entry, compiled once. Raises KeyError where there is no such entry."""
    return compiled(_entries()[rule_id].pattern)


@cache
def lexicon_hint(rule_id: str) -> re.Pattern[str]:
    """A pattern that is found where that of an entry is, and matches but one character there.

    For those who ask only where one begins: none is hidden by another that reaches over its beginning. Raises KeyError
    where there is no such entry.
    """
    return compiled(f"(?={_entries()[rule_id].pattern})(?s:.)")


@cache
def lexicon_words(rule_id: str) -> frozenset[str]:
    """The words of an entry that is a plain list (``单位|部门``), or its characters (``[局委办]``; no ranges).

    Raises KeyError where there is no such entry.
    """
    pattern = _entries()[rule_id].pattern
    if pattern.startswith("["):
        return frozenset(_ESCAPED.sub(r"\1", pattern[1:-1]))
    return frozenset(pattern.split("|"))
