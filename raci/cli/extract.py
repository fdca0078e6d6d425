"""``raci extract``: the assignments as rows."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TextIO

import click

from raci.cli.chinese import Command
from raci.cli.inputs import Inputs, analyses, files_argument, profile_option
from raci.model import Analysis
from raci.profiles import Profile, load_profile
from raci.rows import COLUMNS, records
from raci.words import ROLE_WORDS, UNASSIGNED

__all__ = ["extract"]


def _jsonl(found: Iterable[Analysis], profile: Profile, out: TextIO) -> None:
    from json import JSONEncoder

    encode = JSONEncoder(ensure_ascii=False).encode
    for analysis in found:
        out.writelines(f"{encode(row)}\n" for row in records(analysis, profile))


def _csv(found: Iterable[Analysis], profile: Profile, out: TextIO) -> None:
    import csv

    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for analysis in found:
        writer.writerows({**row, "path": " / ".join(row["path"])} for row in records(analysis, profile))


def _table(found: Iterable[Analysis], profile: Profile, out: TextIO) -> None:
    from tabulate import tabulate

    headers = ("序号", "任务", "部门", "角色", "字母", "时限")
    for analysis in found:
        lines: list[tuple[int, tuple[str | None, ...]]] = [
            (
                one.clause.index,
                (
                    one.clause.number,
                    one.clause.heading,
                    one.department.name,
                    ROLE_WORDS[one.role],
                    row["letter"],
                    row["deadline"],
                ),
            )
            for one, row in zip(analysis.assignments, records(analysis, profile), strict=True)
        ]
        lines += [(one.index, (one.number, one.heading, UNASSIGNED)) for one in analysis.unassigned()]
        lines.sort(key=lambda line: line[0])
        table = tabulate(
            [line for _, line in lines],
            headers,
            tablefmt="simple",
            disable_numparse=True,
            maxcolwidths=[None, 36, None, None, None, None],
        )
        out.write(f"{analysis.document.title or analysis.document.source}（角色方案：{profile.name}）\n{table}\n\n")


FORMATS: dict[str, Callable[[Iterable[Analysis], Profile, TextIO], None]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "table": _table,
}


@click.command(cls=Command)
@files_argument
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="table", help="输出的样式（默认 table）。")
@profile_option
def extract(files: tuple[str, ...], form: str, profile: str) -> int:
    """逐条列出任务分工：任务、部门、角色、时限和原文依据。

    \b
    例：raci extract 方案.txt
        raci extract 文件夹/ --format jsonl > rows.jsonl
        cat 方案.txt | raci extract - --format csv
    """
    chosen = load_profile(profile)
    inputs = Inputs(files)
    FORMATS[form]((one for found in inputs.each(analyses) for one in found), chosen, sys.stdout)
    return inputs.exit_code
