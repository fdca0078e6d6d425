"""Which body of one version is which of the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from raci.comparison.values import Party, Side
from raci.register.body_id import BodyId
from raci.register.compiling import built_in
from raci.register.later_rows import later_rows

__all__ = ["ID_PREFIX", "duty_of", "with_bodies_of", "with_heirs_in"]

#: what the ids of bodies that the register knows begin with
ID_PREFIX = "body:"


def with_bodies_of(new: Side, old: Side) -> Side:
    """The new version, its bodies under the ids that the old one has for them.

    A body is the same by its id; else by a name as written, since of two versions one may not say whose it is; else
    where each version has just one body of that duty.
    """
    same = _same(_parties(old), _parties(new))
    if not same:
        return new
    tasks = (
        replace(
            task,
            parties=tuple(party._replace(body=same.get(party.body, party.body)) for party in task.parties),
        )
        for task in new.tasks
    )
    return replace(new, tasks=tuple(tasks))


def with_heirs_in(old: Side, new: Side) -> Side:
    """The old version, bodies that a reform replaced under the ids of those that took over and stand in the new one.

    Each keeps its name, as its ``former`` too. One that the new version still names was not replaced.
    """
    bodies = {party.body for party in _parties(new)}
    gone = dict.fromkeys(party.body for party in _parties(old) if party.body not in bodies)
    of_place = _by_place(bodies)
    heirs = {body: heir for body in gone if (heir := _heir(body, of_place))}
    if not heirs:
        return old
    tasks = (replace(task, parties=tuple(_as_heir(party, heirs) for party in task.parties)) for task in old.tasks)
    return replace(old, tasks=tuple(tasks))


def duty_of(body: str) -> str:
    """What bodies of one duty share at all places and levels (``BodyId.duty``); the id itself where it says no duty."""
    if not body.startswith(ID_PREFIX):
        return body
    known = BodyId.parse(body.removeprefix(ID_PREFIX))
    return body if known.is_unlisted else known.duty


def _as_heir(party: Party, heirs: Mapping[str, str]) -> Party:
    heir = heirs.get(party.body)
    return party._replace(body=heir, former=party.name) if heir else party


def _by_place(bodies: Iterable[str]) -> Mapping[str, list[tuple[str, str]]]:
    """Place → duty and id of each body there that the register knows."""
    of_place: dict[str, list[tuple[str, str]]] = {}
    for body in bodies:
        if body.startswith(ID_PREFIX):
            place = BodyId.parse(body.removeprefix(ID_PREFIX)).place
            of_place.setdefault(place, []).append((duty_of(body), body))
    return of_place


def _heir(body: str, of_place: Mapping[str, list[tuple[str, str]]]) -> str | None:
    """The body of the same place that took over by the register, whatever places the reform is known for."""
    if not body.startswith(ID_PREFIX):
        return None
    ranks = {row: rank for rank, row in enumerate(later_rows(built_in(), duty_of(body)))}
    there = of_place.get(BodyId.parse(body.removeprefix(ID_PREFIX)).place, ())
    found = [(ranks[duty], other) for duty, other in there if duty in ranks]
    return min(found)[1] if found else None


def _parties(side: Side) -> list[Party]:
    return [party for task in side.tasks for party in task.parties]


def _same(old: Iterable[Party], new: Iterable[Party]) -> dict[str, str]:
    """Id of a body in the new version → that in the old one, where they differ."""
    names_old, names_new = _names(old), _names(new)
    open_old = {body: names for body, names in names_old.items() if body not in names_new}
    open_new = {body: names for body, names in names_new.items() if body not in names_old}
    same: dict[str, str] = {}
    by_name = {name: body for body, names in open_old.items() for name in names}
    for body, names in open_new.items():
        found = next((by_name[name] for name in names if name in by_name), None)
        if found is not None and found not in same.values():
            same[body] = found
    taken = set(same.values())
    duties_old = _by_duty(body for body in open_old if body not in taken)
    duties_new = _by_duty(body for body in open_new if body not in same)
    for duty, bodies in duties_new.items():
        if len(bodies) == 1 and len(duties_old.get(duty, ())) == 1:
            same[bodies[0]] = duties_old[duty][0]
    return same


def _names(parties: Iterable[Party]) -> dict[str, dict[str, None]]:
    """Id of each body → its names as written."""
    names: dict[str, dict[str, None]] = {}
    for party in parties:
        names.setdefault(party.body, {})[party.name] = None
    return names


def _by_duty(bodies: Iterable[str]) -> Mapping[str, list[str]]:
    duties: dict[str, list[str]] = {}
    for body in bodies:
        duties.setdefault(duty_of(body), []).append(body)
    return duties
