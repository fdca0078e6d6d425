"""The text of cells in a workbook's XML: runs in bold type, runs that are struck out, phonetic hints left out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from raci.readers.documents.raised import raised
from raci.readers.files.xml_stream import StopReading, XmlReader
from raci.readers.formats.sheet_text import TextRun
from raci.rules.text_patterns import text_patterns

__all__ = ["SharedStrings", "TextReader", "is_on"]

#: how an attribute says no (ST_OnOff)
_OFF = frozenset(("0", "false", "off", "none"))
#: a character that XML cannot hold, as Excel writes it (ECMA-376 18.4.12: _x000D_)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
#: shared texts that are looked through at most
_MOST_STRINGS = 2_000_000


def is_on(attributes: Mapping[str, str]) -> bool:
    """Whether a switch is not turned off."""
    return attributes.get("val", "1").lower() not in _OFF


def _unescape(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


class TextReader:
    """Collects one rich text (``si``, ``is``) from its elements."""

    def __init__(self) -> None:
        self._runs: list[TextRun] = []
        self._bold: bool | None = None
        self._struck: bool | None = None
        self._hearing = self._phonetic = self._raised = False
        self._words: list[str] = []
        self.length = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element inside the text begins."""
        if name == "rPr":  # says all of the look of its run; a run without it looks as its cell does
            self._bold = self._struck = self._raised = False
        elif name == "b":
            self._bold = self._bold or is_on(attributes)
        elif name == "strike":
            self._struck = is_on(attributes)
        elif name == "rFont":
            self._bold = self._bold or text_patterns("fonts")["heavy-font"].holds(attributes.get("val", ""))
        elif name == "vertAlign":
            self._raised = attributes.get("val") == "superscript"
        elif name == "rPh":
            self._phonetic = True
        elif name == "t":
            self._hearing = not self._phonetic

    def end(self, name: str) -> None:
        """An element inside the text ends."""
        if name == "t" and self._hearing:
            words = _unescape("".join(self._words))
            self._runs.append(TextRun(raised(words) if self._raised else words, self._bold, self._struck))
            self._words, self._hearing = [], False
        elif name == "rPh":
            self._phonetic = False
        elif name == "r":
            self._bold = self._struck = None
            self._raised = False

    def add(self, text: str) -> None:
        """Text inside."""
        if self._hearing:
            self._words.append(text)
            self.length += len(text)

    def finish(self) -> tuple[TextRun, ...]:
        """The runs so far."""
        return tuple(self._runs)


class SharedStrings(XmlReader):
    """The shared texts of a workbook that are ``wanted``, by their numbers (from 0); the others are passed over.

    ``longest`` is what all of them together may hold, in characters; ``is_too_long`` says that they hold more.
    """

    def __init__(self, wanted: frozenset[int], longest: int) -> None:
        self.texts: dict[int, tuple[TextRun, ...]] = {}
        self.is_too_long = False
        self._wanted, self._left = wanted, longest
        self._last = max(wanted, default=-1)
        self._number = -1
        self._text: TextReader | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "si":
            self._number += 1
            if self._number > min(self._last, _MOST_STRINGS):
                raise StopReading
            self._text = TextReader() if self._number in self._wanted else None
        elif self._text is not None:
            self._text.start(name, attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._text is None:
            return
        if name != "si":
            self._text.end(name)
            return
        self.texts[self._number] = self._text.finish()
        self._left -= self._text.length
        self._text = None

    def text(self, text: str) -> None:
        """Text inside."""
        if self._text is not None:
            self._text.add(text)
            if self._text.length > self._left:
                self.is_too_long = True
                raise StopReading
