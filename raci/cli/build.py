"""``raci build``: everything about each plan, in a folder of its own."""

from __future__ import annotations

import click

from raci.cli.chinese import Command
from raci.cli.inputs import Inputs, documents, files_argument, profile_option
from raci.errors import RaciError

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
    from raci.build import Builder

    builder = Builder(output, profile=profile, only=only.replace("，", ",").split(",") if only else ())
    inputs = Inputs(files)

    def plans(source: str) -> None:
        faults: list[RaciError] = []
        done = False
        for each in documents(source) if source == "-" else [source]:
            for built in builder.source(each):
                if built.error:
                    faults.append(built.error)
                    continue
                done = True
                click.echo(built.folder)
                for left_out in built.skipped:
                    inputs.say(f"{built.folder}：没有 {left_out.file}：{left_out.why}")
        if done:
            for fault in faults:
                inputs.fail(fault)
        elif faults:
            raise faults[0]

    for _ in inputs.each(plans):
        pass
    return inputs.exit_code
