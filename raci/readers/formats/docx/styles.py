"""The styles of a Word document: how runs look, heading level and list, as inherited."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from raci.readers.formats.docx.elements import (
    OFF,
    attribute,
    child,
    child_value,
    children,
    is_on,
    local_name,
    whole_number,
)
from raci.rules.text_patterns import text_patterns

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["RunLook", "WordStyle", "WordStyles", "run_look"]

#: the level of body text, where levels of headings count from 0
_BODY_LEVEL = 9
#: so many styles, each based on the next, are followed; Word itself allows eleven
_MOST_BASES = 100


class RunLook(NamedTuple):
    """Whether a run is in bold type or a heavy font such as 黑体, struck out, hidden, raised; None: nothing says so."""

    bold: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None

    def over(self, below: RunLook) -> RunLook:
        """The look, with what it leaves open taken from the one ``below``."""
        return RunLook(*(other if own is None else own for own, other in zip(self, below, strict=True)))


#: switches of run properties, and what of the look they set
_SWITCHES = {"b": "bold", "strike": "struck", "dstrike": "struck", "vanish": "hidden"}


def run_look(properties: Element | None) -> RunLook:
    """What run properties say of the look of a run."""
    look: dict[str, bool] = {}
    for element in children(properties):
        name = local_name(element)
        if name in _SWITCHES:
            # of two switches for one thing (single and double strike) one that is on is enough
            look[_SWITCHES[name]] = is_on(element) or look.get(_SWITCHES[name], False)
        elif name == "rFonts" and any(_is_heavy(attribute(element, key)) for key in ("eastAsia", "fareast", "ascii")):
            look["bold"] = True
        elif name == "vertAlign":
            look["raised"] = attribute(element) == "superscript"
    return RunLook(**look)


def _is_heavy(font: str | None) -> bool:
    return font is not None and text_patterns("fonts")["heavy-font-word"].holds(font)


class WordStyle(NamedTuple):
    """What matters of a style; None where it says nothing and its base decides.

    ``level`` is that of a heading, from 0; ``list`` the id of its list (numId), ``depth`` the level in it, from 0.
    """

    name: str = ""
    base: str | None = None
    look: RunLook = RunLook()
    level: int | None = None
    list: str | None = None
    depth: int | None = None


class WordStyles:
    """The styles of ``styles.xml`` by their ids."""

    def __init__(self, root: Element | None = None) -> None:
        self._styles: dict[str, WordStyle] = {}
        self._resolved: dict[str | None, WordStyle] = {}
        self._default = ""
        for element in children(root):
            if local_name(element) == "style":
                self._add(element)

    def _add(self, element: Element) -> None:
        style_id = attribute(element, "styleId") or ""
        paragraph = child(element, "pPr")
        list_properties = child(paragraph, "numPr")
        level, depth = child(paragraph, "outlineLvl"), child(list_properties, "ilvl")
        self._styles[style_id] = WordStyle(
            name=(child_value(element, "name") or "").lower(),
            base=child_value(element, "basedOn"),
            look=run_look(child(element, "rPr")),
            level=whole_number(attribute(level), _BODY_LEVEL) if level is not None else None,
            list=child_value(list_properties, "numId"),
            depth=whole_number(attribute(depth), 0) if depth is not None else None,
        )
        if attribute(element, "type") == "paragraph" and (attribute(element, "default") or "0") not in OFF:
            self._default = style_id

    def resolve(self, style_id: str | None) -> WordStyle:
        """A style with what its bases say; None: the default style of paragraphs."""
        if style_id not in self._resolved:
            self._resolved[style_id] = self._with_bases(style_id)
        return self._resolved[style_id]

    def _with_bases(self, style_id: str | None) -> WordStyle:
        resolved = WordStyle()
        seen: set[str] = set()
        current: str | None = self._default if style_id is None else style_id
        while current is not None and current in self._styles and current not in seen and len(seen) < _MOST_BASES:
            seen.add(current)
            style = self._styles[current]
            resolved = WordStyle(
                name=resolved.name or style.name,
                look=resolved.look.over(style.look),
                level=style.level if resolved.level is None else resolved.level,
                list=style.list if resolved.list is None else resolved.list,
                depth=style.depth if resolved.depth is None else resolved.depth,
            )
            current = style.base
        return resolved
