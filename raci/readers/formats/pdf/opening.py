"""A PDF file opened: by one thread at a time, its faults told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from raci.errors import ReadError

__all__ = ["ALONE", "opened"]

#: pdfium is not safe in threads: held around all that is asked of it
ALONE = Lock()

_MOST_PAGES = 5_000


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Any]:
    """The document of pypdfium2, closed afterwards.

    Raises ReadError where it is broken, has a password or too many pages.
    """
    import pypdfium2

    try:
        book = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError("有密码", place=name, remedy="请去掉密码，另存后再用") from error
        raise ReadError("不是完整的 PDF 文件", place=name, remedy="请重新下载，或用原程序打开另存") from error
    try:
        if len(book) > _MOST_PAGES:
            raise ReadError(f"超过 {_MOST_PAGES} 页", place=name, remedy="请拆分后再用")
        yield book
    finally:
        book.close()
