"""Text objects of OFD: their characters with their boxes on the page, by the steps between them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from raci.readers.documents.radicals import as_ideographs
from raci.readers.formats.ofd.elements import descendants, parse_numbers
from raci.readers.formats.ofd.inks import text_ink
from raci.readers.formats.ofd.transform import POINT, placed
from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.printed_pages import PrintedRun, glyph_box

if TYPE_CHECKING:
    from raci.readers.formats.ofd.elements import Element
    from raci.readers.formats.ofd.resources import Resources
    from raci.readers.layout.affine import Affine

__all__ = ["text_runs"]

#: the size of type in millimetres where an object does not say it, or says nonsense: 五号
_DEFAULT_SIZE = 3.7
#: fonts of this weight and more are bold
_BOLD_WEIGHT = 600
#: this part of a character stands above the base line
_ASCENT = 0.88
#: a step that is no more sizes of type leaves no gap
_WIDEST_STEP = 1.25
#: the width of Latin characters in sizes of type; that of the others is half of one
_LATIN_WIDTHS = {char: width for chars, width in (("MWm%@", 0.9), ("ABCDEFGHKLNOPQRSTUVXYZw", 0.7)) for char in chars}


def text_runs(element: Element, resources: Resources, outer: Affine) -> Iterator[PrintedRun]:
    """The characters of a text object, run by run, in points."""
    size = parse_numbers(element.get("Size") or element.get("size"), 1)[0]
    size = size if size > 0 else _DEFAULT_SIZE
    transform = placed(element, outer)
    bold = element.get("Font") in resources.bold_fonts or parse_numbers(element.get("Weight"), 1)[0] >= _BOLD_WEIGHT
    ink = text_ink(element, resources.draw_parameters)
    angle = round(math.degrees(math.atan2(-transform.b, transform.a)), 1) % 360
    across = (math.hypot(transform.a, transform.b) or 1.0) * POINT
    height = size * (math.hypot(transform.c, transform.d) or 1.0) * POINT
    narrowed = parse_numbers(element.get("HScale"), 1)[0] or 1.0
    start = (0.0, 0.0)
    for code in descendants(element, "TextCode"):
        text = as_ideographs(code.text or "")
        # where a position is left out, it is that of the run before
        start = (
            parse_numbers(code.get("X"), 1)[0] if code.get("X") else start[0],
            parse_numbers(code.get("Y"), 1)[0] if code.get("Y") else start[1],
        )
        glyphs = []
        widths = [size * narrowed * _own_width(char) for char in text]
        for index, (x, y, width) in enumerate(_places(code, start, widths, size * narrowed)):
            page_x, page_y = transform.point(x, y)
            origin = (page_x * POINT, page_y * POINT)
            box = glyph_box(origin, angle, width * across, _ASCENT * height, (1 - _ASCENT) * height)
            glyphs.append(Glyph(text[index], *box, bold, spaced=text[index - 1 : index].isspace()))
        seen = tuple(glyph for glyph in glyphs if glyph.text.strip())
        if seen:
            yield PrintedRun(seen, angle, height, ink)


def _own_width(char: str) -> float:
    return _LATIN_WIDTHS.get(char, 0.5) if char.isascii() else 1.0


def _places(
    code: Element, start: tuple[float, float], own_widths: list[float], size: float
) -> Iterator[tuple[float, float, float]]:
    """Where each character of a run begins, and how wide it is, in the units of its object.

    What a step of usual width parts stands together: digits may be set as far apart as Chinese characters.
    """
    widest = _WIDEST_STEP * size
    count = len(own_widths)
    steps_x, steps_y = _steps(code.get("DeltaX"), count), _steps(code.get("DeltaY"), count)
    x, y = start
    for index, own_width in enumerate(own_widths):
        # where no step is said, in no direction, characters stand beside one another
        step = steps_x[index] if steps_x else 0.0 if steps_y else own_width
        yield x, y, step if 0 < step <= max(own_width, widest) else own_width
        x += step
        y += steps_y[index] if steps_y else 0.0


def _steps(text: str | None, count: int) -> list[float]:
    """So many steps between characters: numbers, and ``g 3 4.2`` for three times 4.2; the last one goes on.

    None where none is said, or nothing but steps of no length.
    """
    steps: list[float] = []
    words = (text or "").split()
    index = 0
    while index < len(words) and len(steps) < count:
        if words[index] in ("g", "G"):
            times, step = parse_numbers(" ".join(words[index + 1 : index + 3]), 2)
            steps += [step] * max(0, min(int(times), count))
            index += 3
        else:
            steps += parse_numbers(words[index], 1)
            index += 1
    if not any(steps):
        return []
    return steps + [steps[-1]] * (count - len(steps))
