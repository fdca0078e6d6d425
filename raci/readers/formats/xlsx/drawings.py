"""What stands in a workbook beside its cells: words in text boxes and shapes, pictures. They are told, not read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from raci.errors import ReadError
from raci.readers.files.packages import Package
from raci.readers.files.xml_stream import StopReading, XmlReader
from raci.readers.formats.workbook_sheets import WorkbookSheet

__all__ = ["drawing_notes", "pictures_alone"]

#: drawings that are looked at, and the characters of their words that are kept for the note
_MOST_DRAWINGS, _MOST_WORDS = 200, 60


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


def drawing_notes(package: Package) -> list[str]:
    """What to say of text boxes and pictures; nothing where there are none."""
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
    pictures = _count_pictures(package)
    return notes + ([f"图片未读 {pictures} 幅"] if pictures else [])


def pictures_alone(sheets: Iterable[WorkbookSheet], package: Package) -> bool:
    """Whether a workbook shows pictures and no words."""
    return _count_pictures(package) > 0 and not any(sheet.cells for sheet in sheets if not sheet.is_hidden)


def _count_pictures(package: Package) -> int:
    return sum(path.lower().startswith("xl/media/") for path in package.members)
