"""The reader of zip archives: each document in it, within limits, nothing written to disk."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import PurePosixPath
from typing import NamedTuple
from zipfile import ZipInfo

from raci.errors import InternalError, RaciError, ReadError
from raci.model import Document
from raci.readers.files.packages import Package

__all__ = ["ArchiveMember", "ReadMember", "read", "sort_members"]

#: from the bytes and the name of a file to its documents
ReadMember = Callable[[bytes, str], list[Document]]

#: documents of one archive, archives within archives, and characters of all its documents
_MOST, _DEEPEST, _LONGEST = 5_000, 2, 200_000_000
_SEPARATOR = re.compile(r"[\\/]")
#: how the names of files begin that are no documents: hidden files, files that Office keeps open, what macOS adds
_NO_DOCUMENTS = (".", "~$", "__MACOSX")
_log = logging.getLogger("raci")


class ArchiveMember(NamedTuple):
    """A file in the archive: its path as it is shown, and as the archive knows it."""

    shown: str
    path: str


class _ReadResult(NamedTuple):
    """What was read of the members: documents, a fault for each member that could not be read, and notes on those."""

    documents: list[Document]
    faults: list[RaciError]
    notes: list[str]


def read(data: bytes, name: str, read_member: ReadMember, suffixes: Collection[str]) -> list[Document]:
    """The documents of the files in an archive, by the order of their names, each apart.

    ``read_member`` reads the bytes of one file; ``suffixes`` are those of the files that it can read.

    What could not be read is said in the log (``raci``) and in the notes of the first document. Raises ReadError where
    the archive is broken, has a password, unpacks to more than the limits, or holds nothing that can be read.
    """
    if name.lower().count(".zip/") >= _DEEPEST:
        raise ReadError(f"压缩包嵌套超过 {_DEEPEST} 层", place=name, remedy="请先解压")
    package = Package(data, name, "zip")
    readable, others = sort_members(package, frozenset(suffixes))
    places = Counter(info.header_offset for info in package.members.values())
    if places.most_common(1) and places.most_common(1)[0][1] > 1:
        raise ReadError("压缩包里有几个名字指向同一处，是压缩炸弹或已损坏", place=name, remedy="请解压后再用")
    if len(readable) > _MOST:
        raise ReadError(f"压缩包里有 {len(readable)} 个文件，超过 {_MOST}", place=name, remedy="请解压后分批再用")
    documents, faults, fault_notes = _read_members(package, readable, read_member)
    if not documents:
        if len(faults) == 1:
            raise faults[0]
        what = "压缩包里的文件都读不了" if faults else "压缩包里没有可读的文件"
        raise ReadError(what, place=name, remedy="请解压后逐个查看")
    for fault in faults:
        _log.warning("%s", fault)
    if others:
        _log.warning("%s：跳过 %d 个不是可读格式的文件", name, len(others))
    notes = [*(f"包内 {member.shown} 不是可读的格式，未读" for member in others), *fault_notes]
    if notes:
        documents[0] = replace(documents[0], notes=(*documents[0].notes, *notes))
    return documents


def sort_members(package: Package, suffixes: Collection[str]) -> tuple[list[ArchiveMember], list[ArchiveMember]]:
    """The files of the archive that can be read, and those of other formats, each by their names."""
    readable: list[ArchiveMember] = []
    others: list[ArchiveMember] = []
    for member in sorted(ArchiveMember(_shown_path(info), path) for path, info in package.members.items()):
        inside = PurePosixPath(member.shown)
        if member.path.endswith("/") or any(part.startswith(_NO_DOCUMENTS) for part in inside.parts):
            continue
        (readable if inside.suffix.lower() in suffixes else others).append(member)
    return readable, others


def _read_members(package: Package, members: Sequence[ArchiveMember], read_member: ReadMember) -> _ReadResult:
    """Reads the members one by one. Raises ReadError where their documents exceed the limits of one archive."""
    result = _ReadResult([], [], [])
    length = 0
    for member in members:
        place = f"{package.name}/{member.shown}"
        try:
            documents = read_member(package.read(member.path), place)
        except RaciError as fault:
            result.faults.append(fault)
            result.notes.append(f"包内 {member.shown} 未读：{fault.what}；{fault.remedy}")
            continue
        except Exception as bug:  # in one file must not stop the others
            result.faults.append(InternalError.of(bug, place))
            result.notes.append(f"包内 {member.shown} 未读：{result.faults[-1].what}")
            continue
        result.documents.extend(documents)
        length += sum(len(document.text) for document in documents)
        if len(result.documents) > _MOST or length > _LONGEST:  # archives within archives add up
            what = f"压缩包里的文件超过 {_MOST} 个，或共超过 {_LONGEST // 10_000} 万字"
            raise ReadError(what, place=package.name, remedy="请解压后分批再用")
    return result


def _shown_path(member: ZipInfo) -> str:
    """A member's path, as one within the archive whatever it says of folders above (``../``, ``C:\\``).

    Old Chinese archives hold names in GBK, which zipfile takes for code page 437.
    """
    path = member.orig_filename
    if not member.flag_bits & 0x800:
        with suppress(UnicodeError):
            path = path.encode("cp437").decode("gbk")
    parts = [part for part in _SEPARATOR.split(path) if part not in ("", ".", "..") and not part.endswith(":")]
    return "/".join(parts) or path
