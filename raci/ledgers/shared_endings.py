"""Bodies that a plan names together (甲市、乙县人民政府): in a ledger each for itself, where the register knows."""

from __future__ import annotations

from functools import lru_cache

from raci.config.lookup import names
from raci.model import Department

__all__ = ["parted"]

#: what is no body that could answer for itself
_NOBODY = ("collective", "unknown", "person")


def parted(department: Department, place: str | None) -> tuple[Department, ...]:
    """The members of a body that is several, each as the register takes it; else the body as it is.

    ``place`` is that of the plan. Each is called by its name in full.
    """
    if department.kind != "collective" or len(department.members) < 2:
        return (department,)
    return _bodies(department.members, place) or (department,)


@lru_cache(maxsize=2_000)
def _bodies(members: tuple[str, ...], place: str | None) -> tuple[Department, ...]:
    """The bodies; none where one of them is not known to be a body."""
    meant = names(members, place=place, each=True)
    if any(each.kind in _NOBODY or not each.id for each in meant):
        return ()
    return tuple(
        Department(each.name, each.canonical, each.id, kind=each.kind, level=each.level, jurisdiction=each.place)
        for each in meant
    )
