"""The standard streams: data to standard output, messages to standard error, both in UTF-8."""

from __future__ import annotations

import io
import sys

import click

__all__ = ["prepare", "talk", "watched"]


def prepare() -> None:
    """Set both streams to UTF-8 with ``\\n``, whatever the locale or the code page says.

    On a console of Windows Python writes Unicode whatever its encoding; in a pipe it would take the code page
    (GBK), and fail at the first character that this does not have. A lone surrogate (a file name that is not UTF-8)
    is written as an escape, which JSON reads.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def talk(message: str) -> None:
    """Say one line to the person: on standard error, apart from the data."""
    click.echo(message, err=True)


def watched() -> bool:
    """Whether a person watches: standard error is a terminal, and data does not run over the same screen."""
    return sys.stderr.isatty() and not sys.stdout.isatty()
