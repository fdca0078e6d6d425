"""GEXF for Gephi."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from raci.networks.formats.network_format import NetworkFormat, XmlBytes
from raci.networks.projections.projection import Mode

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["FORMAT", "write"]


def write(graph: nx.Graph[str], mode: Mode, made_at: datetime) -> Mapping[str, bytes]:
    """The network in GEXF 1.2, with all attributes and the weights as Gephi knows them."""
    import networkx as nx

    out = XmlBytes()
    nx.write_gexf(graph, out, encoding="utf-8", prettyprint=True, version="1.2draft")
    # networkx writes the day of its own clock
    day = f'lastmodifieddate="{made_at:%Y-%m-%d}"'.encode()
    return {".gexf": re.sub(rb'lastmodifieddate="[^"]*"', day, out.getvalue(), count=1)}


FORMAT = NetworkFormat("gexf", "GEXF：Gephi 用，带全部属性", (".gexf",), write)
