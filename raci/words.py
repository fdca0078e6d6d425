"""The Chinese words that tables and pictures share for the values of ``raci.model``."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BASIS_WORDS", "ROLE_WORDS", "UNASSIGNED"]

#: role → the word that a table shows
ROLE_WORDS = MappingProxyType(
    {
        "lead": "牵头",
        "responsible": "责任",
        "support": "配合",
        "guide": "指导",
        "leader": "责任领导",
        "inform": "知晓",
        "approve": "审批",
    }
)

#: basis → the word that a table shows
BASIS_WORDS = MappingProxyType({"annotation": "标注", "table": "表格", "inherited": "沿用", "prose": "行文"})

#: what stands where a task names nobody
UNASSIGNED = "（未标注）"
