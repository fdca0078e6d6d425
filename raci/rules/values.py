"""What a rule is, and what kinds of rules there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from raci.model import ROLES

__all__ = [
    "BUILT_IN_ONLY",
    "COLON",
    "EFFECTS",
    "EFFECTS_WITH_NAMES",
    "KINDS",
    "PATTERN_SECONDS",
    "ROLES_OF_KIND",
    "Rule",
]

#: kind → the further keys that it takes
KINDS: Mapping[str, frozenset[str]] = {
    "label": frozenset({"role", "colon", "person"}),
    "later-label": frozenset({"role"}),
    "verb": frozenset({"role"}),
    "noted-verb": frozenset({"role"}),
    "infix": frozenset({"role"}),
    "deadline": frozenset(),
    "no-deadline": frozenset(),
    "standing": frozenset({"effect"}),
    "refuse": frozenset(),
    "refuse-always": frozenset(),
    "refuse-bare": frozenset(),
    "refuse-label": frozenset(),
    "ending": frozenset(),
    "prose": frozenset(),
    "function": frozenset(),
    "duty": frozenset(),
    "places": frozenset(),
    "seat": frozenset(),
    "open": frozenset(),
    "lead-in": frozenset(),
    "marker": frozenset({"level"}),
    "annex": frozenset(),
    "not-a-task": frozenset(),
    "furniture": frozenset(),
    "column": frozenset({"role"}),
    "lexicon": frozenset(),
}
#: kind → the roles that it may give
ROLES_OF_KIND: Mapping[str, frozenset[str]] = {
    "label": frozenset({*ROLES, "deadline", "other"}),
    "later-label": frozenset(ROLES),
    "verb": frozenset(ROLES),
    "noted-verb": frozenset(ROLES),
    "infix": frozenset({"support"}),
    "column": frozenset({*ROLES, "deadline", "task", "content", "number", "chapter", "remark", "unit", "duty"}),
}
#: kinds that a user cannot have: they are used before a document is analysed, stand in an order of their own, or are
#: looked up by id
BUILT_IN_ONLY = frozenset({"marker", "annex", "furniture", "lexicon"})
#: what a standing rule may do
EFFECTS = frozenset(
    {
        "first-leads",
        "comma-leads",
        "bold-leads",
        "marked-leads",
        "no-order",
        "everyone",
        "everyone-leads",
        "everyone-supports",
        "everyone-before",
        "supports-before",
    }
)
#: those of them whose pattern says by ``(?P<names>…)`` who is meant
EFFECTS_WITH_NAMES = frozenset({"everyone", "everyone-leads", "everyone-supports"})
#: kinds whose pattern must match its example from the first to the last character, or from the first
_WHOLE = frozenset({"furniture", "column", "later-label", "noted-verb", "open", "places"})
_START = frozenset({"marker", "annex", "label"})
#: what must follow a verb: a pause, the end, what has been read already (\ue000), or another verb (else it is prose)
_VERB_END = r"(?=\s*(?:$|[，,；;。、）)〕\]】］〉\ue000]|会同|并(?:监督|指导|督促|负责|组织)))"
#: what parts a label from its names
COLON = r"\s*[:：∶︰]"

#: seconds that a user's pattern may take on one document
PATTERN_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: an id, what it does (``kind``, ``role``, ``effect``), its pattern, why it is, and examples both ways.

    ``colon``: a label counts only before a colon. ``person``: what follows are persons or posts, not bodies.
    ``user``: from a file of the user's; its pattern runs under a time limit.
    """

    id: str
    kind: str
    pattern: str
    why: str
    match: tuple[str, ...]
    no_match: tuple[str, ...]
    role: str = ""
    effect: str = ""
    level: int = 0
    colon: bool = False
    person: bool = False
    user: bool = False
    file: str = field(default="", compare=False)

    @property
    def full_pattern(self) -> str:
        """The pattern with what must follow it."""
        if self.kind == "verb":
            return f"(?:{self.pattern}){_VERB_END}"
        if self.kind == "label" and self.colon:
            return f"(?:{self.pattern})(?={COLON})"
        return self.pattern

    def fires(self, text: str) -> bool:
        """Whether the rule holds for ``text``: all of it, its start, or anywhere, as the kind has it.

        Raises TimeoutError where that takes longer than PATTERN_SECONDS.
        """
        import regex

        how = regex.fullmatch if self.kind in _WHOLE else regex.match if self.kind in _START else regex.search
        return how(self.full_pattern, text, timeout=PATTERN_SECONDS) is not None
