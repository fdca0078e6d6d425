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
    from raci.resolve import Naming
    from raci.rules import Rule

__all__ = ["Inputs", "analyses", "documents", "files_argument", "profile_option", "rules_option"]

Result = TypeVar("Result")
Wrapped = TypeVar("Wrapped", bound=Callable[..., object])


def files_argument(function: Wrapped) -> Wrapped:
    """FILE…: one or more files, folders, or ``-``."""
    return click.argument("files", metavar="FILE…", nargs=-1, required=True)(function)


def profile_option(function: Wrapped) -> Wrapped:
    """--profile: a profile's name or file."""
    help_text = "角色方案：名称或 .toml 文件（默认 explicit）。"
    return click.option("--profile", default="explicit", metavar="NAME", help=help_text)(function)


def rules_option(function: Wrapped) -> Wrapped:
    """--rules, any number of them: the files of a user's rules, read and checked at once."""
    help_text = "自定规则的 .toml 文件，先于内置规则；可重复。"
    return click.option("--rules", multiple=True, metavar="FILE", callback=_loaded, help=help_text)(function)


def _loaded(context: click.Context, option: click.Parameter, files: tuple[str, ...]) -> tuple[Rule, ...]:
    if not files:
        return ()
    from raci.rules import load_rules

    return load_rules(files)


def documents(source: str) -> list[Document]:
    """The documents of a file, or of standard input where ``source`` is ``-``."""
    from raci.reading import read, read_bytes

    if source != "-":
        return read(source)
    if sys.stdin.isatty():
        talk("从键盘读取正文，按 Ctrl-D（Windows：Ctrl-Z 回车）结束。")
    return read_bytes(sys.stdin.buffer.read(), "-")


def analyses(source: str, rules: tuple[Rule, ...] = (), naming: Naming | None = None) -> list[Analysis]:
    """What raci knows of the documents of a source, with a user's rules, and names resolved by ``naming``."""
    from raci.pipeline import analyse

    return [analyse(document, rules=rules, naming=naming) for document in documents(source)]


class Inputs:
    """The inputs of one run, done one by one: a fault in one is told and does not stop the others."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self.done = 0
        self.failed = 0
        self.sources: list[str] = []
        self._kept: list[str] | None = None
        for argument in arguments:
            try:
                self.sources += _files(argument)
            except RaciError as fault:
                self.fail(fault)

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

    def fail(self, fault: RaciError) -> None:
        """Count and tell a fault."""
        self.failed += 1
        self.say(str(fault))

    def each(self, work: Callable[[str], Result]) -> Iterator[Result]:
        """What ``work`` makes of each source, in order; sources in which it raises RaciError are left out."""
        with _logged(self.say), self._progress() as sources:
            for source in sources:
                try:
                    result = work(source)
                except RaciError as fault:
                    self.fail(fault)
                except OSError:
                    raise  # of the output, not of this input: the reader is gone, the disk is full
                except Exception as bug:
                    self.fail(InternalError.of(bug, source))
                else:
                    self.done += 1
                    yield result

    @contextmanager
    def _progress(self) -> Iterator[Iterable[str]]:
        if len(self.sources) < 2 or not watched():
            yield self.sources
            return
        kept: list[str] = []
        self._kept = kept
        try:
            with click.progressbar(self.sources, file=sys.stderr, show_pos=True) as bar:
                yield bar
        finally:
            self._kept = None
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
    from raci.reading import suffixes
    from raci.reading.folders import files_in

    readable, others = files_in(Path(argument), suffixes())
    if others:
        some = "、".join(path.name for path in others[:3]) + (" 等" if len(others) > 3 else "")
        talk(f"{argument}：跳过 {len(others)} 个不是可读格式的文件：{some}")
    return [str(path) for path in readable]
