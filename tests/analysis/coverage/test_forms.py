"""Whatever form a table in text has: all that was looked at was read or is told, and no row is lost without a word."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raci.model import Analysis
from raci.pipeline import analyse
from raci.readers.registry import read_text

TASKS = (
    *("修编消防规划", "清理背街垃圾", "开展夜间巡查", "新建公厕六座", "组织防汛演练", "补种行道树", "完善监测网络"),
    *("举办读书节", "打通断头路", "改造农贸市场", "统计用工需求", "整治飞线充电"),
)
BODIES = (
    *("县水利局", "县教育局", "县财政局", "县公安局", "县民政局", "县司法局", "县住建局", "县林业局", "市生态环境局"),
    *("区商务局", "县委宣传部", "县妇联"),
)
DATES = ("6月底", "9月底前", "2026年5月", "12月")
Rows = list[tuple[str, str]]


def lines(separator: str, *heads: str) -> Callable[[Rows], str]:
    """The rows one a line, below heads if there are any."""
    return lambda rows: "\n".join(separator.join(row) for row in [*([heads] if heads else []), *rows])


def dated(separator: str) -> Callable[[Rows], str]:
    return lambda rows: "\n".join(separator.join((*row, DATES[n % 4])) for n, row in enumerate(rows))


def stacked(between: str, *heads: str) -> Callable[[Rows], str]:
    return lambda rows: between.join([*heads, *chain.from_iterable(rows)])


def marked(sign: str) -> Callable[[Rows], str]:
    """A matrix with a mark in each row, that blanks part."""

    def form(rows: Rows) -> str:
        bodies = [body for _, body in rows]
        signs = [" ".join(sign if body == own else "/" for body in bodies) for _, own in rows]
        below = [f"{task} {held}" for (task, _), held in zip(rows, signs, strict=True)]
        return "\n".join([" ".join(["任务", *bodies]), *below])

    return form


FORMS: dict[str, Callable[[Rows], str]] = {
    **{
        f"lines {sign!r}": lines(sign)
        for sign in ("\t", " ", "    ", "\u3000", "|", " ｜ ", "│", "，", "；", "/", "：")
    },
    **{
        f"lines {sign!r}": lines(sign)
        for sign in ("……", "......", "——", "→", "·", "___", "~~", "=", "+", "*", "#", "@", "╱")
    },
    **{f"headed {sign!r}": lines(sign, "任务", "责任单位") for sign in ("\t", " ", "    ", "|", "，", "……", "→", "*")},
    **{f"unknown heads {sign!r}": lines(sign, "啥活", "哪家") for sign in ("\t", " ", "    ", "|", "，", "……")},
    **{f"dated {sign!r}": dated(sign) for sign in ("\t", " ", "    ", "|", "，", "/", "——", "#")},
    "a cell a line": stacked("\n"),
    "a cell a line, headed": stacked("\n", "任务", "责任单位"),
    "a cell a line, unknown heads": stacked("\n", "啥活", "哪家"),
    "a cell a line, blank lines": stacked("\n\n"),
    "closed bars": lambda rows: "\n".join(f"| {task} | {body} |" for task, body in rows),
    "brackets as cells": lambda rows: "\n".join(f"[{task}][{body}]" for task, body in rows),
    "quotes": lambda rows: "\n".join(f'"{task}","{body}"' for task, body in rows),
    "numbers": lambda rows: "\n".join(f"{number}.{task}——{body}" for number, (task, body) in enumerate(rows, 1)),
    "in one line": lambda rows: "；".join(f"{task}，{body}" for task, body in rows) + "。",
    "in one line, a lead": lambda rows: "分工如下：" + "；".join(f"{task}——{body}" for task, body in rows) + "。",
    "circled": lambda rows: "".join(f"{'①②③④⑤⑥'[number]}{task}——{body}" for number, (task, body) in enumerate(rows)),
    "brackets in a sentence": lambda rows: "、".join(f"{task}（{body}）" for task, body in rows) + "。",
    "blanks in one line": lambda rows: " ".join(chain.from_iterable(rows)),
    "label lines": lambda rows: "\n".join(f"{task}\n责任单位：{body}" for task, body in rows),
    "labels of no rule": lambda rows: "\n".join(f"事：{task} 谁：{body}" for task, body in rows),
    "column behind column": lambda rows: "\n".join(chain.from_iterable(zip(*rows, strict=True))),
    "run together": lambda rows: "\n".join(f"{task}{body}" for task, body in rows),
    "a row a bracket": lambda rows: "\n".join(
        f"{n}、{task}（责任单位：{body}）" for n, (task, body) in enumerate(rows, 1)
    ),
    **{f"marks {sign}": marked(sign) for sign in ("●", "√", "牵头", "R")},
}
TABLES = st.integers(3, 6).flatmap(
    lambda number: st.tuples(
        *(st.lists(st.sampled_from(words), min_size=number, max_size=number, unique=True) for words in (TASKS, BODIES))
    )
)
AROUND = ("{}\n", "县里要办的事如下。\n{}\n请抓好落实。\n", "近期任务分工\n{}\n")


def silent(analysis: Analysis, bodies: list[str]) -> list[str]:
    """The bodies that are in no row, where nothing was told either."""
    if any(finding.check == "unread" for finding in analysis.findings):
        return []
    named = {assignment.department.name for assignment in analysis.assignments}
    return [body for body in bodies if body not in named]


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=6, deadline=None, derandomize=True)
@given(table=TABLES, around=st.sampled_from(AROUND))
def test_no_form_of_a_table_is_lost_without_a_word(form: str, table: tuple[list[str], list[str]], around: str) -> None:
    tasks, bodies = table
    (document,) = read_text(around.format(FORMS[form](list(zip(tasks, bodies, strict=True)))))
    analysis = analyse(document)
    assert analysis.coverage is not None
    counts = analysis.coverage.counts()
    assert counts["looked"] == counts["read"] + counts["reported"]
    assert bool(counts["reported"]) == any(finding.check == "unread" for finding in analysis.findings)
    assert silent(analysis, bodies) == []
