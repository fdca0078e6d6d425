"""The reader of zip archives: each document in it, within limits, nothing written to disk."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import replace
from pathlib import PurePosixPath
from zipfile import ZipInfo

from raci.errors import InternalError, RaciError, ReadError
from raci.model import Document
from raci.readers.files.packages import Package

__all__ = ["ReadMember", "read"]

#: from the bytes and the name of a file to its documents
ReadMember = Callable[[bytes, str], list[Document]]

#: documents of one archive, archives within archives, and characters of all its documents
_MOST, _DEEPEST, _LONGEST = 5_000, 2, 200_000_000
_log = logging.getLogger("raci")
_SEPARATOR = re.compile(r"[\\/]")


def read(data: bytes, name: str, read_member: ReadMember, suffixes: Collection[str]) -> list[Document]:
    """The documents of the files in an archive, by the order of their names, each apart.

    ``read_member`` reads the bytes of one file; ``suffixes`` are those of the files that it can read.

    What could not be read is said in the log (``raci``) and in the notes of the first document. Raises ReadError where
    the archive is broken, has a password, unpacks to more than the limits, or holds nothing that is read here.
    """
    if name.lower().count(".zip/") >= _DEEPEST:
        raise ReadError(f"压缩包嵌套超过 {_DEEPEST} 层", place=name, remedy="请先解压")
    package = Package(data, name, "zip")
    known = frozenset(suffixes)
    documents: list[Document] = []
    notes: list[str] = []
    faults: list[RaciError] = []
    files = sorted((_shown(member), path) for path, member in package.members.items())
    chosen = []
    others = 0
    for shown, path in files:
        inside = PurePosixPath(shown)
        if path.endswith("/") or any(part.startswith((".", "~$", "__MACOSX")) for part in inside.parts):
            continue
        if inside.suffix.lower() in known:
            chosen.append((shown, path))
        else:
            notes.append(f"包内 {shown} 不是可读的格式，未读")
            others += 1
    if len(chosen) > _MOST:
        raise ReadError(f"压缩包里有 {len(chosen)} 个文件，超过 {_MOST}", place=name, remedy="请解压后分批再用")
    length = 0
    for shown, path in chosen:
        try:
            found = read_member(package.read(path), f"{name}/{shown}")
        except RaciError as fault:
            faults.append(fault)
            notes.append(f"包内 {shown} 未读：{fault.what}；{fault.remedy}")
            continue
        except Exception as bug:  # in one file must not stop the others
            faults.append(InternalError.of(bug, f"{name}/{shown}"))
            notes.append(f"包内 {shown} 未读：{faults[-1].what}")
            continue
        documents += found
        length += sum(len(document.text) for document in found)
        if len(documents) > _MOST or length > _LONGEST:  # archives within archives add up
            what = f"压缩包里的文件超过 {_MOST} 个，或共超过 {_LONGEST // 10_000} 万字"
            raise ReadError(what, place=name, remedy="请解压后分批再用")
    if not documents:
        if len(faults) == 1:
            raise faults[0]
        what = "压缩包里的文件都读不了" if faults else "压缩包里没有可读的文件"
        raise ReadError(what, place=name, remedy="请解压后逐个查看")
    for one in faults:
        _log.warning("%s", one)
    if others:
        _log.warning("%s：跳过 %d 个不是可读格式的文件", name, others)
    if notes:
        documents[0] = replace(documents[0], notes=(*documents[0].notes, *notes))
    return documents


def _shown(member: ZipInfo) -> str:
    """A member's path, as one within the archive whatever it says of folders above (``../``, ``C:\\``).

    Old Chinese archives hold names in GBK, which zipfile takes for code page 437.
    """
    path = member.orig_filename
    if not member.flag_bits & 0x800:
        with suppress(UnicodeError):
            path = path.encode("cp437").decode("gbk")
    parts = [part for part in _SEPARATOR.split(path) if part not in ("", ".", "..") and not part.endswith(":")]
    return "/".join(parts) or path
