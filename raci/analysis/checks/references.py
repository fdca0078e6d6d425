"""References to annexes and items that the document does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from raci.analysis.checks.placing import clause_at
from raci.analysis.checks.values import Check, Issue
from raci.analysis.numbers import number_shape, number_value
from raci.model import Analysis
from raci.rules.lexicon import lexicon_pattern
from raci.rules.numerals import numeral

__all__ = ["CHECK"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each reference that leads nowhere, in the order of the text; the same one once."""
    issues = (*_to_annexes(analysis), *_to_items(analysis))
    yield from sorted(issues, key=lambda issue: issue.start or 0)


def _to_annexes(analysis: Analysis) -> Iterator[Issue]:
    """Annexes beyond the last that the document lists or holds; and who does what in an annex, where it has none.

    A document of which nobody says how many annexes it has (none listed, none attached) is taken as it is otherwise.
    """
    text = analysis.document.text
    if lexicon_pattern("checks.annex").search(text) is None:
        return
    headings = lexicon_pattern("checks.annex-heading").finditer(text)
    own = [numeral(found["number"] or found["listed"] or "1") for found in headings]
    for listed in lexicon_pattern("checks.annex-list").finditer(text):
        own += [numeral(found["number"]) for found in lexicon_pattern("checks.annex-listed").finditer(listed[0])] or [1]
    if own:
        last, told = max(own), set[int]()
        for found in lexicon_pattern("checks.annex-mentioned").finditer(text):
            number = numeral(found["number"])
            if number > last and number not in told:
                told.add(number)
                message = f"提到附件{found['number']}，文件里只有{f' {last} 个' if last > 1 else '一个'}附件"
                yield _issue(analysis, found, message)
        return
    handed_out = lexicon_pattern("checks.annex-of-tasks").search(text)
    if handed_out is not None and not _is_document(analysis, handed_out):
        yield _issue(analysis, handed_out, f"“{handed_out[0]}”，文件里没有附件：分工不在其中")


def _is_document(analysis: Analysis, mentioned: re.Match[str]) -> bool:
    """Whether the list that is to be found in the annex is what the title names, and stands in the text itself."""
    name = mentioned[0][: mentioned.end("list") - mentioned.start()]
    behind = any(annotation.start > mentioned.end() for annotation in analysis.annotations)
    return behind and name in analysis.document.title


def _to_items(analysis: Analysis) -> Iterator[Issue]:
    """References to an item of the document itself with a number beyond the last of its kind."""
    last: dict[str, int] = {}
    told: set[str] = set()
    for found in lexicon_pattern("checks.item-mentioned").finditer(analysis.document.text):
        last = last or _last_numbers(analysis)
        if not last:
            return
        number, value = found[0], numeral(found["value"])
        shape = next((one for one in map(number_shape, (number, found["item"])) if one in last), None)
        if value > (last[shape] if shape else max(last.values())) and number not in told:
            told.add(number)
            yield _issue(analysis, found, f"提到“{found[0]}”，文件里没有这一条")


def _last_numbers(analysis: Analysis) -> dict[str, int]:
    """How far the clauses of each kind of number count: 第十二条 and （三） apart."""
    last: dict[str, int] = {}
    for clause in analysis.clauses:
        if value := number_value(clause):
            shape = number_shape(clause.number)
            last[shape] = max(last.get(shape, 0), value)
    return last


def _issue(analysis: Analysis, found: re.Match[str], message: str) -> Issue:
    clause = clause_at(analysis, found.start())
    return Issue(message, found.start(), found.end(), clause.index if clause else None)


CHECK = Check(
    "reference",
    "引用落空",
    "warning",
    _find,
    why="文中指到的附件、条目文件里没有，多半是删了一条没有改引用，或少印了附件；分工写在附件里的，表里就缺这一块。",
    remedy="对照原件改正引用；附件另存一个文件的，放在一起再读。",
    finds=(
        "一、整治河道。任务清单见附件3。（市水利局负责）\n\n附件：1.任务清单\n　　　2.报名表\n",
        "一、整治河道。（市水利局负责）\n二、修复湿地。具体任务分工见附件。\n",
        "一、整治河道。（市水利局负责）\n二、清理垃圾。上述第三项任务由市城管局负责。\n",
        "第一条 市水利局负责整治河道。\n第二条 违反本办法第九条规定的，由市水利局责令改正。\n",
    ),
    passes=(
        "一、整治河道。任务清单见附件2。（市水利局负责）\n\n附件：1.任务清单\n　　　2.报名表\n",
        "一、整治河道。申请表见附件。（市水利局负责）\n",
        "第一条 市水利局负责整治河道。\n第二条 违反《水法》第六十五条规定的，由市水利局责令改正。\n",
        "一、整治河道。（市水利局负责）\n二、清理垃圾。上述第一项任务由市城管局配合。\n",
        "一、整治河道。具体任务分工见附件。\n\n附件\n任务分工表\n整治河道——市水利局\n",
    ),
)
