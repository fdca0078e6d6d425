"""``raci evaluate``: how right the data are."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import StringIO
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from raci.cli.chinese import Command
from raci.cli.streams import talk
from raci.cli.suffixes import format_of, format_option

if TYPE_CHECKING:
    from raci.accuracy.evaluation import Evaluation

__all__ = ["evaluate"]

#: so many differences from the gold are listed
_MOST_DIFFERENCES = 20


def _table(result: Evaluation, out: TextIO) -> None:
    from tabulate import tabulate

    from raci.accuracy.wording import figure_words

    heads = ("", "", "精确率", "召回率", "F1", "分工", "条款", "文件")
    rows = [
        (figure.dimension, figure.group, *map(figure_words, (figure.precision, figure.recall, figure.f1)),
         figure.rows or "", figure.clauses or "", figure.documents or "")
        for figure in result.figures
    ]  # fmt: skip
    out.write(tabulate(rows, heads, tablefmt="simple", disable_numparse=True) + "\n\n")
    if result.mistakes:
        out.write("错在哪里：" + "，".join(f"{word} {count}" for word, count in result.mistakes.items()) + "\n")
    for sheet, found in result.agreement.items():
        kappa = "—" if found.kappa is None else f"{found.kappa:.3f}"
        alpha = "—" if found.alpha is None else f"{found.alpha:.3f}"
        same = "—" if found.share is None else f"{found.share:.1%}"
        note = f"（{found.note}）" if found.note else ""
        out.write(
            f"两人一致（{sheet}）：{found.units} 条，一致率 {same}，Cohen κ {kappa}，Krippendorff α {alpha}{note}\n"
        )
    out.write(f"\n{result.sentence}\n{result.sentence_en}\n")


def _csv(result: Evaluation, out: TextIO) -> None:
    result.table.to_csv(out, index=False, lineterminator="\n")


def _json(result: Evaluation, out: TextIO) -> None:
    values = {
        "sentence": result.sentence,
        "sentence_en": result.sentence_en,
        "figures": result.table.astype(object).where(result.table.notna(), None).to_dict("records"),
        "mistakes": dict(result.mistakes),
        "agreement": {
            sheet: {"units": found.units, "share": found.share, "kappa": found.kappa, "alpha": found.alpha}
            for sheet, found in result.agreement.items()
        },
        "notes": [*result.notes, *result.faults],
    }
    out.write(dumps(values, ensure_ascii=False, indent=1) + "\n")


#: format → what writes it
FORMATS: dict[str, Callable[[Evaluation, TextIO], None]] = {"table": _table, "csv": _csv, "json": _json}


@click.command(cls=Command)
@click.argument("sources", metavar="[FILE…]", nargs=-1)
@click.option("--builtin", is_flag=True, help="用 raci 自带的小标注集（自拟文件，一种标注形式一份）。")
@click.option("--document", metavar="FILE", help="标注文件所标的文件（默认为旁边同名的）。")
@format_option(FORMATS)
@click.option("--differences", is_flag=True, help="列出与标注不同之处。")
@click.option("-o", "--output", metavar="FILE", help="写入文件而不是屏幕；csv 可用 Excel 直接打开。")
def evaluate(
    sources: tuple[str, ...],
    builtin: bool,
    document: str | None,
    form: str | None,
    differences: bool,
    output: str | None,
) -> int:
    """数据有多准：由核对过的抽样，或与人工标注比较，算出精确率、召回率、F1 及其区间，附一句可写进论文的话。

    两人都核对过的抽样，另有 Cohen κ 和 Krippendorff α。
    FILE 是填好的抽样工作簿（raci sample），或标注文件 NAME.gold.json（旁边是 NAME.txt 等），或放着它们的文件夹。

    \b
    例：raci evaluate 抽样.xlsx
        raci evaluate 标注/ --format csv -o 准确率.csv
        raci evaluate --builtin
    """
    from raci.studies.evaluate import evaluate as evaluated

    if bool(sources) == builtin:
        raise click.UsageError(
            "请给出一个抽样工作簿或标注文件，或写 --builtin（二者取一）", click.get_current_context()
        )
    form = format_of(form, output, FORMATS, built=False)
    result = evaluated(sources, builtin=builtin, document=document)
    for line in (*result.faults, *result.notes):
        talk(line)
    if output is None:
        FORMATS[form](result, sys.stdout)
    else:
        from raci.atomic import write_file

        text = StringIO()
        FORMATS[form](result, text)
        write_file(Path(output), text.getvalue().encode("utf-8-sig" if form == "csv" else "utf-8", "backslashreplace"))
    if differences:
        _say_differences(result)
    return 1 if result.faults else 0


def _say_differences(result: Evaluation) -> None:
    for difference in result.differences[:_MOST_DIFFERENCES]:
        parts = [
            f"{word} " + "、".join(f"{name}（{role}）" for name, role in claims)
            for word, claims in (("漏", difference.missing), ("多", difference.extra))
            if claims
        ]
        talk(f"{difference.document} | {difference.clause[:30]}：{'；'.join(parts)}")
    if len(result.differences) > _MOST_DIFFERENCES:
        talk(f"另有 {len(result.differences) - _MOST_DIFFERENCES} 处")
