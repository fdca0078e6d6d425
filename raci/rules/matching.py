"""A rule set and the patterns made of it: a user's rules run under a time limit, and one too slow is left out."""

from __future__ import annotations

import logging
import math
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from time import thread_time
from typing import Any, cast

import regex

from raci.rules.loading import PATTERN_SECONDS, Rule, built_in

__all__ = ["Rulebook", "any_of", "rulebook", "unnamed"]

log = logging.getLogger("raci")

#: how many characters earn a pattern as much time again (a text of 50 MB takes its time, whatever the pattern)
_LENGTH = 200_000
#: a call that takes more than this part of its limit is slow; slow calls may take the limit in all
_SLOW = 0.025

#: a name for a group
_NAMED = re.compile(r"\(\?P?<\w+>")

Build = Callable[[Sequence[Rule]], str]


def any_of(rules: Sequence[Rule]) -> str:
    """A pattern that holds where one of the rules does."""
    return "|".join(rule.pattern for rule in rules) or r"(?!)"


def unnamed(pattern: str) -> str:
    """A pattern without names for its groups: they would clash with those that say which rule it is."""
    return _NAMED.sub("(?:", pattern)


class Rulebook:
    """The rules that hold together: a user's, then those that come with raci.

    ``stopped`` names the user's rules that took longer than PATTERN_SECONDS; they are left out from then on.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self.own_rules = tuple(rule for rule in self.rules if rule.user)
        self.stopped: tuple[str, ...] = ()
        self._slow = 0.0

    def of(self, *kinds: str) -> list[Rule]:
        """The rules of these kinds that hold, in order."""
        return [rule for rule in self.rules if rule.kind in kinds and rule.id not in self.stopped]

    def own(self, *kinds: str) -> bool:
        """Whether the user has rules of these kinds."""
        return any(rule.user for rule in self.of(*kinds))

    def pattern(self, build: Build, *kinds: str) -> re.Pattern[str]:
        """What ``build`` makes of the rules of these kinds, compiled.

        With rules of the user's among them it runs on ``regex`` under the time limit, and answers as a pattern of
        ``re`` does.
        """
        if self.own(*kinds):
            return cast("re.Pattern[str]", _Limited(self, build, kinds))
        return re.compile(build(self.of(*kinds)))

    def alone(self, rule: Rule) -> re.Pattern[str]:
        """The pattern of one rule by itself; once the rule is stopped it matches nothing."""
        if not rule.user:
            return re.compile(rule.pattern)
        return self.pattern(lambda rules: any_of([each for each in rules if each.id == rule.id]), rule.kind)

    def took(self, seconds: float, text: str, kinds: Sequence[str]) -> None:
        """Count a call's time: many slow ones are as bad as one that never ends."""
        if seconds > _SLOW * limit(text):
            self._slow += seconds
            if self._slow > limit(text):
                self.stop(text, kinds)

    def stop(self, text: str, kinds: Sequence[str]) -> None:
        """Leave out the user's rules that exceed the limit on ``text``; where none does alone, the slowest."""
        own = [rule for rule in self.of(*kinds) if rule.user]
        taken = {rule.id: _seconds(rule, text) for rule in own} if len(own) > 1 else {}
        slow = [rule for rule in own if taken.get(rule.id) == math.inf]
        for rule in slow or sorted(own, key=lambda each: taken.get(each.id, 0.0))[-1:]:
            self.stopped = (*self.stopped, rule.id)
            place = f"{rule.file}：" if rule.file else ""
            log.warning("%s规则 %s 超过 %g 秒，已停用，其余照常；请改写它的 pattern", place, rule.id, PATTERN_SECONDS)
        self._slow = 0.0


@lru_cache(maxsize=8)
def rulebook(rules: tuple[Rule, ...] = ()) -> Rulebook:
    """The rule set of a user's rules, before those that come with raci."""
    return Rulebook((*rules, *built_in()))


class _Limited:
    """A pattern that holds rules of the user's: as ``re.Pattern``, but no call goes on for ever."""

    def __init__(self, book: Rulebook, build: Build, kinds: Sequence[str]) -> None:
        self._book, self._build, self._kinds = book, build, kinds
        self._made: tuple[tuple[str, ...], Any] | None = None

    def search(self, text: str, *span: int) -> Any:
        return self._run("search", text, *span)

    def match(self, text: str, *span: int) -> Any:
        return self._run("match", text, *span)

    def fullmatch(self, text: str, *span: int) -> Any:
        return self._run("fullmatch", text, *span)

    def finditer(self, text: str, *span: int) -> Iterator[Any]:
        return iter(self._run("finditer", text, *span))

    def sub(self, with_: str, text: str) -> str:
        found: str = self._run("sub", text, with_)
        return found

    @property
    def groupindex(self) -> dict[str, int]:
        found: dict[str, int] = self._pattern().groupindex
        return found

    def _pattern(self) -> Any:
        """Compiled of the rules that are not stopped."""
        stopped = self._book.stopped
        if self._made is None or self._made[0] != stopped:
            self._made = (stopped, regex.compile(self._build(self._book.of(*self._kinds))))
        return self._made[1]

    def _run(self, method: str, text: str, *rest: Any) -> Any:
        while True:
            arguments = (*rest, text) if method == "sub" else (text, *rest)
            call = getattr(self._pattern(), method)
            begun = thread_time()
            try:
                found = call(*arguments, timeout=limit(text))
                if method == "finditer":
                    found = list(found)
            except TimeoutError:
                self._book.stop(text, self._kinds)
            else:
                self._book.took(thread_time() - begun, text, self._kinds)
                return found


def limit(text: str) -> float:
    """The seconds that a pattern may take on a text."""
    return PATTERN_SECONDS * (1 + len(text) / _LENGTH)


def _seconds(rule: Rule, text: str) -> float:
    """How long a rule by itself takes on a text; infinite where that is a good part of the limit."""
    begun = thread_time()
    try:
        for _ in regex.finditer(rule.full_pattern, text, timeout=limit(text) / 4):
            pass
    except TimeoutError:
        return math.inf
    return thread_time() - begun
