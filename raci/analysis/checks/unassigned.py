"""Tasks that nobody is named for: a finding for a run of them in one list, or one for all of the document."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from raci.analysis.checks.closing_names import closing_names
from raci.analysis.checks.genre import binds_everybody, is_plan
from raci.analysis.checks.listing import first_of
from raci.analysis.checks.placing import clause_at
from raci.analysis.checks.task_lists import TaskList, task_lists
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
#: so many lists of which only the last names somebody are told as one
_MANY_LAST_ALONE = 3
#: a document names bodies as a rule where this part of its tasks has an annotation, or where so many and this part of
#: them are told of by sentences alone
_RULE, _RULE_TOLD, _FEWEST_TOLD = 0.75, 0.8, 5


def _find(analysis: Analysis) -> Iterator[Issue]:
    """The tasks without an assignment; not those whose words were found to name bodies and could not be read."""
    missing = {clause.index for clause in analysis.unassigned()}
    unread = missing & _unread_clauses(analysis)
    if len(missing) > 1 and len(missing) == len(analysis.tasks):
        # one question, not as many as there are tasks
        if unread < missing:
            whole = "其余" if unread else "全文"
            message = f"{whole} {len(missing - unread)} 项任务都没有写明由谁承担，请按职责逐项确定"
            yield Issue(message, severity=None if is_plan(analysis) else "note")
        return
    missing -= unread
    closed = {index: words for index in sorted(missing) if (words := _closing(analysis, index))}
    missing -= closed.keys()
    annotated = {assignment.clause.index for assignment in analysis.marked}
    lists = list(task_lists(analysis, missing, annotated or set(analysis.tasks) - missing - unread - closed.keys()))
    last_alone = [of_list for of_list in lists if of_list.is_last_alone] if annotated else []
    found = [*_last_alone(last_alone), *_closed(analysis, closed)]
    lists = [of_list for of_list in lists if of_list not in last_alone]
    if _names_as_a_rule(lists, annotated=bool(annotated)) and (annotated or is_plan(analysis)):
        found += [issue for of_list in lists for issue in _of_list(of_list, annotated=bool(annotated))]
    else:
        found += _where_many_lack(analysis, lists, annotated=bool(annotated))
    yield from sorted(found, key=lambda issue: issue.start or 0)


def _closing(analysis: Analysis, index: int) -> str:
    clause = analysis.clauses[index]
    return closing_names(analysis.document.text[clause.start : clause.end])


def _closed(analysis: Analysis, closed: Mapping[int, str]) -> Iterator[Issue]:
    """The tasks at whose end a bracket with names stands that was not read."""
    for index, words in closed.items():
        clause = analysis.clauses[index]
        yield Issue.of_clause(clause, f"{printed_label(clause)}：句末的“{_short(words)}”像是单位，没有读成分工")


def _names_as_a_rule(lists: Sequence[TaskList], *, annotated: bool) -> bool:
    """Whether the document names bodies as a rule."""
    naming = sum(len(of_list.naming) for of_list in lists)
    lacking = sum(len(of_list.lacking) for of_list in lists)
    share = naming / max(1, naming + lacking)
    return share >= _RULE if annotated else naming >= _FEWEST_TOLD and share >= _RULE_TOLD


def _where_many_lack(analysis: Analysis, lists: Sequence[TaskList], *, annotated: bool) -> Iterator[Issue]:
    """Where it is no rule to name bodies: the lists that do so are told apart, all else in one finding.

    That is a note where sentences alone tell who does what, and in laws.
    """
    apart = [of_list for of_list in lists if annotated and of_list.is_custom]
    for of_list in apart:
        yield from _of_list(of_list)
    others = [of_list for of_list in lists if of_list not in apart]
    issues = [issue for of_list in others for issue in _of_list(of_list)]
    if len(issues) == 1 and annotated:
        yield issues[0]
    elif issues:
        clauses = [clause for of_list in others for clause in of_list.missing]
        named = first_of([_short(printed_label(clause)) for clause in clauses], _MOST_NAMED, "；")
        message = f"{len(analysis.tasks)} 项任务中有 {len(clauses)} 项没有写明责任单位：{named}"
        many = 2 * sum(len(of_list.lacking) for of_list in others) >= len(analysis.tasks)
        urgent = (
            annotated and not binds_everybody(analysis) and (many or any(issue.severity is None for issue in issues))
        )
        yield Issue(message, clauses[0].start, clauses[0].end, clauses[0].index, None if urgent else "note")


def _of_list(tasks: TaskList, *, annotated: bool = True) -> Iterator[Issue]:
    """What to say of the tasks of one list: what lacks a body, and less urgently what asks everybody."""
    expected = tasks.is_custom and annotated if tasks.for_everybody else True
    if not tasks.naming:
        if not tasks.for_everybody:
            asking = [clause for clause in (*tasks.lacking, *tasks.mild) if not _asks_everybody(clause)]
            yield from (_issue(run, "note") for run in _runs(tasks, asking))
        return
    lacking = {clause.index for clause in tasks.lacking}
    for run in _runs(tasks, tasks.missing):
        urgent = any(clause.index in lacking for clause in run) and expected
        yield _issue(run, None if urgent else "note")


def _asks_everybody(clause: Clause) -> bool:
    return lexicon_pattern("coverage.everybody-chapter").search(clause.label) is not None


def _runs(tasks: TaskList, chosen: Collection[Clause]) -> Iterator[list[Clause]]:
    """The chosen tasks, those that stand one after the other together."""
    indexes = {clause.index for clause in chosen}
    for is_chosen, group in groupby(tasks.tasks, lambda clause: clause.index in indexes):
        if is_chosen:
            yield list(group)


def _last_alone(lists: Sequence[TaskList]) -> Iterator[Issue]:
    """The lists of which only the last task names somebody: what is written there may be meant for all of them."""
    if len(lists) >= _MANY_LAST_ALONE:
        missing = [clause for tasks in lists for clause in tasks.missing]
        lasts = [f"“{_short(printed_label(tasks.tasks[-1]))}”" for tasks in lists]
        message = (
            f"有 {len(lists)} 处只有最后一项写了责任单位（{first_of(lasts, _MOST_NAMED, '、')}），"
            f"前面共 {len(missing)} 项没有：可能是各项共用的"
        )
        yield Issue(message, missing[0].start, missing[0].end, missing[0].index)
        return
    for tasks in lists:
        last, missing = tasks.tasks[-1], tasks.missing
        where = f"“{_short(last.path[-1])}”下" if last.path else ""
        label = _short(printed_label(last))
        message = f"{where}只有最后一项“{label}”写了责任单位，前 {len(missing)} 项没有：可能是各项共用的"
        severity: Severity | None = "note" if tasks.for_everybody else None
        yield Issue(message, missing[0].start, missing[0].end, missing[0].index, severity)


def _issue(run: list[Clause], severity: Severity | None) -> Issue:
    first = run[0]
    if len(run) == 1:
        return Issue.of_clause(first, f"未写明责任单位：{printed_label(first)}")._replace(severity=severity)
    named = first_of([_short(printed_label(clause)) for clause in run], _MOST_NAMED, "；")
    where = f"“{_short(first.path[-1])}”下有" if first.path else "有"
    message = f"{where} {len(run)} 项任务未写明责任单位：{named}"
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
