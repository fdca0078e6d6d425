"""The format of an output: what ``--format`` says, else what the suffix of the file says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import click

from raci.errors import OptionError

__all__ = ["format_of", "format_option"]

Command = TypeVar("Command", bound=Callable[..., object])

_TABLE = "table"
#: the suffixes of a table to read
_TEXT = ("txt",)
#: what ``raci build`` writes of documents, to which those who ask for it here are sent
_BUILT = ("xlsx", "docx", "html")


def format_option(formats: Iterable[str]) -> Callable[[Command], Command]:
    """``--format``; where it is not given the command takes what ``format_of`` says."""
    help_text = f"输出的样式（默认看 -o 的后缀，看不出的为 {_TABLE}）。"
    return click.option("--format", "form", type=click.Choice(list(formats)), help=help_text)


def format_of(form: str | None, output: str | None, formats: Iterable[str], *, built: bool = True) -> str:
    """The format: ``form`` where it is given, else the suffix of ``output`` (``.csv``), else a table to read.

    A table is what a name without a suffix or with ``.txt`` gets. Raises OptionError for another suffix: a table of
    text called ``.xlsx`` would open nowhere. ``built``: ``raci build`` has such a file of what the command prints.
    """
    if form is not None:
        return form
    suffix = Path(output or "").suffix.lower().removeprefix(".")
    if suffix in ("", *_TEXT):
        return _TABLE
    if suffix in (written := [name for name in formats if name != _TABLE]):
        return suffix
    listed = "、".join(f".{name}" for name in (*_TEXT, *written))
    office = "；工作簿、Word 分工表和网页报告由 raci build 写出" if built and suffix in _BUILT else ""
    raise OptionError("从文件名看不出格式", place=output or "", remedy=f"请用后缀 {listed} 之一，或加 --format{office}")
