"""The styles of a Word document: bold, heading level, numbering, as inherited."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

__all__ = ["WordStyle", "WordStyles", "bold", "local", "value"]

_BLACK = re.compile("黑体|simhei|heiti|hei$", re.I)
_OFF = frozenset(("0", "false", "off", "none"))


def local(element: Any) -> str:
    """The name of an element without its namespace; '' for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Any, name: str = "val") -> str | None:
    """An attribute by its name without its namespace (transitional and strict files differ in those)."""
    for key, said in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(said)
    return None


def child(element: Any, name: str) -> Any:
    """The first child of that name, or None."""
    return next((each for each in element if local(each) == name), None) if element is not None else None


def number(said: str | None, otherwise: int) -> int:
    """A whole number as written, within bounds; ``otherwise`` where it is none."""
    try:
        return max(-1, min(int(said or ""), 1_000_000))
    except ValueError:
        return otherwise


def bold(properties: Any) -> bool | None:
    """Whether run properties set bold type or 黑体; None where they say nothing."""
    if properties is None:
        return None
    found = None
    for each in properties:
        name = local(each)
        if name == "b":
            if (value(each) or "1").lower() not in _OFF:
                return True
            found = False
        elif name == "rFonts" and any(
            _BLACK.search(font) for key in ("eastAsia", "ascii") if (font := value(each, key)) is not None
        ):
            return True
    return found


class WordStyle(NamedTuple):
    """What matters of a style; None where it says nothing and its base decides."""

    name: str = ""
    base: str | None = None
    bold: bool | None = None
    level: int | None = None  # outline level, from 0
    list: str | None = None  # numId
    depth: int | None = None  # ilvl


class WordStyles:
    """The styles of ``styles.xml`` by id."""

    def __init__(self, root: Any = None) -> None:
        self.own: dict[str, WordStyle] = {}
        self.default = ""
        for each in root if root is not None else ():
            if local(each) == "style":
                self._add(each)

    def _add(self, style: Any) -> None:
        key = value(style, "styleId") or ""
        paragraph = child(style, "pPr")
        listed = child(paragraph, "numPr")
        name, base, level = child(style, "name"), child(style, "basedOn"), child(paragraph, "outlineLvl")
        list_id, depth = child(listed, "numId"), child(listed, "ilvl")
        self.own[key] = WordStyle(
            (value(name) or "").lower() if name is not None else "",
            value(base) if base is not None else None,
            bold(child(style, "rPr")),
            number(value(level), 9) if level is not None else None,
            value(list_id) if list_id is not None else None,
            number(value(depth), 0) if depth is not None else None,
        )
        if value(style, "type") == "paragraph" and (value(style, "default") or "0") not in _OFF:
            self.default = key

    def of(self, key: str | None) -> WordStyle:
        """A style with what its bases say."""
        found = WordStyle()
        seen: set[str] = set()
        at = self.default if key is None else key
        while at is not None and at in self.own and at not in seen:
            seen.add(at)
            own = self.own[at]
            # a level of the list goes with the list that it is of
            found = WordStyle(
                found.name or own.name,
                None,
                own.bold if found.bold is None else found.bold,
                own.level if found.level is None else found.level,
                own.list if found.list is None else found.list,
                own.depth if found.depth is None else found.depth,
            )
            at = own.base  # type: ignore[assignment]  # None ends the loop
        return found
