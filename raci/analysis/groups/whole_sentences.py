"""What a sentence says of a group and of its parts: who leads, who is in it, where its office is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from raci.analysis.groups.bracketed_parts import BracketedPart, bracketed_parts
from raci.analysis.groups.parts_in_turn import parts_in_turn
from raci.analysis.groups.said import Said
from raci.analysis.groups.seats import seats_in
from raci.analysis.groups.statements import GroupStatements
from raci.analysis.groups.units import statement_units
from raci.analysis.prose.sentences import Sentence
from raci.model import Span

__all__ = ["said_in"]


def said_in(
    sentence: Sentence,
    *,
    near: bool = True,
    committee: bool = False,
    in_office: bool = False,
    names: Collection[str] = (),
    in_part: bool = False,
) -> list[Said]:
    """Who is what, in the order of the words.

    ``near``: the group is named in this sentence or just before it, so that who leads and takes part is of it.
    ``committee``: the group itself has a 主任; else that is the head of its office. ``in_office``: the sentence stands
    below the heading of the group's office, whose seat it may tell without naming it. ``names``: of persons who were
    told of before. ``in_part``: what is spoken of is a part of a group.
    """
    parts, in_turn = list(bracketed_parts(sentence)), parts_in_turn(sentence.words)
    turn = Span(in_turn[0].part.start, in_turn[-1].who.end) if in_turn and in_turn[0].part else None
    statements = GroupStatements(
        sentence.words, near=near, committee=committee and not in_office, names=names, in_part=in_part
    )
    for unit in statement_units(sentence):
        end = unit.start + len(unit.words)
        if not _holds_one(unit.start, end, parts) and not (turn and unit.start < turn.end and turn.start < end):
            statements.read(unit)
    of_parts = [said for part in parts for said in _said_of(part, names)]
    found = [
        *statements.found,
        *of_parts,
        *in_turn,
        *seats_in(sentence.words, in_office=in_office),
    ]
    return sorted(found, key=lambda said: said.who.start)


def _holds_one(start: int, end: int, parts: Sequence[BracketedPart]) -> bool:
    """Whether the bracket of a part stands within: what it says is of that part, not of the group."""
    return any(start <= part.start < end for part in parts)


def _said_of(part: BracketedPart, names: Collection[str]) -> Iterator[Said]:
    """What the bracket says of the part."""
    statements = GroupStatements(part.said.words, near=True, part=part.name, names=names)
    for unit in statement_units(part.said):
        statements.read(unit)
    for said in statements.found:
        who = said.who._replace(start=said.who.start + part.start, end=said.who.end + part.start)
        yield said._replace(who=who)
