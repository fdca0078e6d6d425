"""What an annotation says, as values: who has which role, the time limit, and what the document declares by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from raci.analysis.annotations.limit_sharing import share_limits
from raci.analysis.annotations.punctuation import OUTER_EDGE
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

    ``limits`` are the spans of the time limits, in order; ``labelled`` and ``verbal`` say whether a label, or a verb,
    gave a role. ``odd_names`` counts the pieces that read unlike names; ``unread`` are the spans of those that were
    left out. ``refused`` is what holds words by which it is no annotation. ``reach`` says how far the text was read.
    """

    role_mentions: tuple[RoleMentions, ...] = ()
    limits: tuple[tuple[int, int], ...] = ()
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
                    tuple([mention.moved(offset) for mention in mentions]) if offset else mentions,
                    f"{rule_prefix}{role}" if rule_prefix else rule,
                )
                for role, rule, mentions in self.role_mentions
            ]
        )

    def parts(self) -> list[AnnotationContent]:
        """The content for each of its time limits, with the names that it is for: 甲，6月完成；乙，9月完成."""
        if len(self.limits) < 2 or not self.role_mentions:
            return [self]
        starts = sorted(mention.start for part in self.role_mentions for mention in part.mentions)
        share_of = dict(zip(starts, share_limits([start for start, _ in self.limits], starts), strict=True))
        return [
            self._replace(
                limits=tuple(self.limits[index] for index in share),
                role_mentions=tuple(
                    RoleMentions(part.role, part.rule, mentions)
                    for part in self.role_mentions
                    if (mentions := tuple(mention for mention in part.mentions if share_of[mention.start] == share))
                ),
            )
            for share in dict.fromkeys(share_of.values())
        ]

    def unread_spans(self, offset: int) -> tuple[Span, ...]:
        """What was not understood, in a text that begins ``offset`` characters earlier."""
        return tuple(Span(start + offset, end + offset) for start, end in self.unread)


@dataclass(slots=True)
class ContentBuilder:
    """What has been gathered while a content is read; see AnnotationContent.

    ``only_names`` says that it is worth nothing where words read unlike a name.
    """

    only_names: bool = False
    role_mentions: list[RoleMentions] = field(default_factory=list)
    limits: list[tuple[int, int]] = field(default_factory=list)
    odd_names: int = 0
    unread: list[tuple[int, int]] = field(default_factory=list)
    verbal: bool = False

    def is_spoilt(self) -> bool:
        """Whether it is worth nothing by now, and need not be read on."""
        return self.only_names and self.odd_names > 0

    def add(self, mentions: Sequence[Mention], role: str, rule: str) -> None:
        """The mentions, if there are any, share a role."""
        if mentions:
            self.role_mentions.append(RoleMentions(role, rule, tuple(mentions)))

    def add_limit(self, text: str, span: tuple[int, int]) -> None:
        """A time limit of ``text``; with the one before it, where nothing but punctuation is between, it is one."""
        if self.limits and not text[self.limits[-1][1] : span[0]].strip(OUTER_EDGE):
            self.limits[-1] = (self.limits[-1][0], span[1])
        else:
            self.limits.append(span)
