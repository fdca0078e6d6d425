"""Hints: quick looks before the patterns of rules, which match wherever one of the built-in rules can.

Their words stand in ``raci/data/rules/hints.toml``; HINTS says which kinds of rules each looks ahead for, and a test
holds it to the examples of these rules. ``Patterns`` widens them, so that they hide none of a user's rules.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from raci.rules.lexicon import lexicon_alternation, lexicon_hint, lexicon_pattern
from raci.rules.text_pattern import TextPattern, compile_limitable

__all__ = ["HINTS", "VERB_REACH", "Hint"]

#: what stands between a label and its names
_LABEL_TAIL = r"\s*[】\]〕］)）]?\s*[:：∶︰]"
#: how far from the end of a line a verb of the hint ``verb-at-end`` may begin
VERB_REACH = 4


@dataclass(frozen=True, slots=True)
class Hint:
    """A quick look before the rules of some ``kinds``; a user's rule of these matches before ``tail``."""

    kinds: tuple[str, ...]
    built_in: Callable[[], TextPattern]
    tail: str = ""


def _label_end() -> TextPattern:
    """A colon behind one of the last letters of labels, or a bracket that holds a label at most."""
    last = lexicon_alternation("hint.label-last")
    # a look behind over a stretch of any length, which only ``regex`` knows
    return compile_limitable(rf"[:：∶︰](?<={last}{_LABEL_TAIL})|[【\[〔［][^【\[〔［】\]〕］]{{2,12}}[】\]〕］]")


HINTS: Mapping[str, Hint] = MappingProxyType(
    {
        "trigger": Hint(("label", "verb", "infix", "standing"), lambda: lexicon_hint("hint.trigger")),
        "label-end": Hint(("label",), _label_end, _LABEL_TAIL),
        "verb-at-end": Hint(("verb",), lambda: lexicon_pattern("hint.verb-at-end")),
        "deadline": Hint(("deadline",), lambda: lexicon_pattern("hint.deadline")),
        "standing": Hint(("standing",), lambda: lexicon_pattern("hint.standing")),
        "standing-sentence": Hint(("standing",), lambda: lexicon_pattern("hint.standing-sentence")),
    }
)
