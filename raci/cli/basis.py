"""The option --basis: what assignments may be known by."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from raci.errors import OptionError
from raci.model import BASES, Basis
from raci.model.labels import BASIS_WORDS

__all__ = ["basis_option"]

Command = TypeVar("Command", bound=Callable[..., object])


def basis_option(function: Command) -> Command:
    """--basis: the kinds of evidence that count, by commas; all of them where it is not given."""
    known = "、".join(f"{basis} {BASIS_WORDS[basis]}" for basis in BASES)
    help_text = f"只要有这几种依据的分工，用逗号隔开：{known}（默认全部）。"
    option = click.option("--basis", metavar="NAMES", callback=_parse, help=help_text)
    return option(function)


def _parse(context: click.Context, option: click.Parameter, names: str | None) -> tuple[Basis, ...]:
    """The kinds that are named, by key or by word. Raises OptionError for what is none."""
    if names is None:
        return BASES
    by_name: dict[str, Basis] = {basis: basis for basis in BASES}
    by_name |= {BASIS_WORDS[basis]: basis for basis in BASES}
    wanted = [name.strip() for name in names.replace("，", ",").split(",") if name.strip()]
    unknown = [name for name in wanted if name not in by_name]
    if unknown or not wanted:
        raise OptionError(f"没有“{'、'.join(unknown)}”", place="--basis", remedy=f"可用：{'、'.join(BASES)}")
    return tuple(basis for basis in BASES if basis in {by_name[name] for name in wanted})
