"""Folders as input: the files in them that can be read, in a settled order."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from raci.errors import ReadError

__all__ = ["RECORD", "FolderListing", "list_folder", "readable_files"]

#: the file that says how it went with a plan, in the folder that raci wrote of it
RECORD = "run.json"
#: no record of raci's is larger
_LARGEST = 2_000_000

_log = logging.getLogger("raci")


@dataclass(frozen=True, slots=True)
class FolderListing:
    """What is in a folder: the files that can be read, those that are of no readable format, raci's own outputs.

    ``others`` are files, ``made`` folders that raci wrote. Each is sorted by path.
    """

    readable: tuple[Path, ...]
    others: tuple[Path, ...] = ()
    made: tuple[Path, ...] = ()

    def left_out(self) -> list[str]:
        """What is not read, and why, a line each."""
        told = []
        if self.others:
            told.append(f"跳过 {len(self.others)} 个不是可读格式的文件：{_some(self.others)}")
        if self.made:
            told.append(
                f"跳过 {len(self.made)} 个 raci 写出的结果文件夹（要读其中的文件，请直接给出）：{_some(self.made)}"
            )
        return told


def _some(paths: tuple[Path, ...]) -> str:
    return "、".join(path.name for path in paths[:3]) + (" 等" if len(paths) > 3 else "")


def list_folder(folder: Path, suffixes: Collection[str]) -> FolderListing:
    """The files in ``folder`` and the folders in it, by whether their suffix is one of ``suffixes``.

    Hidden files and folders (``.git``, ``~$plan.docx``) are nobody's documents and stand nowhere. A folder with
    raci's own ``run.json`` holds outputs, and no input: it is left out with all that is in it. ``suffixes`` are in
    lower case, with their dot. Links to folders are not followed; pipes and devices, which might never end, cannot be
    read. A folder within that cannot be opened is told in the log (``raci``).

    Raises ReadError where the folder cannot be opened or there is nothing to read.
    """
    readable: list[Path] = []
    others: list[Path] = []
    made: list[Path] = []

    def refuse(fault: OSError) -> None:
        told = ReadError(f"打不开文件夹（{fault.strerror}）", place=fault.filename or folder, remedy="请检查权限")
        if Path(fault.filename or folder) == folder:
            raise told
        _log.warning("%s", told)

    for here, folders, names in os.walk(folder, onerror=refuse):
        if RECORD in names and _is_own(Path(here, RECORD)):
            made.append(Path(here))
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            if not name.startswith((".", "~$")):
                path = Path(here, name)
                # what is not there (a link to nothing) is told when it is read
                ends = path.is_file() or not path.exists()
                (readable if ends and path.suffix.lower() in suffixes else others).append(path)
    if not readable and made:
        raise ReadError("文件夹里只有 raci 写出的结果", place=folder, remedy="要读其中的文件，请直接给出文件名")
    if not readable:
        kinds = "、".join(sorted(suffixes))
        raise ReadError("文件夹里没有可读的文件", place=folder, remedy=f"请放入 {kinds} 文件，或直接给出文件名")
    return FolderListing(tuple(sorted(readable)), tuple(sorted(others)), tuple(sorted(made)))


def readable_files(folder: Path, suffixes: Collection[str]) -> tuple[Path, ...]:
    """The files in a folder that can be read; what is left out is told in the log. Raises as ``list_folder``."""
    listing = list_folder(folder, suffixes)
    for line in listing.left_out():
        _log.warning("%s：%s", folder, line)
    return listing.readable


def _is_own(path: Path) -> bool:
    """Whether a run.json is raci's: other programs write files of that name too."""
    try:
        if path.stat().st_size > _LARGEST:
            return False
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(told, dict) and {"raci", "document", "profile", "files"} <= told.keys()
