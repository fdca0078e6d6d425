"""Readers that other packages bring, through the entry-point group ``raci.readers``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path

from raci.model import Document

__all__ = ["plugins"]

_GROUP = "raci.readers"
Reader = Callable[[bytes, str], list[Document]]


@cache  # what is installed does not change while a process runs
def plugins() -> dict[str, Reader]:
    """Suffix (lower case, with its dot) → reader."""
    if not _may_be_there():
        return {}
    from importlib.metadata import entry_points

    return {point.name.lower(): point.load() for point in entry_points(group=_GROUP)}


def _may_be_there() -> bool:
    """Whether a package that is installed may bring readers.

    A quick look into what packages say of themselves: ``importlib.metadata`` takes as long to load as a small plan to
    read, and in most places nothing is found.
    """
    if any(hasattr(finder, "find_distributions") and finder is not PathFinder for finder in sys.meta_path):
        return True
    return any(_says(folder) for folder in dict.fromkeys(sys.path))


def _says(folder: str) -> bool:
    """Whether a package in a folder of the path names the group; True as well for an archive, which is not opened."""
    try:
        with os.scandir(folder or ".") as entries:
            packages = [entry.path for entry in entries if entry.name.endswith((".dist-info", ".egg-info"))]
    except NotADirectoryError:
        return True
    except OSError:
        return False
    return any(_GROUP.encode() in _contents(Path(package, "entry_points.txt")) for package in packages)


def _contents(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
