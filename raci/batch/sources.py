"""One input file, wherever it lies: on a disk, in a zip archive, at an address that fsspec knows; and its bytes."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple, cast

from raci.batch.extra import need_extra
from raci.errors import OptionError, RaciError, ReadError, reason_of
from raci.readers.files.packages import LARGEST_TOTAL, Package
from raci.readers.registry import LARGEST, file_bytes

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

__all__ = ["FileContent", "InputFile", "Loader", "Unit", "file_system", "is_address", "open_archive"]

#: the largest number of files that one archive may hold
_MOST_MEMBERS = 2_000_000
#: so many bytes of the files of a chunk are kept between telling their content and reading them
_MOST_KEPT = 16_000_000


class InputFile(NamedTuple):
    """A file: its ``source`` as rows show it; of one in a zip the ``archive`` and its path there as that knows it."""

    source: str
    archive: str = ""
    member: str = ""


#: what is read as one: a file, or several that by their names may be one plan
Unit = tuple[InputFile, ...]


def is_address(source: str) -> bool:
    """Whether a source is an address (``s3://bucket/plan.docx``) and no path of this machine."""
    scheme, mark, _ = source.partition("://")
    return bool(mark) and len(scheme) > 1 and scheme.replace("+", "").replace("-", "").isalnum()


def file_system(address: str) -> tuple[AbstractFileSystem, str]:
    """The file system of an address, and the path there.

    Raises OptionError where what it takes is not installed, ReadError where it does not answer.
    """
    need_extra("fsspec")
    from fsspec.core import url_to_fs

    try:
        return cast("tuple[AbstractFileSystem, str]", url_to_fs(address))
    except ImportError as error:
        remedy = f"请安装 fsspec 为它所需的库：{' '.join(str(error).split())}"
        raise OptionError("缺少读这种地址的库", place=address, remedy=remedy) from error
    except Exception as error:  # what file systems raise is their own
        raise ReadError(f"不能访问（{error}）", place=address, remedy="请检查地址与权限") from error


def open_archive(archive: str, base: str) -> Package:
    """A zip archive that stays open, its members read one by one. Raises ReadError where it is broken."""
    if is_address(archive):
        system, path = file_system(archive)
        return Package(cast("IO[bytes]", system.open(path, "rb")), archive, "zip", _MOST_MEMBERS)
    location = Path(base, archive)
    try:
        status = location.stat()
    except (OSError, ValueError) as error:
        raise ReadError(f"打不开（{reason_of(error)}）", place=archive, remedy="请检查路径与权限") from error
    return _local_archive(str(location), archive, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=2)  # a directory of many members takes long to read; the next chunk is of the same archive
def _local_archive(location: str, archive: str, changed: int, size: int) -> Package:
    try:
        return Package(Path(location).open("rb"), archive, "zip", _MOST_MEMBERS)
    except OSError as error:
        raise ReadError(f"打不开（{reason_of(error)}）", place=archive, remedy="请检查路径与权限") from error


class FileContent(NamedTuple):
    """What tells the content of a file from any other: its SHA-256 and its length; or why it cannot be read."""

    sha256: str | None = None
    bytes: int | None = None
    fault: str = ""


class Loader:
    """Gives the bytes of input files, and remembers of each what tells its content from any other.

    Relative paths count from ``base``. What was read to tell the content is kept, as far as there is room, until it is
    loaded: a file at an address comes over the network once.
    """

    def __init__(self, base: str) -> None:
        self.base = base
        self._known: dict[str, FileContent] = {}
        self._kept: dict[str, bytes] = {}
        self._room = _MOST_KEPT

    def load(self, file: InputFile) -> bytes:
        """The bytes of a file. Raises RaciError where it cannot be read."""
        if (data := self._kept.pop(file.source, None)) is None:
            return self._read(file)
        self._room += len(data)
        return data

    def content(self, file: InputFile) -> FileContent:
        """What tells the content of a file from any other; as it was when it was last read."""
        if file.source not in self._known:
            with suppress(RaciError):
                data = self._read(file)
                if len(data) <= self._room:
                    self._kept[file.source] = data
                    self._room -= len(data)
        return self._known[file.source]

    def _read(self, file: InputFile) -> bytes:
        try:
            data = self._bytes(file)
        except RaciError as fault:
            self._known[file.source] = FileContent(fault=fault.what)
            raise
        self._known[file.source] = FileContent(hashlib.sha256(data).hexdigest(), len(data))
        return data

    def _bytes(self, file: InputFile) -> bytes:
        if file.archive:
            package = open_archive(file.archive, self.base)
            package.left = LARGEST_TOTAL  # the limit is meant for one document; this archive is a folder
            return package.read(file.member)
        if is_address(file.source):
            return self._remote_bytes(file.source)
        return file_bytes(file.source, self.base)

    def _remote_bytes(self, address: str) -> bytes:
        system, path = file_system(address)
        try:
            size: Any = system.info(path).get("size")  # Any: what a file system knows of a file is its own
            if isinstance(size, int) and size > LARGEST:
                raise ReadError(f"超过 {LARGEST // 1024 // 1024} MB", place=address, remedy="请拆分后再用")
            data: bytes = system.cat_file(path)
        except RaciError:
            raise
        except FileNotFoundError as error:
            raise ReadError("没有这个文件", place=address, remedy="请检查地址") from error
        except Exception as error:  # what file systems raise is their own
            raise ReadError(f"读不出（{error}）", place=address, remedy="请检查地址与权限") from error
        return data
