"""The names of bodies in one cell, taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from raci.escaping import clean

__all__ = ["one_line", "split_names"]

_SEPARATORS = "、，,；;\n"
_OPENING, _CLOSING = "（(〔[【", "）)〕]】"


def one_line(text: str) -> str:
    """A name as a cell shows it: blanks and tabs as one blank, line breaks kept."""
    return re.sub(r"[ \t\u3000]+", " ", clean(text)).strip()


def split_names(text: str, known: Mapping[str, str]) -> list[str]:
    """The names in a cell, none twice. ``known``: a name as a cell shows it → as it is written, the longest first.

    A known name stays whole, whatever it holds; others end at a separator outside of brackets.
    """
    return list(dict.fromkeys(_names(one_line(text), known)))


def _names(text: str, known: Mapping[str, str]) -> Iterable[str]:
    start = 0
    while start < len(text):
        if text[start] in _SEPARATORS or text[start] == " ":
            start += 1
            continue
        for name, written in known.items():
            end = start + len(name)
            ends_here = end == len(text) or text[end : end + 1] in (*_SEPARATORS, " ")
            if name and text.startswith(name, start) and ends_here:
                yield written
                break
        else:
            end = _end_of_name(text, start)
            name = text[start:end].strip()
            if any(char.isalnum() for char in name):  # a dash or a stroke stands for nobody
                yield known.get(name, name)
        start = end


def _end_of_name(text: str, start: int) -> int:
    depth = 0
    for offset in range(start, len(text)):
        char = text[offset]
        if char in _OPENING:
            depth += 1
        elif char in _CLOSING:
            depth = max(0, depth - 1)
        elif char in _SEPARATORS and (not depth or char == "\n"):
            return offset
    return len(text)
