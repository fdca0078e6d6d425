"""Numbers of clauses that are missing, stand twice or stand astray."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from raci.analysis.checks.values import Check, Issue
from raci.analysis.numbers import number_shape, number_value
from raci.model import Analysis, Clause
from raci.rules.lexicon import lexicon_pattern
from raci.rules.numerals import numeral

__all__ = ["CHECK"]

#: a number that is so much farther is no number of the list: a year, an amount
_FARTHEST = 12
#: a number stands among so many characters at the beginning of a line
_REACH = 6
#: what stands behind an annotation at the end of a clause
_CLOSING = "。；;.）)] \t\r\n\u3000\xa0"
#: so long a list does not begin anew below the same heading; of chapters, with tasks below them, fewer do not either
_LONG, _LONG_OF_CHAPTERS = 3, 2


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each step between neighbours of one kind of number under one heading that leaves some out, repeats or restarts.

    A step backwards is more likely words that only look like a number, unless the list goes on behind it as if it were
    the one between (二、十三、四), which is told of steps forwards as well. Lists begin anew as a matter of course
    behind a heading, a lead-in or the preamble of an annex: it is told only where the annotation of the task before
    stands directly before the number. Rows of tables are counted by what stands in their first column: of those only
    what is left out or stands twice is told.
    """
    series: dict[tuple[int | None, str], list[tuple[int, Clause]]] = {}
    for clause in analysis.clauses:
        value, shape = _counted(clause)
        if value:
            series.setdefault((clause.parent, shape), []).append((value, clause))
    ends = sorted(annotation.end for annotation in analysis.annotations if annotation.basis == "annotation")
    for numbered in series.values():
        astray = {issue.clause: issue for issue in _astray(numbered)}
        yield from astray.values()
        for (before, one), (after, other) in pairwise(numbered):
            if after == before:
                yield Issue.of_clause(other, f"编号“{other.number}”重复：前一条“{_short(one)}”也是这个编号")
            elif after == 1 and _is_long(one, before) and _follows_annotation(analysis, other, ends):
                yield Issue.of_clause(other, f"编号从“{one.number}”又从“{other.number}”数起")
            elif not astray.keys() & {one.index, other.index} and _leaves_out(analysis, one, other, after - before):
                yield Issue.of_clause(other, f"编号不连续：“{one.number}”之后是“{other.number}”")


def _astray(numbered: Sequence[tuple[int, Clause]]) -> Iterator[Issue]:
    """Each number that stands where the one between its neighbours belongs."""
    for (before, one), (value, clause), (after, other) in zip(numbered, numbered[1:], numbered[2:], strict=False):
        if after == before + 2 and not before <= value <= after:
            yield Issue.of_clause(clause, f"编号有误：“{clause.number}”在“{one.number}”和“{other.number}”之间")


def _counted(clause: Clause) -> tuple[int, str]:
    """What the number of a clause counts (0: nothing), and what the numbers of its series share."""
    decimal = lexicon_pattern("checks.decimal").search(clause.number)
    if decimal is not None:
        if clause.heading.startswith((".", "．")):  # it goes on there
            return 0, ""
        return int(decimal["last"]), decimal["above"].replace("．", ".")
    return number_value(clause), number_shape(clause.number)


def _is_long(last: Clause, count: int) -> bool:
    """Whether a list that ends so is too long to begin anew; the rows of the next table count from 1."""
    return last.kind != "row" and count >= (_LONG_OF_CHAPTERS if last.kind == "section" else _LONG)


def _follows_annotation(analysis: Analysis, clause: Clause, ends: Sequence[int]) -> bool:
    """Whether directly before a clause an annotation ends: no heading, lead-in or preamble stands between."""
    index = bisect_right(ends, clause.start) - 1
    return index >= 0 and not analysis.document.text[ends[index] : clause.start].strip(_CLOSING)


def _leaves_out(analysis: Analysis, one: Clause, other: Clause, step: int) -> bool:
    """Whether the number behind that of a clause is left out before the next clause, which is ``step`` further."""
    return 2 <= step <= _FARTHEST and not _stands_between(analysis, one, other, _counted(one)[0] + 1)


def _stands_between(analysis: Analysis, one: Clause, other: Clause, value: int) -> bool:
    """Whether the number is there after all, at the beginning of a line that is no clause of the series."""
    between = analysis.document.text[one.start : other.start]
    for line in between.splitlines():
        found = lexicon_pattern("checks.numeral").search(line[:_REACH])
        if found is not None and numeral(found[0]) == value:
            return True
    return False


def _short(clause: Clause) -> str:
    return clause.heading if len(clause.heading) <= 16 else f"{clause.heading[:16]}…"


CHECK = Check(
    "numbering",
    "编号",
    "note",
    _find,
    why="编号缺一个，多半是漏了一条任务；重复一个，引用时分不清是哪一条。",
    remedy="对照原件；缺的看是否漏读或漏印，重的改正编号。",
    finds=(
        "一、整治河道。（市水利局负责）\n二、清理垃圾。（市城管局负责）\n四、修复湿地。（市林业局负责）\n",
        "一、整治河道。（市水利局负责）\n二、清理垃圾。（市城管局负责）\n二、修复湿地。（市林业局负责）\n",
        "".join(
            f"{number}、{word}\n（一）{word}之一。（市水利局负责）\n"
            for number, word in ("一水", "二土", "三气", "一声")
        ),
        "一、整治河道。（市水利局负责）\n五、清理垃圾。（市城管局负责）\n三、修复湿地。（市林业局负责）\n",
        "一、整治河道。（市水利局负责）\n二、清理垃圾。（市城管局负责）\n五、修复湿地。（市林业局负责）\n",
        "3 应急准备\n3.1 物资准备。（市水利局负责）\n3.2 隐患排查。（市城管局负责）\n3.4 队伍准备。（市人武部负责）\n",
        "| 序号 | 任务 | 责任单位 |\n| --- | --- | --- |\n| 1 | 整治河道 | 市水利局 |\n| 2 | 清理垃圾 | 市城管局 |\n"
        "| 4 | 修复湿地 | 市林业局 |\n",
    ),
    passes=(
        "一、整治河道。（市水利局负责）\n二、清理垃圾。（市城管局负责）\n三、修复湿地。（市林业局负责）\n",
        "一、水\n（一）整治河道。（市水利局负责）\n（二）修复湿地。（市林业局负责）\n"
        "二、土\n（一）清理垃圾。（市城管局负责）\n（二）复垦废地。（市自然资源局负责）\n",
        "1 总则\n1.1 河道整治。（市水利局负责）\n1.2 隐患排查。（市城管局负责）\n"
        "2 准备\n2.1 物资准备。（市水利局负责）\n2.1.1 沙袋。（市水利局负责）\n2.2 队伍准备。（市人武部负责）\n",
    ),
)
