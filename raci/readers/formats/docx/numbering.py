"""Automatic numbers of a Word document (``numbering.xml``), as a reader sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raci.readers.documents.list_numbers import BULLET, format_number
from raci.readers.formats.docx.elements import OFF, attribute, child, child_value, children, local_name, whole_number
from raci.readers.formats.docx.styles import WordStyles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["Numbering"]

#: the levels of a list
_LEVELS = 9
#: how many links from a list to the list of a style are followed
_MOST_LINKS = 8
_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(slots=True)
class _ListLevel:
    """One level of a list: its first number, its style, its text (``%1、``), and what it starts anew after.

    ``restart`` is the level (from 1) after which it starts anew; 0: never; None: any higher level. ``decimal``: all
    numbers of its text are shown in digits.
    """

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    decimal: bool = False
    paragraph_style: str | None = None


@dataclass(slots=True)
class _ListDefinition:
    """A list definition (abstractNum)."""

    levels: dict[int, _ListLevel] = field(default_factory=dict)
    style_link: str | None = None


@dataclass(slots=True)
class _ListUse:
    """One use of a definition (num), with the levels and first numbers that it sets for itself."""

    definition: str
    levels: dict[int, _ListLevel] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts through a document: ``next_number`` gives each paragraph its number."""

    def __init__(self, root: Element | None = None, styles: WordStyles | None = None) -> None:
        self._styles = styles or WordStyles()
        self._definitions: dict[str, _ListDefinition] = {}
        self._uses: dict[str, _ListUse] = {}
        self._counts: dict[str, dict[int, int]] = {}  # definition → level → the number reached
        self._started: set[tuple[str, int]] = set()  # (use, level) whose own first number was taken
        for element in children(root):
            if local_name(element) == "abstractNum":
                self._add_definition(element)
            elif local_name(element) == "num":
                self._add_use(element)

    def _add_definition(self, element: Element) -> None:
        definition = _ListDefinition()
        for part in element:
            if local_name(part) == "lvl":
                definition.levels[whole_number(attribute(part, "ilvl"), 0)] = _read_level(part)
            elif local_name(part) == "numStyleLink":
                definition.style_link = attribute(part)
        self._definitions[attribute(element, "abstractNumId") or ""] = definition

    def _add_use(self, element: Element) -> None:
        use = _ListUse(child_value(element, "abstractNumId") or "")
        for part in element:
            if local_name(part) == "lvlOverride":
                depth = whole_number(attribute(part, "ilvl"), 0)
                start, level = child(part, "startOverride"), child(part, "lvl")
                if level is not None:
                    use.levels[depth] = _read_level(level)
                if start is not None:
                    use.starts[depth] = whole_number(attribute(start), 1)
        self._uses[attribute(element, "numId") or ""] = use

    def _definition(self, list_id: str) -> tuple[str, _ListDefinition] | None:
        """The definition that a use is of, with its id; a link to the list of a style is followed."""
        for _ in range(_MOST_LINKS):
            use = self._uses.get(list_id)
            definition = self._definitions.get(use.definition) if use else None
            if use is None or definition is None:
                return None
            if definition.levels or not definition.style_link:
                return use.definition, definition
            list_id = self._styles.resolve(definition.style_link).list or ""
        return None

    def depth_of_style(self, list_id: str, style: str | None) -> int | None:
        """The level of a list that belongs to a paragraph style; None where the list names no such level."""
        resolved = self._definition(list_id)
        if resolved is None or not style:
            return None
        return next((depth for depth, level in resolved[1].levels.items() if level.paragraph_style == style), None)

    def next_number(self, list_id: str, depth: int) -> str:
        """The number of the next paragraph of that list and level; '' for bullets and unknown lists."""
        resolved = self._definition(list_id)
        if resolved is None or not 0 <= depth < _LEVELS:
            return ""
        definition_id, definition = resolved
        use = self._uses[list_id]
        counts = self._counts.setdefault(definition_id, {})
        levels = [
            use.levels.get(index) or definition.levels.get(index) or _ListLevel(style=BULLET)
            for index in range(_LEVELS)
        ]
        self._count(list_id, depth, counts, levels)
        level = levels[depth]
        if level.style == BULLET:
            return ""

        def number_at(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            style = "decimal" if level.decimal else levels[index].style
            return format_number(counts.get(index, levels[index].start), style)

        return _PLACEHOLDER.sub(number_at, level.text)

    def _count(self, list_id: str, depth: int, counts: dict[int, int], levels: list[_ListLevel]) -> None:
        """Count on at a level; the levels below start anew, those above that were left out begin."""
        starts = self._uses[list_id].starts
        if depth in starts and (list_id, depth) not in self._started:
            self._started.add((list_id, depth))
            counts[depth] = starts[depth]
        elif depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = starts.get(depth, levels[depth].start)
        for lower in [index for index in counts if index > depth]:
            restart = levels[lower].restart
            if restart is None or (restart and depth < restart):
                del counts[lower]
        for higher in range(depth):
            counts.setdefault(higher, levels[higher].start)


def _read_level(element: Element) -> _ListLevel:
    level = _ListLevel()
    for part in element:
        name, value = local_name(part), attribute(part) or ""
        if name == "start":
            level.start = whole_number(value, 1)
        elif name == "numFmt":
            level.style = value
        elif name == "AlternateContent":
            form = next((inner for inner in part.iter() if local_name(inner) == "numFmt"), None)
            if form is not None:
                level.style = attribute(form) or level.style
        elif name == "lvlText":
            level.text = value
        elif name == "lvlRestart":
            level.restart = whole_number(value, 0)
        elif name == "isLgl":
            level.decimal = value.lower() not in OFF
        elif name == "pStyle":
            level.paragraph_style = value
    return level
