"""Of whom a sentence says a group is made: 某某联席会议由甲、乙组成; 建立由甲、乙组成的某某联席会议."""

from __future__ import annotations

from collections.abc import Sequence

from raci.analysis.groups.leading import MEMBER, Told
from raci.analysis.groups.units import StatementUnit
from raci.rules.lexicon import lexicon_pattern

__all__ = ["made_of"]


def made_of(sentence: str, unit: StatementUnit, before: Sequence[StatementUnit]) -> Told | None:
    """Who makes the group by a unit; the list may begin in the one before: 由市有关负责人，市有关部门组成."""
    if "组成" not in unit.words:
        return None
    start = unit.start
    made = lexicon_pattern("group.made-of").search(unit.words)
    made = made or lexicon_pattern("group.of-whom-made").search(unit.words)
    if made is None and before:
        start = before[-1].start
        made = lexicon_pattern("group.made-of").search(sentence[start : unit.start + len(unit.words)])
    return Told(MEMBER, made["who"], start + made.start("who")) if made else None
