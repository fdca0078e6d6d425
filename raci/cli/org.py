"""``raci org``: the groups that plans set up, and who is in them."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable
from io import StringIO
from itertools import chain
from json import JSONEncoder
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from raci.cli.chinese import Command
from raci.cli.input_options import apart_option, files_argument, rules_option
from raci.cli.inputs import Inputs
from raci.cli.naming import naming_options
from raci.cli.streams import talk
from raci.cli.suffixes import format_of, format_option
from raci.escaping import escape_formula
from raci.model.work_groups import POSITION_WORDS, WorkGroup
from raci.views.org_rows import ORG_COLUMNS, org_rows

if TYPE_CHECKING:
    from raci.register.naming import Naming
    from raci.rules import Rule

__all__ = ["org"]


def _jsonl(groups: Iterable[WorkGroup], out: TextIO) -> None:
    encode = JSONEncoder(ensure_ascii=False).encode
    out.writelines(f"{encode(row)}\n" for row in org_rows(groups))


def _csv(groups: Iterable[WorkGroup], out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(ORG_COLUMNS)
    for row in org_rows(groups):
        writer.writerow([escape_formula(str(row.get(key) if row.get(key) is not None else "")) for key in ORG_COLUMNS])


def _table(groups: Iterable[WorkGroup], out: TextIO) -> None:
    from tabulate import tabulate

    headers = ("身份", "姓名", "职务", "单位")
    for group in groups:
        rows = [
            (
                member.title or POSITION_WORDS[member.position],
                member.name or "",
                member.post or "",
                member.department.name if member.department else "",
            )
            for member in group.members
        ]
        table = tabulate(rows, headers, tablefmt="simple", disable_numparse=True, maxcolwidths=[None, None, 30, 24])
        of_whom = f"{group.within}下设；" if group.within else ""
        out.write(f"{group.name}（{of_whom}{group.document or group.source}）\n{table}\n\n")


#: format → what writes it
FORMATS: dict[str, Callable[[Iterable[WorkGroup], TextIO], None]] = {"jsonl": _jsonl, "csv": _csv, "table": _table}


@click.command(cls=Command)
@files_argument
@format_option(FORMATS)
@rules_option
@naming_options
@apart_option
@click.option("-o", "--output", metavar="FILE", help="写入文件而不是屏幕；csv 可用 Excel 直接打开。")
def org(
    files: tuple[str, ...],
    form: str | None,
    rules: tuple[Rule, ...],
    naming: Naming | None,
    apart: bool,
    output: str | None,
) -> int:
    """列出文件设立的领导小组、指挥部、专班、联席会议及其组成人员。

    \b
    例：raci org 方案.txt
        raci org 文件夹/ --format csv -o 组织架构.csv
    """
    from raci.stages import find_groups

    form = format_of(form, output, FORMATS)
    inputs = Inputs(files, apart=apart)
    read = inputs.analyses(rules, naming, until=find_groups.__name__)
    groups = [group for of_file in inputs.run_each(read) for analysis in of_file for group in analysis.groups]
    if not groups and inputs.done:
        talk("没有读出领导小组、指挥部、专班一类的机构；名单若在附件里，请一并给出")
    if output is None:
        FORMATS[form](groups, sys.stdout)
        return inputs.exit_code
    from raci.atomic import write_file

    text = StringIO()
    FORMATS[form](chain(groups), text)
    if inputs.done:
        # without the mark Excel takes UTF-8 for GBK
        write_file(Path(output), text.getvalue().encode("utf-8-sig" if form == "csv" else "utf-8", "backslashreplace"))
    return inputs.exit_code
