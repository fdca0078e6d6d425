"""``raci check``: what needs a human eye."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from raci.cli.basis import basis_option
from raci.cli.chinese import Command
from raci.cli.closing import closing_words
from raci.cli.inputs import Inputs, apart_option, files_argument, rules_option
from raci.cli.naming import naming_options
from raci.cli.streams import talk
from raci.model import Analysis, Finding
from raci.model.findings import SEVERITIES
from raci.views.advice import advice

if TYPE_CHECKING:
    from raci.model import Basis
    from raci.register.naming import Naming
    from raci.rules import Rule

__all__ = ["check"]

#: shape of a table → its word
SHAPES = {
    "rows": "一行一项任务",
    "matrix": "任务与单位的矩阵",
    "roles": "角色另有一列",
    "pairs": "栏名在左",
    "duties": "单位与职责",
    "unit": "一个单位的任务",
}


@click.command(cls=Command)
@files_argument
@rules_option
@naming_options
@basis_option
@apart_option
@click.option("--tables", is_flag=True, help="先列出每张表格怎样读：各列的表头、角色、合乎角色的格子有几成、为什么。")
def check(
    files: tuple[str, ...],
    rules: tuple[Rule, ...],
    naming: Naming | None,
    basis: tuple[Basis, ...],
    apart: bool,
    tables: bool,
) -> int:
    """列出需要人工核对之处；有则退出码为 1。

    \b
    每行：文件：位置：级别：说明 [检查项]
    例：raci check 方案.txt
    """
    inputs = Inputs(files, apart=apart)
    findings = 0
    advised: list[tuple[str, str]] = []
    for analyses in inputs.run_each(inputs.analyses(rules, naming, basis)):
        for analysis in analyses:
            if tables:
                sys.stdout.writelines(f"{line}\n" for line in _tables(analysis))
            findings += len(analysis.findings)
            advised.append((analysis.document.title or analysis.document.source, advice(analysis)))
            sys.stdout.writelines(f"{_line(analysis, finding)}\n" for finding in analysis.findings)
    talk(f"共 {inputs.done} 个文件；{closing_words(findings, advised)}")
    return inputs.exit_code or int(findings > 0)


def _tables(analysis: Analysis) -> Iterator[str]:
    """Each table as understood: a line for it, and one for each of its columns."""
    from raci.rules.own_columns import COLUMN_ROLES

    document = analysis.document
    for number, table in enumerate(analysis.tables, 1):
        place = document.place(table.start)
        where = "：".join([document.source or document.title, *([str(place)] if place else [])])
        shape = SHAPES.get(table.shape, "没有读出分工")
        yield f"{where}：第{number}张表：{shape}，{len(table.tasks)} 项任务"
        for column in table.columns:
            head = " ".join(column.head.split()) or "（没有表头）"
            role = f"{column.role} {COLUMN_ROLES.get(column.role, '')}".strip() if column.role else "不明"
            yield f"  {head} → {role}，{column.fit:.0%}，{column.why}"
        for cells in table.unread:
            yield f"  未读：{cells.why}"


def _line(analysis: Analysis, finding: Finding) -> str:
    document = analysis.document
    place = document.place(finding.start) if finding.start is not None else None
    source = document.source or document.title
    if place is not None and place.file:
        source, place = place.file, place._replace(file=None)
    location = [source, *([str(place)] if place else [])]
    return f"{'：'.join(location)}：{SEVERITIES[finding.severity].word}：{finding.message} [{finding.check}]"
