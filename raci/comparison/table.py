"""对照表: the tasks of both versions side by side, what is new and what is gone marked in both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from raci.comparison.segments import MarkedText, segments
from raci.comparison.values import Change, ChangeKind, ComparedTask, Comparison
from raci.model import ROLES
from raci.model.labels import ROLE_WORDS

__all__ = ["ComparedRow", "comparison_table", "told", "words_of"]


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row: the words of each side in stretches, what changed (a line each), and of which kinds that is."""

    order: int
    old: tuple[MarkedText, ...]
    new: tuple[MarkedText, ...]
    changes: tuple[str, ...]
    kinds: tuple[ChangeKind, ...]
    chapter: str = ""


def comparison_table(comparison: Comparison, *, all_pairs: bool = False) -> Iterator[ComparedRow]:
    """A row a pair that differs, in order; with ``all_pairs`` tasks that only moved as well.

    Raises OptionError where RapidFuzz is not installed.
    """
    for order, pair in enumerate(comparison.differences(all_pairs=all_pairs), 1):
        changes = [change for change in pair.changes if all_pairs or not change.type.quiet]
        old, new = _both(pair.old, pair.new)
        standing = (pair.new or pair.old)[0]
        yield ComparedRow(
            order,
            old,
            new,
            tuple(told(change) for change in changes),
            tuple(dict.fromkeys(change.kind for change in changes)),
            standing.path[0] if standing.path else "",
        )


#: kind → how a change of it is told, behind its word; those that are not named here say what was and what is
_WORDS: Mapping[ChangeKind, str] = MappingProxyType(
    {
        "added": "",
        "removed": "",
        "untaken": "",
        "own": "",
        "reworded": "",
        "lost": "：{body}，原为{before}",
        "gained": "：{body}，{after}",
        "role": "：{body}，{before} → {after}",
        "letter": "：{body}，{before} → {after}",
    }
)


def told(change: Change) -> str:
    """A change in one line, for people."""
    template = _WORDS.get(change.kind, "：{before} → {after}")
    before, after = change.before or "（无）", change.after or "（无）"
    return change.type.word + template.format(body=change.body, before=before, after=after)


def _both(
    old: Sequence[ComparedTask], new: Sequence[ComparedTask]
) -> tuple[tuple[MarkedText, ...], tuple[MarkedText, ...]]:
    """The words of both sides. The number never counts as changed: renumbering is no change of the task."""
    if not old or not new:
        return tuple(_plain(old)), tuple(_plain(new))
    before, after = words_of(old), words_of(new)
    names = {party.name for task in (*old, *new) for party in task.parties}
    marked_old, marked_new = segments(before, after, names)
    return (*_numbered(old), *marked_old), (*_numbered(new), *marked_new)


def _plain(tasks: Sequence[ComparedTask]) -> Iterator[MarkedText]:
    if tasks:
        yield from _numbered(tasks)
        yield MarkedText("same", words_of(tasks))


def _numbered(tasks: Sequence[ComparedTask]) -> Iterator[MarkedText]:
    numbers = "、".join(task.number for task in tasks if task.number)
    if numbers:
        yield MarkedText("same", f"{numbers} " if numbers[-1].isalnum() or len(tasks) > 1 else numbers)


def words_of(tasks: Sequence[ComparedTask]) -> str:
    """What the tasks ask for, who has which role, by when."""
    lines = [task.words for task in tasks]
    parties = [party for task in tasks for party in task.parties]
    for role in ROLES:
        names = dict.fromkeys(party.name for party in parties if role in party.roles)
        if names:
            lines.append(f"{ROLE_WORDS[role]}：{'、'.join(names)}")
    limits = dict.fromkeys(task.deadline for task in tasks if task.deadline)
    if limits:
        lines.append(f"时限：{'；'.join(limits)}")
    return "\n".join(lines)
