"""Groups as rows: one a membership."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypedDict

from raci.model.work_groups import WorkGroup

__all__ = ["ORG_COLUMNS", "OrgRow", "org_rows"]


class OrgRow(TypedDict):
    """A membership: the document, the group and what it is a part of, the position (key and word), and who it is.

    ``department`` is as written, ``canonical`` what it means; ``start``/``end`` span the words in the document's text,
    ``quote`` is the sentence or line. What the document does not say is None.
    """

    document: str
    source: str
    group: str
    within: str | None
    position: str
    title: str
    name: str | None
    post: str | None
    department: str | None
    canonical: str | None
    department_id: str | None
    start: int
    end: int
    quote: str


#: the keys of a row in their order
ORG_COLUMNS: tuple[str, ...] = tuple(OrgRow.__annotations__)


def org_rows(groups: Iterable[WorkGroup]) -> Iterator[OrgRow]:
    """The memberships of groups, in order."""
    for group in groups:
        for member in group.members:
            body = member.department
            yield OrgRow(
                document=group.document,
                source=group.source,
                group=group.name,
                within=group.within or None,
                position=member.position,
                title=member.title,
                name=member.name,
                post=member.post,
                department=body.name if body else None,
                canonical=body.canonical if body else None,
                department_id=body.id if body else None,
                start=member.start,
                end=member.end,
                quote=member.quote,
            )
