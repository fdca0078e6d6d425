"""``raci extract``: the assignments as rows."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from raci.cli.basis import basis_option
from raci.cli.chinese import Command
from raci.cli.closing import advice_of_all
from raci.cli.extracting import FORMATS, Extracted, Wanted, extract_source, load
from raci.cli.input_options import apart_option, files_argument, profile_option, rules_option
from raci.cli.inputs import Inputs
from raci.cli.jobs import are_worth_sharing, batch_of, jobs_option, processes_of
from raci.cli.naming import naming_options
from raci.cli.sources import STDIN, Source
from raci.cli.streams import talk
from raci.cli.suffixes import format_of, format_option
from raci.errors import OptionError

if TYPE_CHECKING:
    from raci.model import Basis, Profile
    from raci.register.naming import Naming
    from raci.rules import Rule
    from raci.views.documents import DocumentRow

__all__ = ["extract"]


@click.command(cls=Command)
@files_argument
@format_option(FORMATS)
@profile_option
@rules_option
@naming_options
@basis_option
@apart_option
@jobs_option
@click.option("-o", "--output", metavar="FILE", help="写入文件而不是屏幕；csv 可用 Excel 直接打开。")
@click.option("--documents", metavar="FILE", help="另把各份文件列成一张表（.csv）：标题、发文机关、日期、任务数等。")
def extract(  # noqa: PLR0913  click hands over each option by its name
    files: tuple[str, ...],
    form: str | None,
    profile: Profile | None,
    rules: tuple[Rule, ...],
    naming: Naming | None,
    basis: tuple[Basis, ...],
    apart: bool,
    jobs: int | None,
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
    from raci.config.options.analysis import Options

    form = format_of(form, output, FORMATS)
    if documents and output and Path(documents).absolute() == Path(output).absolute():
        raise OptionError("与 -o 是同一个文件", place="--documents", remedy="请各用一个文件名")
    inputs = Inputs(files, apart=apart)
    wanted = Wanted(Options.load(rules, naming, basis), form, profile, apart, bool(documents))
    out = sys.stdout if output is None else StringIO()
    said = _each(inputs, wanted, jobs, out)
    described: list[DocumentRow] = []
    _print(said, form, out, described)
    if isinstance(out, StringIO) and output and inputs.done:
        _write(output, out.getvalue(), with_mark=form == "csv")
    if documents and inputs.done:
        from raci.writers.documents_csv import write_documents

        table = StringIO()
        write_documents(described, table)
        _write(documents, table.getvalue(), with_mark=True)
    return inputs.exit_code


def _each(inputs: Inputs, wanted: Wanted, jobs: int | None, out: TextIO) -> Iterator[Extracted]:
    """What each source says, in order; those of which nothing can be read are reported and left out.

    Where they are done one after the other their rows are in ``out`` already.
    """
    from raci.outputs.workers import Task, in_order

    asked = jobs is not None or are_worth_sharing(chain.from_iterable(inputs.sources))
    processes = processes_of(jobs) if asked and len(inputs.sources) > 1 else 1
    tasks = (Task((source,), movable=source != STDIN) for source in inputs.sources)
    work = partial(extract_source, wanted) if processes > 1 else partial(extract_source, wanted, out=out)
    batch = batch_of(len(inputs.sources), processes)
    with closing(in_order(work, tasks, processes, load, batch=batch)) as found:

        def said(source: Source) -> Extracted:
            extracted: Extracted = next(found)
            inputs.report_partial(extracted.faults, bool(extracted.analysed))
            return extracted

        yield from inputs.run_each(said)


def _print(said: Iterator[Extracted], form: str, out: TextIO, described: list[DocumentRow]) -> None:
    """Print what each source says, and when they are through what of them was not understood.

    The rows of the documents are added to ``described``.
    """
    if head := FORMATS[form].head:
        head(out)
    advised: list[tuple[str, str]] = []
    for extracted in said:
        out.write(extracted.text)
        advised += extracted.advised
        described += extracted.documents
    if any(words for _, words in advised):
        talk(advice_of_all(advised))


def _write(file: str, text: str, *, with_mark: bool) -> None:
    from raci.atomic import write_file

    # without the mark Excel takes UTF-8 for GBK
    write_file(Path(file), text.encode("utf-8-sig" if with_mark else "utf-8", "backslashreplace"))
