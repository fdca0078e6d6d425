"""The colours of type in OFD documents: on an object itself, or where its drawing parameters say them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from raci.readers.formats.ofd.elements import is_flag, local_name, parse_numbers
from raci.readers.layout.printed_pages import INVISIBLE, Ink

if TYPE_CHECKING:
    from raci.readers.formats.ofd.elements import Element

__all__ = ["text_ink"]

#: the largest value of a part of a colour, and of an opacity (GB/T 33190-2016, 8.3)
_FULL = 255.0
#: drawing parameters that go back to others, as far as they are followed
_MAX_RELATIVES = 8


def text_ink(element: Element, parameters: Mapping[str, Element]) -> Ink:
    """The ink of a text object; ``parameters`` are the drawing parameters by their ids. Black where nothing says it.

    Text that is not seen at all lies over a picture of itself: it counts as black.
    """
    name = "FillColor"
    if is_flag(element.get("Fill"), "false") and is_flag(element.get("Stroke"), "true"):
        name = "StrokeColor"
    colour = _colour_element(element, name, parameters)
    red, green, blue = _parts(colour.get("Value") if colour is not None else None)
    opacity = _opacity(element) * (_opacity(colour) if colour is not None else 1.0)
    return Ink.on_paper(red, green, blue, opacity) if opacity > 0 else INVISIBLE


def _colour_element(element: Element, name: str, parameters: Mapping[str, Element]) -> Element | None:
    source: Element | None = element
    for attribute in ("DrawParam", *["Relative"] * _MAX_RELATIVES):
        if source is None:
            return None
        own = next((child for child in source if local_name(child) == name), None)
        if own is not None:
            return own
        source = parameters.get(source.get(attribute) or "")
    return None


def _opacity(element: Element) -> float:
    alpha = element.get("Alpha")
    return min(1.0, max(0.0, parse_numbers(alpha, 1)[0] / _FULL)) if alpha else 1.0


def _parts(value: str | None) -> tuple[float, float, float]:
    """Red, green and blue of a value of one (grey), three or four (cyan, magenta, yellow, black) parts."""
    words = (value or "").split()
    parts = [min(1.0, max(0.0, _part(word) / _FULL)) for word in words]
    match parts:
        case [grey]:
            return grey, grey, grey
        case [red, green, blue]:
            return red, green, blue
        case [cyan, magenta, yellow, black]:
            red, green, blue = ((1 - part) * (1 - black) for part in (cyan, magenta, yellow))
            return red, green, blue
    return 0.0, 0.0, 0.0


def _part(word: str) -> float:
    """One part of a colour: a number, or one of base 16 with # in front."""
    if word.startswith("#"):
        try:
            return float(int(word[1:5], 16))
        except ValueError:
            return 0.0
    return parse_numbers(word, 1)[0]
