"""The XML of OFD: elements by their names, whatever their name spaces, lists of numbers, paths in the package."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

__all__ = ["local", "named", "numbers", "path"]


def path(base: str, place: str) -> str:
    place = place.strip()
    return posixpath.normpath(posixpath.join(base, place)) if place[:1] != "/" else place[1:]


def local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def named(root: Any, name: str) -> Iterator[Any]:
    return (each for each in root.iter() if local(each) == name)


def numbers(text: str, count: int) -> list[float]:
    """So many numbers of a list; 0 where there are fewer or they are none."""
    found = []
    for each in text.split()[:count]:
        try:
            number = float(each)
        except ValueError:
            number = 0.0
        found.append(number if abs(number) < 1e6 else 0.0)  # also not a number
    return found + [0.0] * (count - len(found))
