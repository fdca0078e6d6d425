"""台账.html: one page that opens offline: progress by plan and body, a calendar of limits, overdue tasks first.

The page (``raci/data/ledger/``) holds the words of documents and people as escaped text; its content security policy
allows the one script that filters, by its hash, and no request to anywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from html import escape
from importlib.resources import files

from raci._version import __version__
from raci.escaping import clean
from raci.ledgers.lights import ADJUSTED, DONE, last_due, light_of, rule_words
from raci.ledgers.tables.by_body import tasks_of_bodies
from raci.ledgers.tables.by_limit import limit_group
from raci.ledgers.values import Ledger, LedgerPlan, LedgerTask
from raci.views.tables.ledger import LIGHTS
from raci.writers.offline_page import fill_page

__all__ = ["render_page"]

#: light → the class of its colour, in the order of the parts of a bar
_CLASSES = {
    DONE: "done",
    LIGHTS[2]: "way",
    LIGHTS[1]: "soon",
    LIGHTS[0]: "overdue",
    LIGHTS[3]: "open",
    ADJUSTED: "adjusted",
}
#: so many bars are shown at once, the others on a click
_MOST_BARS = 12


def render_page(ledger: Ledger, today: date, made_at: datetime, part: str = "") -> bytes:
    """The page in UTF-8."""
    return _Page(ledger, today, made_at, part).render()


class _Page:
    def __init__(self, ledger: Ledger, today: date, made_at: datetime, part: str) -> None:
        self._ledger, self._today, self._made_at, self._part = ledger, today, made_at, part
        self._tasks = list(ledger.tasks())
        self._lights = {
            task.id: light_of(task, ledger.filled.get(task.id), today, ledger.soon) for _, task in self._tasks
        }
        self._body_number = {body.id: str(number) for number, body in enumerate(ledger.bodies)}
        self._plan_number = {plan.id: str(number) for number, plan in enumerate(ledger.plans)}

    def render(self) -> bytes:
        title = f"任务台账（{self._part}）" if self._part else "任务台账"
        parts = {
            "TITLE": _text(title),
            "REMARK": _text(rule_words(self._ledger, self._today)),
            "STYLE": _file("page.css"),
            "SUMS": self._sums(),
            "LIGHTS": "".join(
                f'<label class="chip"><input type="checkbox" value="{name}"><span>{light.split()[-1]}</span></label>'
                for light, name in _CLASSES.items()
            ),
            "PLANS": "".join(_option(self._plan_number[plan.id], plan.title) for plan in self._ledger.plans),
            "BODIES": "".join(_option(self._body_number[body], label) for body, label, _ in self._bodies() if body),
            "BY_PLAN": _bars(self._plan_lines()),
            "BY_BODY": _bars(self._body_lines()),
            "CALENDAR": self._calendar(),
            "ROWS": "".join(self._rows()) or '<tr><td class="empty" colspan="7">没有任务</td></tr>\n',
            "FOOT": _text(f"制表 {self._made_at.date().isoformat()} · raci {__version__}"),
        }
        return fill_page(_file("page.html"), parts, _file("page.js"))

    def _sums(self) -> str:
        counts = Counter(self._lights.values())
        sums = [(f"{len(self._ledger.plans)}", "份文件"), (f"{len(self._tasks)}", "项任务")]
        sums += [(str(counts[light]), light.split()[-1]) for light in _CLASSES if counts[light]]
        return "".join(f"<li><b>{number}</b>{_text(word)}</li>" for number, word in sums)

    def _bodies(self) -> Iterator[tuple[str, str, list[LedgerTask]]]:
        bodies = self._ledger.by_id()
        for body, own in tasks_of_bodies(self._ledger).items():
            if not bodies[body].person:
                yield body, bodies[body].label, [task for _, task, _ in own]

    def _plan_lines(self) -> Iterator[str]:
        for plan in self._ledger.plans:
            tasks = [task for task in plan.tasks if not task.gone]
            if tasks:
                yield self._line("plan", self._plan_number[plan.id], plan.title, tasks)

    def _body_lines(self) -> Iterator[str]:
        for body, label, tasks in self._bodies():
            yield self._line("body", self._body_number[body], label, tasks)

    def _line(self, kind: str, value: str, label: str, tasks: Sequence[LedgerTask]) -> str:
        counts = Counter(self._lights[task.id] for task in tasks)
        bar = "".join(
            f'<i class="{name}" style="flex:{counts[light]}" title="{light.split()[-1]} {counts[light]}"></i>'
            for light, name in _CLASSES.items()
            if counts[light]
        )
        done = f"{counts[DONE]} / {len(tasks)}"
        return (
            f'<button type="button" class="line" data-{kind}="{value}" title="{_text(label)}"><span>{_text(label)}'
            f'</span><span class="bar">{bar}</span><small>{done}</small></button>'
        )

    def _calendar(self) -> str:
        of_month: dict[str, Counter[str]] = {}
        for _, task in self._tasks:
            due = last_due(task)
            if due is not None:
                of_month.setdefault(f"{due:%Y-%m}", Counter())[self._lights[task.id]] += 1
        if not of_month:
            return '<p class="empty">没有写明时限的任务</p>'
        years = sorted({key[:4] for key in of_month})
        return f'<div class="years">{"".join(self._year(year, of_month) for year in years)}</div>'

    def _year(self, year: str, of_month: Mapping[str, Counter[str]]) -> str:
        cells = []
        for number in range(1, 13):
            key = f"{year}-{number:02d}"
            counts = of_month.get(key)
            now = " now" if key == f"{self._today:%Y-%m}" else ""
            if not counts:
                cells.append(f'<span class="month{now}">{number}月</span>')
                continue
            bar = "".join(
                f'<i class="{name}" style="flex:{counts[light]}"></i>'
                for light, name in _CLASSES.items()
                if counts[light]
            )
            cells.append(
                f'<button type="button" class="month{now}" data-month="{key}" aria-pressed="false">{number}月'
                f'<b>{counts.total()}</b><span class="bar">{bar}</span></button>'
            )
        return f'<div class="year"><b>{year}</b>{"".join(cells)}</div>'

    def _rows(self) -> Iterator[str]:
        def place(item: tuple[LedgerPlan, LedgerTask]) -> tuple[int, str, date]:
            group, month, _ = limit_group(item[1], self._lights[item[1].id])
            return group, month, last_due(item[1]) or date.max

        for plan, task in sorted(self._tasks, key=place):
            yield self._row(plan, task)

    def _row(self, plan: LedgerPlan, task: LedgerTask) -> str:
        light, due, filled = self._lights[task.id], last_due(task), self._ledger.filled.get(task.id)
        name = _CLASSES[light]
        bodies = " ".join(dict.fromkeys(self._body_number[party.body] for party in task.parties))
        said = "；".join(filter(None, (filled.state, filled.share, filled.progress, filled.problems))) if filled else ""
        who = "、".join(filter(None, (task.names("lead"), task.names("responsible")))) or (
            "" if task.parties else "（未标注）"
        )
        limit = f"<small>{_text(task.deadline)}</small>" if task.deadline else ""
        path = f"<small>{_text(' › '.join(task.path))}</small>" if task.path else ""
        cells = (
            f"{due.isoformat() if due else ''}{limit}",
            f'<span class="light {name}">{light}</span>',
            f'<span title="{_text(task.quote)}">{_text(task.label)}</span>{path}',
            _text(plan.title),
            _text(who),
            _text(task.names("support")),
            _text(said),
        )
        return (
            f'<tr data-light="{name}" data-plan="{self._plan_number[plan.id]}" data-bodies="{bodies}" '
            f'data-month="{f"{due:%Y-%m}" if due else ""}">{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>\n'
        )


def _bars(lines: Iterable[str]) -> str:
    listed = list(lines)
    first, rest = "".join(listed[:_MOST_BARS]), "".join(listed[_MOST_BARS:])
    more = f"<details><summary>其余 {len(listed) - _MOST_BARS} 个</summary>{rest}</details>" if rest else ""
    return (first + more) or '<p class="empty">没有任务</p>'


def _option(value: str, label: str) -> str:
    return f'<option value="{value}">{_text(label)}</option>'


def _text(words: str) -> str:
    return escape(clean(words))


@cache
def _file(name: str) -> str:
    return (files("raci") / "data" / "ledger" / name).read_text(encoding="utf-8")
