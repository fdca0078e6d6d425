"""``raci sample``: rows and clauses for two persons to judge."""

from __future__ import annotations

from pathlib import Path

import click

from raci.cli.chinese import Command, LateOption
from raci.cli.copies import say_copies, say_left_out
from raci.cli.inputs import Inputs
from raci.cli.streams import talk

__all__ = ["sample"]


def _keys() -> str:
    from raci.accuracy.strata import BY

    return "，".join(f"{key} {word}" for key, (word, *_) in BY.items())


@click.command(cls=Command)
@click.argument("sources", metavar="STORE|FILE…", nargs=-1, required=True)
@click.option("-n", "number", type=click.IntRange(min=1), metavar="N", default=200, help="抽多少条分工（默认 200）。")
@click.option(
    "--clauses", type=click.IntRange(min=0), metavar="N", help="另抽多少个条款查漏（默认为 -n 的一半，0 为不抽）。"
)
@click.option(
    "--by",
    cls=LateOption,
    default="level,year,basis",
    metavar="KEYS",
    late_help=lambda: f"按什么分层，用逗号隔开：{_keys()}；none 为不分（默认 level,year,basis）。",
)
@click.option(
    "--texts",
    type=click.IntRange(min=0),
    metavar="N",
    default=100,
    help="从库里抽时，重读多少份原文件，查没有认作任务的条款（库里没有它们的原文；默认 100，0 为不查）。",
)
@click.option("--seed", type=int, metavar="N", default=7, help="随机种子：种子相同，抽出的相同（默认 7）。")
@click.option("-o", "--output", metavar="FILE", required=True, help="工作簿（.xlsx），必写。")
def sample(
    sources: tuple[str, ...], number: int, clauses: int | None, by: str, texts: int, seed: int, output: str
) -> int:
    """抽出一批分工和条款，写成工作簿，供两人各自核对对不对、漏没漏。

    STORE 是 raci corpus 写出的库；也可以直接给出文件、文件夹，或一个明细表（.csv、.jsonl）。
    填好后用 raci evaluate 算出准确率。

    \b
    例：raci sample 库 -n 200 --by level,year,basis --seed 7 -o 抽样.xlsx
        raci sample 文件夹/ -n 100 --by role -o 抽样.xlsx
    """
    from raci.studies.inputs import is_store, is_table
    from raci.studies.sample import sample as draw
    from raci.studies.sample import sample_of_analyses

    keys = tuple(key for key in (key.strip() for key in by.replace("，", ",").split(",")) if key and key != "none")
    if len(sources) == 1 and (is_store(sources[0]) or is_table(sources[0])):
        drawn, code = draw(sources[0], output, n=number, clauses=clauses, by=keys, seed=seed, texts=texts), 0
        say_left_out(drawn.copies)
    else:
        inputs = Inputs(sources)
        found = [analysis for listed in inputs.run_each(inputs.analyses()) for analysis in listed]
        if not found:
            return inputs.exit_code
        say_copies(found)
        drawn, code = sample_of_analyses(found, output, number, clauses, keys, seed), inputs.exit_code
    talk(
        f"{Path(output)}：从 {drawn.population} 条分工中抽出 {len(drawn.rows)} 条（{len(drawn.strata)} 层），"
        f"从 {drawn.clause_population} 个条款中抽出 {len(drawn.clauses)} 个；两人各填一列后运行 raci evaluate {output}"
    )
    if drawn.texts_read:
        talk(f"没有认作任务的条款抽自重读的 {drawn.texts_read} 份原文件，加权到全部文件")
    if drawn.texts_missing:
        talk(f"{drawn.texts_missing} 份原文件读不到或已改动，没有重读")
    return code
