"""Lists of one body after the other whose tasks stand below its part in them: 一、市教育局 ⏎ 牵头任务： ⏎ 1.…

Or the other way round, the bodies below the part: 一、牵头任务 ⏎ （一）市教育局 ⏎ 1.…
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from raci.analysis.annotations.name_lines import names_alone
from raci.analysis.annotations.patterns import Patterns
from raci.model import Annotation, Clause, Group, Role
from raci.model.late_patterns import late_pattern
from raci.rules.role_words import role_of_work

__all__ = ["SHARE", "is_share_label", "shares_by_body"]

#: the rule of what such headings say
SHARE = "heading.share"
#: so many headings that are bodies make a list, and the longest of them
_LEAST, _LONGEST = 2, 40
#: what such labels begin with; how many tasks follow, and the colon
_FIRST = frozenset("主牵负承配协参支指督")
_COUNT = late_pattern(r"[（(][共计]?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[项个条件][)）]|[：:]$")


def is_share_label(heading: str) -> bool:
    """Whether a heading says no more than what part somebody has in the tasks below it: 牵头任务（3项）：."""
    return _role(heading) is not None


def shares_by_body(
    text: str, clauses: Sequence[Clause], annotations: Sequence[Annotation], patterns: Patterns
) -> Iterator[Annotation]:
    """What the bodies of such a list do: an annotation for each of its items, inherited from the two headings."""
    labels = {clause.index: role for clause in clauses if (role := _role(clause.heading)) is not None}
    if not labels:
        return
    said = {index for annotation in annotations for index in annotation.clauses}
    yield from _below_parts(text, clauses, labels, annotations, patterns)
    bodies = _bodies(text, clauses, labels, patterns)
    if len(bodies) < _LEAST:
        return
    for body, groups in bodies.items():
        label: Clause | None = None
        level = 0
        for position in range(body + 1, len(clauses)):
            clause = clauses[position]
            if clause.level <= clauses[body].level:
                break
            if clause.index in labels:
                label, level = clause, 0
            elif label is not None and clause.kind != "paragraph" and clause.index not in said:
                level = level or clause.level
                if clause.level == level:
                    yield _annotation(text, clauses[body], label, clause, groups, labels[label.index])


def _below_parts(
    text: str,
    clauses: Sequence[Clause],
    labels: Mapping[int, Role],
    annotations: Sequence[Annotation],
    patterns: Patterns,
) -> Iterator[Annotation]:
    """What stands below bodies that stand below a part; an item that says itself who has that part keeps to it."""
    parents = {clause.parent for clause in clauses}
    found = {}
    for clause in clauses:
        if clause.parent in labels and clause.index in parents:
            found[clause.index] = _names(text, clause, patterns)
    if len(found) < _LEAST or not all(found.values()):
        return
    told = {
        (index, group.role) for annotation in annotations for index in annotation.clauses for group in annotation.groups
    }
    for clause in clauses:
        groups = found.get(clause.parent) if clause.parent is not None else None
        if groups and clause.parent is not None and clause.kind != "paragraph":
            body = clauses[clause.parent]
            label = clauses[cast(int, body.parent)]
            if (clause.index, labels[label.index]) not in told:
                yield _annotation(text, body, label, clause, groups, labels[label.index])


def _role(heading: str) -> Role | None:
    if heading[:1] not in _FIRST or len(heading) > _LONGEST:
        return None  # most headings
    return cast("Role | None", role_of_work(_COUNT.sub("", heading)))


def _bodies(
    text: str, clauses: Sequence[Clause], labels: Mapping[int, Role], patterns: Patterns
) -> dict[int, tuple[Group, ...]]:
    """The clauses whose heading is a body and that stand right above such a label, with the names in them."""
    found: dict[int, tuple[Group, ...]] = {}
    for index in labels:
        above = clauses[index].parent
        if above is None or above in found or above != index - 1 or len(clauses[above].heading) > _LONGEST:
            continue
        if names := _names(text, clauses[above], patterns):
            found[above] = names
    return found


def _names(text: str, clause: Clause, patterns: Patterns) -> tuple[Group, ...]:
    """The bodies that are all of a heading; none where it says more, or names nobody."""
    content = names_alone(_COUNT.sub("", clause.heading.rstrip("：:")), patterns)
    start = text.find(clause.heading, clause.start)
    return content.groups(start) if content is not None and start >= 0 else ()


def _annotation(
    text: str, body: Clause, label: Clause, clause: Clause, groups: tuple[Group, ...], role: Role
) -> Annotation:
    mentions = tuple(mention for group in groups for mention in group.mentions)
    start, end = mentions[0].start, mentions[-1].end
    return Annotation(
        rule=SHARE,
        start=start,
        end=end,
        quote=text[start:end],
        clauses=(clause.index,),
        groups=(Group(role, mentions, SHARE),),
        basis="inherited",
        inherited_from=f"{body.label} {label.label}",
    )
