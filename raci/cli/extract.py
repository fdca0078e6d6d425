"""``raci extract``: the assignments as rows."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from raci.cli.basis import basis_option
from raci.cli.chinese import Command
from raci.cli.closing import advice_of_all
from raci.cli.inputs import Inputs, apart_option, files_argument, profile_option, rules_option
from raci.cli.naming import naming_options
from raci.cli.streams import talk
from raci.config.profiles import profile_of
from raci.model import Analysis, Department, Profile
from raci.model.labels import ROLE_WORDS, UNASSIGNED
from raci.storage.rows import Row, records
from raci.views.advice import advice

if TYPE_CHECKING:
    from raci.model import Basis
    from raci.register.naming import Naming
    from raci.rules import Rule
    from raci.views.documents import DocumentRow

__all__ = ["extract"]


def _jsonl(analyses: Iterable[Analysis], profile: Profile | None, out: TextIO) -> None:
    from json import JSONEncoder

    encode = JSONEncoder(ensure_ascii=False).encode
    for analysis in analyses:
        out.writelines(f"{encode(row)}\n" for row in records(analysis, profile, current=True))


def _csv(analyses: Iterable[Analysis], profile: Profile | None, out: TextIO) -> None:
    from raci.writers.csv import write_rows

    write_rows((row for analysis in analyses for row in records(analysis, profile)), out)


def _table(analyses: Iterable[Analysis], profile: Profile | None, out: TextIO) -> None:
    from tabulate import tabulate

    from raci.rules.headings import printed_heading

    headers = ("序号", "任务", "部门", "角色", "字母", "时限")
    for analysis in analyses:
        rows = [
            (
                assignment.clause,
                _name_with_successors(assignment.department),
                ROLE_WORDS[assignment.role],
                row["letter"],
                row["deadline"],
            )
            for assignment, row in zip(analysis.assignments, _named(analysis, profile), strict=True)
        ]
        rows += [(clause, UNASSIGNED, "", "", "") for clause in analysis.unassigned()]
        rows.sort(key=lambda row: row[0].index)
        table = tabulate(
            [(clause.number, printed_heading(clause), *rest) for clause, *rest in rows],
            headers,
            tablefmt="simple",
            disable_numparse=True,
            maxcolwidths=[None, 36, None, None, None, None],
        )
        name = profile_of(analysis, profile).name
        out.write(f"{analysis.document.title or analysis.document.source}（角色方案：{name}）\n{table}\n\n")


def _named(analysis: Analysis, profile: Profile | None) -> Iterator[Row]:
    """The rows of the assignments."""
    return (row for row in records(analysis, profile) if row["department"] is not None)


def _name_with_successors(department: Department) -> str:
    """The name as written, and who carries the duty at the date asked for."""
    successors = [name for name in department.current if name not in (department.name, department.canonical)]
    return f"{department.name}（现名：{'、'.join(successors)}）" if successors else department.name


#: format → what writes it
FORMATS: dict[str, Callable[[Iterable[Analysis], Profile | None, TextIO], None]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "table": _table,
}


def _advised(analyses: Iterable[Analysis]) -> Iterator[Analysis]:
    """The analyses; when they are through, what of them was not understood is said."""
    advised: list[tuple[str, str]] = []
    for analysis in analyses:
        advised.append((analysis.document.title or analysis.document.source, advice(analysis)))
        yield analysis
    if any(words for _, words in advised):
        talk(advice_of_all(advised))


@click.command(cls=Command)
@files_argument
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="table", help="输出的样式（默认 table）。")
@profile_option
@rules_option
@naming_options
@basis_option
@apart_option
@click.option("-o", "--output", metavar="FILE", help="写入文件而不是屏幕；csv 可用 Excel 直接打开。")
@click.option("--documents", metavar="FILE", help="另把各份文件列成一张表（.csv）：标题、发文机关、日期、任务数等。")
def extract(  # noqa: PLR0913  click hands over each option by its name
    files: tuple[str, ...],
    form: str,
    profile: Profile | None,
    rules: tuple[Rule, ...],
    naming: Naming | None,
    basis: tuple[Basis, ...],
    apart: bool,
    output: str | None,
    documents: str | None,
) -> int:
    """逐条列出任务分工：任务、部门、角色、时限和原文依据。

    \b
    例：raci extract 方案.txt
        raci extract 文件夹/ --format jsonl -o rows.jsonl
        raci extract 文件夹/ --format csv -o rows.csv --documents documents.csv
        cat 方案.txt | raci extract -
    """
    inputs = Inputs(files, apart=apart)
    of_files = inputs.run_each(inputs.analyses(rules, naming, basis))
    described: list[DocumentRow] = []
    found = (analysis for of_file in of_files for analysis in of_file)
    analyses = _advised(_described(found, described) if documents else found)
    if output is None:
        FORMATS[form](analyses, profile, sys.stdout)
    else:
        text = StringIO()
        FORMATS[form](analyses, profile, text)
        if inputs.done:
            _write(output, text.getvalue(), with_mark=form == "csv")
    if documents and inputs.done:
        from raci.writers.documents_csv import write_documents

        table = StringIO()
        write_documents(described, table)
        _write(documents, table.getvalue(), with_mark=True)
    return inputs.exit_code


def _described(analyses: Iterable[Analysis], described: list[DocumentRow]) -> Iterator[Analysis]:
    """The analyses; the row of each document is added to ``described``, so that no analysis has to be kept."""
    from raci.views.documents import document_rows

    for analysis in analyses:
        described += document_rows([analysis])
        yield analysis


def _write(file: str, text: str, *, with_mark: bool) -> None:
    from raci.atomic import write_file

    # without the mark Excel takes UTF-8 for GBK
    write_file(Path(file), text.encode("utf-8-sig" if with_mark else "utf-8", "backslashreplace"))
