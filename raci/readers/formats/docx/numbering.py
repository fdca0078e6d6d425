"""Automatic numbers of a Word document (``numbering.xml``), as a reader sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from raci.readers.documents.list_numbers import BULLET, format_number
from raci.readers.formats.docx.styles import WordStyles, child, local, number, value

__all__ = ["Numbering"]

_DEEPEST = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(slots=True)
class _Level:
    """One level of a list: its first number, its style, its text (``%1、``), and what it starts anew after."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None  # the level (from 1) after which it starts anew; 0: never; None: any higher
    legal: bool = False
    paragraph_style: str | None = None


@dataclass(slots=True)
class _List:
    """A list definition (abstractNum)."""

    levels: dict[int, _Level] = field(default_factory=dict)
    style_link: str | None = None


@dataclass(slots=True)
class _Use:
    """One use of a definition (num), with the levels that it sets for itself."""

    abstract: str
    levels: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts through a document: ``next`` gives each paragraph its number."""

    def __init__(self, root: Any = None, styles: WordStyles | None = None) -> None:
        self.styles = styles or WordStyles()
        self.lists: dict[str, _List] = {}
        self.uses: dict[str, _Use] = {}
        self.counts: dict[str, dict[int, int]] = {}  # list → level → the number reached
        self.begun: set[tuple[str, int]] = set()  # (use, level) whose own start was taken
        for each in root if root is not None else ():
            if local(each) == "abstractNum":
                self._list(each)
            elif local(each) == "num":
                self._use(each)
        self.by_style = {
            level.paragraph_style: (key, depth)
            for key, one in self.lists.items()
            for depth, level in one.levels.items()
            if level.paragraph_style
        }

    def _list(self, element: Any) -> None:
        one = _List()
        for each in element:
            if local(each) == "lvl":
                one.levels[number(value(each, "ilvl"), 0)] = _level(each)
            elif local(each) == "numStyleLink":
                one.style_link = value(each)
        self.lists[value(element, "abstractNumId") or ""] = one

    def _use(self, element: Any) -> None:
        abstract = child(element, "abstractNumId")
        use = _Use(value(abstract) or "" if abstract is not None else "")
        for each in element:
            if local(each) == "lvlOverride":
                depth = number(value(each, "ilvl"), 0)
                start, level = child(each, "startOverride"), child(each, "lvl")
                if level is not None:
                    use.levels[depth] = _level(level)
                if start is not None:
                    use.starts[depth] = number(value(start), 1)
        self.uses[value(element, "numId") or ""] = use

    def _definition(self, key: str) -> tuple[str, _List] | None:
        """The list that a use is of; a link to a style's list is followed."""
        for _ in range(8):
            use = self.uses.get(key)
            one = self.lists.get(use.abstract) if use else None
            if use is None or one is None:
                return None
            if one.levels or not one.style_link:
                return use.abstract, one
            key = self.styles.of(one.style_link).list or ""
        return None

    def depth_of(self, key: str, style: str | None) -> int | None:
        """The level of a list that belongs to a paragraph style; None where the list says nothing of it."""
        found = self._definition(key)
        if found and style:
            return next((depth for depth, level in found[1].levels.items() if level.paragraph_style == style), None)
        return None

    def next(self, key: str, depth: int) -> str:
        """The number of the next paragraph of that list and level; '' for bullets and unknown lists."""
        found = self._definition(key)
        if found is None or not 0 <= depth < _DEEPEST:
            return ""
        abstract, one = found
        use = self.uses[key]
        counts = self.counts.setdefault(abstract, {})

        def level_at(at: int) -> _Level:
            return use.levels.get(at) or one.levels.get(at) or _Level(style=BULLET)

        level = level_at(depth)
        if depth in use.starts and (key, depth) not in self.begun:
            self.begun.add((key, depth))
            counts[depth] = use.starts[depth]
        elif depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = use.starts.get(depth, level.start)
        for lower in [at for at in counts if at > depth]:
            restart = level_at(lower).restart
            if restart is None or (restart and depth < restart):
                del counts[lower]
        for higher in range(depth):
            counts.setdefault(higher, level_at(higher).start)
        if level.style == BULLET:
            return ""

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            style = level_at(at).style
            return format_number(counts.get(at, level_at(at).start), "decimal" if level.legal else style)

        return _PLACE.sub(shown, level.text)


def _level(element: Any) -> _Level:
    level = _Level()
    for each in element:
        name, said = local(each), value(each) or ""
        if name == "start":
            level.start = number(said, 1)
        elif name == "numFmt":
            level.style = said
        elif name == "AlternateContent":
            chosen = next((one for one in each.iter() if local(one) == "numFmt"), None)
            if chosen is not None:
                level.style = value(chosen) or level.style
        elif name == "lvlText":
            level.text = said
        elif name == "lvlRestart":
            level.restart = number(said, 0)
        elif name == "isLgl":
            level.legal = said.lower() not in ("0", "false", "off")
        elif name == "pStyle":
            level.paragraph_style = said
    return level
