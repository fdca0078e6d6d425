"""What stands on a page of an OFD document: its characters, ruled lines and pictures with their positions."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from raci.readers.formats.ofd.elements import descendants, is_flag, local_name, parse_numbers
from raci.readers.formats.ofd.paths import path_lines
from raci.readers.formats.ofd.resources import Resources
from raci.readers.formats.ofd.transform import POINT, Transform
from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.pages import MAX_PAGE_CHARS
from raci.readers.layout.ruled_tables import RuledLine

if TYPE_CHECKING:
    from raci.readers.formats.ofd.elements import Element

__all__ = ["PageContent", "read_content"]

_MAX_OBJECTS = 1_000_000
#: the size of type in millimetres where an object does not say it, or says nonsense: 五号
_DEFAULT_SIZE = 3.7
#: fonts of this weight and more are bold
_BOLD_WEIGHT = 600
#: this part of a character stands above the base line
_ASCENT = 0.88
#: the width of Latin characters in sizes of type; that of the others is half of one
_LATIN_WIDTHS = {char: width for chars, width in (("MWm%@", 0.9), ("ABCDEFGHKLNOPQRSTUVXYZw", 0.7)) for char in chars}
#: objects made of objects, as deep as they are followed
_MAX_DEPTH = 8


class PageContent(NamedTuple):
    """What stands on a page: its characters, its ruled lines, and the ids of its pictures, the largest first."""

    glyphs: list[Glyph]
    ruled_lines: list[RuledLine]
    picture_ids: list[str]


def read_content(page: Element, resources: Resources) -> PageContent:
    """What stands on the page of this root element."""
    glyphs: list[Glyph] = []
    lines: list[RuledLine] = []
    pictures: list[tuple[float, str]] = []
    stack: list[tuple[Element, Transform, int]] = [(page, Transform(), 0)]
    objects = 0
    while stack and len(glyphs) <= MAX_PAGE_CHARS and objects <= _MAX_OBJECTS:
        root, transform, depth = stack.pop()
        for element in root.iter():
            kind = local_name(element)
            objects += 1
            if is_flag(element.get("Visible"), "false"):
                continue
            if kind == "TextObject":
                glyphs += _glyphs(element, resources.bold_fonts, transform)
            elif kind == "PathObject":
                lines += path_lines(element, transform)
            elif kind == "ImageObject":
                _, _, width, height = parse_numbers(element.get("Boundary"), 4)
                pictures.append((width * height * transform.area_factor, element.get("ResourceID") or ""))
            elif kind == "CompositeObject" and depth < _MAX_DEPTH:
                composite = resources.composites.get(element.get("ResourceID") or "")
                if composite is not None:
                    stack.append((composite, transform.inside(element), depth + 1))
    return PageContent(glyphs, lines, [picture for _, picture in sorted(pictures, reverse=True)])


def _glyphs(element: Element, bold_fonts: Collection[str], outer: Transform) -> Iterator[Glyph]:
    """The characters of a text object."""
    size = parse_numbers(element.get("Size"), 1)[0]
    size = size if size > 0 else _DEFAULT_SIZE
    transform = outer.inside(element)
    bold = element.get("Font") in bold_fonts or parse_numbers(element.get("Weight"), 1)[0] >= _BOLD_WEIGHT
    width_factor = math.hypot(transform.a, transform.b) or 1.0
    height = size * (math.hypot(transform.c, transform.d) or 1.0)
    start_x = start_y = 0.0
    for code in descendants(element, "TextCode"):
        text = code.text or ""
        # where a position is left out, it is that of the run before
        start_x = parse_numbers(code.get("X"), 1)[0] if code.get("X") else start_x
        start_y = parse_numbers(code.get("Y"), 1)[0] if code.get("Y") else start_y
        steps_x, steps_y = _steps(code.get("DeltaX"), len(text)), _steps(code.get("DeltaY"), len(text))
        x, y = start_x, start_y
        for index, char in enumerate(text):
            own_width = size * (_LATIN_WIDTHS.get(char, 0.5) if char.isascii() else 1.0)
            step = steps_x[index] if index < len(steps_x) else 0.0
            width = min(step, own_width) if step > 0 else own_width
            page_x, page_y = transform.apply(x, y)
            yield Glyph(
                char,
                page_x * POINT,
                (page_y - _ASCENT * height) * POINT,
                (page_x + width * width_factor) * POINT,
                (page_y + (1 - _ASCENT) * height) * POINT,
                bold,
                spaced=text[index - 1 : index].isspace(),
            )
            x += step if steps_x else own_width
            y += steps_y[index] if index < len(steps_y) else 0.0


def _steps(text: str | None, max_count: int) -> list[float]:
    """The steps between characters: numbers, and ``g 3 4.2`` for three times 4.2."""
    steps: list[float] = []
    words = (text or "").split()
    index = 0
    while index < len(words) and len(steps) < max_count:
        if words[index] == "g":
            times, step = parse_numbers(" ".join(words[index + 1 : index + 3]), 2)
            steps += [step] * max(0, min(int(times), max_count))
            index += 3
        else:
            steps += parse_numbers(words[index], 1)
            index += 1
    return steps
