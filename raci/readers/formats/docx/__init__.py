"""The reader of Word documents (.docx, .docm, also as WPS writes them). Macros are not read, links not followed."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from raci.errors import ReadError
from raci.model import Document
from raci.readers.documents.assembly import compose
from raci.readers.documents.draft_tables import DraftTable
from raci.readers.files.packages import Package
from raci.readers.formats.docx.body import BodyReader
from raci.readers.formats.docx.elements import attribute, child, children, local_name
from raci.readers.formats.docx.numbering import Numbering
from raci.readers.formats.docx.styles import WordStyles
from raci.readers.tables.mending import restore_paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["read"]

#: what is counted while a document is read, and the note on it
_NOTES = (
    ("inserted", "修订按已接受处理：插入 {} 处"),
    ("deleted", "修订按已接受处理：删除 {} 处"),
    ("hidden", "隐藏文字未读 {} 处"),
    ("contents", "目录未读 {} 行"),
    ("pictures", "图片未读 {} 幅"),
    ("chunk", "嵌入的其他文件未读 {} 个"),
)


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a Word file: automatic numbers as a reader sees them, tracked changes as accepted.

    Headers, footers, comments and macros are left out; the notes say what else is.
    Raises ReadError where the file is broken, has a password, or holds no words.
    """
    package = Package(data, name, "Word")
    main = _target(package, "_rels/.rels", "officeDocument") or "word/document.xml"
    relations = posixpath.join(posixpath.dirname(main), "_rels", posixpath.basename(main) + ".rels")
    body = child(package.xml(main), "body")
    if body is None:
        raise package.broken(main)

    def related(kind: str) -> Element | None:
        path = _target(package, relations, kind)
        return package.xml(path) if path and path in package else None

    styles = WordStyles(related("styles"))
    footnotes = _footnotes(related("footnotes"), related("endnotes"))
    reader = BodyReader(styles, Numbering(related("numbering"), styles), footnotes)
    try:
        parts = reader.parts(body)
    except RecursionError as error:
        raise ReadError("嵌套太深", place=name, remedy="请用 Word 打开，把正文复制到新文档后再用") from error
    if not any(isinstance(part, DraftTable) or part.text.strip() for part in parts):
        if reader.counts["pictures"]:
            remedy = "请先做文字识别：导出为 PDF，装上 raci[ocr] 后再用"
            raise ReadError("只有图片，没有文字", place=name, remedy=remedy)
        raise ReadError("没有文字", place=name, remedy="请给出有内容的文件")
    notes = [text.format(reader.counts[key]) for key, text in _NOTES if reader.counts[key]]
    if package.has_macros:
        notes.append("宏未读、未运行")
    return compose(restore_paragraphs(parts), name, format="docx", notes=notes)


def _target(package: Package, path: str, kind: str) -> str | None:
    """The part that a relationship of that kind leads to; outside targets are not followed."""
    if path not in package:
        return None
    for relation in package.xml(path):
        is_kind = (attribute(relation, "Type") or "").endswith("/" + kind)
        if is_kind and attribute(relation, "TargetMode") != "External":
            target = attribute(relation, "Target") or ""
            base = posixpath.dirname(posixpath.dirname(path))
            return posixpath.normpath(posixpath.join(base, target)) if target[:1] != "/" else target[1:]
    return None


def _footnotes(*roots: Element | None) -> dict[str, Element]:
    """Foot- and endnotes by kind and id, without the lines that separate them from the text."""
    return {
        f"{local_name(note)} {attribute(note, 'id')}": note
        for root in roots
        for note in children(root)
        if attribute(note, "type") in (None, "normal")
    }
