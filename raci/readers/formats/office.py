"""The reader of formats that LibreOffice converts first: .doc, .wps, .rtf, OpenDocument (also flat), .uot, .xlsb."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from raci.errors import ReadError
from raci.model import Document
from raci.readers.files.compound import read_stream
from raci.readers.files.input_formats import OLE, ZIP
from raci.readers.files.libreoffice import convert
from raci.readers.files.magic import detect_format
from raci.readers.formats.docx import read as read_docx
from raci.readers.formats.rtf_size import check_rtf
from raci.readers.formats.xlsx import read as read_xlsx

__all__ = ["read"]


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a file that LibreOffice turns into one that is read here.

    Raises ReadError where LibreOffice is missing, cannot open the file (broken, a password), or takes too long.
    """
    detected = detect_format(data)
    if detected is None and not data.startswith(OLE):
        from raci.readers.formats.misnamed import read_misnamed

        return read_misnamed(data, name, is_sheet=False)
    # of a damaged package only the name knows what it was
    suffix = detected.name if detected not in (None, ZIP) else Path(name).suffix.lower()
    if suffix == ".doc" and _is_encrypted(data):
        raise ReadError("有密码", place=name, remedy="请用 Word 或 WPS 打开，去掉密码，另存后再用")
    if data.startswith(b"{\\rtf"):
        check_rtf(data, name)
    is_sheet = suffix in (".ods", ".fods", ".xlsb")
    target = ".xlsx" if is_sheet else ".docx"
    converted = convert(data, name, suffix if suffix != ".wps" else ".doc", target)
    documents = read_xlsx(converted, name) if is_sheet else read_docx(converted, name)
    note = f"由 LibreOffice 转成 {target} 后读取"
    return [replace(document, format=suffix[1:], notes=(note, *document.notes)) for document in documents]


def _is_encrypted(data: bytes) -> bool:
    """Whether a Word file says that it has a password (fEncrypted, [MS-DOC] 2.5.2)."""
    head = read_stream(data, "WordDocument", 12)
    return len(head) == 12 and bool(head[11] & 0x01)
