"""What is given on the command line, to projects: as if it had been dropped on the page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from raci.errors import ReadError, reason_of
from raci.readers.documents.file_groups import group_files
from raci.readers.files.folders import readable_files
from raci.readers.registry import suffixes
from raci.web.jobs import DeskJob
from raci.web.projects.folder import ProjectFolder
from raci.web.projects.values import SourceFile
from raci.web.reading import make_project
from raci.web.routes.context import Desk

__all__ = ["groups_of", "submit_groups"]


def groups_of(sources: Sequence[str | Path]) -> list[tuple[Path, ...]]:
    """The files that are given, and those in folders; a notice and its annexes are one group.

    Raises ReadError where there is no such file or folder.
    """
    paths: list[Path] = []
    for source in sources:
        path = Path(source)
        if not path.exists():
            raise ReadError("没有这个文件", place=path, remedy="请检查路径")
        paths += readable_files(path, suffixes()) if path.is_dir() else [path]
    return group_files(paths)


def submit_groups(desk: Desk, groups: Sequence[tuple[Path, ...]]) -> None:
    """Put the files into the queue. Those of which there is a project already, with the same bytes, are not read."""
    for group in groups:
        desk.jobs.submit(group[0].name, partial(_open, desk.folder, group))


def _open(folder: ProjectFolder, paths: Sequence[Path], job: DeskJob) -> str:
    try:
        sources = [SourceFile(path.name, str(path), path.read_bytes()) for path in paths]
    except OSError as error:
        raise ReadError(f"打不开（{reason_of(error)}）", place=paths[0], remedy="请检查路径与权限") from error
    return folder.holding(sources) or make_project(folder, sources, job.report)
