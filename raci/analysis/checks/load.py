"""A body with far more to do than the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from raci.analysis.checks.by_task import assignments_of_tasks, body_key
from raci.analysis.checks.values import Check, Issue
from raci.config.check_settings import CheckSettings
from raci.model import Analysis, Assignment

__all__ = ["CHECK"]

#: so many tasks and bodies tell something of shares
_FEWEST_TASKS, _FEWEST_BODIES = 20, 5
#: far more than the others: so many times the median
_TIMES = 8


def _find(analysis: Analysis, settings: CheckSettings) -> Iterator[Issue]:
    """The body with most, where it answers for more than the share that is set, and many times what others do."""
    tasks = assignments_of_tasks(analysis)
    counts: Counter[str] = Counter()
    first: dict[str, Assignment] = {}
    for of_task in tasks.values():
        doing = [one for one in of_task if one.role in ("lead", "responsible") and one.department.kind != "collective"]
        for key, one in {body_key(one): one for one in doing}.items():
            counts[key] += 1
            first.setdefault(key, one)
    if len(tasks) < _FEWEST_TASKS or len(counts) < _FEWEST_BODIES:
        return
    from statistics import median  # which loads fractions and decimals

    usual = median(counts.values())
    for key, count in counts.most_common(1):
        if count > settings.load_share * len(tasks) and count >= _TIMES * usual:
            one = first[key]
            message = (
                f"“{one.department.name}”承担 {len(tasks)} 项任务中的 {count} 项（{count / len(tasks):.0%}），"
                f"其他单位一般 {usual:g} 项"
            )
            yield Issue(message, one.start, one.end, one.clause.index)


_BODIES = tuple(
    f"市{name}局"
    for name in ["水利", "林业", "财政", "教育", "民政", "商务", "审计", "统计", "体育", "司法", "公安", "医疗保障"]
)
_MANY = "".join(
    f"{number}. 办好第{number}批实事工程。（市城管局、{body}负责）\n" for number, body in enumerate(_BODIES * 2, 1)
)
CHECK = Check(
    "load",
    "任务集中",
    "note",
    _find,
    why="任务过于集中在一家，完成的风险也集中在一家；有时是名称写得太泛，把几家的事归到了一家。",
    remedy="核对该单位的任务是否都由它承担；比例可在 raci.toml 的 [checks] load-share 里定。",
    finds=(_MANY,),
    passes=(_MANY.replace("市城管局、", ""),),
)
