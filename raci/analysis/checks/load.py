"""A body with far more to do than the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from raci.analysis.checks.by_task import body_key, marked_of_tasks
from raci.analysis.checks.values import Check, Issue
from raci.config.check_settings import CheckSettings
from raci.model import Analysis, Assignment
from raci.register.body_id import BodyId
from raci.register.compiling import built_in
from raci.rules.lexicon import lexicon_pattern

__all__ = ["CHECK"]

#: so many tasks and bodies tell something of shares
_FEWEST_TASKS, _FEWEST_BODIES = 20, 5
#: so many times what others usually do
_TIMES = 8
#: beyond the upper quartile by so many times the range between the quartiles a number is far out (Tukey 1977)
_FAR_OUT = 3
#: every task of a plan may be the business of places; that tells nothing of theirs
_PLACES = frozenset({"collective", "local_government", "zone"})


def _find(analysis: Analysis, settings: CheckSettings) -> Iterator[Issue]:
    """The body with most, where it answers for more than the share that is set and for far more than the others.

    Places, those that issued the plan and those whose field it is by its title (a plan of education and 市教育局) are
    left out: that a plan of theirs is theirs is nothing to look into.
    """
    tasks = marked_of_tasks(analysis)
    own = {issuer.id or issuer.canonical or issuer.name for issuer in analysis.issuers}
    counts: Counter[str] = Counter()
    first: dict[str, Assignment] = {}
    for of_task in tasks.values():
        doing = [one for one in of_task if one.role in ("lead", "responsible") and one.department.kind not in _PLACES]
        for key, one in {body_key(one): one for one in doing}.items():
            counts[key] += 1
            first.setdefault(key, one)
    if len(tasks) < _FEWEST_TASKS or len(counts) < _FEWEST_BODIES:
        return
    from statistics import quantiles  # which loads fractions and decimals

    lower, usual, upper = quantiles(counts.values(), n=4, method="inclusive")
    fence = max(upper + _FAR_OUT * (upper - lower), _TIMES * usual)
    for key, count in counts.most_common(1):
        one = first[key]
        far = count > settings.load_share * len(tasks) and count > fence
        if far and key not in own and not _is_its_field(one, analysis.document.title):
            message = (
                f"“{one.department.name}”承担 {len(tasks)} 项任务中的 {count} 项（{count / len(tasks):.0%}），"
                f"其他单位一般 {usual:g} 项，多于 {fence:g} 项就算离群"
            )
            yield Issue(message, one.start, one.end, one.clause.index)


def _is_its_field(one: Assignment, title: str) -> bool:
    """Whether a word of a body's function, other than such as many have (管理, 发展), stands in the title."""
    row = built_in().row_of(BodyId.parse(one.department.id or ""))
    if row is None:
        return False
    common = lexicon_pattern("checks.common-function")
    words = (row.name[start : start + 2] for start in range(len(row.name) - 1))
    return any(word in title and not common.search(word) for word in words)


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
    source="离群界限：上四分位数加三倍四分位距（J. W. Tukey, Exploratory Data Analysis, 1977）",
    finds=(_MANY,),
    passes=(_MANY.replace("市城管局、", ""),),
)
