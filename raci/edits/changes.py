"""Names and roles before and after, as edits: who came, who went, who changed what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from raci.model import Edit, Role

__all__ = ["names_changed", "roles_changed"]


def roles_changed(blank: Edit, name: str, before: Sequence[Role], after: Sequence[Role]) -> Iterator[Edit]:
    """The edits of one body in one task, by its roles. A role that takes another's place keeps its evidence.

    ``blank`` is an edit of the task, to be filled in.
    """
    lost = [role for role in before if role not in after]
    gained = [role for role in after if role not in before]
    for old, new in zip(lost, gained, strict=False):
        yield replace(blank, field="role", name=name, role=old, before=old, after=new)
    for old in lost[len(gained) :]:
        yield replace(blank, field="removed", name=name, role=old, before=old)
    for new in gained[len(lost) :]:
        yield replace(blank, field="added", name=name, after=new)


def names_changed(
    blank: Edit, before: Mapping[Role, Sequence[str]], after: Mapping[Role, Sequence[str]], cells: Mapping[Role, str]
) -> Iterator[Edit]:
    """The edits of the names of one task, by the columns of the roles; ``cells`` are their addresses.

    A name that left one column for another was moved; one that left a column as one came in was replaced by it.
    ``blank`` is an edit of the task, to be filled in.
    """
    left = {role: [name for name in names if name not in after.get(role, ())] for role, names in before.items()}
    came = {role: [name for name in names if name not in before.get(role, ())] for role, names in after.items()}
    standing = {role: list(before.get(role, ())) for role in {*before, *after}}
    for new, names in came.items():
        for name in list(names):
            old = next((role for role in left if name in left[role]), None)
            if old is not None:
                left[old].remove(name)
                names.remove(name)
                standing[old].remove(name)
                standing[new].append(name)
                yield replace(blank, cell=cells[new], field="role", name=name, role=old, before=old, after=new)
    for role in after:
        in_cell = replace(blank, cell=cells[role])
        yield from _column_changed(in_cell, role, left.get(role, []), came[role], (standing[role], after[role]))


def _column_changed(
    blank: Edit, role: Role, left: Sequence[str], came: Sequence[str], columns: tuple[Sequence[str], Sequence[str]]
) -> Iterator[Edit]:
    """The edits of one column, moved names aside: ``columns`` are its names with these moved, and as they are now."""
    standing, after = list(columns[0]), list(columns[1])
    if len(left) == len(came) == 1:
        standing[standing.index(left[0])] = came[0]
        yield replace(blank, field="name", name=left[0], role=role, before=left[0], after=came[0])
        left, came = [], []
    for name in left:
        standing.remove(name)
        yield replace(blank, field="removed", name=name, role=role, before=role)
    for name in came:
        standing.append(name)
        yield replace(blank, field="added", name=name, after=role)
    if standing != after:
        yield replace(blank, field="order", role=role, before="、".join(standing), after="、".join(after))
