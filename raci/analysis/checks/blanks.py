"""Names and labels that were left to be filled in: XX局, 责任领导：；"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from raci.analysis.checks.placing import clause_at
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis
from raci.rules.headings import printed_label
from raci.rules.lexicon import lexicon_pattern

__all__ = ["CHECK"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each of them in a task; in forms that the plan hands out they are as they should be."""
    text, tasks = analysis.document.text, set(analysis.tasks)
    found = [*_placeholders(text), *lexicon_pattern("checks.empty-label").finditer(text)]
    for match in sorted(found, key=re.Match.start):
        clause = clause_at(analysis, match.start())
        if clause is not None and clause.index not in tasks and clause.parent is not None:
            clause = analysis.clauses[clause.parent]  # a label in a line of its own below the task
        if clause is not None and clause.index in tasks:
            words = match[0].strip("：: \u3000")
            message = f"{printed_label(clause)}：“{words}”没有填"
            yield Issue(message, match.start(), match.end(), clause.index)
    yield from _in_sentences(analysis)


def _placeholders(text: str) -> Iterable[re.Match[str]]:
    if lexicon_pattern("hint.placeholder").search(text) is None:
        return ()
    return lexicon_pattern("checks.placeholder").finditer(text)


def _in_sentences(analysis: Analysis) -> Iterator[Issue]:
    """Days, figures and names that a sentence of a plan leaves open; an annex may be a form that others fill in."""
    text = analysis.document.text
    if not analysis.tasks or lexicon_pattern("hint.blank").search(text) is None:
        return
    annex = lexicon_pattern("checks.annex-heading").search(text)
    for match in lexicon_pattern("checks.blank-in-sentence").finditer(text, 0, annex.start() if annex else len(text)):
        clause = clause_at(analysis, match.start())
        message = f"“{match[0].strip()}”没有填"
        yield Issue(message, match.start(), match.end(), clause.index if clause else None)


CHECK = Check(
    "blank",
    "留空未填",
    "warning",
    _find,
    why="照模板写的稿子里还空着，印出去就没有人办。",
    remedy="请起草部门补上；不需要的一栏删去。",
    finds=(
        "一、整治河道。（市水利局牵头，XX局配合）\n",
        "一、整治河道。责任领导：；责任单位：市水利局；完成时间：2025年6月底\n",
        "（一）整治河道\n清理淤泥。\n牵头领导：\n责任单位：市水利局\n完成时限：2025年6月底\n",
        "一、整治河道。（市水利局负责）\n二、要求。请于____月____日前报送方案，联系人：    ，电话：62345678。\n",
    ),
    passes=(
        "一、整治河道。（市水利局牵头，市城管局配合）\n",
        "一、整治河道。责任领导：张某某；责任单位：市水利局；完成时间：2025年6月底\n",
        "一、整治河道。\n责任单位：\n市水利局\n",
        "一、整治河道。（市水利局负责）\n附件\n申请表\n申请人：____，于____年____月____日申请。\n",
    ),
)
