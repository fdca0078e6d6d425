"""The patterns that extraction runs, compiled from the rules once per rule set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import regex

from raci.rules import Rule, built_in
from raci.rules.loading import COLON, PATTERN_SECONDS

__all__ = ["Patterns", "Union", "patterns"]

#: user patterns run under this limit, in seconds a call
LIMIT = PATTERN_SECONDS


@dataclass(frozen=True)
class Union:
    """Several rules as one pattern; a match says which rule it is of."""

    pattern: re.Pattern[str]
    rules: tuple[Rule, ...]

    def rule(self, match: re.Match[str]) -> Rule:
        """The rule that a match is of."""
        name = match.lastgroup or ""
        return self.rules[int(name[1:])]

    def finditer(self, text: str) -> Iterator[tuple[re.Match[str], Rule]]:
        """The matches in ``text`` with their rules, left to right."""
        for match in self.pattern.finditer(text):
            yield match, self.rule(match)


def _union(rules: Sequence[Rule]) -> Union:
    parts = [f"(?P<r{index}>{_unnamed(rule.full_pattern)})" for index, rule in enumerate(rules)]
    return Union(re.compile("|".join(parts) or r"(?!)"), tuple(rules))


def _unnamed(pattern: str) -> str:
    """Inner groups do not capture, so that the last group is the rule."""
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", re.sub(r"\(\?P<\w+>", "(?:", pattern))


class Patterns:
    """The compiled patterns of a rule set. Built-in rules run on ``re``; a user's run on ``regex`` with a limit."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        #: names judged so far (is it like a body's?): the same few hundred names make up a corpus
        self.bodies: dict[str, bool] = {}

    def _of(self, *kinds: str, user: bool = False) -> list[Rule]:
        return [rule for rule in self.rules if rule.kind in kinds and (rule.user == user or not user)]

    def _any(self, *kinds: str) -> re.Pattern[str]:
        rules = self._of(*kinds)
        return re.compile("|".join(f"(?:{rule.pattern})" for rule in rules) or r"(?!)")

    @cached_property
    def labels(self) -> Union:
        """Labels, in brackets or not, with or without a colon."""
        return _union(self._of("label"))

    @cached_property
    def running(self) -> re.Pattern[str]:
        """A label before a colon, in the running text."""
        any_label = "|".join(f"(?:{rule.pattern})" for rule in self._of("label"))
        return re.compile(
            rf"[【\[〔（(]?\s*(?:{any_label})\s*[】\]〕)）]?{COLON}|[【\[〔]\s*(?:{any_label})\s*[】\]〕]"
        )

    @cached_property
    def verbs(self) -> Union:
        """Verbs and infixes (牵头 … 会同 …)."""
        return _union(self._of("verb", "infix"))

    @cached_property
    def ending(self) -> re.Pattern[str]:
        """How names of bodies end."""
        return self._any("ending")

    @cached_property
    def prose(self) -> re.Pattern[str]:
        """What names of bodies never hold."""
        return self._any("prose")

    @cached_property
    def places(self) -> re.Pattern[str]:
        """A place, or places in general."""
        return self._any("places")

    @cached_property
    def seat(self) -> re.Pattern[str]:
        """The ending that a run of places shares."""
        return self._any("seat")

    @cached_property
    def open(self) -> re.Pattern[str]:
        """等, 等部门: what leaves a list open."""
        return self._any("open")

    @cached_property
    def lead_in(self) -> re.Pattern[str]:
        """由, 请: what stands before a list."""
        return self._any("lead-in")

    @cached_property
    def deadline(self) -> re.Pattern[str]:
        """A time limit."""
        return self._any("deadline")

    @cached_property
    def refuse(self) -> re.Pattern[str]:
        """What makes a stretch no annotation."""
        return self._any("refuse")

    @cached_property
    def refuse_bare(self) -> re.Pattern[str]:
        """What makes a bracket without label or verb no list of bodies."""
        return self._any("refuse-bare")

    @cached_property
    def refuse_label(self) -> re.Pattern[str]:
        """What, standing before a label, makes it a word of the sentence."""
        return self._any("refuse-label")

    @cached_property
    def standing(self) -> tuple[tuple[Rule, re.Pattern[str]], ...]:
        """What a document says once for all."""
        return tuple((rule, re.compile(rule.pattern)) for rule in self._of("standing"))

    @cached_property
    def columns(self) -> Union:
        """Heads of a table's columns."""
        return _union(self._of("column"))

    @cached_property
    def users(self) -> tuple[tuple[Rule, Any], ...]:
        """The user's own labels and verbs, to be run under a time limit."""
        return tuple((rule, regex.compile(rule.full_pattern)) for rule in self.rules if rule.user)


@lru_cache(maxsize=8)
def patterns(rules: tuple[Rule, ...] | None = None) -> Patterns:
    """The patterns of a rule set; those of the built-in rules by default."""
    return Patterns(built_in() if rules is None else rules)
