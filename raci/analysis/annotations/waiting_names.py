"""Names of one segment that wait for their role: a verb behind them gives it, or the label does."""

from __future__ import annotations

from collections.abc import Collection
from operator import attrgetter

from raci.analysis.annotations.content import ContentBuilder
from raci.model import Mention
from raci.rules import Rule
from raci.rules.lexicon import lexicon_pattern

__all__ = ["WaitingNames"]

_BY_START = attrgetter("start")
#: 甲、乙协同负责: together they are responsible, but beside others who lead it is those that they support
_TOGETHER = "verb.together"


class WaitingNames:
    """The names that wait, and those that have got their role: these are in the ``builder``.

    ``pending`` wait for a role, ``joint`` stand behind 会同; ``is_joint`` says whether what follows does.
    """

    def __init__(self, label: Rule | None, builder: ContentBuilder) -> None:
        self.label, self.builder = label, builder
        self.pending: list[Mention] = []
        self.joint: list[Mention] = []
        self.is_joint = False
        self._set_apart: list[Mention] = []  # names that a verb was not about: 甲、乙，前者牵头
        self._is_settled = False  # whether the label has its names: 牵头单位：甲；乙，丙配合

    def add(self, mention: Mention) -> None:
        """A name that has been read."""
        (self.joint if self.is_joint else self.pending).append(mention)

    def take_waiting(self) -> list[Mention]:
        """The names that wait, which then wait no longer: what stands behind the next one is said of them too."""
        taken, self.pending = self.pending, []
        return taken

    def take_odd(self, starts: Collection[int]) -> list[Mention]:
        """Those of the names that wait which begin at one of the ``starts``; they wait no longer.

        Among the names of a list they stay: 甲（牵头）、乙、天海国际机场.
        """
        listed = {mention.group for mention in self.pending if mention.start not in starts}
        odd = [mention for mention in self.pending if mention.start in starts and mention.group not in listed]
        if odd:
            self.pending = [mention for mention in self.pending if mention not in odd]
        return odd

    def take_pronoun(self, words: str) -> bool:
        """Whether words mean a name of the list (前者牵头); then that one waits for the verb, the others do not."""
        former = lexicon_pattern("verb.former").fullmatch(words) is not None
        if not (former or lexicon_pattern("verb.latter").fullmatch(words)) or not self.pending:
            return False
        meant = self.pending[0] if former else self.pending[-1]
        self._set_apart = [*self._set_apart, *(mention for mention in self.pending if mention is not meant)]
        self.pending = [meant]
        return True

    def take_leader(self, mention: Mention) -> bool:
        """Whether words are a person with a post among bodies (李明副市长); then they are a leader's."""
        is_leader = lexicon_pattern("name.leader").fullmatch(mention.text) is not None
        if is_leader:
            self.builder.add([mention], "leader", "name.leader")
        return is_leader

    def apply_verb(self, rule: Rule) -> None:
        """A verb gives its role to the names that wait; one such as 会同 parts the leads from those beside them."""
        if not (self.pending or self.joint):
            # 甲牵头，会同乙、丙负责
            self.is_joint = rule.kind == "infix" and self.builder.verbal
            return
        if rule.kind == "infix":
            self.builder.add(self.pending, "lead", rule.id)
            self.pending, self.is_joint = [], True
            return
        role, rule_id = rule.role, rule.id
        if rule_id == _TOGETHER and self._are_others():
            role = "support"
        has_doers = any(part.role != "leader" for part in self.builder.role_mentions)
        if self.label is None and role in ("support", "guide") and not has_doers:
            self._settle_doers()
        if self.label is not None and not self._is_settled:
            if role == "responsible":
                role, rule_id = self.label.role, self.label.id
            if role != self.label.role:
                # 牵头单位：甲，乙配合
                self.settle(max(mentions[-1].group for mentions in (self.pending, self.joint) if mentions))
                self._settle_first(role)
        self._is_settled = True  # 责任单位：甲牵头，乙，丙配合
        if role in ("lead", "responsible"):
            self.builder.add(self.joint, "support", "verb.joint")
            self.joint = []
        self.builder.add(sorted([*self.pending, *self.joint], key=_BY_START), role, rule_id)
        self.pending, self.joint, self.is_joint = self._set_apart, [], False
        self._set_apart = []
        self.builder.verbal = True

    def _are_others(self) -> bool:
        """Whether others than the names that wait lead, or are responsible."""
        return self.label is not None or any(
            part.role in ("lead", "responsible") for part in self.builder.role_mentions
        )

    def _settle_doers(self) -> None:
        """The names before the last comma do what those behind it support, or guide: 甲、乙，丙配合."""
        last = max((mention.group for mention in self.pending), default=0)
        doers = [mention for mention in self.pending if mention.group < last]
        if doers and not self.joint:
            self._add_doers(doers)
            self.pending = [mention for mention in self.pending if mention.group == last]

    def _settle_first(self, role: str) -> None:
        """The first name behind a label of those who do it has no part in 配合: 责任单位：甲、乙配合."""
        if self._is_settled or role != "support" or len(self.pending) < 2 or self.label is None:
            return
        if self.label.role in ("lead", "responsible"):
            self._add_doers(self.pending[:1])
            self.pending = self.pending[1:]

    def apply_verb_before(self, rule: Rule, group: int) -> None:
        """The verb that stands before the names of a comma group gives them its role: 牵头市教育局."""
        self.builder.add([mention for mention in self.pending if mention.group == group], rule.role, rule.id)
        self.pending = [mention for mention in self.pending if mention.group != group]
        self.builder.verbal = True

    def settle_doer(self, mention: Mention) -> None:
        """A name that says what it does (市公安局维持秩序): no later verb is about it and those right before it."""
        self.add(mention)
        if self.is_joint:
            return
        self.settle(mention.group)
        names = [name for name in self.pending if name.group == mention.group]
        self.pending = [name for name in self.pending if name.group != mention.group]
        self._add_doers(names)

    def settle(self, group: int) -> None:
        """Names before a comma group have the label's role, whatever verb may follow."""
        if self.label is not None:
            names = [mention for mention in self.pending if mention.group < group]
            self._add_doers(names)
            self.pending = [mention for mention in self.pending if mention.group >= group]
            self._is_settled = self._is_settled or bool(names)

    def part_off(self, group: int) -> None:
        """Names before a comma group that is about a part of the task alone: its verb is not theirs.

        甲、乙，其中资金由丙负责.
        """
        if self.label is not None:
            self.settle(group)
        else:
            self._add_doers(self.pending)
            self.pending = []

    def _add_doers(self, names: list[Mention], unsaid: str = "verb.rest") -> None:
        """Names of which no verb says what they do: the label does, else they are responsible (rule ``unsaid``)."""
        role, rule = (self.label.role, self.label.id) if self.label is not None else ("responsible", unsaid)
        self.builder.add(names, role, rule)

    def give_rest_roles(self) -> None:
        """Names that no verb followed: the label's, or of a bare list."""
        self.pending, self._set_apart = sorted([*self._set_apart, *self.pending], key=_BY_START), []
        self.builder.add(self.joint, "support", "verb.joint")
        self._add_doers(self.pending, "verb.rest" if self.builder.verbal else "bare.bracket")
