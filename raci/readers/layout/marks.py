"""What is said of the marks on pages that are no part of the text, and what they are known by on the next page."""

from __future__ import annotations

from raci.readers.layout.pages import name_pages
from raci.readers.layout.print_groups import PlacedMark, placed_mark
from raci.readers.layout.printed_pages import PrintedRun

__all__ = ["MarkNotes"]

#: so many different marks are quoted, so many characters of each
_MAX_QUOTED, _MAX_CHARS = 5, 24
#: so many marks are known again
_MAX_KNOWN = 1_000


class MarkNotes:
    """Collects the marks of the pages of one document."""

    def __init__(self) -> None:
        self.known: set[PlacedMark] = set()
        self._quoted: dict[str, None] = {}
        self._pages: dict[int, None] = {}
        self._count = 0

    def add(self, mark: PrintedRun, page: int) -> None:
        """A mark on the page of that number."""
        self._pages[page] = None
        self._count += 1
        text = mark.text
        if len(text) > 1 and len(self.known) < _MAX_KNOWN:
            self.known.add(placed_mark(mark))
        if len(self._quoted) < _MAX_QUOTED:
            self._quoted[text if len(text) <= _MAX_CHARS else f"{text[:_MAX_CHARS]}…"] = None

    def notes(self) -> list[str]:
        """One note, or none: on which pages marks were left out, and what they say."""
        if not self._count:
            return []
        quoted = "、".join(f"“{text}”" for text in self._quoted)
        pages = name_pages(list(self._pages))
        return [f"{pages}的水印、印章或斜排的字未读 {self._count} 处：{quoted}"]
