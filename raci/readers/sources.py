"""What a caller gives as a source, to Documents: a Document, the path of a file or a folder, or a text."""

from __future__ import annotations

import os
from pathlib import Path, PurePath

from raci.errors import OptionError, ReadError
from raci.model import Document
from raci.readers.registry import read, read_text, suffixes

__all__ = ["documents_of"]

#: no path is longer
_LONGEST_PATH = 4096
#: nor is the name of a file that a caller means, where there is no such file
_LONGEST_NAME = 120


def documents_of(source: Document | Path | str) -> list[Document]:
    """The documents of a source. A ``str`` is a path where a file or a folder of that name is there, else a text.

    Raises ReadError where a file cannot be read or a text has no words, and for what can only be the name of a file
    that is not there (``方案.docx``); OptionError for anything else.
    """
    if isinstance(source, Document):
        return [source]
    if isinstance(source, os.PathLike):
        return read(Path(source))
    if not isinstance(source, str):
        raise OptionError(
            f"不能从 {type(source).__name__} 读取", remedy="请给出 Document、Analysis、路径（Path 或 str）或文本"
        )
    if _is_there(source):
        return read(source)
    if _is_name(source):
        raise ReadError("没有这个文件", place=source, remedy="请检查路径；这若是正文，请先用 raci.Document(text=...)")
    return read_text(source)


def _is_there(text: str) -> bool:
    if not text.strip() or len(text) > _LONGEST_PATH or "\n" in text:
        return False
    try:
        return Path(text).exists()
    except (OSError, ValueError):  # too long for the system, or with a null character
        return False


def _is_name(text: str) -> bool:
    """Whether a text of one line is the name of a file, by its suffix."""
    if len(text) > _LONGEST_NAME or "\n" in text or "。" in text:
        return False
    return PurePath(text.strip()).suffix.lower() in suffixes()
