"""A Word document as the bytes of a file, the same whenever it is written."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["package_bytes"]


def package_bytes(document: Document) -> bytes:
    """The file, its parts dated 1980-01-01 as XlsxWriter dates those of a workbook; python-docx would date them now."""
    saved, undated = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with ZipFile(saved) as parts, ZipFile(undated, "w") as package:
        for name in parts.namelist():
            package.writestr(ZipInfo(name), parts.read(name), ZIP_DEFLATED)
    return undated.getvalue()
