"""The reader of flat packages (``pkg:package``): a Word or Excel file as one XML file (ISO/IEC 29500-2, Flat OPC)."""

from __future__ import annotations

import base64
import binascii
import io
import zipfile

from raci.errors import ReadError
from raci.model import Document
from raci.readers.files.limits import too_many_marks
from raci.readers.files.xml_stream import BrokenXmlError, TooManyElementsError
from raci.readers.files.xml_tree import parse_tree, to_utf8
from raci.readers.formats.docx.elements import attribute, child, local_name, text_of

__all__ = ["read"]

_REMEDY = "请用 Word 或 WPS 打开，另存为 .docx 后再用"


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a flat package. Raises ReadError where it is broken, or holds neither."""
    from raci.readers.formats.docx import read as read_docx
    from raci.readers.formats.xlsx import read as read_xlsx

    try:
        package, names = _packed(to_utf8(data))
    except TooManyElementsError as error:
        raise too_many_marks(name) from error
    except (BrokenXmlError, binascii.Error) as error:
        raise ReadError("不是完整的 Word XML 文件", place=name, remedy=_REMEDY) from error
    if any(part.startswith("word/") for part in names):
        return read_docx(package, name)
    if any(part.startswith("xl/") for part in names):
        return read_xlsx(package, name)
    raise ReadError("其中没有 Word 或 Excel 文件", place=name, remedy=_REMEDY)


def _packed(data: bytes) -> tuple[bytes, list[str]]:
    """The package as a zip file, and the names of its parts."""
    from lxml import etree

    stream = io.BytesIO()
    names = []
    with zipfile.ZipFile(stream, "w") as package:
        for part in parse_tree(data):
            path = (attribute(part, "name") or "").lstrip("/")
            xml, binary = child(part, "xmlData"), child(part, "binaryData")
            if local_name(part) != "part" or not path or path in names:
                continue
            if xml is not None and len(xml):
                package.writestr(path, etree.tostring(xml[0], encoding="utf-8", with_tail=False))
            elif binary is not None:
                package.writestr(path, base64.b64decode(text_of(binary)))
            names.append(path)
    return stream.getvalue(), names
