"""Files that were dropped, to a project: read, analysed plan by plan, kept."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePath
from threading import get_ident

from raci.config.options.analysis import Options
from raci.errors import ReadError
from raci.model import Document
from raci.pipeline import run
from raci.web.projects.folder import ProjectFolder
from raci.web.projects.values import SourceFile

__all__ = ["documents_of_files", "make_project"]

Report = Callable[[str, int, int], None]
#: what the readers log of a page that is recognised: file, page, position, count
_PAGE_ARGUMENTS = 4


def documents_of_files(sources: Sequence[SourceFile]) -> list[Document]:
    """The documents of files that were dropped together: a notice and its annexes are one.

    Raises ReadError where one of them cannot be read.
    """
    from raci.readers.documents.attachments import join_attachments
    from raci.readers.registry import read_bytes

    documents = [document for source in sources for document in read_bytes(source.data, source.path)]
    return join_attachments(documents) if len(sources) > 1 and len(documents) > 1 else documents


def make_project(folder: ProjectFolder, sources: Sequence[SourceFile], report: Report) -> str:
    """Read the files and keep them as a project; its id. Raises ReadError where they cannot be read.

    The rules that were kept in the folder count; RuleError where these have faults.
    """
    report("读取文件", 0, 0)
    with _pages_told(report):
        documents = documents_of_files(sources)
    if not documents:
        raise ReadError("没有读出内容", place=sources[0].name, remedy="请检查文件")
    options = Options(rules=folder.rules())
    analyses = []
    for number, document in enumerate(documents):
        report("分析", number, len(documents))
        analyses.append(run(document, options))
    report("保存", len(documents), len(documents))
    name = analyses[0].document.title or PurePath(sources[0].name).stem
    if len(analyses) > 1:
        name = f"{PurePath(sources[0].name).stem}（{len(analyses)} 个方案）"
    return folder.create(name, sources, analyses)


class _PageListener(logging.Handler):
    """Hears from the readers which page is being recognised, in this thread."""

    def __init__(self, report: Report) -> None:
        super().__init__(logging.INFO)
        self._report = report
        self._thread = get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        """Say how far the recognition of pages is."""
        if record.thread == self._thread and isinstance(record.args, tuple) and len(record.args) == _PAGE_ARGUMENTS:
            _, page, position, count = record.args
            if isinstance(position, int) and isinstance(count, int):
                self._report(f"识别第 {page} 页", position - 1, count)


@contextmanager
def _pages_told(report: Report) -> Iterator[None]:
    log, listener = logging.getLogger("raci"), _PageListener(report)
    level = log.level
    log.addHandler(listener)
    if not log.isEnabledFor(logging.INFO):
        log.setLevel(logging.INFO)
    try:
        yield
    finally:
        log.removeHandler(listener)
        if not any(isinstance(handler, _PageListener) for handler in log.handlers):
            log.setLevel(level)
