"""Many returned workbooks taken into a ledger: nothing lost, nothing overwritten in silence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from raci.ledgers.returned import ReturnedFile, reports_of
from raci.ledgers.values import FilledIn, Ledger, LedgerFinding, LedgerTask, Report
from raci.views.tables.ledger import STATES

__all__ = ["ADOPTED", "CONFLICT", "REPLACED", "Answer", "answers", "with_returned"]

#: what was done with a report
ADOPTED, REPLACED, CONFLICT = "采用", "已更新", "冲突，未采用"


class Answer(NamedTuple):
    """How far a body has answered: the tasks that it was sent, and of how many of them it has reported."""

    body: str
    tasks: int
    reported: int

    @property
    def word(self) -> str:
        """For people."""
        return "未回" if not self.reported else "已回" if self.reported >= self.tasks else "部分已回"


def with_returned(ledger: Ledger, returned: Iterable[ReturnedFile], today: date) -> Ledger:
    """The ledger with what came back. The order of the files changes nothing.

    Of several reports of one body on one task the one with the latest date of filling in holds; where that does not
    tell, what held before, else the first by the name of its file: that is a conflict, and is told. All are kept. A
    task takes the report of the body that answers first for it (``LedgerTask.main_body``), unless the office has
    written something else into 总表 itself, which is told too.
    """
    findings: list[LedgerFinding] = []
    fresh: list[Report] = []
    of_words: dict[tuple[str, str, FilledIn], str] = {}
    for file in sorted(returned, key=lambda each: each.file):
        reports, told = reports_of(ledger, file, today)
        findings += told
        again = [of_words[words] for report in reports if (words := _words(report)) in of_words]
        if reports and len(again) == len(reports):
            findings.append(LedgerFinding("重复的回填", f"与 {again[0]} 的填报完全相同，只计一次", file.file))
        of_words.update({_words(report): file.file for report in reports if _words(report) not in of_words})
        fresh += [report for report in reports if of_words[_words(report)] == file.file]
    known = {_words(report) for report in ledger.reports}
    unknown = [report for report in fresh if _words(report) not in known]
    settled, news, conflicts = _settle(ledger, unknown)
    filled, told = _filled(ledger, settled)
    counts = f"回填 {len(fresh)} 条，其中新的 {len(unknown)} 条"
    findings = [*findings, *conflicts, *told, *_disagreements(ledger, settled)]
    collected = replace(ledger, reports=tuple(settled), filled=filled, news=(*ledger.news, counts, *news))
    return replace(collected, findings=(*ledger.findings, *findings, *_missing(collected)))


def answers(ledger: Ledger) -> list[Answer]:
    """How far each body that was sent a workbook has answered, those who have not at the front."""
    tasks_of: dict[str, set[str]] = {}
    for _, task in ledger.tasks():
        for party in task.parties:
            tasks_of.setdefault(party.body, set()).add(task.id)
    reported: dict[str, set[str]] = {}
    for report in ledger.reports:
        reported.setdefault(report.body, set()).add(report.task)
    found = [
        Answer(body, len(tasks), len(tasks & reported.get(body, set())))
        for body in ledger.sent
        if (tasks := tasks_of.get(body))
    ]
    order = ("未回", "部分已回", "已回")
    return sorted(found, key=lambda answer: (order.index(answer.word), -answer.tasks))


def _missing(ledger: Ledger) -> list[LedgerFinding]:
    """A finding that lists the bodies which were sent a workbook and have not reported on all of their tasks."""
    names = {body.id: body.label for body in ledger.bodies}
    silent = [answer for answer in answers(ledger) if answer.reported < answer.tasks]
    if not silent:
        return []
    none = sum(not answer.reported for answer in silent)
    listed = "、".join(
        f"{names[answer.body]}（{answer.word}，{answer.tasks - answer.reported} 项未报）" for answer in silent
    )
    message = f"未回 {none} 个单位，未报全 {len(silent) - none} 个单位，名单见“填报情况”"
    return [LedgerFinding("未回的单位", message, quote=listed)]


def _settle(ledger: Ledger, fresh: Sequence[Report]) -> tuple[list[Report], list[str], list[LedgerFinding]]:
    """All reports with what is done with each; what was renewed, in words; and the conflicts."""
    reports = list(ledger.reports)
    held = {(report.task, report.body): index for index, report in enumerate(reports) if report.status == ADOPTED}
    labels = {task.id: task.label for _, task in ledger.tasks(gone=True)}
    names = {body.id: body.label for body in ledger.bodies}
    renewed: dict[str, int] = {}
    findings = []
    fresh_keys: set[tuple[str, str]] = set()
    for report in fresh:
        key = (report.task, report.body)
        index = held.get(key)
        if report.status != ADOPTED or index is None:
            if report.status == ADOPTED:
                held[key] = len(reports)
                fresh_keys.add(key)
            reports.append(report)
            continue
        before = reports[index]
        differences = before.filled.differences(report.filled)
        is_later = bool(report.filled.on and before.filled.on and report.filled.on > before.filled.on)
        is_earlier = bool(report.filled.on and before.filled.on and report.filled.on < before.filled.on)
        same_round = key in fresh_keys
        if differences and not is_later and (same_round or is_earlier):
            reports.append(replace(report, status=CONFLICT))
        else:
            reports[index] = replace(before, status=REPLACED)
            held[key] = len(reports)
            reports.append(report)
            renewed[report.body] = renewed.get(report.body, 0) + 1
        if differences and (same_round or is_earlier):
            words = "；".join(f"{heading}“{one}”与“{other}”" for heading, one, other in differences)
            taken = report.file if is_later else before.file
            who = names.get(report.body, report.body)
            message = f"{who}两次填报不同（{before.file}、{report.file}）：{words}；取 {taken}"
            findings.append(LedgerFinding("填报冲突", message, report.file, labels.get(report.task, "")))
    news = [f"{names.get(body, body)}更新了 {count} 项填报，原来的留在“填报记录”" for body, count in renewed.items()]
    return reports, news, findings


def _filled(ledger: Ledger, reports: Sequence[Report]) -> tuple[dict[str, FilledIn], list[LedgerFinding]]:
    """What stands in 总表 for each task."""
    before = _adopted(ledger.reports)
    after = _adopted(reports)
    filled = dict(ledger.filled)
    findings = []
    for plan, task in ledger.tasks(gone=True):
        main = task.main_body()
        report = after.get((task.id, main)) if main else None
        if report is None:
            continue
        here, old = filled.get(task.id, FilledIn()), before.get((task.id, main or ""), FilledIn())
        if report == old:
            continue
        own = _own_words(here, old)
        conflict = own.differences(report)
        if conflict:
            words = "；".join(f"{heading}总表为“{one}”，回填为“{two}”" for heading, one, two in conflict)
            message = f"总表已由本单位填写，与回填不同：{words}；总表未改，回填留在“填报记录”"
            findings.append(LedgerFinding("填报冲突", message, f"《{plan.title}》", task.label))
        filled[task.id] = own.over(report)
    return filled, findings


def _own_words(here: FilledIn, reported: FilledIn) -> FilledIn:
    """What the office wrote into 总表 itself: the values that are not those of the report adopted before."""
    return FilledIn(*("" if one == two else one for one, two in zip(here.cells(), reported.cells(), strict=True)))


def _words(report: Report) -> tuple[str, str, FilledIn]:
    return report.task, report.body, report.filled


def _adopted(reports: Iterable[Report]) -> dict[tuple[str, str], FilledIn]:
    """What each body says of each task: its last report, and where that is silent an earlier one."""
    said: dict[tuple[str, str], FilledIn] = {}
    for report in reports:
        if report.status != CONFLICT:
            key = (report.task, report.body)
            said[key] = report.filled.over(said.get(key, FilledIn()))
    return said


def _disagreements(ledger: Ledger, reports: Sequence[Report]) -> list[LedgerFinding]:
    """Tasks that the body which answers first reports as done, and another body does not."""
    names = {body.id: body.label for body in ledger.bodies}
    of_task: dict[str, dict[str, FilledIn]] = {}
    for (task_id, body), filled in _adopted(reports).items():
        of_task.setdefault(task_id, {})[body] = filled
    findings = []
    for plan, task in ledger.tasks():
        said = of_task.get(task.id, {})
        main = said.get(task.main_body() or "")
        if main is None or main.state != STATES[2]:
            continue
        others = [body for body, filled in said.items() if filled.state and filled.state != main.state]
        if others:
            words = "、".join(f"{names.get(body, body)}报“{said[body].state}”" for body in others)
            message = f"{_main_name(task, names)}报“{main.state}”，{words}"
            findings.append(LedgerFinding("各单位说法不一", message, f"《{plan.title}》", task.label))
    return findings


def _main_name(task: LedgerTask, names: dict[str, str]) -> str:
    return names.get(task.main_body() or "", "")
