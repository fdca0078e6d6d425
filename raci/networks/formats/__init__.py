"""The formats of networks: one module each, declared by one ``NetworkFormat``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from raci.errors import OptionError
from raci.networks.formats import gexf, graphml, igraph, matrix, pairs, pajek, ucinet
from raci.networks.formats.network_format import NetworkFormat

__all__ = ["NETWORK_FORMATS", "NetworkFormat", "chosen_formats"]

#: name → format, in the order of lists
NETWORK_FORMATS: Mapping[str, NetworkFormat] = MappingProxyType(
    {module.FORMAT.name: module.FORMAT for module in (graphml, gexf, pairs, matrix, ucinet, pajek, igraph)}
)


def chosen_formats(wanted: tuple[str, ...]) -> tuple[NetworkFormat, ...]:
    """The formats of these names; the usual ones where none are named. Raises OptionError for an unknown one."""
    if unknown := [name for name in wanted if name not in NETWORK_FORMATS]:
        raise OptionError(f"没有“{'、'.join(unknown)}”", place="--format", remedy=f"可用：{'、'.join(NETWORK_FORMATS)}")
    return tuple(form for name, form in NETWORK_FORMATS.items() if (name in wanted if wanted else form.usual))
