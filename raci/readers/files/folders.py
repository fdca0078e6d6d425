"""Folders as input: the files in them that can be read, sorted."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from raci.errors import ReadError, reason_of

__all__ = ["RECORD", "FolderListing", "is_folder", "list_folder", "readable_files"]

#: the record of a run, in each folder of results that raci writes
RECORD = "run.json"
#: the largest record that is looked into, in bytes
_LARGEST = 2_000_000

_log = logging.getLogger("raci")


@dataclass(frozen=True, slots=True)
class FolderListing:
    """What is in a folder, each sorted by path: the files that can be read, and what is left out.

    ``others`` are files of other formats, ``results`` folders that raci wrote, ``faults`` say which
    folders cannot be opened.
    """

    readable: tuple[Path, ...]
    others: tuple[Path, ...] = ()
    results: tuple[Path, ...] = ()
    faults: tuple[ReadError, ...] = ()

    def left_out(self) -> list[str]:
        """What is not read, and why, one line for each reason."""
        lines = []
        if self.others:
            lines.append(f"跳过 {len(self.others)} 个不是可读格式的文件：{_first_names(self.others)}")
        if self.results:
            what = "raci 写出的结果文件夹（要读其中的文件，请直接给出）"
            lines.append(f"跳过 {len(self.results)} 个 {what}：{_first_names(self.results)}")
        return lines


def _first_names(paths: tuple[Path, ...]) -> str:
    return "、".join(path.name for path in paths[:3]) + (" 等" if len(paths) > 3 else "")


def is_folder(path: str | Path) -> bool:
    """Whether a path leads to a folder; what is no path, or may not be looked at, is told when it is opened."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def list_folder(folder: Path, suffixes: Collection[str]) -> FolderListing:
    """The files in ``folder`` and the folders in it, by whether their suffix is one of ``suffixes``.

    Hidden files and folders (``.git``, ``~$plan.docx``) are no documents and are not listed at all. A folder with
    a ``run.json`` of raci holds results and no input: it is left out with all that is in it. ``suffixes`` are in lower
    case, with their dot. Links to folders are not followed; pipes and devices, which might never end, cannot be read.
    A folder within that cannot be opened is reported in the log (``raci``).

    Raises ReadError where the folder cannot be opened or there is nothing to read.
    """
    readable: list[Path] = []
    others: list[Path] = []
    results: list[Path] = []
    faults: list[ReadError] = []

    def report(fault: OSError) -> None:
        error = ReadError(f"打不开文件夹（{reason_of(fault)}）", place=fault.filename or folder, remedy="请检查权限")
        if Path(fault.filename or folder) == folder:
            raise error
        faults.append(error)
        _log.warning("%s", error)

    for here, folders, names in os.walk(folder, onerror=report):
        if RECORD in names and _is_own(Path(here, RECORD)):
            results.append(Path(here))
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            if not name.startswith((".", "~$")):
                path = Path(here, name)
                # a link to nothing is listed, so that it is reported when it is read
                is_readable = path.is_file() or not path.exists()
                (readable if is_readable and path.suffix.lower() in suffixes else others).append(path)
    if not readable and results:
        raise ReadError("文件夹里只有 raci 写出的结果", place=folder, remedy="要读其中的文件，请直接给出文件名")
    if not readable:
        kinds = "、".join(sorted(suffixes))
        raise ReadError("文件夹里没有可读的文件", place=folder, remedy=f"请放入 {kinds} 文件，或直接给出文件名")
    return FolderListing(tuple(sorted(readable)), tuple(sorted(others)), tuple(sorted(results)), tuple(faults))


def readable_files(folder: Path, suffixes: Collection[str]) -> tuple[Path, ...]:
    """The files in a folder that can be read; what is left out is reported in the log. Raises as ``list_folder``."""
    listing = list_folder(folder, suffixes)
    for line in listing.left_out():
        _log.warning("%s：%s", folder, line)
    return listing.readable


def _is_own(path: Path) -> bool:
    """Whether a run.json was written by raci: other programs write files of that name too."""
    try:
        if path.stat().st_size > _LARGEST:
            return False
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(record, dict) and {"raci", "document", "profile", "files"} <= record.keys()
