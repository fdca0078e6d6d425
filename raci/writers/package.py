"""An Office document (Word, PowerPoint) as the bytes of a file, the same whenever it is written."""

from __future__ import annotations

import io
from typing import Protocol
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["package_bytes"]


class _Saved(Protocol):
    """A document of python-docx or python-pptx."""

    def save(self, stream: io.BytesIO, /) -> None: ...


def package_bytes(document: _Saved) -> bytes:
    """The file, its parts dated 1980-01-01 as XlsxWriter dates those of a workbook; the libraries date them now."""
    saved, undated = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with ZipFile(saved) as parts, ZipFile(undated, "w") as package:
        for name in parts.namelist():
            package.writestr(ZipInfo(name), parts.read(name), ZIP_DEFLATED)
    return undated.getvalue()
