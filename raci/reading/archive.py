"""The reader of zip archives: each document in it, within limits, nothing written to disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from raci.errors import ReadError
from raci.model import Document
from raci.reading.packages import Package

__all__ = ["read"]

#: documents of one archive, and archives within archives
_MOST, _DEEPEST = 1_000, 2


def read(data: bytes, name: str) -> list[Document]:
    """The documents of the files in an archive, by the order of their names, each apart (see ``read_bytes``).

    What could not be read is said in the notes of the first document. Raises ReadError where the archive is broken,
    has a password, unpacks to more than the limits, or holds nothing that is read here.
    """
    from raci.reading import read_bytes, suffixes

    if name.lower().count(".zip/") >= _DEEPEST:
        raise ReadError(f"压缩包嵌套超过 {_DEEPEST} 层", place=name, remedy="请先解压")
    package = Package(data, name, "zip")
    known = frozenset(suffixes())
    documents: list[Document] = []
    notes: list[str] = []
    faults: list[ReadError] = []
    files = sorted((_shown(path, member.flag_bits), path) for path, member in package.members.items())
    chosen = []
    for shown, path in files:
        inside = PurePosixPath(shown)
        if path.endswith("/") or any(part.startswith((".", "~$", "__MACOSX")) for part in inside.parts):
            continue
        if inside.suffix.lower() in known:
            chosen.append((shown, path))
        else:
            notes.append(f"包内 {shown} 不是可读的格式，未读")
    if len(chosen) > _MOST:
        raise ReadError(f"压缩包里有 {len(chosen)} 个文件，超过 {_MOST}", place=name, remedy="请解压后分批再用")
    for shown, path in chosen:
        try:
            documents += read_bytes(package.read(path), f"{name}/{shown}", apart=True)
        except ReadError as fault:
            faults.append(fault)
            notes.append(f"包内 {shown} 未读：{fault.what}；{fault.remedy}")
    if not documents:
        if len(faults) == 1:
            raise faults[0]
        what = "压缩包里的文件都读不了" if faults else "压缩包里没有可读的文件"
        raise ReadError(what, place=name, remedy="请解压后逐个查看")
    if notes:
        documents[0] = replace(documents[0], notes=(*documents[0].notes, *notes))
    return documents


def _shown(path: str, flags: int) -> str:
    """A member's name: old Chinese archives hold GBK, which zipfile takes for code page 437."""
    if not flags & 0x800:
        try:
            return path.encode("cp437").decode("gbk")
        except UnicodeError:
            return path
    return path
