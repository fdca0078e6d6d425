"""What a command is given: files, folders, standard input; and how it went with each."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from raci.cli.streams import talk, watched
from raci.errors import InternalError, RaciError
from raci.model import Analysis, Document

if TYPE_CHECKING:
    from raci.model import Profile
    from raci.register.naming import Naming
    from raci.rules import Rule

__all__ = ["Inputs", "Read", "Source", "apart_option", "files_argument", "profile_option", "rules_option"]

#: what is read at once: a file (or ``-``), or several that may be one plan
Source = tuple[str, ...]
Read = Callable[[Source], list[Analysis]]

Result = TypeVar("Result")
Known = TypeVar("Known", Document, Analysis)
Wrapped = TypeVar("Wrapped", bound=Callable[..., object])


def files_argument(function: Wrapped) -> Wrapped:
    """FILE…: one or more files, folders, or ``-``."""
    return click.argument("files", metavar="FILE…", nargs=-1, required=True)(function)


def profile_option(function: Wrapped) -> Wrapped:
    """--profile: a profile's name or file, read and checked at once; None: the plan's own, or the usual one."""
    help_text = "角色方案：名称或 .toml 文件（默认 explicit；raci 写出的工作簿用它原来的）。"
    return click.option("--profile", metavar="NAME", callback=_chosen, help=help_text)(function)


def _chosen(context: click.Context, option: click.Parameter, name: str | None) -> Profile | None:
    if name is None:
        return None
    from raci.config.profiles import load_profile

    return load_profile(name)


def rules_option(function: Wrapped) -> Wrapped:
    """--rules, any number of them: the files of a user's rules, read and checked at once."""
    help_text = "自定规则的 .toml 文件，先于内置规则；可重复。"
    return click.option("--rules", multiple=True, metavar="FILE", callback=_loaded, help=help_text)(function)


def apart_option(function: Wrapped) -> Wrapped:
    """--apart: a notice and its annexes stay apart."""
    help_text = "通知与附件各读各的；默认把同一文件夹（压缩包）里的通知与其附件合为一个方案。"
    return click.option("--apart", is_flag=True, help=help_text)(function)


def _loaded(context: click.Context, option: click.Parameter, files: tuple[str, ...]) -> tuple[Rule, ...]:
    if not files:
        return ()
    from raci.config.rule_files import load_rules

    return load_rules(files)


class Inputs:
    """The inputs of one run, done one by one: a fault in one is told and does not stop the others.

    Files that by their names may be one plan, a notice and its annexes, are one input, unless wanted ``apart``.
    ``done`` and ``failed`` count files.
    """

    def __init__(self, arguments: Sequence[str], *, apart: bool = False, buffer_output: bool = False) -> None:
        """``buffer_output``: what goes to standard output goes through ``tell``, as the bar may be on that screen."""
        self.buffer_output = buffer_output
        self._told: list[object] = []
        self.done = 0
        self.failed = 0
        self.apart = apart
        self._kept: list[str] | None = None
        files: list[str] = []
        for argument in arguments:
            try:
                files += _files(argument)
            except RaciError as fault:
                self.fail(fault)
        self.sources: list[Source] = _together(files, apart)

    @property
    def exit_code(self) -> int:
        """0: all done; 1: some failed; 2: none could be done."""
        if not self.failed:
            return 0
        return 1 if self.done else 2

    def say(self, line: str) -> None:
        """Tell the person: at once, or when the bar is gone, which a line in its midst would break."""
        if self._kept is None:
            talk(line)
        else:
            self._kept.append(line)

    def tell(self, result: object) -> None:
        """Give out a line of data: at once, or on a terminal when the bar is gone."""
        if self._kept is None or not sys.stdout.isatty():
            click.echo(result)
        else:
            self._told.append(result)

    def fail(self, fault: RaciError) -> None:
        """Count and tell a fault."""
        self.failed += 1
        self.say(str(fault))

    def documents(self, source: Source) -> list[Document]:
        """The documents of a source, or of standard input where it is ``-``; faults in some of its files are told.

        Raises RaciError where there are none.
        """
        from raci.readers.registry import read_bytes, together

        if source == ("-",):
            if sys.stdin.isatty():
                talk("从键盘读取正文，按 Ctrl-D（Windows：Ctrl-Z 回车）结束。")
            return read_bytes(sys.stdin.buffer.read(), "-", apart=self.apart)
        found, faults = together(source, apart=self.apart)
        self.report_partial(faults, bool(found))
        return found

    def analyses(self, rules: tuple[Rule, ...] = (), naming: Naming | None = None) -> Read:
        """What says of a source what raci knows of its documents, with a user's rules, and names as ``naming`` says."""
        from raci.config.options.analysis import Options
        from raci.pipeline import run

        options = Options.load(rules, naming)

        def read(source: Source) -> list[Analysis]:
            return self.some(self.documents(source), lambda document: run(document, options))

        return read

    def some(self, documents: Iterable[Known], work: Callable[[Known], Result]) -> list[Result]:
        """What ``work`` makes of each document of a source; faults are told.

        Raises RaciError where it can make nothing of any.
        """
        results: list[Result] = []
        faults: list[RaciError] = []
        for one in documents:
            try:
                results.append(work(one))
            except RaciError as fault:
                faults.append(fault)
            except OSError:
                raise  # of the output, not of this input
            except Exception as bug:
                document = one.document if isinstance(one, Analysis) else one
                faults.append(InternalError.of(bug, document.source))
        self.report_partial(faults, bool(results))
        return results

    def report_partial(self, faults: Sequence[RaciError], some: bool) -> None:
        """Tell what is wrong with a part of a source; with all of it: raise the last fault, which is told later."""
        for fault in faults if some else faults[:-1]:
            self.fail(fault)
        if faults and not some:
            raise faults[-1]

    def each(self, work: Callable[[Source], Result]) -> Iterator[Result]:
        """What ``work`` makes of each source, in order; sources in which it raises RaciError are left out."""
        with _logged(self.say), self._progress() as sources:
            for source in sources:
                failed = self.failed
                try:
                    result = work(source)
                except RaciError as fault:
                    self.fail(fault)
                except OSError:
                    raise  # of the output, not of this input: the reader is gone, the disk is full
                except Exception as bug:
                    self.fail(InternalError.of(bug, source[0]))
                else:
                    self.done += max(1, len(source) - (self.failed - failed))
                    yield result

    @contextmanager
    def _progress(self) -> Iterator[Iterable[Source]]:
        if len(self.sources) < 2 or not (watched() or (self.buffer_output and sys.stderr.isatty())):
            yield self.sources
            return
        kept: list[str] = []
        self._kept = kept
        try:
            with click.progressbar(self.sources, file=sys.stderr, show_pos=True) as bar:
                yield bar
        finally:
            self._kept = None
            for result in self._told:
                click.echo(result)
            for line in kept:
                talk(line)


@contextmanager
def _logged(say: Callable[[str], None]) -> Iterator[None]:
    """The library's warnings are said like everything else: not through the bar, not with a date."""

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            say(record.getMessage())

    handler, log = Handler(logging.WARNING), logging.getLogger("raci")
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)


def _files(argument: str) -> list[str]:
    if argument == "-" or not Path(argument).is_dir():
        return [argument]
    from raci.readers.files.folders import files_in
    from raci.readers.registry import suffixes

    listing = files_in(Path(argument), suffixes())
    for line in listing.left_out():
        talk(f"{argument}：{line}")
    return [str(path) for path in listing.readable]


def _together(files: list[str], apart: bool) -> list[Source]:
    if apart or len(files) < 2:
        return [(file,) for file in files]
    from raci.readers.documents.attachments import clusters

    return clusters(files)
