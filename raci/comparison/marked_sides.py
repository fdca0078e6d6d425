"""The words of both sides of a pair, what only one of them has marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from raci.comparison.functions import same_function
from raci.comparison.segments import MarkedText, segments
from raci.comparison.values import ComparedTask, Party
from raci.model import ROLES
from raci.model.labels import ROLE_WORDS
from raci.model.roles import Role

__all__ = ["marked_sides"]

_Kind = Literal["same", "changed"]
_Part = Literal["words", "limits"] | Role
#: what is compared by itself, as it is shown one below the other
_PARTS: tuple[_Part, ...] = ("words", *ROLES, "limits")


class _Piece(NamedTuple):
    """A piece of what is shown of a side, and what of it is compared.

    The number of a task is not compared, as renumbering is no change of it; of two levels a body counts as the one of
    the same function above it, of two versions as that whose name it shortens (省公安厅, 公安厅 behind another of 省).
    """

    shown: str
    compared: str


def marked_sides(
    old: Sequence[ComparedTask], new: Sequence[ComparedTask], *, levels: bool = False, words: bool = True
) -> tuple[tuple[MarkedText, ...], tuple[MarkedText, ...]]:
    """What the tasks of each side ask for, who has which role, by when; one side may be empty.

    A body that has another role is gone from the line of the one and new in that of the other. With ``levels`` the old
    side is that of the upper plan. Where the ``words`` were written anew they are not marked, as nearly all would be.
    Raises OptionError where RapidFuzz is not installed.
    """
    before, after = _parts(old), _parts(new, old, levels=levels)
    if not old or not new:
        return tuple(_all(before.values(), "same")), tuple(_all(after.values(), "same"))
    names = {party.name for task in (*old, *new) for party in task.parties}
    marked_old: list[MarkedText] = []
    marked_new: list[MarkedText] = []
    for part in _PARTS:
        one, other = before.get(part), after.get(part)
        if part == "words" and not words:
            _extend(marked_old, _all([one or ()], "same"))
            _extend(marked_new, _all([other or ()], "same"))
        elif one and other:
            of_one, of_other = segments(_compared(one), _compared(other), names)
            _extend(marked_old, _shown(one, of_one))
            _extend(marked_new, _shown(other, of_other))
        else:
            _extend(marked_old, _all([one or ()], "changed"))
            _extend(marked_new, _all([other or ()], "changed"))
    return tuple(marked_old), tuple(marked_new)


def _parts(
    tasks: Sequence[ComparedTask], others: Sequence[ComparedTask] = (), *, levels: bool = False
) -> dict[_Part, list[_Piece]]:
    parts: dict[_Part, list[_Piece]] = {"words": list(_words(tasks))}
    for role in ROLES:
        own = [[party.name for party in task.parties if role in party.roles] for task in tasks]
        of_others = [party for task in others for party in task.parties if role in party.roles]
        parties = {party.name: party for task in tasks for party in task.parties if role in party.roles}
        for name, party in parties.items():
            of_role = parts.setdefault(role, [])
            of_role.append(_as_shown("、" if of_role else f"\n{ROLE_WORDS[role]}："))
            of_role.append(
                _Piece(
                    name + _of_which(tasks, [name in names for names in own]),
                    _compared_name(party, of_others, levels=levels),
                )
            )
    for limit in dict.fromkeys(task.deadline for task in tasks if task.deadline):
        limits = parts.setdefault("limits", [])
        limits.append(_as_shown("；" if limits else "\n时限："))
        limits.append(_Piece(limit + _of_which(tasks, [task.deadline == limit for task in tasks]), limit))
    return parts


def _of_which(tasks: Sequence[ComparedTask], holds: Sequence[bool]) -> str:
    """The numbers of the tasks for which something holds, in brackets; empty where it is all of them."""
    numbers = [task.number.strip("（）()．.、 ") for task, own in zip(tasks, holds, strict=True) if own]
    return f"（{'、'.join(numbers)}）" if len(numbers) < len(tasks) and all(numbers) else ""


def _words(tasks: Sequence[ComparedTask]) -> Iterator[_Piece]:
    for place, task in enumerate(tasks):
        if place:
            yield _as_shown("\n")
        if task.number:
            yield _Piece(f"{task.number} " if task.number[-1].isalnum() else task.number, "")
        yield _as_shown(task.words)


def _as_shown(text: str) -> _Piece:
    return _Piece(text, text)


def _compared_name(party: Party, others: list[Party], *, levels: bool) -> str:
    """The name that the other side has for this body, which then stands for no other one; else its own.

    With ``levels`` that of the upper body of the same function, else one of which this is the end or that is its end.
    """
    same = same_function if levels else _is_shortened
    counterpart = next((one for one in others if same(one, party)), None)
    if counterpart is None:
        return party.name
    others.remove(counterpart)
    return counterpart.name


def _is_shortened(one: Party, other: Party) -> bool:
    return one.body == other.body and (one.name.endswith(other.name) or other.name.endswith(one.name))


def _compared(pieces: Sequence[_Piece]) -> str:
    return "".join(piece.compared for piece in pieces)


def _all(parts: Iterable[Sequence[_Piece]], kind: _Kind) -> list[MarkedText]:
    shown = "".join(piece.shown for pieces in parts for piece in pieces)
    return [MarkedText(kind, shown)] if shown else []


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


def _extend(found: list[MarkedText], more: Iterable[MarkedText]) -> None:
    for marked in more:
        _add(found, marked.kind, marked.text)


def _add(found: list[MarkedText], kind: _Kind, text: str) -> None:
    """Put a stretch behind the others, into the last one where that is of its kind."""
    if found and found[-1].kind == kind:
        text = found.pop().text + text
    found.append(MarkedText(kind, text))
