"""说明: where the tables come from, what the letters mean, what is in them and what is not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from raci._version import __version__
from raci.model import Analysis, Profile
from raci.model.layers import agreements
from raci.views.grid import Grid
from raci.views.tables.table import Column, TableView
from raci.views.tables.titles import day

__all__ = ["about", "counts"]

#: the folders before a file's name: whose computer it lay on is nobody's business
_BEFORE = re.compile(r".*[/\\](?=[^/\\])")


def counts(analysis: Analysis, grid: Grid, review: TableView) -> dict[str, int]:
    """How many: clauses, tasks, assignments, departments, persons, unassigned, uncharted, findings, review.

    ``uncharted`` are the assignments that matrix and graph do not show: persons, and roles without a letter;
    ``review`` the lines of 待核. ``looked``, ``read`` and ``reported`` say how many stretches look like an assignment
    of duties, how many of them are in the rows, and how many in findings; left out where that was not counted.
    """
    persons = sum(body.person for body in grid.bodies)
    return {
        "clauses": len(analysis.clauses),
        "tasks": len(grid.tasks),
        "assignments": len(grid.entries),
        "departments": len(grid.bodies) - persons,
        "persons": persons,
        "unassigned": len(grid.unassigned()),
        "uncharted": len(grid.entries) - len(grid.charted),
        "findings": len(analysis.findings),
        "review": len(review.rows),
        **(analysis.coverage.counts() if analysis.coverage is not None else {}),
    }


def about(
    analysis: Analysis,
    grid: Grid,
    review: TableView,
    profile: Profile,
    made_at: datetime,
    drawn_by: Sequence[tuple[str, str]] = (),
) -> TableView:
    """Two columns, what and how; the rows that hold nothing are left out.

    ``review`` is the table of 待核, ``drawn_by`` the rules of pictures that do not show all.
    """
    document = analysis.document
    numbers = counts(analysis, grid, review)
    agree = sum(overlap.agrees for overlap in analysis.overlaps)
    again = agreements(analysis)
    gaps = f"其中 {numbers['unassigned']} 项原文未标注单位" if numbers["unassigned"] else "原文都标注了单位"
    left_out = f"{numbers['uncharted']} 条（责任领导个人，或本方案不给字母的角色），见“明细”"
    parts: list[list[tuple[str, str]]] = [
        [
            ("文件标题", document.title),
            ("发文机关", "、".join(document.issued_by())),
            ("地区", analysis.place or ""),
            ("文号", document.number or ""),
            ("成文日期" if "-" in (document.date or "") else "年份", day(document.date or "")),
            ("主送", document.addressees or ""),
            ("来源", _BEFORE.sub("", document.source)),
            ("格式与编码", "，".join(filter(None, (document.format, document.encoding)))),
        ],
        [
            ("角色方案", f"{profile.title}（{profile.name}）"),
            ("方案说明", profile.why),
            *((f"字母 {letter}", words) for letter, words in profile.legend().items()),
            *(("原文自定规则", f"“{sentence}”") for sentence in analysis.declarations),
        ],
        [
            ("任务", f"{numbers['tasks']} 项，{gaps}" if numbers["tasks"] else "没有读出任务"),
            ("分工", f"{numbers['assignments']} 条，涉及 {numbers['departments']} 个单位"),
            ("正文与附件表", f"一致 {agree} 项，各算一项任务" if agree else ""),
            ("句子与标注", f"一致 {again} 处，各算一条分工" if again else ""),
            ("矩阵未列", left_out if numbers["uncharted"] else ""),
            ("待核", f"{numbers['review']} 项，见“待核”" if numbers["review"] else review.empty),
        ],
        [
            *(("读取说明", note) for note in document.notes),
            *drawn_by,
            ("如何核对", "表中每个字母都出自原文：在“明细”中可查到该条的原文依据、规则和在正文中的起止位置。"),
            ("生成", f"raci {__version__}，{made_at:%Y-%m-%d %H:%M}"),
        ],
    ]
    rows: list[tuple[str, str]] = []
    breaks = set()
    for part in parts:
        breaks.add(len(rows))
        rows += [row for row in part if row[1]]
    columns = (Column("what", "项目", 10), Column("how", "内容", 60))
    return TableView(columns, tuple(rows), breaks=frozenset(breaks - {0}))
