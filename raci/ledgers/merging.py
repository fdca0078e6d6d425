"""Plans taken into a ledger: what is new, what changed, what is gone; what was filled in stays."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from raci.comparison.similarity import plain
from raci.errors import OptionError
from raci.ledgers.bodies import BodyLedger
from raci.ledgers.plans import plan_of
from raci.ledgers.revision import revised
from raci.ledgers.similar import like_tasks
from raci.ledgers.values import Ledger, LedgerBody, LedgerFinding, LedgerPlan, LedgerTask
from raci.model import Analysis

__all__ = ["NEW", "new_ledger", "with_like_tasks", "with_plans"]

#: what became of a plan or a task that the last run did not have
NEW = "新增"


def new_ledger(analyses: Iterable[Analysis], made_at: str) -> Ledger:
    """A ledger of these plans; ``made_at`` is part of its id."""
    ledger = with_plans(Ledger(""), analyses)
    words = "\x1f".join((made_at, *(plan.id + plan.text for plan in ledger.plans)))
    return replace(ledger, id=hashlib.blake2b(words.encode(), digest_size=5).hexdigest())


def with_plans(ledger: Ledger, analyses: Iterable[Analysis]) -> Ledger:
    """The ledger with these plans: new ones at the end, those that it has already as they are now.

    The order of the plans among each other changes nothing but their order in the list.
    """
    is_first = not ledger.plans
    bodies = BodyLedger(ledger.bodies)
    plans: dict[str, LedgerPlan] = {plan.id: _without_change(plan) for plan in ledger.plans}
    findings: list[LedgerFinding] = []
    news: list[str] = []
    for plan in _distinct([plan_of(analysis, bodies) for analysis in analyses], ledger.plans, findings):
        before = plans.get(plan.id)
        if before is None:
            plans[plan.id] = plan if is_first else _as_new(plan)
            news.append(f"新增《{plan.title}》：任务 {len(plan.tasks)} 项")
            continue
        plans[plan.id], changes = revised(before, plan)
        if changes:
            news.append(f"《{plan.title}》有变化：{len(changes)} 项任务")
            findings += [
                LedgerFinding("任务变化", words, f"《{plan.title}》", task.label, task.quote) for task, words in changes
            ]
        else:
            news.append(f"《{plan.title}》没有变化")
    merged = _renamed(tuple(plans.values()), bodies)
    used = dict.fromkeys(party.body for plan in merged for task in plan.tasks for party in task.parties)
    successors = bodies.successors()
    reports = tuple(replace(report, body=successors.get(report.body, report.body)) for report in ledger.reports)
    sent = tuple(dict.fromkeys(successors.get(body, body) for body in ledger.sent))
    known = bodies.bodies([*used, *sent, *(report.body for report in reports)])
    findings += _open_places(known, merged)
    return replace(
        ledger, plans=merged, bodies=known, reports=reports, sent=sent, findings=tuple(findings), news=tuple(news)
    )


def with_like_tasks(ledger: Ledger) -> Ledger:
    """The ledger with the tasks that stand in two plans; where the library for that is missing, a finding says so."""
    try:
        return replace(ledger, like=like_tasks(ledger.plans))
    except OptionError as fault:
        return replace(ledger, findings=(*ledger.findings, LedgerFinding("同类任务", f"没有比对：{fault}")))


def _distinct(
    plans: Sequence[LedgerPlan], known: Sequence[LedgerPlan], findings: list[LedgerFinding]
) -> list[LedgerPlan]:
    """The plans under ids that do not repeat: the same text once; texts that differ under one title each for itself."""
    of_text = {(plan.id.split("~")[0], plan.text): plan.id for plan in known}
    chosen: dict[str, LedgerPlan] = {}
    texts: dict[tuple[str, str], str] = {}
    first_of: dict[str, str] = {}
    plans = _without_copies(plans, findings)
    for plan in sorted(plans, key=lambda plan: plan.text):
        first_of.setdefault(plan.id, plan.text)
    for plan in plans:
        key = (plan.id, plan.text)
        if key in texts:
            findings.append(
                LedgerFinding("重复的文件", f"与 {texts[key]} 正文相同，只计一次", plan.source or f"《{plan.title}》")
            )
            continue
        texts[key] = plan.source or f"《{plan.title}》"
        own_id = of_text.get(key)
        if own_id is None:
            own_id = plan.id if first_of[plan.id] == plan.text else f"{plan.id}~{plan.text[:6]}"
        if own_id in chosen:
            own_id = f"{plan.id}~{plan.text[:6]}"
        if own_id != plan.id:
            message = "标题、文号相同而正文不同，按两份文件列；如为修订稿，请分两次加入"
            findings.append(LedgerFinding("同名文件", message, plan.source or f"《{plan.title}》"))
        chosen[own_id] = _under(plan, own_id)
    return list(chosen.values())


def _without_copies(plans: Sequence[LedgerPlan], findings: list[LedgerFinding]) -> list[LedgerPlan]:
    """The plans without those that say the same tasks as another of that title: a file in two formats."""
    kept: dict[object, LedgerPlan] = {}
    for plan in sorted(plans, key=lambda plan: (plan.text, plan.source)):
        tasks = tuple((task.id, plain(task.words), task.parties, task.deadline) for task in plan.tasks)
        same = kept.setdefault((plan.id, tasks or plan.text), plan)
        if same is not plan and same.text != plan.text:
            message = f"与 {same.source or same.title} 标题和各项任务都相同，只计一次"
            findings.append(LedgerFinding("重复的文件", message, plan.source or f"《{plan.title}》"))
    numbers = {id(plan) for plan in kept.values()}
    texts = {(plan.id, plan.text) for plan in kept.values()}
    return [plan for plan in plans if id(plan) in numbers or (plan.id, plan.text) in texts]


def _under(plan: LedgerPlan, own_id: str) -> LedgerPlan:
    if own_id == plan.id:
        return plan
    tasks = tuple(replace(task, id=own_id + task.id.removeprefix(plan.id)) for task in plan.tasks)
    return replace(plan, id=own_id, tasks=tasks)


def _without_change(plan: LedgerPlan) -> LedgerPlan:
    if not plan.change and not any(task.change for task in plan.tasks):
        return plan
    tasks = tuple(replace(task, change="已不在文件中" if task.gone else "") for task in plan.tasks)
    return replace(plan, change="", tasks=tasks)


def _as_new(plan: LedgerPlan) -> LedgerPlan:
    return replace(plan, change=NEW, tasks=tuple(replace(task, change=NEW) for task in plan.tasks))


def _renamed(plans: tuple[LedgerPlan, ...], bodies: BodyLedger) -> tuple[LedgerPlan, ...]:
    """The plans, their bodies under the ids of those that carry their duty at the date asked for."""
    successors: Mapping[str, str] = bodies.successors()
    if not successors:
        return plans

    def renamed(task: LedgerTask) -> LedgerTask:
        parties = tuple(party._replace(body=successors.get(party.body, party.body)) for party in task.parties)
        return replace(task, parties=tuple(dict.fromkeys(parties)))

    return tuple(replace(plan, tasks=tuple(map(renamed, plan.tasks))) for plan in plans)


def _open_places(bodies: Sequence[LedgerBody], plans: Sequence[LedgerPlan]) -> list[LedgerFinding]:
    """A finding where several plans name a body, and none says of which city or county it is."""
    named_in: dict[str, set[str]] = {}
    for plan in plans:
        for task in plan.tasks:
            for party in task.parties:
                named_in.setdefault(party.body, set()).add(plan.title)
    open_bodies = [body for body in bodies if body.open_place and len(named_in.get(body.id, ())) > 1]
    if not open_bodies:
        return []
    names = "、".join(body.label for body in open_bodies[:8]) + (" 等" if len(open_bodies) > 8 else "")
    message = f"几份文件都没有写明属于哪个地区，{names}按同一单位归并；不是同一地区的，请用 --place 或 raci.toml 指明"
    return [LedgerFinding("单位归并", message)]
