"""What is said of words on pages that are no part of their text: where, how many, and what they say."""

from __future__ import annotations

from raci.readers.layout.pages import name_pages

__all__ = ["LeftOut"]

#: so many different texts are quoted, so many characters of each
_MAX_QUOTED, _MAX_CHARS = 5, 40


class LeftOut:
    """Collects texts of one kind over the pages of one document; ``kind`` names it in the note, ``done`` what became
    of them.
    """

    def __init__(self, kind: str, done: str = "未读") -> None:
        self._kind, self._done = kind, done
        self._quoted: dict[str, None] = {}
        self._pages: dict[int, None] = {}
        self._count = 0

    def add(self, text: str, page: int) -> None:
        """A text on the page of that number."""
        self._pages[page] = None
        self._count += 1
        line = " ".join(text.split())
        if line and len(self._quoted) < _MAX_QUOTED:
            self._quoted[line if len(line) <= _MAX_CHARS else f"{line[:_MAX_CHARS]}…"] = None

    def notes(self) -> list[str]:
        """One note, or none."""
        if not self._count:
            return []
        quoted = "、".join(f"“{text}”" for text in self._quoted)
        what = f"{name_pages(sorted(self._pages))}的{self._kind}{self._done}"
        return [f"{what} {self._count} 处{'：' if quoted else ''}{quoted}"]
