"""Lists of things (企业名录, 课程安排): bodies stand in them, but nothing that these are to do."""

from __future__ import annotations

from collections.abc import Sequence

from raci.model import TableColumn
from raci.rules.bare_head import name_of_head
from raci.rules.columns import NAMED
from raci.rules.lexicon import lexicon_pattern

__all__ = ["lists_things"]


def lists_things(columns: Sequence[TableColumn]) -> bool:
    """Whether the columns of a table are those of a list of things.

    One says what kind of thing, no other says a task, and the bodies are those that such a thing has by its nature:
    企业名称 beside 主管部门 is such a list, beside 责任单位 it says whose each company is.
    """
    things, taught = lexicon_pattern("column.thing"), lexicon_pattern("column.taught")
    standing = lexicon_pattern("column.standing-unit")
    heads = [(name_of_head(column.head), column.role if column.rule else None) for column in columns]
    return (
        any(things.search(head) for head, _ in heads)
        and all(things.search(head) or taught.search(head) for head, role in heads if role in ("task", "content"))
        and all(standing.search(head) for head, role in heads if role in NAMED)
    )
