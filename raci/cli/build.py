"""``raci build``: all outputs of each plan, in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import click

from raci.cli.basis import basis_option
from raci.cli.chinese import Command, LateOption
from raci.cli.closing import closing_words
from raci.cli.input_options import apart_option, files_argument, profile_option, rules_option
from raci.cli.inputs import Inputs
from raci.cli.jobs import jobs_option, processes_of
from raci.cli.naming import naming_options
from raci.cli.sources import STDIN, Source
from raci.errors import RaciError

if TYPE_CHECKING:
    from raci.model import Basis, Profile
    from raci.outputs.results import BuildResult
    from raci.register.naming import Naming
    from raci.rules import Rule

__all__ = ["build"]


def _usual_kinds() -> tuple[str, ...]:
    from raci.drawing.registry import usual_kinds

    return usual_kinds()


@click.command(cls=Command)
@files_argument
@click.option("-o", "--output", default="output", metavar="FOLDER", help="输出文件夹（默认 output）。")
@profile_option
@rules_option
@naming_options
@basis_option
@apart_option
@jobs_option
@click.option(
    "--only",
    metavar="NAMES",
    help="只要其中几种，用逗号隔开（如 xlsx,docx,report）；docx-departments 为一单位一份 Word；all 为全部。",
)
@click.option(
    "--kind",
    "kinds",
    cls=LateOption,
    metavar="KINDS",
    late_help=lambda: f"画哪几种图，用逗号隔开（默认 {','.join(_usual_kinds())}）；auto 看规模选。",
)
@click.option("--without-collectives", is_flag=True, help="图中不画各区县、各部门等集体。")
@click.option("--department", default="", metavar="NAME", help="只要某个单位参与的任务。")
@click.option("--chapter", default="", metavar="TEXT", help="只要某一章节的任务（标题的开头或其中的字）。")
@click.option("--title", default="", metavar="TEXT", help="输出中用的标题（默认用文件自己的）。")
@click.option(
    "--template",
    default="",
    metavar="FILE",
    help="任务分工表的栏目：chapters（章节合并）、supervision（督查台账），或 .toml 文件。",
)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="对照时限的日期，如 2025-06-30。")
def build(  # noqa: PLR0913  click hands over each option by its name
    files: tuple[str, ...],
    output: str,
    profile: Profile | None,
    rules: tuple[Rule, ...],
    naming: Naming | None,
    basis: tuple[Basis, ...],
    apart: bool,
    jobs: int | None,
    only: str | None,
    kinds: str | None,
    without_collectives: bool,
    department: str,
    chapter: str,
    title: str,
    template: str,
    today: datetime | None,
) -> int:
    """一步做完：工作簿、Word 分工表、网页报告、明细、矩阵、图，每个方案一个文件夹。

    \b
    例：raci build 方案.txt
        raci build 文件夹/ -o 结果 --profile rasci
        raci build 方案.txt --only xlsx,report --kind matrix
        raci build 方案.txt --department 省财政厅 --today 2025-06-30
    """
    from raci.config.options.analysis import Options
    from raci.config.options.build import BuildOptions
    from raci.config.templates import load_template
    from raci.outputs.builder import Builder

    options = BuildOptions(
        only=_listed(only),
        kinds=_listed(kinds) or None,
        department=department.strip(),
        chapter=chapter.strip(),
        title=" ".join(title.split()),
        today=today.date() if today else None,
        template=load_template(template) if template else None,
        profile=profile,
        apart=apart,
        without_collectives=without_collectives,
    )
    builder = Builder(output, options, Options.load(rules, naming, basis), processes=processes_of(jobs))
    inputs = Inputs(files, apart=apart, buffer_output=True)
    built = builder.groups(source for source in inputs.sources if source != STDIN)

    def results_of(source: Source) -> Iterator[BuildResult]:
        if source == STDIN:
            return builder.sources(inputs.documents(source))
        return iter(lambda: next(built), None)  # None ends the results of a source

    results = [
        result for listed in inputs.run_each(lambda source: _tell(inputs, results_of(source))) for result in listed
    ]
    if results:
        inputs.notify(_said_of(results))
    return inputs.exit_code


def _said_of(results: Sequence[BuildResult]) -> str:
    """What is said at the end: how much was done, and what needs an eye."""
    open_matters = sum(result.counts.get("review", 0) for result in results)
    file_count = sum(len(result.files) for result in results)
    advised = [(result.title or result.source, result.advice) for result in results]
    said = closing_words(open_matters, advised, _where(results))
    return f"完成：{len(results)} 个方案，{file_count} 个文件；{said}"


def _where(results: Sequence[BuildResult]) -> str:
    """Where the findings stand: in the workbook and the page, and where neither is wanted, in ``raci check`` alone."""
    names = {file.name for result in results for file in result.files}
    if "report.html" in names or any(name.endswith(".xlsx") for name in names):
        return "，见各表的“待核”"
    return "，用 raci check 逐条列出"


def _tell(inputs: Inputs, built: Iterator[BuildResult]) -> list[BuildResult]:
    """Say where the plans of a source are; the results of those that could be built.

    Raises RaciError where none could be built.
    """
    faults: list[RaciError] = []
    results: list[BuildResult] = []
    for result in built:
        if result.error:
            faults.append(result.error)
            continue
        results.append(result)
        inputs.print_result(result.folder)
        for skipped in result.skipped:
            inputs.notify(f"{result.folder}：没有 {skipped.file}：{skipped.why}")
    inputs.report_partial(faults, bool(results))
    return results


def _listed(names: str | None) -> tuple[str, ...]:
    """The names in a list that is parted by commas, Chinese ones too."""
    return tuple(filter(None, (name.strip() for name in (names or "").replace("，", ",").split(","))))
