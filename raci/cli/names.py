"""``raci names``: which bodies names mean."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from raci.cli.chinese import Command
from raci.cli.streams import talk

if TYPE_CHECKING:
    from raci.config.lookup import Name

__all__ = ["names"]

_HEAD = ("名称", "规范名称", "编号", "类别", "层级", "地区", "起止", "牌子", "成员", "判断依据", "现由", "可能是")
#: so many members are named in a table; jsonl holds all of them
_SHOWN_MEMBERS = 3


def _lines() -> Iterator[str]:
    if sys.stdin.isatty():
        talk("每行一个名称，按 Ctrl-D（Windows：Ctrl-Z 回车）结束。")
    for line in sys.stdin.buffer.read().decode("utf-8-sig", "replace").split("\n"):
        yield line.rstrip("\r")


def _given(written: tuple[str, ...]) -> Iterator[str]:
    for name in written or ("-",):
        if name == "-":
            lines = list(_lines())
            yield from lines[:-1] if lines and not lines[-1] else lines
        else:
            yield name


@click.command(cls=Command)
@click.argument("written", metavar="NAME…", nargs=-1)
@click.option("--place", metavar="PLACE", help="这些名称属于哪个地区，如 甘肃省、甘肃省兰州市。")
@click.option("--as-of", metavar="DATE", help="另给出该日期承担其职责的机构，如 2026。")
@click.option("--register", metavar="FILE", help="自己的名录（.csv 或 .toml），增加、合并、拆分名称。")
@click.option("--each", is_flag=True, help="逐个判断。默认把给出的名称看作同一份文件里的，指同一机构的用同一规范名称。")
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl"]), default="table", help="输出的样式（默认 table）。"
)
def names(
    written: tuple[str, ...], place: str | None, as_of: str | None, register: str | None, each: bool, form: str
) -> int:
    """判断名称指哪个机构：规范名称、编号、类别、层级、地区、起止年份。

    \b
    不给 NAME 或给 - 时从标准输入读，每行一个。
    例：raci names 省发改委 市资规局 人行福州中心支行
        raci names 省国土资源厅 --place 甘肃省 --as-of 2026
        cat 名单.txt | raci names --format jsonl -
    """
    from raci.config.lookup import names as look_up

    results = look_up(_given(written), place, as_of, register, each)
    if form == "jsonl":
        from json import JSONEncoder

        encode = JSONEncoder(ensure_ascii=False).encode
        sys.stdout.writelines(f"{encode(name.as_dict())}\n" for name in results)
    elif results:
        sys.stdout.write(_table(results) + "\n")
    else:
        talk("没有给出名称")
    return 0


def _table(results: Sequence[Name]) -> str:
    """The names and what is known of them; columns in which nothing stands are left out."""
    from tabulate import tabulate

    rows = [_row(name) for name in results]
    columns = [column for column in range(len(_HEAD)) if column < 2 or any(row[column] for row in rows)]
    return tabulate(
        [[row[column] for column in columns] for row in rows],
        [_HEAD[column] for column in columns],
        tablefmt="simple",
        disable_numparse=True,
    )


def _row(name: Name) -> tuple[str, ...]:
    from raci.model.labels import KIND_WORDS, LEVEL_WORDS

    more = f" 等{len(name.members)}个" if len(name.members) > _SHOWN_MEMBERS else ""
    return (
        name.name,
        name.canonical or "",
        name.id or "",
        KIND_WORDS.get(name.kind, name.kind),
        LEVEL_WORDS.get(name.level or "", ""),
        name.place or "",
        f"{name.valid_from or ''}–{name.valid_to or ''}" if name.valid_from or name.valid_to else "",
        "、".join(name.plates),
        "、".join(name.members[:_SHOWN_MEMBERS]) + more,
        name.how or name.reason,
        "、".join(name.current),
        "、".join(name.candidates),
    )
