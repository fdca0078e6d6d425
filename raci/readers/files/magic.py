"""What a file is by its first bytes, whatever it is called."""

from __future__ import annotations

import re

__all__ = ["OLE", "detect_suffix"]

_ZIPPED = (
    (b"OFD.xml", ".ofd"),
    (b"word/document", ".docx"),
    (b"word/", ".docx"),
    (b"xl/", ".xlsx"),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", ".ods"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", ".odt"),
    (b"ppt/", ".pptx"),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|tbody|meta)\b", re.I | re.S
)
_STARTS = (
    (b"{\\rtf", ".rtf"),
    (b"\x89PNG\r\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
    (b"BM", ".bmp"),
    (b"Rar!", ".rar"),
    (b"7z\xbc\xaf", ".7z"),
    (b"\x1f\x8b", ".gz"),
)
#: how old Office files begin
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def detect_suffix(data: bytes) -> str | None:
    """The suffix of what ``data`` is; ``.encrypted`` for an Office file with a password; None: nothing known."""
    head = data[:1024]
    if b"%PDF-" in head:
        return ".pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if head.startswith(OLE):
        return _compound(data)
    for start, suffix in _STARTS:
        if head.startswith(start) and (start != b"BM" or b"\0\0\0" in head[:14]):
            return suffix
    if _HTML.match(data[:4096].removeprefix(b"\xef\xbb\xbf")):
        return ".html"
    return None


def _zipped(data: bytes) -> str:
    """The format by the names that the directory at the end (or, cut off, the beginning) holds."""
    ends = data[-262_144:] if b"PK\x01\x02" in data[-262_144:] else data[:65_536]
    for mark, suffix in _ZIPPED:
        if mark in ends or (mark.startswith(b"mimetype") and mark in data[:256]):
            return suffix
    return ".zip"


def _compound(data: bytes) -> str | None:
    """An old Office file by the names of its streams (UTF-16)."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return ".encrypted"
    if holds("WordDocument"):
        return ".doc"
    if holds("Workbook") or holds("Book\0"):
        return ".xls"
    return ".ppt" if holds("PowerPoint Document") else None
