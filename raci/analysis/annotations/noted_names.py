"""Names with a bracket behind them, and what it says: their role, their persons, others beside them, a time limit."""

from __future__ import annotations

from collections.abc import Callable

from raci.analysis.annotations.body_names import SPACE
from raci.analysis.annotations.content import ContentBuilder, RoleMentions
from raci.analysis.annotations.labels import find_labels
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import OUTER_EDGE, mask, whole_span
from raci.analysis.annotations.role_beside_name import (
    note_of_duties,
    note_of_others,
    noted_persons,
    noted_role,
    notes_letters,
    notes_part,
)
from raci.analysis.annotations.time_limits import is_time_limit
from raci.analysis.annotations.waiting_names import WaitingNames
from raci.model import Mention
from raci.rules import Rule

__all__ = ["NotedNames"]

#: labels of what is no role
_NO_ROLES = ("deadline", "other")


class NotedNames:
    """Takes in such names, in a segment of ``text``: those that get their role at once, and those that wait for one.

    ``others`` are those whom brackets name beside the body before them: 甲（乙配合). ``part`` says whether brackets
    part the list: 甲、乙（牵头），丙、丁（配合）. ``read`` reads what stands in a bracket: the words, where they begin
    behind a label, and its rule.
    """

    def __init__(
        self,
        text: str,
        names: WaitingNames,
        patterns: Patterns,
        read: Callable[[str, int, Rule | None, ContentBuilder], None],
    ) -> None:
        self.text, self.names, self.builder, self.patterns, self._read = text, names, names.builder, patterns, read
        self.others: list[RoleMentions] = []
        self.part = False
        self._letters = False  # whether roles in one letter count: 甲（主），乙（辅）

    def begin(self, start: int, end: int) -> None:
        """A segment begins."""
        words = self.text[start:end]
        self.part = notes_part(words, self.patterns)
        self._letters = notes_letters(words, self.patterns)

    def take(self, start: int, end: int, words: str, group: int) -> bool:
        """Whether the bracket behind the name ``text[start:end]`` (``words``) says any of that; then it is noted."""
        noted = noted_role(words, self.patterns, self._letters)
        if noted is None:
            takers = (self._take_limit, self._take_persons, self._take_others, self._take_duties)
            return any(take(start, end, group) for take in takers)
        name, rule = noted
        end = start + len(self.text[start:end].rstrip()) - (len(words) - len(name))
        others = self.names.take_waiting() if self.part else []
        self.builder.add([*others, Mention(name, start, end, group)], rule.role, rule.id)
        self.builder.verbal = True
        return True

    def _mention(self, start: int, end: int, group: int) -> Mention:
        return Mention(SPACE.sub("", self.text[start:end]), start, end, group)

    def _take_persons(self, start: int, end: int, group: int) -> bool:
        """Whether the bracket says who is in charge there; then they are leaders."""
        noted = noted_persons(self.text, start, end, self.patterns)
        if noted is not None:
            self.names.add(self._mention(start, noted[0], group))
            self.builder.add(noted[1], "leader", "name.noted-persons")
        return noted is not None

    def _take_others(self, start: int, end: int, group: int) -> bool:
        """Whether the bracket says what others do beside the name; then it and they have their roles."""
        note = note_of_others(self.text, start, end, self.patterns)
        if note is None:
            return False
        first, last = note
        inside = self.text[first:last]
        verbs = self.patterns.verbs.finditer(inside)
        joint = next((rule for begin, _, rule in verbs if not begin and rule.kind == "infix"), None)
        others = ContentBuilder(verbal=joint is not None)
        labels = find_labels(inside, mask(inside), self.patterns)
        label, begin = (labels[0].rule, labels[0].end) if labels else (None, 0)
        if len(labels) > 1 or (labels and labels[0].start) or (label and (label.person or label.role in _NO_ROLES)):
            return False
        self._read(inside, begin, label, others)
        left = others.odd_names or others.unread or others.limits
        if not (others.verbal or label) or not others.role_mentions or left:
            return False
        name = self._mention(start, first - 1, group)
        if joint is not None:
            self.builder.add([name], "lead", joint.id)  # as in 甲会同乙
        else:
            self.names.add(name)
        for part in others.role_mentions:
            moved = [mention.moved(first)._replace(group=group) for mention in part.mentions]
            self.others.append(RoleMentions(part.role, part.rule, tuple(moved)))
        self.builder.verbal = True
        return True

    def _take_duties(self, start: int, end: int, group: int) -> bool:
        """Whether the bracket says what is done in words that are no role; then it is told."""
        note = note_of_duties(self.text, start, end, self.patterns)
        if note is not None:
            self.names.add(self._mention(start, note[0] - 1, group))
            self.builder.unread.append(note)
        return note is not None

    def _take_limit(self, start: int, end: int, group: int) -> bool:
        """Whether the bracket holds a time limit: 市财政局（6月底前）."""
        opening = max(self.text.rfind(mark, start, end) for mark in "（(〔[［【")
        if opening <= start or not is_time_limit(self.text[opening + 1 : end].strip(OUTER_EDGE), self.patterns):
            return False
        self.names.add(self._mention(start, opening, group))
        if limit := whole_span(self.text, opening + 1, end):
            self.builder.add_limit(self.text, limit)
        return True
