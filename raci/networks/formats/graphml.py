"""GraphML: igraph, networkx, Gephi, yEd and Cytoscape read it, with all attributes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from raci.networks.formats.network_format import NetworkFormat, XmlBytes
from raci.networks.projections.projection import Mode

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["FORMAT", "write"]


def write(graph: nx.Graph[str], mode: Mode, made_at: datetime) -> Mapping[str, bytes]:
    """The network with all attributes of nodes and edges, which networkx reads back equal."""
    import networkx as nx

    out = XmlBytes()
    nx.write_graphml_xml(graph, out, encoding="utf-8", prettyprint=True)
    return {".graphml": out.getvalue()}


FORMAT = NetworkFormat("graphml", "GraphML：igraph、networkx、Gephi、Cytoscape 等用，带全部属性", (".graphml",), write)
