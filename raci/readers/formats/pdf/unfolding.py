"""What the streams of a PDF file unfold to, looked at before pdfium unfolds them.

A few hundred bytes may stand for gigabytes: a stream that is packed twice, or forms (ISO 32000-1, 8.10) each of which
draws the next several times. Only what is plain to see is looked at; what is encrypted or written oddly passes.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from raci.errors import ReadError
from raci.readers.layout.pages import MAX_PAGE_CHARS

__all__ = ["check_unfolding"]

#: what one stream, or a form with the forms that it draws, unfolds to at most, in bytes
_MOST = 64 * 1024 * 1024
#: deflate packs at best so many bytes into one
_STEEPEST = 1_032
#: so deep forms in forms are followed
_DEEPEST = 40
#: the longest description of an object that is looked at, and the most members of a stream of objects, in bytes
_LONGEST, _LONGEST_MEMBERS = 20_000, 16 * 1024 * 1024

_FORM = re.compile(rb"/Subtype\s*/Form\b")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_STREAM = re.compile(rb">>\s*stream\r?\n")
_OBJECT = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+obj\b")
_DRAWN = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")
_NAMED = re.compile(rb"/([^\s/<>\[\]()]+)\s*(\d{1,10})\s+\d{1,5}\s+R\b")
_SHARED = re.compile(rb"/(Resources|XObject)\s*(\d{1,10})\s+\d{1,5}\s+R\b")
#: what no stream of a page has in its description: those of fonts, pictures, forms, tables of objects
_NO_PAGE = re.compile(rb"/(?:Type|Subtype|Length[123]|First|FunctionType|N)\b")
#: text that is printed, in brackets or as digits
_PRINTED = re.compile(rb"\((?:[^()\\]|\\.){1,10000}\)|<[0-9A-Fa-f\s]{2,10000}>", re.S)
#: so many bytes of it at the least make one character more than a page may have: no code is longer than four
_MOST_PRINTED = 4 * MAX_PAGE_CHARS
_FIRST = re.compile(rb"/First\s+(\d{1,9})\b")


class _PackedStream(NamedTuple):
    """The number of the object, its description, and where its bytes stand in the file."""

    number: int
    description: bytes
    start: int
    end: int


def check_unfolding(data: bytes, name: str) -> None:
    """Raises ReadError where a stream of a PDF file, or a form with those that it draws, unfolds to too much."""
    file = _PdfStreams(data)
    for stream in file.streams:
        packed = len(_FLATE.findall(stream.description))
        may_be_large = packed > 1 or (stream.end - stream.start) * _STEEPEST > _MOST
        if packed and may_be_large and not _IMAGE.search(stream.description) and file.unpacked(stream, packed) is None:
            raise _unfolds(name)
        if file.prints(stream, packed) > _MOST_PRINTED:
            what = f"有一页的文字超过 {MAX_PAGE_CHARS // 10_000} 万字"
            raise ReadError(what, place=name, remedy="请用原程序打开，分页后另存再用")
    if _FORM.search(data) and any(file.drawn_by(number) > _MOST for number in file.forms):
        raise _unfolds(name)


def _unfolds(name: str) -> ReadError:
    what = f"其中有内容展开超过 {_MOST // 1024 // 1024} MB"
    return ReadError(what, place=name, remedy="可能是压缩炸弹，未读；请用原程序打开，另存后再用")


class _PdfStreams:
    """The streams of a PDF file, and which forms draw which."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._sizes: dict[int, int] = {}

    @cached_property
    def streams(self) -> list[_PackedStream]:
        """All that are not within others."""
        found = []
        end = 0
        for match in _STREAM.finditer(self._data):
            if match.start() < end:
                continue
            before = self._data[max(end, match.start() - _LONGEST) : match.start()]
            heads = list(_OBJECT.finditer(before))
            end = self._data.find(b"endstream", match.end())
            end = end if end >= 0 else len(self._data)
            if heads:
                found.append(_PackedStream(int(heads[-1][1]), before[heads[-1].end() :], match.end(), end))
        return found

    @cached_property
    def forms(self) -> dict[int, _PackedStream]:
        """The forms by their numbers."""
        return {stream.number: stream for stream in self.streams if _FORM.search(stream.description)}

    @cached_property
    def _descriptions(self) -> dict[int, bytes]:
        """What describes the objects that are no streams, those in streams of objects among them."""
        found = {}
        for match in _OBJECT.finditer(self._data):
            found[int(match[1])] = self._data[match.end() : match.end() + _LONGEST].split(b"endobj", 1)[0]
        for stream in self.streams:
            if _OBJECTS.search(stream.description):
                found.update(self._members(stream))
        return found

    def _members(self, stream: _PackedStream) -> Iterator[tuple[int, bytes]]:
        first, members = _FIRST.search(stream.description), self.unpacked(stream, 1, _LONGEST_MEMBERS)
        if first is None or members is None:
            return
        head = [int(word) for word in members[: int(first[1])].split() if word.isdigit()]
        places = [int(first[1]) + place for place in head[1::2]]
        for number, start, end in zip(head[::2], places, [*places[1:], len(members)], strict=False):
            yield number, members[start : min(end, start + _LONGEST)]

    def unpacked(self, stream: _PackedStream, times: int = 1, most: int = _MOST) -> bytes | None:
        """What a stream holds, unpacked so many times; None where that is more than ``most``."""
        content = self._data[stream.start : stream.end]
        for _ in range(times):
            try:
                content = zlib.decompressobj().decompress(content, most + 1)
            except zlib.error:  # encrypted, or packed in another way besides
                return b""
            if len(content) > most:
                return None
        return content

    def prints(self, stream: _PackedStream, packed: int) -> int:
        """How many bytes of text a stream prints at the most, if it may be the content of a page."""
        is_small = (stream.end - stream.start) * (_STEEPEST if packed else 1) <= _MOST_PRINTED
        if is_small or packed > 1 or _NO_PAGE.search(stream.description):
            return 0
        content = self.unpacked(stream, packed) or b""
        if len(content) <= _MOST_PRINTED:
            return 0
        texts = _PRINTED.findall(content)
        return sum(len(text) // 2 - 1 if text[:1] == b"<" else len(text) - 2 for text in texts)

    def drawn_by(self, number: int, outer: frozenset[int] = frozenset(), often: bool = False) -> int:
        """The bytes of a form with all that it draws; ``outer`` are the forms that it is drawn by, ``often``: one of
        these draws more than once.

        Forms that draw themselves, and more than once, are without end.
        """
        if number in self._sizes or len(outer) > _DEEPEST:
            return self._sizes.get(number, 0)
        stream = self.forms[number]
        content = self.unpacked(stream, min(1, len(_FLATE.findall(stream.description))))
        size = _MOST + 1 if content is None else len(content)
        drawn = Counter(_DRAWN.findall(content or b""))
        named = self._named_in(stream.description) if drawn else {}
        often = often or drawn.total() > 1
        for name, count in drawn.items():
            target = named.get(name)
            if target in outer or target == number:
                size += _MOST + 1 if often else 0
            elif target in self.forms:
                size += count * self.drawn_by(target, outer | {number}, often)
        self._sizes[number] = size
        return size

    def _named_in(self, description: bytes) -> Mapping[bytes, int]:
        """The objects that the resources of a form give names to."""
        for _ in range(2):  # resources of their own, and names of their own in these
            for match in _SHARED.finditer(description):
                description += self._descriptions.get(int(match[2]), b"")
        return {name: int(number) for name, number in _NAMED.findall(description)}
