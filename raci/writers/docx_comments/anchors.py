"""Where the words of a Document stand in its Word file: offsets in the text to characters in ``w:t``.

The reader leaves out blanks, puts automatic numbers before paragraphs, and makes several lines of one paragraph; so
both sides are compared without blanks, line by line, from where the last line was found onwards.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.model import Document

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Anchor", "WordCharacter", "anchors_of"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: how many paragraphs ahead a line is looked for
_AHEAD = 40
#: the longest automatic number, in characters
_LONGEST_NUMBER = 14
#: switches of runs whose words the reader leaves out
_UNREAD = (f"{_W}vanish", f"{_W}strike", f"{_W}dstrike")


@dataclass(frozen=True, slots=True)
class WordCharacter:
    """A character that is no blank: its element (``w:t``, ``w:noBreakHyphen``), and its offset in that."""

    element: _Element
    offset: int


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    characters: tuple[WordCharacter, ...]


#: an offset in the text → its character in the file
Anchor = dict[int, WordCharacter]


def anchors_of(document: Document, body: _Element) -> Anchor:
    """The characters of a text that were found in the body of its Word file; blanks and automatic numbers are none.

    What stands in text boxes and notes, where Word has no comments, is not looked for.
    """
    paragraphs = [paragraph for paragraph in map(_paragraph, _paragraphs(body)) if paragraph.text]
    found: Anchor = {}
    place, used = 0, 0  # the paragraph of the last line, and how much of it is used up
    whole: dict[str, list[int]] = {}
    for index, paragraph in enumerate(paragraphs):
        whole.setdefault(paragraph.text, []).append(index)
    for line, offsets in _lines(document):
        match = _find(line, paragraphs, place, used) or _find_whole(line, whole, place)
        if match is None:
            continue
        index, start, skipped = match
        place, used = index, start + len(line) - skipped
        characters = paragraphs[index].characters[start:used]
        found.update(zip(offsets[skipped:], characters, strict=True))
    return found


def _find(line: str, paragraphs: Sequence[_Paragraph], place: int, used: int) -> tuple[int, int, int] | None:
    """Paragraph, offset in it, and how many characters of the line are an automatic number."""
    window = range(place, min(place + _AHEAD, len(paragraphs)))
    if place < len(paragraphs) and (start := paragraphs[place].text.find(line, used)) >= 0:
        return place, start, 0
    fresh = window[1:] if used else window
    if (exact := next((index for index in fresh if paragraphs[index].text == line), None)) is not None:
        return exact, 0, 0
    for index in fresh:
        text = paragraphs[index].text
        number = len(line) - len(text)
        if 0 < number <= _LONGEST_NUMBER and len(text) > 1 and line.endswith(text):
            return index, 0, number
    for index in window:
        start = paragraphs[index].text.find(line, used if index == place else 0)
        if start >= 0:
            return index, start, 0
        if index != place and (part := _after_number(line, paragraphs[index].text)):
            return index, 0, part
    return None


def _after_number(line: str, text: str) -> int:
    """How long the automatic number is before a line with which a longer paragraph begins; 0 where it is no such."""
    for number in range(1, min(_LONGEST_NUMBER, len(line) - 6) + 1):
        if text.startswith(line[number:]):
            return number
    return 0


def _find_whole(line: str, whole: dict[str, list[int]], place: int) -> tuple[int, int, int] | None:
    """A paragraph anywhere that is the line: where the order of the file is another, or much was left out."""
    for number in range(min(_LONGEST_NUMBER, len(line) - 1) + 1):
        places = whole.get(line[number:], ())
        if places and (number == 0 or len(line) - number > 3):
            return next((index for index in places if index >= place), places[0]), 0, number
    return None


def _lines(document: Document) -> Iterator[tuple[str, list[int]]]:
    """The lines of a text without blanks, each with the offsets of its characters."""
    starts = [place.start for place in document.places]
    for start, end in zip(starts, [*starts[1:], len(document.text)], strict=True):
        offsets = [offset for offset in range(start, end) if _is_seen(document.text[offset])]
        if offsets:
            yield "".join(document.text[offset] for offset in offsets), offsets


def _is_seen(char: str) -> bool:
    return not char.isspace() and not unicodedata.category(char).startswith("C")


def _paragraphs(body: _Element) -> Iterator[_Element]:
    """The paragraphs of the main story, those in tables among them, in order."""
    stack = [body]
    while stack:
        element = stack.pop()
        if element.tag == f"{_W}p":
            yield element
        else:
            stack += reversed([child for child in element if isinstance(child.tag, str)])


def _paragraph(element: _Element) -> _Paragraph:
    text: list[str] = []
    characters: list[WordCharacter] = []
    for run in _runs(element):
        properties = run.find(f"{_W}rPr")
        if properties is not None and any(_is_on(properties.find(switch)) for switch in _UNREAD):
            continue
        for part in run:
            words = "-" if part.tag == f"{_W}noBreakHyphen" else (part.text or "") if part.tag == f"{_W}t" else ""
            for offset, char in enumerate(words):
                if _is_seen(char):
                    text.append(char)
                    characters.append(WordCharacter(part, offset))
    return _Paragraph("".join(text), tuple(characters))


def _runs(paragraph: _Element) -> Iterator[_Element]:
    """The runs of a paragraph, those of links and insertions among them, without deleted ones and text boxes."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag == f"{_W}r":
            yield element
        elif element.tag not in (f"{_W}del", f"{_W}moveFrom", f"{_W}pPr"):
            stack += reversed(element)


def _is_on(switch: _Element | None) -> bool:
    return switch is not None and switch.get(f"{_W}val", "1").lower() not in ("0", "false", "off", "none")
