"""The words of both sides of a pair, what only one of them has marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from raci.comparison.functions import same_function
from raci.comparison.segments import MarkedText, segments
from raci.comparison.values import ComparedTask, Party
from raci.model import ROLES
from raci.model.labels import ROLE_WORDS

__all__ = ["marked_sides"]


class _Piece(NamedTuple):
    """A piece of what is shown of a side, and what of it is compared.

    The number of a task is not compared, as renumbering is no change of it; of two levels a body counts as the one of
    the same function above it.
    """

    shown: str
    compared: str


def marked_sides(
    old: Sequence[ComparedTask], new: Sequence[ComparedTask], *, levels: bool = False
) -> tuple[tuple[MarkedText, ...], tuple[MarkedText, ...]]:
    """What the tasks of each side ask for, who has which role, by when; one side may be empty.

    With ``levels`` the old side is that of the upper plan. Raises OptionError where RapidFuzz is not installed.
    """
    before, after = list(_pieces(old)), list(_pieces(new, old if levels else ()))
    if not old or not new:
        return _unmarked(before), _unmarked(after)
    names = {party.name for task in (*old, *new) for party in task.parties}
    marked_old, marked_new = segments(_compared(before), _compared(after), names)
    return _shown(before, marked_old), _shown(after, marked_new)


def _pieces(tasks: Sequence[ComparedTask], above: Sequence[ComparedTask] = ()) -> Iterator[_Piece]:
    for place, task in enumerate(tasks):
        if place:
            yield _as_shown("\n")
        if task.number:
            yield _Piece(f"{task.number} " if task.number[-1].isalnum() else task.number, "")
        yield _as_shown(task.words)
    for role in ROLES:
        parties = {party.name: party for task in tasks for party in task.parties if role in party.roles}
        upper = [party for task in above for party in task.parties if role in party.roles]
        for place, party in enumerate(parties.values()):
            yield _as_shown("、" if place else f"\n{ROLE_WORDS[role]}：")
            yield _Piece(party.name, _name_above(party, upper))
    if limits := dict.fromkeys(task.deadline for task in tasks if task.deadline):
        yield _as_shown(f"\n时限：{'；'.join(limits)}")


def _as_shown(text: str) -> _Piece:
    return _Piece(text, text)


def _name_above(party: Party, upper: list[Party]) -> str:
    """The name of the upper body of the same function, which then stands for no other one; else its own."""
    counterpart = next((one for one in upper if same_function(one, party)), None)
    if counterpart is None:
        return party.name
    upper.remove(counterpart)
    return counterpart.name


def _compared(pieces: Sequence[_Piece]) -> str:
    return "".join(piece.compared for piece in pieces)


def _unmarked(pieces: Sequence[_Piece]) -> tuple[MarkedText, ...]:
    return (MarkedText("same", "".join(piece.shown for piece in pieces)),) if pieces else ()


def _shown(pieces: Sequence[_Piece], marked: Sequence[MarkedText]) -> tuple[MarkedText, ...]:
    """The stretches of what was compared as stretches of what is shown."""
    kinds = [(end, one.kind) for end, one in zip(accumulate(len(one.text) for one in marked), marked, strict=True)]
    found: list[MarkedText] = []
    offset, at = 0, 0
    for piece in pieces:
        end = offset + len(piece.compared)
        if piece.shown != piece.compared:
            _add(found, "same" if not piece.compared else kinds[at][1], piece.shown)
        while offset < end:
            stop = min(end, kinds[at][0])
            if piece.shown == piece.compared:
                _add(found, kinds[at][1], piece.shown[len(piece.compared) - (end - offset) :][: stop - offset])
            offset = stop
            at += stop == kinds[at][0]
    return tuple(found)


def _add(found: list[MarkedText], kind: Literal["same", "changed"], text: str) -> None:
    """Put a stretch behind the others, into the last one where that is of its kind."""
    if found and found[-1].kind == kind:
        text = found.pop().text + text
    found.append(MarkedText(kind, text))
