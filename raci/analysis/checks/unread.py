"""Stretches that look like an assignment of duties and are in no row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from raci.analysis.checks.placing import clause_at
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Span, Stretch
from raci.model.findings import Severity
from raci.rules.lexicon import lexicon_pattern

__all__ = ["CHECK"]

#: so much of a stretch is quoted, and of each of several
_QUOTED, _QUOTED_OF_MANY = 40, 16
#: so many of several are quoted
_MOST_QUOTED = 3


def _find(analysis: Analysis) -> Iterator[Issue]:
    """One issue for each stretch, and one for several that were left for one reason.

    Of a workbook that recalls what was known, what had been found when it was written.
    """
    if analysis.coverage is None:
        for finding in analysis.findings:
            if finding.check == CHECK.id:
                yield Issue(finding.message, finding.start, finding.end, finding.clause, finding.severity)
        return
    tables = [Span(table.start, table.end) for table in analysis.tables]
    causes: dict[tuple[object, ...], list[Stretch]] = {}
    for stretch in analysis.coverage.reported:
        causes.setdefault(_cause(analysis, stretch, tables), []).append(stretch)
    for stretches in causes.values():
        yield _issue(analysis, stretches)


def _cause(analysis: Analysis, stretch: Stretch, tables: Sequence[Span]) -> tuple[object, ...]:
    """What stretches have in common that need one look: sentences by their chapter, the others by their clause.

    Cells of one table are left for one reason where the same is said of them: a sign that nothing explains.
    """
    if stretch.form == "cells":
        table = bisect_right(tables, stretch.start, key=lambda table: table.start) - 1
        is_within = table >= 0 and stretch.end <= tables[table].end
        return (stretch.form, table if is_within else stretch, stretch.why)
    clause = clause_at(analysis, stretch.start)
    if clause is None:
        return (stretch.form, None)
    return (stretch.form, clause.path[:1]) if stretch.form == "sentence" else (stretch.form, clause.index)


def _issue(analysis: Analysis, stretches: list[Stretch]) -> Issue:
    first, last = stretches[0], stretches[-1]
    clause = clause_at(analysis, first.start) if first.form != "cells" else None
    if len(stretches) == 1:
        message = f"{first.why}：{_quote(analysis, first, _QUOTED)}"
    elif first.form == "cells":
        message = f"{first.why}（{len(stretches)} 格）：{_quote(analysis, first, _QUOTED)}"
    else:
        quotes = "；".join(_quote(analysis, stretch, _QUOTED_OF_MANY) for stretch in stretches[:_MOST_QUOTED])
        more = "等" if len(stretches) > _MOST_QUOTED else ""
        message = f"{_SEVERAL[first.form].format(len(stretches))}：{quotes}{more}"
    in_running_text = clause is None or clause.kind == "paragraph"
    hosts = in_running_text and lexicon_pattern("checks.host-label").search(_quote(analysis, first, _QUOTED))
    aside = first.form == "bracket" and lexicon_pattern("checks.aside").match(_quote(analysis, first, _QUOTED))
    severity: Severity | None = "note" if first.form == "sentence" or hosts or aside else None
    return Issue(message, first.start, last.end, clause.index if clause else None, severity)


#: what several stretches of a form are called
_SEVERAL = {
    "label": "这里有 {} 个标签后面像是单位，没有读懂",
    "bracket": "这里有 {} 个括号里有单位和角色，没有读懂",
    "sentence": "这里有 {} 句话写了哪个单位做什么，没有读进分工",
}


def _quote(analysis: Analysis, stretch: Stretch, longest: int) -> str:
    # of a long stretch no more than can be quoted is looked at
    words = analysis.document.quote(stretch.start, min(stretch.end, stretch.start + 4 * longest)).strip()
    if stretch.form == "cells":
        words = re.split(r"[\n\t]", words, maxsplit=1)[0]  # the first of the cells
    words = " ".join(words.split())
    return words if len(words) <= longest else f"{words[:longest]}……"


CHECK = Check(
    "unread",
    "疑似分工未读",
    "warning",
    _find,
    why="像分工而没有读进表里的话，就是表里漏掉的单位。",
    remedy="对照原文补上；标签不认识的用 --rules 加一条，表头不认识的用 --columns 说明。",
    finds=("一、整治河道。（市水利局负责）\n二、清理垃圾。（任务认领：市城管局、市住建局做好清运）\n",),
    passes=("一、整治河道。（市水利局负责）\n",),
)
