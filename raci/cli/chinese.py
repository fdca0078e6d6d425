"""Click in Chinese: headings of the help, and faults of usage in one line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import click

#: what the help calls lists
_LISTS = ("NAMES", "KINDS", "KEYS", "YEARS", "ID,…", "HEAD=ROLE,…")
#: what click adds to the help of an option, in English: a default, a range, that it is required
_CLICKS_OWN = re.compile(r"\s+\[(?:default: |required|[^\[\]]*<?[<>]=?)[^\[\]]*\]$")
#: how much of a command's own help stands beside its name, in characters
_LONGEST_HELP = 200

__all__ = ["ChineseGroup", "Command", "LateChoice", "LateOption", "usage_fault"]


class Command(click.Command):
    """A command whose help has Chinese headings. An option that is given holds something, and is given once."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            values, _, given = self.make_parser(ctx).parse_args(list(args))
        except click.UsageError as fault:
            fault.ctx = fault.ctx or ctx  # click leaves it out, and with it which command it is
            raise
        for option in dict.fromkeys(given):
            if isinstance(option, click.Option) and not option.is_flag:
                _refuse_empty(option, values[option.name], ctx)
                if not option.multiple and given.count(option) > 1:
                    times = given.count(option)
                    several = "，几个用逗号隔开" if option.metavar in _LISTS else ""
                    raise click.UsageError(f"{'/'.join(option.opts)} 写了 {times} 次，只能写一次{several}", ctx)
        return super().parse_args(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["[选项]" if piece == "[OPTIONS]" else piece for piece in super().collect_usage_pieces(ctx)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_options(self, ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _in_chinese(super().get_help_option(ctx))


class LateOption(click.Option):
    """An option whose help is worked out when it is shown, as what it lists need not be loaded for all else."""

    def __init__(self, *arguments: Any, late_help: Callable[[], str], **options: Any) -> None:  # Any: as click has it
        super().__init__(*arguments, **options)
        self._late_help = late_help

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        self.help = self._late_help()
        return super().get_help_record(ctx)


class LateChoice(click.Choice[str]):
    """A choice among names that are looked up when they are asked for."""

    def __init__(self, choices: Callable[[], Sequence[str]]) -> None:
        self._late_choices = choices
        super().__init__(())

    @property
    def choices(self) -> tuple[str, ...]:
        """The names, as they are now."""
        return tuple(self._late_choices())

    @choices.setter
    def choices(self, names: tuple[str, ...]) -> None:
        """Nothing: click sets here what it was given, which is not needed."""


class ChineseGroup(click.Group):
    """A group whose help has Chinese headings."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "命令 [选项] FILE…", prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_options(self, ctx, formatter)
        with formatter.section("命令"):
            formatter.write_dl([(name, self.line_of(ctx, name)) for name in self.list_commands(ctx)])

    def line_of(self, ctx: click.Context, name: str) -> str:
        """What a command does, in a line."""
        command = self.get_command(ctx, name)
        return command.get_short_help_str(_LONGEST_HELP) if command is not None else ""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _in_chinese(super().get_help_option(ctx))


def _refuse_empty(option: click.Option, value: object, ctx: click.Context) -> None:
    """Refuse an option with nothing in it: it is a variable left unset, and what it was to say would be passed over."""
    for written in value if isinstance(value, list) else [value]:
        if isinstance(written, str) and not written.strip():
            raise click.UsageError(f"{'/'.join(option.opts)} 后面是空的", ctx)


def _write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    options = [param for param in command.get_params(ctx) if isinstance(param, click.Option)]
    records = [record for record in (option.get_help_record(ctx) for option in options) if record is not None]
    with formatter.section("选项"):
        formatter.write_dl([(names, _CLICKS_OWN.sub("", words)) for names, words in records])


def _in_chinese(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "显示这段说明。"
    return option


def usage_fault(fault: click.ClickException) -> str:
    """A fault of usage in one line: the command, what is wrong, the remedy."""
    context = fault.ctx if isinstance(fault, click.UsageError) else None
    place = context.command_path if context else "raci"
    return f"{place}：{' '.join(_description(fault).split())}；用法见 {place} --help"


def _description(fault: click.ClickException) -> str:
    match fault:
        case click.NoSuchOption():
            return f"没有选项 {fault.option_name}{_suggestion(fault.possibilities)}"
        case click.MissingParameter():
            return f"缺少 {_parameter_name(fault.param)}"
        case click.BadParameter(param=click.Parameter() as param):
            return f"{_parameter_name(param)} {_requirement(param, fault.message)}"
        case click.BadOptionUsage():
            return f"选项 {fault.option_name} 后面缺少内容或写法不对"
        case _:
            return fault.message


def _requirement(param: click.Parameter, message: str) -> str:
    """What a value must be; what click says where raci knows no better."""
    if isinstance(param.type, click.Choice):
        return f"只能是 {'、'.join(map(str, param.type.choices))}"
    if isinstance(param.type, click.DateTime):
        return "要写成年-月-日，如 2025-06-30"
    if isinstance(param.type, (click.types.IntParamType, click.types.FloatParamType)):
        return f"要写{_number_words(param.type)}"
    return f"不对（{message}）"


def _number_words(kind: object) -> str:
    """What number it must be: 整数, 不小于 1 的整数, 0 到 65535 的整数."""
    word = "整数" if isinstance(kind, click.types.IntParamType) else "数"
    low, high = getattr(kind, "min", None), getattr(kind, "max", None)
    if low is not None and high is not None:
        return f" {low} 到 {high} 的{word}"
    if low is not None:
        return f"不小于 {low} 的{word}"
    return word if high is None else f"不大于 {high} 的{word}"


def _parameter_name(param: click.Parameter | None) -> str:
    if param is None:
        return "参数"
    return param.human_readable_name if isinstance(param, click.Argument) else "/".join(param.opts)


def _suggestion(names: Sequence[str] | None) -> str:
    return f"（是否要写 {'、'.join(sorted(names))}？）" if names else ""
