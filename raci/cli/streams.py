"""The standard streams: data to standard output, messages to standard error, both in UTF-8."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import click

from raci.errors import OptionError

__all__ = ["prepare", "put_bytes", "quiet_libraries", "talk", "watched"]

#: the number of the last of the three standard streams
_STANDARD = 2


def prepare() -> None:
    """Set both streams to UTF-8 with ``\\n``, whatever the locale or the code page says.

    On a console of Windows Python writes Unicode whatever its encoding; in a pipe it would take the code page
    (GBK), and fail at the first character that this does not have. A lone surrogate (a file name that is not UTF-8)
    is written as an escape, which JSON reads. What the caller has closed is told when it is needed.
    """
    _replace_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _replace_closed() -> None:
    """Puts something in the place of streams that were closed before raci began (``>&-``)."""
    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return
    # else the next file that is opened would be taken for the stream
    with suppress(OSError):
        while (null := os.open(os.devnull, os.O_RDWR)) <= _STANDARD:
            pass
        os.close(null)
    sys.stdin = sys.stdin or _ClosedStream("标准输入已关闭，读不到内容", "请给出文件，或不要用 <&- 关闭它")
    sys.stdout = sys.stdout or _ClosedStream("标准输出已关闭，写不出", "请用 -o 写入文件，或不要用 >&- 关闭它")
    sys.stderr = sys.stderr or io.StringIO()


class _ClosedStream(io.TextIOWrapper):
    """A standard stream that was closed: who reads from it or writes to it is told so."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(_ClosedBytes(OptionError(what, remedy=remedy)), encoding="utf-8", write_through=True)


class _ClosedBytes(io.BytesIO):
    def __init__(self, fault: OptionError) -> None:
        super().__init__()
        self._fault = fault

    def read(self, size: int | None = -1, /) -> bytes:
        raise self._fault

    def write(self, data: object, /) -> int:
        raise self._fault


@contextmanager
def quiet_libraries() -> Iterator[None]:
    """While this is open, what libraries warn of is not shown: it is for those who program with them.

    Who asks Python for warnings (``-W``) gets them.
    """
    import logging
    import warnings

    last_resort = logging.lastResort
    with warnings.catch_warnings():
        if not sys.warnoptions:
            warnings.simplefilter("ignore")
            logging.lastResort = logging.NullHandler()
        try:
            yield
        finally:
            logging.lastResort = last_resort


def talk(message: str) -> None:
    """Say one line to the person: on standard error, apart from the data.

    Names of files may hold what sets a terminal astray, or turns the line about: that is shown as a sign.
    """
    shown = message if message.isprintable() else "".join(map(_shown, message))
    click.echo(shown, err=True)


def _shown(char: str) -> str:
    return char if char.isprintable() or char in "\n\t\u3000\xa0" else "\ufffd"


def put_bytes(data: bytes) -> None:
    """Write a file that is no text to standard output, for a pipe or another file.

    Raises OptionError where that is a terminal: a workbook there is noise, and can set the terminal astray.
    """
    if sys.stdout.isatty():
        raise OptionError("不是文字的文件不能显示在屏幕上", place="--format", remedy="请用 -o 写入文件")
    sys.stdout.buffer.write(data)


def watched() -> bool:
    """Whether a person watches: standard error is a terminal, and data does not run over the same screen."""
    return sys.stderr.isatty() and not sys.stdout.isatty()
