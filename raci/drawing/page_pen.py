"""What stands on a sheet, as the drawing instructions of a PDF page.

The shapes are those of ``raci.drawing.canvas``: rect, circle, path, text and groups, whose attributes their children
inherit as in SVG.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from math import cos, radians, sin

import pydyf

from raci.drawing.fonts import Lettering

__all__ = ["PagePen"]

#: how far the handles of a curve stand off that draws a quarter of a circle, in radii
_QUARTER = 0.5523
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
#: what a child takes over from its group
_INHERITED = frozenset(
    (
        *("fill", "fill-opacity", "font-size", "text-anchor", "stroke", "stroke-width", "stroke-dasharray"),
        *("stroke-opacity", "stroke-linecap", "stroke-linejoin"),
    )
)
_PATH_PART = re.compile(r"([MLHVCZhvlcz])|(-?[\d.]+)")
_TURN = re.compile(r"(\w+)\(([^)]*)\)")


class PagePen:
    """The instructions of one page of ``height`` pt, in letters of ``lettering``; ``opacities`` are those it uses."""

    def __init__(self, height: float, lettering: Lettering) -> None:
        self.stream = pydyf.Stream()
        self.opacities: dict[tuple[float, float], str] = {}
        self._lettering = lettering
        self.stream.set_matrix(1, 0, 0, -1, 0, height)  # y grows downwards on a sheet, upwards in a PDF

    def draw(self, element: ET.Element, inherited: Mapping[str, str] | None = None) -> None:
        """The element and all in it."""
        style = {**(inherited or {}), **{key: value for key, value in element.attrib.items() if key in _INHERITED}}
        turned = element.get("transform", "")
        if turned:
            self.stream.push_state()
            self.stream.set_matrix(*_matrix(turned))
        if element.tag in _SHAPES:
            _SHAPES[element.tag](self.stream, element)
            self._paint(style, closed=True)
        elif element.tag == "path":
            _path(self.stream, element.attrib["d"])
            self._paint(style)
        elif element.tag == "text":
            self._text(element, style)
        for child in element:
            self.draw(child, style)
        if turned:
            self.stream.pop_state()

    def _paint(self, style: Mapping[str, str], *, closed: bool = False) -> None:
        """Fill and stroke the shape that was begun."""
        filled, stroked = self._pens(style)
        if filled and stroked:
            self.stream.fill_stroke_and_close() if closed else self.stream.fill_and_stroke()
        elif filled:
            self.stream.fill()
        elif stroked:
            self.stream.stroke()
        else:
            self.stream.end()

    def _pens(self, style: Mapping[str, str]) -> tuple[bool, bool]:
        """Take up the colours; whether there is one to fill with, and one to stroke with."""
        fill, stroke = style.get("fill", "none"), style.get("stroke", "none")
        alpha = (float(style.get("stroke-opacity", 1)), float(style.get("fill-opacity", 1)))
        self.stream.set_state(self.opacities.setdefault(alpha, f"o{len(self.opacities)}"))
        if fill != "none":
            self.stream.set_color_rgb(*_colour(fill))
        if stroke != "none":
            self.stream.set_color_rgb(*_colour(stroke), stroke=True)
            self.stream.set_line_width(float(style.get("stroke-width", 1)))
            dashes = style.get("stroke-dasharray", "none")
            self.stream.set_dash([] if dashes == "none" else [float(part) for part in dashes.split()], 0)
            self.stream.set_line_cap(_CAPS[style.get("stroke-linecap", "butt")])
            self.stream.set_line_join(_JOINS[style.get("stroke-linejoin", "miter")])
        return fill != "none", stroke != "none"

    def _text(self, element: ET.Element, style: Mapping[str, str]) -> None:
        size = float(style.get("font-size", 16))
        runs = list(self._runs(element.text or ""))
        wide = sum(width for _, _, width in runs) * size / 1000
        shift = {"middle": wide / 2, "end": wide}.get(style.get("text-anchor", "start"), 0.0)
        filled, stroked = self._pens(style)
        # a halo (paint-order) lies below the letters, an outline that makes them bold is drawn with them
        halo = filled and stroked and element.get("paint-order") == "stroke"
        modes = (1, 0) if halo else (2 if filled and stroked else 1 if stroked else 0,)
        for mode in modes:
            self.stream.begin_text()
            self.stream.set_text_rendering(mode)
            self.stream.set_text_matrix(
                1, 0, 0, -1, round(float(element.get("x", 0)) - shift, 3), float(element.get("y", 0))
            )
            for number, glyphs, _ in runs:
                self.stream.set_font_size(f"f{number}", size)
                self.stream.show_text(glyphs)
            self.stream.end_text()

    def _runs(self, text: str) -> Iterator[tuple[int, bytes, float]]:
        """The text in runs of one face: its number, the glyphs, how wide they are in thousandths of the size."""
        faces, number_of = self._lettering.faces, self._lettering.number_of
        run: list[str] = []
        current, wide = 0, 0.0
        for char in text:
            char = " " if char.isspace() else char
            number = number_of.get(char)
            if number is None:
                continue
            if run and number != current:
                yield current, _hex(run), wide
                run, wide = [], 0.0
            glyph, width = faces[number].glyph(char)
            run.append(f"{glyph:04x}")
            current, wide = number, wide + width
        if run:
            yield current, _hex(run), wide


def _hex(glyphs: list[str]) -> bytes:
    return f"<{''.join(glyphs)}>".encode()


@cache
def _colour(text: str) -> tuple[float, float, float]:
    """``#rrggbb`` as parts of one."""
    red, green, blue = bytes.fromhex(text.removeprefix("#"))
    return round(red / 255, 4), round(green / 255, 4), round(blue / 255, 4)


def _matrix(transform: str) -> tuple[float, ...]:
    """What ``translate(x y)`` or ``rotate(degrees x y)`` does."""
    ((what, numbers),) = _TURN.findall(transform)
    values = [float(part) for part in numbers.replace(",", " ").split()]
    if what == "translate":
        return (1, 0, 0, 1, *values)
    degrees, x, y = values
    turn, lift = round(cos(radians(degrees)), 6), round(sin(radians(degrees)), 6)
    return (turn, lift, -lift, turn, round(x - turn * x + lift * y, 3), round(y - lift * x - turn * y, 3))


def _rect(stream: pydyf.Stream, element: ET.Element) -> None:
    x, y, width, height = (float(element.get(key, 0)) for key in ("x", "y", "width", "height"))
    radius = min(float(element.get("rx", 0)), width / 2, height / 2)
    if not radius:
        stream.rectangle(x, y, width, height)
        return
    _round(stream, (x, y, x + width, y + height), radius)


def _circle(stream: pydyf.Stream, element: ET.Element) -> None:
    x, y, radius = (float(element.get(key, 0)) for key in ("cx", "cy", "r"))
    _round(stream, (x - radius, y - radius, x + radius, y + radius), radius)


def _round(stream: pydyf.Stream, box: tuple[float, float, float, float], radius: float) -> None:
    """A box (left, top, right, bottom) with round corners."""
    left, top, right, bottom = box
    bend = radius * (1 - _QUARTER)
    stream.move_to(left + radius, top)
    for corner_x, corner_y, x, y in (
        (right, top, right, top + radius),
        (right, bottom, right - radius, bottom),
        (left, bottom, left, bottom - radius),
        (left, top, left + radius, top),
    ):
        sideways = x == corner_x  # the corner is reached along the other axis than it is left
        step_x = -1 if corner_x == right else 1
        step_y = -1 if corner_y == bottom else 1
        start = (corner_x + step_x * radius, corner_y) if sideways else (corner_x, corner_y + step_y * radius)
        stream.line_to(*start)
        handles = [(corner_x + step_x * bend, corner_y), (corner_x, corner_y + step_y * bend)]
        (x1, y1), (x2, y2) = handles if sideways else handles[::-1]
        stream.curve_to(x1, y1, x2, y2, x, y)
    stream.close()


def _path(stream: pydyf.Stream, d: str) -> None:
    """SVG path data of the commands M, L, H, V, C, Z, l, h, v, c."""
    parts = [(command, number) for command, number in _PATH_PART.findall(d)]
    x = y = 0.0
    command, position = "", 0
    while position < len(parts):
        if parts[position][0]:
            command = parts[position][0]
            position += 1
            if command in "Zz":
                stream.close()
                continue
        count = _NUMBERS[command.upper()]
        numbers = [float(number) for _, number in parts[position : position + count]]
        position += count
        if command.islower():
            numbers = _absolute(command, numbers, x, y)
        x, y = _step(stream, command.upper(), numbers, x, y)


def _absolute(command: str, numbers: list[float], x: float, y: float) -> list[float]:
    if command in "hv":
        return [numbers[0] + (x if command == "h" else y)]
    return [number + (y if index % 2 else x) for index, number in enumerate(numbers)]


def _step(stream: pydyf.Stream, command: str, numbers: list[float], x: float, y: float) -> tuple[float, float]:
    """Draw one step of a path from (x, y), and say where it ends."""
    if command == "C":
        stream.curve_to(*numbers)
        return numbers[4], numbers[5]
    if command == "H":
        numbers = [numbers[0], y]
    elif command == "V":
        numbers = [x, numbers[0]]
    (stream.move_to if command == "M" else stream.line_to)(*numbers)
    return numbers[0], numbers[1]


_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6}
_SHAPES: Mapping[str, Callable[[pydyf.Stream, ET.Element], None]] = {"rect": _rect, "circle": _circle}
