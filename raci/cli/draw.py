"""``raci draw``: pictures."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from raci.cli.basis import basis_option
from raci.cli.chinese import Command, LateChoice, LateOption
from raci.cli.input_options import apart_option, files_argument, profile_option, rules_option
from raci.cli.inputs import Inputs, Read
from raci.cli.naming import naming_options
from raci.cli.sources import Source
from raci.cli.streams import talk
from raci.config.options.draw import AUTO, DEFAULT_KIND, DOCUMENT, FORMATS, ORDERS, DrawOptions
from raci.drawing import compose, render, suited
from raci.errors import OptionError
from raci.model import Analysis, Profile
from raci.outputs.draw import draw_with, format_of

if TYPE_CHECKING:
    from raci.model import Basis
    from raci.register.naming import Naming
    from raci.rules import Rule

__all__ = ["draw"]


def _hints() -> str:
    """What each kind shows, for the help."""
    from raci.drawing.registry import all_kinds

    return "，".join(
        f"{kind.name} {kind.hint}{'（默认）' if kind.name == DEFAULT_KIND else ''}" for kind in all_kinds().values()
    )


def _of_one_body() -> str:
    """The kinds that show one body."""
    from raci.drawing.registry import all_kinds

    return "、".join(kind.name for kind in all_kinds().values() if kind.of_one_body)


def _choices() -> tuple[str, ...]:
    from raci.drawing.registry import kind_choices

    return kind_choices()


@click.command(cls=Command)
@files_argument
@click.option(
    "--kind",
    cls=LateOption,
    type=LateChoice(_choices),
    default=DEFAULT_KIND,
    late_help=lambda: f"{_hints()}，auto 看规模选。",
)
@click.option("--format", "form", type=click.Choice(FORMATS), help="图片格式（默认看 -o 的后缀，否则 svg）。")
@click.option("-o", "--output", default=".", metavar="PATH", help="图片文件、文件夹（默认当前文件夹），或 - 标准输出。")
@profile_option
@rules_option
@naming_options
@basis_option
@apart_option
@click.option(
    "--department",
    cls=LateOption,
    default="",
    metavar="NAME",
    late_help=lambda: f"{_of_one_body()} 图画哪个单位（默认牵头最多的）。",
)
@click.option("--title", default="", metavar="TEXT", help="图上的标题（默认用文件自己的）。")
@click.option(
    "--order",
    type=click.Choice(ORDERS),
    default=DOCUMENT,
    help="任务的次序：document 原文次序（默认）；crossings 章内按连线交叉最少（bipartite）；"
    "seriated 分工相近的靠在一起（matrix）。",
)
@click.option("--without-collectives", is_flag=True, help="不画各区县、各部门等集体。")
@click.option("--engine", metavar="NAME", help="排版引擎；system 用本机的 Graphviz（默认自带，不需安装）。")
def draw(  # noqa: PLR0913  click hands over each option by its name
    files: tuple[str, ...],
    kind: str,
    form: str | None,
    output: str,
    profile: Profile | None,
    rules: tuple[Rule, ...],
    naming: Naming | None,
    basis: tuple[Basis, ...],
    apart: bool,
    department: str,
    title: str,
    order: str,
    without_collectives: bool,
    engine: str | None,
) -> int:
    """画图：任务与部门关系、部门协作、责任矩阵、任务量等。

    \b
    例：raci draw 方案.txt -o 关系图.svg
        raci draw 文件夹/ --kind network --format png -o 图片/
        raci draw 方案.txt --kind ego --department 省财政厅 -o 省财政厅.pdf

    一张 A3 画不下的分页画：PDF 有多页；给出文件夹时 SVG、PNG 每页一个文件，给出文件名时各页上下相接。
    """
    from raci.drawing.registry import refuse_idle

    inputs = Inputs(files, apart=apart)
    options = DrawOptions(
        kind,
        form or "svg",
        profile,
        " ".join(title.split()),
        engine,
        None,
        department.strip(),
        order,
        without_collectives,
    )
    refuse_idle(options)
    read = inputs.analyses(rules, naming, basis)
    if output == "-" or _is_file(output):
        target = None if output == "-" else Path(output)
        _draw_file(inputs, read, options if form else replace(options, format=format_of(target)), target)
    else:
        _draw_folder(inputs, read, options, Path(output))
    return inputs.exit_code


def _with_kind(options: DrawOptions, analysis: Analysis) -> DrawOptions:
    """The options with ``auto`` made a kind; says which, and why."""
    if options.kind != AUTO:
        return options
    kind, why = suited(analysis, profile=options.profile)
    talk(f"{analysis.document.title or analysis.document.source}：画 {kind}，{why}")
    return replace(options, kind=kind)


def _is_file(output: str) -> bool:
    """Whether a path is meant for a file: it has an ending (that is no ``.0``) and is no folder."""
    return not output.endswith(("/", os.sep)) and Path(output).suffix[1:].isalpha() and not Path(output).is_dir()


def _draw_file(inputs: Inputs, read: Read, options: DrawOptions, target: Path | None) -> None:
    """The one document as one file; without ``target`` onto standard output."""
    analyses = [analysis for listed in inputs.run_each(read) for analysis in listed]
    if len(analyses) > 1:
        place = "-" if target is None else str(target)
        raise OptionError(f"共有 {len(analyses)} 篇，一个图片文件只画一篇", place=place, remedy="请用 -o 给出文件夹")
    for analysis in analyses:
        data = draw_with(analysis, _with_kind(options, analysis), target)
        if target is None:
            sys.stdout.buffer.write(data)
        else:
            click.echo(target)


def _draw_folder(inputs: Inputs, read: Read, options: DrawOptions, folder: Path) -> None:
    """Each document into a folder, a file a sheet."""
    from raci.atomic import prepare_folder, write_file
    from raci.writers.file_names import UniqueFileNames

    prepare_folder(folder)
    names = UniqueFileNames()

    def picture(analysis: Analysis) -> list[Path]:
        name, form = names.of(f"{analysis.document.title}-{options.kind}"), options.format
        sheets = _sheets(analysis, _with_kind(options, analysis))
        paths = []
        for number, data in enumerate(sheets, start=1):
            paths.append(folder / (f"{name}.{form}" if len(sheets) == 1 else f"{name}-{number}.{form}"))
            write_file(paths[-1], data)
        return paths

    def pictures(source: Source) -> list[Path]:
        return [path for paths in inputs.map_documents(read(source), picture) for path in paths]

    for paths in inputs.run_each(pictures):
        for path in paths:
            click.echo(path)


def _sheets(analysis: Analysis, options: DrawOptions) -> tuple[bytes, ...]:
    """The drawing as files, one a sheet; PDF and DOT are one."""
    if options.format == "dot":
        return (render(analysis, options),)
    return compose(analysis, options).files(options.format)
