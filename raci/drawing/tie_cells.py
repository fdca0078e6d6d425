"""What a drawing of changed ties shows: a row a task, a column a body, in each cell what the body was and is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from raci.comparison.changes import parties_of, said_of
from raci.comparison.values import ChangeKind, Comparison, Party, TaskPair
from raci.drawing.text import clean
from raci.model.labels import ROLE_WORDS

__all__ = ["TIE_KINDS", "TieCell", "TieRow", "columns_of", "tie_rows"]

#: the kinds of change that are ties
TIE_KINDS: tuple[ChangeKind, ...] = ("gained", "lost", "role", "letter", "lead")


@dataclass(frozen=True, slots=True)
class TieCell:
    """One body in one task: the letter that it has, or had and has (R→A); ``kind`` is None where nothing changed."""

    kind: ChangeKind | None
    text: str
    tip: str


@dataclass(frozen=True, slots=True)
class TieRow:
    """One task: its name, whether it is ``added``, ``removed`` or ``rewritten`` as a whole, and its cells by body."""

    label: str
    state: str
    cells: Mapping[str, TieCell]

    def count(self, kind: ChangeKind) -> int:
        """In how many cells something of one kind changed."""
        return sum(cell.kind == kind for cell in self.cells.values())


def tie_rows(comparison: Comparison) -> list[TieRow]:
    """A row for each task of which ties changed, in the order of the comparison."""
    names = {} if comparison.levels else _names(comparison)
    rows = (_row(pair, names, levels=comparison.levels) for pair in comparison.differences())
    return [row for row in rows if any(cell.kind is not None for cell in row.cells.values())]


def columns_of(rows: Sequence[TieRow]) -> list[str]:
    """The bodies of the rows of which some tie changed: those with most changes first, then as they come."""
    changed: Counter[str] = Counter()
    for row in rows:
        changed.update(body for body, cell in row.cells.items() if cell.kind is not None)
    return [body for body, _ in changed.most_common()]


def _names(comparison: Comparison) -> dict[str, str]:
    """What each body is called in all rows: as the new version calls it in full, else the old one.

    省教育厅 is 教育厅 in a list behind 省公安厅.
    """
    names: dict[str, str] = {}
    for side in (comparison.old, comparison.new):
        own: dict[str, str] = {}
        for party in (party for task in side.tasks for party in task.parties):
            if len(party.name) > len(own.get(party.body, "")):
                own[party.body] = party.name
        names.update(own)
    return names


def _row(pair: TaskPair, names: Mapping[str, str], *, levels: bool) -> TieRow:
    task = (pair.new or pair.old)[0]
    state = "removed" if not pair.new else "added" if not pair.old else "rewritten" if pair.by_topic else ""
    mark = f"（{_STATES[levels, state]}）" if state else ""
    label = clean(mark + task.label)
    if levels and state in ("", "rewritten"):
        return TieRow(label, state, dict(_of_lower(pair, label)))
    return TieRow(label, state, dict(_of_versions(pair, label, names)))


#: whether plans of two levels are compared, and which of them lacks a task → what is said of that
_STATES: Mapping[tuple[bool, str], str] = {
    (False, "removed"): "删去",
    (False, "added"): "新增",
    (False, "rewritten"): "内容相近",
    (True, "removed"): "未承接",
    (True, "added"): "本级自定",
    (True, "rewritten"): "内容相近",
}


def _of_lower(pair: TaskPair, label: str) -> Iterator[tuple[str, TieCell]]:
    """The bodies of a lower plan: of a task that it takes up, only another lead than the upper plan's is told."""
    leads = {change.body: change for change in pair.changes if change.kind == "lead"}
    for party in parties_of(pair.new).values():
        change = leads.get(party.name)
        tip = f"{label}\n{party.name}：{said_of(party)}"
        if change is not None:
            tip = f"{label}\n{change.type.word}：{change.before} → {change.after}"
        yield party.name, TieCell("lead" if change else None, _letter(party), tip)


def _of_versions(pair: TaskPair, label: str, names: Mapping[str, str]) -> Iterator[tuple[str, TieCell]]:
    old, new = parties_of(pair.old), parties_of(pair.new)
    changes = {change.body: change for change in pair.changes if change.kind in TIE_KINDS}
    for body, party in old.items():
        if body not in new:
            tip = f"{label}\n退出单位：{party.name}，原为{said_of(party)}"
            yield names.get(body, party.name), TieCell("lost", _letter(party), tip)
    for body, party in new.items():
        before, change, name = old.get(body), changes.get(party.name), names.get(body, party.name)
        if before is None:
            yield name, TieCell("gained", _letter(party), f"{label}\n新增单位：{party.name}，{said_of(party)}")
        elif change is not None:
            text = f"{_letter(before)}→{_letter(party)}"
            tip = f"{label}\n{change.type.word}：{party.name}，{change.before} → {change.after}"
            yield name, TieCell(change.kind, text, tip)
        else:
            yield name, TieCell(None, _letter(party), f"{label}\n未变：{party.name}，{said_of(party)}")


def _letter(party: Party) -> str:
    """The letter of a body; where the profile gives none, the first character of its role."""
    return party.letter or ROLE_WORDS[party.roles[0]][:1]
