"""Lists of things (企业名录, 课程安排): bodies stand in them, but nothing that these are to do."""

from __future__ import annotations

from collections.abc import Sequence

from raci.model import TableColumn
from raci.rules.bare_head import name_of_head
from raci.rules.columns import NAMED
from raci.rules.lexicon import lexicon_pattern

__all__ = ["lists_things"]

#: so many heads of money make a budget
_MONEY = 2
#: how heads end that say by when something is to be done
_LIMITS = ("时限", "期限", "完成时间", "完成日期")


def lists_things(columns: Sequence[TableColumn]) -> bool:
    """Whether the columns of a table are those of a list of things.

    One says what kind of thing, no other says a task or by when it is to be done, and the bodies are those that such a
    thing has by its nature: 企业名称 beside 主管部门 is such a list, beside 责任单位 it says whose each company is.
    """
    things, taught = lexicon_pattern("column.thing"), lexicon_pattern("column.taught")
    standing = lexicon_pattern("column.standing-unit")
    heads = [(name_of_head(column.head), column.role if column.rule else None) for column in columns]
    return (
        _lists_persons(columns)
        or _lists_measures(heads)
        or _lists_versions(heads)
        or _lists_money(heads)
        or any(lexicon_pattern("column.adopted").search(head) for head, _ in heads)
        or (
            any(things.search(head) for head, _ in heads)
            and all(things.search(head) or taught.search(head) for head, role in heads if role in ("task", "content"))
            and not any(role == "deadline" and head.endswith(_LIMITS) for head, role in heads)
            and all(standing.search(head) for head, role in heads if role in NAMED)
        )
    )


def _lists_versions(heads: Sequence[tuple[str, str | None]]) -> bool:
    """Whether the heads are those of the record of a document (版本, 修订人, 修订日期), who took part in it beside."""
    said = [head for head, _ in heads]
    if {role for _, role in heads} & {"lead", "responsible", "leader"}:
        return False
    return any(map(lexicon_pattern("column.version").search, said)) and any(
        map(lexicon_pattern("column.revised").search, said)
    )


def _lists_money(heads: Sequence[tuple[str, str | None]]) -> bool:
    """Whether the heads are those of a budget: 项目名称, 主管部门, 预算金额, 资金来源, and no time limit."""
    money, unit = lexicon_pattern("column.money"), lexicon_pattern("column.budget-unit")
    if {role for _, role in heads} & {"deadline", "content", "lead", "support", "leader"}:
        return False
    named = [head for head, role in heads if role in NAMED]
    return sum(money.search(head) is not None for head, _ in heads) >= _MONEY and all(map(unit.search, named))


def _lists_persons(columns: Sequence[TableColumn]) -> bool:
    """Whether the rows are persons (姓名 │ 部门 │ 请假类型 │ 批准人): no head says a task or who leads it."""
    said = {column.role for column in columns if not column.rule.startswith("column.chapter")}
    if said & {"task", "content", "duty", "lead", "responsible", "leader", "deadline"}:
        return False
    return any(name_of_head(column.head) == "姓名" for column in columns)


def _lists_measures(heads: Sequence[tuple[str, str | None]]) -> bool:
    """Whether the heads say how bodies are marked (部门, 指标, 权重): what is measured is no task, and nobody's."""
    measured, marked = lexicon_pattern("column.measured"), lexicon_pattern("column.marked")
    said = [head for head, role in heads if role in ("task", "content", "chapter")]
    roles = {role for _, role in heads}
    return (
        not roles & {*NAMED, "deadline"}
        and any(marked.search(head) for head, _ in heads)
        and any(map(measured.search, said))
        and all(measured.search(head) or marked.search(head) for head in said)
    )
