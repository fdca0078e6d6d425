"""同上 behind a label, or alone in a bracket: who, or which time limit, was named there above."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from raci.analysis.annotations.content import AnnotationContent, RoleMentions
from raci.model import Annotation, Deadline, Group, Mention, Role, Span
from raci.rules.lexicon import lexicon_pattern

__all__ = ["ditto_content", "is_ditto", "is_whole_ditto", "with_dittos"]


#: what may stand around 同上
_BRACKETS = "（）()〔〕[]【】"
#: the rule of a bracket that says the same as the one above it
_ALL = "bare.ditto"


def is_ditto(words: str) -> bool:
    """Whether words mean what stands in the same place above: 同上."""
    return lexicon_pattern("name.ditto").fullmatch(words.strip(_BRACKETS)) is not None


def is_whole_ditto(words: str) -> bool:
    """Whether the words of a bracket mean all that the one above it says: 同上, 责任单位、完成时限同上."""
    return lexicon_pattern("name.ditto-all").fullmatch(words) is not None


def ditto_content(words: str) -> AnnotationContent:
    """What a bracket says that holds nothing but 同上: whatever the one above it says."""
    begin = len(words) - len(words.lstrip())
    mention = Mention(words.strip(), begin, begin + len(words.strip()))
    return AnnotationContent((RoleMentions("responsible", _ALL, (mention,)),), rule=_ALL)


def with_dittos(annotations: Iterable[Annotation]) -> list[Annotation]:
    """The annotations, each 同上 in them as the bodies of that role, or the time limit, of the task above.

    What has nothing above that it could mean is unread.
    """
    above, own = _DoneAbove(), _DoneAbove()
    clause = -1
    limit: Deadline | None = None
    read: list[Annotation] = []
    for each in annotations:
        annotation = each
        if each.clauses[0] != clause:
            clause, above, own = each.clauses[0], own if own.groups else above, _DoneAbove()
        if each.rule == _ALL:
            whole = next((one for one in reversed(read) if one.groups), None)
            annotation = replace(each, groups=whole.groups if whole else (), deadline=whole.deadline if whole else None)
        elif any(is_ditto(mention.text) for group in each.groups for mention in group.mentions):
            annotation = _with_bodies(each, above)
        if annotation.deadline is not None and is_ditto(annotation.deadline.text):
            annotation = _with_limit(annotation, limit)
        own.groups += annotation.groups
        limit = annotation.deadline or limit
        read.append(annotation)
    return read


class _DoneAbove:
    """Who does what of one task, in all its annotations."""

    def __init__(self) -> None:
        self.groups: tuple[Group, ...] = ()

    def like(self, role: Role) -> tuple[Group, ...]:
        """Whom 同上 means behind a label of that role: those who have it; behind 责任单位 else all bodies."""
        same = tuple(group for group in self.groups if group.role == role)
        if same or role != "responsible":
            return same
        return tuple(group for group in self.groups if group.role != "leader")


def _with_bodies(annotation: Annotation, above: _DoneAbove) -> Annotation:
    """The annotation with the bodies that 同上 means in each of its roles."""
    groups: list[Group] = []
    unread = list(annotation.unread)
    for group in annotation.groups:
        mentions: list[Mention] = []
        for mention in group.mentions:
            if not is_ditto(mention.text):
                mentions.append(mention)
            elif meant := above.like(group.role):
                mentions += [each for same in meant if same.role == group.role for each in same.mentions]
                groups += [other for other in meant if other.role != group.role]
            else:
                unread.append(Span(mention.start, mention.end))
        if mentions:
            groups.append(replace(group, mentions=tuple(mentions)))
    return replace(annotation, groups=tuple(groups), unread=tuple(unread))


def _with_limit(annotation: Annotation, limit: Deadline | None) -> Annotation:
    """The annotation with the time limit that 同上 means."""
    ditto = annotation.deadline
    if limit is not None or ditto is None:
        return replace(annotation, deadline=limit)
    return replace(annotation, deadline=None, unread=(*annotation.unread, Span(ditto.start, ditto.end)))
