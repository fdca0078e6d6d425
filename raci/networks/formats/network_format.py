"""A format of networks as a value, and what several formats share."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from raci.escaping import escape_formula
from raci.networks.projections.projection import Mode

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["NetworkFormat", "XmlBytes", "csv_bytes", "first_mode", "labels", "matrix_cells"]


@dataclass(frozen=True, slots=True)
class NetworkFormat:
    """One way to write a network.

    ``name`` asks for it, ``description`` says in Chinese what it is and for which program, ``endings`` are those of its
    files. ``write`` gives the bytes of each file by its ending. ``most`` is how many nodes it can hold in reason (None:
    any number): of a larger network it is left out, and methods.md says so. ``usual``: written unless others are asked
    for.
    """

    name: str
    description: str
    endings: tuple[str, ...]
    write: Callable[[nx.Graph[str], Mode, datetime], Mapping[str, bytes]]
    most: int | None = None
    usual: bool = True


class XmlBytes(BytesIO):
    """Takes the XML that networkx writes. Python resets a decoder at each word that goes into what can be read too."""

    def readable(self) -> bool:
        """False: ``getvalue`` gives what was written."""
        return False


def labels(graph: nx.Graph[str]) -> dict[str, str]:
    """Node → its label; of two nodes never the same, where need be with a number behind it."""
    taken: dict[str, int] = {}
    unique: dict[str, str] = {}
    used: set[str] = set()
    for node, label in graph.nodes(data="label"):
        name = " ".join(str(label).split()) or str(node)
        while name in used:
            taken[name] = taken.get(name, 1) + 1
            name = f"{' '.join(str(label).split())}（{taken[name]}）"
        used.add(name)
        unique[node] = name
    return unique


def first_mode(graph: nx.Graph[str]) -> tuple[list[str], list[str]]:
    """The nodes of the first mode (bodies) and those of the second, each in order."""
    modes: tuple[list[str], list[str]] = ([], [])
    for node, data in graph.nodes(data=True):
        modes[int(data.get("bipartite", 0))].append(node)
    return modes


def matrix_cells(graph: nx.Graph[str], rows: Sequence[str], columns: Sequence[str]) -> Iterable[list[int]]:
    """The weights row by row; 0 where there is no tie."""
    place = {node: number for number, node in enumerate(columns)}
    for row in rows:
        cells = [0] * len(columns)
        for other, data in graph[row].items():
            if other in place:
                cells[place[other]] = int(data["weight"])
        yield cells


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A table as CSV that Excel opens (UTF-8 with its mark); empty cells where a value is None."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in (head, *rows):
        writer.writerow(
            ["" if cell is None else escape_formula(cell) if isinstance(cell, str) else cell for cell in row]
        )
    return text.getvalue().encode("utf-8-sig", "replace")
