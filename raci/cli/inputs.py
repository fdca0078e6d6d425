"""The inputs of a command, files, folders and standard input, and how each of them went."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from raci.cli.sources import Source, read_source
from raci.cli.streams import talk, watched
from raci.errors import InternalError, RaciError, ReadError
from raci.model import BASES, Analysis, Document

if TYPE_CHECKING:
    from raci.model import Basis
    from raci.register.naming import Naming
    from raci.rules import Rule

__all__ = ["Inputs", "Read"]

Read = Callable[[Source], list[Analysis]]

Result = TypeVar("Result")
DocumentOrAnalysis = TypeVar("DocumentOrAnalysis", Document, Analysis)


class Inputs:
    """The inputs of one run, handled one by one: a fault in one is reported and does not stop the others.

    Files that by their names may be one plan, a notice and its annexes, are one input, unless ``apart``.
    ``done`` and ``failed`` count files.
    """

    def __init__(self, arguments: Sequence[str], *, apart: bool = False, buffer_output: bool = False) -> None:
        """``buffer_output``: all output goes through ``print_result``, as the progress bar may be on that terminal."""
        self.buffer_output = buffer_output
        self._results: list[object] = []  # that wait until the bar is gone
        self._notices: list[str] | None = None  # lines that wait until the bar is gone; None: there is no bar
        self.done = 0
        self.failed = 0
        self.apart = apart
        files: list[str] = []
        for argument in arguments:
            try:
                files += _expand(argument)
            except RaciError as fault:
                self.fail(fault)
        self.sources: list[Source] = _group(files, apart)

    @property
    def exit_code(self) -> int:
        """0: all done; 1: some failed; 2: none could be done."""
        if not self.failed:
            return 0
        return 1 if self.done else 2

    def notify(self, line: str) -> None:
        """A line to the user: at once, or when the progress bar is gone, as it would break the bar."""
        if self._notices is None:
            talk(line)
        else:
            self._notices.append(line)

    def print_result(self, result: object) -> None:
        """A line of data: at once, or on a terminal when the progress bar is gone."""
        if self._notices is None or not sys.stdout.isatty():
            click.echo(result)
        else:
            self._results.append(result)

    def fail(self, fault: RaciError) -> None:
        """Count and report a fault."""
        self.failed += 1
        self.notify(str(fault))

    def documents(self, source: Source) -> list[Document]:
        """The documents of a source, or of standard input where it is ``-``; faults in some of its files are reported.

        Raises RaciError where there are none.
        """
        documents, faults = read_source(source, apart=self.apart)
        self.report_partial(faults, bool(documents))
        return documents

    def analyses(
        self,
        rules: tuple[Rule, ...] = (),
        naming: Naming | None = None,
        basis: Sequence[Basis] = BASES,
        until: str | None = None,
    ) -> Read:
        """A function that analyses the documents of a source, with a user's rules and as ``naming`` resolves names.

        ``until`` is the last stage that is wanted.
        """
        from raci.config.options.analysis import Options
        from raci.pipeline import run

        options = Options.load(rules, naming, basis)

        def read(source: Source) -> list[Analysis]:
            return self.map_documents(self.documents(source), lambda document: run(document, options, until=until))

        return read

    def map_documents(
        self, documents: Iterable[DocumentOrAnalysis], work: Callable[[DocumentOrAnalysis], Result]
    ) -> list[Result]:
        """The result of ``work`` for each document of a source; faults are reported.

        Raises RaciError where ``work`` fails for all of them.
        """
        results: list[Result] = []
        faults: list[RaciError] = []
        for item in documents:
            try:
                results.append(work(item))
            except RaciError as fault:
                faults.append(fault)
            except OSError:
                raise  # of the output, not of this input
            except Exception as bug:
                document = item.document if isinstance(item, Analysis) else item
                faults.append(InternalError.of(bug, document.source))
        self.report_partial(faults, bool(results))
        return results

    def report_partial(self, faults: Sequence[RaciError], has_results: bool) -> None:
        """Report the faults of a part of a source; where there are no results, raise the last, reported later."""
        for fault in faults if has_results else faults[:-1]:
            self.fail(fault)
        if faults and not has_results:
            raise faults[-1]

    def run_each(self, work: Callable[[Source], Result]) -> Iterator[Result]:
        """The result of ``work`` for each source, in order; sources for which it raises RaciError are left out."""
        with _log_to(self.notify), self._progress() as sources:
            for source in sources:
                failed_before = self.failed
                try:
                    result = work(source)
                except RaciError as fault:
                    self.fail(fault)
                except OSError:
                    raise  # of the output, not of this input: the reader is gone, the disk is full
                except Exception as bug:
                    self.fail(InternalError.of(bug, source[0]))
                else:
                    self.done += max(1, len(source) - (self.failed - failed_before))
                    yield result

    @contextmanager
    def _progress(self) -> Iterator[Iterable[Source]]:
        if len(self.sources) < 2 or not (watched() or (self.buffer_output and sys.stderr.isatty())):
            yield self.sources
            return
        notices: list[str] = []
        self._notices = notices
        try:
            with click.progressbar(self.sources, file=sys.stderr, show_pos=True) as bar:
                yield bar
        finally:
            self._notices = None
            for result in self._results:
                click.echo(result)
            for line in notices:
                talk(line)


@contextmanager
def _log_to(notify: Callable[[str], None]) -> Iterator[None]:
    """Warnings of the library are shown like all other notices: not through the progress bar, and without a date."""

    class NoticeHandler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            notify(record.getMessage())

    handler, log = NoticeHandler(logging.WARNING), logging.getLogger("raci")
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)


def _expand(argument: str) -> list[str]:
    if not argument.strip():
        raise ReadError("没有给出路径", remedy="请给出文件或文件夹的路径")
    from raci.readers.files.folders import is_folder, list_folder

    if argument == "-" or not is_folder(argument):
        return [argument]
    from raci.readers.registry import suffixes

    listing = list_folder(Path(argument), suffixes())
    for line in listing.left_out():
        talk(f"{argument}：{line}")
    return [str(path) for path in listing.readable]


def _group(files: list[str], apart: bool) -> list[Source]:
    if apart or len(files) < 2:
        return [(file,) for file in files]
    from raci.readers.documents.file_groups import group_files

    return group_files(files)
