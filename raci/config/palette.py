"""The colours of roles and letters, from ``raci/data/palette.toml``: what drawings, workbook, report and GEXF share."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeGuard

from raci.model import ROLES

__all__ = [
    "OTHER_CLASS",
    "LetterColours",
    "LineStyle",
    "NodeColours",
    "Palette",
    "RoleColours",
    "Tint",
    "palette",
    "parse",
]

_COLOUR = re.compile(r"#[0-9a-f]{6}")
#: the name under which the page's style sheet has the colours of letters that have none of their own
OTHER_CLASS = "X"


@dataclass(frozen=True, slots=True)
class LineStyle:
    """A line: its colour (#rrggbb), its width in pt, its dashes in pt (``""`` for solid)."""

    colour: str
    width: float
    dashes: str = ""


@dataclass(frozen=True, slots=True)
class Tint:
    """The colours (#rrggbb) of a letter and of the cell or bar behind it."""

    ink: str
    paper: str


@dataclass(frozen=True, slots=True)
class RoleColours:
    """The line of a role in drawings, and the colour (#rrggbb) of its edges in GEXF."""

    line: LineStyle
    edge: str


@dataclass(frozen=True, slots=True)
class NodeColours:
    """The colours (#rrggbb) of bodies, of tasks, and of tasks that nobody is named for, in GEXF."""

    body: str
    task: str
    unassigned: str


@dataclass(frozen=True, slots=True)
class LetterColours:
    """The tints of a letter by where it is shown; ``page`` and ``page_dark`` are those of report.html."""

    drawing: Tint
    workbook: Tint
    page: Tint
    page_dark: Tint


@dataclass(frozen=True, slots=True)
class Palette:
    """All colours of roles and letters. ``others`` are for letters without an entry, in turn."""

    roles: Mapping[str, RoleColours]
    letters: Mapping[str, LetterColours]
    other_role: RoleColours
    others: tuple[LetterColours, ...]
    nodes: NodeColours

    def role(self, role: str) -> RoleColours:
        """The colours of a role."""
        return self.roles.get(role, self.other_role)

    def letter(self, letter: str) -> LetterColours:
        """The colours of a letter; a joined one (``A/R``) has those of its first part."""
        first = letter.split("/")[0]
        return self.letters.get(first) or self.others[sum(map(ord, first)) % len(self.others)]


@cache
def palette() -> Palette:
    """The palette that comes with raci, read on first use."""
    return parse((files("raci") / "data" / "palette.toml").read_text(encoding="utf-8"))


def parse(text: str) -> Palette:
    """The palette in a TOML text.

    Raises ValueError that names every entry with a fault: no ``why``, an unknown role, a missing or wrong colour.
    """
    table = tomllib.loads(text)
    roles, letters = table.get("role", []), table.get("letter", [])
    other = table.get("other", {})
    nodes = table.get("node", {})
    entries = [*roles, *letters, other, nodes]
    faults = [f"{_name(entry)}: why is missing" for entry in entries if not str(entry.get("why", "")).strip()]
    faults += [f"{_name(entry)}: unknown role" for entry in roles if entry.get("role") not in ROLES]
    for entry in (*roles, other):
        if not _is_line(entry.get("line")) or not _is_colour(entry.get("edge")):
            faults.append(f"{_name(entry)}: line and edge need colours")
    tints = other.get("workbook")
    others = [{**other, "workbook": tint} for tint in tints] if isinstance(tints, list) and tints else [other]
    for entry in (*letters, *others):
        if not all(_is_tint(entry.get(place)) for place in LetterColours.__slots__):
            faults.append(f"{_name(entry)}: {'、'.join(LetterColours.__slots__)} need ink and paper")
    faults += [f"node: {kind} needs a colour" for kind in NodeColours.__slots__ if not _is_colour(nodes.get(kind))]
    if faults:
        raise ValueError("; ".join(faults))
    return Palette(
        {entry["role"]: _role(entry) for entry in roles},
        {entry["letter"]: _letter(entry) for entry in letters},
        _role(other),
        tuple(map(_letter, others)),
        NodeColours(*(nodes[kind] for kind in NodeColours.__slots__)),
    )


def _name(entry: Mapping[str, object]) -> str:
    return str(entry.get("role") or entry.get("letter") or ("node" if "task" in entry else "other"))


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and _COLOUR.fullmatch(value) is not None


def _is_tint(value: object) -> bool:
    return _is_table(value) and set(value) == {"ink", "paper"} and all(map(_is_colour, value.values()))


def _is_line(value: object) -> bool:
    return _is_table(value) and set(value) == {"colour", "width", "dashes"} and _is_colour(value["colour"])


def _is_table(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)


def _role(entry: Mapping[str, dict[str, str | float]]) -> RoleColours:
    line = entry["line"]
    return RoleColours(LineStyle(str(line["colour"]), float(line["width"]), str(line["dashes"])), str(entry["edge"]))


def _letter(entry: Mapping[str, dict[str, str]]) -> LetterColours:
    return LetterColours(*(Tint(**entry[place]) for place in LetterColours.__slots__))
