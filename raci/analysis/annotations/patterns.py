"""The patterns that extraction runs, compiled from the rules once per rule set."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any, cast

import regex

from raci.analysis.annotations import hints
from raci.rules import Rule
from raci.rules.loading import COLON
from raci.rules.matching import Rulebook, any_of, rulebook, unnamed

__all__ = ["DATE", "Patterns", "Union", "patterns"]


#: stands for a date in the patterns of what surrounds one
DATE = "□"


class Union:
    """The rules of some kinds as one pattern; a match says which rule it is of."""

    def __init__(self, book: Rulebook, *kinds: str) -> None:
        self._book, self._kinds = book, kinds
        self._place = {rule.id: place for place, rule in enumerate(book.rules)}
        #: whether rules of the user's are among them
        self.own = book.own(*kinds)
        self.pattern = book.pattern(self._build, *kinds)

    @property
    def rules(self) -> list[Rule]:
        """The rules, in order."""
        return self._book.of(*self._kinds)

    def _build(self, rules: Sequence[Rule]) -> str:
        parts = [f"(?P<r{self._place[rule.id]}>{unnamed(rule.full_pattern)})" for rule in rules]
        return "|".join(parts) or r"(?!)"

    def finditer(self, text: str, start: int = 0) -> list[tuple[int, int, Rule]]:
        """The matches from ``start`` on, left to right: start, end, rule."""
        rules = self._book.rules
        return [
            (match.start(), match.end(), rules[int(str(match.lastgroup)[1:])])
            for match in self.pattern.finditer(text, start)
        ]


class Patterns:
    """The compiled patterns of a rule set, with what has been read by them so far.

    The same few thousand names make up a corpus, so each is judged once (``bodies``, ``atoms``, ``heads``).
    """

    #: entries after which a memory starts anew
    MOST = 100_000

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.bodies: dict[str, bool] = {}
        self.places_known: dict[str, bool] = {}
        self.atoms: dict[tuple[str, bool], Any] = {}
        self.heads: dict[str, Any] = {}

    def _any(self, *kinds: str) -> re.Pattern[str]:
        return self.book.pattern(any_of, *kinds)

    def _hint(self, quick: Any, *kinds: str, tail: str = "") -> re.Pattern[str]:
        """A quick look, so wide that it hides none of the user's rules of these kinds (that match before ``tail``)."""
        if not self.book.own(*kinds):
            return cast("re.Pattern[str]", quick)

        def wider(rules: Sequence[Rule]) -> str:
            return f"{quick.pattern}|(?:{any_of([rule for rule in rules if rule.user])}){tail}"

        return self.book.pattern(wider, *kinds)

    @cached_property
    def trigger(self) -> re.Pattern[str]:
        """Words without which nothing is an annotation."""
        return self._hint(hints.TRIGGER, "label", "verb", "infix", "standing")

    @cached_property
    def label_end(self) -> re.Pattern[str]:
        """Where a label in the running text may end."""
        return self._hint(hints.LABEL_END, "label", tail=hints.LABEL_TAIL)

    @cached_property
    def maybe_deadline(self) -> re.Pattern[str]:
        """What a time limit holds."""
        return self._hint(hints.DEADLINE, "deadline")

    @cached_property
    def maybe_standing(self) -> re.Pattern[str]:
        """Words that a standing rule in brackets holds."""
        return self._hint(hints.STANDING, "standing")

    @cached_property
    def maybe_standing_sentence(self) -> re.Pattern[str]:
        """Where a standing rule may stand in the running text."""
        return self._hint(hints.STANDING_SENTENCE, "standing")

    @cached_property
    def labels(self) -> Union:
        """Labels, in brackets or not, with or without a colon."""
        return Union(self.book, "label")

    @cached_property
    def running(self) -> re.Pattern[str]:
        """A label before a colon, in the running text."""
        return self.book.pattern(_running, "label")

    @cached_property
    def verbs(self) -> Union:
        """Verbs and infixes (牵头 … 会同 …)."""
        return Union(self.book, "verb", "infix")

    @cached_property
    def ending(self) -> Any:
        """How names of bodies end; searched from the end."""
        if self.book.own("ending"):
            return self.book.pattern(_from_the_end, "ending")
        return regex.compile(_from_the_end(self.book.of("ending")))

    @cached_property
    def prose(self) -> re.Pattern[str]:
        """What names of bodies never hold."""
        return self._any("prose")

    @cached_property
    def function(self) -> re.Pattern[str]:
        """What names a body by itself, and may begin a longer name: 广电, 水务."""
        return self._any("function")

    @cached_property
    def duty(self) -> re.Pattern[str]:
        """What begins the words that say what a body does, behind its name: 受理申请."""
        return self._any("duty")

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
        return self.book.pattern(lambda rules: rf"(?:{any_of(rules)})(?=\s*(?:$|[及和与以并（(〔\[]))", "open")

    @cached_property
    def lead_in(self) -> re.Pattern[str]:
        """由, 请: what stands before a list."""
        return self._any("lead-in")

    @cached_property
    def deadline(self) -> re.Pattern[str]:
        """A time limit."""
        return self._any("deadline")

    @cached_property
    def no_deadline(self) -> re.Pattern[str]:
        """What, around a date in the running text (DATE stands for it), says that it is no time limit of the task."""
        return self._any("no-deadline")

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
        return tuple((rule, self.book.alone(rule)) for rule in self.book.of("standing"))


def _running(rules: Sequence[Rule]) -> str:
    label = any_of(rules)
    alone = rf"[【\[〔［]\s*(?:{label})\s*[】\]〕］]"
    return rf"[【\[〔［（(]?\s*(?:{label})\s*[】\]〕］)）]?(?:[（(〔][^（）()〔〕]{{4,40}}[)）〕])?{COLON}|{alone}"


def _from_the_end(rules: Sequence[Rule]) -> str:
    return f"(?r){any_of(rules)}"


@lru_cache(maxsize=8)
def patterns(rules: tuple[Rule, ...] = ()) -> Patterns:
    """The patterns of a rule set: a user's rules, before the built-in ones."""
    return Patterns(rulebook(rules))
