"""Bodies that existed when the plan was made, and that a reform has replaced since."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.by_task import counted
from raci.analysis.checks.listing import of_bodies
from raci.analysis.checks.obsolete_bodies import gone_at, replaced
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Assignment, Department
from raci.rules.lexicon import lexicon_pattern

__all__ = ["CHECK"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """All of them in one finding, each with the year of the reform and who took over; those in the plan's time first.

    A plan lasts to the last time limit that its annotations or its title state. Of one without a date nobody knows
    whether it was made before or after: then that is said too.
    """
    date = analysis.document.date or ""
    found: dict[str, Assignment] = {}
    for one in counted(analysis):
        body = one.department
        if replaced(body) and not gone_at(body, analysis.document):
            found.setdefault(body.name, one)
    if not found:
        return
    last = _last_year(analysis, date[:4])
    within = {name for name, one in found.items() if date and str(one.department.until) <= last}
    ordered = sorted(found, key=lambda name: name not in within)
    running = f"，其中 {len(within)} 个在方案期内（到 {last} 年）" if within and last > date[:4] else ""
    since = "今已撤并" if date else "今已撤并（文件没有成文日期）"
    told = {_told(found[name].department): found[name] for name in ordered}
    yield of_bodies(told, f"有 {{count}} 个单位{since}{running}")


def _last_year(analysis: Analysis, year: str) -> str:
    period = lexicon_pattern("checks.period").search(analysis.document.title)
    ends = [one.deadline.due[:4] for one in analysis.annotations if one.deadline is not None and one.deadline.due]
    if period is not None:
        ends.append(period["last"] if len(period["last"]) == 4 else period["first"][:2] + period["last"])
    return max((year, *ends))


def _told(body: Department) -> str:
    """A body with the last year of it, and the names of those that carry its duty since."""
    heirs = f"，现{'、'.join(body.heirs)}" if body.heirs else ""
    return f"{body.name}（{body.until} 年{heirs}）"


CHECK = Check(
    "replaced-since",
    "今已撤并",
    "note",
    _find,
    why="文件印发时还在的单位，现在由别的单位承担它的职责；照原名发函会退回。",
    remedy="用 --as-of 日期 查现在由谁承担；历史研究可以不管。",
    source="raci/data/register/successions.csv（各条注明依据）",
    finds=(
        "云泽市农业方案\n一、办好农业。（责任单位：市农业局、市财政局）\n\n云泽市人民政府\n2016年3月5日\n",
        "云泽市农业方案\n一、办好农业。（责任单位：市农业局、市财政局）\n",
    ),
    passes=("云泽市农业方案\n一、办好农业。（责任单位：市农业农村局）\n\n云泽市人民政府\n2021年3月5日\n",),
)
