"""One file that may be a notice or an annex: what it lists and prints, and by which titles it is known."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from raci.model import Document
from raci.readers.documents.annexes import (
    ListedAnnex,
    annex_mark,
    annex_number,
    listed_annexes,
    printed_titles,
    title_key,
)
from raci.readers.documents.file_groups import SHORT, FileName, parse_file_name

__all__ = ["BundleFile"]

#: how many of its first lines may be an annex's title
_TITLE_LINES = 4
#: the longest line with the mark of an annex, and the longest line that is a title, in characters
_LONGEST_MARKED, _LONGEST_TITLE = 60, 120
#: an annex that stands in its notice has more blocks behind its title than this
_ANNEX_BLOCKS = 3


@dataclass(frozen=True, slots=True)
class BundleFile:
    """A document with what tells whose annex it is, and which annexes belong to it.

    ``annexes`` are those that it prints or lists, ``printed`` the titles that it prints, ``listing_lines`` the indexes
    of the ``lines`` that list annexes. ``titles`` are the keys by which the file may be listed elsewhere; ``marked``
    says that it calls itself an annex, ``number`` as which (0: none).
    """

    document: Document
    file_name: FileName
    lines: tuple[str, ...]
    annexes: tuple[ListedAnnex, ...]
    printed: tuple[str, ...]
    listing_lines: frozenset[int]
    titles: frozenset[str]
    number: int
    marked: bool

    @classmethod
    def of(cls, document: Document) -> BundleFile:
        """What a document and the name of its file say."""
        text = document.text
        blocks = [block for block in document.blocks if block.kind != "table"]
        lines = [text[block.start : block.end].strip() for block in blocks] or text.split("\n")
        listed, listing_lines = listed_annexes(lines)
        printed = printed_titles(document.title, lines)
        listed_keys = {title_key(annex.title) for annex in listed}
        annexes = [*(ListedAnnex(0, title) for title in printed if title_key(title) not in listed_keys), *listed]
        name = parse_file_name(document.source)
        titles, mark_number, marked = _titles_of_lines(lines, name)
        titles |= {title_key(document.title), name.key, name.before, name.behind}
        return cls(
            document=document,
            file_name=name,
            lines=tuple(lines),
            annexes=tuple(annexes),
            printed=tuple(printed),
            listing_lines=frozenset(listing_lines),
            titles=frozenset(key for key in titles if len(key) >= SHORT and not annex_mark().fullmatch(key)),
            number=mark_number,
            marked=marked,
        )

    @property
    def name(self) -> str:
        """The name of the file, without its folder."""
        return PurePath(self.document.source).name

    def lists(self, title: str) -> bool:
        """Whether the annex with that key is among those that the file prints or lists."""
        return any(title_key(annex.title) == title for annex in self.annexes)

    def holds(self, title: str) -> bool:
        """Whether the annex with that key stands in this file: a line that is its title, and more text behind it."""
        for index, line in enumerate(self.lines):
            if index in self.listing_lines or len(line) > _LONGEST_TITLE:
                continue
            mark = annex_mark().match(line)
            if title_key(line[mark.end() :] if mark else line) == title and (index > 0 or mark):
                return len(self.document.blocks) - index > _ANNEX_BLOCKS
        return False


def _titles_of_lines(lines: list[str], name: FileName) -> tuple[set[str], int, bool]:
    """The keys of the first lines, alone and in pairs; the number of the annex; whether it is marked as one."""
    titles: set[str] = set()
    marked, number = name.marked, name.number
    before = ""
    for line in lines[:_TITLE_LINES]:
        mark = annex_mark().match(line)
        if mark and len(line) <= _LONGEST_MARKED and not before:
            marked, number = True, number or annex_number(mark["n"])
            line = line[mark.end() :]
        titles |= {title_key(line), before + title_key(line)}
        before = title_key(line)
    return titles, number, marked
