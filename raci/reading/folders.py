"""Folders as input: the files in them that can be read, in a settled order."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection
from pathlib import Path

from raci.errors import ReadError

__all__ = ["files_in"]

_log = logging.getLogger("raci")


def files_in(folder: Path, suffixes: Collection[str]) -> tuple[list[Path], list[Path]]:
    """The files in ``folder`` and the folders in it whose suffix is one of ``suffixes``, and those that are not.

    Both sorted by path. Hidden files and folders (``.git``, ``~$plan.docx``) are nobody's documents and stand in
    neither; links to folders are not followed; pipes and devices, which might never end, cannot be read.
    ``suffixes`` are in lower case, with their dot. A folder within that cannot be opened is told in the log
    (``raci``).

    Raises ReadError where the folder cannot be opened or there is nothing to read.
    """
    readable: list[Path] = []
    others: list[Path] = []

    def refuse(fault: OSError) -> None:
        told = ReadError(f"打不开文件夹（{fault.strerror}）", place=fault.filename or folder, remedy="请检查权限")
        if Path(fault.filename or folder) == folder:
            raise told
        _log.warning("%s", told)

    for here, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            if not name.startswith((".", "~$")):
                path = Path(here, name)
                # what is not there (a link to nothing) is told when it is read
                ends = path.is_file() or not path.exists()
                (readable if ends and path.suffix.lower() in suffixes else others).append(path)
    if not readable:
        kinds = "、".join(sorted(suffixes))
        raise ReadError("文件夹里没有可读的文件", place=folder, remedy=f"请放入 {kinds} 文件，或直接给出文件名")
    return sorted(readable), sorted(others)
