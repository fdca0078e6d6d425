"""``raci check``: what needs a human eye."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from raci.cli.basis import basis_option
from raci.cli.check_list import show_checks
from raci.cli.chinese import Command, LateChoice, LateOption
from raci.cli.closing import closing_words
from raci.cli.input_options import apart_option, rules_option
from raci.cli.inputs import Inputs
from raci.cli.naming import naming_options
from raci.cli.streams import put_bytes, talk
from raci.cli.table_lines import table_lines
from raci.config.clock import now
from raci.errors import OptionError
from raci.model import Analysis
from raci.model.findings import SEVERITIES
from raci.views.advice import advice

if TYPE_CHECKING:
    from raci.model import Basis
    from raci.register.naming import Naming
    from raci.rules import Rule

__all__ = ["check"]


def _formats() -> tuple[str, ...]:
    from raci.writers.findings import finding_formats

    return tuple(finding_formats())


def _described() -> Iterator[str]:
    from raci.writers.findings import finding_formats

    return (f"{name} {known.description}" for name, known in finding_formats().items())


@click.command(cls=Command)
@click.argument("files", metavar="FILE…", nargs=-1)
@rules_option
@naming_options
@basis_option
@apart_option
@click.option("--tables", is_flag=True, help="先列出每张表格怎样读：各列的表头、角色、合乎角色的格子有几成、为什么。")
@click.option("--select", "selected", metavar="ID,…", help="只做这些检查。")
@click.option("--ignore", "ignored", metavar="ID,…", help="不做这些检查；长期不做的写进 raci.toml 的 [checks] ignore。")
@click.option(
    "--fail-on",
    type=click.Choice((*SEVERITIES, "never")),
    default="note",
    help="从哪一级起退出码为 1：error 错误，warning 警告，note 提示（默认），never 总为 0。",
)
@click.option(
    "--format",
    "form",
    cls=LateOption,
    type=LateChoice(_formats),
    late_help=lambda: "输出的样式（默认看 -o 的后缀，否则 table）：" + "；".join(_described()) + "。",
)
@click.option("-o", "--output", metavar="FILE", help="写入文件而不是屏幕；格式看后缀。")
@click.option(
    "--list",
    "listing",
    is_flag=True,
    help="列出各项检查：编号、级别、名称、为什么；可加 --select、--format jsonl 或 xlsx、-o。",
)
@click.option("--explain", metavar="ID", help="说明一项检查：为什么查、怎么办、正反例子；可加 --format jsonl。")
def check(  # noqa: PLR0913  click hands over each option by its name
    files: tuple[str, ...],
    rules: tuple[Rule, ...],
    naming: Naming | None,
    basis: tuple[Basis, ...],
    apart: bool,
    tables: bool,
    selected: str | None,
    ignored: str | None,
    fail_on: str,
    form: str | None,
    output: str | None,
    listing: bool,
    explain: str | None,
) -> int:
    """列出需要人工核对之处；有则退出码为 1。

    \b
    每行：文件：位置：级别：说明 [检查项]
    例：raci check 方案.txt
        raci check 文件夹/ -o 待核.xlsx
        raci check 方案.txt --format sarif --fail-on warning
        raci check --explain leads
    """
    wanted = _chosen(selected, ignored)
    if listing or explain is not None:
        show_checks(wanted, explain, form, output)
        return 0
    if not files:
        raise OptionError("没有给出文件", place="FILE…", remedy="请给出文件或文件夹；看有哪些检查用 --list")
    chosen = form or (_format_of(Path(output)) if output else "table")
    inputs = Inputs(files, apart=apart)
    done: list[Analysis] = []
    for analyses in inputs.run_each(inputs.analyses(rules, naming, basis)):
        for analysis in analyses:
            kept = tuple(finding for finding in analysis.findings if finding.check in wanted)
            done.append(replace(analysis, findings=kept))
            if tables:
                _print_tables(analysis, beside_data=chosen != "table" and output is None)
            if chosen == "table" and output is None:
                _print([done[-1]], chosen)
    if inputs.done:
        _hand_out(done, chosen, output)
    findings = [finding for analysis in done for finding in analysis.findings]
    advised = [(analysis.document.title or analysis.document.source, advice(analysis)) for analysis in done]
    if inputs.done or not inputs.failed:  # of what could not be read nothing is known to be in order
        talk(f"共 {inputs.done} 个文件；{closing_words(len(findings), advised)}")
    return inputs.exit_code or int(any(finding.severity in _failing(fail_on) for finding in findings))


def _print_tables(analysis: Analysis, *, beside_data: bool) -> None:
    """How each table was read; onto standard error where data for programs stand on standard output."""
    lines = list(table_lines(analysis))
    if not lines:
        talk(f"{analysis.document.source or analysis.document.title}：没有读到表格")
    for line in lines:
        if beside_data:
            talk(line)
        else:
            sys.stdout.write(f"{line}\n")


def _failing(least: str) -> frozenset[str]:
    """The severities for which the exit code is 1: the ``least`` urgent of them and all that are more so."""
    urgency = list(map(str, SEVERITIES))
    return frozenset(urgency[: urgency.index(least) + 1] if least in urgency else ())


def _hand_out(done: list[Analysis], form: str, output: str | None) -> None:
    """The findings of all files at once; as lines on the screen they stand there already."""
    if output is not None:
        from raci.atomic import write_file
        from raci.writers.findings import finding_formats

        write_file(Path(output), finding_formats()[form].render(done, now()))
        click.echo(output)
    elif form != "table":
        _print(done, form)


def _print(analyses: list[Analysis], form: str) -> None:
    from raci.writers.findings import finding_formats

    known = finding_formats()[form]
    data = known.render(analyses, now())
    if not data:
        return  # a stream that is closed is no fault where there is nothing to say
    if known.text:
        sys.stdout.write(data.decode("utf-8"))
    else:
        put_bytes(data)


def _format_of(path: Path) -> str:
    """The format that a file's suffix stands for. Raises OptionError for another suffix."""
    from raci.writers.findings import finding_formats

    for name, known in finding_formats().items():
        if path.suffix.lower() in known.suffixes:
            return name
    suffixes = "、".join(suffix for known in finding_formats().values() for suffix in known.suffixes)
    raise OptionError("从文件名看不出格式", place=path, remedy=f"请用后缀 {suffixes} 之一，或加 --format")


def _chosen(selected: str | None, ignored: str | None) -> set[str]:
    """The ids of the checks that are asked for. Raises OptionError, with the list, for one that there is not."""
    from raci.analysis.checks import CHECKS, require_checks

    given = {option: _ids(words) for option, words in (("--select", selected), ("--ignore", ignored))}
    for option, ids in given.items():
        require_checks(ids, option)
    wanted = set(given["--select"] or [one.id for one in CHECKS]) - set(given["--ignore"])
    if not wanted:
        raise OptionError("没有留下要做的检查", place="--ignore", remedy="请去掉 --select 也写了的编号")
    return wanted


def _ids(words: str | None) -> list[str]:
    return [part.strip() for part in (words or "").replace("，", ",").split(",") if part.strip()]
