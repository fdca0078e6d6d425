"""``raci build``: everything about each plan, in a folder of its own."""

from __future__ import annotations

import click

from raci.cli.chinese import Command
from raci.cli.inputs import Inputs, documents, files_argument, profile_option
from raci.cli.streams import talk

__all__ = ["build"]


@click.command(cls=Command)
@files_argument
@click.option("-o", "--output", default="output", metavar="FOLDER", help="输出文件夹（默认 output）。")
@profile_option
@click.option(
    "--only",
    metavar="NAMES",
    help="只要其中几种，用逗号隔开：xlsx,csv,jsonl,matrix,graphml,svg,png（默认全要）。",
)
def build(files: tuple[str, ...], output: str, profile: str, only: str | None) -> int:
    """一步做完：工作簿、明细、矩阵、图，每个方案一个文件夹。

    \b
    例：raci build 方案.txt
        raci build 文件夹/ -o 结果 --profile rasci
        raci build 方案.txt --only xlsx,png
    """
    from raci.build import Builder, Built

    builder = Builder(output, profile=profile, only=only.replace("，", ",").split(",") if only else ())
    inputs = Inputs(files)

    def plans(source: str) -> list[Built]:
        read = documents(source) if source == "-" else [source]
        built = [one for each in read for one in builder.source(each)]
        errors = [one.error for one in built if one.error]
        if errors and len(errors) == len(built):
            raise errors[0]
        return built

    for built in inputs.each(plans):
        for one in built:
            for left_out in one.skipped:
                talk(f"{one.folder}：没有 {left_out.file}：{left_out.why}")
            if one.error:
                inputs.failed += 1
                talk(str(one.error))
            else:
                click.echo(one.folder)
    return inputs.exit_code
