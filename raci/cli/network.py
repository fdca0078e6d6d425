"""``raci network``: networks of many documents, for analysis and drawing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from raci.cli.chinese import Command, LateOption
from raci.cli.copies import say_copies, say_left_out
from raci.cli.inputs import Inputs
from raci.cli.progress_line import ProgressLine
from raci.cli.streams import talk
from raci.config.options.network import BACKBONES, NODE_RULES, WINDOWS, NetworkOptions, parse_periods

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raci.networks.material import Material
    from raci.networks.study import NetworkStudy

__all__ = ["network"]

_NO_BACKBONE = "none"
#: so many of the files that were not written are named
_MOST_SAID = 3


def _names(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (name.strip() for name in text.replace("，", ",").split(","))))


def _known_networks() -> str:
    from raci.networks.projections import PROJECTIONS

    return "，".join(f"{name} {projection.title}" for name, projection in PROJECTIONS.items())


def _known_formats() -> str:
    from raci.networks.formats import NETWORK_FORMATS

    return "，".join(f"{name} {form.description}" for name, form in NETWORK_FORMATS.items())


@click.command(cls=Command)
@click.argument("sources", metavar="STORE|FILE…", nargs=-1, required=True)
@click.option("-o", "--output", metavar="FOLDER", required=True, help="输出文件夹，必写。")
@click.option(
    "--by",
    type=click.Choice(NODE_RULES),
    default="body",
    help="什么算一个点：body 各地的单位各是各的（默认），function 各地职能相同的合为一个，"
    "function-level 同一级的才合。",
)
@click.option("--window", type=click.Choice(WINDOWS), help="按年份、层级、地区或印发机关分窗口，各窗口一套。")
@click.option("--periods", metavar="YEARS", default="", help="按年份分窗口时的几个时期，如 2013-2017,2018-2025。")
@click.option(
    "--networks",
    cls=LateOption,
    metavar="NAMES",
    default="",
    late_help=lambda: f"要哪几种网络，用逗号隔开（默认全部）：{_known_networks()}。",
)
@click.option("--roles", metavar="NAMES", default="", help="只计哪些角色，用逗号隔开，如 lead,support（默认全部）。")
@click.option("--without-collectives", is_flag=True, help="各区县、各部门等集体不算点。")
@click.option("--topics", metavar="FILE", help="主题词表（.csv，word,topic 两列）；默认以章节为主题。")
@click.option(
    "--backbone",
    metavar="NAMES",
    default=",".join(BACKBONES),
    help="骨架：disparity 差异过滤，sdsm 随机度序列模型，none 不做（默认两种都做）。",
)
@click.option("--alpha", type=float, metavar="P", default=0.05, help="骨架的显著性水平（默认 0.05）。")
@click.option("--seed", type=int, metavar="N", default=7, help="社群划分的随机种子（默认 7）。")
@click.option(
    "--format",
    "formats",
    cls=LateOption,
    metavar="NAMES",
    default="",
    late_help=lambda: f"写哪几种格式，用逗号隔开（默认全部）：{_known_formats()}。",
)
@click.option("--no-pictures", is_flag=True, help="不画图。")
@click.option("--title", default="", metavar="TEXT", help="图上的标题。")
@click.option(
    "--evaluation",
    metavar="FILE",
    help="核对过的抽样工作簿（raci sample）或标注文件：读出的准确程度写进 methods.md。",
)
def network(  # noqa: PLR0913  click hands over each option by its name
    sources: tuple[str, ...],
    output: str,
    by: str,
    window: str | None,
    periods: str,
    networks: str,
    roles: str,
    without_collectives: bool,
    topics: str | None,
    backbone: str,
    alpha: float,
    seed: int,
    formats: str,
    no_pictures: bool,
    title: str,
    evaluation: str | None,
) -> int:
    """从许多文件做出单位协作、牵头、联合发文等网络，连同指标、骨架、图和可写进论文的方法说明。

    STORE 是 raci corpus 写出的库；也可以直接给出文件、文件夹，或一个明细表（.csv、.jsonl）。

    \b
    例：raci network 库 -o 网络 --by function --window year
        raci network 库 -o 网络 --networks issuers --format ucinet,gexf
        raci network 文件夹/ -o 网络 --without-collectives
    """
    from raci.config.topics_csv import load_topics
    from raci.networks.formats import chosen_formats
    from raci.networks.projections import chosen
    from raci.studies.network import accuracy_of

    options = NetworkOptions(
        by=by,
        window=window or "",
        periods=parse_periods(periods),
        networks=_names(networks),
        roles=_names(roles),
        collectives=not without_collectives,
        topics=load_topics(topics) if topics else {},
        backbones=tuple(name for name in _names(backbone) if name != _NO_BACKBONE),
        alpha=alpha,
        seed=seed,
        formats=_names(formats),
        pictures=not no_pictures,
    )
    chosen(options.networks)  # what is not known is told before anything is read
    chosen_formats(options.formats)
    accuracy = accuracy_of(evaluation)
    material, code = _material(sources)
    if material is None:
        return code
    made, skipped = _written(material, options, Path(output), title, accuracy)
    _say(made, output, skipped)
    return code


def _written(
    material: Material, options: NetworkOptions, folder: Path, title: str, accuracy: Mapping[str, str]
) -> tuple[NetworkStudy, dict[str, str]]:
    """The study, and what was not written of it and why; a line says what is being done."""
    from raci.networks.study import study
    from raci.studies.network import with_accuracy, write_study

    line = ProgressLine()
    try:
        made = with_accuracy(study(material, options, lambda network: line.show(f"计算 {network}")), accuracy)
        return made, write_study(made, folder, title, lambda network: line.show(f"写出 {network}"))
    finally:
        line.clear()


def _say(made: NetworkStudy, output: str, skipped: dict[str, str]) -> None:
    """What was made, and what was not written, and why."""
    facts = made.facts
    talk(
        f"{output}：{facts['documents']} 份文件，{facts['tasks']} 项任务，{facts['bodies']} 个点，"
        f"{len(made.windows)} 个窗口，{len(made.networks)} 个网络；方法说明见 methods.md"
    )
    say_left_out(facts["copies"])
    if outside := facts["documents_in_no_window"]:
        talk(f"{outside} 份文件不知道属于哪个窗口（--window {made.options.window}），只计入“全部”")
    for file, why in list(skipped.items())[:_MOST_SAID]:
        talk(f"没有写出 {file}：{why}")
    if len(skipped) > _MOST_SAID:
        talk(f"另有 {len(skipped) - _MOST_SAID} 个文件没有写出，见 methods.md")


def _material(sources: tuple[str, ...]) -> tuple[Material | None, int]:
    """The tables of what is given, and the exit code so far; None where nothing could be read."""
    from raci.networks.material import ROW_COLUMNS
    from raci.studies.inputs import is_store, is_table, material_of, material_of_analyses

    if len(sources) == 1 and (is_store(sources[0]) or is_table(sources[0])):
        return material_of(sources[0], ROW_COLUMNS), 0
    inputs = Inputs(sources)
    found = [analysis for listed in inputs.run_each(inputs.analyses()) for analysis in listed]
    say_copies(found)
    return (material_of_analyses(found) if found else None), inputs.exit_code
