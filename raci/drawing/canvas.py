"""A sheet to draw on, in pt: shapes and text become an SVG element tree, so that all text is escaped."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from copy import deepcopy

from raci.config.fonts import font_names
from raci.drawing.style import INK, PAPER
from raci.drawing.text import clean

__all__ = ["A3", "Canvas", "curve", "points", "stacked"]

_MM = 25.4 / 72
#: A3 across, in pt
A3 = (1190.55, 841.89)
#: how thick an outline makes regular letters look bold, in em
_BOLD = 0.035
#: between sheets that stand one below the other, in pt
_BETWEEN = 20.0
#: from the middle of a line of text to its baseline, in em (ideographs reach from -0.12 to 0.88)
_BASELINE = 0.38
#: how far above the edge a note at the foot has its baseline, and how large it is, in pt
_FOOT, _NOTE_SIZE = 8.6, 9.0


class Canvas:
    """A sheet of ``width`` × ``height`` pt; ``y`` grows downwards. Shapes go into the current group."""

    def __init__(self, width: float, height: float, title: str) -> None:
        self.width, self.height, self.title = width, height, clean(title)
        self.root = ET.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "width": f"{width * _MM:.1f}mm",
                "height": f"{height * _MM:.1f}mm",
                "viewBox": f"0 0 {_number(width)} {_number(height)}",
                "font-family": font_names().viewer,
                "fill": INK,
                "lang": "zh-Hans",
                "role": "img",
            },
        )
        ET.SubElement(self.root, "title").text = self.title
        self._style = ET.SubElement(self.root, "style")
        self._style.text = ""
        self._group = self.root
        self.rect(0, 0, width, height, fill=PAPER)

    def rule(self, css: str) -> None:
        """Add lines of CSS; for effects on the screen only, renderers may skip them."""
        self._style.text = f"{self._style.text or ''}{css}\n"

    def group(self, name: str, *, within: ET.Element | None = None, tip: str = "", **attributes: str) -> ET.Element:
        """Begin a group of class ``name`` and draw into it from now on; ``tip`` shows under the mouse."""
        parent = self.root if within is None else within
        self._group = ET.SubElement(parent, "g", {"class": name, **_attributes(attributes)})
        if tip:
            ET.SubElement(self._group, "title").text = _lines(tip)
        return self._group

    def rect(self, x: float, y: float, width: float, height: float, **attributes: str | float) -> None:
        """A rectangle by its upper left corner and its size."""
        self._add("rect", x=x, y=y, width=width, height=height, **attributes)

    def circle(self, x: float, y: float, radius: float, **attributes: str | float) -> None:
        """A circle by its centre."""
        self._add("circle", cx=x, cy=y, r=radius, **attributes)

    def path(self, d: str, *, tip: str = "", **attributes: str | float) -> None:
        """A line by its SVG path data; numbers in it are written by ``points``."""
        element = self._add("path", d=d, **{"fill": "none", **attributes})
        if tip:
            ET.SubElement(element, "title").text = _lines(tip)

    def text(self, x: float, y: float, text: str, size: float, **attributes: str | float) -> None:
        """One line of text whose middle is at height ``y``; ``anchor`` is start (default), middle or end."""
        anchor = attributes.pop("anchor", "start")
        element = self._add("text", x=x, y=y + _BASELINE * size, font_size=size, text_anchor=anchor, **attributes)
        element.text = clean(text)

    def characters(self) -> set[str]:
        """The characters that are drawn (not those of the tooltips)."""
        return {char for element in self.root.iter("text") for char in element.text or ""}

    def smallest(self) -> float:
        """The size of the smallest letters, in pt, where the sheet is made smaller to fit A3."""
        sizes = [float(element.attrib["font-size"]) for element in self.root.iter("text")]
        long, short = max(self.width, self.height), min(self.width, self.height)
        return min(sizes, default=0.0) * min(1.0, A3[0] / long, A3[1] / short)

    def svg(self) -> bytes:
        """The sheet as an SVG file, UTF-8."""
        return bytes(ET.tostring(self.root, encoding="utf-8", xml_declaration=True))

    def still(self, instead: dict[int, str], note: str = "") -> ET.Element:
        """The sheet for PDF: no tooltips, no rules for the screen, bold letters as regular ones with an outline.

        The font has one weight. ``instead`` says what is drawn for characters that it lacks; a ``note`` stands at the
        foot of the sheet.
        """
        root = deepcopy(self.root)
        for parent in list(root.iter()):
            for child in [element for element in parent if element.tag in ("title", "style")]:
                parent.remove(child)
        for element in root.iter("text"):
            element.text = (element.text or "").translate(instead)
            if element.attrib.pop("font-weight", ""):
                thick = _number(float(element.attrib["font-size"]) * _BOLD)
                element.attrib |= {"stroke": element.attrib.get("fill", INK), "stroke-width": thick}
        if note:
            foot: dict[str, str | float] = {"x": self.width / 2, "y": self.height - _FOOT, "font_size": _NOTE_SIZE}
            ET.SubElement(root, "text", {**_attributes(foot), "text-anchor": "middle"}).text = note
        return root

    def _add(self, tag: str, **attributes: str | float) -> ET.Element:
        return ET.SubElement(self._group, tag, _attributes(attributes))


def stacked(sheets: Sequence[Canvas]) -> Canvas:
    """All sheets on one, each below the one before."""
    if len(sheets) == 1:
        return sheets[0]
    width = max(sheet.width for sheet in sheets)
    height = sum(sheet.height for sheet in sheets) + _BETWEEN * (len(sheets) - 1)
    whole = Canvas(width, height, sheets[0].title)
    rules: dict[str, None] = {}
    y = 0.0
    for sheet in sheets:
        group = whole.group("sheet", transform=f"translate(0 {_number(y)})")
        group.extend(deepcopy(element) for element in sheet.root if element.tag not in ("title", "style"))
        rules |= dict.fromkeys((sheet.root.findtext("style") or "").splitlines())
        y += sheet.height + _BETWEEN
    whole.rule("\n".join(rules))
    return whole


def curve(start: tuple[float, float], end: tuple[float, float]) -> str:
    """SVG path data of a line that leaves one point and reaches the other horizontally."""
    (x1, y1), (x2, y2) = start, end
    bend = (x2 - x1) * 0.45
    return points("M{} {}C{} {} {} {} {} {}", (x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2))


def points(template: str, numbers: Sequence[float]) -> str:
    """SVG path data: the numbers, rounded, in the places of the template's ``{}``."""
    return template.format(*map(_number, numbers))


def _attributes(attributes: Mapping[str, str | float]) -> dict[str, str]:
    return {
        key.rstrip("_").replace("_", "-"): value if isinstance(value, str) else _number(value)
        for key, value in attributes.items()
    }


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _lines(tip: str) -> str:
    return "\n".join(clean(line) for line in tip.splitlines())
