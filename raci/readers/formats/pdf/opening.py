"""Opens a PDF file, with what is wrong with it as a ReadError; whoever does holds the lock of pdfium."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from raci.errors import ReadError
from raci.readers.formats.pdf.unfolding import check_unfolding

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

__all__ = ["open_pdf"]

_MAX_PAGES = 5_000
#: fields of forms; the time that pdfium takes over them grows faster than their number
_MAX_FIELDS = 20_000


@contextmanager
def open_pdf(data: bytes, name: str) -> Iterator[PdfDocument]:
    """The document of pypdfium2, closed afterwards.

    Raises ReadError where it is broken, has a password or too many pages, or unfolds to too much.
    """
    import pypdfium2

    check_unfolding(data, name)
    if data.count(b"/Widget") > _MAX_FIELDS:
        raise ReadError(f"表单超过 {_MAX_FIELDS // 10_000} 万栏", place=name, remedy="请打印为 PDF 后再用")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError("有密码", place=name, remedy="请去掉密码，另存后再用") from error
        raise ReadError("不是完整的 PDF 文件", place=name, remedy="请重新下载，或用原程序打开另存") from error
    try:
        if len(document) > _MAX_PAGES:
            raise ReadError(f"超过 {_MAX_PAGES} 页", place=name, remedy="请拆分后再用")
        yield document
    finally:
        document.close()
