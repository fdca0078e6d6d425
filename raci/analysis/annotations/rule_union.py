"""Rules of some kinds, sought as one pattern."""

from __future__ import annotations

from collections.abc import Sequence

from raci.rules import Rule
from raci.rules.matching import ActiveRules, unnamed

__all__ = ["RuleUnion"]


class RuleUnion:
    """The rules of some kinds as one pattern; a match says which rule it is of."""

    def __init__(self, rules: ActiveRules, *kinds: str) -> None:
        self._rules, self._kinds = rules, kinds
        self._place = {rule.id: place for place, rule in enumerate(rules.rules)}
        #: whether rules of the user's are among them
        self.own = rules.has_own(*kinds)
        self.pattern = rules.pattern(self._build, *kinds)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules, in order."""
        return self._rules.of(*self._kinds)

    def _build(self, rules: Sequence[Rule]) -> str:
        parts = [f"(?P<r{self._place[rule.id]}>{unnamed(rule.full_pattern)})" for rule in rules]
        return "|".join(parts) or "(?!)"

    def finditer(self, text: str, start: int = 0) -> list[tuple[int, int, Rule]]:
        """The matches from ``start`` on, left to right: start, end, rule."""
        rules = self._rules.rules
        return [
            (match.start(), match.end(), rules[int(str(match.lastgroup)[1:])])
            for match in self.pattern.finditer(text, start)
        ]
