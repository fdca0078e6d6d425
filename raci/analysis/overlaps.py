"""Twins: a clause of the body and the row of a table (of an annex) that speak of the same task.

A plan says who does what at the end of each clause, and its annex says it again in a table. Both stay in the
assignments and the rows of every export, each with its own evidence. Where both say the same, the grid (matrix, graph,
tables, drawings) holds but one task, so that nothing counts double: the clause, with its bodies, or with those of the
row where that tells roles apart which the clause does not. Where they differ it holds both, the remark of each says
how, and the check ``annex`` asks for a human eye. Of rows without their text (a DataFrame) only the headings are
compared.

A pair is one clause and one row of a heading that no other clause and no other row has (of several, those that the
number tells apart); in an Analysis also a row whose words are most of what one clause says. Nothing is guessed:
what has no such partner has none. Compared are bodies by canonical name, and leads where both name some. A table that
names no lead says less, not otherwise; nor do bodies count that the register does not know, collectives, and what
a heading above or a rule of the document adds.

A clause that names nobody leaves it to its row: then the row alone is the task, under the headings of the clause where
it has none of its own.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from raci.model import Analysis, Annotation, Assignment, Clause

__all__ = ["Overlap", "Side", "find_overlaps", "inherit_paths", "matched", "paired"]

#: a heading shorter than this tells nothing
_SHORT = 4
#: of a clause's words a row must hold so much, and be so long, to be known by them
_MOST, _LONG = 0.6, 12


@dataclass(frozen=True, slots=True)
class Side:
    """A task as it is compared: its key, its clause, whether it is a row of a table, and who has a part in it."""

    key: Hashable
    clause: Clause
    row: bool
    held: tuple[Assignment, ...]

    def bodies(self) -> dict[str, Assignment]:
        """What each body means → where it is first named; persons left out."""
        found: dict[str, Assignment] = {}
        for one in self.held:
            if one.role != "leader":
                found.setdefault(_who(one), one)
        return found

    def leads(self) -> dict[str, Assignment]:
        """Those of them that lead."""
        return {_who(one): one for one in self.held if one.role == "lead"}

    def dues(self) -> set[str]:
        """The days by which it is to be done."""
        return {one.deadline.due for one in self.held if one.deadline and one.deadline.due}


@dataclass(frozen=True, slots=True)
class Overlap:
    """A clause of the body and a row of a table that speak of the same task.

    ``differences`` holds, for each thing in which they contradict one another, what the body says and what the table
    says. ``same``: the row says nothing that the clause does not; ``finer``: the clause says nothing that the row does
    not, and the row more (牵头 and 配合 where the clause has but 责任单位).
    """

    clause: Side
    row: Side
    differences: tuple[tuple[str, str], ...]
    same: bool
    finer: bool = False

    @property
    def agrees(self) -> bool:
        """Whether both name somebody, and say the same or the row says it more finely."""
        return bool(self.clause.held and self.row.held and not self.differences and (self.same or self.finer))

    @property
    def silent(self) -> bool:
        """Whether the body names nobody, and leaves it to the table."""
        return not self.clause.held


def _who(one: Assignment) -> str:
    return one.department.canonical or one.department.name


def _known(one: Assignment) -> bool:
    """Whether it is a single body that the register knows, named here: only of such two spellings are told apart."""
    body = one.department
    return body.canonical is not None and body.kind not in ("collective", "person") and one.basis != "inherited"


def _key(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


def paired(sides: Iterable[Side]) -> list[tuple[Side, Side]]:
    """The pairs of clause and row whose headings agree, in the order of the clauses."""
    clauses: dict[str, list[Side]] = defaultdict(list)
    rows: dict[str, list[Side]] = defaultdict(list)
    for side in sides:
        heading = _key(side.clause.heading)
        if len(heading) >= _SHORT:
            (rows if side.row else clauses)[heading].append(side)
    found: list[tuple[Side, Side]] = []
    for heading, its in rows.items():
        mine = clauses.get(heading, [])
        if len(its) == len(mine) == 1:
            found.append((mine[0], its[0]))
        elif mine:
            first, second = _numbered(mine), _numbered(its)
            found += [(first[number], second[number]) for number in first if number in second]
    return sorted(found, key=lambda pair: pair[0].clause.index)


def _numbered(sides: Iterable[Side]) -> dict[str, Side]:
    """Those whose number no other has."""
    found: dict[str, list[Side]] = defaultdict(list)
    for side in sides:
        found[_key(side.clause.number)].append(side)
    return {number: listed[0] for number, listed in found.items() if number and len(listed) == 1}


def matched(sides: Iterable[Side], more: Sequence[tuple[Side, Side]] = ()) -> list[Overlap]:
    """The pairs of ``sides`` by their headings, and ``more`` of them, each compared.

    Of the latter none is ``finer``: rows without their text could not tell, and would give another grid.
    """
    found = [_compare(clause, row) for clause, row in paired(sides)]
    return found + [replace(_compare(clause, row), finer=False) for clause, row in more]


def _compare(clause: Side, row: Side) -> Overlap:
    mine, its = clause.bodies(), row.bodies()
    leads, others = clause.leads(), row.leads()
    found: list[tuple[str, str]] = []
    if mine and its:
        apart = [one for who, one in [*leads.items(), *others.items()] if (who in leads) != (who in others)]
        if leads and others and apart and all(map(_known, apart)):
            found.append((f"写{_names(leads.values())}牵头", f"写{_names(others.values())}牵头"))
        only = [one for who, one in mine.items() if who not in its and _known(one)]
        more = [one for who, one in its.items() if who not in mine and _known(one)]
        # a lead that differs was said above
        if found:
            only = [one for one in only if one.role != "lead"]
            more = [one for one in more if one.role != "lead"]
        if only:
            found.append((f"有{_names(only)}", f"没有{_names(only)}"))
        if more:
            found.append((f"没有{_names(more)}", f"有{_names(more)}"))
        if clause.dues() and row.dues() and clause.dues() != row.dues():
            found.append((f"时限为{_limits(clause)}", f"时限为{_limits(row)}"))
    same = not found and _covers(clause, row)
    finer = not found and not same and bool(clause.held) and _covers(row, clause)
    return Overlap(clause, row, tuple(found), same, finer)


def _covers(one: Side, other: Side) -> bool:
    """Whether a side says all that the other says of itself; who is but responsible there may be more here.

    What a person wrote by hand is the last word.
    """
    if any(each.origin == "hand" for each in one.held):
        return True
    mine: dict[str, set[str]] = defaultdict(set)
    for each in one.held:
        mine[_who(each)].add(each.role)
    its = [each for each in other.held if each.basis != "inherited"]
    return all(_who(each) in mine and (each.role == "responsible" or each.role in mine[_who(each)]) for each in its)


def _names(held: Iterable[Assignment]) -> str:
    return "、".join(dict.fromkeys(one.department.name for one in held))


def _limits(side: Side) -> str:
    return "、".join(dict.fromkeys(one.deadline.text for one in side.held if one.deadline))


def find_overlaps(analysis: Analysis) -> list[Overlap]:
    """The overlaps among the tasks of an analysis: by their headings, then by their words.

    Clauses that name nobody are tried too: there the table says it alone.
    """
    if not any(clause.kind == "row" for clause in analysis.clauses):
        return []
    held: dict[int, list[Assignment]] = defaultdict(list)
    for one in analysis.assignments:
        held[one.clause.index].append(one)
    sides = [
        Side(clause.index, clause, clause.kind == "row", tuple(held.get(clause.index, ())))
        for clause in analysis.clauses
        if clause.index in held or clause.kind == "item"
    ]
    known = {side.key for pair in paired(sides) for side in pair}
    return matched(sides, list(_by_words(analysis, [side for side in sides if side.key not in known])))


def inherit_paths(clauses: Sequence[Clause], annotations: Iterable[Annotation]) -> tuple[Clause, ...]:
    """The clauses; a row under no heading takes the path of the clause that leaves it to the table who is to do it."""
    if not any(clause.kind == "row" and not clause.path for clause in clauses):
        return tuple(clauses)
    spoken = {index for one in annotations for index in one.clauses}
    sides = [
        Side(clause.index, clause, clause.kind == "row", ())
        for clause in clauses
        if clause.kind == "row" or clause.kind == "item"
    ]
    paths = {
        row.clause.index: clause.clause.path
        for clause, row in paired(sides)
        if not row.clause.path and clause.clause.index not in spoken and row.clause.index in spoken
    }
    return tuple(replace(clause, path=paths[clause.index]) if clause.index in paths else clause for clause in clauses)


def _by_words(analysis: Analysis, sides: Sequence[Side]) -> Iterator[tuple[Side, Side]]:
    """The clauses and rows of which the row's longest cell is most of what one clause, and no other, says."""
    clauses = [side for side in sides if not side.row and side.held]
    said: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for one in analysis.annotations:
        for index in one.clauses[:1]:
            said[index].append((one.start, one.end))
    starts: list[int] = []
    texts: list[str] = []
    at = 0
    for side in clauses:
        words = _key(_without(analysis.document.text, side.clause, said.get(side.clause.index, ())))
        starts.append(at)
        texts.append(words)
        at += len(words) + 1
    text = "\n".join(texts)
    found: dict[int, list[Side]] = defaultdict(list)
    for side in sides:
        if not side.row:
            continue
        own = _without(analysis.document.text, side.clause, said.get(side.clause.index, ()))
        words = _key(max(own.split("\t"), key=len))
        if len(words) >= _LONG and (first := text.find(words)) >= 0 and text.find(words, first + 1) < 0:
            which = bisect_right(starts, first) - 1
            if len(words) >= _MOST * (len(texts[which]) - len(_key(clauses[which].clause.label))):
                found[which].append(side)
    for which, rows in sorted(found.items()):
        if len(rows) == 1:
            yield clauses[which], rows[0]


def _without(text: str, clause: Clause, spans: Iterable[tuple[int, int]]) -> str:
    """The words of a clause without its annotations."""
    parts, at = [], clause.start
    for start, end in sorted(spans):
        if at <= start and end <= clause.end:
            parts.append(text[at:start])
            at = end
    return "".join([*parts, text[at : clause.end]])
