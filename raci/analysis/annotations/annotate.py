"""Clauses to annotations: find, judge against the whole document, give each its clauses and its time limit."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from raci.analysis.annotations.content import Content
from raci.analysis.annotations.due import limit
from raci.analysis.annotations.find import Found, find, plain, triggers
from raci.analysis.annotations.patterns import DATE, Patterns
from raci.analysis.annotations.scope import inheriting_clauses, owners
from raci.analysis.annotations.standing import Said, apply, in_text
from raci.analysis.tables.annotations import annotate_rows
from raci.analysis.tables.clauses import read_tables
from raci.model import Annotation, Clause, Deadline, Document, Group, Mention, Role, Span

__all__ = ["annotate"]

#: a bracket of bare names, and a line without bracket or label, counts where this many clauses are annotated
_ENOUGH = 3
#: a date by which something is to be done, in the running text
_BEFORE = re.compile(
    r"(?<![\dxX])(?:20\d\d\s*年)?\s*(?:\d{1,2}\s*月\s*(?:\d{1,2}\s*日|底|末|[上中下]旬)?|年底|(?<=年)底|(?<=年)末)\s*(?:之前|以前|前)"
)


def annotate(
    document: Document, clauses: Sequence[Clause], patterns: Patterns
) -> tuple[tuple[Annotation, ...], tuple[str, ...]]:
    """The annotations of a document in order, and the sentences by which it sets rules for itself."""
    text = document.text
    found: list[tuple[int, Found]] = []
    words = plain(text)
    hints = triggers(words, patterns)
    for clause in clauses:
        if clause.kind != "row":
            at = bisect_left(hints, clause.start)
            triggered = at < len(hints) and hints[at] < clause.end
            # a number (（五）) is no bracket and no part of a name
            start = clause.start + (len(clause.number) if text.startswith(clause.number, clause.start) else 0)
            found += [(clause.index, one) for one in find(words, start, clause.end, patterns, triggered)]
    if len(found) < _ENOUGH:
        found = [(index, one) for index, one in found if one.form not in ("bare", "line")]
    said = [
        Said(
            one.start,
            one.end,
            replace(each, mentions=tuple(mention.moved(one.inner) for mention in each.mentions)),
        )
        for _, one in found
        for each in one.content.standing
    ]
    tables = [block for block in document.blocks if block.kind == "table"]
    if found or tables:
        said += in_text(document, [(one.start, one.end) for _, one in found], patterns)
        said.sort(key=lambda each: each.at)
    year = int(document.date[:4]) if document.date else None
    annotations = []
    for (_, one), (owner, covers) in zip(found, owners(clauses, found, text), strict=True):
        annotation = _annotation(text, one, (owner, *covers), year)
        if annotation.groups or annotation.deadline:
            annotations.append(annotation)
    annotations = [_dated(text, clauses, one, patterns, year) for one in _with_limits(annotations)]
    readings = read_tables(document, patterns.book.own_rules) if tables else {}
    for block in tables:
        inside = [each for each in clauses if each.kind == "row" and block.start <= each.start < block.end]
        annotations += annotate_rows(text, readings[block.start], inside, patterns, year)
    if tables:
        annotations.sort(key=lambda each: each.start)
    return tuple(_inherit(clauses, apply(document, annotations, said))), tuple(
        dict.fromkeys(each.standing.quote for each in said)
    )


def _annotation(text: str, one: Found, clauses: tuple[int, ...], year: int | None) -> Annotation:
    content = one.content
    return Annotation(
        rule=content.rule if one.form != "bare" else "bare.bracket",
        start=one.start,
        end=one.end,
        quote=text[one.start : one.end],
        clauses=clauses,
        groups=_groups(content, one.inner),
        deadline=_deadline(text, content, one.inner, year),
        unread=tuple(Span(start + one.inner, end + one.inner) for start, end in content.unread),
    )


def _groups(content: Content, by: int) -> tuple[Group, ...]:
    groups = []
    for part in content.parts:
        role: Role = part.role  # type: ignore[assignment]  # roles of rules are checked on loading
        mentions = tuple([Mention(text, start + by, end + by, group) for text, start, end, group in part.mentions])
        groups.append(Group(role, mentions, part.rule))
    return tuple(groups)


def _deadline(text: str, content: Content, by: int, year: int | None) -> Deadline | None:
    if content.deadline is None:
        return None
    start, end = content.deadline[0] + by, content.deadline[1] + by
    return limit(text, start, end, year)


def _dated(text: str, clauses: Sequence[Clause], one: Annotation, patterns: Patterns, year: int | None) -> Annotation:
    """A time limit in the clause's own words, where the annotation names none and the words name but one."""
    clause = clauses[one.clauses[0]]
    if one.deadline is not None or text.find("前", clause.start, clause.end) < 0:
        return one
    found = {match[0]: match for match in _BEFORE.finditer(text, clause.start, min(clause.end, one.start))}
    if len(found) != 1:
        return one
    match = next(iter(found.values()))
    around = text[max(0, match.start() - 4) : match.start()] + DATE + text[match.end() : match.end() + 4].lstrip(" \n")
    if patterns.no_deadline.search(around):
        return one
    return replace(one, deadline=limit(text, match.start(), match.end(), year))


def _with_limits(annotations: Sequence[Annotation]) -> list[Annotation]:
    """A time limit on a line of its own goes to the other annotations of its clause."""
    limits = {one.clauses[0]: one.deadline for one in annotations if one.deadline and not one.groups}
    return [
        replace(one, deadline=limits[one.clauses[0]]) if one.deadline is None and one.clauses[0] in limits else one
        for one in annotations
        if one.groups
    ]


def _inherit(clauses: Sequence[Clause], annotations: Sequence[Annotation]) -> list[Annotation]:
    """Adds what an annotation on a heading says of the clauses under it."""
    own: dict[int, set[str]] = {}
    for one in annotations:
        for clause in one.clauses:
            own.setdefault(clause, set()).update(group.role for group in one.groups)
    added: list[Annotation] = []
    for one in annotations:
        if one.basis == "inherited" or len(one.clauses) > 1:
            continue
        owner = clauses[one.clauses[0]]
        for heir in inheriting_clauses(clauses, owner.index):
            has = own.get(heir)
            # a clause with bodies of its own takes over only the lead and the leader that it lacks
            groups = tuple(
                group
                for group in one.groups
                if has is None or (group.role in ("lead", "leader") and group.role not in has)
            )
            if groups:
                from_ = owner.label
                added.append(replace(one, clauses=(heir,), groups=groups, basis="inherited", inherited_from=from_))
    return [*annotations, *added] if added else list(annotations)
