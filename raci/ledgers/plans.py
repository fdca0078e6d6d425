"""A plan as the ledger holds it, from its analysis."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from raci.ledgers.bodies import BodyLedger, parted
from raci.ledgers.values import LedgerFinding, LedgerParty, LedgerPlan, LedgerTask
from raci.model import Analysis
from raci.storage.rows import document_id
from raci.views.advice import advice
from raci.views.grid import Grid, GridEntry, GridTask, grid
from raci.views.tables.content import clause_words
from raci.views.tables.division import evidence
from raci.views.tables.review import review
from raci.views.tables.titles import plan_name, shown_title

__all__ = ["identity", "plan_of"]

#: characters of what a task asks for that the ledger keeps, and of its evidence
_LONGEST_WORDS, _LONGEST_QUOTE = 400, 600


def plan_of(analysis: Analysis, bodies: BodyLedger) -> LedgerPlan:
    """The plan of an analysis; its bodies are taken into ``bodies``."""
    document = analysis.document
    title = shown_title(replace(document, title=plan_name(document.title)))
    plan_id = identity(title, document.number or "", document.issued_by())
    counted = grid(analysis)
    return LedgerPlan(
        plan_id,
        title,
        document.source,
        document_id(document) or "",
        document.number or "",
        "、".join(document.issued_by()),
        document.date or "",
        analysis.place or "",
        analysis.level or "",
        _tasks(analysis, counted, plan_id, bodies),
        tuple(_findings(analysis, title)),
    )


def identity(title: str, number: str, issuers: Sequence[str]) -> str:
    """What tells a plan from others, whatever became of its text: its title, its number, who issued it."""
    words = "\x1f".join("".join(part.split()) for part in (title, number, *issuers))
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()


def _tasks(analysis: Analysis, counted: Grid, plan_id: str, bodies: BodyLedger) -> tuple[LedgerTask, ...]:
    entries_of = counted.of_task()
    tasks = []
    times: Counter[str] = Counter()
    for index, (task, said) in enumerate(zip(counted.tasks, clause_words(analysis, counted), strict=True)):
        entries = entries_of.get(index, ())
        own_id = _task_id(plan_id, task)
        times[own_id] += 1
        if times[own_id] > 1:
            own_id = f"{own_id}-{times[own_id]}"
        words = "\n".join(filter(None, (said.whole or task.heading, said.below)))
        tasks.append(
            LedgerTask(
                own_id,
                task.number,
                task.shown,
                task.path,
                _cut(words, _LONGEST_WORDS),
                tuple(_parties(entries, analysis.place, counted, bodies)),
                task.deadline,
                task.due,
                _cut(evidence(entries), _LONGEST_QUOTE),
                _place(analysis, entries, task),
            )
        )
    return tuple(tasks)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}……"


def _task_id(plan_id: str, task: GridTask) -> str:
    words = "\x1f".join((*task.path, task.number, task.heading))
    return f"{plan_id}.{hashlib.blake2b(words.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"


def _parties(entries: Sequence[GridEntry], place: str | None, counted: Grid, bodies: BodyLedger) -> list[LedgerParty]:
    parties: dict[tuple[str, str], LedgerParty] = {}
    for entry in entries:
        person = counted.bodies[entry.body].person
        for department in parted(entry.assignment.department, place):
            body = bodies.add(department, place, person=person)
            parties.setdefault((body, entry.role), LedgerParty(body, department.name, entry.role))
    return list(parties.values())


def _place(analysis: Analysis, entries: Sequence[GridEntry], task: GridTask) -> str:
    if entries:
        offset = entries[0].assignment.start
    elif task.clause is not None:
        offset = analysis.clauses[task.clause].start
    else:
        return ""
    place = analysis.document.place(offset)
    return str(place) if place else ""


def _findings(analysis: Analysis, title: str) -> list[LedgerFinding]:
    table = review(analysis)
    keys = [column.key for column in table.columns]
    findings = []
    if not analysis.tasks:
        message = advice(analysis) or "没有读出任务，请看原文"
        findings.append(LedgerFinding("没有任务", message, f"《{title}》"))
    for row in table.rows:
        cells = dict(zip(keys, map(str, row), strict=True))
        findings.append(
            LedgerFinding(
                cells["check"], cells["message"], f"《{title}》{cells['place']}", cells["task"], cells["quote"]
            )
        )
    return findings
