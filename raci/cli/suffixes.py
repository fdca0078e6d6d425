"""The format of an output: what ``--format`` says, else what the suffix of the file says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import click

__all__ = ["format_of", "format_option"]

Command = TypeVar("Command", bound=Callable[..., object])

_TABLE = "table"


def format_option(formats: Iterable[str]) -> Callable[[Command], Command]:
    """``--format``; where it is not given the command takes what ``format_of`` says."""
    help_text = f"输出的样式（默认看 -o 的后缀，看不出的为 {_TABLE}）。"
    return click.option("--format", "form", type=click.Choice(list(formats)), help=help_text)


def format_of(form: str | None, output: str | None, formats: Iterable[str]) -> str:
    """The format: ``form`` where it is given, else the suffix of ``output`` (``.csv``), else a table to read."""
    if form is not None:
        return form
    suffix = Path(output or "").suffix.lower().removeprefix(".")
    return suffix if suffix in formats else _TABLE
