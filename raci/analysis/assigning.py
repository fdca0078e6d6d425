"""Annotations and what their mentions mean, to assignments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from raci.model import Annotation, Assignment, Clause, Deadline, Department, Document, Mention, Origin
from raci.model.roles import Basis

__all__ = ["AssignmentsOfDocument", "MentionKey"]

#: what a mention means depends on this: its name, the name that its level is carried from, the name whose ending it
#: has too, whether a person is meant
MentionKey = tuple[str, str, str, bool]


class AssignmentsOfDocument:
    """The assignments of a document, in the making; ``departments`` says what each mention means."""

    def __init__(self, document: Document, departments: Mapping[MentionKey, Sequence[Department]]) -> None:
        self._document, self._departments = document, departments
        self._origin_of = _origins(document) if document.ocr else None
        self._assignments: list[tuple[int, int, Assignment]] = []
        #: of each body in a role of a clause: where in the assignments it stands
        self._said: dict[tuple[int, str, str], list[int]] = {}

    def add(
        self,
        annotation: Annotation,
        order: int,
        clause: Clause,
        owner: Clause,
        keys: Sequence[Sequence[MentionKey]],
    ) -> None:
        """What an annotation of ``owner`` says of a clause; ``keys`` are those of its mentions, group by group."""
        document, assignments, said, index = self._document, self._assignments, self._said, clause.index
        covered = clause is not owner
        basis: Basis = "inherited" if covered else annotation.basis
        inherited_from = annotation.inherited_from or (owner.label if covered else None)
        quote, deadline = annotation.quote, annotation.deadline
        for group, group_keys in zip(annotation.groups, keys, strict=True):
            role, rule = group.role, group.rule or annotation.rule
            for mention, mention_key in zip(group.mentions, group_keys, strict=True):
                text, start, end, _, full = mention
                key = (index, full or text, role)
                earlier = said.get(key)
                if earlier is None:
                    earlier = said[key] = []
                elif covered or not self._says_more(annotation, earlier):
                    continue
                meant = self._departments[mention_key]
                origin: Origin = self._origin_of(mention) if self._origin_of else "text"
                assignment = Assignment(
                    document.title,
                    document.source,
                    clause,
                    meant[0],
                    role,
                    start,
                    end,
                    quote,
                    rule,
                    basis,
                    inherited_from,
                    deadline,
                    origin,
                )
                earlier.append(len(assignments))
                assignments.append((index, order, assignment))
                if len(meant) > 1:  # a collective that was expanded
                    assignments += [(index, order, replace(assignment, department=other)) for other in meant[1:]]

    def _says_more(self, annotation: Annotation, earlier: Sequence[int]) -> bool:
        """Whether what was said of a body before is to be said once more: only the clause's own words say more, and
        sentences say nothing more than what is marked.
        """
        own = annotation.basis == self._assignments[earlier[0]][2].basis != "inherited"
        return own and _adds_limit(self._assignments, earlier, annotation.deadline)

    def in_order(self) -> tuple[Assignment, ...]:
        """The assignments, clause by clause."""
        self._assignments.sort(key=itemgetter(0, 1))
        return tuple([assignment for _, _, assignment in self._assignments])


def _adds_limit(assignments: list[tuple[int, int, Assignment]], earlier: Sequence[int], limit: Deadline | None) -> bool:
    """Whether what was said of a body before is to be said once more, with another time limit.

    Where it had none it is given this one, and need not be.
    """
    stated = [assignments[index][2].deadline for index in earlier]
    if limit is None or any(known is not None and known.text == limit.text for known in stated):
        return False
    if stated != [None]:
        return True
    first = earlier[0]
    index, order, assignment = assignments[first]
    assignments[first] = (index, order, replace(assignment, deadline=limit))
    return False


def _origins(document: Document) -> Callable[[Mention], Origin]:
    """What tells the origin of a mention: the text, or pictures of it."""
    starts = [span.start for span in document.ocr]

    def origin_of(mention: Mention) -> Origin:
        position = bisect_right(starts, mention.start) - 1
        return "ocr" if position >= 0 and mention.start < document.ocr[position].end else "text"

    return origin_of
