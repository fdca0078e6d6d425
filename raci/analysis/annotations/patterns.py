"""The patterns that extraction runs, made of the rules that hold in a run."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from raci.analysis.annotations.hints import HINTS
from raci.analysis.annotations.rule_union import RuleUnion
from raci.rules import Rule
from raci.rules.matching import ActiveRules, active_rules, any_of
from raci.rules.quick_heads import name_look
from raci.rules.text_pattern import TextPattern, compile_limitable
from raci.rules.values import COLON

__all__ = ["DATE", "Patterns", "patterns"]


#: stands for a date in the patterns of what surrounds one
DATE = "□"


class Patterns:
    """The compiled patterns of the rules of a run, with what has been read by them so far.

    The same few thousand names make up a corpus, so each is judged once (``bodies``, ``places_known``, ``atoms``,
    ``heads``, ``before_colons``, ``labels_found``, ``contents``). With rules of the user's these memories end with the
    run, since a rule may be stopped in it; those of the built-in rules, which never change, serve all runs.
    """

    #: entries after which a memory starts anew
    MOST = 8192
    #: the same, for whole annotations, which are larger and seldom alike
    MOST_CONTENTS = 2048
    #: no text of more characters is remembered
    LONGEST_TEXT = 100_000

    def __init__(self, rules: ActiveRules) -> None:
        self.rules = rules
        self.bodies: dict[str, bool] = {}
        self.places_known: dict[str, bool] = {}
        # Any: what is remembered is defined in the modules that read by these patterns
        self.atoms: dict[tuple[str, bool], Any] = {}
        self.heads: dict[str, Any] = {}
        self.before_colons: dict[str, list[tuple[int, int, Rule]]] = {}
        self.labels_found: dict[str, tuple[int, int] | None] = {}
        self.contents: dict[tuple[str, bool, bool], Any] = {}
        #: the last text in its usual forms: the annotations of a document are looked for in it, and what gave none
        self.usual = ("", "")

    def _any(self, *kinds: str) -> TextPattern:
        return self.rules.pattern(any_of, *kinds)

    def _hint(self, name: str) -> TextPattern:
        """A quick look, so wide that it hides none of the user's rules."""
        hint = HINTS[name]
        pattern = hint.built_in()
        if not self.rules.has_own(*hint.kinds):
            return pattern

        def widened(rules: Sequence[Rule]) -> str:
            return f"{pattern.pattern}|(?:{any_of([rule for rule in rules if rule.user])}){hint.tail}"

        return self.rules.pattern(widened, *hint.kinds)

    @cached_property
    def trigger(self) -> TextPattern:
        """Words without which nothing is an annotation."""
        return self._hint("trigger")

    @cached_property
    def label_end(self) -> TextPattern:
        """Where a label in the running text may end."""
        return self._hint("label-end")

    @cached_property
    def verb_at_end(self) -> TextPattern:
        """How a line ends that holds nothing but names and verbs; of the built-in rules alone."""
        return HINTS["verb-at-end"].built_in()

    @cached_property
    def maybe_deadline(self) -> TextPattern:
        """What a time limit holds."""
        return self._hint("deadline")

    def may_hold_limit(self, text: str, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` may hold a time limit; blanks may stand in those of the user's rules."""
        return self.maybe_deadline.search(text, start, end) is not None or self.rules.has_own("deadline")

    @cached_property
    def maybe_standing(self) -> TextPattern:
        """Words that a standing rule in brackets holds."""
        return self._hint("standing")

    @cached_property
    def maybe_standing_sentence(self) -> TextPattern:
        """Where a standing rule may stand in the running text."""
        return self._hint("standing-sentence")

    @cached_property
    def labels(self) -> RuleUnion:
        """Labels, in brackets or not, with or without a colon."""
        return RuleUnion(self.rules, "label")

    @cached_property
    def later_labels(self) -> RuleUnion:
        """Labels only behind others: 牵头单位：甲；成员单位：乙."""
        return RuleUnion(self.rules, "later-label")

    @cached_property
    def running(self) -> TextPattern:
        """A label before a colon, in the running text."""
        return self.rules.pattern(_running, "label")

    @cached_property
    def verbs(self) -> RuleUnion:
        """Verbs and infixes (牵头 … 会同 …)."""
        return RuleUnion(self.rules, "verb", "infix")

    @cached_property
    def noted_verbs(self) -> RuleUnion:
        """A role in one letter, in a bracket behind a name: 经发办（主）."""
        return RuleUnion(self.rules, "noted-verb")

    @cached_property
    def ending(self) -> TextPattern:
        """How names of bodies end; searched from the end."""
        if self.rules.has_own("ending"):
            return self.rules.pattern(_from_the_end, "ending")
        return compile_limitable(_from_the_end(self.rules.of("ending")))

    @cached_property
    def last_of_names(self) -> frozenset[str] | None:
        """The characters that names of bodies end with; None where a user's rule says more of that."""
        return None if self.rules.has_own("ending") else name_look(any_of(self.rules.of("ending")))

    @cached_property
    def prose(self) -> TextPattern:
        """What names of bodies never hold."""
        return self._any("prose")

    @cached_property
    def function(self) -> TextPattern:
        """What names a body by itself, and may begin a longer name: 广电, 水务."""
        return self._any("function")

    @cached_property
    def duty(self) -> TextPattern:
        """What begins the words that say what a body does, behind its name: 受理申请."""
        return self._any("duty")

    @cached_property
    def places(self) -> TextPattern:
        """A place, or places in general."""
        return self._any("places")

    @cached_property
    def seat(self) -> TextPattern:
        """The ending that a run of places shares."""
        return self._any("seat")

    @cached_property
    def open(self) -> TextPattern:
        """等, 等部门: what leaves a list open; then it ends, or goes on with 及, 和."""
        return self.rules.pattern(lambda rules: rf"(?:{any_of(rules)})(?=\s*(?:$|[及和与以并（(〔\[]))", "open")

    @cached_property
    def lead_in(self) -> TextPattern:
        """由, 请: what stands before a list."""
        return self._any("lead-in")

    @cached_property
    def deadline(self) -> TextPattern:
        """A time limit."""
        return self._any("deadline")

    @cached_property
    def no_deadline(self) -> TextPattern:
        """What, around a date in the running text (DATE stands for it), says that it is no time limit of the task."""
        return self._any("no-deadline")

    @cached_property
    def refuse(self) -> TextPattern:
        """What makes a stretch no annotation."""
        return self._any("refuse")

    @cached_property
    def refuse_always(self) -> TextPattern:
        """What makes a stretch no annotation, whatever labels it holds."""
        return self._any("refuse-always")

    @cached_property
    def refuse_bare(self) -> TextPattern:
        """What makes a bracket without label or verb no list of bodies."""
        return self._any("refuse-bare")

    @cached_property
    def refuse_label(self) -> TextPattern:
        """What, standing before a label, makes it a word of the sentence."""
        return self._any("refuse-label")

    @cached_property
    def standing(self) -> tuple[tuple[Rule, TextPattern], ...]:
        """What a document says once for all."""
        return tuple((rule, self.rules.alone(rule)) for rule in self.rules.of("standing"))


def _running(rules: Sequence[Rule]) -> str:
    label = any_of(rules)
    alone = rf"[【\[〔［]\s*(?:{label}|时限)\s*[】\]〕］]"
    named = rf"[【\[〔［（(]?\s*(?:{label})\s*[】\]〕］)）]?(?:[（(〔][^（）()〔〕]{{4,40}}[)）〕])?{COLON}"
    return f"{named}|{alone}"


def _from_the_end(rules: Sequence[Rule]) -> str:
    return f"(?r){any_of(rules)}"


def patterns(rules: ActiveRules | None = None) -> Patterns:
    """The patterns of the rules of a run; without ``rules`` those of the built-in ones."""
    return (rules or active_rules()).derive(Patterns)
