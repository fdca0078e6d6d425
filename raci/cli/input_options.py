"""What commands take alike: the files, the profile, the rules, and whether annexes stay apart."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar, cast

import click

if TYPE_CHECKING:
    from raci.model import Profile
    from raci.rules import Rule

__all__ = ["apart_option", "files_argument", "profile_option", "rules_option"]

_RULES_HELP = "自定规则的 .toml 文件，先于内置规则；可重复。"
_COLUMNS_HELP = "表格的列和符号是什么，如 责任人=leader,事项=task,▲=lead；先于内置规则。"

Command = TypeVar("Command", bound=Callable[..., object])


def files_argument(function: Command) -> Command:
    """FILE…: one or more files, folders, or ``-``."""
    return click.argument("files", metavar="FILE…", nargs=-1, required=True)(function)


def profile_option(function: Command) -> Command:
    """--profile: the name or file of a profile, read and checked at once; None: that of the plan, or the default."""
    help_text = "角色方案：名称或 .toml 文件（默认 explicit；raci 写出的工作簿用它原来的）。"
    return click.option("--profile", metavar="NAME", callback=_load_profile, help=help_text)(function)


def _load_profile(context: click.Context, option: click.Parameter, name: str | None) -> Profile | None:
    if name is None:
        return None
    from raci.config.profiles import load_profile

    return load_profile(name)


def rules_option(function: Command) -> Command:
    """--rules, any number of them: files of rules, read and checked at once; --columns: what columns of tables are.

    The command gets both as ``rules``.
    """

    @click.option("--rules", multiple=True, metavar="FILE", callback=_load_rules, help=_RULES_HELP)
    @click.option("--columns", metavar="HEAD=ROLE,…", callback=_parse_columns, help=_COLUMNS_HELP)
    @wraps(function)
    def command(*arguments: object, rules: tuple[Rule, ...], columns: tuple[Rule, ...], **options: object) -> object:
        return function(*arguments, rules=(*columns, *rules), **options)

    return cast(Command, command)


def apart_option(function: Command) -> Command:
    """--apart: a notice and its annexes stay documents of their own."""
    help_text = "通知与附件各读各的；默认把同一文件夹（压缩包）里的通知与其附件合为一个方案。"
    return click.option("--apart", is_flag=True, help=help_text)(function)


def _parse_columns(context: click.Context, option: click.Parameter, written: str | None) -> tuple[Rule, ...]:
    if written is None:
        return ()
    from raci.rules.own_columns import parse_columns

    return parse_columns(written)


def _load_rules(context: click.Context, option: click.Parameter, files: tuple[str, ...]) -> tuple[Rule, ...]:
    if not files:
        return ()
    from raci.config.rule_files import load_rules

    return load_rules(files)
