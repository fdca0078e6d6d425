"""A sheet to draw on, in pt: shapes and text become an SVG element tree, so that all text is escaped."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence

from raci.drawing.style import FONTS, INK, PAPER
from raci.drawing.text import clean

__all__ = ["Canvas"]

_MM = 25.4 / 72
#: from the middle of a line of text to its baseline, in em (ideographs reach from -0.12 to 0.88)
_BASELINE = 0.38


class Canvas:
    """A sheet of ``width`` × ``height`` pt; ``y`` grows downwards. Shapes go into the current group."""

    def __init__(self, width: float, height: float, title: str) -> None:
        self.width, self.height = width, height
        self.root = ET.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "width": f"{width * _MM:.1f}mm",
                "height": f"{height * _MM:.1f}mm",
                "viewBox": f"0 0 {_number(width)} {_number(height)}",
                "font-family": FONTS,
                "fill": INK,
                "lang": "zh-Hans",
                "role": "img",
            },
        )
        ET.SubElement(self.root, "title").text = clean(title)
        self._style = ET.SubElement(self.root, "style")
        self._style.text = ""
        self._at = self.root
        self.rect(0, 0, width, height, fill=PAPER)

    def rule(self, css: str) -> None:
        """Add a line of CSS; for effects on the screen only, renderers may skip it."""
        self._style.text = f"{self._style.text or ''}{css}\n"

    def group(self, name: str, *, within: ET.Element | None = None, tip: str = "", **attributes: str) -> ET.Element:
        """Begin a group of class ``name`` and draw into it from now on; ``tip`` shows under the mouse."""
        parent = self.root if within is None else within
        self._at = ET.SubElement(parent, "g", {"class": name, **_named(attributes)})
        if tip:
            ET.SubElement(self._at, "title").text = _lines(tip)
        return self._at

    def rect(self, x: float, y: float, width: float, height: float, **attributes: str | float) -> None:
        """A rectangle by its upper left corner and its size."""
        self._add("rect", x=x, y=y, width=width, height=height, **attributes)

    def circle(self, x: float, y: float, radius: float, **attributes: str | float) -> None:
        """A circle by its centre."""
        self._add("circle", cx=x, cy=y, r=radius, **attributes)

    def path(self, d: str, *, tip: str = "", **attributes: str | float) -> None:
        """A line by its SVG path data; numbers in it are written by ``points``."""
        made = self._add("path", d=d, fill="none", **attributes)
        if tip:
            ET.SubElement(made, "title").text = _lines(tip)

    def text(self, x: float, y: float, text: str, size: float, **attributes: str | float) -> None:
        """One line of text whose middle is at height ``y``; ``anchor`` is start (default), middle or end."""
        anchor = attributes.pop("anchor", "start")
        made = self._add("text", x=x, y=y + _BASELINE * size, font_size=size, text_anchor=anchor, **attributes)
        made.text = clean(text)

    def characters(self) -> set[str]:
        """The characters that are drawn (not those of the tooltips)."""
        return {char for element in self.root.iter("text") for char in element.text or ""}

    def replace(self, characters: set[str], by: str) -> None:
        """Draw another character instead of some."""
        table = {ord(char): by for char in characters}
        for element in self.root.iter("text"):
            element.text = (element.text or "").translate(table)

    def svg(self) -> bytes:
        """The sheet as an SVG file, UTF-8."""
        return bytes(ET.tostring(self.root, encoding="utf-8", xml_declaration=True))

    def still(self, family: str = "") -> str:
        """The sheet as SVG text without the rules for the screen; in one font where ``family`` names it."""
        text, self._style.text = self._style.text, ""
        fonts = self.root.attrib["font-family"]
        self.root.attrib["font-family"] = family or fonts
        try:
            return ET.tostring(self.root, encoding="unicode")
        finally:
            self._style.text = text
            self.root.attrib["font-family"] = fonts

    def _add(self, tag: str, **attributes: str | float) -> ET.Element:
        return ET.SubElement(self._at, tag, _named(attributes))


def points(template: str, numbers: Sequence[float]) -> str:
    """SVG path data: the numbers, rounded, in the places of the template's ``{}``."""
    return template.format(*map(_number, numbers))


def _named(attributes: dict[str, str] | dict[str, str | float]) -> dict[str, str]:
    return {
        key.rstrip("_").replace("_", "-"): value if isinstance(value, str) else _number(value)
        for key, value in attributes.items()
    }


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _lines(tip: str) -> str:
    return "\n".join(clean(line) for line in tip.splitlines())
