"""``raci diff``: what changed between versions of a plan, or between an upper plan and the lower one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from raci.cli.chinese import Command, LateChoice, LateOption
from raci.cli.input_options import apart_option, profile_option, rules_option
from raci.cli.inputs import Inputs
from raci.cli.naming import naming_options
from raci.cli.streams import put_bytes, talk
from raci.errors import OptionError

if TYPE_CHECKING:
    from raci.comparison.values import Comparison, Side
    from raci.model import Analysis, Profile
    from raci.register.naming import Naming
    from raci.rules import Rule

__all__ = ["diff"]


def _formats() -> tuple[str, ...]:
    from raci.outputs.versions import diff_format_names

    return diff_format_names()


@click.command(cls=Command)
@click.argument("files", metavar="OLD NEW…", nargs=-1, required=True)
@click.option("--levels", is_flag=True, help="OLD 是上级文件，NEW 是落实它的本级文件：同一职能的单位对应起来比较。")
@click.option("--all", "all_pairs", is_flag=True, help="只改了编号、位置的任务也列出。")
@click.option(
    "--format",
    "form",
    cls=LateOption,
    type=LateChoice(_formats),
    late_help=lambda: "输出的样式（默认看 -o 的后缀，否则 txt）；svg、png、pdf 画分工有变化的任务和单位。",
)
@profile_option
@rules_option
@naming_options
@apart_option
@click.option("-o", "--output", metavar="FILE", help="写入文件而不是屏幕；格式看后缀。")
def diff(  # noqa: PLR0913  click hands over each option by its name
    files: tuple[str, ...],
    levels: bool,
    all_pairs: bool,
    form: str | None,
    profile: Profile | None,
    rules: tuple[Rule, ...],
    naming: Naming | None,
    apart: bool,
    output: str | None,
) -> int:
    """比较两份文件的任务分工：新增、删去、拆分、合并、改写的任务，单位、角色和时限的变化。

    \b
    例：raci diff 征求意见稿.docx 正式稿.docx
        raci diff 旧.docx 新.docx -o 对照表.xlsx
        raci diff 省方案.pdf 市方案.docx --levels -o 承接情况.docx
        raci diff 一稿.docx 二稿.docx 三稿.docx -o 沿革.xlsx

    文字全改、只是内容相近的任务单列为“内容相近”，是不是同一项请人核对。

    没有差异退出码为 0，有差异为 1。
    """
    from raci.comparison.sides import side_of

    if len(files) < 2:
        raise OptionError("比较至少要两份文件", place="OLD NEW…", remedy="先给旧的（上级的），再给新的（本级的）")
    if levels and len(files) > 2:
        raise OptionError("只能比较两份文件", place="--levels", remedy="请先给上级文件，再给一份本级文件")
    sides = [side_of(_analysis(file, rules, naming, apart), profile) for file in files]
    if len(sides) > 2:
        return _several(sides, form, output, all_pairs=all_pairs)
    from raci.comparison.compare import compare
    from raci.comparison.levels import compare_levels
    from raci.outputs.versions import format_of, render_diff

    chosen = form or (format_of(Path(output)) if output else "txt")
    comparison = (compare_levels if levels else compare)(*sides)
    _write(render_diff(comparison, chosen, all_pairs=all_pairs), chosen, output)
    _close(comparison, same_file=Path(files[0]) == Path(files[1]))
    return int(bool(comparison.differences()))


def _analysis(file: str, rules: tuple[Rule, ...], naming: Naming | None, apart: bool) -> Analysis:
    """The one plan in a file or folder. Raises OptionError where there are several, RaciError where there is none."""
    from raci.config.options.analysis import Options
    from raci.pipeline import run

    inputs = Inputs((file,), apart=apart)
    documents = [document for source in inputs.sources for document in inputs.documents(source)]
    if not documents and inputs.failed:
        raise OptionError("没有读出文件", place=file, remedy="请看上面各行")
    if len(documents) != 1:
        remedy = "请把要比较的那一篇单独存成文件"
        raise OptionError(f"其中有 {len(documents)} 篇文件，每一方只比较一篇", place=file, remedy=remedy)
    return run(documents[0], Options.load(rules, naming))


def _several(sides: list[Side], form: str | None, output: str | None, *, all_pairs: bool) -> int:
    from raci.comparison.series import series
    from raci.outputs.versions import render_series, series_format_of

    chosen = form or (series_format_of(Path(output)) if output else "txt")
    found = series(sides)
    _write(render_series(found, chosen, all_pairs=all_pairs), chosen, output)
    changed = sum(row.differs for row in found.rows)
    talk(f"{len(sides)} 份文件，{len(found.rows)} 项任务，其中 {changed} 项有变化")
    return int(changed > 0)


def _write(data: bytes, form: str, output: str | None) -> None:
    from raci.atomic import write_file

    if output is not None:
        write_file(Path(output), data)
        click.echo(output)
    elif form in ("txt", "jsonl"):
        sys.stdout.write(data.decode("utf-8"))
    else:
        put_bytes(data)


def _close(comparison: Comparison, *, same_file: bool) -> None:
    """What a reader should know, and how much differs."""
    from raci.writers.versions.heads import counts

    if same_file:
        talk("两次给出的是同一个文件")
    for note in comparison.notes:
        talk(note)
    found = counts(comparison)
    talk("，".join(f"{word} {count}" for word, count in found.items()) if found else "没有差异")
