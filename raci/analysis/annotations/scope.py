"""Which clause an annotation speaks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from raci.analysis.annotations.candidates import Found
from raci.model import Clause

__all__ = ["inheriting_clauses", "owners"]

#: what a clause may hold beside an annotation and still be but an annotation
_NOTHING = "。；;，,、.：: \t\u3000\xa0"


def owners(
    clauses: Sequence[Clause], found: Sequence[tuple[int, Found]], text: str
) -> list[tuple[int, tuple[int, ...]]]:
    """For each annotation (with the clause it stands in) the clause it belongs to, and those that it covers besides.

    A line that is but an annotation belongs to the clause before it; with a number, to the clause above it. In a
    numbered clause that has but one annotation, at the end of its unnumbered paragraphs or at the end of its
    items, the annotation belongs to the numbered clause.
    """
    children: dict[int | None, list[Clause]] = defaultdict(list)
    for clause in clauses:
        children[clause.parent].append(clause)
    spans: dict[int, list[Found]] = defaultdict(list)
    for index, one in found:
        spans[index].append(one)
    pure = {index for index, ones in spans.items() if _pure(clauses[index], ones, text)}
    stands = {index for index in spans if index not in pure}
    owned: list[tuple[int, tuple[int, ...]]] = []
    cache: dict[int, tuple[int, tuple[int, ...]]] = {}
    for index, _ in found:
        if index not in cache:
            cache[index] = _owner(clauses, children, pure, stands, index)
        owned.append(cache[index])
    return owned


def _pure(clause: Clause, ones: Sequence[Found], text: str) -> bool:
    """Whether the annotations are all that the clause holds, but for its number; or it begins with one."""
    at = clause.start + len(clause.number)
    if not text[at : ones[0].start].strip(_NOTHING) and ones[0].form in ("bracket", "running"):
        return True
    for one in ones:
        if text[at : one.start].strip(_NOTHING):
            return False
        at = max(at, one.end)
    return not text[at : clause.end].strip(_NOTHING + "）)〕]】")


def _owner(
    clauses: Sequence[Clause],
    children: dict[int | None, list[Clause]],
    pure: set[int],
    stands: set[int],
    index: int,
) -> tuple[int, tuple[int, ...]]:
    clause = clauses[index]
    if clause.kind == "row":
        return index, ()
    if index in pure:
        if clause.number and clause.parent is not None:
            siblings = [each.index for each in children[clause.parent] if each.index != index]
            return clause.parent, tuple(each for each in siblings if each not in stands and each not in pure)
        before = index - 1
        while before >= 0 and before in pure:
            before -= 1
        if before < 0:
            return index, ()
        if clauses[before].kind == "section":
            return before, ()
        above = clauses[before].parent
        if clauses[before].kind == "item" and above is not None and clause.kind == "paragraph":
            # after the last of several items of which none has an annotation of its own
            items = [each.index for each in children[above] if each.kind == "item"]
            alone = items and items[-1] == before and len(items) > 1
            if alone and not any(item in stands or _has_pure(clauses, pure, item) for item in items[:-1]):
                nested = any(grandchild.index in stands for item in items for grandchild in children[item])
                if before not in stands and not nested and above not in stands:
                    return above, tuple(items)
        if clauses[before].kind == "paragraph":
            return _paragraph(clauses, children, pure, stands, before)
        return before, ()
    if clause.kind == "paragraph":
        return _paragraph(clauses, children, pure, stands, index)
    return index, ()


def _has_pure(clauses: Sequence[Clause], pure: set[int], item: int) -> bool:
    """Whether the clause right after an item is but an annotation."""
    return item + 1 < len(clauses) and item + 1 in pure


def _paragraph(
    clauses: Sequence[Clause],
    children: dict[int | None, list[Clause]],
    pure: set[int],
    stands: set[int],
    index: int,
) -> tuple[int, tuple[int, ...]]:
    """The owner of an annotation on an unnumbered paragraph: the paragraph, or the numbered clause above."""
    parent = clauses[index].parent
    if parent is None or clauses[parent].kind != "item" or parent in stands:
        return index, ()
    paragraphs = [each.index for each in children[parent]]
    words = [each for each in paragraphs if each not in pure]
    marked = [each for each in words if each in stands or _has_pure(clauses, pure, each)]
    if len(marked) > 1 or index not in words:
        return index, ()
    place = words.index(index)
    if place == len(words) - 1 or (place == 0 and _brief(clauses[parent])):
        return parent, tuple(each for each in words[:place] if len(words) > 1)
    return index, ()


def _brief(clause: Clause) -> bool:
    """Whether a clause is but a heading."""
    return clause.end - clause.start - len(clause.number) - len(clause.heading) <= 2


def inheriting_clauses(clauses: Sequence[Clause], owner: int) -> list[int]:
    """The numbered clauses under a heading, down to the leaves: an annotation on it speaks for them."""
    if clauses[owner].kind != "section":
        return []
    below = {owner}
    found = []
    for clause in clauses[owner + 1 :]:
        if clause.parent not in below:
            if clause.level <= clauses[owner].level:
                break
            continue
        if clause.kind in ("item", "section", "row"):
            below.add(clause.index)
            if clause.kind != "section":
                found.append(clause.index)
    return found
