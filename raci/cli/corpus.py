"""``raci corpus``: many documents into a store of Parquet tables."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from raci.cli.basis import basis_option
from raci.cli.chinese import Command
from raci.cli.input_options import apart_option, profile_option, rules_option
from raci.cli.naming import naming_options
from raci.cli.progress_line import ProgressLine
from raci.cli.streams import talk

if TYPE_CHECKING:
    from raci.batch.progress import CorpusProgress
    from raci.batch.store import CorpusStore
    from raci.model import Basis, Profile
    from raci.register.naming import Naming
    from raci.rules import Rule

__all__ = ["corpus"]

#: so many reasons of failures, and lines on what was left out, are said
_MOST_SAID = 5


@click.command(cls=Command)
@click.argument("inputs", metavar="INPUT…", nargs=-1, required=True)
@click.option(
    "-o", "--output", metavar="STORE", required=True, help="库的文件夹，必写；已有的库从中断处继续，或补上新的文件。"
)
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="本机同时用几个进程（默认与处理器数相同）。")
@click.option("--scheduler", metavar="ADDRESS", default="", help="改用已有的 Dask 集群，如 tcp://主机:8786。")
@click.option(
    "--chunk", type=click.IntRange(min=1), metavar="N", help="约几个文件一块（默认 100）；每块写成一组 Parquet 文件。"
)
@click.option("--prune", is_flag=True, help="库里有而这次没有给出的文件，从库里去掉。")
@profile_option
@rules_option
@naming_options
@basis_option
@apart_option
def corpus(  # noqa: PLR0913  click hands over each option by its name
    inputs: tuple[str, ...],
    output: str,
    jobs: int | None,
    scheduler: str,
    chunk: int | None,
    prune: bool,
    profile: Profile | None,
    rules: tuple[Rule, ...],
    naming: Naming | None,
    basis: tuple[Basis, ...],
    apart: bool,
) -> int:
    """把成千上万个文件读成一个库：一组 Parquet 表，供 DuckDB、Polars、pandas 查询。

    INPUT 可以是文件、文件夹、zip、通配符、路径清单（@清单，或每行一个路径的文本文件；- 为从标准输入读清单）、
    fsspec 认识的地址（s3://…）。中断后再运行同样的命令，从中断处继续。

    \b
    例：raci corpus 语料/ -o 库
        raci corpus "语料/**/*.docx" 补充.zip -o 库 --jobs 8
        raci corpus @清单.txt -o 库 --scheduler tcp://主机:8786
    """
    from raci.batch.corpus import corpus as read_corpus

    given = [path for source in inputs for path in (_listed() if source == "-" else [source])]
    line = ProgressLine()
    try:
        store = read_corpus(
            given,
            output,
            profile=profile,
            rules=rules,
            naming=naming,
            basis=basis,
            apart=apart,
            jobs=jobs,
            scheduler=scheduler,
            chunk=chunk,
            prune=prune,
            progress=lambda progress: line.show(_words(progress)),
        )
    except KeyboardInterrupt:
        line.clear()
        talk("已中断；再运行同样的命令，从中断处继续")
        raise
    finally:
        line.clear()
    _say(store)
    counts = store.counts
    return 0 if not counts["failures"] else 1 if counts["documents"] else 2


def _listed() -> list[str]:
    """The paths that standard input lists, one a line."""
    text = sys.stdin.buffer.read().decode("utf-8-sig", "surrogateescape")
    return [line for line in text.replace("\r\n", "\n").split("\n") if line.strip()]


def _say(store: CorpusStore) -> None:
    """What is in the store, and what is not, and why."""
    counts, manifest = store.counts, store.manifest
    talk(
        f"{store.folder}：{counts['documents']} 份文件，{counts['tasks']} 项任务，{counts['assignments']} 行明细，"
        f"{counts['findings']} 处待核"
    )
    if counts["duplicates"]:
        talk(f"{counts['duplicates']} 份与别的全文相同，只留一份（见 duplicates）")
    for line in manifest["left_out"][:_MOST_SAID]:
        talk(line)
    if counts["failures"]:
        reasons = manifest["failures"]
        said = "；".join(
            f"{reason['what']} {reason['count']} 个，如 {reason['first']}" for reason in reasons[:_MOST_SAID]
        )
        more = f"；另有 {len(reasons) - _MOST_SAID} 种原因" if len(reasons) > _MOST_SAID else ""
        talk(f"{counts['failures']} 个没有读出（见 failures）：{said}{more}")


def _words(progress: CorpusProgress) -> str:
    """How far it is, how fast, what failed, how long it still takes."""
    parts = [f"{progress.done} / {progress.files} 个文件"]
    if progress.rate:
        parts.append(f"每秒 {progress.rate:.0f} 个")
    parts.append(f"失败 {progress.failures}")
    if progress.seconds_left is not None and progress.done < progress.files:
        parts.append(f"还需 {_duration(progress.seconds_left)}")
    return "，".join(parts)


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 2:
        return f"{seconds:.0f} 秒"
    return f"{minutes} 分钟" if minutes < 120 else f"{minutes // 60} 小时 {minutes % 60} 分"
