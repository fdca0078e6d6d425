"""What stands in a workbook beside its cells: words in text boxes and shapes, comments, pictures; told, not read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress

from raci.errors import ReadError
from raci.readers.files.packages import Package
from raci.readers.files.xml_stream import StopReading, XmlReader
from raci.readers.formats.left_out import LeftOutWords
from raci.readers.formats.workbook_sheets import WorkbookSheet

__all__ = ["drawing_notes", "pictures_alone"]

#: drawings that are looked at, and the characters of their words that are kept for the note
_MOST_DRAWINGS, _MOST_WORDS = 200, 60
#: parts with the comments on the cells of a sheet, as Excel and as others call them
_COMMENTS = re.compile(r"xl/(?:comments/)?comments?\d*\.xml")
#: so many comments are counted
_MOST_COMMENTS = 1000


class _Words(XmlReader):
    """The words of the shapes of a drawing, as many as a note shows."""

    def __init__(self) -> None:
        self.words = ""
        self._hearing = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._hearing = name == "t"

    def end(self, name: str) -> None:
        self._hearing = False
        if name == "p" and self.words and self.words[-1] != " ":
            self.words += " "

    def text(self, text: str) -> None:
        if self._hearing:
            self.words += text
            if len(self.words) > _MOST_WORDS:
                raise StopReading


class _Comments(XmlReader):
    """The comments of a sheet with their cells."""

    def __init__(self, left: LeftOutWords) -> None:
        self._left = left
        self._place = ""
        self._words: list[str] = []
        self._hearing = False
        self._count = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._hearing = name == "t"
        if name == "comment":
            self._place, self._words = attributes.get("ref", ""), []

    def end(self, name: str) -> None:
        self._hearing = False
        if name == "comment":
            self._left.end_line()
            self._left.add("".join(self._words), place=self._place)
            self._count += 1
            if self._count >= _MOST_COMMENTS:
                raise StopReading

    def text(self, text: str) -> None:
        if self._hearing and len(self._words) < _MOST_WORDS:
            self._words.append(text[:_MOST_WORDS])


def _comments(package: Package) -> list[str]:
    left = LeftOutWords()
    for path in sorted(path.lower() for path in package.members):
        if _COMMENTS.fullmatch(path):
            with suppress(ReadError):  # of a broken part no more is lost than what is not read anyway
                package.stream(path, _Comments(left))
    return left.note("批注未读")


def drawing_notes(package: Package) -> list[str]:
    """What to say of text boxes, comments and pictures; nothing where there are none."""
    paths = [path.lower() for path in package.members]
    drawings = [path for path in paths if path.startswith("xl/drawings/drawing") and path.endswith(".xml")]
    notes = []
    for path in drawings[:_MOST_DRAWINGS]:
        reader = _Words()
        try:
            package.stream(path, reader)
        except ReadError:  # of a broken drawing no more is lost than its words, which are not read anyway
            continue
        if words := reader.words.strip():
            shown = words if len(words) <= _MOST_WORDS else words[:_MOST_WORDS] + "……"
            notes.append(f"文本框等图形里的文字未读：“{shown}”")
    notes += _comments(package)
    pictures = _count_pictures(package)
    return notes + ([f"图片未读 {pictures} 幅"] if pictures else [])


def pictures_alone(sheets: Iterable[WorkbookSheet], package: Package) -> bool:
    """Whether a workbook shows pictures and no words."""
    return _count_pictures(package) > 0 and not any(sheet.cells for sheet in sheets if not sheet.is_hidden)


def _count_pictures(package: Package) -> int:
    return sum(path.lower().startswith("xl/media/") for path in package.members)
