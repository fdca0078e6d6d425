"""How names are to be resolved: the wishes of the user, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from raci.register.register import Register

__all__ = ["Naming"]


@dataclass(frozen=True, slots=True)
class Naming:
    """How names are to be resolved: the wishes of the user.

    ``place`` is the place that the documents belong to, ``as_of`` the year for which the successors of a body are
    named, ``register`` the register with the user's own names. ``members`` (collective → bodies) asks for
    collectives to be expanded: by these, or where the register knows them.
    """

    place: str | None = None
    as_of: int | None = None
    register: Register | None = None
    members: Mapping[str, tuple[str, ...]] | None = field(default=None, hash=False)
