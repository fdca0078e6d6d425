"""The patterns that extraction runs, compiled from the rules once per rule set."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any

import regex

from raci.rules import Rule, built_in
from raci.rules.loading import COLON, PATTERN_SECONDS

__all__ = ["Patterns", "Union", "patterns"]

log = logging.getLogger("raci")


class Union:
    """Several rules as one pattern; a match says which rule it is of.

    Built-in rules run on ``re``. With rules of the user's among them all run on ``regex`` under a time limit; a rule
    that exceeds it is left out from then on, and named in ``stopped``.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self.stopped: list[str] = []
        self._compile()

    def _compile(self) -> None:
        parts = [f"(?P<r{index}>{_unnamed(rule.full_pattern)})" for index, rule in enumerate(self.rules)]
        source = "|".join(parts) or r"(?!)"
        self.limited = any(rule.user for rule in self.rules)
        self.pattern: Any = regex.compile(source) if self.limited else re.compile(source)

    def finditer(self, text: str, start: int = 0) -> list[tuple[int, int, Rule]]:
        """The matches from ``start`` on, left to right: start, end, rule."""
        while True:
            try:
                found = (
                    self.pattern.finditer(text, start, timeout=PATTERN_SECONDS)
                    if self.limited
                    else self.pattern.finditer(text, start)
                )
                return [(match.start(), match.end(), self.rules[int(match.lastgroup[1:])]) for match in found]
            except TimeoutError:
                self._stop(text)

    def _stop(self, text: str) -> None:
        """Leave out the user's rules that exceed the limit on ``text``."""
        slow = []
        for rule in self.rules:
            if rule.user:
                try:
                    for _ in regex.finditer(rule.full_pattern, text, timeout=PATTERN_SECONDS):
                        pass
                except TimeoutError:
                    slow.append(rule.id)
        # together too slow, alone not: none can be told, so none of the user's stays
        slow = slow or [rule.id for rule in self.rules if rule.user]
        for each in slow:
            log.warning("规则 %s 超过 %g 秒，已停用", each, PATTERN_SECONDS)
        self.stopped += slow
        self.rules = tuple(rule for rule in self.rules if rule.id not in slow)
        self._compile()


def _unnamed(pattern: str) -> str:
    """Inner groups do not capture, so that the last group is the rule."""
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", re.sub(r"\(\?P<\w+>", "(?:", pattern))


class Patterns:
    """The compiled patterns of a rule set, with what has been read by them so far.

    The same few thousand names make up a corpus, so each is judged once (``bodies``, ``atoms``, ``heads``).
    """

    #: entries after which a memory starts anew
    MOST = 100_000

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        self.bodies: dict[str, bool] = {}
        self.places_known: dict[str, bool] = {}
        self.atoms: dict[tuple[str, bool], Any] = {}
        self.heads: dict[str, Any] = {}

    def _of(self, *kinds: str) -> list[Rule]:
        return [rule for rule in self.rules if rule.kind in kinds]

    def _any(self, *kinds: str) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{rule.pattern})" for rule in self._of(*kinds)) or r"(?!)")

    @cached_property
    def labels(self) -> Union:
        """Labels, in brackets or not, with or without a colon."""
        return Union(self._of("label"))

    @cached_property
    def running(self) -> re.Pattern[str]:
        """A label before a colon, in the running text."""
        any_label = "|".join(f"(?:{rule.pattern})" for rule in self._of("label"))
        alone = rf"[【\[〔［]\s*(?:{any_label})\s*[】\]〕］]"
        return re.compile(rf"[【\[〔［（(]?\s*(?:{any_label})\s*[】\]〕］)）]?{COLON}|{alone}")

    @cached_property
    def verbs(self) -> Union:
        """Verbs and infixes (牵头 … 会同 …)."""
        return Union(self._of("verb", "infix"))

    @cached_property
    def ending(self) -> Any:
        """How names of bodies end; searched from the end."""
        return regex.compile("(?r)" + "|".join(f"(?:{rule.pattern})" for rule in self._of("ending")))

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
        """等, 等部门: what leaves a list open; then it ends, or goes on with 及, 和."""
        return re.compile(rf"(?:{self._any('open').pattern})(?=\s*(?:$|[及和与以并（(〔\[]))")

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
    def refuse_always(self) -> re.Pattern[str]:
        """What makes a stretch no annotation, whatever labels it holds."""
        return self._any("refuse-always")

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
        return Union(self._of("column"))

    @property
    def stopped(self) -> tuple[str, ...]:
        """The ids of the user's rules that exceeded the time limit."""
        return (*self.labels.stopped, *self.verbs.stopped)


@lru_cache(maxsize=8)
def patterns(rules: tuple[Rule, ...] | None = None) -> Patterns:
    """The patterns of a rule set; those of the built-in rules by default."""
    return Patterns(built_in() if rules is None else rules)
