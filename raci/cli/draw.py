"""``raci draw``: pictures."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from raci.cli.chinese import Command
from raci.cli.inputs import Inputs, Read, Source, apart_option, files_argument, profile_option, rules_option
from raci.cli.naming import naming_options
from raci.cli.streams import talk
from raci.config.profiles import profile_of
from raci.drawing import AUTO, DOCUMENT, FORMATS, KINDS, ORDERS, compose, source, suited
from raci.errors import OptionError
from raci.model import Analysis, Profile

if TYPE_CHECKING:
    from raci.register.naming import Naming
    from raci.rules import Rule

__all__ = ["draw"]


@click.command(cls=Command)
@files_argument
@click.option(
    "--kind",
    type=click.Choice([*KINDS, AUTO]),
    default="bipartite",
    help="bipartite 任务与部门（默认），network 部门协作，matrix 责任矩阵，load 任务量，org 部门层级，"
    "flow 章节流向，ego 一个单位，auto 看规模选。",
)
@click.option("--format", "form", type=click.Choice(FORMATS), help="图片格式（默认看 -o 的后缀，否则 svg）。")
@click.option("-o", "--output", default=".", metavar="PATH", help="图片文件、文件夹（默认当前文件夹），或 - 标准输出。")
@profile_option
@rules_option
@naming_options
@apart_option
@click.option("--department", default="", metavar="NAME", help="ego 图画哪个单位（默认牵头最多的）。")
@click.option("--title", default="", metavar="TEXT", help="图上的标题（默认用文件自己的）。")
@click.option(
    "--order",
    type=click.Choice(ORDERS),
    default=DOCUMENT,
    help="matrix 图的次序：document 原文次序（默认），seriated 分工相近的靠在一起。",
)
@click.option("--engine", metavar="NAME", help="排版引擎；system 用本机的 Graphviz（默认自带，不需安装）。")
def draw(
    files: tuple[str, ...],
    kind: str,
    form: str | None,
    output: str,
    profile: Profile | None,
    rules: tuple[Rule, ...],
    naming: Naming | None,
    apart: bool,
    department: str,
    title: str,
    order: str,
    engine: str | None,
) -> int:
    """画图：任务与部门关系、部门协作、责任矩阵、任务量等。

    \b
    例：raci draw 方案.txt -o 关系图.svg
        raci draw 文件夹/ --kind network --format png -o 图片/
        raci draw 方案.txt --kind ego --department 省财政厅 -o 省财政厅.pdf

    一张 A3 画不下的分页画：PDF 有多页；给出文件夹时 SVG、PNG 每页一个文件，给出文件名时各页上下相接。
    """
    inputs = Inputs(files, apart=apart)
    brush = DrawOptions(kind, form, profile, engine, department.strip(), " ".join(title.split()), order)
    read = inputs.analyses(rules, naming)
    if output == "-" or _is_file(output):
        _one(inputs, read, brush, output)
    else:
        _many(inputs, read, brush, Path(output))
    return inputs.exit_code


@dataclass(frozen=True, slots=True)
class DrawOptions:
    """How to draw."""

    kind: str
    form: str | None
    profile: Profile | None
    engine: str | None
    department: str = ""
    title: str = ""
    order: str = DOCUMENT

    def sheets(self, analysis: Analysis, form: str) -> tuple[bytes, ...]:
        """The drawing as files, one a sheet; a PDF is one."""
        kind, profile = self._kind(analysis), profile_of(analysis, self.profile)
        if form == "dot":
            return (source(analysis, kind, profile=profile),)
        return compose(
            analysis,
            kind,
            profile=profile,
            title=self.title or None,
            engine=self.engine,
            department=self.department,
            order=self.order,
        ).files(form)

    def draw(self, analysis: Analysis, path: Path | None) -> bytes:
        """The drawing as one file, at ``path`` too where that is given."""
        from raci.outputs.draw import draw

        return draw(
            analysis,
            self._kind(analysis),
            path,
            format=self.form,
            profile=self.profile,
            title=self.title or None,
            engine=self.engine,
            department=self.department,
            order=self.order,
        )

    def _kind(self, analysis: Analysis) -> str:
        if self.kind != AUTO:
            return self.kind
        kind, why = suited(analysis, profile=profile_of(analysis, self.profile))
        talk(f"{analysis.document.title or analysis.document.source}：画 {kind}，{why}")
        return kind


def _is_file(output: str) -> bool:
    """Whether a path is meant for a file: it has an ending (that is no ``.0``) and is no folder."""
    return not output.endswith(("/", os.sep)) and Path(output).suffix[1:].isalpha() and not Path(output).is_dir()


def _one(inputs: Inputs, read: Read, brush: DrawOptions, output: str) -> None:
    found = [one for listed in inputs.each(read) for one in listed]
    if len(found) > 1:
        raise OptionError(f"共有 {len(found)} 篇，一个图片文件只画一篇", place=output, remedy="请用 -o 给出文件夹")
    for analysis in found:
        data = brush.draw(analysis, None if output == "-" else Path(output))
        if output == "-":
            sys.stdout.buffer.write(data)
        else:
            click.echo(output)


def _many(inputs: Inputs, read: Read, brush: DrawOptions, folder: Path) -> None:
    from raci.outputs.atomic import ready, write_file
    from raci.writers.file_names import UniqueFileNames

    ready(folder)
    names = UniqueFileNames()

    def picture(analysis: Analysis) -> list[Path]:
        name, form = names.of(f"{analysis.document.title}-{brush.kind}"), brush.form or "svg"
        sheets = brush.sheets(analysis, form)
        made = []
        for number, data in enumerate(sheets, start=1):
            made.append(folder / (f"{name}.{form}" if len(sheets) == 1 else f"{name}-{number}.{form}"))
            write_file(made[-1], data)
        return made

    def pictures(source: Source) -> list[Path]:
        return [path for made in inputs.some(read(source), picture) for path in made]

    for made in inputs.each(pictures):
        for path in made:
            click.echo(path)
