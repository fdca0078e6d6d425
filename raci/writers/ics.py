"""``NAME.ics`` and ``各单位时限/单位.ics``: time limits as all-day events (RFC 5545), by icalendar.

The UID of an event is made from the id of its task, and SEQUENCE grows with the time of the build: a calendar that
has imported an earlier file takes the new one as an update of the same events.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from raci._version import __version__
from raci.errors import OutputError
from raci.escaping import clean
from raci.extras import install_line
from raci.model import ROLES
from raci.model.labels import ROLE_WORDS, UNASSIGNED
from raci.views.grid import Grid, GridEntry, GridTask
from raci.views.limits import DatedLimit, dated_limits, limits_by_body, undated_tasks
from raci.views.tables.bands import named
from raci.views.tables.body_order import by_load
from raci.views.tables.column_heads import heads
from raci.views.tables.division import names
from raci.views.tables.titles import plan_name
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat

if TYPE_CHECKING:
    from icalendar import Calendar, Event

__all__ = ["DEPARTMENTS", "FORMAT", "render", "render_each"]

#: SEQUENCE counts seconds from here: it is to fit 31 bits, and to be larger in each later build
_FIRST = datetime(2020, 1, 1, tzinfo=UTC)
#: so many tasks without a day are named in the description of the calendar
_MOST_NAMED = 20
#: so many bodies stand in the line that a calendar shows; what is said below it names all
_MOST_BODIES = 3
_UNTITLED = "（无标题）"

EntriesOfTask = Mapping[int, tuple[GridEntry, ...]]


def render(job: Job) -> bytes:
    """The days of the whole plan, or of the department whose job it is.

    Raises OutputError where icalendar is missing, or no time limit of the plan is a day.
    """
    limits = dated_limits(job.grid)
    if not limits:
        raise OutputError("没有能定到日的时限，日历里无事可记")
    return _calendar(job, plan_name(job.title), limits, job.grid.of_task(), undated_tasks(job.grid), None)


def render_each(job: Job) -> dict[str, bytes]:
    """Department → the days on which its tasks fall due; departments without such a day have no calendar."""
    wanted = named(job.grid, job.department) if job.department else range(len(job.grid.bodies))
    shown = [body for body in by_load(job.grid) if body in wanted]
    limits_of = limits_by_body(job.grid)
    entries_of = job.grid.of_task()
    undated_of: dict[int, list[int]] = {}
    for task in undated_tasks(job.grid):
        for body in {entry.body for entry in entries_of.get(task, ())}:
            undated_of.setdefault(body, []).append(task)
    calendars = {}
    for body, label in zip(shown, heads(job.grid, shown), strict=True):
        if body in limits_of:
            title = f"{plan_name(job.title)}（{label}）"
            calendars[label] = _calendar(job, title, limits_of[body], entries_of, undated_of.get(body, []), body)
    return calendars


def _calendar(
    job: Job, title: str, limits: list[DatedLimit], entries_of: EntriesOfTask, undated: list[int], body: int | None
) -> bytes:
    """A calendar of those days; for a ``body`` each event says what it is in the task."""
    calendar = _empty_calendar(title, _told_undated(job.grid, undated))
    for limit in limits:
        entries = entries_of.get(limit.task, ())
        own = dict.fromkeys(ROLE_WORDS[entry.role] for entry in entries if entry.body == body)
        event = _event(job, job.grid.tasks[limit.task], limit)
        event.add("summary", clean(_summary(job.grid.tasks[limit.task], entries, [*own])))
        event.add("description", clean(_description(job, limit, entries)))
        event.add("categories", [*own] or ["时限"])
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _summary(task: GridTask, entries: Sequence[GridEntry], own: Sequence[str]) -> str:
    """The task, with the ``own`` roles of a body before it, or with who answers for it behind it."""
    if own:
        return f"【{'、'.join(own)}】{task.label or _UNTITLED}"
    answering = (names(entries, "lead") or names(entries, "responsible") or UNASSIGNED).split("、")
    more = f"等{len(answering)}个" if len(answering) > _MOST_BODIES else ""
    return f"{task.label or _UNTITLED}（{'、'.join(answering[:_MOST_BODIES])}{more}）"


def _description(job: Job, limit: DatedLimit, entries: Sequence[GridEntry]) -> str:
    lines = [f"文件：{job.title}", *(f"章节：{heading}" for heading in job.grid.tasks[limit.task].path)]
    lines += [f"{ROLE_WORDS[role]}：{who}" for role in ROLES if (who := names(entries, role))]
    return "\n".join([*lines, f"时限（原文）：{limit.text}"])


def _told_undated(grid: Grid, undated: list[int]) -> str:
    """What is said of the tasks that no event stands for."""
    if not undated:
        return ""
    told = "；".join(f"{grid.tasks[task].label}（{grid.tasks[task].deadline}）" for task in undated[:_MOST_NAMED])
    more = "等" if len(undated) > _MOST_NAMED else ""
    return f"另有 {len(undated)} 项任务的时限不能定到日，未列入：{told}{more}"


def _empty_calendar(title: str, description: str) -> Calendar:
    try:
        from icalendar import Calendar
    except ImportError as error:
        raise OutputError("写日历要用 icalendar，尚未安装", remedy=f"请先运行 {install_line('ics')}") from error
    calendar = Calendar()
    calendar.add("prodid", f"-//raci//raci {__version__}//ZH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", clean(title))
    if description:
        calendar.add("x-wr-caldesc", clean(description))
    return calendar


def _event(job: Job, task: GridTask, limit: DatedLimit) -> Event:
    """The event of a day, without what it says: it takes no time of the day, and marks nobody as busy."""
    from icalendar import Event

    made = job.made_at.astimezone(UTC).replace(microsecond=0)
    event = Event()
    event.add("uid", f"{task.id.removeprefix('task:')}-{limit.order}@raci")
    event.add("dtstamp", made)
    event.add("last-modified", made)
    event.add("sequence", max(0, int((made - _FIRST).total_seconds())))
    event.add("dtstart", limit.due)
    event.add("dtend", limit.due + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


FORMAT = OutputFormat(
    "ics", "{name}.ics", "时限日历，可导入 Outlook、手机日历；再次导入即更新", 210, render=render, usual=False
)
DEPARTMENTS = OutputFormat(
    "ics", "各单位时限/{department}.ics", "时限日历，一个单位一份", 211, render_each=render_each, usual=False
)
