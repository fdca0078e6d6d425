"""Bodies that existed when the plan was made, and that a reform has replaced since."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.listing import first_of
from raci.analysis.checks.obsolete_bodies import gone_at
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Assignment

__all__ = ["CHECK"]

_MOST_NAMED = 6


def _find(analysis: Analysis) -> Iterator[Issue]:
    """All of them in one finding, each with the year of the reform."""
    if not analysis.document.date:
        return  # whether it was before or after, nobody knows
    found: dict[str, Assignment] = {}
    for one in analysis.marked:
        body = one.department
        if body.until is not None and not gone_at(body, analysis.document):
            found.setdefault(body.name, one)
    if found:
        first = next(iter(found.values()))
        names = [f"{name}（{one.department.until}年）" for name, one in found.items()]
        named = first_of(names, _MOST_NAMED, "、")
        message = f"有 {len(found)} 个单位成文之后已撤并：{named}"
        yield Issue(message, first.start, first.end, first.clause.index)


CHECK = Check(
    "replaced-since",
    "今已撤并",
    "note",
    _find,
    why="文件印发时还在的单位，现在由别的单位承担它的职责；照原名发函会退回。",
    remedy="用 --as-of 日期 查现在由谁承担；历史研究可以不管。",
    source="raci/data/register/successions.csv（各条注明依据）",
    finds=("云泽市农业方案\n一、办好农业。（责任单位：市农业局、市财政局）\n\n云泽市人民政府\n2016年3月5日\n",),
    passes=("云泽市农业方案\n一、办好农业。（责任单位：市农业农村局）\n\n云泽市人民政府\n2021年3月5日\n",),
)
