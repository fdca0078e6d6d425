"""``raci check``: what needs a human eye."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from raci.cli.chinese import Command
from raci.cli.closing import closing_words
from raci.cli.inputs import Inputs, apart_option, files_argument, rules_option
from raci.cli.naming import naming_options
from raci.cli.streams import talk
from raci.model import Analysis, Finding
from raci.model.findings import SEVERITIES
from raci.views.advice import advice

if TYPE_CHECKING:
    from raci.register.naming import Naming
    from raci.rules import Rule

__all__ = ["check"]


@click.command(cls=Command)
@files_argument
@rules_option
@naming_options
@apart_option
def check(files: tuple[str, ...], rules: tuple[Rule, ...], naming: Naming | None, apart: bool) -> int:
    """列出需要人工核对之处；有则退出码为 1。

    \b
    每行：文件：位置：级别：说明 [检查项]
    例：raci check 方案.txt
    """
    inputs = Inputs(files, apart=apart)
    findings = 0
    advised: list[tuple[str, str]] = []
    for analyses in inputs.run_each(inputs.analyses(rules, naming)):
        for analysis in analyses:
            findings += len(analysis.findings)
            advised.append((analysis.document.title or analysis.document.source, advice(analysis)))
            sys.stdout.writelines(f"{_line(analysis, finding)}\n" for finding in analysis.findings)
    talk(f"共 {inputs.done} 个文件；{closing_words(findings, advised)}")
    return inputs.exit_code or int(findings > 0)


def _line(analysis: Analysis, finding: Finding) -> str:
    document = analysis.document
    place = document.place(finding.start) if finding.start is not None else None
    source = document.source or document.title
    if place is not None and place.file:
        source, place = place.file, place._replace(file=None)
    location = [source, *([str(place)] if place else [])]
    return f"{'：'.join(location)}：{SEVERITIES[finding.severity].word}：{finding.message} [{finding.check}]"
