"""The reader of Word 2003 XML (``w:wordDocument``), which office systems hand out under the name .doc.

Its elements are nearly those of later Word files: they are called as those are, and read by the same reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.errors import ReadError
from raci.model import Document
from raci.readers.documents.assembly import compose
from raci.readers.files.limits import too_many_marks
from raci.readers.files.xml_stream import BrokenXmlError, TooManyElementsError
from raci.readers.files.xml_tree import parse_tree, to_utf8
from raci.readers.formats.docx import read_bodies
from raci.readers.formats.docx.elements import attribute, child, child_value, local_name
from raci.readers.tables.mending import restore_paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["read"]

#: elements, and what they are called in later Word files; what only groups others counts as a content control
_NAMES = {
    "vmerge": "vMerge",
    "hlink": "hyperlink",
    "ilfo": "numId",
    "sect": "sdtContent",
    "sub-section": "sdtContent",
    "pBdrGroup": "sdtContent",
    "content": "sdtContent",
}
#: the kinds of annotations that are tracked changes
_CHANGES = {"Word.Insertion": "ins", "Word.Deletion": "del"}
#: styles of numbers by their codes (MSONFC, [MS-OSHARED] 2.2.1.3) as later Word files call them
_NUMBERS = {
    "0": "decimal",
    "1": "upperRoman",
    "2": "lowerRoman",
    "3": "upperLetter",
    "4": "lowerLetter",
    "10": "ideographDigital",
    "11": "japaneseCounting",
    "14": "decimalFullWidth",
    "18": "decimalEnclosedCircle",
    "22": "decimalZero",
    "23": "bullet",
    "26": "decimalEnclosedFullstop",
    "27": "decimalEnclosedParen",
    "28": "decimalEnclosedCircleChinese",
    "33": "taiwaneseCounting",
    "35": "taiwaneseCountingThousand",
    "37": "chineseCounting",
    "38": "chineseLegalSimplified",
    "39": "chineseCountingThousand",
}


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a Word 2003 XML file. Raises ReadError where it is broken or holds no words."""
    try:
        root = parse_tree(to_utf8(data))
    except TooManyElementsError as error:
        raise too_many_marks(name) from error
    except BrokenXmlError as error:
        remedy = "请用 Word 或 WPS 打开，另存为 .docx 后再用"
        raise ReadError("不是完整的 Word 2003 XML 文件", place=name, remedy=remedy) from error
    bodies = [part for part in root if local_name(part) == "body"]
    for element in list(root.iter()):
        _rename(element)
    numbering = child(root, "lists")
    if numbering is not None:
        _rename_lists(numbering)
    parts, notes = read_bodies(
        bodies, name, styles=child(root, "styles"), numbering=numbering, notes=(), read_chunk=lambda relation: []
    )
    return compose(restore_paragraphs(parts), name, format="wordml", notes=notes)


def _rename(element: Element) -> None:
    name = local_name(element)
    if name == "annotation":
        element.tag = _CHANGES.get(attribute(element, "type") or "", name)
    elif name in ("footnote", "endnote"):
        _box(element)
    elif name == "listPr":
        _show_number(element)
    elif name in _NAMES:
        element.tag = _NAMES[name]


def _box(note: Element) -> None:
    """A note stands where it is referred to: it is read like a text box there, after its paragraph."""
    inside = list(note)
    note.tag = "object"
    box = note.makeelement("txbxContent")
    note.append(box)
    for part in inside:
        box.append(part)


def _show_number(properties: Element) -> None:
    """The number of a list as Word showed it (``wx:t``) becomes text; without it the lists are asked."""
    properties.tag = "numPr"
    shown = child_value(properties, "t")
    paragraph_properties = properties.getparent()
    paragraph = paragraph_properties.getparent() if paragraph_properties is not None else None
    if shown is None or paragraph is None or local_name(paragraph) != "p":
        return
    run, words = paragraph.makeelement("r"), paragraph.makeelement("t")
    words.text = shown + (" " if shown[-1:].isalnum() else "")
    run.append(words)
    paragraph.insert(1, run)
    properties.clear()
    properties.tag = "numPr"
    off = properties.makeelement("numId", {"val": "0"})  # taken off the list
    properties.append(off)


def _rename_lists(lists: Element) -> None:
    """Definitions of lists as later Word files write them."""
    for element in list(lists.iter()):
        name = local_name(element)
        if name == "listDef":
            element.tag = "abstractNum"
            element.set("abstractNumId", attribute(element, "listDefId") or "")
        elif name == "list":
            element.tag = "num"
            element.set("numId", attribute(element, "ilfo") or "")
        elif name == "ilst":
            element.tag = "abstractNumId"
        elif name == "nfc":
            code = attribute(element) or ""
            element.clear()
            element.tag = "numFmt"
            element.set("val", _NUMBERS.get(code, "decimal"))
