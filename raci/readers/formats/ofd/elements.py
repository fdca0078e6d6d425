"""The XML of OFD: elements by their names in any name space, lists of numbers, paths in the package."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

    Element = _Element

__all__ = ["descendants", "first_text", "is_flag", "local_name", "parse_numbers", "resolve_path"]

#: a larger number is no length, and counts as 0 like what is not a number
_MAX_NUMBER = 1e6


def resolve_path(folder: str, path: str) -> str:
    """A path in the package as an element of a file in ``folder`` writes it; with / in front it starts at the root."""
    path = path.strip()
    return path[1:] if path.startswith("/") else posixpath.normpath(posixpath.join(folder, path))


def local_name(element: Element) -> str:
    """The name of an element without its name space; empty for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def descendants(root: Element, name: str) -> Iterator[Element]:
    """The elements of that name in an element, itself among them, in document order."""
    return (element for element in root.iter() if local_name(element) == name)


def first_text(root: Element, name: str) -> str:
    """The text of the first element of that name in an element; empty where there is none."""
    element = next(descendants(root, name), None)
    return (element.text or "") if element is not None else ""


def is_flag(value: str | None, expected: str) -> bool:
    """Whether an attribute says ``true`` or ``false``, as expected, in any case."""
    return (value or "").lower() == expected


def parse_numbers(text: str | None, count: int) -> list[float]:
    """So many numbers of a list parted by blanks; 0 for each that is missing or is no number."""
    numbers = []
    for word in (text or "").split()[:count]:
        try:
            number = float(word)
        except ValueError:
            number = 0.0
        numbers.append(number if abs(number) < _MAX_NUMBER else 0.0)  # also not a number
    return numbers + [0.0] * (count - len(numbers))
