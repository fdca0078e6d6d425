"""Files that are embedded in a Word document as text (altChunk), as web editors and office systems write them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping

from raci.errors import ReadError
from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import TextLine
from raci.readers.files.encoding import decode
from raci.readers.files.libreoffice import convert
from raci.readers.files.magic import detect_format
from raci.readers.files.packages import Package
from raci.readers.formats.html import decode_page, read_page
from raci.readers.formats.markup import is_page_part
from raci.readers.formats.mht import read_archive

__all__ = ["ChunkReader", "ReadWord"]

#: from the bytes of a Word file, its name and how deep it stands within others to its lines and tables, and its notes
ReadWord = Callable[[bytes, str, int], tuple[list[TextLine | DraftTable], list[str]]]

#: what LibreOffice turns into a Word file
_CONVERTED = frozenset((".rtf", ".doc", ".odt", ".fodt"))
#: Word files within Word files, and embedded files of one document
_DEEPEST, _MOST = 3, 200
#: how many of them LibreOffice converts: each takes seconds
_MOST_CONVERTED = 5


class ChunkReader:
    """Reads embedded files in place; ``notes`` say what they left out and which were not read, by their names."""

    def __init__(self, package: Package, targets: Mapping[str, str], read_word: ReadWord, depth: int) -> None:
        self.notes: list[str] = []
        self.unread: list[str] = []
        self._read_so_far = self._converted = 0
        self._parts: dict[str, list[TextLine | DraftTable]] = {}  # of the files read so far
        self._package, self._targets, self._read_word, self._depth = package, targets, read_word, depth

    def __call__(self, relation: str) -> list[TextLine | DraftTable]:
        """The lines and tables of the file that a relationship leads to; none where it cannot be read."""
        path = self._targets.get(relation, "")
        self._read_so_far += 1
        if self._read_so_far > _MOST:
            if self._read_so_far == _MOST + 1:
                self.notes.append(f"嵌入的文件超过 {_MOST} 个，其余未读")
            return []
        if path in self._parts:
            return self._parts[path]
        if not path or path not in self._package:
            self.unread.append(path or relation or "（未指明）")
            self.notes.append(f"嵌入的文件 {self.unread[-1]} 不在包内，未读")
            return []
        shown = posixpath.basename(path)
        try:
            parts, notes = self._read(self._package.read(path), f"{self._package.name}/{path}", path)
        except ReadError as fault:
            self.unread.append(shown)
            self.notes.append(f"嵌入的文件 {shown} 未读：{fault.what}")
            return []
        self.notes += [f"嵌入的文件 {shown}：{note}" for note in notes]
        self._parts[path] = parts
        return parts

    def _read(self, data: bytes, name: str, path: str) -> tuple[list[TextLine | DraftTable], list[str]]:
        detected = detect_format(data)
        kind = detected.name if detected else posixpath.splitext(path)[1].lower()
        if kind in (".html", ".htm", ".xhtml", ".xml") or (detected is None and is_page_part(data)):
            page = read_page(decode_page(data, name)[0], name)
            return page.parts, page.notes
        if kind in (".mht", ".mhtml"):
            archive = read_archive(data, name)
            return archive.parts, [*archive.notes, *archive.gaps]
        if kind in _CONVERTED and self._depth < _DEEPEST:
            self._converted += 1
            if self._converted > _MOST_CONVERTED:
                raise ReadError(f"要转换的嵌入文件超过 {_MOST_CONVERTED} 个", place=name, remedy="请拆分后再用")
            return self._read_word(convert(data, name, kind, ".docx"), name, self._depth + 1)
        if kind == ".docx" and self._depth < _DEEPEST:
            return self._read_word(data, name, self._depth + 1)
        if kind in (".txt", ".text"):
            return [TextLine(line) for line in decode(data, name)[0].splitlines()], []
        raise ReadError(f"是 {kind} 文件", place=name, remedy="请用 Word 打开，另存为 .docx 后再用")
