"""Lines below 任务分工 that say in short words who does what, none of them read: 物资采购：供应链条线、财务口."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from raci.analysis.coverage.spans import is_covered
from raci.model import Clause, Span, Stretch
from raci.rules.lexicon import lexicon_pattern

__all__ = ["shared_lines"]

#: so many such lines share out the work; the longest heading over them, in characters
_LEAST, _LONGEST_HEADING = 2, 20
_LINE = re.compile(
    r"\s*[·•\-–—]?\s*(?P<topic>[^：:，。；、\n]{2,16})[：:]\s*(?P<names>[^：:。；，,\n]{2,12}(?:[、，,][^：:。；，,、\n]{2,12}){0,5})[。；;]?\s*"
)
_WHY = "分工下面的一行，“{}”后面像是谁来做，没有读懂"


def shared_lines(text: str, clauses: Sequence[Clause], covered: Sequence[Span]) -> Iterator[Stretch]:
    """Such lines, where several of them stand one below the other and no row says anything of them."""
    is_heading = lexicon_pattern("prose.heading-of-shares").search
    run: list[tuple[Clause, re.Match[str]]] = []
    below = False
    for clause in clauses:
        if len(clause.heading) <= _LONGEST_HEADING and is_heading(clause.heading) is not None:
            yield from _told(run, covered)
            run, below = [], True
            continue
        line = _LINE.fullmatch(text, clause.start + len(clause.number), clause.end) if below else None
        if line is None or not _may_name(line):
            yield from _told(run, covered)
            run, below = [], False
        else:
            run.append((clause, line))
    yield from _told(run, covered)


def _may_name(line: re.Match[str]) -> bool:
    """Whether what stands behind the colon may be those who do what stands before it."""
    if lexicon_pattern("label.of-no-task").search(line["topic"]) is not None:
        return False
    is_name = lexicon_pattern("name.may-be-strange").fullmatch
    return all(is_name(name) is not None for name in re.split("[、，,]", line["names"]))


def _told(run: Sequence[tuple[Clause, re.Match[str]]], covered: Sequence[Span]) -> Iterator[Stretch]:
    if len(run) < _LEAST:
        return
    for clause, line in run:
        if not is_covered(covered, line.start("names"), line.end("names")):
            yield Stretch("label", clause.start, clause.end, _WHY.format(line["topic"]))
