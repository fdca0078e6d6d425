"""The rules that hold in one run, and the patterns made of them; a user's rule that is too slow is stopped for the run.

A run is the analysis of one document. What it stopped leaves no trace in the next: rules are frozen values, the state
of a run is its own ActiveRules, and compiled patterns are remembered by their text alone.
"""

from __future__ import annotations

import logging
import math
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from time import thread_time
from typing import TYPE_CHECKING, TypeVar, cast

from raci.rules.loading import built_in
from raci.rules.text_pattern import TextMatch, TextPattern, compile_limitable, compile_plain
from raci.rules.values import PATTERN_SECONDS, Rule

if TYPE_CHECKING:
    import regex

__all__ = ["ActiveRules", "active_rules", "any_of", "unnamed"]

log = logging.getLogger("raci")

#: a text of this many characters earns a pattern its limit once more (a text of 50 MB takes its time anyway)
_LENGTH = 200_000
#: a call that takes more than this part of its limit is slow; slow calls may take the limit in all
_SLOW = 0.025

Build = Callable[[Sequence[Rule]], str]
Derived = TypeVar("Derived")
Result = TypeVar("Result")


def any_of(rules: Sequence[Rule]) -> str:
    """A pattern that matches where one of the rules does."""
    return "|".join(rule.pattern for rule in rules) or r"(?!)"


def unnamed(pattern: str) -> str:
    """A pattern without names for its groups: they would clash with the names that say which rule it is."""
    return compile_plain(r"\(\?P?<\w+>").sub("(?:", pattern)


class ActiveRules:
    """The rules that hold in one run: a user's, before those that come with raci, without those that were stopped.

    ``stopped`` names the user's rules that exceeded PATTERN_SECONDS in this run; they are left out from then on.
    Without rules of the user's nothing can be stopped, and the value never changes.
    """

    def __init__(self, rules: Sequence[Rule], stopped: Sequence[str] = ()) -> None:
        self.rules = tuple(rules)
        self.stopped = tuple(stopped)
        self._slow_seconds = 0.0
        self._derived: dict[Callable[[ActiveRules], object], object] = {}
        self._of: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[Rule, ...]] = {}
        self._own: dict[tuple[tuple[str, ...], tuple[str, ...]], bool] = {}

    def of(self, *kinds: str) -> tuple[Rule, ...]:
        """The rules of these kinds that hold, in order."""
        key = kinds, self.stopped
        held = self._of.get(key)
        if held is None:
            held = tuple(rule for rule in self.rules if rule.kind in kinds and rule.id not in self.stopped)
            self._of[key] = held
        return held

    def has_own(self, *kinds: str) -> bool:
        """Whether rules of the user's are among those of these kinds."""
        key = kinds, self.stopped
        own = self._own.get(key)
        if own is None:
            own = self._own[key] = any(rule.user for rule in self.of(*kinds))
        return own

    def pattern(self, build: Build, *kinds: str) -> TextPattern:
        """What ``build`` makes of the rules of these kinds, compiled.

        With rules of the user's among them it runs on ``regex`` under the time limit.
        """
        if self.has_own(*kinds):
            return _LimitedPattern(self, build, kinds)
        return compile_plain(build(self.of(*kinds)))

    def alone(self, rule: Rule) -> TextPattern:
        """The pattern of one rule by itself; once the rule is stopped it matches nothing."""
        if not rule.user:
            return compile_plain(rule.pattern)
        return self.pattern(lambda rules: any_of([other for other in rules if other.id == rule.id]), rule.kind)

    def derive(self, make: Callable[[ActiveRules], Derived]) -> Derived:
        """What ``make`` makes of these rules, made once in this run."""
        if make not in self._derived:
            self._derived[make] = make(self)
        return cast("Derived", self._derived[make])  # the key says the type of its value

    def count_seconds(self, seconds: float, text: str, kinds: Sequence[str]) -> None:
        """Count the time of a call: many slow ones are as bad as one that never ends."""
        if seconds > _SLOW * limit(text):
            self._slow_seconds += seconds
            if self._slow_seconds > limit(text):
                self.stop(text, kinds)

    def stop(self, text: str, kinds: Sequence[str]) -> None:
        """Leave out the user's rules that exceed the limit on ``text``; where none does alone, the slowest."""
        own = [rule for rule in self.of(*kinds) if rule.user]
        seconds = {rule.id: _seconds(rule, text) for rule in own} if len(own) > 1 else {}
        endless = [rule for rule in own if seconds.get(rule.id) == math.inf]
        for rule in endless or sorted(own, key=lambda rule: seconds.get(rule.id, 0.0))[-1:]:
            self.stopped = (*self.stopped, rule.id)
            place = f"{rule.file}：" if rule.file else ""
            log.warning("%s规则 %s 超过 %g 秒，已停用，其余照常；请改写它的 pattern", place, rule.id, PATTERN_SECONDS)
        self._slow_seconds = 0.0


def active_rules(rules: tuple[Rule, ...] = (), stopped: Sequence[str] = ()) -> ActiveRules:
    """The rules of a run: a user's, before the built-in ones, without those that the run has ``stopped`` so far."""
    if not rules:
        return _built_in_rules()
    return ActiveRules((*rules, *built_in()), stopped)


@cache
def _built_in_rules() -> ActiveRules:
    """The rules that come with raci; none of them is ever stopped, so all runs may share them."""
    return ActiveRules(built_in())


class _LimitedPattern:
    """A TextPattern that holds rules of the user's: no call goes on for ever."""

    def __init__(self, rules: ActiveRules, build: Build, kinds: Sequence[str]) -> None:
        self._rules, self._build, self._kinds = rules, build, kinds
        self._stopped: tuple[str, ...] | None = None
        self._compiled: regex.Pattern[str] | None = None

    @property
    def pattern(self) -> str:
        return self._pattern().pattern

    @property
    def groupindex(self) -> Mapping[str, int]:
        return self._pattern().groupindex

    def search(self, string: str, pos: int = 0, endpos: int = sys.maxsize, /) -> TextMatch | None:
        return self._run(lambda pattern, seconds: pattern.search(string, pos, endpos, timeout=seconds), string)

    def match(self, string: str, pos: int = 0, endpos: int = sys.maxsize, /) -> TextMatch | None:
        return self._run(lambda pattern, seconds: pattern.match(string, pos, endpos, timeout=seconds), string)

    def fullmatch(self, string: str, pos: int = 0, endpos: int = sys.maxsize, /) -> TextMatch | None:
        return self._run(lambda pattern, seconds: pattern.fullmatch(string, pos, endpos, timeout=seconds), string)

    def finditer(self, string: str, pos: int = 0, endpos: int = sys.maxsize, /) -> Iterator[TextMatch]:
        return iter(
            self._run(lambda pattern, seconds: list(pattern.finditer(string, pos, endpos, timeout=seconds)), string)
        )

    def sub(self, repl: str, string: str, /) -> str:
        return self._run(lambda pattern, seconds: pattern.sub(repl, string, timeout=seconds), string)

    def _pattern(self) -> regex.Pattern[str]:
        """Compiled of the rules that are not stopped."""
        if self._compiled is None or self._stopped != self._rules.stopped:
            self._stopped = self._rules.stopped
            self._compiled = compile_limitable(self._build(self._rules.of(*self._kinds)))
        return self._compiled

    def _run(self, call: Callable[[regex.Pattern[str], float], Result], text: str) -> Result:
        while True:
            pattern = self._pattern()
            begun = thread_time()
            try:
                result = call(pattern, limit(text))
            except TimeoutError:
                self._rules.stop(text, self._kinds)
            else:
                self._rules.count_seconds(thread_time() - begun, text, self._kinds)
                return result


def limit(text: str) -> float:
    """The seconds that a pattern may take on a text."""
    return PATTERN_SECONDS * (1 + len(text) / _LENGTH)


def _seconds(rule: Rule, text: str) -> float:
    """How long a rule by itself takes on a text; infinite where that is a good part of the limit."""
    import regex

    begun = thread_time()
    try:
        for _ in regex.finditer(rule.full_pattern, text, timeout=limit(text) / 4):
            pass
    except TimeoutError:
        return math.inf
    return thread_time() - begun
