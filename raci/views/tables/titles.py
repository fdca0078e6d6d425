"""What a table is called, from the title of its document, and how a date is written in Chinese."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from raci.model import Document

__all__ = ["day", "origin", "plan_name", "table_title"]


_SLICE = re.compile(r"(?P<whole>.*的(?:通知|函|公告|通报|决定))(?P<part>（[^（）]*）)")


@dataclass(frozen=True, slots=True)
class _Titles:
    """``raci/data/titles.toml``."""

    passed_on: re.Pattern[str]
    quoted: re.Pattern[str]
    tables: re.Pattern[str]
    renamed: tuple[tuple[str, str], ...]


def table_title(document: str, table: str) -> str:
    """The title of a ``table`` of a document: 某县行动计划 has 某县行动计划任务分工表, …任务分工方案 has …任务分工表.

    Of a notice that passes a plan on only the plan is named; a title with 关于 in it stands in 《》; the title of a
    table stays as it is.
    """
    titles = _titles()
    name = plan_name(document)
    for ending, other in titles.renamed:
        if table == other and name.endswith(ending):
            return name.removesuffix(ending) + other
    if name.endswith(table) or titles.tables.search(name):
        return name
    if titles.quoted.search(name) and not name.startswith("《"):
        name, part = _parted(name)
        return f"《{name.replace('《', '〈').replace('》', '〉')}》{table}{part}"
    return f"{name}{table}"


def plan_name(document: str) -> str:
    """The plan that a notice passes on, by its title; the title itself where it passes on none."""
    whole, part = _parted(document)
    passed = _titles().passed_on.search(whole)
    return f"{passed['plan']}{part}" if passed else document


def _parted(document: str) -> tuple[str, str]:
    """A title, and the slice in brackets behind it where it is a notice: …的通知（市财政局）."""
    found = _SLICE.fullmatch(document)
    return (found["whole"], found["part"]) if found else (document, "")


@cache
def _titles() -> _Titles:
    raw = tomllib.loads((files("raci") / "data" / "titles.toml").read_text(encoding="utf-8"))
    return _Titles(
        re.compile(raw["passed_on"]),
        re.compile(raw["quoted"]),
        re.compile(raw["tables"]),
        tuple((ending, other) for ending, other in raw["renamed"].items()),
    )


def origin(document: Document) -> str:
    """The line below the title of a table: who issued the document, its number, its date.

    A year alone is no date of issue: the title or the number says it already.
    """
    dated = day(document.date or "") if "-" in (document.date or "") else ""
    return "　".join(filter(None, (document.issuer, document.number, dated)))


def day(iso: str) -> str:
    """An ISO date (``2018``, ``2018-03``, ``2018-03-05``) as offices write it: 2018年3月5日."""
    if not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", iso):
        return iso
    return "".join(f"{int(part)}{mark}" for part, mark in zip(iso.split("-"), "年月日", strict=False))
