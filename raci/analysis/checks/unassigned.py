"""Tasks that nobody is named for: one finding for a run of them under one heading."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from raci.analysis.checks.placing import clause_at
from raci.analysis.checks.unread import CHECK as UNREAD
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Clause
from raci.model.findings import Severity
from raci.rules.headings import printed_label
from raci.rules.lexicon import lexicon_pattern

__all__ = ["CHECK"]

#: of a run so many tasks are named
_MOST_NAMED = 3
_LONGEST_LABEL = 24


def _find(analysis: Analysis) -> Iterator[Issue]:
    """The tasks without an assignment; not those whose words were found to name bodies and could not be read."""
    missing = {clause.index for clause in analysis.unassigned()}
    unread = missing & _unread_clauses(analysis)
    if len(missing) > 1 and len(missing) == len(analysis.tasks):
        # one question, not as many as there are tasks
        if unread < missing:
            whole = "其余" if unread else "全文"
            yield Issue(f"{whole} {len(missing - unread)} 项任务都没有写明由谁承担，请按职责逐项确定")
        return
    tasks = [analysis.clauses[index] for index in analysis.tasks]
    # headings under which somebody is named for some task: there one without is likely an omission
    naming = {_heading(clause) for clause in tasks if clause.index not in missing}
    missing -= unread
    for (heading, is_missing), group in groupby(tasks, lambda clause: (_heading(clause), clause.index in missing)):
        run = [clause for clause in group if is_missing]
        if run and heading in naming:
            yield _issue(run, None if any(not _is_common_task(clause) for clause in run) else "note")
        elif run := [clause for clause in run if not _is_common_task(clause) and not _asks_everybody(clause)]:
            yield _issue(run, "note")


def _heading(clause: Clause) -> tuple[str, ...]:
    """What siblings share: the headings above them."""
    return clause.path


def _is_common_task(clause: Clause) -> bool:
    """Whether a task's own words ask everybody and so name nobody (加强组织领导), or ask nothing (投资重点)."""
    of_everybody, no_action = lexicon_pattern("coverage.everybody-task"), lexicon_pattern("checks.no-action")
    return bool(of_everybody.search(clause.heading) or no_action.search(clause.heading))


def _asks_everybody(clause: Clause) -> bool:
    """Whether the chapter of a task asks everybody (保障措施)."""
    chapters = (*clause.path, clause.label)
    return any(lexicon_pattern("coverage.everybody-chapter").search(chapter) for chapter in chapters)


def _issue(run: list[Clause], severity: Severity | None) -> Issue:
    first = run[0]
    if len(run) == 1:
        return Issue.of_clause(first, f"未写明责任单位：{printed_label(first)}")._replace(severity=severity)
    named = "；".join(_short(printed_label(clause)) for clause in run[:_MOST_NAMED])
    more = "等" if len(run) > _MOST_NAMED else ""
    where = f"“{_short(first.path[-1])}”下有" if first.path else "有"
    message = f"{where} {len(run)} 项任务未写明责任单位：{named}{more}"
    return Issue(message, first.start, run[-1].end, first.index, severity)


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else f"{label[:_LONGEST_LABEL]}…"


def _unread_clauses(analysis: Analysis) -> set[int]:
    """The clauses in which an assignment of duties was found and not read, with those under such a heading."""
    unread = _recalled(analysis) if analysis.coverage is None else set()
    for stretch in analysis.coverage.reported if analysis.coverage is not None else ():
        clause = clause_at(analysis, stretch.start)
        if clause is not None and stretch.form != "cells":
            unread.add(clause.index)
    for clause in analysis.clauses:
        if clause.parent in unread:
            unread.add(clause.index)
    return unread


def _recalled(analysis: Analysis) -> set[int]:
    """The clauses of the findings that a workbook recalls; each stretch of them it does not."""
    spans = [
        (finding.start, finding.end)
        for finding in analysis.findings
        if finding.check == UNREAD.id and finding.clause is not None
    ]
    return {
        clause.index
        for start, end in spans
        for clause in analysis.clauses
        if start is not None and end is not None and clause.start < end and start < clause.end
    }


CHECK = Check(
    "unassigned",
    "未写明单位",
    "warning",
    _find,
    why="没有人负责的任务没有人做。",
    remedy="对照原文；确实没写的请起草部门补上，套话一类可不管。",
    finds=("一、整治河道。（市水利局负责）\n二、清理垃圾。清运沿河两岸的生活垃圾。\n",),
    passes=("一、整治河道。（市水利局负责）\n二、清理垃圾。（市城管局负责）\n",),
)
