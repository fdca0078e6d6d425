"""The networks that can be made of one slice: one module each, declared by one ``Projection``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from raci.errors import OptionError
from raci.networks.projections import bodies, documents, groups, issuers, leads, topics
from raci.networks.projections.projection import Projection

__all__ = ["PROJECTIONS", "Projection", "chosen"]

#: name → projection, in the order of lists
PROJECTIONS: Mapping[str, Projection] = MappingProxyType(
    {module.PROJECTION.name: module.PROJECTION for module in (bodies, leads, documents, topics, issuers, groups)}
)


def chosen(wanted: tuple[str, ...]) -> tuple[Projection, ...]:
    """The projections of these names; all where none are named. Raises OptionError for one that there is not."""
    if unknown := [name for name in wanted if name not in PROJECTIONS]:
        raise OptionError(f"没有“{'、'.join(unknown)}”", place="--networks", remedy=f"可用：{'、'.join(PROJECTIONS)}")
    return tuple(projection for name, projection in PROJECTIONS.items() if not wanted or name in wanted)
