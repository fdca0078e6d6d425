"""The ``raci`` command: its subcommands, and how faults become one line and an exit code."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

import click

from raci._version import __version__
from raci.cli.chinese import ChineseGroup, Command, usage_fault
from raci.cli.streams import prepare, quiet_libraries, talk
from raci.errors import InternalError, RaciError, reason_of

__all__ = ["COMMANDS", "cli", "run"]

#: command → the module that holds it under the same name; loaded when it is asked for
COMMANDS = {
    "build": "raci.cli.build",
    "extract": "raci.cli.extract",
    "check": "raci.cli.check",
    "draw": "raci.cli.draw",
    "names": "raci.cli.names",
    "org": "raci.cli.org",
    "diff": "raci.cli.diff",
    "ledger": "raci.cli.ledger",
    "serve": "raci.cli.serve",
    "corpus": "raci.cli.corpus",
    "network": "raci.cli.network",
    "sample": "raci.cli.sample",
    "evaluate": "raci.cli.evaluate",
}


#: what each does, as the first line of its own help says, for the help of all: it loads none of them
SHORT_HELP = {
    "build": "一步做完：工作簿、Word 分工表、网页报告、明细、矩阵、图，每个方案一个文件夹。",
    "extract": "逐条列出任务分工：任务、部门、角色、时限和原文依据。",
    "check": "列出需要人工核对之处；有则退出码为 1。",
    "draw": "画图：任务与部门关系、部门协作、责任矩阵、任务量等。",
    "names": "判断名称指哪个机构：规范名称、编号、类别、层级、地区、起止年份。",
    "org": "列出文件设立的领导小组、指挥部、专班、联席会议及其组成人员。",
    "diff": "比较两份文件的任务分工：新增、删去、拆分、合并、改写的任务，单位、角色和时限的变化。",
    "ledger": "把多份文件的任务列成一本台账：总表、按单位、按时限、按文件、同类任务；填报、下发、汇总、督办。",
    "serve": "在本机打开网页：拖入文件，对照原文核对、改正，取走各种结果。不联网。",
    "corpus": "把成千上万个文件读成一个库：一组 Parquet 表，供 DuckDB、Polars、pandas 查询。",
    "network": "从许多文件做出单位协作、牵头、联合发文等网络，连同指标、骨架、图和可写进论文的方法说明。",
    "sample": "抽出一批分工和条款，写成工作簿，供两人各自核对对不对、漏没漏。",
    "evaluate": "数据有多准：由核对过的抽样，或与人工标注比较，算出精确率、召回率、F1 及其区间，附一句可写进论文的话。",
}


class LazyGroup(ChineseGroup):
    """A group whose commands are those of ``COMMANDS``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: Command = getattr(import_module(module), cmd_name)
        return command

    def line_of(self, ctx: click.Context, name: str) -> str:
        return SHORT_HELP.get(name) or super().line_of(ctx, name)

    def invoke(self, ctx: click.Context) -> object:
        try:
            code: object = super().invoke(ctx)
            sys.stdout.flush()
            return code
        except OSError as fault:
            # before click sees it, which would exit with 1: findings
            if not _is_reader_gone(fault):
                raise
            _discard_output()
            return 141  # as a shell reports SIGPIPE

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            raise click.UsageError(f"没有命令“{args[0]}”，可用：{'、'.join(COMMANDS)}", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="全部在本机完成，不联网。角色方案 --profile 可写名称或 .toml 文件。",
)
@click.version_option(__version__, message="%(prog)s %(version)s", help="显示版本。")
def cli() -> None:
    """从政策文件中读出任务分工，生成责任矩阵（RACI）和图表。

    \b
    FILE 可以是一个或多个文件、文件夹，或 -（标准输入）。
    退出码：0 完成；1 有待核事项，或部分文件失败（其余已完成）；2 用法有误或无一完成。
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line (by default that of the process; on Windows click expands ``*.txt`` in it).

    Gives the exit code: 0 done, 1 findings or some inputs failed, 2 wrong use or nothing done.
    """
    prepare()
    try:
        with quiet_libraries():
            code = cli.main(arguments, prog_name="raci", standalone_mode=False)
    except (KeyboardInterrupt, click.Abort):
        return 130  # as a shell reports SIGINT
    except Exception as fault:
        for line in _fault_lines(fault):
            talk(line)
        if isinstance(fault, OSError):
            _discard_output()
        return 2
    return code if isinstance(code, int) else 0


def _fault_lines(fault: Exception) -> list[str]:
    """What to say of a fault: a line for each thing that is wrong."""
    match fault:
        case click.exceptions.NoArgsIsHelpError():
            return [fault.format_message()]
        case click.ClickException():
            return [usage_fault(fault)]
        case RaciError():
            return fault.lines()
        case OSError():
            return [f"{fault.filename or '输出'}：{reason_of(fault)}；请检查路径、权限和磁盘"]
        case _:
            return [str(InternalError.of(fault))]


def _is_reader_gone(fault: OSError) -> bool:
    # `raci extract … | head`: nobody reads on. Windows calls it EINVAL.
    return fault.errno == errno.EPIPE or (os.name == "nt" and fault.errno == errno.EINVAL and not fault.filename)


def _discard_output() -> None:
    # what the interpreter still flushes at its end must not fail again, with an exit code of its own
    with suppress(OSError, ValueError):  # what was closed has no number
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
