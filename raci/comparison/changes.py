"""What changed between tasks that are the same: bodies, roles, letters, time limits, words, number and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.analysis.annotations.due_dates import due_date
from raci.comparison.similarity import plain
from raci.comparison.values import Change, ComparedTask, Party, TaskPair
from raci.model import ROLES
from raci.model.labels import ROLE_WORDS
from raci.views.grid import join_letters

__all__ = ["changes_of", "limit_change", "parties_of", "rewritten", "said_of"]


def changes_of(old: Sequence[ComparedTask], new: Sequence[ComparedTask]) -> tuple[Change, ...]:
    """What changed between the tasks of a pair, in the order of the kinds.

    Several tasks of one side count as one: their bodies and words together.
    """
    if not old:
        return (Change("added", after=_labels(new)),)
    if not new:
        return (Change("removed", before=_labels(old)),)
    return (
        *_pieces(old, new),
        *_parties(parties_of(old), parties_of(new), several=len(old) > 1 or len(new) > 1),
        *limit_change(old, new),
        *_words(old, new),
        *_place(old, new),
    )


def rewritten(old: ComparedTask, new: ComparedTask, share: float, shared: tuple[str, ...]) -> TaskPair:
    """Two tasks of one topic, and what makes them alike: whether they are the same one is for people to say."""
    share = round(share, 3)
    change = Change("rewritten", before=old.words, after=new.words, share=share, shared=shared)
    return TaskPair((old,), (new,), (change,), share, by_topic=True)


def said_of(party: Party) -> str:
    """What a body is to a task, for people: 牵头、责任（A/R）."""
    words = "、".join(ROLE_WORDS[role] for role in party.roles)
    return f"{words}（{party.letter}）" if party.letter else words


def limit_change(old: Sequence[ComparedTask], new: Sequence[ComparedTask]) -> Iterator[Change]:
    """The change of the time limit: by its first day where both have one, else by its words.

    Where neither version says a year (10月底前), the days of one year are compared.
    """
    before, after = _limit(old), _limit(new)
    due_before, due_after = _due(old), _due(new)
    if not due_before and not due_after:
        due_before, due_after = (due_date(limit, _SOME_YEAR) for limit in (before, after))
    if due_before and due_after and due_before != due_after:
        yield Change("earlier" if _last_day(due_after) < _last_day(due_before) else "later", before=before, after=after)
    elif plain(before) != plain(after) and not (due_before and due_before == due_after):
        yield Change("limit", before=before, after=after)


#: so many characters of a task tell which it is
_LABEL = 14
#: stands for the year that neither version says
_SOME_YEAR = 2000


def _last_day(due: str) -> str:
    # 2025 ends after 2025-06
    return due + "-99" * (2 - due.count("-"))


def _limit(tasks: Sequence[ComparedTask]) -> str:
    return "；".join(dict.fromkeys(task.deadline for task in tasks if task.deadline))


def _due(tasks: Sequence[ComparedTask]) -> str | None:
    return min((task.due for task in tasks if task.due), default=None)


def _labels(tasks: Sequence[ComparedTask]) -> str:
    return "；".join(task.label for task in tasks)


def _short_labels(tasks: Sequence[ComparedTask]) -> str:
    """Which tasks these are, beside their words: whole sentences cut short."""
    return "；".join(
        label if len(label) <= _LABEL else f"{label[: _LABEL - 1]}…" for label in (task.label for task in tasks)
    )


def _pieces(old: Sequence[ComparedTask], new: Sequence[ComparedTask]) -> Iterator[Change]:
    if len(old) < len(new):
        yield Change("split", before=_short_labels(old), after=_short_labels(new))
    elif len(old) > len(new):
        yield Change("joined", before=_short_labels(old), after=_short_labels(new))


def parties_of(tasks: Sequence[ComparedTask]) -> dict[str, Party]:
    """The bodies of several tasks by their ids, each with all its roles."""
    together: dict[str, Party] = {}
    for party in (party for task in tasks for party in task.parties):
        known = together.get(party.body)
        if known is None:
            together[party.body] = party
            continue
        roles = {*known.roles, *party.roles}
        together[party.body] = known._replace(
            roles=tuple(role for role in ROLES if role in roles),
            letter=join_letters((known.letter, party.letter)),
            former="、".join(dict.fromkeys(filter(None, (known.former, party.former)))),
        )
    return together


def _parties(old: dict[str, Party], new: dict[str, Party], *, several: bool) -> Iterator[Change]:
    """What changed of the bodies; of ``several`` tasks together only the first role of each counts.

    A body that leads one piece of a task may well support another.
    """
    for body, party in old.items():
        if body not in new:
            yield Change("lost", party.name, party.canonical, before=said_of(party))
    for body, party in new.items():
        if body not in old:
            yield Change("gained", party.name, party.canonical, after=said_of(party))
    both = [(old[body], party) for body, party in new.items() if body in old]
    changed = [(before, party) for before, party in both if _roles_changed(before, party, several=several)]
    for before, party in changed:
        yield Change("role", party.name, party.canonical, said_of(before), said_of(party))
    for before, party in both:
        if before.roles == party.roles and before.letter != party.letter:
            yield Change("letter", party.name, party.canonical, said_of(before), said_of(party))
    for before, party in both:
        if before.former:
            yield Change("reform", party.name, party.canonical, before.former, party.name)


def _roles_changed(before: Party, after: Party, *, several: bool) -> bool:
    if several or before.former:
        return before.roles[:1] != after.roles[:1]
    return before.roles != after.roles


def _words(old: Sequence[ComparedTask], new: Sequence[ComparedTask]) -> Iterator[Change]:
    if _other_words(old) != _other_words(new):
        before, after = ("\n".join(task.words for task in tasks) for tasks in (old, new))
        yield Change("reworded", before=before, after=after)


def _other_words(tasks: Sequence[ComparedTask]) -> str:
    """The words of tasks without the bodies and limits that stand in their sentences, whose changes are told apart."""
    words = "\n".join(task.words for task in tasks)
    told = {named for task in tasks for named in (task.deadline, *(party.name for party in task.parties))}
    for named in sorted(told, key=len, reverse=True):
        words = words.replace(named, "") if named else words
    return plain(words)


def _place(old: Sequence[ComparedTask], new: Sequence[ComparedTask]) -> Iterator[Change]:
    before, after = ([(task.path, task.number) for task in tasks] for tasks in (old, new))
    if before != after and len(old) == len(new):
        yield Change("moved", before=_standing(old[0]), after=_standing(new[0]))


def _standing(task: ComparedTask) -> str:
    """Where a task stands: the heading above it, and its number."""
    return " › ".join(filter(None, (*task.path[-1:], task.number)))
