"""The file that a Document was read from, once more: its bytes, where it still says the same."""

from __future__ import annotations

from pathlib import Path

from raci.errors import OutputError, RaciError
from raci.model import Document
from raci.readers.registry import read_bytes

__all__ = ["original_bytes"]


def original_bytes(document: Document) -> bytes:
    """The bytes of the document's file.

    Raises OutputError where the document is from no file of its own, or the file is gone or says something else now.
    """
    source = document.source
    if source in ("", "-"):
        raise OutputError("原文不是从文件读的", remedy="请给出文件")
    if any(place.file not in (None, source) for place in document.places):
        raise OutputError("原文由几个文件合成", place=source, remedy="请加 --apart，逐个文件处理")
    try:
        data = Path(source).read_bytes()
    except (OSError, ValueError) as error:
        raise OutputError("原文件不在了，或在压缩包里", place=source, remedy="请放回原处，或解压后再用") from error
    try:
        there = read_bytes(data, source, apart=True)
    except RaciError as error:
        raise OutputError("原文件已改动，读不出了", place=source, remedy="请用改动后的文件重新运行") from error
    if document.text not in {one.text for one in there}:
        raise OutputError("原文件读过之后已改动", place=source, remedy="请用改动后的文件重新运行")
    return data
