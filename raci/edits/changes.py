"""Names and roles before and after, as edits: who came, who went, who changed what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from raci.model import Edit, Role

__all__ = ["roles_changed", "rows_changed"]


def roles_changed(like: Edit, name: str, before: Sequence[Role], after: Sequence[Role]) -> Iterator[Edit]:
    """The edits of one body in one task, by its roles. A role that takes another's place keeps its evidence."""
    gone = [role for role in before if role not in after]
    come = [role for role in after if role not in before]
    for old, new in zip(gone, come, strict=False):
        yield replace(like, field="role", name=name, role=old, before=old, after=new)
    for old in gone[len(come) :]:
        yield replace(like, field="removed", name=name, role=old, before=old)
    for new in come[len(gone) :]:
        yield replace(like, field="added", name=name, after=new)


def rows_changed(
    like: Edit, before: Mapping[Role, Sequence[str]], after: Mapping[Role, Sequence[str]], cells: Mapping[Role, str]
) -> Iterator[Edit]:
    """The edits of the names of one task, by the columns of the roles; ``cells`` are their addresses.

    A name that left one column for another was moved; one that left a column as one came in was replaced by it.
    """
    gone = {role: [name for name in names if name not in after.get(role, ())] for role, names in before.items()}
    come = {role: [name for name in names if name not in before.get(role, ())] for role, names in after.items()}
    stands = {role: list(before.get(role, ())) for role in {*before, *after}}
    for new, names in come.items():
        for name in list(names):
            old = next((role for role in gone if name in gone[role]), None)
            if old is not None:
                gone[old].remove(name)
                names.remove(name)
                stands[old].remove(name)
                stands[new].append(name)
                yield replace(like, cell=cells[new], field="role", name=name, role=old, before=old, after=new)
    for role in after:
        went, came, now = gone.get(role, []), come[role], stands[role]
        made = replace(like, cell=cells[role])
        if len(went) == len(came) == 1:
            now[now.index(went[0])] = came[0]
            yield replace(made, field="name", name=went[0], role=role, before=went[0], after=came[0])
            went, came = [], []
        for name in went:
            now.remove(name)
            yield replace(made, field="removed", name=name, role=role, before=role)
        for name in came:
            now.append(name)
            yield replace(made, field="added", name=name, after=role)
        if now != list(after[role]):
            yield replace(made, field="order", role=role, before="、".join(now), after="、".join(after[role]))
