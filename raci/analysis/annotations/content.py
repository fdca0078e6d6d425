"""What an annotation says, as values: who has which role, the time limit, and what the document declares by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from raci.model import ROLES, Group, Mention, Role, Span

__all__ = ["AnnotationContent", "ContentBuilder", "Declaration", "RoleMentions"]

_ROLES: dict[str, Role] = {role: role for role in ROLES}


class RoleMentions(NamedTuple):
    """Mentions that share a role, with the id of the rule that gave it."""

    role: str
    rule: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Declaration:
    """A rule that the document sets for itself: its effect, its words, and the bodies that it names."""

    rule: str
    effect: str
    quote: str
    mentions: tuple[Mention, ...] = ()


class AnnotationContent(NamedTuple):
    """What an annotation says. Spans are in the text that was parsed.

    ``deadline`` is the span of the time limit; ``labelled`` and ``verbal`` say whether a label, or a verb, gave a
    role. ``odd_names`` counts the pieces that read unlike names; ``unread`` are the spans of those that were left out.
    ``refused`` is what holds words by which it is no annotation. ``reach`` says how far the text was read.
    """

    role_mentions: tuple[RoleMentions, ...] = ()
    deadline: tuple[int, int] | None = None
    declarations: tuple[Declaration, ...] = ()
    labelled: bool = False
    verbal: bool = False
    odd_names: int = 0
    rule: str = ""
    refused: bool = False
    unread: tuple[tuple[int, int], ...] = ()
    reach: int = 0

    def count_mentions(self) -> int:
        """How many names it lists, in all roles."""
        return sum(len(part.mentions) for part in self.role_mentions)

    def groups(self, offset: int, rule_prefix: str = "") -> tuple[Group, ...]:
        """The mentions by role, in a text that begins ``offset`` characters earlier.

        ``rule_prefix`` names the rules by role (``table.lead``) instead of by their own ids.
        """
        return tuple(
            [
                Group(
                    _ROLES[role],
                    tuple([mention.moved(offset) for mention in mentions]),
                    f"{rule_prefix}{role}" if rule_prefix else rule,
                )
                for role, rule, mentions in self.role_mentions
            ]
        )

    def unread_spans(self, offset: int) -> tuple[Span, ...]:
        """What was not understood, in a text that begins ``offset`` characters earlier."""
        return tuple(Span(start + offset, end + offset) for start, end in self.unread)


@dataclass(slots=True)
class ContentBuilder:
    """What has been gathered while a content is read; see AnnotationContent."""

    role_mentions: list[RoleMentions] = field(default_factory=list)
    deadline: tuple[int, int] | None = None
    odd_names: int = 0
    unread: list[tuple[int, int]] = field(default_factory=list)
    verbal: bool = False

    def add(self, mentions: Sequence[Mention], role: str, rule: str) -> None:
        """The mentions, if there are any, share a role."""
        if mentions:
            self.role_mentions.append(RoleMentions(role, rule, tuple(mentions)))
