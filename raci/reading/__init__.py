"""Reading: files to Documents, one module a format.

A reader is a function ``read(data: bytes, name: str) -> list[Document]``. READERS names the module of each
suffix; other packages add readers through the entry point group ``raci.readers``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

from raci.errors import ReadError
from raci.model import Document

__all__ = ["READERS", "read", "read_bytes", "read_text", "suffixes"]

Reader = Callable[[bytes, str], list[Document]]

#: suffix → the module whose ``read`` reads it
READERS: Mapping[str, str] = {
    ".txt": "raci.reading.text",
    ".text": "raci.reading.text",
    ".md": "raci.reading.text",
}

#: the largest file that is read, in bytes
LARGEST = 512 * 1024 * 1024


@cache
def _plugins() -> dict[str, Reader]:
    return {point.name.lower(): point.load() for point in entry_points(group="raci.readers")}


def suffixes() -> list[str]:
    """The suffixes that can be read, with the dot."""
    return sorted({*READERS, *_plugins()})


def read(path: str | Path) -> list[Document]:
    """The documents of the file at ``path`` (one file may hold several plans).

    Raises ReadError where it is missing, a folder, empty, too large or not of a format that is read here.
    """
    place = Path(path)
    try:
        if place.is_dir():
            raise ReadError("是文件夹", place=path, remedy="请给出其中的文件，或在命令行直接给文件夹")
        if place.stat().st_size > LARGEST:
            raise ReadError(f"超过 {LARGEST // 1024 // 1024} MB", place=path, remedy="请拆分后再用")
        data = place.read_bytes()
    except FileNotFoundError as error:
        raise ReadError("没有这个文件", place=path, remedy="请检查路径") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(f"打不开（{reason}）", place=path, remedy="请检查路径与权限") from error
    return read_bytes(data, str(path))


def read_bytes(data: bytes, name: str) -> list[Document]:
    """The documents of ``data``; ``name`` (a path, or ``-``) says where it is from and, by its suffix, what it is.

    Raises ReadError where it cannot be read.
    """
    suffix = Path(name).suffix.lower()
    reader = _plugins().get(suffix)
    if reader is None:
        # a text without a known suffix is still a text: the decoder tells
        module = import_module(READERS.get(suffix, "raci.reading.text"))
        reader = module.read
    return reader(data, name)


def read_text(text: str, source: str = "") -> list[Document]:
    """The documents of a text that is already decoded.

    Raises ReadError where there are no words in it.
    """
    from raci.reading.text import documents

    return documents(text, source)
