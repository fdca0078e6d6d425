"""The reader of Word documents (.docx, .docm, also as WPS writes them). Macros are not read, links not followed."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from typing import TYPE_CHECKING

from raci.errors import ReadError
from raci.extras import install_line
from raci.model import Document
from raci.readers.documents.assembly import compose
from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.fact_lines import metadata_patterns
from raci.readers.documents.metadata import StatedFacts
from raci.readers.documents.passages import TextLine
from raci.readers.files.packages import Package
from raci.readers.formats.docx.body import BodyReader, ReadChunk
from raci.readers.formats.docx.chunks import ChunkReader
from raci.readers.formats.docx.elements import attribute, child, children, local_name, text_of
from raci.readers.formats.docx.numbering import Numbering
from raci.readers.formats.docx.styles import WordStyles
from raci.readers.formats.left_out import LeftOutWords
from raci.readers.tables.mending import restore_paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["read", "read_bodies", "read_parts"]

#: what is counted while a document is read, and the note on it
_NOTES = (
    ("inserted", "修订按已接受处理：插入 {} 处"),
    ("deleted", "修订按已接受处理：删除 {} 处"),
    ("hidden", "隐藏文字未读 {} 处"),
    ("contents", "目录未读 {} 行"),
    ("prompts", "没有填写的控件里的提示文字未读 {} 处"),
    ("pictures", "图片未读 {} 幅"),
    ("objects", "嵌入的对象（Excel 表格等）未读 {} 个"),
    ("diagrams", "图示、图表里的文字未读 {} 幅"),
)


#: who made the comments that raci wrote
_OWN_AUTHOR = "raci "


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a Word file: automatic numbers as a reader sees them, tracked changes as accepted.

    Headers and footers are left out; the notes say what else is.
    Raises ReadError where the file is broken, has a password, or holds no words.
    """
    parts, notes = read_parts(data, name)
    title = _stated_title(Package(data, name, "Word"))
    return compose(restore_paragraphs(parts), name, format="docx", stated=StatedFacts(title), notes=notes)


def _stated_title(package: Package) -> str | None:
    """The title in the properties of the file, where it reads like that of a document; many bear that of another."""
    path = _targets(package, "_rels/.rels", "core-properties").get("")
    node = child(package.xml(path), "title") if path and path in package else None
    title = (node.text or "").strip() if node is not None else ""
    return title if metadata_patterns()["title-end"].holds(title) else None


def read_parts(data: bytes, name: str, depth: int = 0) -> tuple[list[TextLine | DraftTable], list[str]]:
    """The lines and tables of a Word file, and its notes; ``depth``: within how many other Word files it stands.

    Raises ReadError as ``read`` does.
    """
    package = Package(data, name, "Word")
    main = _targets(package, "_rels/.rels", "officeDocument").get("", "word/document.xml")
    relations = posixpath.join(posixpath.dirname(main), "_rels", posixpath.basename(main) + ".rels")
    bodies = [part for part in package.xml(main) if local_name(part) == "body"]
    if not bodies:
        raise package.broken(main)

    def related(kind: str) -> Element | None:
        path = _targets(package, relations, kind).get("")
        return package.xml(path) if path and path in package else None

    chunks = ChunkReader(package, _targets(package, relations, "aFChunk"), read_parts, depth)
    parts, notes = read_bodies(
        bodies,
        name,
        styles=related("styles"),
        numbering=related("numbering"),
        notes=(related("footnotes"), related("endnotes")),
        read_chunk=chunks,
    )
    if not _has_words(parts) and chunks.unread:
        remedy = "请用 Word 打开，另存为 .docx 后再用"
        raise ReadError(f"正文在嵌入的文件 {'、'.join(chunks.unread)} 里，读不了", place=name, remedy=remedy)
    if package.has_macros:
        notes.append("宏未读、未运行")
    return parts, [*notes, *_comments(related("comments")), *chunks.notes]


def read_bodies(
    bodies: Iterable[Element],
    name: str,
    *,
    styles: Element | None,
    numbering: Element | None,
    notes: Iterable[Element | None],
    read_chunk: ReadChunk,
) -> tuple[list[TextLine | DraftTable], list[str]]:
    """The lines and tables of the bodies of a document with its styles, lists and foot- and endnotes; and its notes.

    Raises ReadError where it is nested too deep, or holds nothing but pictures.
    """
    word_styles = WordStyles(styles)
    reader = BodyReader(name, word_styles, Numbering(numbering, word_styles), _footnotes(*notes), read_chunk)
    try:
        parts = [part for body in bodies for part in reader.parts(body)]
    except RecursionError as error:
        raise ReadError("嵌套太深", place=name, remedy="请用 Word 打开，把正文复制到新文档后再用") from error
    if reader.counts["pictures"] and not _has_words(parts):
        remedy = f"请先做文字识别：导出为 PDF，运行 {install_line('ocr')} 后再用"
        raise ReadError("只有图片，没有文字", place=name, remedy=remedy)
    return parts, [
        *(text.format(reader.counts[key]) for key, text in _NOTES if reader.counts[key]),
        *reader.struck.note("划去的文字未读"),
        *reader.removed.note("修订删去的文字未读"),
    ]


def _has_words(parts: Iterable[TextLine | DraftTable]) -> bool:
    return any(isinstance(part, DraftTable) or part.text.strip() for part in parts)


def _targets(package: Package, path: str, kind: str) -> dict[str, str]:
    """The parts that relationships of that kind lead to, by their ids; '' stands for the first.

    Outside targets are not followed.
    """
    targets: dict[str, str] = {}
    for relation in package.xml(path) if path in package else ():
        is_kind = (attribute(relation, "Type") or "").endswith("/" + kind)
        if is_kind and attribute(relation, "TargetMode") != "External":
            target = attribute(relation, "Target") or ""
            base = posixpath.dirname(posixpath.dirname(path))
            part = posixpath.normpath(posixpath.join(base, target)) if target[:1] != "/" else target[1:]
            targets.setdefault("", part)
            targets[attribute(relation, "Id") or ""] = part
    return targets


def _comments(root: Element | None) -> list[str]:
    """What to say of comments: somebody's remarks on the text are not what it says; those of raci say nothing new."""
    left = LeftOutWords()
    for comment in children(root):
        if (attribute(comment, "author") or "").startswith(_OWN_AUTHOR):
            continue
        left.end_line()
        left.add("".join(text_of(part) for part in comment.iter() if local_name(part) == "t"))
    return left.note("批注未读")


def _footnotes(*roots: Element | None) -> dict[str, Element]:
    """Foot- and endnotes by kind and id, without the lines that separate them from the text."""
    return {
        f"{local_name(note)} {attribute(note, 'id')}": note
        for root in roots
        for note in children(root)
        if attribute(note, "type") in (None, "normal")
    }
