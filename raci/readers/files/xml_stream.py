"""XML read as a stream: nothing is held but what the reader keeps, so that a large file takes time but no memory.

Names come without their prefixes: strict and transitional Office files, and those of other makers, differ in them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import IO
from xml.parsers import expat

__all__ = [
    "MOST_ELEMENTS",
    "BrokenXmlError",
    "StopReading",
    "TooManyElementsError",
    "XmlReader",
    "clean_xml",
    "local_attribute",
    "stream_xml",
]

#: elements that are read at most: each takes half a microsecond, and a few packed bytes hold millions
MOST_ELEMENTS = 6_000_000
#: how much is parsed at once, in bytes
_PIECE = 65536
#: names that are kept: a hostile file may call every element differently
_MOST_NAMES = 10_000


#: control characters, written out or as references, which XML may not hold (XML 1.0, 2.2): programs that hand out
#: what stands in a data base let them through
_CONTROL = re.compile(
    rb"[\x01-\x08\x0b\x0c\x0e-\x1f]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));"
)
_LONGEST_REFERENCE = 12


def clean_xml(data: bytes) -> bytes:
    """XML without the control characters that no XML may hold; UTF-16 stays as it is."""
    return data if _is_utf16(data) else _CONTROL.sub(b"", data)


def _is_utf16(data: bytes) -> bool:
    return b"\0" in data[:4] or data.startswith((b"\xff\xfe", b"\xfe\xff"))


class BrokenXmlError(ValueError):
    """A stream that is no well-formed XML, or that declares entities."""


class TooManyElementsError(ValueError):
    """A stream with more elements than any document has."""


class StopReading(Exception):  # no fault: the reader has what it wants
    """Raised by a reader that needs nothing more of the stream."""


class XmlReader:
    """What a reader of a stream overrides: the start and the end of elements, and the text inside them."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins. The attributes are called as they are written, with their prefixes."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text, perhaps only a part of what stands between two tags."""


class _ShortNames(dict[str, str]):
    """Names of elements without their prefixes, each worked out once."""

    def __missing__(self, name: str) -> str:
        short = name.rpartition(":")[2]
        if len(self) < _MOST_NAMES:
            self[name] = short
        return short


def local_attribute(attributes: Mapping[str, str], name: str) -> str | None:
    """An attribute whatever its prefix; None where it is absent."""
    value = attributes.get(name)
    if value is not None:
        return value
    return next((value for key, value in attributes.items() if key.rpartition(":")[2] == name), None)


def stream_xml(stream: IO[bytes], reader: XmlReader, most: int = MOST_ELEMENTS) -> int:
    """Hands the elements of a stream to a reader until it ends or the reader stops it; gives how many there were.

    Raises BrokenXmlError, and TooManyElementsError behind ``most`` elements. Entities are never expanded: a file that
    declares some is refused.
    """
    names = _ShortNames()
    start, end = reader.start, reader.end
    begun = 0

    def begin_element(name: str, attributes: dict[str, str]) -> None:
        nonlocal begun
        begun += 1
        if begun > most:
            raise TooManyElementsError(str(most))
        start(names[name], attributes)

    def end_element(name: str) -> None:
        end(names[name])

    def refuse(*_: object) -> None:
        raise BrokenXmlError("declares entities")

    piece = stream.read(_PIECE)
    # what a declaration says is not asked: expat raises for names that it does not know
    parser = expat.ParserCreate("utf-16" if _is_utf16(piece) else "utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = begin_element
    parser.EndElementHandler = end_element
    parser.CharacterDataHandler = reader.text
    parser.EntityDeclHandler = refuse
    held = b""  # the end of a piece that may be the beginning of a reference
    try:
        while piece:
            piece = held + piece
            cut = piece.rfind(b"&", -_LONGEST_REFERENCE)
            held = piece[cut:] if cut >= 0 and b";" not in piece[cut:] else b""
            parser.Parse(clean_xml(piece[: len(piece) - len(held)]), False)
            piece = stream.read(_PIECE)
        parser.Parse(held, True)
    except StopReading:
        return begun
    except expat.ExpatError as error:
        raise BrokenXmlError(str(error)) from error
    return begun
