"""Tasks without a time limit among siblings that have one."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.by_task import counted, statements
from raci.analysis.checks.listing import of_tasks
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Clause
from raci.rules.lexicon import lexicon_pattern

__all__ = ["CHECK"]

#: limits are the custom of a group of siblings of which at least so many, and this part, have one
_FEWEST, _CUSTOM = 3, 0.75


def _find(analysis: Analysis) -> Iterator[Issue]:
    """One finding for the siblings under one heading; only tasks that somebody is named for."""
    limited = {
        index for statement in statements(analysis) if statement.deadline is not None for index in statement.clauses
    }
    named = {assignment.clause.index for assignment in counted(analysis)}
    siblings: dict[tuple[str, ...], list[Clause]] = {}
    for index in analysis.tasks:
        if index in named:
            siblings.setdefault(analysis.clauses[index].path, []).append(analysis.clauses[index])
    for group in siblings.values():
        missing = [clause for clause in group if clause.index not in limited]
        having = len(group) - len(missing)
        if not missing or having < max(_FEWEST, _CUSTOM * len(group)):
            continue
        missing = [clause for clause in missing if not _says_when(analysis, clause)]
        if missing:
            yield of_tasks(missing, "同级任务都写了时限，有 {count} 项没有写")


def _says_when(analysis: Analysis, clause: Clause) -> bool:
    """Whether a sentence asks for something by a day, though it is one before the plan was made."""
    words = lexicon_pattern("checks.limit-in-sentence")
    return words.search(analysis.document.text, clause.start, clause.end) is not None


_SIBLINGS = "".join(
    f"{number}、{task}。（{body}负责；2025年{month}月底前）\n"
    for number, task, body, month in (
        ("一", "整治河道", "市水利局", 3),
        ("二", "清理垃圾", "市城管局", 6),
        ("三", "修复湿地", "市林业局", 9),
    )
)
CHECK = Check(
    "no-limit",
    "缺时限",
    "note",
    _find,
    why="同级的任务都有时限，独缺的几项多半是漏写，督查时无从催办。",
    remedy="请起草部门补上；确为长期工作的写“长期坚持”或“持续推进”。",
    finds=(_SIBLINGS + "四、建设步道。（市住建局负责）\n",),
    passes=(_SIBLINGS, _SIBLINGS + "四、建设步道。（市住建局负责；持续推进）\n"),
)
